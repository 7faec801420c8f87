"""Whom to call: the number of a country where it is known, and no guess where it isn't."""

import re

import pytest
from babel import Locale

from planner.protocols import protocols

BOOK = protocols().emergency


@pytest.mark.parametrize(
    ("country", "number"), [("DE", "112"), ("GB", "999"), ("US", "911"), ("AU", "000"), ("NO", "113"), ("RU", "112")]
)
def test_a_country_has_the_number_that_reaches_an_ambulance(country: str, number: str) -> None:
    assert BOOK.number(country) == number


@pytest.mark.parametrize("country", [None, "", "XX", "de"])
def test_no_number_is_guessed(country: str | None) -> None:
    assert BOOK.number(country) is None


def test_every_country_is_named_once_and_has_a_number_to_dial() -> None:
    names = Locale.parse("en").territories
    assert set(BOOK.countries) <= set(names)
    assert not set(BOOK.shared.countries) & set(BOOK.national.numbers)
    for country in BOOK.countries:
        assert re.fullmatch(r"\d{3,5}", str(BOOK.number(country))), country


def test_only_what_ends_by_itself_and_a_mere_advice_need_no_clearance() -> None:
    assert {flag.id for flag in protocols().flags.flags if not flag.may_be_cleared} == {"rest_pain_once", "venous"}


def test_every_question_of_the_screening_says_whether_it_is_about_a_place() -> None:
    without = {question.id for question in protocols().flags.screening.questions if not question.has_place}
    assert without == {"chest", "spine"}
