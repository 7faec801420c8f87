"""Decision table E: how urgent each flag is, what it holds, whose word ends it, and that nothing else does."""

from typing import Any

import pytest

from .cases import (
    clearance,
    diagnosed,
    flags,
    items,
    pain,
    plan,
    regular,
    sign,
    the,
)
from .flag_cases import BY_SITE, CLINICIANS, HEAVY, PLAIN, ROWS


@pytest.mark.parametrize("flag", PLAIN)
def test_each_flag_has_its_urgency_and_hold(flag: str) -> None:
    found = PLAIN[flag].flags()[flag]
    assert (found.urgency, found.holds) == ROWS[flag][:2]


@pytest.mark.parametrize("flag", PLAIN)
def test_a_flag_ends_by_the_word_of_somebody_high_enough_and_nobody_lower(flag: str) -> None:
    lowest = ROWS[flag][2]
    assert lowest is not None
    enough = CLINICIANS.index(lowest)
    for rank, who in enumerate(CLINICIANS):
        assert (flag in PLAIN[flag].flags(clearance(-1, who, flag))) == (rank < enough), who


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_from_nobody_or_without_a_time_ends_nothing(flag: str) -> None:
    nobody = {key: value for key, value in clearance(-1, "hospital", flag).items() if key != "by"}
    whenever = {key: value for key, value in clearance(-1, "hospital", flag).items() if key != "at"}
    assert flag in PLAIN[flag].flags(nobody)
    assert flag in PLAIN[flag].flags(whenever)


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_before_the_evidence_ends_nothing(flag: str) -> None:
    assert flag in PLAIN[flag].flags(clearance(-4, "hospital", flag))


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_on_another_flag_ends_nothing(flag: str) -> None:
    other = "nerve" if flag != "nerve" else "exertional"
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", other))


@pytest.mark.parametrize("flag", BY_SITE)
def test_a_word_on_another_site_or_side_ends_nothing(flag: str) -> None:
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", flag, side="right"))
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", flag, site="buttock"))
    site = PLAIN[flag].journal[-1]["site"]
    assert flag not in PLAIN[flag].flags(clearance(-1, "hospital", flag, site=site, side="left"))


@pytest.mark.parametrize("flag", PLAIN)
def test_evidence_after_a_word_raises_the_flag_again(flag: str) -> None:
    word = clearance(-2, "hospital", flag)
    again = {**PLAIN[flag].journal[-1], "id": "again", "at": the(-1) + "T12:00"}
    assert flag not in PLAIN[flag].flags(word)
    assert flag in PLAIN[flag].flags(word, again)


@pytest.mark.parametrize("flag", PLAIN)
@pytest.mark.parametrize("ahead", [5, 40, 400])
def test_no_flag_ages_out(flag: str, ahead: int) -> None:
    assert flag in PLAIN[flag].flags(ahead=ahead)


@pytest.mark.parametrize("flag", PLAIN)
def test_later_calm_entries_end_nothing(flag: str) -> None:
    site = PLAIN[flag].journal[-1]["site"]
    calm = [pain(day, site, 0, during=during) for day in (-2, -1, 0) for during in ("daily", "walking")]
    assert flag in PLAIN[flag].flags(calm)


