"""Decision table B: clean, hold, fail."""

from typing import Any

import pytest

from .cases import Entry, answered, assessed, check_in, mornings, pain, regular, run, session, the

STAGE_2: Entry = {"run_min": 12, "stage": "2", "site": "shin_inner", "side": "left"}


def verdict(*journal: Any, **runner: Any) -> str:
    return session("mtss", mornings(-20, -3, 0, "shin_inner"), *journal, **runner).verdict.value


def test_a_green_run_with_all_answers_is_clean() -> None:
    assert verdict(answered(run(-2, 30, **STAGE_2))) == "clean"
    assert verdict(answered(run(-2, 30, **STAGE_2), 2, 1, 0)) == "clean"


@pytest.mark.parametrize("missing", ["pain_during", "pain_1h", "pain_morning"])
def test_a_run_with_an_unanswered_question_is_a_hold(missing: str) -> None:
    told_all = answered(run(-2, 30, **STAGE_2))
    assert verdict([{k: v for k, v in entry.items() if k != missing} for entry in told_all]) == "hold"


def test_an_answer_counts_even_where_it_isnt_scored() -> None:
    ran = answered(run(-2, 30, **STAGE_2), 0, 0, 2)
    assert session("mtss", ran).verdict.value == "clean"  # no usual morning is known


def test_a_good_morning_days_later_doesnt_answer_for_the_next_one() -> None:
    ran = answered(run(-5, 30, **STAGE_2), morning=None)
    assert session("mtss", ran, pain(-2, "shin_inner", 0, 7, during="next_morning")).verdict.value == "hold"
    assert session("mtss", ran, pain(-4, "shin_inner", 0, 7, during="next_morning")).verdict.value == "clean"


@pytest.mark.parametrize(
    "masked",
    [
        pain(-2, "shin_inner", 0, 18.5, during="run", painkiller_24h=True),
        pain(-2, "shin_inner", 0, 7, during="daily", painkiller_24h=True),
        pain(-2, "low_back", 0, 20, during="daily", painkiller_24h=True),
        pain(-2, None, None, 20, painkiller_24h=True),
        check_in(-2, 20, painkiller_24h=True, pain_1h=0),
        check_in(-1, 8, painkiller_24h=True, pain_morning=0),
    ],
    ids=["in the run", "before the run", "for another site", "without a site", "an hour later", "the next morning"],
)
def test_a_painkiller_in_24_hours_makes_a_hold(masked: Entry) -> None:
    assert verdict(answered(run(-2, 30, **STAGE_2)), masked) == "hold"


def test_a_painkiller_told_with_the_run_itself_makes_a_hold() -> None:
    assert verdict(answered(run(-2, 30, painkiller_24h=True, **STAGE_2))) == "hold"


def test_a_painkiller_days_before_masks_nothing() -> None:
    assert verdict(answered(run(-2, 30, **STAGE_2)), pain(-4, "shin_inner", 0, painkiller_24h=True)) == "clean"


@pytest.mark.parametrize(("minutes", "expected"), [(9, "hold"), (9.6, "clean"), (13.2, "clean"), (13.5, "hold")])
def test_a_clean_run_has_80_to_110_percent_of_its_stages_minutes(minutes: float, expected: str) -> None:
    assert verdict(answered(run(-2, 30, **{**STAGE_2, "run_min": minutes}))) == expected


def test_an_issued_run_is_measured_by_what_was_issued() -> None:
    item = {
        "id": "x",
        "kind": "run",
        "at": "18:10",
        "minutes": 30,
        "dose": {"run_min": 16, "stage": "3"},
        "reasons": [],
    }
    issued = [{"today": the(-3), "week_start": the(-7), "days": [{"date": the(-2), "items": [item]}]}]
    assert verdict(answered(run(-2, 30, item="x", **STAGE_2)), issued=issued) == "hold"
    assert verdict(answered(run(-2, 30, item="x", **{**STAGE_2, "run_min": 13})), issued=issued) == "clean"


def test_a_run_cut_short_is_a_hold_without_pain_and_a_fail_with_it() -> None:
    short = {**STAGE_2, "run_min": 6}
    assert verdict(answered(run(-2, 30, **short), 0)) == "hold"
    assert verdict(answered(run(-2, 30, **short), 2)) == "fail"


@pytest.mark.parametrize("answers", [{"during": 3}, {"during": 4}, {"after": 2}, {"morning": 1}])
def test_amber_and_red_are_fails(answers: dict[str, int]) -> None:
    assert verdict(answered(run(-2, 30, **STAGE_2), **answers)) == "fail"


def test_a_run_without_minutes_is_measured_at_the_runners_pace() -> None:
    far = run(-1, 0, duration_min=None, distance_km=10)
    habit = regular(5, 30, distance_km=5)
    assert assessed(habit, far).sessions[-1].run_min == 60
    assert assessed(habit, run(-1, 0, duration_min=None)).sessions[-1].run_min == 0
