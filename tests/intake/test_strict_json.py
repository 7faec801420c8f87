"""JSON that Python lets through and a journal can't hold is named, and none of it is taken."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake.strict_json import DEEPEST, NotStrict, loads

ENTRY = '{"kind": "pain", "id": "a", "score": %s}'


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return f"{opening * depth}0{closing * depth}"


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "cut short": ('{"a":', "intake.broken_json"),
    "nothing": ("", "intake.broken_json"),
    "no UTF-8": (b'{"a": "\xff"}', "intake.broken_json"),
    "two documents": ("{} {}", "intake.broken_json"),
    "a control character": ('{"a": "\0"}', "intake.broken_json"),
    "lists in lists": (nested(100_000), "intake.deep_json"),
    "objects in objects": (nested(100_000, '{"a":', "}"), "intake.deep_json"),
    "lists that never end": ("[" * 100_000, "intake.deep_json"),
    "a little too deep": (nested(DEEPEST + 1), "intake.deep_json"),
    "a key twice": ('{"a": 1, "b": {"c": 1, "c": 1}}', "intake.repeated_key"),
    "a key twice, spelt in two ways": ('{"a": 1, "\\u0061": 2}', "intake.repeated_key"),
    "no number": (ENTRY % "NaN", "intake.json_number"),
    "infinity": (ENTRY % "Infinity", "intake.json_number"),
    "less than all": (ENTRY % "-Infinity", "intake.json_number"),
    "10^400 as a power": (ENTRY % "1e400", "intake.json_number"),
    "-10^400 as a power": (ENTRY % "-1e400", "intake.json_number"),
    "10^400 in digits": (ENTRY % ("1" + "0" * 400), "intake.json_number"),
    "a number of 5,000 digits": (ENTRY % ("9" * 5_000), "intake.json_number"),
    "half of a sign": ('{"note": "\\ud800"}', "intake.half_sign"),
    "the other half": ('{"note": "a\\uDC00b"}', "intake.half_sign"),
    "half of a sign in a key": ('{"\\ud800": 1}', "intake.half_sign"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_no_journal_can_hold_is_named(case: str) -> None:
    text, why = HOSTILE[case]
    with pytest.raises(NotStrict) as fault:
        loads(text)
    assert fault.value.why == why
    assert all(len(str(value)) <= 41 and str(value).encode() for value in fault.value.params.values())


def test_a_hundred_thousand_keys_with_one_twice_are_seen_through_at_once() -> None:
    keys = ",".join(f'"{n}":0' for n in (*range(100_000), 99_999))
    with pytest.raises(NotStrict) as fault:
        loads(f"{{{keys}}}")
    assert fault.value.params == {"name": "99999"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"\\ud83e\\uddb5"', "🦵"),
        (b'\xef\xbb\xbf{"a": 1.5}', {"a": 1.5}),
        (nested(DEEPEST), json.loads(nested(DEEPEST))),
        ('"\\\\ud800"', "\\ud800"),
        ("[1e-400, -0.0, 1e308]", [0.0, -0.0, 1e308]),
    ],
)
def test_what_is_sound_is_read(text: str | bytes, value: object) -> None:
    assert loads(text) == value


SOUND = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@given(SOUND, st.booleans())
def test_any_sound_value_comes_back(value: object, plain: bool) -> None:
    assert loads(json.dumps(value, ensure_ascii=plain)) == value


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_no_text_makes_it_raise_anything_else(text: str | bytes) -> None:
    with suppress(NotStrict):
        loads(text)
