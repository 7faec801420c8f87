"""The pages in words: in the order that was promised, in each language, and not a word of what was left out."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from planner.journal.vocabulary import HEALTH
from planner.protocols import protocols
from planner.share.pdf.choice import PARTS, choose
from planner.share.pdf.inside import shared
from planner.share.pdf.page_one import page_one
from planner.share.pdf.page_two import page_two
from planner.share.pdf.pages import Pages
from planner.share.pdf.shapes import Blanks, Line, Picture, Section, Sheet, Table
from planner.share.pdf.sheet import sheet
from planner.share.pdf.speech import days
from planner.share.pdf.story import Story, story
from planner.words import Voice
from planner.words.limits import limit_words
from tests.share.pdf.people import TODAY, climber, handed_of, veteran

WHOLE = dict[str, Any]


@cache
def veteran_story(language: str = "en") -> Story:
    one = veteran(Path(mkdtemp()), 60, language).handed()
    return story(one, choose(TODAY, questions=["May I cycle?"], name="Ada"), protocols())


def as_text(section: Section) -> list[str]:
    lines = [f"# {section.heading}"]
    for one in section.content:
        match one:
            case Line():
                lines.append(one.text)
            case Table():
                lines += [" | ".join(row) for row in (one.columns, *one.rows)]
            case Blanks():
                lines.append(" ____ ".join(one.labels))
            case Picture():
                lines += [f"[{one.told}]", *one.legend]
    return lines


def text_of(said: Sheet) -> str:
    return "\n".join(line for section in (*said.one, *said.two, *said.raw) for line in as_text(section))


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_the_pages_say_this(language: str, snapshot: SnapshotAssertion) -> None:
    assert text_of(sheet(veteran_story(language))) == snapshot


def test_page_one_keeps_its_order() -> None:
    assert [section.key for section in sheet(veteran_story()).one] == [
        "who", "safety", "onset", "body", "chart", "sessions", "load", "health", "limits", "questions", "boxes",
    ]  # fmt: skip


def test_an_imperial_runner_reads_miles(tmp_path: Path) -> None:
    made = climber(tmp_path)
    made.change_runner({"units": "imperial"})
    said = text_of(sheet(story(made.handed(), choose(TODAY), protocols())))
    assert " mi" in said
    assert " km" not in said


def test_rules_of_our_own_are_marked_as_not_published_and_others_are_not(tmp_path: Path) -> None:
    said = sheet(story(climber(tmp_path).handed(), choose(TODAY), protocols()))
    (sources,) = [as_text(section)[1] for section in said.two if section.key == "sources"]
    marked = {one: "not published" in one for one in sources.split("  ")}
    assert {one for one, own in marked.items() if own} == {one for one in marked if "decision tables" in one}
    assert set(marked.values()) == {True, False}


def test_an_edited_entry_has_an_asterisk_on_the_page_and_in_the_raw_days(tmp_path: Path) -> None:
    one = veteran(tmp_path, 20).handed()
    said = sheet(story(one, choose(TODAY, appendix=True), protocols()))
    assert "*" in next(text for section in said.one if section.key == "sessions" for text in as_text(section)[-2:-1])
    assert any(line.split(" | ")[0].endswith("*") for line in as_text(said.raw[0])[2:])


LEFT_OUT = [
    ("person", "1988", "birth_year"),
    ("health", "asthma", "asthma"),
    ("limits", "Dr K.", "Dr K."),
    ("load", "21.1", "21.1"),
    ("notes", "after a flight", "after a flight"),
    ("sleep", "hours asleep", "asleep_h"),
    ("plan", "Sources", '"kind": "issued"'),
    ("form", "Answer of the physio", None),
]


@cache
def full_handed() -> Any:
    made = veteran(Path(mkdtemp()), 30)
    made.change_runner({"health": ["asthma"]})
    made.plan()
    return made.handed()


@pytest.mark.parametrize(("part", "printed", "inside"), LEFT_OUT)
def test_what_was_left_out_is_neither_printed_nor_inside(part: str, printed: str, inside: str | None) -> None:
    for left, there in (((), True), ((part,), False)):
        choice = choose(TODAY, leave_out=left, appendix=True)
        said = text_of(sheet(story(full_handed(), choice, protocols())))
        data = json.dumps(shared(full_handed().whole, choice), ensure_ascii=False)
        assert (printed in said) is there
        if inside is not None:
            assert (inside in data) is there


@pytest.mark.parametrize("part", ["health", "limits"])
def test_with_health_or_limits_the_reasons_of_the_plan_are_left_out_too(part: str) -> None:
    """They name both, also in the plans as they were shown."""
    for left, there in (((), True), ((part,), False)):
        choice = choose(TODAY, leave_out=left)
        said = text_of(sheet(story(full_handed(), choice, protocols())))
        assert ("needs to be looked at" in said) is there
        kinds = {entry["kind"] for entry in shared(full_handed().whole, choice)["journal"]}
        assert ("issued" in kinds) is there


def test_without_notes_the_note_of_a_limit_stays_at_home() -> None:
    choice = choose(TODAY, leave_out=["notes"])
    assert "Dr K." not in text_of(sheet(story(full_handed(), choice, protocols())))
    inside = shared(full_handed().whole, choice)
    assert [one["kind"] for one in inside["runner"]["clinician_limits"]] == [
        one["kind"] for one in full_handed().whole["runner"]["clinician_limits"]
    ]
    assert "Dr K." not in json.dumps(inside)


def test_every_part_can_be_left_out_at_once() -> None:
    choice = choose(TODAY, leave_out=PARTS, appendix=True)
    said = sheet(story(full_handed(), choice, protocols()))
    assert said.two == ()
    assert [section.key for section in said.one] == ["who", "safety", "onset", "body", "chart", "questions"]


def test_only_the_chosen_days_are_inside_and_what_was_deleted_stays_at_home(tmp_path: Path) -> None:
    made = veteran(tmp_path, 40)
    gone = made.log({"kind": "pain", "at": "2026-11-20T10:00", "score": 1, "site": "arch", "note": "a slip"})
    made.delete(gone)
    whole = made.handed().whole
    inside = shared(whole, choose(TODAY, first=date(2026, 11, 19), last=date(2026, 11, 20)))
    kinds = {entry["kind"] for entry in inside["journal"]}
    assert "profile" not in kinds
    assert "deleted" not in kinds
    assert gone not in {entry["id"] for entry in inside["journal"]}
    moments = {str(entry["at"])[:10] for entry in inside["journal"] if entry["kind"] in {"pain", "run"}}
    assert moments == {"2026-11-19", "2026-11-20"}
    assert "clearance" in kinds
    assert inside["runner"] == whole["runner"]


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"kind": "max_run_min", "value": 20}, "At most 20 running minutes a day"),
        ({"kind": "max_pain", "value": 2}, "Pain at most 2 of 10 while running"),
        ({"kind": "no_hills"}, "No hills"),
        ({"kind": "days_off", "value": ["mon", "sun"]}, "No running on Monday and Sunday"),
        ({"kind": "days_off", "value": 1}, "1 rest day in any seven"),
        ({"kind": "hold_stage", "value": "2"}, "Stay at stage 2"),
        ({"kind": "start_stage", "value": "1"}, "Start at stage 1"),
        ({"kind": "exercises", "value": "soleus lift"}, "Only these exercises: soleus lift"),
        ({"kind": "allow", "value": ["massage", "impact"]}, "Allowed: massage and running and jumping"),
    ],
)
def test_every_limit_has_its_words(limit: WHOLE, said: str) -> None:
    assert limit_words(limit, Voice()) == said


def test_three_days_in_a_row_are_told_from_the_first_to_the_last() -> None:
    some = [date(2026, 11, day) for day in (16, 18, 19, 20, 22, 23)]
    assert days(some, Voice()) == "Mon 16 Nov, Wed 18 Nov – Fri 20 Nov, Sun 22 Nov, Mon 23 Nov"


@settings(max_examples=12, deadline=None)
@given(
    health=st.sets(st.sampled_from(HEALTH)),
    questions=st.lists(st.text("абвгд xyz ", min_size=1, max_size=200), max_size=4),
    limits=st.integers(0, 12),
    language=st.sampled_from(["en", "es", "ru"]),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_whatever_is_told_two_pages_hold_it(
    health: set[str], questions: list[str], limits: int, language: str, paper: str
) -> None:
    limited = [
        {"kind": "exercises", "value": [f"exercise number {n}"] * 3, "by": "A physio by name"} for n in range(limits)
    ]
    profile = {"health": sorted(health), "clinician_limits": limited, "language": language}
    one = replace(full_handed_base(), profile={**full_handed_base().profile, **profile}, voice=Voice(language))
    choice = choose(TODAY, questions=questions, paper=paper)
    told = story(one, choice, protocols())
    pages = Pages(paper, language, "A title", datetime(2026, 11, 22, tzinfo=UTC))
    said = sheet(told)
    assert page_one(pages, said, told)
    assert page_two(pages, said)


@cache
def full_handed_base() -> Any:
    return handed_of(
        Path(mkdtemp()), [{"kind": "pain", "at": "2026-11-20T07:00", "site": "calf", "side": "left", "score": 3}]
    )
