"""A runner who repeats a stage, or walks, reads why on the session itself and in what comes next."""

from typing import Any

import pytest

from tests.assess.cases import (
    Entry,
    answered,
    check_in,
    clearance,
    diagnosed,
    items,
    pain,
    plan,
    regular,
    run,
    sign,
    slept,
    the,
    walk,
)

SHIN: Entry = {"site": "shin_inner", "side": "left"}
KNEE: Entry = {"site": "knee_front", "side": "left"}
CALF: Entry = {"site": "calf", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
ACHILLES: dict[str, Any] = {"diagnoses": [diagnosed("achilles_mid")]}
TENDON: Entry = {"site": "achilles_mid", "side": "left"}
NIGHTS = [slept(-n, 6.96) for n in range(1, 8)]


def twelve(day: int, minutes: float = 12, **fields: Any) -> Entry:
    return run(day, 30, run_min=minutes, stage="2", **{**SHIN, **fields})


def first(made: dict[str, Any], kind: str) -> Entry:
    return items(made, kind)[0]["reasons"][0]


CLEAN = answered(twelve(-5)), answered(twelve(-3))
TOO_SOON = [answered(run(-9 + 2 * n, 30, run_min=m, stage=s, **SHIN)) for n, (m, s) in enumerate(
    [(6, "1"), (6, "1"), (12, "2"), (12, "2")])]  # fmt: skip
MASKED = twelve(-2, painkiller_24h=True)
UNANSWERED = [answered(twelve(-4)), {**twelve(-2), "pain_during": 0}]
WHY: dict[str, tuple[Any, dict[str, Any], str, str, str | None]] = {
    "amber": ([answered(twelve(-2), during=3)], MTSS, "ladder.again_amber", "3 of 10", "felt at 3 of 10"),
    "an amber sign": (
        [answered(twelve(-2, course="rises"))], MTSS, "ladder.again_amber_sign", "was amber", "was amber"),
    "too long": (
        [answered(twelve(-2, minutes=14))], MTSS, "ladder.again_over", "ran 14 min where 12", "12 running minutes, not 14"),
    "too short": (
        [answered(twelve(-2, minutes=8))], MTSS, "ladder.again_short", "ran 8 min where 12", "12 running minutes, not 8"),
    "no answer": (UNANSWERED, MTSS, "ladder.again_unanswered", "an hour later", "all three answers"),
    "a painkiller": ([answered(MASKED)], MTSS, "ladder.again_painkiller", "painkiller", "without a painkiller"),
    "short sleep": ([*CLEAN, NIGHTS], MTSS, "ladder.again_sleep", "waits for 7 h", "7"),
    "no name": (
        [answered(twelve(-2, **KNEE)), pain(-1, "knee_front", 2, during="daily")], {}, "ladder.unnamed", "28 days",
        "a clinician’s name"),
    "a flag": ([answered(twelve(-2))], {**MTSS, "health": ["blood_thinner"]}, "ladder.held", "while this is open",
               "a clinician’s word"),
}  # fmt: skip


@pytest.mark.parametrize("case", WHY)
def test_a_stage_that_comes_again_says_why_on_the_run_and_in_what_comes_next(case: str) -> None:
    journal, runner, rule, text, need = WHY[case]
    made = plan(journal, run_days=None, **runner)
    said = first(made, "run")
    assert (said["rule"], text in said["text"]) == (rule, True), said
    assert any(need in one for one in made["assessment"]["next"]["needs"]), made["assessment"]["next"]


def test_a_clean_run_or_one_of_today_repeats_nothing() -> None:
    for journal in ([answered(twelve(-2))], [answered(twelve(-3)), twelve(0)]):
        assert first(plan(journal, **MTSS), "run")["rule"] == "ladder.stage"


@pytest.mark.parametrize(
    ("minutes", "rule"), [(10, "ladder.again_over"), (8, "ladder.again_unanswered"), (6, "ladder.again_short")]
)
def test_a_run_that_was_asked_for_in_other_minutes_than_its_stage_is_measured_by_those(minutes: int, rule: str) -> None:
    issued = plan(answered(twelve(-2)), ahead=-1, start=the(-1), clinician_limits=[
        {"kind": "max_run_min", "value": 8}], **MTSS)  # fmt: skip
    [planned, *_] = items(issued, "run")
    assert (planned["date"], planned["dose"]["run_min"]) == (the(0), 8)
    ran = run(0, 30, 8, run_min=minutes, stage="2", item=planned["id"], pain_during=0, pain_1h=0, **SHIN)
    made = plan(answered(twelve(-2)), ran, issued=[issued], ahead=2, **MTSS)
    told = next(item for item in items(made, "run") if not item.get("outcome"))["reasons"][0]
    assert told["rule"] == rule
    assert rule == "ladder.again_unanswered" or "where 8 " in told["text"]


@pytest.mark.parametrize(("most", "rule"), [(8, "ladder.stage"), (7, "ladder.stage_below")])
def test_fewer_repeats_are_still_the_stage_and_a_stage_below_counts_no_sessions(most: int, rule: str) -> None:
    made = plan(answered(twelve(-2)), clinician_limits=[{"kind": "max_run_min", "value": most}], **MTSS)
    told = [reason["rule"] for reason in items(made, "run")[0]["reasons"]]
    assert told[:2] == ["limit.max_run_min", rule]


GATES: dict[str, tuple[Any, dict[str, Any], str, str, str]] = {
    "painless": ([], {"diagnoses": [diagnosed("calf_strain")]}, "ladder.walk_painless", "without pain", "without pain"),
    "a number": ([], ACHILLES, "ladder.walk_gate", "no higher than 2 of 10", "no higher than 2 of 10"),
    "no name": ([run(-5, 30, pain_during=6, **KNEE), pain(-2, "knee_front", 0, during="next_morning")], {},
                "ladder.walk_unnamed", "28 days", "a clinician’s name"),
    "healthy": ([], {}, "ladder.walk", "2 more clean walks of 30 min open", "2 more clean walks of 30 min"),
}  # fmt: skip


@pytest.mark.parametrize("case", GATES)
def test_walking_first_says_what_opens_the_first_stage(case: str) -> None:
    journal, runner, rule, text, need = GATES[case]
    made = plan(journal, **runner)
    said = first(made, "walk")
    assert (said["rule"], text in said["text"]) == (rule, True), said
    assert any(need in one for one in made["assessment"]["next"]["needs"])
    assert not any("0 more" in one for one in made["assessment"]["next"]["needs"])


@pytest.mark.parametrize(("runner", "site", "text"), [
    (ACHILLES, TENDON, "no higher than 2 of 10"), ({"diagnoses": [diagnosed("calf_strain")]}, CALF, "without pain"),
])  # fmt: skip
def test_the_walk_before_the_next_run_names_its_number(runner: dict[str, Any], site: Entry, text: str) -> None:
    red = [run(-5, 30, run_min=12, stage="2", pain_during=6, **site), check_in(-1, about="x", pain_morning=0)]
    quiet = pain(-1, site["site"], 0, 7, during="next_morning")
    made = plan(red, quiet, **runner)
    assert text in first(made, "walk")["text"]
    assert any(text in one for one in made["assessment"]["next"]["needs"])


def test_nearly_seven_hours_are_not_seven() -> None:
    made = plan(regular(5), NIGHTS)
    assert made["assessment"]["recovery"]["sleep_7d_h"] == 6.9
    told = [r["text"] for item in items(made, "run") for r in item["reasons"] if r["rule"] == "sleep.short"]
    assert all("6.9 h" in text for text in told)


# Walks that were done


def test_a_walk_of_yesterday_keeps_the_next_one_a_day_away() -> None:
    made = plan(walk(-1), **ACHILLES)
    assert min(item["date"] for item in items(made, "walk")) == the(1)


def test_a_stroll_keeps_no_walk_away() -> None:
    assert min(item["date"] for item in items(plan(walk(-1, 10), **ACHILLES), "walk")) == the(0)


def test_a_ticked_walk_counts_like_a_logged_one() -> None:
    issued = plan(**ACHILLES)
    [first_walk, *_] = items(issued, "walk")
    tick = {"kind": "done", "id": "t", "at": first_walk["date"] + "T20:00", "item": first_walk["id"], "outcome": "done"}
    later = plan(tick, issued=[issued], ahead=1, start=the(0), **ACHILLES)
    days = [item["date"] for item in items(later, "walk")]
    assert the(1) not in days
    assert len(days) <= 4
    assert not [change for change in later["changes"] if change["kind"] == "walk"]


def test_walks_stay_on_the_runners_days_where_those_are_enough() -> None:
    days = {item["date"] for item in items(plan(run_days=["tue", "thu", "sat"], **ACHILLES), "walk")}
    assert days == {the(1), the(3), the(5)}
    assert len(items(plan(run_days=["sat"], **ACHILLES), "walk")) == 2


# Whom to see


HEAVY = sign(-1, "calf", "heavy_legs", "visible_veins", side="both")


def test_what_holds_nothing_is_brought_up_once_a_week_and_not_for_ever() -> None:
    issued = [plan(regular(5), HEAVY)]
    seen = [item["date"] for item in items(issued[0], "see_clinician")]
    for day in (1, 6, 7, 8, 13, 14, 20, 21, 27, 28):
        made = plan(regular(5), HEAVY, issued=issued, ahead=day, start=the(day - day % 7))
        issued.append(made)
        today = next(one["items"] for one in made["days"] if one["date"] == the(day))
        seen += [the(day)] * any(item["kind"] == "see_clinician" for item in today)
    assert seen == [the(0), the(7), the(14), the(21)]


def test_a_date_that_has_passed_is_said_and_does_not_slide() -> None:
    night = pain(-10, "shin_inner", 5, during="night")
    made = plan(regular(5), night)
    [flag] = [one for one in made["assessment"]["flags"] if one["id"] == "bone_stress_suspected"]
    assert "as soon as you can" in flag["advice"]
    assert "Fri 20 Nov" in flag["advice"]
    assert "Fri 20 Nov" in items(made, "see_clinician")[0]["steps"][0]
    calm = plan(regular(5), night, clearance(-1, "sports_physician", "bone_stress_suspected"))
    assert not calm["assessment"]["flags"]
