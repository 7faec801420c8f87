"""Clinical 5.6: what a health state doesn't rule out but changes is said on the item, as a reason and as a step."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from planner.assess import Reason, assess
from planner.cases import read_case
from planner.protocols import protocols
from planner.schedule.items import Item
from planner.schedule.notes import with_notes
from planner.schedule.week import week_of
from tests.assess.cases import TODAY, case, items, plan, regular, the

# health -> kind -> a part of the sentence. Rows of the table that the contract rules out have no note.
TABLE = [
    ("heart_disease", "massage", "ask your clinician"),
    ("high_blood_pressure_uncontrolled", "massage", "ask your clinician"),
    ("high_blood_pressure_uncontrolled", "compression", "ask your clinician"),
    ("high_blood_pressure_uncontrolled", "leg_elevation", "ask your clinician"),
    ("diabetes", "massage", "ask your clinician"),
    ("diabetes", "leg_elevation", "ask your clinician"),
    ("pregnancy", "leg_elevation", "left side"),
    ("blood_thinner", "compression", "light pressure"),
    ("varicose_veins", "contrast_shower", "end cool"),
    ("varicose_veins", "massage", "off the veins"),
    ("varicose_veins", "compression", "fitted"),
]


def test_every_note_is_in_the_table_and_about_something_that_is_allowed() -> None:
    health = protocols().health
    assert {(state, kind) for state, kinds in health.notes.items() for kind in kinds} == {row[:2] for row in TABLE}
    assert not [(state, kind) for state, kind, _ in TABLE if kind in health.never.get(state, ())]


def noted(kind: str, day: date = TODAY, **runner: Any) -> list[str]:
    """The rules of the reasons of such an item on that day."""
    told = case(**runner)
    journal, who, history = read_case(told["journal"], told["runner"], told["issued"], TODAY)
    week = week_of(TODAY, assess(journal, who, history, TODAY, protocols()), who, journal, history, protocols())
    [item] = with_notes(week, [Item(day, kind, time(20), 10, {}, (Reason("some.rule", "decisions", "D"),))])
    return [reason.rule for reason in item.reasons]


@pytest.mark.parametrize(("state", "kind", "part"), TABLE)
def test_a_health_state_adds_its_note_to_the_item(state: str, kind: str, part: str) -> None:
    [first, note] = noted(kind, health=[state])
    assert first == "some.rule"
    assert note.startswith("note.")
    assert noted(kind) == ["some.rule"]
    assert noted("run", health=[state]) == ["some.rule"]


def test_what_a_clinician_allows_needs_no_note() -> None:
    allowed = {"kind": "allow", "value": ["massage"]}
    assert noted("massage", health=["diabetes"], clinician_limits=[allowed]) == ["some.rule"]
    assert len(noted("leg_elevation", health=["diabetes"], clinician_limits=[allowed])) == 2


def test_a_note_ends_with_the_health_state() -> None:
    until = [{"id": "pregnancy", "until": the(1)}]
    assert len(noted("leg_elevation", TODAY + timedelta(days=1), health=until)) == 2
    assert len(noted("leg_elevation", TODAY + timedelta(days=2), health=until)) == 1


@pytest.mark.parametrize(
    ("state", "kind", "part"), [row for row in TABLE if row[1] in {"leg_elevation", "contrast_shower"}]
)
def test_the_note_is_read_among_the_steps_and_the_reasons(state: str, kind: str, part: str) -> None:
    found = items(plan(regular(4, 40), health=[state]), kind)
    assert found
    for item in found:
        assert part in item["steps"][-1]
        assert part in item["reasons"][-1]["text"]
        assert item["reasons"][-1]["source"] == "rabe_2020"
