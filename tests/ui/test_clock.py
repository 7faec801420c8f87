import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.ui import clock
from planner.ui.model import Model
from planner.ui.preferences import Preferences


class Wrist:
    """A watch that the test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


EVENING = datetime(2026, 11, 24, 23, 50, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def wrist() -> Wrist:
    return Wrist(EVENING)


@pytest.fixture
def model(tmp_path: Path, wrist: Wrist) -> Model:
    return Model(Desk(tmp_path, clock=wrist), Preferences(tmp_path))


class Over(Exception):
    pass


def run_until(model: Model, steps: list[Callable[[], object]]) -> None:
    """Follows the day; before each look one of the steps is taken, and after the last one it ends."""
    left = iter(steps)

    async def wait() -> None:
        step = next(left, None)
        if step is None:
            raise Over
        step()

    # A thread of its own: where browser tests ran before, this one has a loop that goes on.
    with ThreadPoolExecutor(1) as aside, pytest.raises(Over):
        aside.submit(lambda: asyncio.run(clock.follow_the_day(model, wait))).result()


def test_midnight_brings_the_new_day_to_an_open_app(model: Model, wrist: Wrist) -> None:
    seen: list[str] = []

    def pass_midnight() -> None:
        seen.append(model.plan["today"])
        wrist.now = EVENING + timedelta(minutes=15)

    run_until(model, [pass_midnight, lambda: seen.append(model.plan["today"])])
    assert seen == ["2026-11-24", "2026-11-25"]
    assert model.day_of_today()["date"] == "2026-11-25"


def test_the_same_day_is_left_alone(model: Model, wrist: Wrist) -> None:
    model.write(lambda: model.desk.log({"kind": "drink", "volume_ml": 250}), lambda: "250 ml")
    said = model.message
    run_until(model, [lambda: setattr(wrist, "now", EVENING + timedelta(minutes=5)), lambda: None])
    assert said and model.message is said


def test_what_was_begun_survives_midnight(model: Model, wrist: Wrist) -> None:
    draft = model.drafts.pain
    run_until(model, [lambda: setattr(wrist, "now", EVENING + timedelta(hours=1)), lambda: None])
    assert model.drafts.pain is draft


@pytest.mark.parametrize("restarted", [False, True])
def test_a_flight_west_over_midnight_leaves_the_day_that_was_begun(model: Model, wrist: Wrist, restarted: bool) -> None:
    wrist.now = EVENING + timedelta(hours=2)
    clock.look_if_new_day(model)
    model.log({"kind": "run", "distance_km": 3, "duration_min": 25, "pain_during": 0})
    wrist.now = wrist.now.astimezone(timezone(timedelta(hours=-8)))
    seen = Model(Desk(model.desk.folder, clock=wrist), model.preferences) if restarted else model
    clock.look_if_new_day(seen)
    assert seen.plan["today"] == "2026-11-25"
    run = seen.latest("run")
    assert run and run["at"] == "2026-11-25T01:50+01:00"
    assert seen.write(lambda: seen.desk.log({"kind": "drink", "volume_ml": 250})) is None
    wrist.now += timedelta(days=1, hours=9)
    clock.look_if_new_day(seen)
    assert seen.plan["today"] == "2026-11-26"


def test_a_run_stays_on_its_local_day_wherever_it_is_looked_at(model: Model, wrist: Wrist) -> None:
    model.log({"kind": "run", "distance_km": 3, "duration_min": 25, "pain_during": 0})
    wrist.now = wrist.now.astimezone(UTC) + timedelta(hours=3)
    clock.look_if_new_day(model)
    assert [entry["at"] for entry in model.desk.journal(kind="run")] == ["2026-11-24T23:50+01:00"]
    assert not model.desk.journal(kind="run", since=model.today)


def test_a_page_that_was_away_is_drawn_anew(model: Model, wrist: Wrist) -> None:
    drawn: list[object] = []
    forget = model.subscribe(lambda *said: drawn.append(said))
    clock.wake(model)
    assert len(drawn) == 1
    wrist.now = EVENING + timedelta(hours=9)
    clock.wake(model)
    assert model.plan["today"] == "2026-11-25"
    forget()
