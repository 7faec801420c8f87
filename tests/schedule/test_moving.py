"""Moving an item: where it may go, and the rule that is named where it may not."""

from datetime import date
from typing import Any

import pytest

from planner.assess import Reason
from planner.cases import read_case
from planner.protocols import protocols
from planner.schedule import can_move, possible_days, refusal
from planner.words import Voice, tell
from tests.assess.cases import (
    Entry,
    Logged,
    answered,
    case,
    diagnosed,
    items,
    pain,
    plan,
    regular,
    run,
    sign,
    the,
)
from tests.schedule.test_changes import one, ticked

SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
HABIT = regular(5, distance_km=8)
AT_TWO = answered(run(-3, 30, run_min=12, stage="2", **SHIN))


def refused(item: str, to: int, *journal: Logged, issued: Any, ahead: int = 0, **runner: Any) -> str | None:
    """The rule that stands in the way; None where the move is possible. Its sentence can be said."""
    told = case(*journal, issued=issued, ahead=ahead, **runner)
    today = date.fromisoformat(told["today"])
    read = read_case(told["journal"], told["runner"], told["issued"], today)
    why = refusal(*read, today, item, date.fromisoformat(the(to)), protocols())
    if why is None:
        return None
    assert tell(why, Voice())["text"]
    return why.rule


@pytest.mark.parametrize("to", [1, 2, 3, 5, 6])
def test_a_run_may_go_to_any_day_that_keeps_the_rules(to: int) -> None:
    first = plan(HABIT)
    assert refused(one(first, 4, "run")["id"], to, HABIT, issued=[first]) is None


PAUSED = {"kind": "pause", "id": "p", "from": the(3), "to": the(3), "why": "holiday"}
HELD: list[tuple[str, int, list[Logged], dict[str, Any], str]] = [
    ("the past", -1, [HABIT], {}, "move.past"),
    ("far ahead", 90, [HABIT], {}, "move.too_far"),
    ("a red day", 1, [HABIT, pain(0, "knee_front", 6, 9, during="daily")], {}, "rest.red"),
    ("a flag", 3, [HABIT, sign(0, "calf", "one_leg_swollen", hour=9)], {}, "rest.flag"),
    ("no running day", 3, [HABIT], {"run_days": ["mon", "wed", "fri"]}, "fit.run_days"),
    ("a pause", 3, [HABIT, PAUSED], {}, "fit.pause"),
    ("too few minutes", 3, [HABIT], {"day_minutes": {"thu": 20}}, "fit.minutes"),
    ("a day off", 3, [HABIT], {"clinician_limits": [{"kind": "days_off", "value": ["thu"]}]}, "limit.days_off"),
    ("no minutes at all", 3, [HABIT], {"clinician_limits": [{"kind": "max_run_min", "value": 0}]}, "limit.max_run_min"),
    ("sore legs", 1, [regular(5, last=-3, distance_km=8), run(-1, 60), pain(0, "thigh_back", 5, 9, during="daily", side="both")],
     {}, "pain.sore"),
]  # fmt: skip


@pytest.mark.parametrize(("to", "journal", "runner", "rule"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_a_refused_move_names_its_rule(to: int, journal: list[Logged], runner: dict[str, Any], rule: str) -> None:
    first = plan(journal[0])
    assert refused(one(first, 4, "run")["id"], to, *journal, issued=[first], **runner) == rule


def test_a_day_that_was_run_on_is_taken() -> None:
    first = plan(HABIT)
    assert refused(one(first, 4, "run")["id"], 0, HABIT, run(0, 30, 7), issued=[first]) == "fit.ran_today"


def test_on_the_ladder_there_is_a_day_between_runs() -> None:
    first = plan(AT_TWO, **MTSS)
    later = one(first, 4, "run")["id"]
    ran = run(0, 30, 7, run_min=12, stage="2", item=one(first, 0, "run")["id"], **SHIN)
    assert refused(later, 1, AT_TWO, ran, issued=[first], **MTSS) == "move.back_to_back"
    pinned = ticked(one(first, 2, "run")["id"], "moved", hour=10, to=the(2))
    assert refused(later, 3, AT_TWO, pinned, issued=[first], **MTSS) in {"move.back_to_back", None}


def test_before_the_walks_are_done_no_run_can_be_moved() -> None:
    first = plan(AT_TWO, **MTSS)
    red = pain(0, "shin_inner", 6, 9, during="daily")
    assert refused(one(first, 4, "run")["id"], 5, AT_TWO, red, issued=[first], **MTSS) == "ladder.morning_due"


def test_one_rest_day_in_seven_is_kept() -> None:
    daily = [run(day, 30, distance_km=5) for day in range(-28, 0)]
    first = plan(daily)
    assert refused(items(first, "run")[-1]["id"], 0, daily, issued=[first]) == "rest.seven"


def test_a_week_has_no_more_runs_than_its_rules_allow() -> None:
    first = plan(HABIT)
    ran = [run(day, 40, 7, distance_km=8, item=one(first, day, "run")["id"]) for day in (0, 2)]
    extra = run(3, 40, 7, distance_km=8)
    last = one(first, 4, "run")["id"]
    assert refused(last, 6, HABIT, ran, extra, issued=[first], ahead=3) == "ladder.runs_a_week"


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("warm_up", "move.belongs"), ("cool_down", "move.belongs"), ("sleep", "move.daily"), ("hydration", "move.daily")],
)
def test_what_belongs_to_a_run_or_to_every_day_stays(kind: str, rule: str) -> None:
    first = plan(HABIT)
    assert refused(one(first, 4, kind)["id"], 5, HABIT, issued=[first]) == rule


