"""The red-flag questions without their pages: what is logged when, and what is still open."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.ui.model import Model
from planner.ui.preferences import Preferences
from planner.ui.screening import answers as given
from planner.ui.screening.advice import raised
from planner.ui.screening.card import asks_for_flags

TUESDAY = date(2026, 11, 24)


def at(folder: Path, today: date = TUESDAY) -> Model:
    desk = Desk(folder, clock=lambda: datetime.combine(today, time(8), UTC), today=today)
    return Model(desk, Preferences(folder))


@pytest.fixture
def model(tmp_path: Path) -> Model:
    made = at(tmp_path)
    made.look()
    return made


def say_no(model: Model, times: int) -> None:
    for _ in range(times):
        shown = given.answers(model).question()
        assert shown
        assert given.say_no(model, shown) is None


def say_yes(model: Model, *signs: str, **place: object) -> str:
    shown = given.answers(model).question()
    assert shown
    given.put(model, given.Answers(given.answers(model).given, shown.id, signs, has_signs=True, place=place))
    assert given.say_yes(model) is None
    return shown.id


def screens(model: Model) -> list[dict[str, object]]:
    return model.desk.journal(kind="screen")


def outcomes(model: Model) -> list[object]:
    return [item.get("outcome") for item in model.day_of_today()["items"] if asks_for_flags(item)]


def test_no_to_all_is_logged_as_asked_and_ticks_the_item(model: Model) -> None:
    assert outcomes(model) == [None]
    assert given.say_no_to_all(model) is None
    assert [entry["signs"] for entry in screens(model)] == [[]]
    assert outcomes(model) == ["done"]


def test_what_was_not_asked_is_not_logged_as_a_no(model: Model, tmp_path: Path) -> None:
    say_no(model, 7)
    assert screens(model) == []
    assert outcomes(model) == [None]
    again = at(tmp_path)
    assert given.answers(again).left == 1
    say_no(again, 1)
    assert [entry["signs"] for entry in screens(again)] == [[]]
    assert outcomes(again) == ["done"]


def test_a_yes_is_logged_at_once_and_the_rest_stays_open(model: Model) -> None:
    question = say_yes(model, "chest_pain")
    assert [entry["signs"] for entry in screens(model)] == [["chest_pain"]]
    assert [flag["id"] for flag in raised(model, given.entries_of(given.answers(model), question))] == ["heart_or_lung"]
    assert given.answers(model).shows == question
    assert given.is_unfinished(model)
    assert given.go_on(model) is None
    say_no(model, 7)
    assert not given.is_unfinished(model)
    assert len(screens(model)) == 1


@pytest.mark.parametrize("sign", ["chest_pain", "faint"])
def test_a_yes_to_the_first_question_is_an_emergency(model: Model, sign: str) -> None:
    shown = given.answers(model).question()
    assert shown
    assert not given.needs_leg(shown, [sign])
    question = say_yes(model, sign)
    flags = raised(model, given.entries_of(given.answers(model), question))
    assert [flag["urgency"] for flag in flags] == ["emergency_now"]


def test_short_of_breath_asks_about_the_leg_and_is_an_emergency_with_it(model: Model) -> None:
    shown = given.answers(model).question()
    assert shown
    assert given.needs_leg(shown, ["breathless"])
    assert not given.needs_leg(shown, ["breathless", "faint"])
    given.put(model, given.Answers({}, shown.id, ("breathless",), has_signs=True, leg_hurts=True))
    assert given.answers(model).leg_hurts
    assert given.say_yes(model, leg_score=3) is None
    so_far = given.answers(model)
    assert len(given.entries_of(so_far, shown.id)) == 2
    assert [flag["id"] for flag in raised(model, given.entries_of(so_far, shown.id))] == ["heart_or_lung"]
    given.take_back(model, shown.id)
    assert model.desk.journal() == []


def test_a_yes_says_where_it_is(model: Model) -> None:
    say_no(model, 2)
    say_yes(model, "one_leg_swollen", area="shin", site="calf", side="left")
    (entry,) = screens(model)
    assert (entry["site"], entry["side"]) == ("calf", "left")
    assert "area" not in entry


def test_a_yes_by_mistake_is_taken_back_and_asked_again(model: Model) -> None:
    question = say_yes(model, "faint")
    assert given.take_back(model, question) is None
    assert screens(model) == []
    assert model.plan["assessment"]["flags"] == []
    shown = given.answers(model).question()
    assert shown
    assert shown.id == question


def test_the_way_back_opens_the_last_no_again(model: Model) -> None:
    assert not given.may_go_back(given.answers(model))
    say_no(model, 3)
    assert given.may_go_back(given.answers(model))
    given.one_back(model)
    assert given.answers(model).left == 6


def test_yesterdays_answers_are_no_answers_today(model: Model, tmp_path: Path) -> None:
    say_no(model, 5)
    assert given.answers(at(tmp_path, TUESDAY + timedelta(days=1))).left == 8


def test_a_no_from_before_new_pain_counts_no_more_but_a_yes_does(model: Model) -> None:
    question = say_yes(model, "faint")
    given.go_on(model)
    say_no(model, 3)
    model.log({"kind": "pain", "site": "calf", "side": "left", "score": 6, "during": "run"})
    assert list(given.answers(model).given) == [question]
    assert given.is_unfinished(model)


def test_after_a_jump_of_pain_the_questions_come_again_the_same_day(model: Model) -> None:
    given.say_no_to_all(model)
    model.log({"kind": "pain", "at": "2026-11-24T18:00", "site": "calf", "side": "left", "score": 6, "during": "run"})
    assert sorted(str(outcome) for outcome in outcomes(model)) == ["None", "done"]
    assert given.is_at_start(given.answers(model))


def test_broken_notes_count_as_none(model: Model) -> None:
    for broken in (3, [], {"on": TUESDAY.isoformat(), "given": 3, "yes": 5, "signs": "x", "place": [], "shows": {}}):
        model.preferences.set(given.KEPT, broken)
        assert given.answers(model) == given.Answers()
