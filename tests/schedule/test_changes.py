"""Replanning: what was issued keeps its ids, its past and its finished items; the difference is told with its reasons."""

from typing import Any

import pytest

from planner.assess import Reason
from tests.assess.cases import (
    Entry,
    answered,
    diagnosed,
    items,
    pain,
    plan,
    planned,
    regular,
    run,
    run_minutes,
    said,
    sign,
    the,
)

SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
HABIT = regular(5)
AT_TWO = answered(run(-3, 30, run_min=12, stage="2", **SHIN))


def ticked(item: str, outcome: str = "done", day: int = 0, hour: int = 19, **fields: Any) -> Entry:
    return {
        "kind": "done",
        "id": f"done-{item}",
        "at": f"{the(day)}T{hour}:00",
        "item": item,
        "outcome": outcome,
        **fields,
    }


def of(made: dict[str, Any], day: int) -> list[Entry]:
    return next(one["items"] for one in made["days"] if one["date"] == the(day))


def one(made: dict[str, Any], day: int, kind: str) -> Entry:
    return next(item for item in of(made, day) if item["kind"] == kind)


def ids(made: dict[str, Any]) -> set[str]:
    return {item["id"] for item in items(made)}


def test_without_an_issued_plan_nothing_changed() -> None:
    assert plan(HABIT)["changes"] == []


@pytest.mark.parametrize("runner", [{}, MTSS], ids=["healthy", "ladder"])
def test_planning_again_changes_nothing(runner: dict[str, Any]) -> None:
    journal = AT_TWO if runner else HABIT
    first = plan(journal, **runner)
    again = plan(journal, issued=[first], **runner)
    assert again["changes"] == []
    assert again["days"] == first["days"]


def test_ids_are_unique_and_tell_day_kind_and_number() -> None:
    made = plan(HABIT)
    assert len(ids(made)) == len(items(made))
    assert all(item["id"] == f"{item['date']}/{item['kind']}/{item['id'].rsplit('/', 1)[1]}" for item in items(made))


@pytest.mark.parametrize(
    "later",
    [
        pain(0, "knee_front", 3, 8, during="daily"), pain(0, "knee_front", 5, 8, during="daily"),
        sign(0, "calf", "one_leg_swollen", hour=8), run(0, 30, 7),
    ],
    ids=["amber", "red", "flag", "ran"],
)  # fmt: skip
def test_items_that_stay_keep_their_ids_and_no_id_is_used_for_another_kind(later: Entry) -> None:
    first = plan(HABIT)
    again = plan(HABIT, later, issued=[first])
    kinds = {item["id"]: item["kind"] for item in items(first)}
    assert all(kinds[item["id"]] == item["kind"] for item in items(again) if item["id"] in kinds)
    assert len(ids(again)) == len(items(again))
    for item in items(again, "sleep", "hydration"):
        assert item["id"] in kinds


def test_an_id_is_kept_when_its_date_changes() -> None:
    first = plan(HABIT)
    moved = ticked(one(first, 0, "run")["id"], "moved", to=the(1))
    again = plan(HABIT, moved, issued=[first])
    assert one(again, 1, "run")["id"] == one(first, 0, "run")["id"]
    change = next(c for c in again["changes"] if c["item"] == one(first, 0, "run")["id"])
    assert (change["what"], change["from"]["date"], change["to"]["date"]) == ("moved", the(0), the(1))


def test_a_new_id_is_never_one_that_was_ever_issued() -> None:
    first = plan(HABIT)
    rested = plan(HABIT, pain(0, "knee_front", 6, 8, during="daily"), issued=[first])
    back = plan(HABIT, issued=[first, rested])
    known = {item["id"]: item["kind"] for item in [*items(first), *items(rested)]}
    assert all(known.get(item["id"], item["kind"]) == item["kind"] for item in items(back))


def test_amber_eases_the_coming_runs_and_says_why() -> None:
    first = plan(HABIT)
    hurt = pain(0, "knee_front", 3, 8, during="daily")
    again = plan(HABIT, hurt, issued=[first])
    eased = [change for change in again["changes"] if change["kind"] == "run"]
    assert {change["what"] for change in eased} <= {"eased", "moved", "removed"}
    assert any(change["what"] == "eased" and change["to"]["run_min"] < change["from"]["run_min"] for change in eased)
    assert all(change["reasons"] and change["reasons"][0]["text"] for change in eased)
    assert any(hurt["id"] in reason["entries"] for change in eased for reason in change["reasons"])


