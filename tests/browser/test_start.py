"""The first start as a runner goes through it, and the red-flag questions when they are due."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.access import check
from tests.browser.app import PHONE, App, OpenApp, served


def choose(app: App, asked: str, *answers: str) -> None:
    """Waits for the question, and taps its answers."""
    app.heading(asked).wait_for()
    for answer in answers:
        app.tap(answer)


def tick(app: App, *names: str) -> None:
    for name in names:
        app.tap(name, "checkbox")
        expect(app.page.get_by_role("checkbox", name=name, exact=True)).to_be_checked()


def warns(app: App, *said: str) -> None:
    """Waits for a warning sign: its parts are the name of one group, for they are said in one go."""
    app.page.get_by_role("group", name=re.compile(".*".join(said), re.DOTALL)).first.wait_for(state="attached")


def say_no(app: App, first: int = 1) -> None:
    for number in range(first, 9):
        app.says(f"{number} of 8")
        app.tap("No")


def tell_who(app: App) -> None:
    """Up to the health list; what is wrong gets a sentence, and what was skipped can be gone back to."""
    app.heading("Where are you?").wait_for()
    app.write("Search for a country", "norw")
    expect(app.page.get_by_role("button", name="Albania")).to_have_count(0)
    app.tap("Norway")
    choose(app, "In which year were you born?", "Next")
    app.says("Type the year you were born in")
    app.write("Year of birth", "2031")
    app.tap("Next")
    app.says("Year of birth: 2031 lies after today")
    app.write("Year of birth", "1988")
    app.tap("Next")
    choose(app, "What is your sex?", "Female")
    choose(app, "How long have you been running?", "Back")
    choose(app, "What is your sex?", "Skip, ask me later")
    choose(app, "How long have you been running?", "I run regularly")
    app.heading("How far do you usually run in a week?").wait_for()
    app.write("Kilometres a week", "25,5")
    app.tap("Next")


def tell_what_hurts(app: App) -> None:
    choose(app, "Does anything hurt now?", "Something hurts")
    choose(app, "Where is it?", "Knee")
    choose(app, "Where exactly?", "Front of the knee")
    choose(app, "Which side?", "Left")
    choose(app, "How much does it hurt at its worst?", "2 of 10: a little")
    choose(app, "When is it at its worst?", "During a run")
    app.says("Front of the knee, left: 2 of 10")
    choose(app, "Does anything else hurt?", "That’s all")
    choose(app, "Has a doctor or physio told you what it is?", "Runner’s knee")
    choose(app, "Which side?", "Left")
    app.says("Runner’s knee, left")
    app.tap("That’s all")


@pytest.mark.sweep
def test_the_whole_first_start_goes_on_after_a_reload_and_ends_with_a_plan(open_app: OpenApp, tmp_path: Path) -> None:
    with served(tmp_path / "new") as address:
        app = open_app(address, PHONE, agree=False)
        app.tap("Español")
        app.heading("Antes de empezar").wait_for()
        app.tap("Atrás")
        app.choose_language()
        app.tap("I understand")
        tell_who(app)
        app.heading("Is any of this true for you?").wait_for()
        tick(app, "Varicose veins")
        app.says("The plan goes without: warm bath.")

        app.go()
        app.heading("Is any of this true for you?").wait_for()
        expect(app.page.get_by_role("checkbox", name="Varicose veins")).to_be_checked()
        app.tap("Next, with 1 ticked")
        app.heading("On which days can you run?").wait_for()
        tick(app, "Tuesday", "Saturday")
        app.tap("Next")
        choose(app, "How much time do you have on such a day?", "45 min")
        tell_what_hurts(app)
        say_no(app)

        app.heading("Your first plan").wait_for()
        app.says(re.compile("^Today: "))
        app.tap("Go to today")
        app.heading("Today").wait_for()
        assert not app.page.get_by_text("Your plan changed").count()
        app.tap("Answer now")
        choose(app, "What is your sex?", "Female")
        app.heading("Today").wait_for()
        expect(app.page.get_by_role("button", name="Answer now")).to_have_count(0)


def an_emergency_by_mistake(app: App) -> None:
    app.says("1 of 8")
    app.tap("Yes, or I’m not sure")
    choose(app, "Which of these is it?", "Next")
    app.says("Tick at least one")
    tick(app, "Short of breath")
    app.tap("Next")
    choose(app, "And a leg?", "One leg is swollen")
    app.heading("Please act on this").wait_for()
    warns(app, "Warning sign: emergency, now", "Call your local emergency number now")
    expect(app.page.get_by_role("button", name="Call 112")).to_be_attached()
    app.heading("What you can say to them").wait_for()
    check(app, "an emergency", least=1)
    app.tap("I tapped this by mistake")
    app.tap("Yes, take it back")


def a_swollen_leg(app: App) -> None:
    app.says("3 of 8")
    app.tap("Yes, or I’m not sure")
    app.heading("Which of these is it?").wait_for()
    tick(app, "One leg swollen")
    app.tap("Next")
    choose(app, "Where is it?", "Shin and calf")
    choose(app, "Where exactly?", "Calf")
    choose(app, "Which side?", "Left")
    app.heading("Please act on this").wait_for()
    warns(app, "Warning sign: today", "Be seen today: .*urgent care")


@pytest.mark.sweep
def test_a_yes_says_at_once_whom_to_see_and_stays_in_sight(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE)
        app.tap("Answer the questions")
        choose(app, "Safety questions", "Yes to one, or not sure")
        an_emergency_by_mistake(app)
        for number in (1, 2):
            app.says(f"{number} of 8")
            app.tap("No")
        a_swollen_leg(app)

        app.go()
        app.heading("Today").wait_for()
        app.says("5 questions are still open.")
        warns(app, "Warning sign: today")
        app.place("Plan")
        warns(app, "Warning sign: today")
        app.place("More")
        app.tap(re.compile("^Warning sign, today: "))
        app.heading("Today").wait_for()
        app.tap("Go on with the questions")
        app.tap(re.compile("^Go on: 5 questions left"))
        say_no(app, 4)
        choose(app, "Thank you", "Back to today")
        app.heading("Today").wait_for()
        expect(app.page.get_by_role("button", name=re.compile("the questions$"))).to_have_count(0)
