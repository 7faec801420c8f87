"""What helps legs recover (clinical 5.3, 5.5, 5.6): when, how much, what rules it out, and never too much of it."""

from typing import Any

import pytest

from tests.assess.cases import Entry, answered, clearance, diagnosed, items, pain, plan, regular, run, sign, the

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EXTRAS = (
    "contrast_shower", "leg_elevation", "warm_bath", "cold_pack", "massage", "compression", "nutrition", "mobility",
)  # fmt: skip
ALL_OF_IT = ["bathtub", "foam_roller", "compression_socks", "resistance_band", "step"]
HARD_RUN = run(0, 40, 8, rpe=8)
SORE_KNEE = pain(0, "knee_front", 3, 8, during="daily")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 120), "equipment": ALL_OF_IT}


def week(*journal: Any, **more: Any) -> dict[str, Any]:
    """The week of a regular runner who has everything at hand."""
    return plan(regular(5), *journal, **{**ROOMY, **more})


def gone(made: dict[str, Any], kind: str) -> list[str]:
    """The reasons for which a kind is not in the week."""
    return [reason["rule"] for one in made["not_placed"] if one["kind"] == kind for reason in one["reasons"]]


# When each helps: kind, journal, profile, rule, source, strength (clinical 5.5)
HELPS: list[tuple[str, list[Any], Entry, str, str, str]] = [
    ("contrast_shower", [], {}, "contrast_shower.after_run", "bieuzen_2013", "D"),
    ("leg_elevation", [], {}, "leg_elevation.after_run", "vein_clinics", "D"),
    ("massage", [], {}, "massage.after_run", "wiewelhove_2019", "B"),
    ("compression", [HARD_RUN], {}, "compression.after_run", "moen_2012", "C"),
    ("compression", [], {"health": ["varicose_veins"]}, "compression.venous", "rabe_2018", "B"),
    ("nutrition", [], {"mass_kg": 61}, "nutrition.protein", "issn_2017", "A"),
    ("mobility", [], {}, "mobility.free_day", "decisions", "D"),
    ("warm_bath", [], {"run_days": []}, "warm_bath.evening", "seed", "D"),
    ("cold_pack", [SORE_KNEE], {}, "cold_pack.sore", "peace_love", "D"),
]


@pytest.mark.parametrize(("kind", "journal", "profile", "rule", "source", "strength"), HELPS)
def test_each_item_comes_when_it_helps(
    kind: str, journal: list[Any], profile: Entry, rule: str, source: str, strength: str
) -> None:
    placed = items(week(*journal, **profile), kind)
    assert placed
    for one in placed:
        assert one["title"]
        assert one["steps"]
        assert all(step.strip() for step in one["steps"])
    said = {r["rule"]: (r["source"], r["strength"]) for one in placed for r in one["reasons"]}
    assert said[rule] == (source, strength)


NEEDS = [("warm_bath", "bathtub"), ("compression", "compression_socks")]


@pytest.mark.parametrize(("kind", "thing"), NEEDS)
def test_an_item_needs_its_equipment(kind: str, thing: str) -> None:
    less = [one for one in ALL_OF_IT if one != thing]
    assert items(week(HARD_RUN, run_days=["tue"]), kind)
    made = week(HARD_RUN, run_days=["tue"], equipment=less)
    assert not items(made, kind)
    assert not gone(made, kind)


def test_massage_is_by_hand_without_a_roller() -> None:
    assert {one["dose"]["tool"] for one in items(week(), "massage")} == {"foam_roller"}
    by_hand = items(week(equipment=[]), "massage")
    assert {one["dose"]["tool"] for one in by_hand} == {"hands"}
    assert all("hands" in one["steps"][0] for one in by_hand)


