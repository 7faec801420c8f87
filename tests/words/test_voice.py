"""A runner is spoken to in their own units and lists, and told the number of their own country."""

from typing import Any

import pytest

from planner.protocols import protocols
from planner.share.calendar import calendar
from planner.words import Voice, listed
from planner.words.catalogue import sentences
from tests.assess.cases import TODAY, pain, plan, run

HERE, THERE = Voice("en"), Voice("en", imperial=True)
LANGUAGES = ("en", "es", "ru")


@pytest.mark.parametrize(
    ("value", "unit", "here", "there"),
    [
        (5.2, "km", "5.2 km", "3.2 mi"),
        (600.0, "km", "600 km", "372.8 mi"),
        (2000, "ml", "2,000 ml", "67.6 fl oz"),
        (37, "c", "37 °C", "98.6 °F"),
        (20, "cm", "20 cm", "7.9 in"),
    ],
)
def test_a_measure_is_said_in_the_runners_units(value: float, unit: str, here: str, there: str) -> None:
    assert (HERE.measure(value, unit), THERE.measure(value, unit)) == (here, there)


def test_what_was_meant_roughly_is_not_told_to_a_tenth() -> None:
    assert THERE.say("steps.warm_bath.1", warm_c=37, minutes=10) == "Warm, not hot: about 99 °F for 10 min"
    assert "about 68 fl oz" in THERE.say("steps.hydration.target", drink_ml=2000).lower()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "3.2 mi"), ("es", "3,2 mi"), ("ru", "3,2 ми"), ("pt", "3.2 mi")],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    assert Voice(language, imperial=True).measure(5.2, "km") == said


@pytest.mark.parametrize(
    ("words", "both", "one"),
    [(["a"], "a", "a"), (["a", "b"], "a and b", "a or b"), (["a", "b", "c"], "a, b, and c", "a, b, or c")],
)
def test_a_list_ends_with_and_or_with_or(words: list[str], both: str, one: str) -> None:
    assert (listed(words, "en"), listed(words, "en", either=True)) == (both, one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_a_plan_writes_a_unit_behind_a_measure(language: str) -> None:
    said = " ".join(
        text
        for family in ("reason.", "steps.", "forecast.", "needs.", "way.")
        for text in sentences(family, language).values()
    )
    for unit in ("km", "км", "ml", "мл", "°C", "cm", "см"):
        assert f"}} {unit}" not in said, unit


def habit(**more: Any) -> dict[str, Any]:
    runs = [run(day, 36, distance_km=6) for day in (-2, -4, -6, -9, -11, -13, -16, -18, -20)]
    goal = {"goal": {"kind": "distance", "distance_km": 10, "by": "2027-03-14"}}
    return plan(runs, experience="regular", **goal, **more)


def test_a_runner_who_thinks_in_miles_reads_miles_in_every_sentence() -> None:
    made = habit(units="imperial")
    said = [reason["text"] for day in made["days"] for item in day["items"] for reason in item["reasons"]]
    said += [
        made["assessment"]["forecast"]["basis"],
        *[s for d in made["days"] for i in d["items"] for s in i["steps"]],
    ]
    words = " ".join(said)
    assert "6.2 mi" in words
    for unit in (" km", " ml", "°C", " cm"):
        assert unit not in words
    # What the numbers are is public, and stays as it is.
    assert made["assessment"]["load"] == habit()["assessment"]["load"]


CHEST = [pain(0, None, 3, signs=["chest_pain"])]


def advice(**more: Any) -> tuple[dict[str, Any], str]:
    made = plan(CHEST, **more)
    (flag,) = made["assessment"]["flags"]
    assert flag["urgency"] == "emergency_now"
    return made, flag["advice"]


@pytest.mark.parametrize(("country", "number"), [("NO", "113"), ("GB", "999"), ("DE", "112"), ("US", "911")])
def test_an_emergency_names_the_number_of_the_country_wherever_it_is_told(country: str, number: str) -> None:
    made, told = advice(country=country)
    assert told.startswith(f"Call {number} now.")
    first = next(day for day in made["days"] if not day.get("past"))["items"][0]
    assert first["kind"] == "see_clinician"
    assert first["steps"][0] == told
    exported = calendar(made["days"], zone="Europe/Berlin").decode().replace("\r\n ", "")
    assert f"Call {number} now." in exported
    assert "North America" not in exported


@pytest.mark.parametrize("country", [None, "XX"])
def test_where_the_country_is_not_known_the_local_number_comes_first(country: str | None) -> None:
    _, told = advice(**({"country": country} if country else {}))
    assert told.startswith("Call your local emergency number now (112 in the EU, 911 in North America).")


def test_the_country_changes_words_alone() -> None:
    known, _ = advice(country="NO")
    unknown, _ = advice()
    assert [[item["id"] for item in day["items"]] for day in known["days"]] == [
        [item["id"] for item in day["items"]] for day in unknown["days"]
    ]
    assert known["assessment"]["flags"][0].keys() == unknown["assessment"]["flags"][0].keys()
    assert protocols().emergency.number("NO") == "113"
    assert known["today"] == str(TODAY)
