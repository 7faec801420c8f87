"""Clinical 5.6, each condition against each recovery tool, over weeks in which the tools would help.

Where contract 6 closes a cell that clinical 5.6 only asks about, or leaves one open, the contract's word is in the table.
"""

import json
from functools import cache
from typing import Any

import pytest

from tests.assess.cases import Entry, answered, diagnosed, items, pain, plan, regular, run, sign, the
from tests.clinical.people import ROOMY, Plan, flags, ran, usual

TOOLS = ("contrast_shower", "cold_pack", "warm_bath", "massage", "compression", "leg_elevation")
SHOWER, COLD, BATH, MASSAGE, COMPRESSION, LEGS = TOOLS
AT_HOME: Entry = {"equipment": ["foam_roller", "bathtub", "compression_socks", "resistance_band", "step"], **ROOMY}

# Weeks of runners whom something helps: a journal and a profile
LONG = [*regular(5, 60, last=-3), run(-1, 66, rpe=8)]
SORE_AFTER = [*regular(5, 40, last=-3), run(-1, 90, rpe=8)]
SORE = [*SORE_AFTER, *(pain(0, site, 3, 8, during="daily", side="both") for site in ("thigh_front", "thigh_back"))]
KNEE: Entry = {"site": "knee_front", "side": "left"}
AMBER_KNEE = [
    *(one for day in range(-30, -2, 3) for one in answered(run(day, 40, **KNEE))),
    *(pain(day, "knee_front", 3, 15, during="daily") for day in (-2, -1, 0)),
]
VEINS = [*regular(5), sign(-1, "calf", "heavy_legs", "visible_veins", side="both")]
WEEKS: dict[str, tuple[list[Entry], Entry]] = {
    "long runs": (LONG, {}),
    "sore legs": (SORE, {}),
    "an amber knee": (AMBER_KNEE, {"diagnoses": [diagnosed("runners_knee")]}),
    "aching veins": (VEINS, {"diagnoses": [diagnosed("venous", "both")]}),
    "on the ladder": (
        [*usual("mtss"), *ran("mtss", -5, "3"), *ran("mtss", -2, "3")],
        {"diagnoses": [diagnosed("mtss")]},
    ),
    "a quiet week": (regular(5), {}),
}

# condition (as the profile tells it) -> the tools that are never planned with it
NEVER: dict[str, tuple[str, ...]] = {
    # suspected or current clot: contrast, heat, massage, compression; elevation "ask", closed by contract 6
    "clot_suspected": TOOLS,
    # peripheral arterial disease: bath "ask" and massage "light only", closed by contract 6
    "arterial_disease": TOOLS,
    # pressure index unknown with diabetes: "ask" throughout, closed by contract 6 but for massage and elevation
    "diabetes": (SHOWER, COLD, BATH, COMPRESSION),
    # heart: massage "ask" stays open, elevation is closed by contract 6
    "heart_disease": (SHOWER, COLD, BATH, COMPRESSION, LEGS),
    "high_blood_pressure_uncontrolled": (SHOWER, COLD, BATH),
    # Raynaud: the cold ones; the bath, massage, compression and elevation are ok
    "raynaud": (SHOWER, COLD),
    # poor sensation: compression "no or ask", closed by contract 6
    "neuropathy": (SHOWER, COLD, BATH, MASSAGE, COMPRESSION),
    # open wound, skin infection: compression "dressing first", closed by contract 6
    "open_wound": (SHOWER, COLD, BATH, MASSAGE, COMPRESSION),
    "skin_infection": (SHOWER, COLD, BATH, MASSAGE, COMPRESSION),
    # pregnancy: lukewarm, not hot, ask: closed by contract 6; elevation on the left side
    "pregnancy": (SHOWER, COLD, BATH, MASSAGE, COMPRESSION),
    # uncomplicated varicose veins: no hot bath
    "varicose_veins": (BATH,),
    # blood thinner: no heat, no deep massage
    "blood_thinner": (BATH, MASSAGE),
}
# The cells that read "ok" (ok, cool ok, ok if fitted, gentle, light), and that nothing else closes
OK: dict[str, tuple[str, ...]] = {
    "raynaud": (BATH, MASSAGE, COMPRESSION, LEGS),
    "neuropathy": (LEGS,),
    "open_wound": (LEGS,),
    "skin_infection": (LEGS,),
    "pregnancy": (LEGS,),
    "varicose_veins": (SHOWER, MASSAGE, COMPRESSION, LEGS),
    "blood_thinner": (SHOWER, COLD, LEGS),
    "asthma": TOOLS,
}