def test_a_red_flag_takes_the_runs_away_and_adds_whom_to_see() -> None:
    first = plan(HABIT)
    again = plan(HABIT, sign(0, "calf", "one_leg_swollen", hour=8), issued=[first])
    gone = {change["item"] for change in again["changes"] if change["what"] in {"removed", "eased"}}
    assert {item["id"] for item in items(first, "run")} <= gone
    assert "see_clinician" in {change["kind"] for change in again["changes"] if change["what"] == "added"}


def test_a_harder_earned_stage_is_told_as_a_change() -> None:
    first = plan(AT_TWO, **MTSS)
    again = plan(
        AT_TWO, answered(run(0, 30, 7, run_min=12, stage="2", **SHIN)), issued=[first], ahead=1, start=the(0), **MTSS
    )
    clean = answered(run(0, 30, 7, run_min=12, stage="2", **SHIN), morning=None)
    morning = {"kind": "check_in", "id": "m", "at": the(1) + "T07:00", "about": clean[0]["id"], "pain_morning": 0}
    earned = plan(AT_TWO, clean, morning, issued=[first], ahead=1, start=the(0), **MTSS)
    assert set(run_minutes(again).values()) == {12}
    after = {day: minutes for day, minutes in run_minutes(earned).items() if day > the(1)}
    assert set(after.values()) == {16}
    assert all(
        change["to"]["run_min"] > change["from"]["run_min"]
        for change in earned["changes"]
        if change["what"] == "extended"
    )
    assert any(change["what"] == "extended" for change in earned["changes"])


# The past


def test_past_days_stay_as_issued() -> None:
    first = plan(HABIT)
    later = plan(HABIT, pain(2, "knee_front", 5, 8, during="daily"), issued=[first], ahead=3, start=the(0))
    for day in range(3):
        past = next(one_day for one_day in later["days"] if one_day["date"] == the(day))
        assert past["past"] is True
        bare = [{key: value for key, value in item.items() if key != "outcome"} for item in past["items"]]
        assert bare == of(first, day)


def test_past_days_show_what_became_of_their_items() -> None:
    first = plan(HABIT)
    done, skipped = one(first, 0, "run")["id"], one(first, 2, "run")["id"]
    log = ticked(done), ticked(skipped, "skipped", 2, why="tired")
    later = plan(HABIT, *log, issued=[first], ahead=3, start=the(0))
    assert one(later, 0, "run")["outcome"] == "done"
    assert one(later, 2, "run")["outcome"] == "skipped"


def test_a_logged_run_answers_its_item() -> None:
    first = plan(HABIT)
    ran = run(0, 40, item=one(first, 0, "run")["id"])
    later = plan(HABIT, ran, issued=[first], ahead=1, start=the(0))
    assert one(later, 0, "run")["outcome"] == "done"


def test_days_before_today_without_an_issued_plan_are_empty() -> None:
    later = plan(HABIT, ahead=3, start=the(0))
    assert [one_day["items"] for one_day in later["days"][:3]] == [[], [], []]


def test_a_plan_issued_later_rewrites_no_day_that_had_passed() -> None:
    first = plan(HABIT)
    second = plan(HABIT, pain(2, "knee_front", 5, 8, during="daily"), issued=[first], ahead=3, start=the(0))
    third = plan(HABIT, pain(2, "knee_front", 5, 8, during="daily"), issued=[first, second], ahead=5, start=the(0))
    assert of(third, 0) == of(second, 0)
    assert [item["id"] for item in of(third, 3)] == [item["id"] for item in of(second, 3)]


# Finished items


@pytest.mark.parametrize("outcome", ["done", "skipped"])
def test_a_finished_item_of_today_stays_as_issued(outcome: str) -> None:
    first = plan(HABIT)
    for item in of(first, 0):
        if item["kind"] in {"rest", "see_clinician"}:
            continue
        again = plan(HABIT, ticked(item["id"], outcome, hour=21), issued=[first])
        shown = next(other for other in of(again, 0) if other["id"] == item["id"])
        assert shown == {**item, "outcome": outcome}
        assert len([other for other in of(again, 0) if other["id"] == item["id"]]) == 1


def test_finished_items_stay_as_issued_even_when_it_gets_worse() -> None:
    first = plan(HABIT)
    ran = one(first, 0, "run")
    worse = pain(0, "knee_front", 6, 21, during="daily")
    again = plan(HABIT, ticked(ran["id"]), worse, issued=[first])
    shown = next(item for item in of(again, 0) if item["id"] == ran["id"])
    assert shown["minutes"] == ran["minutes"]
    assert shown["outcome"] == "done"


