"""A clinician's reply: what is read of it, and what is refused."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Exercise, Faults, Limit, Reply, is_reply, limit_json, read_reply, share_id
from planner.journal import vocabulary as v
from planner.journal.limits import read_limits
from planner.words import say_faults

TODAY = date(2026, 11, 24)
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reply.schema.json").read_text("utf-8"))
GOOD: dict[str, Any] = {
    "schema": "stridewell/reply/1", "id": "7a", "for": "0f3c", "written": "2026-11-24", "until": "2026-12-08",
    "by": {"name": " Anna K. ", "role": "physio"},
    "limits": [{"kind": "max_run_min", "value": 15}, {"kind": "hold_stage", "value": 2, "until": "2026-12-01"}],
    "withdraws": ["no_hills"], "note": "Call me",
    "clearances": [{"clears": ["bone_stress_suspected"], "site": "shin_inner", "side": "left", "outcome": "excluded"}],
}  # fmt: skip


def read(**more: Any) -> Reply:
    return read_reply({**GOOD, **more}, TODAY)


def test_a_reply_is_read_with_its_signature_and_its_end_on_each_limit() -> None:
    reply = read()
    assert (reply.name, reply.role, reply.runner, reply.written, reply.note) == (
        "Anna K.", "physio", "0f3c", TODAY, "Call me")  # fmt: skip
    assert reply.limits == (
        Limit("max_run_min", 15, date(2026, 12, 8), by="Anna K."),
        Limit("hold_stage", "2", date(2026, 12, 1), by="Anna K."),
    )
    assert reply.withdraws == ("no_hills",)
    assert reply.clearances == ({"kind": "clearance", "on": "2026-11-24", "by": "physio", **GOOD["clearances"][0]},)


def test_the_key_tells_replies_apart_that_say_the_same() -> None:
    assert read().key == read().key
    assert len({read().key, read(id="7b").key, read(note="").key}) == 3


def test_an_exercise_keeps_its_dose_and_a_word_is_one_without() -> None:
    given = [{"id": "heel raises", "sets": 3, "reps": 12, "load_kg": 5}, "towel_curl"]
    (limit,) = read(limits=[{"kind": "exercises", "value": given}]).limits
    assert limit.value == (Exercise("heel raises", 3, 12, load_kg=5), Exercise("towel_curl"))


LIMITS: list[dict[str, Any]] = [
    {"kind": "max_run_min", "value": 20, "by": "Dr K.", "until": "2026-12-20"},
    {"kind": "max_pain", "value": 2, "note": "slowly"},
    {"kind": "no_hills", "value": True},
    {"kind": "days_off", "value": ["mon", "wed"]},
    {"kind": "days_off", "value": 2},
    {"kind": "start_stage", "value": "3"},
    {"kind": "allow", "value": ["massage"]},
    {"kind": "exercises", "value": [{"id": "towel_curl", "seconds": 30, "per_week": 2}]},
]


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_is_written_as_it_was_read(limit: dict[str, Any]) -> None:
    (read_limit,) = read_limits([limit], [])
    assert limit_json(read_limit) == limit


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "another schema": ({"schema": "stridewell/reply/2"}, "no reply that this version can read"),
    "from the future": ({"written": "2026-11-25"}, "2026-11-25"),
    "nobody's": ({"for": None}, "for"),
    "without an id": ({"id": None}, "id"),
    "without a day": ({"written": None}, "written"),
    "unsigned": ({"by": None}, "name"),
    "signed with nothing": ({"by": {"name": " ", "role": "physio"}}, "who signs is missing"),
    "signed by nobody we know of": ({"by": {"name": "X", "role": "coach"}}, "coach"),
    "no object for who": ({"by": "Anna"}, "Anna"),
    "minutes below zero": ({"limits": [{"kind": "max_run_min", "value": -5}]}, "-5"),
    "pain of eleven": ({"limits": [{"kind": "max_pain", "value": 11}]}, "11"),
    "stage twelve": ({"limits": [{"kind": "hold_stage", "value": 12}]}, "12"),
    "over already": ({"limits": [{"kind": "max_pain", "value": 1, "until": "2026-11-23"}]}, "over before today"),
    "a limit of nothing": ({"limits": [{"kind": "days_off", "value": []}]}, "limits nothing"),
    "no hills, not": ({"limits": [{"kind": "no_hills", "value": False}], "withdraws": []}, "limits nothing"),
    "a limit without a value": ({"limits": [{"kind": "max_pain"}]}, "value"),
    "a limit of no kind": ({"limits": [{"kind": "speed", "value": 1}]}, "speed"),
    "a limit that signs for itself": ({"limits": 5}, "5"),
    "one kind twice": ({"limits": [{"kind": "max_pain", "value": n} for n in (1, 2)]}, "max_pain is there twice"),
    "set and withdrawn": ({"withdraws": ["max_run_min"]}, "set and withdrawn"),
    "a start above the stage to stay at": (
        {"limits": [{"kind": "start_stage", "value": "5"}, {"kind": "hold_stage", "value": "2"}]}, "above the stage"),
    "sets that can't be counted": (
        {"limits": [{"kind": "exercises", "value": [{"id": "x", "sets": 0}]}]}, "0"),
    "an exercise without a name": ({"limits": [{"kind": "exercises", "value": [{"sets": 1}]}]}, "id"),
    "too many exercises": ({"limits": [{"kind": "exercises", "value": ["x"] * 21}]}, "21"),
    "a clearance of nothing": ({"clearances": [{"outcome": "excluded"}]}, "names the warning signs"),
    "a clearance that is none": ({"clearances": [3]}, "names the warning signs"),
    "a clearance that dates itself": ({"clearances": [{"clears": ["nerve"], "on": "2027-01-01"}]}, "nothing but"),
    "a clearance of no flag": ({"clearances": [{"clears": ["tiredness"]}]}, "tiredness"),
    "an unknown key": ({"colour": "red"}, "colour"),
    "nothing at all": ({"limits": [], "withdraws": [], "clearances": [], "note": ""}, "sets nothing"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_a_reply_that_cannot_be_meant_gets_a_sentence(change: dict[str, Any], said: str, language: str) -> None:
    with pytest.raises(Faults) as wrong:
        read(**change)
    sentence = say_faults(wrong.value, language)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert language != "en" or said in sentence


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "value", "id", "x"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(GOOD)), JSON)
def test_whatever_stands_in_a_field_it_is_read_or_refused(key: str, value: object) -> None:
    try:
        reply = read(**{key: value})
    except Faults as wrong:
        said = say_faults(wrong)
    else:
        said = reply.name
    assert said


@pytest.mark.parametrize(
    ("raw", "told"), [(GOOD, True), ({"schema": "stridewell/reply/9"}, True), ({"schema": 1}, False), ([], False)]
)
def test_a_reply_says_of_itself_that_it_is_one(raw: object, told: bool) -> None:
    assert is_reply(raw) is told


def test_the_name_of_a_journal_hides_its_entry() -> None:
    assert share_id("a") != share_id("b")
    assert len(share_id("a")) == 16


def test_the_schema_knows_the_words_that_the_reader_knows() -> None:
    limit = SCHEMA["$defs"]["limit"]["properties"]
    assert SCHEMA["properties"]["schema"]["const"] == GOOD["schema"]
    assert set(SCHEMA["properties"]) == {*GOOD}
    assert limit["kind"]["enum"] == list(v.LIMIT_KINDS)
    assert SCHEMA["properties"]["by"]["properties"]["role"]["enum"] == list(v.CLINICIANS)
    clearance = SCHEMA["$defs"]["clearance"]["properties"]
    assert clearance["clears"]["items"]["enum"] == list(v.FLAGS)
    assert clearance["site"]["enum"] == list(v.SITES)
    assert clearance["outcome"]["enum"] == list(v.CLEARANCE_OUTCOMES)
    assert set(SCHEMA["$defs"]["exercise"]["properties"]) == set(Exercise.__dataclass_fields__)
