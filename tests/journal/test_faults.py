"""What is wrong in entries, profiles and issued plans: everything at once, each with its place."""

from datetime import date
from typing import Any

import pytest

from planner.journal import Faults, fold, read_runner
from planner.journal.issued import read_issued

TODAY = date(2026, 11, 22)


def wrong_entry(entry: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Faults) as caught:
        fold([{"id": "x", **entry}], TODAY)
    return [(fault.where.removeprefix(f"{entry.get('kind')} x, "), fault.key) for fault in caught.value.faults]


ENTRIES: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "pain", "score": 11}, "score", "fault.range"),
    ({"kind": "pain", "score": -1}, "score", "fault.range"),
    ({"kind": "pain", "score": 2.5}, "score", "fault.whole"),
    ({"kind": "pain", "score": "3"}, "score", "fault.whole"),
    ({"kind": "pain", "score": True}, "score", "fault.whole"),
    ({"kind": "pain", "site": "elbow"}, "site", "fault.word"),
    ({"kind": "pain", "side": "middle"}, "side", "fault.word"),
    ({"kind": "pain", "during": ["run"]}, "during", "fault.word"),
    ({"kind": "pain", "course": "wavy"}, "course", "fault.word"),
    ({"kind": "pain", "signs": ["swelling", "gloom"]}, "signs", "fault.word"),
    ({"kind": "pain", "signs": "swelling"}, "signs", "fault.list"),
    ({"kind": "pain", "painkiller_24h": "yes"}, "painkiller_24h", "fault.truth"),
    ({"kind": "pain", "at": "soon"}, "at", "fault.moment"),
    ({"kind": "pain", "at": 20261120}, "at", "fault.moment"),
    ({"kind": "pain", "at": "2026-11-31"}, "at", "fault.moment"),
    ({"kind": "pain", "at": "0001-01-01"}, "at", "fault.year"),
    ({"kind": "pain", "at": "2026-11-23"}, "at", "fault.future"),
    ({"kind": "pain", "mood": 3}, "mood", "fault.field"),
    ({"kind": "pain", "note": "x" * 2001}, "note", "fault.text"),
    ({"kind": "pain", "note": "\ud800"}, "note", "fault.text"),
    ({"kind": "sleep", "asleep_h": 25}, "asleep_h", "fault.range"),
    ({"kind": "sleep", "asleep_h": float("nan")}, "asleep_h", "fault.number"),
    ({"kind": "sleep", "asleep_h": float("inf")}, "asleep_h", "fault.range"),
    ({"kind": "sleep", "quality": 6}, "quality", "fault.range"),
    ({"kind": "sleep", "bed": "25:99"}, "bed", "fault.clock"),
    ({"kind": "sleep", "night_of": "2026-11-23"}, "night_of", "fault.future"),
    ({"kind": "drink", "volume_ml": -300}, "volume_ml", "fault.range"),
    ({"kind": "drink", "volume_ml": "a lot"}, "volume_ml", "fault.number"),
    ({"kind": "run", "distance_km": -3}, "distance_km", "fault.range"),
    ({"kind": "run", "duration_min": 5000}, "duration_min", "fault.range"),
    ({"kind": "run", "stage": "10"}, "stage", "fault.word"),
    ({"kind": "run", "source": "watch"}, "source", "fault.object"),
    ({"kind": "walk", "rpe": 3}, "rpe", "fault.field"),
    ({"kind": "check_in", "pain_morning": 99}, "pain_morning", "fault.range"),
    ({"kind": "test", "test": "handstand"}, "test", "fault.word"),
    ({"kind": "screen", "on": "2026-12-01"}, "on", "fault.future"),
    ({"kind": "pause", "from": "2026-12-24", "to": "2026-12-20"}, "to", "fault.backwards"),
    ({"kind": "pause", "why": "laziness"}, "why", "fault.word"),
    ({"kind": "done", "outcome": "forgotten"}, "outcome", "fault.word"),
    ({"kind": "clearance", "by": "neighbour"}, "by", "fault.word"),
    ({"kind": "clearance", "clears": ["gloom"]}, "clears", "fault.word"),
    ({"kind": "clearance", "on": "2026-11-23"}, "on", "fault.future"),
    ({"kind": "profile", "changes": []}, "changes", "fault.object"),
    ({"kind": "issued", "plan": 3}, "plan", "fault.object"),
    ({"kind": "deleted"}, "entry", "fault.missing"),
    ({"kind": "deleted", "entry": 5}, "entry", "fault.text"),
]