def made_for(name: str, **runner: Any) -> Plan:
    return _made(name, json.dumps(runner))


@cache
def _made(name: str, runner: str) -> Plan:
    """A week, planned once for all that is asked of it."""
    journal, known = WEEKS[name]
    return plan(journal, **{**AT_HOME, **known, **json.loads(runner)})


def somewhere(tool: str, **runner: Any) -> list[Entry]:
    """The items of a kind in all the weeks."""
    return [one for name in WEEKS for one in items(made_for(name, **runner), tool)]


def dates(made: Plan, *kinds: str) -> set[str]:
    return {one["date"] for one in items(made, *kinds)}


# Positive controls: each tool is planned for somebody whom it helps


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_is_planned_for_somebody_whom_it_helps(tool: str) -> None:
    found = somewhere(tool)
    assert found
    assert all(one["dose"] and one["steps"] and one["reasons"][0]["text"] for one in found)


# The table


@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize(("condition", "tools"), NEVER.items())
def test_a_condition_keeps_its_tools_out_of_every_week(condition: str, tools: tuple[str, ...], week: str) -> None:
    assert not items(made_for(week, health=[condition]), *tools)


@pytest.mark.parametrize(("condition", "tool"), [(one, tool) for one, tools in OK.items() for tool in tools])
def test_what_is_ok_with_a_condition_stays(condition: str, tool: str) -> None:
    assert somewhere(tool, health=[condition])


@pytest.mark.parametrize("week", WEEKS)
def test_two_conditions_keep_out_what_either_does(week: str) -> None:
    assert not items(made_for(week, health=["raynaud", "blood_thinner"]), SHOWER, COLD, BATH, MASSAGE)


@pytest.mark.parametrize(("condition", "tool"), [(one, tool) for one, tools in NEVER.items() for tool in tools])
def test_a_condition_that_has_ended_closes_nothing(condition: str, tool: str) -> None:
    assert condition == "clot_suspected" or somewhere(tool, health=[{"id": condition, "until": the(-1)}])


@pytest.mark.parametrize("tool", [SHOWER, LEGS])
@pytest.mark.parametrize("condition", [one for one in NEVER if one != "clot_suspected"])
def test_what_a_condition_took_away_is_told(condition: str, tool: str) -> None:
    gone = {one["kind"] for one in made_for("long runs", health=[condition])["not_placed"]}
    assert (tool in gone) == (tool in NEVER[condition])


# Rows that no health id tells


@pytest.mark.parametrize("told", [sign(-1, "calf", "one_leg_swollen"), sign(-1, "calf", "warmth")])
def test_a_suspected_clot_from_signs_leaves_no_tool(told: Entry) -> None:
    made = plan(LONG, told, **AT_HOME)
    assert flags(made)["clot_suspected"]["holds"] == "all"
    assert not items(made, *TOOLS)


@pytest.mark.parametrize("site", ["shin_inner", "forefoot", "heel_sole"])
def test_suspected_bone_stress_leaves_comfort_alone(site: str) -> None:
    """Clinical 5.6: contrast ok, elevation ok, no massage on bone; contract 1 takes bath and compression too."""
    made = plan(LONG, sign(-1, site, "focal_bone_spot"), **AT_HOME)
    assert not items(made, MASSAGE, COMPRESSION, BATH)
    assert items(made, SHOWER)
    assert items(made, LEGS)


@pytest.mark.parametrize("condition", ["bone_stress", "mtss"])
def test_massage_stays_off_a_shin_whose_bone_may_be_hurt(condition: str) -> None:
    cleared = {
        "kind": "clearance", "id": "c", "at": f"{the(-50)}T10:00", "by": "sports_physician",
        "clears": ["bone_stress_diagnosed", "bone_stress_suspected"], "outcome": "may_start",
    }  # fmt: skip
    made = plan(cleared, ran(condition, -5, "3"), ran(condition, -2, "3"), diagnoses=[diagnosed(condition)], **AT_HOME)
    if condition == "bone_stress":
        assert not items(made, MASSAGE)
    assert all(
        "shin" not in step.lower() or "not" in step.lower() for one in items(made, MASSAGE) for step in one["steps"]
    )


