from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.demo import fill
from planner.desk import Desk
from planner.ui.model import Model
from planner.ui.parts.change import small_ones, weighty
from planner.ui.parts.move import days_for, move_to
from planner.ui.preferences import Preferences
from planner.ui.today.greeting import part_of_day, state
from planner.ui.today.now import asked_now, planned_session
from planner.words.documents import ItemDoc

TUESDAY = date(2026, 11, 24)


def at(folder: Path, today: date) -> Model:
    """The open app at eight in the evening of that day."""
    desk = Desk(folder, clock=lambda: datetime.combine(today, time(20), UTC), today=today)
    model = Model(desk, Preferences(folder))
    assert model.plan
    return model


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


def test_how_it_is_before_a_run_eases_that_run_and_no_other(folder: Path) -> None:
    model = at(folder, TUESDAY)
    run, before = run_of(model), [day["items"] for day in model.plan["days"] if day["date"] > TUESDAY.isoformat()]
    model.log({"kind": "pain", "site": "shin_inner", "side": "left", "score": 2, "during": "daily"})
    assert run_of(model)["dose"]["run_min"] < run["dose"]["run_min"]
    runs = [item for items in before for item in items if item["kind"] == "run"]
    after = [item for day in model.plan["days"] if day["date"] > TUESDAY.isoformat() for item in day["items"]]
    assert [item["dose"] for item in after if item["kind"] == "run"] == [item["dose"] for item in runs]


def test_a_day_that_keeps_the_rules_takes_the_run_and_another_says_which_rule(folder: Path) -> None:
    model = at(folder, TUESDAY)
    run = run_of(model)
    days = dict(days_for(model, run, TUESDAY))
    assert TUESDAY not in days
    assert days[date(2026, 11, 25)] == "Not one of your running days."
    assert "Not one of your running days." in move_to(model, run, date(2026, 11, 25))
    assert run_of(model)["id"] == run["id"]
    free = next(day for day, why in days.items() if not why)
    assert move_to(model, run, free) == ""
    assert run["id"] in {item["id"] for item in model.desk.day(free)["items"]}
    assert model.undo() is None
    assert run_of(model)["dose"] == run["dose"]


@pytest.mark.parametrize(
    ("hour", "part"), [(3, "evening"), (4, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")]
)
def test_the_day_is_greeted_by_its_part(hour: int, part: str) -> None:
    assert part_of_day(datetime.combine(TUESDAY, time(hour), UTC)) == part


def test_the_day_is_greeted_by_what_matters_in_it(folder: Path) -> None:
    def greeted(model: Model) -> str:
        day = model.day_of_today()
        return state(model, day, asked_now(model, day))

    model = at(folder, TUESDAY)
    assert greeted(model) == "session"
    run = log_run(model)
    assert greeted(model) == "after"
    for item in asked_now(model, model.day_of_today()):
        assert model.answer(item, dict.fromkeys(model.questions(item), 0), limps=False) is None
    assert (run["kind"], greeted(model)) == ("run", "done")
    assert greeted(at(folder, TUESDAY + timedelta(days=1))) in {"after", "other"}
    model.log({"kind": "pause", "from": "2026-11-24", "to": "2026-12-01", "why": "holiday"})
    assert greeted(at(folder, TUESDAY + timedelta(days=2))) == "pause_holiday"


def test_a_day_without_a_run_says_why_and_when_the_next_one_is(folder: Path) -> None:
    model = at(folder, TUESDAY + timedelta(days=1))
    why = model.desk.why_no_run()
    assert why
    assert why["rule"] == "fit.run_days"
    assert at(folder, TUESDAY).desk.why_no_run() is None


def test_taking_back_a_check_in_gives_the_session_back_as_it_was(folder: Path) -> None:
    model = at(folder, TUESDAY)
    run = run_of(model)
    assert model.log({"kind": "run", "item": run["id"], "duration_min": 30}) is None
    (after,) = [item for item in check_ins(model) if item.get("for") == run["id"]]
    asked = model.questions(after)
    assert "pain_during" in asked
    assert model.answer(after, dict.fromkeys(asked, 1), limps=False) is None
    assert (model.latest("run") or {})["pain_during"] == 1
    assert model.undo() is None
    assert "pain_during" not in (model.latest("run") or {})
    assert model.latest("check_in") is None
    assert model.questions(next(item for item in check_ins(model) if item["id"] == after["id"])) == asked
