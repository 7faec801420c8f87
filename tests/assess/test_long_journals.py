"""A journal of years: what lies far back is forgotten, save what still tells of a flag."""

from typing import Any

import pytest

from .cases import Entry, check_in, flags, pain, regular, run, the, walk
from .flag_cases import LESS, same

KNEE: Entry = {"site": "knee_front", "side": "left"}


def asks_for_a_clinician(ahead: int, *since: Entry, score: int = 3) -> bool:
    """Whether a knee that hurt in daily life for three weeks still does so many days later."""
    lately = [run(day, 30) for day in range(ahead - 28, ahead, 3)]
    return "no_improvement" in flags(LESS, same(-20, -1, score), lately, *since, ahead=ahead)


def calm(day: int, **fields: Any) -> Entry:
    return pain(day, "knee_front", 0, during="daily", **fields)


@pytest.mark.parametrize("ahead", [30, 120])
@pytest.mark.parametrize("score", [2, 3])
@pytest.mark.parametrize(
    ("since", "asks"),
    [
        ([], True),
        ([calm(12)], False),
        ([calm(12, side="right")], True),
        ([calm(12), calm(13)], False),
        ([calm(12), pain(14, "knee_front", 1, during="daily")], False),
        ([walk(12, pain_during=0, **KNEE)], False),
        ([calm(0)], True),
        ([calm(0), *same(1, 12, 3)], True),
        ([pain(12, "arch", 0, during="daily")], True),
    ],
)  # fmt: skip
def test_pain_asks_for_a_clinician_until_it_got_better_however_long_ago_that_was(
    since: list[Entry], asks: bool, ahead: int, score: int
) -> None:
    assert asks_for_a_clinician(ahead, *since, score=score) == asks


def test_pain_at_a_bone_is_remembered_where_energy_is_short() -> None:
    old = pain(-200, "shin_inner", 1, during="daily"), regular(5)
    assert "low_energy" in flags(*old, health=["weight_loss"])
    assert "low_energy" not in flags(*old)


def test_pain_at_a_bone_after_energy_was_short_is_no_sign_of_it() -> None:
    over = {"health": [{"id": "weight_loss", "until": the(-10)}]}
    assert "low_energy" in flags(pain(-11, "shin_inner", 1, during="daily"), **over)
    assert "low_energy" not in flags(pain(-9, "shin_inner", 1, during="daily"), **over)


@pytest.mark.parametrize("score", [2, 0])
def test_mornings_after_old_runs_are_remembered_while_they_hurt(score: int) -> None:
    old = [run(day, 30, **KNEE) for day in range(-20, -5, 2)]
    told = [check_in(day, about=old[n]["id"], pain_morning=score) for n, day in enumerate(range(-19, -4, 2))]
    later = [run(day, 30) for day in range(62, 90, 3)]
    assert ("no_improvement" in flags(old, told, later, ahead=90)) == (score > 0)