@pytest.mark.parametrize("birth_year", [2016, 2020])
@pytest.mark.parametrize("week", WEEKS)
def test_a_child_below_twelve_has_nothing_cold_and_nothing_hot(birth_year: int, week: str) -> None:
    made = made_for(week, birth_year=birth_year)
    assert not items(made, COLD, COMPRESSION)
    assert all(one["dose"]["warm_c"] <= 36 for one in items(made, BATH))
    assert all(one["dose"]["cool_c"] >= 20 for one in items(made, SHOWER))


@pytest.mark.parametrize("fresh", ["injury", "bruise", "sudden", "swelling"])
@pytest.mark.parametrize("site", ["calf", "knee_front", "thigh_back"])
def test_a_fresh_strain_has_no_heat_and_no_deep_massage_for_72_hours(fresh: str, site: str) -> None:
    made = plan(LONG, pain(0, site, 2, 8, signs=[fresh], during="daily"), **AT_HOME)
    assert not {the(0), the(1), the(2)} & dates(made, BATH, MASSAGE)


def test_what_a_clinician_allows_is_planned_again_and_the_rest_is_not() -> None:
    limits = [{"kind": "allow", "value": [SHOWER], "until": the(30)}]
    made = made_for("long runs", health=["raynaud"], clinician_limits=limits)
    assert items(made, SHOWER)
    assert not items(made, COLD)


# What the cells that say "left side", "fitted", "not on veins" put beside the item


def beside(tool: str, condition: str) -> str:
    return " ".join(
        text.lower()
        for one in somewhere(tool, health=[condition])
        for text in [*one["steps"], *(reason["text"] for reason in one["reasons"])]
    )


def test_elevation_in_pregnancy_is_on_the_left_side() -> None:
    assert "left side" in beside(LEGS, "pregnancy")


def test_massage_stays_off_veins_and_compression_is_fitted() -> None:
    assert "vein" in beside(MASSAGE, "varicose_veins")
    assert "fit" in beside(COMPRESSION, "varicose_veins")


# How much of each (5.5)


def test_the_doses_are_within_what_is_safe_at_home() -> None:
    for one in somewhere(SHOWER):
        assert 36 <= one["dose"]["warm_c"] <= 38
        assert 15 <= one["dose"]["cool_c"] <= 20
        assert 30 <= one["dose"]["cool_s"] <= 60
        assert 3 <= one["dose"]["rounds"] <= 5
    for one in somewhere(BATH):
        assert one["dose"]["warm_c"] <= 40
        assert 15 <= one["dose"]["minutes"] <= 20
    for one in somewhere(COLD):
        assert 10 <= one["dose"]["minutes"] <= 15
    for one in somewhere(COMPRESSION):
        assert (one["dose"]["mmhg_from"], one["dose"]["mmhg_to"]) == (15, 20)
    for one in somewhere(MASSAGE):
        assert 30 <= one["dose"]["seconds"] <= 120
        assert 1 <= one["dose"]["times"] <= 3
    for one in somewhere(LEGS):
        assert 10 <= one["dose"]["minutes"] <= 30


@pytest.mark.parametrize("week", WEEKS)
def test_tools_need_what_is_at_home(week: str) -> None:
    journal, known = WEEKS[week]
    made = plan(journal, **{**ROOMY, **known})
    assert not items(made, BATH)
    assert not items(made, COMPRESSION)


@pytest.mark.parametrize("week", WEEKS)
def test_no_cold_follows_strength_within_four_hours(week: str) -> None:
    made = made_for(week)
    for day in made["days"]:
        ends = [_minute(one) + one["minutes"] for one in day["items"] if one["kind"] == "strength"]
        cold = [_minute(one) for one in day["items"] if one["kind"] in (SHOWER, COLD)]
        assert all(at < end or at - end >= 240 for at in cold for end in ends)


def _minute(item: Entry) -> int:
    hour, minute = item["at"].split(":")
    return int(hour) * 60 + int(minute)
