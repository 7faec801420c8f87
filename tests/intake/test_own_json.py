import json

import pytest

from planner.intake import Damaged, Found, Skipped, own_json

PAIN: dict[str, object] = {
    "kind": "pain",
    "id": "a",
    "at": "2026-11-20T07:30",
    "site": "shin_inner",
    "score": 1,
    "signs": [],
}
DELETED: dict[str, object] = {"kind": "deleted", "id": "b", "entry": "a", "logged_at": "2026-11-21T07:30:00Z"}


def test_what_was_exported_comes_back_unchanged() -> None:
    text = json.dumps({"schema": 1, "runner": {"language": "en"}, "journal": [PAIN, DELETED], "plan": None})
    assert list(own_json.parse(text, "export.json")) == [Found(PAIN, "export.json"), Found(DELETED, "export.json")]


def test_something_in_the_journal_that_is_no_entry_is_named_with_its_place() -> None:
    _, first, second = own_json.parse(json.dumps({"schema": 1, "journal": [PAIN, 7, {"id": "c"}]}), "export.json")
    assert first == Skipped("export.json", "intake.entry", "intake.no_kind", {"entry": 2})
    assert second == Skipped("export.json", "intake.entry", "intake.no_kind", {"entry": 3})


@pytest.mark.parametrize("text", ["[]", "{}", '{"schema": 1, "journal": {}}', '"x"'])
def test_other_json_is_named(text: str) -> None:
    assert list(own_json.parse(text, "x.json")) == [Skipped("x.json", None, "intake.other_json", foreign=True)]


@pytest.mark.parametrize("text", ["", "{", '{"schema": 1, "journal": ['])
def test_damaged_json_gives_nothing(text: str) -> None:
    assert list(own_json.parse(text, "x.json")) == [Damaged("x.json", "intake.broken_json")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"schema": 1, "journal": ' + "[" * 100_000, "intake.deep_json"),
        ('{"schema": 1, "journal": [], "journal": []}', "intake.repeated_key"),
        ('{"schema": 1, "journal": [{"kind": "pain", "score": NaN}]}', "intake.json_number"),
        ('{"schema": 1, "journal": [{"kind": "pain", "note": "\\ud800"}]}', "intake.half_sign"),
    ],
)
def test_hostile_json_gives_nothing_and_says_why(text: str, why: str) -> None:
    (damaged,) = own_json.parse(text, "x.json")
    assert isinstance(damaged, Damaged)
    assert damaged.why == why


def test_a_newer_schema_is_refused_and_names_both() -> None:
    (damaged,) = own_json.parse('{"schema": 2, "journal": []}', "x.json")
    assert damaged == Damaged("x.json", "intake.schema", 0, {"schema": "2", "known": 1})
