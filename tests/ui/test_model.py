from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.demo import fill
from planner.desk import Desk
from planner.ui.model import Model
from planner.ui.parts.change import small_ones, weighty
from planner.ui.preferences import Preferences
from planner.ui.today.now import planned_session
from planner.words.documents import ItemDoc

TUESDAY = date(2026, 11, 24)


def at(folder: Path, today: date) -> Model:
    """The open app at eight in the evening of that day."""
    desk = Desk(folder, clock=lambda: datetime.combine(today, time(20), UTC), today=today)
    return Model(desk, Preferences(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(Desk(tmp_path, clock=lambda: datetime.combine(TUESDAY, time(6), UTC), today=TUESDAY))
    return tmp_path


def check_ins(model: Model) -> list[ItemDoc]:
    return [item for item in model.day_of_today()["items"] if item["kind"] == "check_in"]


def run_of(model: Model) -> ItemDoc:
    found = planned_session(model.day_of_today())
    assert found
    return found


def log_run(model: Model) -> ItemDoc:
    run = run_of(model)
    model.start_session(run)
    model.drafts.run.pain = 0
    assert model.save_draft("run") is None
    return run


def test_a_check_in_waits_for_its_run_to_be_logged(folder: Path) -> None:
    model = at(folder, TUESDAY)
    after = next(item for item in check_ins(model) if item.get("for") == run_of(model)["id"])
    assert model.waits_for_session(after)
    assert not model.questions(after)


def test_a_logged_run_is_asked_about_that_day_and_the_next_morning(folder: Path) -> None:
    model = at(folder, TUESDAY)
    run = log_run(model)
    (after,) = [item for item in check_ins(model) if item.get("for") == run["id"]]
    assert model.questions(after) == ["pain_1h"]
    assert model.answer(after, {"pain_1h": 0}, limps=False) is None
    assert [item.get("outcome") for item in check_ins(model) if item["id"] == after["id"]] in (["done"], [])

    model = at(folder, TUESDAY + timedelta(days=1))
    (morning,) = [item for item in check_ins(model) if item["dose"].get("about")]
    assert model.questions(morning) == ["pain_morning"]
    assert model.answer(morning, {"pain_morning": 0}, limps=False) is None
    assert [item.get("outcome") for item in check_ins(model) if item["id"] == morning["id"]] in (["done"], [])


def test_an_answer_is_taken_back_as_a_whole(folder: Path) -> None:
    model = at(folder, TUESDAY)
    (morning,) = [item for item in check_ins(model) if "pain_morning" in item["dose"]["asks"]]
    assert model.answer(morning, {"pain_morning": 0}, limps=False) is None
    assert model.undo() is None
    assert model.latest("check_in") is None
    assert not any(item.get("outcome") for item in check_ins(model))


def test_a_check_in_with_an_open_question_is_not_saved(folder: Path) -> None:
    model = at(folder, TUESDAY)
    (morning,) = [item for item in check_ins(model) if "pain_morning" in item["dose"]["asks"]]
    before = len(model.latest("check_in") or {})
    assert "slider" in (model.answer(morning, {}, limps=False) or "")
    assert len(model.latest("check_in") or {}) == before


def test_a_logged_run_is_not_taken_back_by_a_tap_on_its_item(folder: Path) -> None:
    model = at(folder, TUESDAY)
    run = log_run(model)
    assert model.is_logged(run)
    assert not any(model.is_logged(item) for item in model.day_of_today()["items"] if item["id"] != run["id"])


def test_pain_in_a_run_changes_runs_first_and_the_rest_after(folder: Path) -> None:
    model = at(folder, TUESDAY)
    assert model.log({"kind": "pain", "site": "shin_inner", "side": "left", "score": 4, "during": "run"}) is None
    main, small = weighty(model.changes), small_ones(model.changes)
    assert main[0]["what"] == "eased"
    assert {change["kind"] for change in main} <= {"run", "walk", "rest"}
    assert len(main) + len(small) == len(model.changes)
    assert model.message
    assert model.message.shows_plan