# Doses: kind, key, least, most (clinical 5.5)
DOSES = [
    ("contrast_shower", "warm_c", 36, 38), ("contrast_shower", "cool_c", 15, 20), ("contrast_shower", "cool_s", 30, 60),
    ("contrast_shower", "rounds", 3, 5), ("leg_elevation", "height_cm", 15, 30), ("leg_elevation", "minutes", 10, 30),
    ("warm_bath", "minutes", 15, 20), ("warm_bath", "warm_c", 36, 38), ("cold_pack", "minutes", 10, 15),
    ("massage", "seconds", 30, 120), ("massage", "times", 1, 3), ("compression", "mmhg_from", 15, 15),
    ("compression", "mmhg_to", 20, 20),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "key", "least", "most"), DOSES)
def test_doses_are_within_the_table(kind: str, key: str, least: float, most: float) -> None:
    placed = items(week(SORE_KNEE, run_days=["tue", "thu"]), kind) + items(week(HARD_RUN), kind)
    assert placed
    assert all(least <= one["dose"][key] <= most for one in placed)


# Clinical 5.6 and the contract: what a state forbids
FORBIDS = {
    "clot_suspected": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression", "leg_elevation"},
    "arterial_disease": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression", "leg_elevation"},
    "heart_disease": {"contrast_shower", "cold_pack", "warm_bath", "compression", "leg_elevation"},
    "high_blood_pressure_uncontrolled": {"contrast_shower", "cold_pack", "warm_bath"},
    "raynaud": {"contrast_shower", "cold_pack"},
    "neuropathy": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "diabetes": {"contrast_shower", "cold_pack", "warm_bath", "compression"},
    "pregnancy": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "open_wound": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "skin_infection": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "blood_thinner": {"warm_bath", "massage"},
    "varicose_veins": {"warm_bath"},
}
WISHED = ("contrast_shower", "leg_elevation", "warm_bath", "cold_pack", "massage", "compression")


@pytest.mark.parametrize("health", FORBIDS)
@pytest.mark.parametrize("kind", WISHED)
def test_every_cell_of_the_table_of_health_acts(health: str, kind: str) -> None:
    needs = {"warm_bath": ["bathtub"], "compression": ["compression_socks"]}.get(kind, [])
    brings = {"cold_pack": [SORE_KNEE], "compression": [HARD_RUN]}.get(kind, [])
    made = week(*brings, health=[health], run_days=["tue"], equipment=needs)
    held = {flag["holds"] for flag in made["assessment"]["flags"]} & {"all", "impact"}
    if kind in FORBIDS[health]:
        assert not items(made, kind)
        assert held or gone(made, kind) == ["health.never"]
    else:
        assert not held
        assert "health.never" not in gone(made, kind)
        assert items(made, kind)


@pytest.mark.parametrize("kind", ["massage", "compression", "warm_bath"])
def test_a_clinician_may_lift_a_cell(kind: str) -> None:
    limit = {"kind": "allow", "value": [kind]}
    assert items(week(HARD_RUN, health=["neuropathy"], run_days=["tue"], clinician_limits=[limit]), kind)


def test_no_rolling_with_a_bone_that_may_be_the_trouble() -> None:
    sore = run(-1, 90), pain(0, "calf", 2, 8, during="daily", side="both")
    assert items(week(*sore), "massage")
    made = week(*sore, pain(-5, "shin_inner", 1, during="run"))
    assert not items(made, "massage")
    assert gone(made, "massage") == ["health.row"]


def test_no_rolling_and_no_heat_within_three_days_of_an_injury() -> None:
    roller = ["bathtub", "foam_roller"]
    made = week(diagnoses=[diagnosed("calf_strain", since=-1)], run_days=["mon", "thu"], equipment=roller)
    for kind in ("massage", "warm_bath"):
        assert items(made, kind)
        assert all(one["date"] >= the(2) for one in items(made, kind)), kind
    swollen = week(sign(0, "thigh_back", "swelling", side="left"), run_days=["mon"])
    assert all(one["date"] >= the(3) for one in items(swollen, "warm_bath", "massage"))


def test_a_week_that_is_all_too_fresh_says_so() -> None:
    strained = [diagnosed("calf_strain", since=5)]
    made = plan(regular(5), **ROOMY, ahead=6, start="2026-11-23", run_days=[], diagnoses=strained)
    assert gone(made, "warm_bath") == ["health.fresh"]


