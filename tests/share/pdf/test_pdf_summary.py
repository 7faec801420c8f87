"""Who has the file alone reads what page one says, though the days before it stayed at home."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from planner.desk.visited import visited
from planner.journal import Faults
from planner.protocols import protocols
from planner.share.pdf.choice import choose
from planner.share.pdf.inside import shared
from planner.share.pdf.sheet import sheet
from planner.share.pdf.story import Story, story
from planner.share.pdf.summary import choice_of, summary, with_summary
from planner.words import Voice
from tests.share.pdf.people import PEOPLE

Entry = dict[str, Any]
VOICE = Voice("en")


@cache
def handed(who: str) -> Any:
    return PEOPLE[who](Path(mkdtemp())).handed()


def sent(who: str, **chosen: Any) -> tuple[Story, Entry, Entry]:
    """The story, the data of its days, and what page one says, as they come out of a file."""
    one = handed(who)
    choice = choose(one.today, **chosen)
    told = story(one, choice, protocols())
    return told, json.loads(json.dumps(shared(one.whole, choice))), json.loads(json.dumps(summary(told)))


def read(data: Entry, report: Entry) -> Story:
    known = visited(data, VOICE)
    return with_summary(story(known, choice_of(report, known.today), protocols()), report)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("leave_out", [(), ("sessions", "limits", "health", "notes"), ("load", "person")])
def test_page_one_reads_the_same_from_the_file_alone(who: str, leave_out: tuple[str, ...]) -> None:
    told, data, report = sent(who, leave_out=leave_out, name="Robin", questions=["May I run?"])
    at_home = {section.key: section for section in sheet(told).one}
    there = {section.key: section for section in sheet(read(data, report)).one}
    assert there.keys() == at_home.keys()
    for key in at_home.keys() - {"safety", "chart", "questions"}:
        assert there[key] == at_home[key], key
    assert there["safety"].content[0] == at_home["safety"].content[0]


def test_a_note_that_was_left_out_is_not_told_with_its_limit() -> None:
    one = handed("two weeks")
    noted = {**one.profile, "clinician_limits": [{"kind": "no_hills", "value": True, "note": "secret"}]}
    changed = type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"profile": noted})
    told = story(changed, choose(one.today, leave_out=["notes"]), protocols())
    assert "secret" not in json.dumps(summary(told))
    assert "secret" in json.dumps(summary(story(changed, choose(one.today), protocols())))


@pytest.mark.parametrize(
    "broken",
    [
        {"first": "2026-12-01"}, {"last": "2030-01-01"}, {"phase": "cured"}, {"light": 3}, {"stage": "12"},
        {"left_out": ["everything"]}, {"flags": [{"id": "?"}]}, {"sessions": [1]}, {"weeks": "none"}, {"onset": [1]},
        {"answered": -1}, {"asked": [{"question": "why"}]}, {"limits": [{"limit": {"kind": "max_pain", "value": 11}}]},
        {"hurts": [{"place": {"site": "ear", "side": "left"}}]},
    ],
)  # fmt: skip
def test_a_report_that_was_tampered_with_is_a_fault_and_no_traceback(broken: Entry) -> None:
    _, data, report = sent("two weeks")
    with pytest.raises(Faults):
        read(data, {**report, **broken})


@pytest.mark.parametrize(
    "broken", [{"today": None}, {"journal": 3}, {"runner": 3}, {"journal": [1]}, {"today": "soon"}]
)
def test_data_that_are_no_journal_are_a_fault(broken: Entry) -> None:
    with pytest.raises(Faults):
        visited({"schema": 1, "today": date(2026, 11, 24).isoformat(), "runner": {}, "journal": [], **broken}, VOICE)
