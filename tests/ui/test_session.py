"""A guided session from start to the journal, without a screen."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from planner.demo import fill
from planner.desk import Desk
from planner.ui.model import Model
from planner.ui.preferences import Preferences
from planner.ui.session import under_way as sessions
from planner.ui.session.ending import companions, entry_of, place_known, save, say_more, tick_off
from planner.ui.session.phases import can_be_guided, exercises_of, how_to, phases_of
from planner.ui.session.screen import stage_of
from planner.ui.session.timing import PAUSE, SKIP, Phase
from planner.ui.session.under_way import KEPT, UnderWay, address_of, begin, is_at, under_way
from planner.words.documents import ItemDoc

TUESDAY = date(2026, 11, 24)


class Clock:
    """Goes when it is told to."""

    def __init__(self) -> None:
        self.now = datetime.combine(TUESDAY, time(18), UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_page(tmp_path: Path, clock: Clock) -> Callable[[], Model]:
    """Opens a page on the same journal: a reload, or another device."""
    fill(Desk(tmp_path, clock=clock, today=TUESDAY))
    return lambda: Model(Desk(tmp_path, clock=clock), Preferences(tmp_path))


def of_kind(model: Model, kind: str) -> ItemDoc:
    return next(item for item in model.day_of_today()["items"] if item["kind"] == kind)


def now(model: Model) -> UnderWay:
    found = under_way(model)
    assert found
    return found


def stage(model: Model) -> str:
    return stage_of(now(model), now(model).position(model.desk.now))


def item(kind: str, minutes: int = 0, **dose: Any) -> ItemDoc:
    return cast("ItemDoc", {"id": "x", "kind": kind, "minutes": minutes, "dose": dose, "steps": ["one", "two", "how"]})


def test_intervals_become_phases_in_their_order() -> None:
    run = item(
        "run", 11, segments=[{"times": 2, "run_min": 2, "walk_min": 3}, {"times": 1, "run_min": 1, "walk_min": 0}]
    )
    two = [Phase("run", 120), Phase("walk", 180)]
    assert phases_of(run) == (*two, *two, Phase("run", 60))


def test_water_turns_from_warm_to_cool_and_ends_cool() -> None:
    shower = phases_of(item("contrast_shower", 12, rounds=2, warm_min=2, cool_s=45))
    assert shower == (Phase("warm", 120), Phase("cool", 45)) * 2


def test_lying_still_is_one_phase_and_a_habit_is_none() -> None:
    assert phases_of(item("leg_elevation", 12)) == (Phase("still", 720),)
    assert not can_be_guided(item("hydration", 0, drink_ml=1600))
    assert not can_be_guided(item("sleep"))


def test_exercises_are_the_first_steps_and_the_others_say_how() -> None:
    strength = item("strength", 20, exercises=[{"id": "a", "sets": 3}, {"id": "b"}])
    assert [(each.words, each.sets) for each in exercises_of(strength)] == [("one", 3), ("two", 1)]
    assert how_to(strength) == ["how"]


def test_an_item_has_an_address_of_its_own() -> None:
    assert address_of("2026-11-24/run/1") == "/session/2026-11-24~run~1"
    assert is_at("2026-11-24/run/1", "2026-11-24~run~1")


def test_a_run_goes_from_warm_up_to_the_journal(open_page: Callable[[], Model], clock: Clock) -> None:
    model = open_page()
    run = of_kind(model, "run")
    assert under_way(model) is None
    assert stage_of(begin(model, run), begin(model, run).position(model.desk.now)) == "before"
    sessions.warm(model, begin(model, run), done=True)
    assert stage(model) == "going"

    clock.on(12)
    model = open_page()
    assert now(model).position(model.desk.now).left == 2 * 60
    clock.on(13)
    assert stage(model) == "cool"
    sessions.cool(model, now(model), done=True)
    assert stage(model) == "ask"
    assert save(model, now(model), now(model).position(model.desk.now), 0, limps=False) is None

    logged = model.desk.journal(kind="run")[-1]
    assert (logged["item"], logged["at"], logged["stage"]) == (run["id"], "2026-11-24T18:00", "5")
    assert (logged["duration_min"], logged["run_min"], logged["pain_during"]) == (25, 20, 0)
    assert (logged["warm_up"], logged["cool_down"]) == (True, True)
    outcomes = {each["kind"]: each.get("outcome") for each in model.day_of_today()["items"]}
    assert (outcomes["run"], outcomes["warm_up"], outcomes["cool_down"]) == ("done", "done", "done")
    assert under_way(model) is None

    assert model.undo() is None
    assert model.desk.journal(kind="run")[-1]["at"] != "2026-11-24T18:00"
    assert not [each for each in model.day_of_today()["items"] if each.get("outcome")]


def test_pain_stands_the_clock_still_and_may_end_the_session(open_page: Callable[[], Model], clock: Clock) -> None:
    model = open_page()
    sessions.warm(model, begin(model, of_kind(model, "run")), done=False)
    clock.on(5.5)
    sessions.hurt(model, now(model))
    clock.on(10)
    assert stage(model) == "hurts"
    assert "above 2 of 10" in model.desk.stop_rule("run")
    sessions.stop(model, now(model))
    assert stage(model) == "ask"
    at = now(model).position(model.desk.now)
    entry = entry_of(now(model), at, 3, limps=True, place=place_known(model))
    assert (entry["duration_min"], entry["run_min"], entry["limp"]) == (5.5, 4.5, True)
    assert (entry["site"], entry["side"]) == ("shin_inner", "left")
    assert (entry["warm_up"], entry["cool_down"]) == (False, False)


def test_a_session_that_was_ended_by_mistake_goes_on_where_it_was(open_page: Callable[[], Model], clock: Clock) -> None:
    model = open_page()
    sessions.warm(model, begin(model, of_kind(model, "run")), done=True)
    clock.on(2)
    sessions.tap(model, now(model), "finish")
    clock.on(5)
    assert stage(model) == "cool"
    sessions.unfinish(model, now(model))
    assert stage(model) == "going"
    assert now(model).position(model.desk.now).left == 120
    assert not now(model).position(model.desk.now).is_counting


def test_what_another_page_tapped_is_there_too(open_page: Callable[[], Model], clock: Clock) -> None:
    phone, desktop = open_page(), open_page()
    sessions.warm(phone, begin(phone, of_kind(phone, "run")), done=True)
    clock.on(1)
    sessions.tap(desktop, now(desktop), SKIP, 0)
    sessions.tap(phone, now(phone), SKIP, 0)
    assert now(phone).position(phone.desk.now).index == 1
    sessions.tap(desktop, now(desktop), PAUSE)
    assert not now(phone).position(phone.desk.now).is_counting


def test_more_to_say_goes_on_in_the_form_with_what_the_session_knows(
    open_page: Callable[[], Model], clock: Clock
) -> None:
    model = open_page()
    sessions.warm(model, begin(model, of_kind(model, "run")), done=True)
    clock.on(30)
    at = now(model).position(model.desk.now)
    assert say_more(model, now(model), at, 2, limps=False) is None
    draft = model.drafts.run
    assert (draft.duration, draft.running, draft.pain, draft.warm_up) == ("25", "20", 2, "yes")
    assert draft.when == "2026-11-24 18:00"
    assert under_way(model) is None


def test_a_session_by_the_clock_ends_with_a_tick(open_page: Callable[[], Model], clock: Clock) -> None:
    model = open_page()
    legs = of_kind(model, "leg_elevation")
    sessions.warm(model, begin(model, legs), done=False)
    clock.on(legs["minutes"])
    assert stage(model) == "over"
    assert tick_off(model, now(model)) is None
    assert of_kind(model, "leg_elevation").get("outcome") == "done"


def test_the_plan_may_change_and_the_session_stays_as_it_began(open_page: Callable[[], Model], clock: Clock) -> None:
    model = open_page()
    run = of_kind(model, "run")
    assert companions(model, begin(model, run), "warm_up")
    sessions.warm(model, begin(model, run), done=True)
    model.log({"kind": "pain", "site": "shin_inner", "side": "left", "score": 6, "during": "walking"})
    assert not [each for each in model.day_of_today()["items"] if each["kind"] == "run"]
    assert now(model).item["id"] == run["id"]


def test_ticks_are_kept_and_taken_back(open_page: Callable[[], Model]) -> None:
    model = open_page()
    warm_up = begin(model, of_kind(model, "run"))
    sessions.tick(model, warm_up, "a")
    sessions.tick(model, now(model), "b")
    sessions.tick(model, now(model), "a")
    assert now(open_page()).ticks == {"b"}


@pytest.mark.parametrize(
    "broken",
    [7, {}, {"item": {}}, {"item": {"dose": {}}, "day": "x"}, {"day": "2026-11-24", "taps": [{"what": "start"}]}],
)
def test_a_broken_record_counts_as_no_session(open_page: Callable[[], Model], broken: object) -> None:
    model = open_page()
    model.preferences.set(KEPT, broken)
    assert under_way(model) is None