@pytest.mark.parametrize("flag", PLAIN)
def test_withdrawing_the_entry_withdraws_the_flag(flag: str) -> None:
    assert flag not in PLAIN[flag].flags({"kind": "deleted", "entry": PLAIN[flag].journal[-1]["id"]})


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "all"])
def test_a_flag_that_holds_all_leaves_no_exercise_and_no_hands_on_care(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    allowed = {"see_clinician", "rest", "check_in", "sleep", "hydration", "nutrition"}
    assert {item["kind"] for item in items(made)} <= allowed
    assert all(day["items"][0]["kind"] == "see_clinician" for day in made["days"])


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "impact"])
def test_a_flag_that_holds_impact_leaves_no_running_and_no_strength(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert not items(made, "run", "walk", "strength", "massage", "compression", "warm_bath", "cross_training")
    assert all(day["items"][0]["kind"] == "see_clinician" for day in made["days"])


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "progress"])
def test_a_flag_that_holds_progress_leaves_what_was_run_lately(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert max(item["dose"]["run_min"] for item in items(made, "run")) == 40
    none_lately = plan(regular(4, 40, last=-16), *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert not items(none_lately, "run")
    assert items(none_lately, "walk")


@pytest.mark.parametrize(("flag", "days"), [("heart_or_lung", 0), ("clot_suspected", 0), ("bone_stress_suspected", 7)])
def test_a_flag_says_by_when_to_be_seen(flag: str, days: int) -> None:
    found = PLAIN[flag].flags()[flag]
    assert (str(found.since), str(found.by)) == (the(-3), the(max(0, days - 3)))


# What a flag says of its evidence: the numbers, and the entries

NIGHT = pain(-3, "shin_inner", 3, during="night")
NIGHTS = [pain(-9, "shin_inner", 1, during="night"), pain(-3, "shin_inner", 2, during="rest")]
LOADS = [pain(-9, "shin_front", 1, during="run"), pain(-3, "shin_front", 2, during="walking")]
DAILY = pain(-3, "shin_inner", 3, during="daily")
CLOT = pain(-3, "calf", 2, during="daily")
DRUG = pain(-3, "achilles_mid", 2, during="daily")
WORSE = [pain(day, "knee_front", score, during="daily") for day, score in ((-2, 2), (-1, 3), (0, 4))]
BONE = pain(-3, "shin_inner", 1, during="daily")
# flag, journal, profile, what it is told with, entries
TOLD: list[tuple[str, list[Any], dict[str, Any], dict[str, object], list[Any]]] = [
    ("clot_suspected", [], {"health": ["clot_suspected"]}, {"health": "clot_suspected"}, []),
    ("clot_suspected", [CLOT], {"health": ["past_clot"]}, {"score": 2}, [CLOT]),
    ("drug_tendon", [DRUG], {"health": ["fluoroquinolone"]}, {"score": 2}, [DRUG]),
    ("clinician_first", [], {"health": ["cancer"]}, {"health": "cancer"}, []),
    ("clinician_first", [], {"birth_year": 1955, "experience": "new"}, {"age": 71}, []),
    ("low_energy", [], {"health": ["previous_bone_stress", "weight_loss"]}, {"health": "weight_loss"}, []),
    ("low_energy", [BONE], {"health": ["weight_loss"]}, {"health": "weight_loss"}, [BONE]),
    ("low_energy", [], {"diagnoses": [diagnosed("bone_stress", since=day, until=day + 9) for day in (-300, -20)]},
     {"health": "bone_stress"}, []),
    ("rest_pain_once", [NIGHT], {}, {"score": 3, "days": 1}, [NIGHT]),
    ("bone_stress_suspected", NIGHTS, {}, {"score": 2, "days": 2}, NIGHTS),
    ("bone_stress_suspected", [DAILY], {}, {"score": 3, "days": 7}, [DAILY]),
    ("bone_stress_high_risk", LOADS, {}, {"score": 2, "days": 2}, LOADS),
    ("no_improvement", WORSE, {}, {"days": 3, "score": 4}, WORSE),
]  # fmt: skip


@pytest.mark.parametrize(("flag", "journal", "profile", "params", "entries"), TOLD)
def test_a_flag_says_by_which_numbers_and_entries_it_was_raised(
    flag: str, journal: list[Any], profile: dict[str, Any], params: dict[str, object], entries: list[Any]
) -> None:
    [why] = flags(journal, **profile)[flag].reasons
    assert {key: why.params.get(key) for key in params} == params
    assert {*why.params} == {*params, "site", "side", "flag"}
    assert why.entries == tuple(one["id"] for one in entries)
    assert (why.rule, why.lifts) == (f"flag.{flag}", f"lifts.flag.{flag}")


@pytest.mark.parametrize(("day", "there"), [(-5, True), (-3, True), (-2, False)])
def test_legs_that_swell_tell_of_veins_as_long_as_those_are_varicose(day: int, there: bool) -> None:
    until: Any = {"health": [{"id": "varicose_veins", "until": the(-3)}]}
    assert ("venous" in flags(sign(day, "calf", "swelling", side="both"), **until)) == there


@pytest.mark.parametrize(("first", "there"), [(-8, True), (-7, True), (-6, False), (None, False)])
def test_pain_without_improvement_has_to_be_seven_days_old(first: int | None, there: bool) -> None:
    calm = [pain(day, "knee_front", 0, during="daily") for day in (-10, -9)]
    began = [] if first is None else [pain(first, "knee_front", 3, during="daily")]
    assert ("no_improvement" in flags(calm, began, pain(0, "knee_front", 3, 9, during="daily"))) == there