@pytest.mark.parametrize("trouble", [{"health": ["past_clot"]}, {"diagnoses": [diagnosed("venous", "both")]}])
def test_no_hot_bath_where_the_veins_are_the_trouble(trouble: Entry) -> None:
    made = week(**trouble, run_days=["tue"])
    assert not items(made, "warm_bath")
    assert gone(made, "warm_bath") == ["health.veins"]
    assert items(made, "compression")


def test_a_child_gets_no_cold_and_no_compression() -> None:
    made = week(SORE_KNEE, HARD_RUN, birth_year=2016, run_days=["tue"])
    assert not items(made, "cold_pack", "compression")
    assert gone(made, "compression") == ["health.child"]
    showers = items(made, "contrast_shower")
    assert showers
    assert all(one["dose"]["cool_c"] >= 28 for one in showers)
    assert all("health.lukewarm" in {r["rule"] for r in one["reasons"]} for one in showers)
    assert all(one["dose"]["warm_c"] <= 35 for one in items(made, "warm_bath"))


@pytest.mark.parametrize("at", ["12:30", "15:00", "18:00", "19:30"])
def test_no_cold_within_four_hours_after_strength(at: str) -> None:
    for made in (week(run_at=at), week(SORE_KNEE, run_at=at), week(diagnoses=[diagnosed("achilles_mid")], run_at=at)):
        lifted = {one["date"]: minutes_of(one) + one["minutes"] for one in items(made, "strength")}
        assert lifted
        assert items(made, "contrast_shower")
        for one in items(made, "contrast_shower", "cold_pack"):
            end = lifted.get(one["date"])
            assert end is None or minutes_of(one) < end or minutes_of(one) >= end + 240


def test_where_the_evening_is_too_close_to_strength_the_shower_comes_before_it() -> None:
    made = plan(regular(5, last=-1), ahead=6, start="2026-11-23", run_at="13:00", **ROOMY)
    assert [one["at"] for one in items(made, "strength")] == ["18:30"]
    over = minutes_of(items(made, "cool_down")[0]) + 8
    assert [minutes_of(one) for one in items(made, "contrast_shower")] == [over + 10]


def test_a_late_run_leaves_the_shower_to_the_morning() -> None:
    made = plan(regular(5, last=-1), ahead=6, start="2026-11-23", run_at="21:45", **ROOMY)
    assert items(made, "run")[0]["at"] > "21:00"
    assert [one["at"] for one in items(made, "contrast_shower")] == ["07:15"]


def minutes_of(item: Entry) -> int:
    hours, minutes = item["at"].split(":")
    return int(hours) * 60 + int(minutes)


# Protein: mass, profile -> grams a meal, from and to a day (clinical 5.3)
PROTEIN: list[tuple[Entry, tuple[int, int, int] | None, str]] = [
    ({"mass_kg": 60}, (20, 84, 120), "nutrition.protein"),
    ({"mass_kg": 100}, (25, 140, 200), "nutrition.protein"),
    ({"mass_kg": 200}, (40, 280, 400), "nutrition.protein"),
    ({}, None, "nutrition.palm"),
    ({"mass_kg": 60, "health": ["kidney_disease"]}, None, "nutrition.ask"),
    ({"mass_kg": 60, "health": ["disordered_eating"]}, None, "nutrition.palm"),
    ({"mass_kg": 60, "birth_year": 2010}, None, "nutrition.palm"),
]


@pytest.mark.parametrize(("profile", "grams", "rule"), PROTEIN)
def test_protein_is_told_in_grams_only_where_that_does_no_harm(
    profile: Entry, grams: tuple[int, int, int] | None, rule: str
) -> None:
    placed = items(week(**profile), "nutrition")
    assert placed
    for one in placed:
        found = tuple(one["dose"].get(key) for key in ("protein_meal_g", "protein_day_from_g", "protein_day_to_g"))
        assert found == (grams or (None, None, None))
        assert one["reasons"][0]["rule"] == rule
        words = " ".join([one["title"], *one["steps"], *(r["text"] for r in one["reasons"])]).lower()
        assert "calorie" not in words
        assert "weight" not in words
        assert grams is not None or " g " not in words