def test_a_run_that_was_done_or_skipped_today_is_not_planned_again_today() -> None:
    first = plan(HABIT)
    for outcome in ("done", "skipped"):
        again = plan(HABIT, ticked(one(first, 0, "run")["id"], outcome), issued=[first])
        assert len([item for item in of(again, 0) if item["kind"] == "run"]) == 1


def test_a_done_run_keeps_its_warm_up_and_cool_down() -> None:
    first = plan(AT_TWO, **MTSS)
    planned = one(first, 0, "run")
    again = plan(AT_TWO, run(0, 30, run_min=12, stage="2", item=planned["id"], **SHIN), issued=[first], **MTSS)
    mine = {item["kind"] for item in of(again, 0) if item.get("for") == planned["id"]}
    assert {"warm_up", "cool_down"} <= mine


def test_finished_items_are_no_changes() -> None:
    first = plan(HABIT)
    done = one(first, 0, "run")["id"]
    again = plan(HABIT, run(0, 40, 19, item=done), issued=[first])
    assert done not in {change["item"] for change in again["changes"]}


def test_the_newest_issued_plan_counts_whatever_order_they_come_in() -> None:
    first = plan(HABIT)
    second = plan(HABIT, pain(1, "knee_front", 6, 8, during="daily"), issued=[first], ahead=1, start=the(0))
    journal = HABIT, pain(1, "knee_front", 6, 8, during="daily")
    assert plan(*journal, issued=[first, second], ahead=2, start=the(0)) == plan(
        *journal, issued=[second, first], ahead=2, start=the(0)
    )


# What is news


def day_by_day(days: int, *journal: Any, **runner: Any) -> list[dict[str, Any]]:
    """The plans of so many days, each made anew and issued; nothing is ticked."""
    made: list[dict[str, Any]] = []
    for day in range(days):
        made.append(plan(*journal, issued=made, ahead=day, start=the(0), **runner))
    return made


REST = {"run_days": [], "diagnoses": [diagnosed("mtss")]}


@pytest.mark.parametrize("runner", [{}, MTSS, REST], ids=["healthy", "ladder", "no running"])
def test_unticked_recovery_and_strength_neither_pile_up_nor_are_news(runner: dict[str, Any]) -> None:
    plans = day_by_day(7, HABIT, **runner)
    for kind, most in (("contrast_shower", 2), ("leg_elevation", 4), ("strength", 3)):
        assert len(items(plans[-1], kind)) <= most, kind
    for day, made in enumerate(plans):
        assert any(item["kind"] == "contrast_shower" for n in range(day, 7) for item in of(made, n))
        assert any(item["kind"] == "leg_elevation" for n in range(day, 7) for item in of(made, n))
    kinds = {change["kind"] for made in plans for change in made["changes"]}
    assert not kinds & {"contrast_shower", "leg_elevation", "mobility", "massage", "cold_pack"}


def test_a_flag_is_news_once() -> None:
    clot = sign(0, "calf", "one_leg_swollen", hour=8)
    issued = [plan(HABIT)]
    told: list[Entry] = []
    for day in range(4):
        made = plan(HABIT, clot, issued=issued, ahead=day, start=the(0))
        issued.append(made)
        told += [change for change in made["changes"] if change["kind"] == "see_clinician"]
    assert [(change["what"], change["to"]["date"]) for change in told] == [("added", the(0))]
    cleared = {"kind": "clearance", "id": "c", "at": f"{the(4)}T08:00", "by": "doctor", "clears": ["clot_suspected"],
               "outcome": "excluded"}  # fmt: skip
    over = plan(HABIT, clot, cleared, issued=issued, ahead=4, start=the(0))["changes"]
    assert [change["what"] for change in over if change["kind"] == "see_clinician"] == ["removed"]


def test_a_second_flag_is_news_too() -> None:
    issued = [plan(HABIT)]
    issued.append(plan(HABIT, sign(0, "calf", "one_leg_swollen", hour=8), issued=issued))
    made = plan(
        HABIT, sign(0, "calf", "one_leg_swollen", hour=8), sign(0, "knee_front", "locked", hour=9), issued=issued
    )
    [change] = [change for change in made["changes"] if change["kind"] == "see_clinician"]
    assert [reason["rule"] for reason in change["reasons"]] == ["flag.joint_internal"]