@pytest.mark.parametrize("outcome", ["done", "skipped"])
def test_what_was_answered_stays(outcome: str) -> None:
    first = plan(HABIT)
    item = one(first, 0, "run")["id"]
    assert refused(item, 3, HABIT, ticked(item, outcome), issued=[first]) == "move.answered"


def test_a_walk_may_go_beyond_the_running_days_and_not_into_a_short_day() -> None:
    journal = [run(-60, 30)]
    first = plan(journal, **MTSS)
    item = one(first, 2, "walk")["id"]
    assert refused(item, 3, journal, issued=[first], **MTSS) is None
    assert refused(item, 3, journal, issued=[first], day_minutes={"thu": 5}, **MTSS) == "fit.minutes"
    assert refused(item, 3, journal, PAUSED, issued=[first], **MTSS) == "fit.pause"


def test_strength_moves_where_it_fits() -> None:
    first = plan(HABIT)
    (early, late) = items(first, "strength")
    free = {refused(late["id"], n, HABIT, issued=[first]) for n in range(7)}
    assert None in free
    assert free <= {None, "move.no_room"}
    assert early["id"] != late["id"]


def test_the_possible_days_are_those_that_are_not_refused() -> None:
    first = plan(HABIT)
    item = one(first, 4, "run")["id"]
    told = case(HABIT, issued=[first], ahead=2, run_days=["wed", "fri", "sat"])
    today = date.fromisoformat(told["today"])
    read = read_case(told["journal"], told["runner"], told["issued"], today)
    days = possible_days(*read, today, item, protocols())
    assert [day.isoformat() for day in days] == [the(2), the(4), the(5)]


def test_an_item_that_was_never_issued_is_an_error() -> None:
    with pytest.raises(KeyError):
        refused("2026-11-23/run/9", 3, HABIT, issued=[])


def test_what_belongs_to_every_day_or_to_a_run_has_no_other_day() -> None:
    shown = plan(HABIT)
    told = case(HABIT, issued=[shown])
    history = read_case(told["journal"], told["runner"], told["issued"], date.fromisoformat(told["today"]))[2]
    may = {item["kind"]: can_move(history, item["id"]) for item in items(shown)}
    assert may["run"]
    assert may["strength"]
    assert not (may["warm_up"] or may["sleep"] or may["hydration"])


def why(item: str, to: int, *journal: Logged, issued: Any, **runner: Any) -> Reason | None:
    """The reason that stands in the way, as it is."""
    told = case(*journal, issued=issued, **runner)
    today = date.fromisoformat(told["today"])
    read = read_case(told["journal"], told["runner"], told["issued"], today)
    return refusal(*read, today, item, date.fromisoformat(the(to)), protocols())


SORE = pain(0, "thigh_back", 5, 9, during="daily", side="both")
WHOLE: dict[str, tuple[str, int, int, list[Logged], dict[str, Any], Reason]] = {
    "the past": ("run", 4, -1, [HABIT], {}, Reason("move.past", "runner", "D")),
    "far ahead": ("run", 4, 90, [HABIT], {}, Reason("move.too_far", "runner", "D", {"n": 12})),
    "a habit": ("sleep", 4, 5, [HABIT], {}, Reason("move.daily", "runner", "D", {"kind": "sleep"})),
    "a part of a run": ("warm_up", 4, 5, [HABIT], {}, Reason("move.belongs", "runner", "D", {"kind": "warm_up"})),
    "too few minutes": ("run", 4, 3, [HABIT], {"day_minutes": {"thu": 20}}, Reason(
        "fit.minutes", "runner", "D", {"minutes": 20, "needed": 23})),
    "too few minutes for a walk": ("walk", 2, 3, [run(-60, 30)], {**MTSS, "day_minutes": {"thu": 5}}, Reason(
        "fit.minutes", "runner", "D", {"minutes": 5, "needed": 30})),
    "a clinician's minutes": ("run", 4, 3, [HABIT], {"clinician_limits": [{"kind": "max_run_min", "value": 3}]}, Reason(
        "limit.max_run_min", "clinician", "D", {"minutes": 3, "note": ""}, (), "lifts.clinician")),
    "sore legs": ("run", 4, 1, [regular(5, last=-3, distance_km=8), run(-1, 60), SORE], {}, Reason(
        "pain.sore", "decisions", "D", {"score": 5}, (SORE["id"],), "lifts.pain")),
}  # fmt: skip


@pytest.mark.parametrize("row", WHOLE)
def test_a_refused_move_says_by_which_numbers_and_what_lifts_it(row: str) -> None:
    kind, day, to, journal, runner, expected = WHOLE[row]
    profile = MTSS if kind == "walk" else {}
    first = plan(journal[0], **profile)
    assert why(one(first, day, kind)["id"], to, *journal, issued=[first], **runner) == expected


def test_a_day_between_runs_is_told_by_its_number() -> None:
    first = plan(AT_TWO, **MTSS)
    ran = run(0, 30, 7, run_min=12, stage="2", item=one(first, 0, "run")["id"], **SHIN)
    assert why(one(first, 4, "run")["id"], 1, AT_TWO, ran, issued=[first], **MTSS) == Reason(
        "move.back_to_back", "runner", "D", {"n": 1}
    )
