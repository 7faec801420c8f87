"""Strength by condition (clinical 6.3): what each row gets, what it leaves out, and how the dose is earned."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.assess.cases import TODAY, Entry, answered, clearance, diagnosed, items, pain, plan, regular, run, sign, the

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 120)}
ALL_OF_IT: Entry = {"equipment": ["resistance_band", "step"]}
SITES = {
    "mtss": "shin_inner", "bone_stress": "shin_inner", "achilles_mid": "achilles_mid",
    "achilles_insertional": "achilles_heel", "plantar_fascia": "heel_sole", "calf_strain": "calf",
    "runners_knee": "knee_front", "lateral_hip": "hip_outer",
}  # fmt: skip
CLEARED = clearance(-59, "sports_physician", "bone_stress_diagnosed")
STANDING_CALF = {
    "double_heel_raise",
    "single_heel_raise",
    "bent_knee_heel_raise",
    "step_heel_raise",
    "towel_heel_raise",
    "pogo",
}


def week(*conditions: str, journal: Any = (), **more: Any) -> dict[str, Any]:
    """The week of somebody with these diagnoses, on the ladder, with time, a step and a band."""
    condition = conditions[0] if conditions else "mtss"
    ran = answered(run(-3, 30, run_min=12, stage="2", site=SITES[condition], side="left"), morning=None)
    given = [diagnosed(one) for one in conditions]
    cleared = [CLEARED] if "bone_stress" in conditions else []
    return plan(cleared, ran, *journal, **{"diagnoses": given, **ROOMY, **ALL_OF_IT, **more})


def exercises(made: dict[str, Any]) -> dict[str, Entry]:
    """The exercises of the first strength session, by id."""
    return {one["id"]: one for one in items(made, "strength")[0]["dose"]["exercises"]}


def reasons(made: dict[str, Any]) -> dict[str, Entry]:
    return {one["rule"]: one for one in items(made, "strength")[0]["reasons"]}


# condition, days a week, what a first session has of it, source, strength (clinical 6.3)
PROGRAMMES = [
    ("achilles_mid", 3, {"double_heel_raise", "seated_heel_raise", "bent_knee_heel_raise"}, "beyer_2015", "B"),
    ("achilles_insertional", 3, {"double_heel_raise", "bent_knee_heel_raise", "seated_heel_raise"}, "silbernagel_2007", "B"),
    ("plantar_fascia", 3, {"towel_heel_raise", "short_foot"}, "rathleff_2015", "B"),
    ("calf_strain", 3, {"double_heel_raise", "seated_heel_raise", "glute_bridge"}, "green_2022", "D"),
    ("mtss", 3, {"wall_toe_raise", "double_heel_raise", "bent_knee_heel_raise", "short_foot", "toe_yoga"}, "decisions", "D"),
    ("runners_knee", 3, {"glute_bridge", "side_leg_raise", "side_plank", "sit_to_stand", "band_walk"}, "esculier_2018", "B"),
    ("lateral_hip", 3, {"hip_press_out", "glute_bridge", "sit_to_stand", "dead_bug"}, "mellor_2018", "B"),
    ("bone_stress", 2, {"glute_bridge", "side_leg_raise", "dead_bug", "seated_heel_raise", "seated_toe_raise"}, "decisions", "D"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "days", "first", "source", "strength"), PROGRAMMES)
def test_each_condition_has_its_programme(
    condition: str, days: int, first: set[str], source: str, strength: str
) -> None:
    made = week(condition)
    placed = items(made, "strength")
    assert len(placed) == days
    assert set(exercises(made)) == first
    why = reasons(made)[f"strength.for_{condition}"]
    assert (why["source"], why["strength"]) == (source, strength)
    on = [date.fromisoformat(item["date"]) for item in placed]
    assert all(b - a >= timedelta(days=2) for a, b in pairwise(on))


def test_a_healthy_runner_works_on_hips_and_core_twice_a_week() -> None:
    made = plan(regular(5), **ROOMY, **ALL_OF_IT)
    assert len(items(made, "strength")) == 2
    assert set(exercises(made)) == {
        "glute_bridge", "side_plank", "side_leg_raise", "sit_to_stand", "dead_bug", "band_walk",
    }  # fmt: skip
    assert reasons(made)["strength.twice"]["source"] == "leppanen_2024"


@pytest.mark.parametrize(("site", "programme"), [("shin_inner", "shin"), ("forefoot", "bone"), ("ankle", "bone")])
def test_undiagnosed_bone_gets_seated_and_lying_work(site: str, programme: str) -> None:
    made = plan(regular(5), pain(-5, site, 1, during="run"), **ROOMY, **ALL_OF_IT)
    assert f"strength.for_{programme}" in reasons(made)
    assert not set(exercises(made)) & {*STANDING_CALF, "wall_toe_raise", "sit_to_stand", "band_walk", "split_squat"}
    assert ("seated_toe_raise" in exercises(made)) == (programme == "shin")
    assert ("short_foot" in exercises(made)) == (programme == "shin")


def test_a_diagnosis_that_no_clinician_gave_brings_no_programme_of_its_own() -> None:
    made = plan(regular(5), **ROOMY, diagnoses=[diagnosed("achilles_mid", given=False)])
    assert "strength.twice" in reasons(made)


def test_a_heel_bone_insertion_stays_at_floor_level() -> None:
    told = items(week("achilles_insertional"), "strength")[0]
    for one in told["dose"]["exercises"]:
        if one["id"] in STANDING_CALF:
            assert one["floor_only"]
    assert any("floor" in step for step in told["steps"])
    assert not any(one.get("floor_only") for one in exercises(week("achilles_mid")).values())


def test_a_sore_knee_gets_a_small_range() -> None:
    assert exercises(week("runners_knee"))["sit_to_stand"]["small_range"]
    assert "small_range" not in exercises(week("lateral_hip"))["sit_to_stand"]


# Several at once: conditions, what is out, the row that says so
TOGETHER = [
    (("mtss", "achilles_insertional"), set[str](), None),
    (("plantar_fascia", "achilles_insertional"), {"towel_heel_raise"}, "Achilles tendon at the heel"),
    (("runners_knee", "lateral_hip"), {"side_plank", "side_leg_raise"}, "outer hip"),
    (("mtss", "bone_stress"), {"wall_toe_raise", "double_heel_raise", "bent_knee_heel_raise", "short_foot"}, "bone stress"),
]  # fmt: skip


@pytest.mark.parametrize(("conditions", "out", "row"), TOGETHER)
def test_of_several_conditions_only_what_every_row_allows_stays(
    conditions: tuple[str, ...], out: set[str], row: str | None
) -> None:
    made = week(*conditions)
    kept = exercises(made)
    assert kept
    assert not out & set(kept)
    assert len(kept) <= 6
    assert {f"strength.for_{one}" for one in conditions} <= set(reasons(made))
    if row is None:
        assert "exercise.left_out" not in reasons(made)
    else:
        assert row in reasons(made)["exercise.left_out"]["text"]
    if "achilles_insertional" in conditions:
        assert all(one.get("floor_only") for key, one in kept.items() if key in STANDING_CALF)


def test_a_watched_spot_leaves_out_what_loads_it() -> None:
    made = plan(regular(5), pain(-2, "hip_outer", 2, during="run"), **ROOMY, **ALL_OF_IT)
    assert not set(exercises(made)) & {"side_plank", "side_leg_raise", "band_walk"}
    assert "outer hip" in reasons(made)["exercise.left_out_site"]["text"]


def test_a_strained_calf_rests_from_raises_for_three_days() -> None:
    made = week("calf_strain", diagnoses=[diagnosed("calf_strain", since=-1)])
    sessions = items(made, "strength")
    early = [one for one in sessions if one["date"] < the(2)]
    late = [one for one in sessions if one["date"] >= the(2)]
    assert late
    assert all(not {e["id"] for e in one["dose"]["exercises"]} & STANDING_CALF for one in early)
    assert all({e["id"] for e in one["dose"]["exercises"]} & STANDING_CALF for one in late)
    assert all("exercise.fresh" in {r["rule"] for r in one["reasons"]} for one in early)
    assert {one["minutes"] for one in late} == {20}
    assert {one["minutes"] for one in early} == {10}


def test_a_step_is_used_only_where_there_is_one() -> None:
    journal, issued = progress("achilles_mid", 12)
    for equipment, expected in ((["step"], True), ([], False)):
        made = week("achilles_mid", journal=journal, issued=issued, equipment=equipment)
        assert ("step_heel_raise" in exercises(made)) == expected


# The dose is earned


def progress(
    programme: str, done: int, last: int = -2, *, held: tuple[int, ...] = (), gap_after: int = 0
) -> tuple[list[Entry], list[Entry]]:
    """So many done sessions, two days apart, the last on that day; and the plans that issued them."""
    ticks: list[Entry] = []
    plans: list[Entry] = []
    for n in range(done):
        back = (done - 1 - n) * 2 + (30 if n < gap_after else 0)
        day = TODAY + timedelta(days=last - back)
        item = f"{day}/strength/1"
        dose: Entry = {"exercises": [], "progress": {programme: n - sum(h < n for h in held)}}
        if n in held:
            dose["held"] = True
        shown = {"id": item, "kind": "strength", "title": "x", "at": "12:30", "minutes": 15, "dose": dose}
        plans.append(
            {
                "today": str(day),
                "week_start": str(day - timedelta(days=day.weekday())),
                "days": [{"date": str(day), "items": [shown]}],
            }
        )
        ticks.append({"kind": "done", "id": f"tick{n}", "at": f"{day}T13:00", "item": item, "outcome": "done"})
    return ticks, plans


# done sessions -> sets and repetitions of a target of 3 × 15, at three sessions a week: 60 %, a set more, 20 % more
RAMP = [(0, 2, 9), (2, 2, 9), (3, 3, 9), (5, 3, 9), (6, 3, 12), (9, 3, 15), (11, 3, 15)]


@pytest.mark.parametrize(("done", "sets", "reps"), RAMP)
def test_the_dose_starts_at_sixty_percent_and_grows_with_sessions_that_were_done(
    done: int, sets: int, reps: int
) -> None:
    journal, issued = progress("mtss", done)
    made = exercises(week("mtss", journal=journal, issued=issued))["double_heel_raise"]
    assert (made["sets"], made["reps"]) == (sets, reps)


# condition, done sessions, exercise, sets, repetitions, hint
PHASES = [
    ("achilles_mid", 12, "single_heel_raise", 3, 12, "slow"),
    ("achilles_mid", 18, "single_heel_raise", 4, 10, "backpack"),
    ("achilles_mid", 24, "single_heel_raise", 4, 8, "backpack"),
    ("plantar_fascia", 9, "towel_heel_raise", 3, 12, "one_leg"),
    ("plantar_fascia", 15, "towel_heel_raise", 4, 10, "backpack"),
    ("plantar_fascia", 21, "towel_heel_raise", 5, 8, "backpack"),
    ("calf_strain", 9, "single_heel_raise", 3, 12, None),
    ("calf_strain", 18, "single_heel_raise", 3, 30, None),
    ("achilles_insertional", 12, "seated_heel_raise", 4, 10, "backpack"),
    ("mtss", 12, "wall_toe_raise", 3, 25, None),
    ("runners_knee", 12, "split_squat", 3, 8, None),
    ("lateral_hip", 12, "band_walk", 3, 10, None),
]


@pytest.mark.parametrize(("condition", "done", "exercise", "sets", "reps", "hint"), PHASES)
def test_later_phases_come_with_sessions(
    condition: str, done: int, exercise: str, sets: int, reps: int, hint: str | None
) -> None:
    journal, issued = progress(condition, done)
    made = exercises(week(condition, journal=journal, issued=issued))[exercise]
    assert (made["sets"], made["reps"]) == (sets, reps)
    assert hint is None or hint in made["hints"]
    earlier, plans = progress(condition, done - 1)
    before = exercises(week(condition, journal=earlier, issued=plans)).get(exercise, {})
    assert before != made


def test_weeks_alone_earn_nothing() -> None:
    _, issued = progress("mtss", 12)
    assert exercises(week("mtss", issued=issued))["double_heel_raise"]["reps"] == 9


def test_no_jump_before_stage_nine() -> None:
    journal, issued = progress("achilles_mid", 24)
    made = week("achilles_mid", journal=journal, issued=issued)
    assert "pogo" not in exercises(made)
    assert "pogo" in reasons(made)["exercise.impact_waits"]["text"]


def test_an_amber_light_holds_the_dose_where_it_was() -> None:
    journal, issued = progress("achilles_mid", 6)
    calm = week("achilles_mid", journal=journal, issued=issued)
    amber = week("achilles_mid", journal=[*journal, pain(0, "achilles_mid", 4, during="daily")], issued=issued)
    assert exercises(calm)["double_heel_raise"]["reps"] == 12
    assert exercises(amber)["double_heel_raise"]["reps"] == 9
    assert items(amber, "strength")[0]["dose"]["held"] is True
    assert reasons(amber)["strength.hold_light"]["lifts"]


def test_a_session_done_while_held_earns_nothing() -> None:
    journal, issued = progress("mtss", 6, held=(3, 4, 5))
    assert exercises(week("mtss", journal=journal, issued=issued))["double_heel_raise"]["reps"] == 9


@pytest.mark.parametrize(("why", "reps"), [("pain", 9), ("no_time", 12)])
def test_a_session_skipped_for_pain_holds_the_dose_until_one_is_done(why: str, reps: int) -> None:
    journal, issued = progress("mtss", 7)
    *before, last = journal
    skipped = {**last, "outcome": "skipped", "why": why}
    made = week("mtss", journal=[*before, skipped], issued=issued)
    assert exercises(made)["double_heel_raise"]["reps"] == reps
    assert ("strength.hold_skipped" in reasons(made)) == (why == "pain")


def test_four_weeks_without_a_session_start_the_dose_anew() -> None:
    journal, issued = progress("mtss", 9, last=-30)
    assert exercises(week("mtss", journal=journal, issued=issued))["double_heel_raise"]["reps"] == 9
    journal, issued = progress("mtss", 9, gap_after=8)
    assert exercises(week("mtss", journal=journal, issued=issued))["double_heel_raise"]["sets"] == 2


def test_sessions_of_another_programme_count_for_nothing() -> None:
    journal, issued = progress("base", 9)
    assert exercises(week("mtss", journal=journal, issued=issued))["double_heel_raise"]["reps"] == 9


# When


def test_strength_of_the_week_that_was_done_is_not_asked_again() -> None:
    journal, issued = progress("mtss", 1, last=0)
    placed = items(week("mtss", journal=journal, issued=issued), "strength")
    assert [one["date"] for one in placed if not one.get("outcome")] == [the(2), the(4)]


def test_strength_keeps_two_days_from_what_was_done_before_the_week() -> None:
    journal, issued = progress("mtss", 1, last=-1)
    assert items(week("mtss", journal=journal, issued=issued), "strength")[0]["date"] >= the(1)


def test_strength_keeps_two_days_from_what_is_issued_before_a_later_week() -> None:
    _, issued = progress("mtss", 1, last=6)
    made = week("mtss", issued=issued, start=the(7))
    assert items(made, "strength")[0]["date"] >= the(8)


@pytest.mark.parametrize("at", ["06:30", "07:00", "11:00", "13:00", "17:30", "19:30"])
def test_strength_keeps_clear_of_the_hour_before_a_run(at: str) -> None:
    made = week("achilles_mid", run_at=at)
    sessions = items(made, "strength")
    assert sessions
    for one in sessions:
        there = [item for item in items(made, "warm_up", "run", "cool_down", "walk") if item["date"] == one["date"]]
        for item in there:
            ends = minutes_of(one) + one["minutes"]
            assert ends + 60 <= minutes_of(item) or minutes_of(one) >= minutes_of(item) + item["minutes"]


def minutes_of(item: Entry) -> int:
    hours, minutes = item["at"].split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize("at", ["06:30", "12:00", "18:00", "20:45"])
def test_no_heavy_calf_work_a_day_before_the_longest_run(at: str) -> None:
    made = plan(regular(5), diagnoses=[diagnosed("achilles_mid")], **ROOMY, run_at=at)
    longest = max(items(made, "run"), key=lambda item: item["dose"]["run_min"])
    start = date.fromisoformat(longest["date"]).toordinal() * 1440 + minutes_of(longest)
    assert items(made, "strength")
    for one in items(made, "strength"):
        end = date.fromisoformat(one["date"]).toordinal() * 1440 + minutes_of(one) + one["minutes"]
        assert not start - 24 * 60 < end <= start


def test_a_day_that_is_too_short_has_no_strength_and_says_why() -> None:
    made = plan(regular(5), run_days=[], day_minutes=dict.fromkeys(WEEKDAYS, 14))
    assert not items(made, "strength")
    missing = next(one for one in made["not_placed"] if one["kind"] == "strength")
    assert "14" in missing["reasons"][0]["text"]


def test_no_strength_while_impact_is_held() -> None:
    made = plan(regular(5), sign(-1, "shin_inner", "focal_bone_spot"), **ROOMY)
    assert not items(made, "strength")
    assert "strength" in {one["kind"] for one in made["not_placed"]}


def test_a_clinicians_exercises_win_for_as_long_as_they_hold() -> None:
    limit = {"kind": "exercises", "value": ["towel_curl", "single_heel_raise"], "until": the(1), "note": "Dr K."}
    sessions = items(week("bone_stress", clinician_limits=[limit]), "strength")
    ours = [one for one in sessions if one["date"] > the(1)]
    theirs = [one for one in sessions if one["date"] <= the(1)]
    assert ours
    assert theirs
    assert all([e["id"] for e in one["dose"]["exercises"]] == ["towel_curl", "single_heel_raise"] for one in theirs)
    assert all(one["reasons"][0]["source"] == "clinician" and "Dr K." in one["reasons"][0]["text"] for one in theirs)
    assert all("towel_curl" not in {e["id"] for e in one["dose"]["exercises"]} for one in ours)


def test_a_week_that_is_over_gets_no_strength() -> None:
    made = week("mtss", start=the(-7))
    assert not items(made)
    assert made["not_placed"] == []


# condition -> the pain that its exercises may bring (clinical 2.3, green during)
MAY_HURT = [("bone_stress", 0), ("mtss", 2), ("calf_strain", 1), ("achilles_mid", 3), ("runners_knee", 2)]


@pytest.mark.parametrize(("condition", "most"), MAY_HURT)
def test_strength_says_how_much_it_may_hurt(condition: str, most: int) -> None:
    for one in items(week(condition), "strength"):
        assert one["dose"]["pain_max"] == most
        assert (f"up to {most} of 10" if most else "Nothing here may hurt") in one["steps"][-1]
    strict = week(condition, clinician_limits=[{"kind": "max_pain", "value": 0}])
    assert {one["dose"]["pain_max"] for one in items(strict, "strength")} == {0}
    assert all("pain_max" not in one["dose"] for one in items(plan(regular(5)), "strength"))


def test_a_warm_up_that_was_ticked_without_its_run_counts_among_the_minutes() -> None:
    first = plan(regular(5), day_minutes=dict.fromkeys(WEEKDAYS, 60))
    warm = items(first, "warm_up")[0]
    tick = {"kind": "done", "id": "w", "at": f"{the(0)}T18:10", "item": warm["id"], "outcome": "done"}
    tight = {"run_days": [], "day_minutes": {**dict.fromkeys(WEEKDAYS, 0), "mon": 20}, "issued": [first]}
    assert items(plan(regular(5), **tight), "strength")
    assert not items(plan(regular(5), tick, **tight), "strength")