def test_low_energy_keeps_numbers_out_of_food_and_bone_asks_about_calcium() -> None:
    bone = pain(-5, "shin_inner", 1, during="run")
    made = week(bone, mass_kg=60, health=["periods_missed"])
    fine = week(bone, mass_kg=60)
    assert "nutrition.bone" in {r["rule"] for one in items(fine, "nutrition") for r in one["reasons"]}
    assert not any(one["dose"] for one in items(made, "nutrition"))


# Not too much of it

CROWDED: dict[str, tuple[list[Any], Entry]] = {
    "healthy": ([], {}),
    "veins": ([], {"health": ["past_clot"]}),
    "an amber knee": ([SORE_KNEE], {}),
    "sore": ([run(-1, 90), pain(0, "calf", 4, 8, during="daily", side="both")], {}),
    "the ladder": ([], {"diagnoses": [diagnosed("mtss")]}),
}


@pytest.mark.parametrize("case", CROWDED)
def test_at_most_three_extras_a_day(case: str) -> None:
    journal, profile = CROWDED[case]
    made = week(*journal, mass_kg=61, **profile)
    for day in made["days"]:
        assert sum(item["kind"] in EXTRAS for item in day["items"]) <= 3
    assert items(made, "contrast_shower")
    assert items(made, "leg_elevation")


def test_what_found_no_place_among_the_extras_is_no_noise() -> None:
    assert week()["not_placed"] == []


def test_what_helps_more_comes_first() -> None:
    counts = {kind: len(items(week(health=["past_clot"]), kind)) for kind in EXTRAS}
    assert counts["compression"] == 4
    assert counts["leg_elevation"] == 4
    assert counts["contrast_shower"] >= 1


def test_extras_of_a_day_follow_each_other() -> None:
    for journal, profile in CROWDED.values():
        for day in week(*journal, **profile)["days"]:
            ends = 0
            for one in [
                i for i in day["items"] if i["kind"] in EXTRAS and i["kind"] not in ("compression", "nutrition")
            ]:
                assert minutes_of(one) >= ends
                ends = minutes_of(one) + one["minutes"]


@pytest.mark.parametrize("ahead", range(1, 7))
def test_a_week_has_no_more_of_a_kind_however_often_it_is_planned(ahead: int) -> None:
    first = plan(regular(5), mass_kg=61, **ROOMY)
    later = plan(regular(5), ahead=ahead, start="2026-11-23", issued=[first], mass_kg=61, **ROOMY)
    most = {"massage": 2, "nutrition": 2, "mobility": 1, "warm_bath": 1, "compression": 4, "contrast_shower": 2}
    for kind, times in most.items():
        assert len(items(later, kind)) <= times + (kind == "contrast_shower"), kind


def test_mobility_stays_within_the_minutes_of_the_day() -> None:
    assert items(week(run_days=["tue"]), "mobility")
    assert not items(week(run_days=["tue"], day_minutes=dict.fromkeys(WEEKDAYS, 9)), "mobility")


def test_mobility_leaves_out_what_a_row_rules_out() -> None:
    made = week(diagnoses=[diagnosed("achilles_insertional")], run_days=["tue"])
    placed = items(made, "mobility")
    assert placed
    for one in placed:
        assert "calf_stretch" not in {e["id"] for e in one["dose"]["exercises"]}
        assert "exercise.left_out" in {r["rule"] for r in one["reasons"]}


def test_a_red_day_has_no_mobility() -> None:
    made = week(pain(0, "knee_front", 6, 8, during="daily"))
    assert not items(made, "mobility")
    assert items(made, "cold_pack")


def test_sore_legs_get_rolling_soon() -> None:
    made = week(run(-1, 90), pain(0, "calf", 2, 8, during="daily", side="both"))
    rolled = items(made, "massage")
    assert rolled[0]["date"] <= the(1)
    assert "massage.sore" in {r["rule"] for r in rolled[0]["reasons"]}