@pytest.mark.parametrize(("entry", "field", "key"), ENTRIES)
def test_a_wrong_field_is_named_with_its_entry(entry: dict[str, Any], field: str, key: str) -> None:
    assert wrong_entry(entry) == [(field, key)]


@pytest.mark.parametrize("kind", ["poem", None, 5, ["pain"], {}])
def test_an_entry_of_no_kind_is_named(kind: object) -> None:
    with pytest.raises(Faults) as caught:
        fold([{"kind": kind, "id": "x"}], TODAY)
    assert [fault.key for fault in caught.value.faults] == ["fault.kind"]


def test_an_entry_without_id_is_named_by_its_time() -> None:
    with pytest.raises(Faults) as caught:
        fold([{"kind": "pain", "at": "2026-11-20T07:30", "score": 12}], TODAY)
    assert caught.value.faults[0].where == "pain 2026-11-20T07:30, score"


def test_everything_that_is_wrong_is_said_at_once() -> None:
    faulty = {"kind": "pain", "course": None, "score": 11, "site": "elbow", "at": "2027-01-01", "mood": 1}
    assert {key for _, key in wrong_entry(faulty)} == {"fault.range", "fault.word", "fault.future", "fault.field"}


def test_pauses_and_moves_may_lie_ahead() -> None:
    ahead: list[dict[str, Any]] = [
        {"kind": "pause", "id": "p", "from": "2026-12-24", "to": None},
        {"kind": "done", "id": "d", "at": "2026-11-22", "outcome": "moved", "to": "2026-11-25"},
    ]
    journal = fold(ahead, TODAY)
    assert journal.pauses[0].end is None
    assert journal.dones[0].to == date(2026, 11, 25)


def wrong_runner(raw: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Faults) as caught:
        read_runner(raw, TODAY)
    return [(fault.where.removeprefix("runner, "), fault.key) for fault in caught.value.faults]


PROFILES: list[tuple[dict[str, Any], str, str]] = [
    ({"birth_year": 1700}, "birth_year", "fault.range"),
    ({"birth_year": 2030}, "birth_year", "fault.future"),
    ({"mood": "good"}, "mood", "fault.field"),
    ({"mood": None}, "mood", "fault.field"),
    ({"sex": "unsaid"}, "sex", "fault.word"),
    ({"mass_kg": 9000}, "mass_kg", "fault.range"),
    ({"bedtime": "late"}, "bedtime", "fault.clock"),
    ({"run_days": ["someday"]}, "run_days", "fault.word"),
    ({"run_days": "tue"}, "run_days", "fault.list"),
    ({"day_minutes": {"tue": "long"}}, "day_minutes.tue", "fault.number"),
    ({"day_minutes": {"someday": 30}}, "day_minutes.someday", "fault.word"),
    ({"day_minutes": [30]}, "day_minutes", "fault.object"),
    ({"equipment": "step"}, "equipment", "fault.list"),
    ({"goal": {"by": "spring"}}, "goal.by", "fault.moment"),
    ({"goal": "a marathon"}, "goal", "fault.object"),
    ({"usual_morning": {"elbow": 1}}, "usual_morning.elbow", "fault.field"),
    ({"usual_morning": {"calf": 11}}, "usual_morning.calf", "fault.range"),
    ({"diagnoses": {"condition": "mtss"}}, "diagnoses", "fault.list"),
    ({"diagnoses": [{"condition": "gout"}]}, "diagnoses[1].condition", "fault.word"),
    ({"diagnoses": [{"condition": "mtss"}, {"side": "left"}]}, "diagnoses[2].condition", "fault.missing"),
    ({"diagnoses": [{"condition": "mtss", "since": "soon"}]}, "diagnoses[1].since", "fault.moment"),
    ({"diagnoses": [5]}, "diagnoses[1]", "fault.object"),
    ({"health": ["gloom"]}, "health[1].id", "fault.word"),
    ({"health": [None]}, "health[1]", "fault.object"),
    ({"health": [{"until": "2026-12-01"}]}, "health[1].id", "fault.missing"),
    ({"health": "asthma"}, "health", "fault.list"),
    ({"clinician_limits": [{"value": 20}]}, "clinician_limits[1].kind", "fault.missing"),
    ({"clinician_limits": [{"kind": "max_run_min"}]}, "clinician_limits[1].value", "fault.missing"),
    ({"clinician_limits": [{"kind": "max_run_min", "value": "few"}]}, "clinician_limits[1].value", "fault.number"),
    ({"clinician_limits": [{"kind": "max_pain", "value": 11}]}, "clinician_limits[1].value", "fault.range"),
    ({"clinician_limits": [{"kind": "hold_stage", "value": "10"}]}, "clinician_limits[1].value", "fault.word"),
    ({"clinician_limits": [{"kind": "days_off", "value": ["someday"]}]}, "clinician_limits[1].value", "fault.word"),
    ({"clinician_limits": [{"kind": "allow", "value": "everything"}]}, "clinician_limits[1].value", "fault.word"),
    ({"clinician_limits": [{"kind": "allow"}]}, "clinician_limits[1].value", "fault.missing"),
    ({"clinician_limits": [{"kind": "silence", "value": 1}]}, "clinician_limits[1].kind", "fault.word"),
]


