"""A case in, a plan out: whatever is given, the answer is a plan or a fault."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.cases import plan_case
from planner.journal import Faults
from planner.words import PlanDoc, say_faults

CASE: dict[str, Any] = {
    "schema": 1, "today": "2026-11-22", "week_start": "2026-11-23",
    "runner": {
        "birth_year": 1988, "sex": "female", "height_cm": 168, "mass_kg": 61, "language": "en",
        "experience": "regular", "usual_week_km": 30, "goal": {"kind": "distance", "distance_km": 10, "by": "2027-03-14"},
        "run_days": ["tue", "thu", "sat", "sun"],
        "day_minutes": {"mon": 30, "tue": 60, "wed": 30, "thu": 60, "fri": 30, "sat": 90, "sun": 90},
        "diagnoses": [{"condition": "mtss", "side": "left", "since": "2026-11-10", "until": None, "given_by_clinician": True}],
        "health": ["varicose_veins"], "equipment": ["foam_roller", "step"], "surfaces": ["trail"],
        "bedtime": "22:30", "wake": "06:30", "usual_morning": {"shin_inner": 0},
        "clinician_limits": [{"kind": "max_run_min", "value": 20, "until": "2026-12-20", "note": "Dr K."}],
    },
    "issued": [{
        "schema": 1, "today": "2026-11-22", "week_start": "2026-11-23",
        "days": [{"date": "2026-11-24", "items": [{
            "id": "2026-11-24/run/1", "kind": "run", "title": "Run", "at": "18:10", "minutes": 30,
            "dose": {"stage": "2", "run_min": 12}, "steps": ["Run"], "for": None, "reasons": [],
        }]}],
        "changes": [],
    }],
    "journal": [
        {"kind": "pain", "id": "a", "at": "2026-11-20T07:30", "site": "shin_inner", "side": "left", "score": 1, "during": "next_morning", "course": "steady", "signs": [], "painkiller_24h": False},
        {"kind": "sleep", "id": "b", "night_of": "2026-11-19", "asleep_h": 7.5, "quality": 3},
        {"kind": "drink", "id": "c", "at": "2026-11-20T08:00", "volume_ml": 300, "what": "water"},
        {"kind": "run", "id": "d", "at": "2026-11-20T18:10", "distance_km": 3.1, "duration_min": 30, "run_min": 12, "item": "x", "stage": "2", "rpe": 4, "surface": "asphalt", "shoe": "y", "site": "shin_inner", "side": "left", "pain_during": 1, "course": "steady", "pain_1h": 0, "limp": False, "warm_up": True, "cool_down": True, "source": {"format": "fit", "name": "z"}},
        {"kind": "walk", "id": "e", "at": "2026-11-18T12:00", "duration_min": 30, "pain_during": 0, "item": "w"},
        {"kind": "check_in", "id": "f", "at": "2026-11-21T07:10", "about": "d", "pain_1h": 0, "pain_morning": 1, "limp": False},
        {"kind": "test", "id": "g", "at": "2026-11-19T09:00", "test": "heel_raise", "side": "left", "reps": 25, "pain": 0},
        {"kind": "screen", "id": "h", "on": "2026-11-20", "signs": []},
        {"kind": "pause", "id": "i", "from": "2026-12-24", "to": "2026-12-27", "why": "holiday"},
        {"kind": "done", "id": "j", "at": "2026-11-20T20:00", "item": "2026-11-24/run/1", "outcome": "moved", "to": "2026-11-25"},
        {"kind": "clearance", "id": "k", "at": "2026-11-21T10:00", "by": "sports_physician", "clears": ["bone_stress_suspected"], "site": "shin_inner", "side": "left", "outcome": "may_start"},
    ],
}  # fmt: skip


def answer(case: dict[str, Any]) -> PlanDoc | str:
    """The plan, or the sentence that says what is wrong; any other error is a defect."""
    try:
        return plan_case(case)
    except Faults as wrong:
        said = say_faults(wrong)
        assert len(said.splitlines()) == 1
        assert said.endswith(".")
        return said


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in a case."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


PLACES = [place for place in places(CASE) if place]


def changed(place: tuple[Any, ...], value: object) -> dict[str, Any]:
    case = deepcopy(CASE)
    inner: Any = case
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return case


def test_the_case_of_the_contract_is_planned() -> None:
    plan = plan_case(CASE)
    assert [day["date"] for day in plan["days"]] == [f"2026-11-{23 + n}" for n in range(7)]
    assert all(day["items"] for day in plan["days"])
    json.dumps(plan, allow_nan=False)


def test_everything_but_schema_and_today_may_be_missing() -> None:
    plan = plan_case({"schema": 1, "today": "2026-11-22"})
    assert plan["week_start"] == "2026-11-16"
    nothing = dict.fromkeys(("week_start", "runner", "journal", "issued"))
    assert plan_case({"schema": 1, "today": "2026-11-22", **nothing}) == plan


def test_a_null_anywhere_is_a_missing_field_or_a_fault() -> None:
    for place in PLACES:
        given_null = answer(changed(place, None))
        if isinstance(place[-1], str) and not isinstance(given_null, str):
            case = changed(place, None)
            inner: Any = case
            for key in place[:-1]:
                inner = inner[key]
            del inner[place[-1]]
            assert answer(case) == given_null, place


def test_an_unknown_field_of_a_case_a_profile_or_an_entry_is_named() -> None:
    for place in [("mood",), ("runner", "mood"), ("runner", "goal", "mood"), ("runner", "diagnoses", 0, "mood"),
                  ("runner", "clinician_limits", 0, "mood"), *(("journal", n, "mood") for n in range(11))]:  # fmt: skip
        said = answer(changed(place, "good"))
        assert isinstance(said, str), place
        assert "“mood” is not a field of" in said


SAID = {
    "schema: “None” is not a schema that we know, so use 1.": {"today": "2026-11-22"},
    "schema: “2” is not a schema that we know, so use 1.": {"schema": 2, "today": "2026-11-22"},
    "today: “today” is missing, so add it.": {"schema": 1},
    "today: “soon” is not a date or time, so write it like 2026-11-20 or 2026-11-20T07:30.": {"schema": 1, "today": "soon"},
    "week_start: 2028-01-03 is more than 12 weeks ahead, so choose an earlier start.": {
        "schema": 1, "today": "2026-11-22", "week_start": "2028-01-03",
    },
    "journal: “5” is not a list, so give one.": {"schema": 1, "today": "2026-11-22", "journal": 5},
    "journal 2: “x” is not a JSON object, so give one.": {
        "schema": 1, "today": "2026-11-22", "journal": [{"kind": "drink"}, "x"],
    },
    "runner: “[]” is not a JSON object, so give one.": {"schema": 1, "today": "2026-11-22", "runner": []},
    "issued[1]: “x” is not a JSON object, so give one.": {"schema": 1, "today": "2026-11-22", "issued": ["x"]},
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "case"), SAID.items())
def test_a_bad_case_is_one_sentence(sentence: str, case: dict[str, Any]) -> None:
    assert answer(case) == sentence


def test_all_that_is_wrong_in_a_case_is_said_at_once() -> None:
    case = {
        "schema": 3, "today": "2026-11-22", "mood": 1, "week_start": "soon", "runner": {"birth_year": 1700, "sex": "?"},
        "journal": [{"kind": "pain", "id": "p", "score": 11}, 5], "issued": 3,
    }  # fmt: skip
    said = str(answer(case))
    for place in ("schema:", "mood:", "week_start:", "birth_year:", "sex:", "pain p, score:", "journal 2:", "issued:"):
        assert place in said, place


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["left", "2026-11-20", "0001-01-01", "9999-12-31", "2026-11-20T07:30", "22:30", "run", "W", "9"])
    | st.sampled_from([-1, 0, 10, 1e308, 10**400, "\ud800", "\x00", {"id": None}, [[]]]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PLACES), JSON)
def test_anything_anywhere_in_a_case_gives_a_plan_or_a_sentence(place: tuple[Any, ...], value: object) -> None:
    plan = answer(changed(place, value))
    if not isinstance(plan, str):
        assert len(plan["days"]) == 7


@pytest.mark.parametrize("value", [{}, "", "x", -1, 1.5, True, [None], "0001-01-01"], ids=repr)
def test_an_odd_value_in_any_field_gives_a_plan_or_a_sentence(value: object) -> None:
    for place in PLACES:
        answer(changed(place, value))


@pytest.mark.parametrize("today", ["1900-01-01", "2199-12-31", "2024-02-29", "2026-03-29", "2026-10-25"])
def test_any_day_can_be_today(today: str) -> None:
    assert len(plan_case({"schema": 1, "today": today})["days"]) == 7


def test_the_order_of_entries_and_repeats_change_nothing() -> None:
    shuffled = {**CASE, "journal": [*reversed(CASE["journal"]), *CASE["journal"][3:8]]}
    assert json.dumps(plan_case(shuffled)) == json.dumps(plan_case(CASE))


def test_planning_changes_nothing_of_what_was_given() -> None:
    case = deepcopy(CASE)
    plan_case(case, trace=True)
    assert case == CASE


def test_the_profile_of_a_case_may_come_as_entries() -> None:
    profile = {"kind": "profile", "id": "p", "logged_at": "2026-11-01T08:00:00+00:00", "changes": CASE["runner"]}
    told = {**CASE, "runner": None, "journal": [*CASE["journal"], profile]}
    assert plan_case(told) == plan_case(CASE)