def test_a_logged_hard_run_counts_as_hard() -> None:
    made = week(HARD_RUN, run_days=["mon"])
    assert [one["date"] for one in items(made, "compression")] == [the(0)]
    assert not items(week(), "compression")


def test_a_planned_long_run_counts_as_long() -> None:
    made = plan(regular(5, 75), **ROOMY)
    long = {one["date"] for one in items(made, "run") if one["dose"]["run_min"] >= 60}
    assert long
    assert {one["date"] for one in items(made, "compression")} == long


# What may stay while a flag holds impact
def test_a_held_impact_keeps_only_what_the_contract_lets_stay() -> None:
    made = week(sign(-1, "shin_inner", "focal_bone_spot"), health=["past_clot"], run_days=["tue"])
    kinds = {one["kind"] for one in items(made)} & set(EXTRAS)
    assert kinds <= {"contrast_shower", "leg_elevation", "cold_pack", "nutrition"}
    assert {"contrast_shower", "leg_elevation"} <= kinds


def test_nothing_extra_while_everything_is_held() -> None:
    assert not items(week(sign(-1, "calf", "one_leg_swollen")), *EXTRAS)


def test_a_paused_day_has_no_extras_where_another_has() -> None:
    pause = {"kind": "pause", "id": "p", "from": the(0), "to": the(2), "why": "holiday"}
    made = week(pause)
    assert not [one for one in items(made, *EXTRAS) if one["date"] <= the(2)]


def test_no_run_and_no_pain_leave_a_few_easy_extras() -> None:
    made = plan(regular(5), run_days=[])
    assert not items(made, "contrast_shower", "leg_elevation", "massage", "compression", "cold_pack")


def test_a_cleared_bone_has_no_rolling_either() -> None:
    cleared = clearance(-59, "sports_physician", "bone_stress_diagnosed")
    ran = answered(run(-3, 30, run_min=12, stage="2", site="shin_inner", side="left"), morning=None)
    made = plan(cleared, ran, diagnoses=[diagnosed("bone_stress")], **ROOMY)
    assert items(made, "run")
    assert gone(made, "massage") == ["health.row"]


# Daily habits (clinical 5.1, 5.2)


@pytest.mark.parametrize(
    ("sex", "health", "ml"), [("female", [], 1600), ("female", ["pregnancy"], 1900), ("male", [], 2000)]
)
def test_the_drinking_target_grows_in_pregnancy(sex: str, health: list[str], ml: int) -> None:
    assert {one["dose"]["drink_ml"] for one in items(week(sex=sex, health=health), "hydration")} == {ml}


@pytest.mark.parametrize(("minutes", "told"), [(50, False), (75, True)])
def test_a_long_run_says_what_is_too_much_to_drink(minutes: float, told: bool) -> None:
    made = plan(regular(5, minutes), **ROOMY)
    long = {one["date"] for one in items(made, "run") if one["minutes"] > 60}
    assert bool(long) == told
    for one in items(made, "hydration"):
        assert ("most_l_per_h" in one["dose"]) == (one["date"] in long)
        assert one["date"] not in long or any("0.8 l an hour" in step for step in one["steps"])


@pytest.mark.parametrize("health", ["kidney_disease", "heart_disease"])
def test_no_drinking_numbers_where_a_clinician_sets_them(health: str) -> None:
    made = plan(regular(5, 75), **ROOMY, health=[health])
    assert all(not one["dose"] for one in items(made, "hydration"))


@pytest.mark.parametrize(("birth_year", "hours", "source"), [(1988, 7.5, "aasm_2015"), (2010, 9, "milewski_2014")])
def test_the_sleep_target_names_its_own_source(birth_year: int, hours: float, source: str) -> None:
    told = items(plan(birth_year=birth_year), "sleep")[0]
    assert told["dose"]["target_h"] == hours
    assert told["reasons"][0]["source"] == source


def test_whom_to_see_comes_before_the_earliest_question() -> None:
    made = week(sign(-1, "shin_inner", "focal_bone_spot"), wake="04:30")
    assert {day["items"][0]["kind"] for day in made["days"]} == {"see_clinician"}