@pytest.mark.parametrize(("raw", "field", "key"), PROFILES)
def test_a_wrong_field_of_a_profile_is_named(raw: dict[str, Any], field: str, key: str) -> None:
    assert wrong_runner(raw) == [(field, key)]


def test_all_that_is_wrong_in_a_profile_is_said_at_once() -> None:
    raw = {"birth_year": 1700, "run_days": ["someday"], "diagnoses": [{"condition": "gout"}, 5], "mood": 1}
    places = [field for field, _ in wrong_runner(raw)]
    assert places == ["birth_year", "run_days", "diagnoses[1].condition", "diagnoses[2]", "mood"]


def issued(**item: Any) -> dict[str, Any]:
    shown = {"id": "2026-11-24/run/1", "kind": "run", **item}
    return {"week_start": "2026-11-23", "days": [{"date": "2026-11-24", "items": [shown]}]}


ISSUED: list[tuple[object, str, str]] = [
    ("a plan", "issued[1]", "fault.object"),
    ({"days": 5}, "issued[1], days", "fault.list"),
    ({"days": [3]}, "issued[1], day 1", "fault.object"),
    ({"days": [{"items": []}]}, "issued[1], day 1", "fault.missing"),
    ({"week_start": "monday"}, "issued[1], week_start", "fault.moment"),
    ({}, "issued[1]", "fault.missing"),
    (issued(id=None), "issued[1], day 1, item 1", "fault.missing"),
    (issued(kind="poem"), "issued[1], day 1, item 1, kind", "fault.word"),
    (issued(minutes="many"), "issued[1], day 1, item 1, minutes", "fault.whole"),
    (issued(at="late"), "issued[1], day 1, item 1, at", "fault.clock"),
    (issued(dose=[]), "issued[1], day 1, item 1, dose", "fault.object"),
    (issued(dose={"run_min": "x"}), "issued[1], day 1, item 1, dose, run_min", "fault.number"),
    ({**issued(), "changes": 5}, "issued[1], changes", "fault.list"),
]


@pytest.mark.parametrize(("plan", "where", "key"), ISSUED)
def test_an_issued_plan_that_is_none_is_named_by_its_place(plan: object, where: str, key: str) -> None:
    with pytest.raises(Faults) as caught:
        read_issued([plan])
    assert [(fault.where, fault.key) for fault in caught.value.faults] == [(where, key)]


def test_all_issued_plans_that_are_none_are_named() -> None:
    with pytest.raises(Faults) as caught:
        read_issued([5, issued(), "x"])
    assert [fault.where for fault in caught.value.faults] == ["issued[1]", "issued[3]"]


def test_of_issued_plans_the_last_word_on_a_day_counts() -> None:
    first = {"today": "2026-11-22", **issued(minutes=30)}
    second = {"today": "2026-11-23", **issued(minutes=20, outcome=None)}
    history = read_issued([second, first])
    (item,) = history.on(date(2026, 11, 24))
    assert item.json == {"id": "2026-11-24/run/1", "kind": "run", "minutes": 20}
    assert history.on(date(2026, 11, 25)) == ()


def test_plans_that_were_issued_since_have_the_last_word() -> None:
    known = read_issued([{"today": "2026-11-23", **issued(minutes=30)}])
    since = read_issued([{"today": "2026-11-24", **issued(minutes=20)}])
    assert known.followed_by(since).items()["2026-11-24/run/1"].json["minutes"] == 20
    assert known.followed_by(read_issued([])) == known
