from collections import Counter
from dataclasses import asdict, replace

import pytest

from planner.journal import read_runner
from planner.simulate import diary
from planner.simulate.arms import RestFirst, TenPercent
from planner.simulate.body import UNBEARABLE, Lived, Session, lived, meant
from planner.simulate.runners import CONDITIONS, NIGGLES, Draws, draws, niggle, runner
from planner.simulate.tissue import State

CALM_LUCK = Draws(**dict.fromkeys(asdict(draws(1, 1, 1)), 0.5))
SOUND = State(0.0, 60.0, 90.0)


def test_a_runner_is_made_by_seed_and_number_alone() -> None:
    assert runner(3, 7) == runner(3, 7)
    assert runner(3, 7) != runner(4, 7)
    assert runner(3, 7) != runner(3, 19)


def test_conditions_take_turns() -> None:
    counts = Counter(runner(1, number).condition.name for number in range(2 * len(CONDITIONS)))
    assert set(counts.values()) == {2}
    assert set(counts) == {condition.name for condition in CONDITIONS}


def test_profiles_and_the_past_can_be_read_by_the_journal() -> None:
    for number in range(60):
        who = runner(5, number)
        profile = read_runner(diary.profile_of(who), diary.FIRST_DAY)
        assert bool(profile.diagnoses) == bool(who.condition.diagnosis)
        assert all(str(entry["at"]) < diary.FIRST_DAY.isoformat() for entry in diary.past(who))


def test_luck_depends_on_seed_runner_and_day() -> None:
    assert draws(1, 2, 3) == draws(1, 2, 3)
    assert len({draws(1, 2, 3), draws(2, 2, 3), draws(1, 3, 3), draws(1, 2, 4)}) == 4
    assert all(0 <= value < 1 for value in asdict(draws(1, 2, 3)).values())


@pytest.mark.parametrize(("draw", "more", "points"), [(NIGGLES, 0, 0), (0, 0.9, 1), (0, 0.1, 2)])
def test_a_few_days_hurt_for_no_reason(draw: float, more: float, points: int) -> None:
    assert niggle(replace(CALM_LUCK, niggle=draw, niggle_more=more)) == points


@pytest.mark.parametrize(("name", "wobble", "minutes"), [("exact", 0.99, 20), ("loose", 0.5, 20), ("eager", 1, 26)])
def test_obedience_goes_from_exact_to_a_third_more(name: str, wobble: float, minutes: float) -> None:
    who = replace(runner(1, 0), obedience_name=name)
    done = meant(who, Session(20, 5, 10), replace(CALM_LUCK, wobble=wobble), free=True)
    assert done is not None
    assert (done.run_min, done.walk_min) == (minutes, 5)


def test_a_runner_skips_now_and_then_and_adds_a_run_of_their_own() -> None:
    who = replace(runner(1, 0), obedience_name="eager", usual_min=40)
    assert meant(who, Session(20), replace(CALM_LUCK, skip=0.0), free=True) is None
    extra = meant(who, None, replace(CALM_LUCK, extra=0.0, hard=0.0), free=True)
    assert extra is not None
    assert (extra.run_min, extra.extra, extra.intensity > 1) == (28, True, True)
    assert meant(who, None, replace(CALM_LUCK, extra=0.0), free=False) is None
    assert meant(who, None, CALM_LUCK, free=True) is None


@pytest.mark.parametrize(("name", "stop_above", "cut"), [("exact", 2, True), ("eager", 2, False), ("exact", 6, False)])
def test_who_obeys_stops_at_the_pain_the_plan_names(name: str, stop_above: int, cut: bool) -> None:
    who = replace(runner(1, 0), obedience_name=name)
    day = lived(who, State(0.7, 60.0, 90.0), Session(20, longest=20, stop_above=stop_above), 0, CALM_LUCK)
    assert day.cut is cut
    assert day.done is not None
    assert day.done.run_min == (10 if cut else 20)


def test_unbearable_pain_stops_anyone() -> None:
    who = replace(runner(1, 0), obedience_name="eager")
    day = lived(who, State(1.4, 30.0, 90.0), Session(30, longest=30), 0, CALM_LUCK)
    assert day.cut
    assert (day.pain_run or 0) >= UNBEARABLE - 1
    assert day.limp


def quiet(day: int, **more: object) -> Lived:
    base = Lived(day, None, False, None, None, 0, 0, 0, False, False, SOUND)
    return replace(base, **more)  # type: ignore[arg-type]


def test_the_first_rule_of_thumb_rests_seven_quiet_days_then_runs_as_before() -> None:
    who = replace(runner(1, 0), run_days=tuple(range(7)), usual_min=40)
    arm = RestFirst(who)
    for day in range(7):
        assert arm.wants(day, 0, SOUND, CALM_LUCK) is None
        assert not arm.free()
        arm.learn(quiet(day), CALM_LUCK)
    again = arm.wants(7, 0, SOUND, CALM_LUCK)
    assert again is not None
    assert again.run_min == 40
    arm.learn(quiet(7, done=again, pain_run=3, pain_after=0), CALM_LUCK)
    assert arm.wants(8, 0, SOUND, CALM_LUCK) is None


def test_a_day_with_pain_starts_the_quiet_days_anew() -> None:
    arm = RestFirst(replace(runner(1, 0), run_days=tuple(range(7))))
    for day in range(9):
        arm.learn(quiet(day, pain_morning=1 if day == 3 else 0), CALM_LUCK)
    assert arm.wants(9, 0, SOUND, CALM_LUCK) is None
    arm.learn(quiet(9), CALM_LUCK)
    arm.learn(quiet(10), CALM_LUCK)
    assert arm.wants(11, 0, SOUND, CALM_LUCK) is not None


def test_the_second_rule_of_thumb_adds_a_tenth_to_what_was_done() -> None:
    who = replace(runner(1, 0), run_days=(0, 3), usual_min=50, ran_on=True)
    arm = TenPercent(who)
    first = arm.wants(0, 5, SOUND, CALM_LUCK)
    assert first is not None
    assert (first.run_min, first.longest) == (28, 28)
    assert arm.wants(1, 5, SOUND, CALM_LUCK) is None
    for day in range(7):
        arm.learn(quiet(day, done=Session(20) if day in {0, 3} else None), CALM_LUCK)
    second = arm.wants(7, 5, SOUND, CALM_LUCK)
    assert second is not None
    assert second.run_min == 22
    assert arm.free()


def test_a_week_of_nothing_starts_again_and_no_week_passes_the_usual_one() -> None:
    who = replace(runner(1, 0), run_days=(0, 3), usual_min=50)
    idle = TenPercent(replace(who, ran_on=False)).wants(0, 0, SOUND, CALM_LUCK)
    healthy = TenPercent(runner(1, 11)).wants(runner(1, 11).run_days[0], 0, SOUND, CALM_LUCK)
    assert idle is not None
    assert healthy is not None
    assert idle.run_min == 10
    assert healthy.run_min == runner(1, 11).usual_min
