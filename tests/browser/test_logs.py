"""Sleep, drinks and runs on the phone, and what is said to bad input."""

import re

import pytest

from tests.browser.app import PHONE, OpenApp


def test_a_glass_of_water_takes_one_tap_and_can_be_taken_back(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE)
    app.tap("Water 250 ml")
    app.says("250 ml is saved.")
    app.tap("Undo")
    app.says("Taken back.")


def test_a_morning_without_pain_takes_one_tap(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE)
    app.says("Not answered yet")
    app.tap("No pain")
    app.says("Thank you, your answer is saved.")
    app.tap("Undo")
    app.says("Taken back.")


def test_a_night_is_logged_in_hours_and_with_a_comma(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/log/sleep")
    app.write("Hours asleep", "7,5")
    app.choose("Good")
    app.tap("Save")
    app.says("Your night is saved.")


def test_a_run_is_logged_with_how_it_felt(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/log/run")
    app.write("Distance, km", "3.1")
    app.write("Minutes in all", "30")
    app.tap("No pain at all")
    app.slide("How hard was it?", 3)
    app.tap("Save")
    app.says(re.compile("Your run is saved."))


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/log/sleep", {"Hours asleep": "25"}, "Hours asleep: 25 is outside 0 to 24"),
        ("/log/sleep", {}, "how many hours you slept"),
        ("/log/drink", {"Another amount, in ml": "-3"}, "-3"),
        ("/log/drink", {"Another amount, in ml": "a lot"}, "a lot"),
        ("/log/drink", {"Another amount, in ml": "300", "When": "tomorrow at eight or so"}, "tomorrow at eight or so"),
    ],
)
def test_bad_input_gets_one_sentence_beside_the_form(
    open_app: OpenApp, sample_address: str, path: str, fields: dict[str, str], said: str
) -> None:
    app = open_app(sample_address, PHONE, path)
    for name, text in fields.items():
        app.write(name, text)
    app.tap("Save")
    app.says(said)
    assert not app.page.get_by_text("is saved").count()
