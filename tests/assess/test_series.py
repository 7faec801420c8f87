"""Figures of what was logged: by the day, in weeks and months, beside the time before."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.assess import Figures, Place, against, figures
from planner.assess.series.reach import every_day, in_steps, reach
from planner.assess.series.stretch import Amount, Planned, Running, Scores, Stretch
from planner.cases import read_case
from planner.protocols import protocols
from tests.assess.cases import TODAY, Entry, check_in, on, pain, run, the, walk

SHIN, KNEE = "shin_inner", "knee_front"


def seen(
    journal: Sequence[Entry],
    name: str = "two_weeks",
    *,
    issued: Sequence[Entry] = (),
    place: Place | None = None,
    today: date = TODAY,
) -> Figures:
    known, _, history = read_case(list(journal), None, issued, today)
    return figures(known, history, today, name, protocols(), place)


def day(told: Figures, days_ago: int) -> Stretch:
    return next(one for one in told.bins if one.first == TODAY - timedelta(days=days_ago))


def sleep(days_ago: int, hours: float | None, **fields: Any) -> Entry:
    """The night that ended so many days ago."""
    made = {"kind": "sleep", "id": f"s{days_ago}-{hours}", "night_of": the(-days_ago - 1), **fields}
    return made if hours is None else {**made, "asleep_h": hours}


def drink(days_ago: int, ml: float, hour: float = 9) -> Entry:
    return {"kind": "drink", "id": f"d{days_ago}-{ml}-{hour}", "at": on(-days_ago, hour), "volume_ml": ml}


def done(item: str, outcome: str = "done", days_ago: int = 1, **fields: Any) -> Entry:
    made = {"kind": "done", "id": f"done-{item}", "at": on(-days_ago, 20), "item": item, "outcome": outcome}
    return {**made, **fields}


def plan(*items: tuple[int, str], today: int = -14, **doses: Entry) -> Entry:
    """A plan issued on a day: items as (days ago, kind), with the id `days ago/kind`."""
    days: dict[int, list[Entry]] = {}
    for ago, kind in items:
        name = f"{ago}/{kind}"
        days.setdefault(ago, []).append({"id": name, "kind": kind, "dose": doses.get(kind, {})})
    return {
        "today": the(today),
        "week_start": the(today),
        "days": [{"date": the(-ago), "items": made} for ago, made in days.items()],
    }


def test_without_entries_there_is_nothing_to_see() -> None:
    told = seen([])
    assert told.started is None and told.before is None and told.days == 1
    assert len(told.bins) == 14
    assert told.whole == Stretch(told.bins[0].first, TODAY)


def test_a_day_without_an_answer_is_a_gap_and_not_a_0() -> None:
    told = seen([pain(-2, SHIN, 0, during="next_morning"), sleep(2, 7.5), drink(2, 300)])
    assert day(told, 2).pain == {"morning": Scores(0)}
    assert day(told, 1).pain == {} and day(told, 1).sleep.mean is None and day(told, 1).drink.mean is None
    assert told.started == TODAY - timedelta(days=2) and told.days == 3


MOMENTS = [
    (pain(-1, SHIN, 3, during="run"), "during"),
    (pain(-1, SHIN, 3, during="after_run"), "after"),
    (pain(-1, SHIN, 3, during="next_morning"), "morning"),
    (pain(-1, SHIN, 3, during="first_steps"), "morning"),
    (pain(-1, SHIN, 3, during="night"), "other"),
    (pain(-1, SHIN, 3, during="rest"), "other"),
    (pain(-1, SHIN, 3, during="daily"), "other"),
    (pain(-1, SHIN, 3, during="walking"), "other"),
    (run(-1, site=SHIN, side="left", pain_during=3), "during"),
    (run(-1, site=SHIN, side="left", pain_1h=3), "after"),
    (walk(-1, site=SHIN, side="left", pain_during=3), "during"),
]


@pytest.mark.parametrize(("entry", "moment"), MOMENTS)
def test_each_score_has_its_moment(entry: Entry, moment: str) -> None:
    assert day(seen([entry]), 1).pain == {moment: Scores(3)}


def test_an_answer_an_hour_later_is_of_the_day_of_the_run_and_one_of_the_morning_of_the_next() -> None:
    ran = run(-3, pain_during=1, site=SHIN, side="left")
    told = seen([ran, check_in(-2, about=ran["id"], pain_1h=2, pain_morning=4)])
    assert day(told, 3).pain == {"during": Scores(1), "after": Scores(2)}
    assert day(told, 2).pain == {"morning": Scores(4)}


def test_the_worst_of_a_day_counts_once() -> None:
    told = seen([pain(-1, SHIN, score, hour=hour) for score, hour in ((2, 8), (5, 12), (3, 20))])
    assert day(told, 1).pain == {"other": Scores(5)}


def test_an_edited_entry_counts_once_and_a_deleted_one_not_at_all() -> None:
    old, gone = pain(-1, SHIN, 7), pain(-2, SHIN, 8)
    new = {**pain(-1, SHIN, 2), "replaces": old["id"]}
    told = seen([old, new, gone, {"kind": "deleted", "id": "x", "entry": gone["id"]}])
    assert told.whole.pain == {"other": Scores(2)}


BOTH_SIDES = pain(-3, SHIN, 2, side="both")
LEFT, RIGHT, KNEE_LEFT = pain(-2, SHIN, 1), pain(-1, SHIN, 3, side="right"), pain(-1, KNEE, 5)
NOWHERE = [run(-4, pain_during=0), run(-5, pain_during=4)]


@pytest.mark.parametrize(
    ("place", "worst", "days"),
    [
        (None, 5, 3),
        (Place(KNEE, "left"), 5, 1),
        (Place(SHIN, "left"), 2, 2),
        (Place(SHIN, "right"), 3, 2),
        (Place(SHIN, "both"), 2, 1),
        (Place("calf", "left"), 5, 3),
    ],
)
def test_pain_of_one_place_is_that_of_its_site_and_side(place: Place | None, worst: int, days: int) -> None:
    told = seen([BOTH_SIDES, LEFT, RIGHT, KNEE_LEFT], place=place)
    assert told.whole.pain == {"other": Scores(worst, days)}
    assert told.place == (place if place and place.site != "calf" else None)


def test_places_stand_in_the_order_of_what_hurt_most() -> None:
    told = seen([BOTH_SIDES, LEFT, RIGHT, KNEE_LEFT, pain(-20, "calf", 9)])
    assert told.places == (Place(KNEE, "left"), Place(SHIN, "right"), Place(SHIN, "both"), Place(SHIN, "left"))


def test_a_0_that_was_not_told_where_is_a_0_at_every_place() -> None:
    told = seen([*NOWHERE, KNEE_LEFT], place=Place(KNEE, "left"))
    assert told.whole.pain == {"during": Scores(0), "other": Scores(5)}


PILL = {"painkiller_24h": True}


@pytest.mark.parametrize(
    "entries",
    [
        [pain(-2, SHIN, 2, during="run", **PILL)],
        [run(-2, site=SHIN, side="left", pain_during=2, **PILL)],
        [walk(-2, site=SHIN, side="left", pain_during=2, **PILL)],
        [run(-2, site=SHIN, side="left", pain_during=2), check_in(-1, **PILL)],
        [run(-2, site=SHIN, side="left", pain_during=2), pain(-2, KNEE, None, hour=8, **PILL)],
        [run(-2, site=SHIN, side="left", pain_during=2), pain(-1, KNEE, None, hour=17, **PILL)],
    ],
)
def test_a_score_that_a_painkiller_may_have_lowered_is_marked(entries: list[Entry]) -> None:
    assert day(seen(entries), 2).pain["during"] == Scores(2, masked=1)


def test_a_painkiller_days_later_and_one_before_any_run_mark_nothing_else() -> None:
    later = pain(-1, KNEE, 1, hour=21, **PILL)
    told = seen([check_in(-5, **PILL), run(-3, site=SHIN, side="left", pain_during=2), later])
    assert told.whole.pain == {"during": Scores(2), "other": Scores(1, masked=1)}
    assert not seen([later, run(0, hour=6, pain_during=2)]).whole.pain["during"].masked


def test_a_marked_score_stays_marked_beside_a_worse_one() -> None:
    told = seen([pain(-1, SHIN, 2, hour=8, **PILL), pain(-1, SHIN, 4, hour=9)])
    assert day(told, 1).pain["other"] == Scores(4, masked=1)


def test_a_day_holds_its_runs_and_walks() -> None:
    told = seen([run(-1, 30, distance_km=5.0), run(-1, 20, hour=8, run_min=12), walk(-1), walk(-1, 10, hour=9)])
    found = day(told, 1).running
    assert (found.runs, found.minutes, found.longest_min) == (2, 42, 30)
    assert found.km == pytest.approx(5 + 2) and found.longest_km == 5 and found.estimated == 1
    assert (found.walks, found.walk_minutes, found.session_days) == (2, 40, 1)
    assert day(told, 2).running.session_days == 0


def test_a_walk_and_a_run_without_their_length_count_all_the_same() -> None:
    bare = {"kind": "walk", "id": "w", "at": on(-1)}
    far = {"kind": "run", "id": "r", "at": on(-2), "distance_km": 4.0}
    told = seen([bare, far])
    assert day(told, 1).running.walks == 1 and day(told, 1).running.walk_minutes == 0
    assert day(told, 2).running.km == 4 and day(told, 2).running.minutes > 0


def test_the_cap_of_a_day_comes_from_the_runs_of_the_30_days_before_it() -> None:
    told = seen(
        [run(-31, 60, distance_km=10.0), run(-5, 60, distance_km=10.0), run(-1, 30, distance_km=4.0)], "two_weeks"
    )
    assert [day(told, ago).running.cap_km for ago in (5, 4, 0)] == [11.0, 11.0, 11.0]
    told = seen([run(-34, 60, distance_km=10.0), run(-3, 60, distance_km=10.0)])
    assert [day(told, ago).running.cap_km for ago in (5, 4, 3, 2)] == [11.0, None, None, 11.0]


@pytest.mark.parametrize(
    ("last", "over"),
    [
        (run(-1, 60, distance_km=11.0), 0),
        (run(-1, 60, distance_km=11.1), 1),
        (run(-1, 66), 0),
        (run(-1, 67), 1),
        (run(-1, 90, distance_km=12.0, stage="8"), 0),
    ],
)
def test_a_run_off_the_ladder_above_its_cap_is_told(last: Entry, over: int) -> None:
    assert seen([run(-8, 60, distance_km=10.0), last]).whole.running.over == over


def test_a_first_run_has_no_cap_to_be_over() -> None:
    assert seen([run(-1, 300)]).whole.running.over == 0


def test_the_stage_of_a_day_is_the_logged_one_else_the_planned_one() -> None:
    issued = plan((3, "run"), (2, "run"), (1, "run"), run={"stage": "4", "run_min": 18})
    bare = plan((5, "walk"))
    told = seen(
        [run(-3, item="3/run"), run(-2, item="2/run", stage="3"), run(-1), run(-5, item="5/walk")],
        issued=[bare, issued],
    )
    assert [day(told, ago).running.stage for ago in (5, 3, 2, 1)] == [None, "4", "3", None]
    assert told.whole.running.stage == "3"


def test_the_stage_of_a_planned_run_without_a_dose_is_unknown() -> None:
    issued = {
        "today": the(-3),
        "week_start": the(-3),
        "days": [{"date": the(-1), "items": [{"id": "r", "kind": "run"}]}],
    }
    assert day(seen([run(-1, item="r")], issued=[issued]), 1).running.stage is None


def test_a_night_is_told_on_the_day_after_it_and_the_shorter_of_two_counts() -> None:
    told = seen([sleep(1, 8), sleep(1, 6.5, quality=2), sleep(2, None, quality=4)])
    assert day(told, 1).sleep == Amount(6.5, 1) and day(told, 1).quality == Amount(2, 1)
    assert day(told, 2).sleep == Amount() and day(told, 2).quality == Amount(4, 1)
    assert told.started == TODAY - timedelta(days=2)


def test_drinks_of_a_day_are_added_up_and_the_mean_is_of_the_days_that_tell() -> None:
    told = seen([drink(1, 300), drink(1, 500, 12), drink(3, 400)])
    assert day(told, 1).drink == Amount(800, 1)
    assert told.whole.drink.mean == 600


def test_a_night_when_clocks_go_back_is_one_day() -> None:
    told = seen([pain(-29, SHIN, 1, hour=2.5), pain(-29, SHIN, 2, hour=23)], "three_months", today=date(2026, 11, 23))
    assert date(2026, 10, 25) == TODAY - timedelta(days=29)
    week = next(one for one in told.bins if one.last == date(2026, 10, 25))
    assert week.pain == {"other": Scores(2)} and week.days == 7


KEPT = [
    ([done("1/strength")], (1, "strength"), Planned(done=1)),
    ([done("1/strength", "skipped", why="tired")], (1, "strength"), Planned(skipped=1)),
    ([drink(1, 1)], (1, "strength"), Planned(missed=1)),
    ([run(-1, item="1/run")], (1, "run"), Planned(done=1)),
    ([run(-1)], (1, "run"), Planned(done=1)),
    ([drink(1, 1)], (1, "run"), Planned(missed=1)),
    ([run(-1)], (1, "walk"), Planned(done=1)),
    ([walk(-1)], (1, "walk"), Planned(done=1)),
    ([walk(-1)], (1, "run"), Planned(missed=1)),
    ([walk(-1)], (1, "rest"), Planned(done=1)),
    ([run(-1)], (1, "rest"), Planned(missed=1)),
    ([drink(0, 1)], (0, "rest"), Planned()),
    ([drink(0, 1)], (0, "run"), Planned()),
    ([done("0/mobility", days_ago=0)], (0, "mobility"), Planned(done=1)),
    ([done("1/sleep")], (1, "sleep"), Planned()),
    ([done("1/check_in")], (1, "check_in"), Planned()),
]


@pytest.mark.parametrize(("journal", "item", "kept"), KEPT)
def test_what_was_planned_is_done_skipped_or_left_open(
    journal: list[Entry], item: tuple[int, str], kept: Planned
) -> None:
    assert seen(journal, issued=[plan(item)]).whole.planned == kept


def test_what_was_only_looked_at_ahead_counts_where_something_was_said_of_it() -> None:
    ahead = {**plan((3, "strength"), (2, "strength"), (1, "strength"), (0, "rest")), "week_start": the(-3)}
    assert seen([drink(1, 1)], issued=[ahead]).whole.planned == Planned()
    said = [done("3/strength"), done("2/strength", "skipped", why="tired")]
    assert seen(said, issued=[ahead]).whole.planned == Planned(done=1, skipped=1)
    in_its_week = {**ahead, "today": the(-3)}
    assert seen([drink(1, 1)], issued=[ahead, in_its_week]).whole.planned == Planned(missed=3)


def test_what_was_moved_is_planned_once_on_its_new_day() -> None:
    first = plan((3, "strength"))
    moved = {"id": "3/strength", "kind": "strength", "dose": {}}
    later = {"today": the(-3), "week_start": the(-7), "days": [{"date": the(-1), "items": [moved]}]}
    told = seen(
        [done("3/strength", "moved", 3, to=the(-1)), done("never", "moved", 3, to=the(-1))], issued=[first, later]
    )
    assert day(told, 3).planned == Planned(moved=1)
    assert day(told, 1).planned == Planned(missed=1)
    assert told.whole.planned.of == 1


@pytest.mark.parametrize(
    ("name", "started", "first", "step"),
    [
        ("two_weeks", date(2020, 1, 1), date(2026, 11, 10), "day"),
        ("three_months", date(2020, 1, 1), date(2026, 8, 31), "week"),
        ("year", date(2020, 1, 1), date(2025, 12, 1), "week"),
        ("all", TODAY, TODAY, "day"),
        ("all", date(2026, 10, 24), date(2026, 10, 24), "day"),
        ("all", date(2026, 10, 23), date(2026, 10, 19), "week"),
        ("all", date(2025, 11, 23), date(2025, 11, 17), "week"),
        ("all", date(2025, 11, 22), date(2025, 11, 1), "month"),
        ("all", date(2016, 2, 29), date(2016, 2, 1), "month"),
    ],
)
def test_how_far_back_figures_reach_and_in_what_steps(name: str, started: date, first: date, step: str) -> None:
    assert reach(name, started, TODAY) == (first, step)


def test_months_end_where_they_end_and_the_last_one_is_as_long_as_it_is() -> None:
    told = seen([run(-700), run(-1)], "all")
    ends = [one.last for one in told.bins]
    assert told.step == "month" and ends[-1] == TODAY
    assert all((end + timedelta(days=1)).day == 1 for end in ends[:-1])
    assert date(2025, 2, 28) in ends and date(2024, 12, 31) in ends
    assert all(
        later.first == one.last + timedelta(days=1) for one, later in zip(told.bins, told.bins[1:], strict=False)
    )


def test_the_time_before_is_as_long_and_unknown_where_nothing_was_logged_yet() -> None:
    told = seen([pain(-14, SHIN, 6), pain(-27, SHIN, 3), pain(-28, SHIN, 9), pain(-1, SHIN, 2)])
    assert told.before is not None
    assert (told.before.first, told.before.last) == (TODAY - timedelta(days=27), TODAY - timedelta(days=14))
    assert told.before.pain == {"other": Scores(6, 2)}
    assert seen([pain(-13, SHIN, 6)]).before is None
    assert seen([pain(-400, SHIN, 6)], "all").before is None


def test_a_week_keeps_the_cap_that_its_longest_run_had() -> None:
    told = seen(
        [run(-20, 50, distance_km=10.0), run(-9, 30, distance_km=5.0), run(-8, 20, distance_km=12.0)], "three_months"
    )
    week = next(one for one in told.bins if one.last == TODAY - timedelta(days=8))
    assert (week.running.longest_km, week.running.cap_km) == (12.0, 11.0)
    assert (week.running.longest_min, week.running.cap_min) == (30, 55)
    assert told.bins[-1].running.cap_km == 13.2


@pytest.mark.parametrize(
    ("now", "before", "digits", "said"),
    [
        (3, 5, 0, "lower"),
        (5, 3, 0, "higher"),
        (7.04, 7.02, 1, "same"),
        (7.06, 7.02, 1, "higher"),
        (None, 3, 0, None),
        (3, None, 0, None),
    ],
)
def test_figures_are_compared_as_they_are_shown(
    now: float | None, before: float | None, digits: int, said: str | None
) -> None:
    assert against(now, before, digits) == said


COUNTS = st.integers(0, 9)


@st.composite
def stretches(draw: st.DrawFn) -> list[Stretch]:
    """Days in a row, with whatever on them."""
    first = draw(st.dates(date(2019, 1, 1), date(2026, 1, 1)))
    amounts = st.builds(Amount, COUNTS, st.integers(0, 1))
    scores = st.dictionaries(
        st.sampled_from(["during", "morning"]), st.builds(Scores, COUNTS, masked=st.integers(0, 1))
    )
    running = st.builds(
        Running,
        runs=COUNTS,
        minutes=COUNTS,
        km=COUNTS,
        over=COUNTS,
        longest_km=COUNTS,
        longest_min=COUNTS,
        cap_km=COUNTS,
    )
    planned = st.builds(Planned, COUNTS, COUNTS, COUNTS, COUNTS)
    count = draw(st.integers(1, 80))
    return [
        Stretch(one, one, draw(scores), draw(running), draw(amounts), draw(amounts), draw(amounts), draw(planned))
        for one in every_day(first, first + timedelta(days=count - 1))
    ]


@given(stretches(), st.sampled_from(["day", "week", "month"]))
def test_the_sums_of_weeks_and_months_are_those_of_their_days(days: list[Stretch], step: str) -> None:
    bins = in_steps(days, step)
    for sums in (
        lambda one: one.running.minutes,
        lambda one: one.running.km,
        lambda one: one.running.runs + one.running.over,
        lambda one: one.sleep.total + 100 * one.sleep.days,
        lambda one: one.drink.total + 100 * one.drink.days,
        lambda one: one.planned.of + 100 * one.planned.moved,
        lambda one: sum(scores.days + 100 * scores.masked for scores in one.pain.values()),
        lambda one: one.days,
    ):
        assert sum(map(sums, bins)) == sum(map(sums, days))
    for worst in (
        lambda one: one.running.longest_km,
        lambda one: max((s.worst for s in one.pain.values()), default=-1),
    ):
        assert max(map(worst, bins)) == max(map(worst, days))
    assert (bins[0].first, bins[-1].last) == (days[0].first, days[-1].last)
