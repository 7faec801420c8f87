from dataclasses import asdict, replace

import pytest

from planner.journal import fold
from planner.simulate import diary
from planner.simulate.body import Lived, Session
from planner.simulate.runners import Draws, Runner, draws, runner
from planner.simulate.tissue import State

TELLS = Draws(**dict.fromkeys(asdict(draws(1, 1, 1)), 0.0))
KEEPS = Draws(**dict.fromkeys(asdict(draws(1, 1, 1)), 0.999))
BONE = replace(runner(1, 1), logging_name="diligent", painkillers=0.0)
DAY = Lived(3, None, False, None, None, 2, 3, 0, False, False, State(0.5, 40.0, 80.0))


def kinds(who: Runner, day: Lived, luck: Draws = TELLS) -> list[str]:
    entries = list(diary.evening(who, day, luck))
    fold(entries, diary.date_of(day.day))
    return [entry["kind"] for entry in entries]


def test_a_run_is_told_with_its_item_and_an_hour_later() -> None:
    done = Session(16, 8, 2, item="2024-01-04/run/1", stage="3")
    run, check, pain = diary.evening(BONE, replace(DAY, done=done, pain_run=1, pain_after=2, limp=True), TELLS)
    assert (run["run_min"], run["duration_min"], run["stage"], run["item"]) == (16, 24, "3", "2024-01-04/run/1")
    assert (run["pain_during"], run["limp"], check["about"], check["pain_1h"]) == (1, True, run["id"], 2)
    assert pain["during"] == "daily"


def test_who_keeps_silent_leaves_nothing() -> None:
    assert kinds(replace(BONE, logging_name="sparse"), replace(DAY, done=Session(16)), KEEPS) == []


def test_a_walk_is_told_as_a_walk() -> None:
    assert kinds(BONE, replace(DAY, done=Session(0.0, walk_min=30), pain_run=0, pain_after=0)) == [
        "walk", "check_in", "pain",
    ]  # fmt: skip


@pytest.mark.parametrize(("limp", "signs"), [(False, ["hop_pain"]), (True, ["hop_pain", "limp"])])
def test_a_flare_up_shows_its_signs_and_a_sore_bone_wakes_at_night(limp: bool, signs: list[str]) -> None:
    entries = list(diary.evening(BONE, replace(DAY, flare_up=True, pain_night=2, limp=limp), TELLS))
    assert [entry.get("signs") for entry in entries] == [None, signs, None]
    assert [entry["during"] for entry in entries] == ["daily", "daily", "night"]


def test_a_painkiller_is_told_with_the_pain_it_masks() -> None:
    entries = list(diary.evening(replace(BONE, painkillers=0.5), DAY, TELLS))
    assert entries[0]["painkiller_24h"] is True


def test_red_flags_are_asked_once_a_week() -> None:
    assert [kinds(BONE, replace(DAY, day=day)).count("screen") for day in range(14)] == [0, 0, 0, 0, 0, 0, 1] * 2


def test_a_morning_answers_about_the_session_of_the_day_before() -> None:
    heel = replace(runner(1, 4), logging_name="diligent")
    sleep, check = diary.morning(heel, 3, 2, "run-2024-01-03", TELLS)
    assert (sleep["night_of"], check["about"], check["pain_morning"]) == ("2024-01-03", "run-2024-01-03", 2)
    _, pain = diary.morning(heel, 3, 2, None, TELLS)
    assert (pain["during"], pain["score"]) == ("first_steps", 2)


def test_what_the_plan_asks_for_is_read_from_its_segments() -> None:
    dose = {"run_min": 12, "stage": "2", "pain_max": 2, "segments": [{"times": 6, "run_min": 2, "walk_min": 3}]}
    run = diary.planned_session({"kind": "run", "id": "r", "minutes": 30, "dose": dose})
    assert (run.run_min, run.walk_min, run.longest, run.stop_above, run.stage) == (12, 18, 2, 2, "2")
    whole = {"run_min": 30, "segments": [{"times": 1, "run_min": 30, "walk_min": 0}]}
    assert diary.planned_session({"kind": "run", "id": "r", "minutes": 30, "dose": whole}).longest == 30
    walk = diary.planned_session({"kind": "walk", "id": "w", "minutes": 30, "dose": {}})
    assert (walk.run_min, walk.walk_min) == (0, 30)
