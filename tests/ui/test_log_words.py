"""What the journal list and the pickers of Log say and mean."""

import importlib.util
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from planner.desk import Desk
from planner.journal.vocabulary import ENTRY_KINDS
from planner.ui.log.hours import STEP, clock_of, moved
from planner.ui.log.said import details, title
from planner.ui.log.when import day_of, moment_of
from planner.ui.measures import distance, hours, volume
from planner.ui.model import Model
from planner.ui.preferences import Preferences

ROOT = Path(__file__).parents[2]
NOT_LISTED = {"deleted", "profile", "issued"}


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return Model(Desk(tmp_path, clock=lambda: datetime(2026, 11, 24, 8, tzinfo=UTC)), Preferences(tmp_path))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"kind": "pain", "site": "calf", "side": "left", "score": 3, "during": "run"}, "Calf, left · 3 of 10 · during a run"),
        ({"kind": "pain", "score": 0, "signs": ["limp"], "painkiller_24h": True}, "0 of 10 · limping · with a painkiller"),
        ({"kind": "sleep", "bed": "23:10", "wake": "06:40", "quality": 4}, "7 h 30 min · 23:10 to 06:40 · Good"),
        ({"kind": "sleep", "asleep_h": 8, "note": "warm"}, "8 h · warm"),
        ({"kind": "drink", "volume_ml": 250, "what": "water"}, "250 ml"),
        ({"kind": "drink", "volume_ml": 250, "what": "tea"}, "250 ml · tea"),
        (
            {"kind": "run", "distance_km": 3.1, "duration_min": 30, "run_min": 12, "pain_during": 1, "site": "calf",
             "rpe": 4, "limp": True, "source": {"name": "a.fit"}},
            "3.1 km · 30 min · 12 min of running · pain 1 of 10 · Calf, both sides · effort 4 of 10 · limping · from a.fit",
        ),
        ({"kind": "walk", "duration_min": 30, "pain_1h": 2}, "30 min · an hour later 2 of 10"),
        ({"kind": "check_in", "pain_morning": 2, "limp": True}, "the next morning 2 of 10 · limping"),
        ({"kind": "test", "test": "heel_raise", "side": "left", "reps": 25, "pain": 0},
         "Single-leg heel raises · left · 25 repetitions · 0 of 10"),
        ({"kind": "screen", "signs": ["fever"]}, "fever"),
        ({"kind": "pause", "from": "2026-12-24", "to": "2026-12-27", "why": "holiday"}, "Holiday · 24 – 27 December"),
        ({"kind": "pause", "from": "2026-12-24", "why": "illness"}, "Illness · from Thursday 24 December on"),
        ({"kind": "clearance", "by": "doctor"}, ""),
    ],
)  # fmt: skip
def test_an_entry_is_told_in_one_line(model: Model, entry: dict[str, Any], said: str) -> None:
    assert details(model, entry) == said


@pytest.mark.parametrize("kind", [kind for kind in ENTRY_KINDS if kind not in NOT_LISTED])
def test_every_kind_of_entry_has_a_title(model: Model, kind: str) -> None:
    assert not title(model, {"kind": kind, "item": "2026-11-24/run/1"}).startswith("ui.")


def test_what_was_ticked_is_named(model: Model) -> None:
    ticked = {"kind": "done", "item": "2026-11-24/leg_elevation/1", "outcome": "skipped"}
    assert title(model, ticked) == "Skipped: Leg elevation"


def test_measures_are_those_of_the_runner(model: Model) -> None:
    assert (distance(model, 5), volume(model, 250), hours(model, 7.5)) == ("5 km", "250 ml", "7 h 30 min")
    model.desk.change_runner({"units": "imperial"})
    assert (distance(model, 5), volume(model, 250)) == ("3.1 mi", "8.5 fl oz")


def test_the_clock_goes_over_midnight() -> None:
    assert (moved(time(23, 50), STEP), moved(time(0, 5), -STEP)) == (time(0, 5), time(23, 50))
    assert (clock_of("23:10"), clock_of(""), clock_of("late")) == (time(23, 10), None, None)


@pytest.mark.parametrize("offset", [-10, -5, 0, 1, 9, 12])
def test_a_calendar_means_the_day_that_was_tapped_wherever_the_browser_is(offset: int) -> None:
    midnight = datetime(2026, 11, 26, tzinfo=timezone(timedelta(hours=offset)))
    assert day_of(midnight.astimezone(UTC)) == date(2026, 11, 26)
    assert day_of(date(2026, 11, 26)) == date(2026, 11, 26)


def test_what_is_no_moment_is_none() -> None:
    assert (moment_of(""), moment_of("soon")) == (None, None)


def test_the_body_picture_is_the_one_that_is_drawn_by_its_program() -> None:
    spec = importlib.util.spec_from_file_location("body", ROOT / "tools/body.py")
    assert spec and spec.loader
    body = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(body)
    for view in body.VIEWS:
        assert (ROOT / f"assets/body/{view.name}.svg").read_text() == body.svg(view), "run tools/body.py"
