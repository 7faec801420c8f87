"""What a runner is told about a red flag: whom to see by when, what to say, what to leave until then."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from planner.protocols import protocols
from planner.words.catalogue import sentences
from tests.assess.cases import TODAY, diagnosed, items, pain, plan, regular, run, sign, the, walk
from tests.assess.flag_cases import LESS, PLAIN, Case, log, same

# The flags whose stories are longer than one entry, and those that come from the profile
MORE: dict[str, Case] = {
    "bone_stress_diagnosed": log(diagnoses=[diagnosed("bone_stress")]),
    "low_energy": log(health=["previous_bone_stress", "periods_missed"]),
    "rest_pain_once": log(pain(-1, "shin_inner", 2, during="night")),
    "clinician_first": log(health=["osteoporosis"]),
    "no_improvement": log(LESS, same(-9, 0, 4)),
    "venous": log(sign(-3, "calf", "heavy_legs", "visible_veins", side="both")),
}
CASES = {**PLAIN, **MORE}

# decisions E: flag -> whom to see, days until then, what to leave until then (one part of a sentence each)
TABLE: dict[str, tuple[set[str], int, tuple[str, ...]]] = {
    "heart_or_lung": ({"emergency"}, 0, ("drive",)),
    "spine_emergency": ({"emergency"}, 0, ("drive",)),
    "limb_circulation": ({"emergency", "vascular"}, 0, ("wait",)),
    "compartment_acute": ({"emergency"}, 0, ("massage", "wait")),
    "clot_suspected": ({"urgent_care", "vascular"}, 0, ("massage", "heat", "running")),
    "tendon_rupture": ({"emergency", "orthopaedics"}, 0, ("push-off",)),
    "fracture_suspected": ({"emergency"}, 0, ("weight",)),
    "infection": ({"doctor"}, 0, ("massage",)),
    "diabetic_foot": ({"doctor", "podiatrist"}, 0, ("weight",)),
    "drug_tendon": ({"prescriber"}, 0, ("running",)),
    "bone_stress_high_risk": ({"sports_physician", "orthopaedics"}, 3, ("hop", "painkiller")),
    "redness_swelling": ({"doctor"}, 3, ("massage",)),
    "joint_internal": ({"orthopaedics"}, 3, ("twist", "painkiller")),
    "nerve": ({"neurologist", "doctor"}, 3, ("running",)),
    "tendon_weak": ({"physio", "doctor"}, 3, ("push-off", "painkiller")),
    "bone_stress_suspected": ({"sports_physician"}, 7, ("hop", "painkiller")),
    "bone_stress_diagnosed": ({"treating_clinician"}, 7, ("hop", "painkiller")),
    "low_energy": ({"sports_physician", "dietitian"}, 7, ("food",)),
    "rest_pain_once": ({"physio"}, 28, ("hop", "painkiller")),
    "clinician_first": ({"doctor"}, 28, ()),
    "exertional": ({"sports_physician", "vascular"}, 28, ("push",)),
    "no_improvement": ({"physio", "doctor"}, 28, ("painkiller",)),
    "venous": ({"doctor", "phlebologist"}, 28, ()),
}


def told(case: Case, flag: str, **more: Any) -> dict[str, Any]:
    made = plan(*case.journal, **{**(case.profile or {}), **more})
    return next(one for one in made["assessment"]["flags"] if one["id"] == flag)


@pytest.mark.parametrize("flag", TABLE)
def test_a_flag_says_whom_to_see_by_when_and_what_to_leave(flag: str) -> None:
    found = told(CASES[flag], flag)
    see, days, leave = TABLE[flag]
    assert set(found["see"]) == see
    due = date.fromisoformat(found["since"]) + timedelta(days=days)
    assert found["by"] == str(max(due, TODAY))
    for part in leave:
        assert part in " ".join(found["meanwhile"])
    assert not set(found["refer"]) & {"emergency"}


@pytest.mark.parametrize("flag", TABLE)
def test_what_to_say_is_short_and_in_the_first_person(flag: str) -> None:
    text = told(CASES[flag], flag)["say"]
    assert re.search(r"\b(I|my|My|me|It)\b", text)
    assert len(text) < 280
    assert text[0].isupper()
    assert text[-1] in ".?"
    assert "{" not in text


@pytest.mark.parametrize(
    ("case", "flag", "parts"),
    [
        (PLAIN["clot_suspected"], "clot_suspected", ("my calf, on the left", "Since Fri 20 Nov", "one leg swollen")),
        (PLAIN["bone_stress_suspected"], "bone_stress_suspected", ("inner shin, on the left", "sore spot on the bone")),
        (PLAIN["bone_stress_high_risk"], "bone_stress_high_risk", ("my groin", "pain up to 1 of 10")),
        (log(sign(-3, "knee_front", "locked", side="right")), "joint_internal", ("on the right", "locks")),
        (log(run(-3, 30, site="groin", side="left", pain_during=4, limp=True)), "bone_stress_high_risk", ("limping and pain up to 4 of 10",)),
        (log(walk(-3, 30, site="groin", side="left", pain_during=2)), "bone_stress_high_risk", ("pain up to 2 of 10",)),
        (log(sign(-3, None, "chest_pain")), "heart_or_lung", ("Since Fri 20 Nov I have noted: chest pain",)),
        (MORE["venous"], "venous", ("my calf, on both sides", "heavy legs and visible veins")),
        (log(sign(-3, "calf", "one_leg_swollen"), health=["oestrogen", "past_clot"]), "clot_suspected", ("a blood clot in the past and oestrogen",)),
        (MORE["clinician_first"], "clinician_first", ("On my health list: osteoporosis",)),
        (log(birth_year=1950, experience="new"), "clinician_first", ("nothing that I know of",)),
    ],
)  # fmt: skip
def test_what_to_say_names_place_time_and_what_was_noted(case: Case, flag: str, parts: tuple[str, ...]) -> None:
    text = told(case, flag)["say"]
    for part in parts:
        assert part in text, text


def test_what_was_not_noted_is_not_said() -> None:
    assert told(MORE["bone_stress_diagnosed"], "bone_stress_diagnosed")["say"].startswith("I have a bone stress injury")


def test_a_check_in_behind_a_flag_is_told_too() -> None:
    ran = run(-2, 30, site="groin", side="left")
    answer = {
        "kind": "check_in",
        "id": "c",
        "at": the(-1) + "T07:00",
        "about": ran["id"],
        "pain_1h": 5,
        "pain_morning": 2,
        "limp": True,
    }
    found = plan(ran, answer)["assessment"]["flags"]
    assert found
    assert "limping" in found[0]["say"]


@pytest.mark.parametrize("flag", [flag for flag, row in TABLE.items() if row[1] == 0])
def test_an_emergency_names_the_numbers_and_a_day_is_today(flag: str) -> None:
    advice = told(CASES[flag], flag)["advice"]
    if protocols().flags.rule(flag).urgency == "emergency_now":
        assert "112" in advice
        assert "911" in advice
    else:
        assert "today" in advice


@pytest.mark.parametrize("flag", TABLE)
def test_the_item_holds_whom_what_to_say_what_to_leave_and_what_to_log(flag: str) -> None:
    case = CASES[flag]
    made = plan(*case.journal, **(case.profile or {}))
    steps = items(made, "see_clinician")[0]["steps"]
    held = [one for one in made["assessment"]["flags"] if one["holds"] in {"all", "impact"}]
    for one in held or made["assessment"]["flags"]:
        assert any(one["say"] in step for step in steps)
        assert all(any(part in step for step in steps) for part in one["meanwhile"])
    assert "clearance" in steps[-1]


@pytest.mark.parametrize("flag", TABLE)
def test_a_week_ahead_tells_of_the_flag_too(flag: str) -> None:
    case = CASES[flag]
    made = plan(*case.journal, start=the(14), **(case.profile or {}))
    assert flag in {one["id"] for one in made["assessment"]["flags"]}
    assert items(made, "see_clinician")


def test_every_specialist_is_somebody_that_a_flag_may_lead_to() -> None:
    rules = protocols().flags.flags
    people = {who for rule in rules for who in (*rule.see, *rule.refer)}
    assert people >= set(
        "orthopaedics phlebologist podiatrist physio endocrinologist dermatologist neurologist vascular "
        "sports_physician dietitian doctor emergency urgent_care prescriber".split()
    )


DIAGNOSES = re.compile(
    r"thrombo|embol|fracture|rupture|ischa?emi|cauda|cellulit|sepsis|septic|compartment syndrome|tumou?r|entrapment"
)


def spoken() -> Iterator[tuple[str, str]]:
    for family in ("say.", "meanwhile.", "screen.", "flag.", "reason.flag.", "steps.see.", "reason.screen."):
        yield from sentences(family).items()


def test_no_sentence_about_a_flag_names_what_it_could_be() -> None:
    found = list(spoken())
    assert len(found) > 100
    assert [key for key, text in found if DIAGNOSES.search(text.lower())] == []


def test_flags_that_come_together_are_told_in_one_item() -> None:
    made = plan(regular(4, 40), sign(-3, "calf", "one_leg_swollen"), sign(-3, "shin_inner", "focal_bone_spot"))
    [first, *_] = items(made, "see_clinician")
    steps = first["steps"]
    assert steps[0].startswith("Be seen today")
    assert sum("You can say" in step for step in steps) == 2
    assert sum("Until then" in step for step in steps) == 1


@pytest.mark.parametrize("flag", ["heart_or_lung", "spine_emergency"])
def test_what_is_about_no_place_names_none(flag: str) -> None:
    asked = {"kind": "screen", "id": "asked", "on": the(0), "signs": ["chest_pain", "saddle_numbness"]}
    made = plan(pain(-1, "shin_inner", 2), asked)
    said = next(one["say"] for one in made["assessment"]["flags"] if one["id"] == flag)
    assert "shin" not in said
    assert "I have noted: " in said
