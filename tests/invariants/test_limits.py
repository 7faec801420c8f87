"""No journal makes any rule exceed what a clinician's reply set."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import plan_case
from planner.journal import limit_json, read_reply

from .facts import facts_of
from .generate import case
from .judge_runs import judge_limits
from .plan import Plan
from .tables import WEEKDAYS

SEEDS = st.integers(0, 1_000_000)
EXERCISE = st.fixed_dictionaries(
    {"id": st.sampled_from(["single_heel_raise", "towel_curl", "heel raises"])},
    optional={"sets": st.integers(1, 5), "reps": st.integers(1, 20), "load_kg": st.sampled_from([2.5, 10])},
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "max_run_min": st.integers(0, 40),
    "max_pain": st.integers(0, 4),
    "no_hills": st.just(value=True),
    "days_off": st.one_of(st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True), st.integers(1, 5)),
    "hold_stage": st.sampled_from(["W", "1", "2", "4", "7"]),
    "exercises": st.lists(EXERCISE, min_size=1, max_size=3, unique_by=lambda one: one["id"]),
}
SETTINGS = settings(max_examples=60, deadline=None)


@st.composite
def replies(draw: st.DrawFn) -> list[tuple[str, Any, int]]:
    """Limits of different kinds: each with its value, and for how many days from today it holds."""
    kinds = draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=3, unique=True))
    return [(kind, draw(VALUES[kind]), draw(st.integers(0, 20))) for kind in kinds]


def limited(seed: int, set_: list[tuple[str, Any, int]]) -> dict[str, Any]:
    """A generated runner whose clinician replied today."""
    made = case(seed)
    today = date.fromisoformat(made["today"])
    reply = read_reply(
        {
            "schema": "stridewell/reply/1", "id": "r", "for": "f", "written": made["today"],
            "by": {"name": "Anna K.", "role": "physio"},
            "limits": [
                {"kind": kind, "value": value, "until": (today + timedelta(days=days)).isoformat()}
                for kind, value, days in set_
            ],
        },
        today,
    )  # fmt: skip
    made["runner"] = {**made.get("runner", {}), "clinician_limits": [limit_json(limit) for limit in reply.limits]}
    return made


@SETTINGS
@given(SEEDS, replies())
def test_no_journal_makes_any_rule_exceed_a_limit(seed: int, set_: list[tuple[str, Any, int]]) -> None:
    made = limited(seed, set_)
    for week in (made, {**made, "week_start": next_monday(made["today"])}):
        plan = Plan(raw=plan_case(week), facts=facts_of(week))
        assert list(judge_limits(plan.facts, plan)) == []
        assert other_exercises(plan) == []
        assert more_pain(plan) == []


@SETTINGS
@given(SEEDS, replies())
def test_what_a_limit_decides_says_who_set_it_and_until_when(seed: int, set_: list[tuple[str, Any, int]]) -> None:
    raw = plan_case(limited(seed, set_))
    told = [
        reason["text"]
        for day in raw["days"]
        for item in day["items"]
        for reason in item["reasons"]
        if reason["rule"].startswith("limit.")
    ]
    assert all("Set by Anna K. until " in text for text in told), told


def other_exercises(plan: Plan) -> list[str]:
    """Strength sessions that aren't what the clinician chose for their day, dose by dose."""
    wrong: list[str] = []
    for day in plan.raw["days"]:
        chosen = plan.facts.limits("exercises", date.fromisoformat(day["date"]))
        for item in day["items"]:
            if item["kind"] == "strength" and chosen and day["date"] >= plan.raw["today"]:
                got = [{k: v for k, v in one.items() if k != "impact"} for one in item["dose"]["exercises"]]
                if got != chosen[0]:
                    wrong.append(f"{day['date']}: {got} instead of {chosen[0]}")
    return wrong


def more_pain(plan: Plan) -> list[str]:
    """Runs, walks and strength that may hurt more than the clinician allows."""
    return [
        f"{day}: {item['dose']['pain_max']}"
        for day, item in plan.planned()
        for most in plan.facts.limits("max_pain", day)
        if item["dose"].get("pain_max", 0) > most
    ]


def next_monday(today: str) -> str:
    day = date.fromisoformat(today)
    return (day + timedelta(days=7 - day.weekday())).isoformat()
