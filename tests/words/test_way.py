"""The way ahead in words: each stage by its minutes, and each test with how it is done, what is enough, and where it goes."""

from datetime import date

import pytest

from planner.journal.vocabulary import TESTS
from planner.protocols import Intervals, protocols
from planner.schedule import Clean, Growth, SelfTest, Step, Way
from planner.words import Voice, how_to_test, tell_way
from planner.words.documents import HowToDoc, WayDoc

TUESDAY = date(2026, 11, 24)


def told(way: Way) -> WayDoc:
    return tell_way(way, TUESDAY, Voice(), protocols())


def clean(kind: str = "run", **more: object) -> HowToDoc:
    numbers: dict[str, object] = {"during": 2, "after": 1, "before_counts": False, "painless": False}
    return told(Way(clean=Clean(kind, 1, 2, 10, 13, **{**numbers, **more})))["tests"][0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "intervals", "title", "run_min"),
    [
        ("W", Intervals(0.0, 30.0, 1), "Brisk walks of 30 min", 0),
        ("B1", Intervals(0.5, 1.0, 10), "10 × run 0.5 min, walk 1 min", 5),
        ("8", Intervals(30.0, 0.0, 1), "Run 30 min in one go", 30),
        ("9", Intervals(30.0, 0.0, 1), "Run freely, a little longer each week", 30),
    ],
)
def test_a_stage_is_told_by_its_minutes(stage: str, intervals: Intervals, title: str, run_min: float) -> None:
    (step,) = told(Way((Step(stage, intervals, "ahead", 3),)))["steps"]
    assert (step["title"], step["run_min"], step["weeks"]) == (title, run_min, 3)


def test_a_clean_run_is_told_by_its_minutes_its_answers_and_no_painkiller() -> None:
    test = clean()
    assert test["log"] == "run"
    assert test["steps"] == [
        "Run 10 to 13 minutes in all: as planned, no more and not much less.",
        "On the way, pain of no more than 2 of 10.",
        "An hour later, pain of no more than 1 of 10.",
        "The next morning, no worse than your usual mornings.",
        "No painkiller on the day or the day after, and every question answered.",
    ]


def test_no_pain_at_all_is_said_plainly() -> None:
    steps = " ".join(clean(during=0, after=0, painless=True)["steps"])
    assert "On the way, no pain at all. An hour later, no pain. The next morning, no pain." in steps


def test_a_knee_is_asked_against_how_it_was_before() -> None:
    assert any("than before you set off" in step for step in clean(after=None, before_counts=True)["steps"])


def test_where_nothing_hurts_a_clean_walk_is_its_minutes() -> None:
    test = clean("walk", during=None, after=None)
    assert (test["log"], len(test["steps"])) == ("walk", 2)


def test_nothing_is_explained_where_nothing_is_asked() -> None:
    assert told(Way(clean=Clean("run", 0, 0, 24, 33, 2, 1, before_counts=False, painless=False)))["tests"] == []
    assert told(Way()) == {"steps": [], "done": 0, "needed": 0, "tests": [], "growth": []}


@pytest.mark.parametrize(
    ("test", "reps", "pain", "log", "said"),
    [
        ("brisk_walk", 0, 1, "walk", "pain of no more than 1"),
        ("brisk_walk", 0, 0, "walk", "no pain at all"),
        ("heel_raise", 25, 10, "test", "25 repetitions"),
        ("hop", 0, 2, "test", "Don’t try this one alone"),
        ("step_down", 0, 2, "test", "low step"),
        ("bone_press", 0, 0, "test", "one finger"),
    ],
)
def test_a_test_says_how_it_is_done_and_what_is_enough(test: str, reps: int, pain: int, log: str, said: str) -> None:
    (one,) = told(Way(tests=(SelfTest(test, reps, pain, "decisions", "D"),)))["tests"]
    assert one["log"] == log
    assert said in " ".join(one["steps"])
    assert not any("{" in step for step in one["steps"])


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("hop", "about 10 times"),
        ("step_down", "no higher than 20 cm"),
        ("step_down", "5 times"),
        ("brisk_walk", "Walk 30 min"),
    ],
)
def test_how_a_test_is_done_takes_its_numbers_from_the_plans(test: str, said: str) -> None:
    assert said in " ".join(how_to_test(test, Voice(), protocols())["steps"])


def test_a_test_may_be_looked_up_by_who_isn_t_asked_for_it() -> None:
    for test in TESTS:
        told = how_to_test(test, Voice("ru", imperial=True), protocols())
        assert told["steps"]
        assert not any("{" in step for step in told["steps"])
        assert told["source"] in protocols().sources
    assert how_to_test("brisk_walk", Voice(), protocols())["log"] == "walk"
    assert "no higher than 8 in" in " ".join(how_to_test("step_down", Voice(imperial=True), protocols())["steps"])


def test_the_weeks_of_a_goal_begin_with_the_next_one() -> None:
    (week,) = told(Way(growth=(Growth(1, 6.6, lighter=False),)))["growth"]
    assert week == {"week_start": "2026-11-30", "km": 6.6, "lighter": False}