def test_what_a_flag_or_a_rule_keeps_out_of_the_week_is_news() -> None:
    first = plan(HABIT)
    clot = plan(HABIT, sign(0, "calf", "one_leg_swollen", hour=8), issued=[first])
    gone = {change["kind"]: change["reasons"][0]["rule"] for change in clot["changes"] if change["what"] == "removed"}
    assert gone["contrast_shower"] == gone["leg_elevation"] == gone["massage"] == "rest.flag"
    wound = plan(HABIT, issued=[first], health=["open_wound"])
    gone = {change["kind"]: change["reasons"][0]["rule"] for change in wound["changes"]}
    assert gone["contrast_shower"] == "health.never"


def test_a_walk_or_strength_that_goes_says_what_is_there_instead() -> None:
    walking = plan(**MTSS)
    running = plan(AT_TWO, issued=[walking], **MTSS)
    walks = [change for change in running["changes"] if change["kind"] == "walk" and change["what"] == "removed"]
    dates = {item["date"] for item in items(running, "run")}
    assert all(change["from"]["date"] not in dates for change in running["changes"] if change["kind"] == "walk")
    assert {change["reasons"][0]["rule"] for change in walks} <= {"plan.runs_again"}
    red = plan(AT_TWO, pain(0, "shin_inner", 6, 8, during="daily"), issued=[running], **MTSS)
    rested = [change for change in red["changes"] if change["kind"] == "strength" and change["what"] == "removed"]
    assert all(change["reasons"][0]["rule"] == "rest.red" for change in rested)


def test_a_rebuilding_runner_who_chose_three_days_misses_nothing() -> None:
    runs = [answered(run(-2 * n - 1, 30, run_min=30, stage="8", **SHIN)) for n in range(6)]
    made = plan(runs, run_days=["tue", "thu", "sat"], **MTSS)
    assert "run" not in {one["kind"] for one in made["not_placed"]}


def test_strength_that_was_ticked_early_is_no_news_and_a_lighter_programme_says_so() -> None:
    first = plan(HABIT)
    ticks = [ticked(item["id"]) for item in items(first, "strength")[:1]]
    assert not [one for one in plan(HABIT, ticks, issued=[first])["changes"] if one["item"] == ticks[0]["item"]]
    before = plan(**MTSS)
    gone = [one for one in plan(issued=[before])["changes"] if one["kind"] == "strength"]
    assert "plan.enough" in {change["reasons"][0]["rule"] for change in gone if change["what"] == "removed"}


def test_of_fewer_runs_the_reason_is_that_of_those_that_stay_or_of_the_walks_instead() -> None:
    first = plan(HABIT)
    fewer = plan(regular(5, 40)[::2], issued=[first])["changes"]
    assert all(change["reasons"][0]["text"] for change in fewer)


def test_what_a_pause_leaves_no_day_for_is_no_news_of_recovery() -> None:
    first = plan(HABIT)
    assert items(first, "massage")
    away = {"kind": "pause", "id": "p", "from": the(0), "to": the(6), "why": "holiday"}
    paused = plan(HABIT, away, issued=[first])
    assert not items(paused, "massage")
    assert {change["kind"] for change in paused["changes"]} <= {"run", "walk", "strength"}


@pytest.mark.parametrize(("back", "news"), [(8, True), (7, False), (1, False)])
def test_a_flag_that_was_told_in_the_last_seven_days_is_no_news(back: int, news: bool) -> None:
    old = regular(5, last=-10)
    seen = sign(-back, "knee_front", "locked", hour=8)
    over = {"kind": "clearance", "id": "c", "at": f"{the(-back)}T20:00", "by": "physio", "clears": ["joint_internal"]}
    issued = [plan(old, seen, ahead=-back, start=the(-7 * (1 + (back > 7))))]
    for day in range(1 - back, 0):
        issued.append(plan(old, seen, over, issued=issued, ahead=day, start=the(-7 if day >= -7 else -14)))
    issued.append(plan(old, seen, over, issued=issued, ahead=-1, start=the(0)))
    again = plan(old, seen, over, sign(0, "knee_front", "locked", hour=8), issued=issued)
    told = [change["what"] for change in again["changes"] if change["kind"] == "see_clinician"]
    assert told == (["added"] if news else [])


def test_strength_that_a_lighter_programme_leaves_out_says_so_with_its_source() -> None:
    before = plan(**MTSS)
    assert said(planned(issued=[before]), "plan.enough") == Reason("plan.enough", "decisions", "D")
