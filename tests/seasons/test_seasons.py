"""Ten runners live with the planner for twelve to sixteen weeks; each day goes as was derived by hand from the tables."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest

from .expected import deviations
from .runners import MODULES
from .season import Season, live


@pytest.mark.parametrize("name", MODULES)
def test_a_season_goes_day_by_day_as_derived_by_hand(name: str) -> None:
    # All of a runner in one test, so that nobody lives through the same season twice
    told = MODULES[name]
    season = live(told.SCRIPT)
    found = list(deviations(season, told.EXPECTED, getattr(told, "LIGHTS", ""), getattr(told, "FLAGS", "")))
    found.extend(f"promise broken: {sentence}" for sentence, holds in told.PROMISES if not holds(season))
    found.extend(_always(season, getattr(told, "REDS", ())))
    assert not found, f"{len(found)} differences in {len(season.days)} days:\n" + "\n".join(found)


def _always(season: Season, reds: Sequence[str]) -> Iterator[str]:
    """What holds for everybody."""
    off = {date.fromisoformat(red) + timedelta(days=n) for red in reds for n in (1, 2)}
    before = None
    for day in season.days:
        runs = day.planned.startswith("run")
        if runs and day.date in off:
            yield f"{day.date}: a run within two days of a red one"
        if runs and day.phase in {"rest", "stopped", "walking"}:
            yield f"{day.date}: a run in phase {day.phase}"
        if runs and before is not None and before.run_min and day.phase in {"return_to_run", "rebuild"}:
            yield f"{day.date}: runs on two days in a row"
        if day.planned == "off" and not day.of("rest", "strength", "see_clinician", "cross_training"):
            yield f"{day.date}: neither a session nor a rest that says why"
        if not day.why and not day.of("strength", "cross_training"):
            yield f"{day.date}: nobody says why"
        before = day
