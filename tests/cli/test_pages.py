"""What a runner reads in the terminal, on a hand-written week."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console, RenderableType
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

from planner.cli.page import show
from planner.cli.page_day import day_page
from planner.cli.page_standing import standing
from planner.cli.page_week import traced, week_page
from planner.words import knows
from planner.words.documents import PlanDoc

Planner = Callable[..., Result]

CLEAN = {
    "rule": "ladder.stage",
    "text": "Your last two sessions were clean.",
    "entries": ["r1", "r2"],
    "source": "delaware",
    "strength": "D",
}
EASED = {
    "rule": "light.amber",
    "text": "Your inner shin was at 4 on Tuesday's run, above the 2 that is fine.",
    "entries": ["p1"],
    "source": "silbernagel",
    "strength": "B",
    "lifts": "two mornings at 1 or less",
}
REST = {
    "rule": "week.rest",
    "text": "One day of rest in any seven.",
    "entries": [],
    "source": "stridewell",
    "strength": "D",
}


def item(day: str, kind: str, title: str, at: str | None, minutes: int | None, **more: Any) -> dict[str, Any]:
    plain = {"id": f"{day}/{kind}/1", "kind": kind, "title": title, "steps": [], "dose": {}, "reasons": [CLEAN]}
    timed = {"at": at, "minutes": minutes}
    return plain | {key: value for key, value in timed.items() if value is not None} | more


def bed(day: str) -> dict[str, Any]:
    return item(day, "sleep", "Sleep", "22:30", 0)


def running(day: str) -> dict[str, Any]:
    steps = ["Run 2 minutes, then walk 3.", "Six times, slow enough to talk."]
    items = [
        item(day, "check_in", "How does it feel?", "07:00", 1),
        item(day, "warm_up", "Warm up", "18:00", 10),
        item(day, "run", "Run 2, walk 3, six times", "18:10", 30, steps=steps, dose={"run_min": 12}),
        item(day, "cool_down", "Cool down", "18:40", 8),
        item(day, "contrast_shower", "Contrast shower", "20:00", 12),
    ]
    return {"date": day, "items": [*items, bed(day)]}


def resting(day: str) -> dict[str, Any]:
    legs = item(day, "leg_elevation", "Legs up", "20:15", 15, reasons=[EASED])
    return {"date": day, "items": [item(day, "rest", "Rest day [really]", None, None, reasons=[REST]), legs, bed(day)]}


@pytest.fixture
def plan() -> PlanDoc:
    ticked = item("2026-11-23", "run", "Run 1, walk 4, six times", "18:10", 30, outcome="done")
    left = item("2026-11-24", "strength", "Calves and hips", "18:00", 20, outcome="skipped")
    flag = {
        "id": "no_improvement",
        "urgency": "routine",
        "holds": "progress",
        "see": ["physio"],
        "title": "No change for a week",
        "advice": "Please show your shin to a physio by Friday 4 December.",
        "say": "It isn’t getting better. What may I do?",
        "meanwhile": ["no painkiller to get through a run"],
        "refer": ["sports_physician"],
        "reasons": [EASED],
    }
    whole: Any = {
        "schema": 1,
        "rules_version": "1.0.0",
        "today": "2026-11-25",
        "week_start": "2026-11-23",
        "assessment": {
            "phase": "return_to_run",
            "stage": "2",
            "light": "amber",
            "conditions": ["mtss"],
            "flags": [flag],
            "cleared_flags": [],
            "load": {
                "last_7d_km": 8.1,
                "last_28d_km": 41.0,
                "longest_30d_km": None,
                "run_cap_km": 5.7,
                "run_cap_min": 34,
            },
            "recovery": {"sleep_7d_h": 7.4, "drink_7d_ml": 1650, "pain_7d_mean": 0.6},
            "next": {"stage": "3", "needs": ["one more clean session"]},
            "forecast": {"weeks_min": 6, "weeks_max": 14, "basis": "what runners with such a shin needed."},
        },
        "days": [
            {"date": "2026-11-23", "past": True, "items": [ticked]},
            {"date": "2026-11-24", "past": True, "items": [left]},
            resting("2026-11-25"),
            running("2026-11-26"),
            resting("2026-11-27"),
            running("2026-11-28"),
            {"date": "2026-11-29", "items": [bed("2026-11-29")]},
        ],
        "trace": [{"rule": "cap.longest", "minutes": 34, "bound": False, "reason": CLEAN}],
        "not_placed": [{"kind": "strength", "reasons": [REST]}],
        "changes": [
            {
                "what": "eased",
                "item": "2026-11-25/run/1",
                "kind": "run",
                "from": {"kind": "run", "date": "2026-11-25", "at": "18:10", "minutes": 30, "run_min": 18},
                "to": {"kind": "walk", "date": "2026-11-25", "at": "18:10", "minutes": 30},
                "reasons": [EASED],
            }
        ],
    }
    return whole


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def render(page: RenderableType, columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        show(page)
        return capsys.readouterr().out

    return render


@pytest.mark.parametrize("columns", [80, 120])
def test_the_week_is_a_table(
    plan: PlanDoc, printed: Callable[..., str], columns: int, snapshot: SnapshotAssertion
) -> None:
    assert printed(week_page(plan, "en"), columns) == snapshot


def test_the_trace_names_rule_source_and_entries_of_every_reason(plan: PlanDoc, printed: Callable[..., str]) -> None:
    text = printed(traced(plan, "en"), 200)
    assert text.count("[ladder.stage · delaware · D · r1, r2]") == 18
    assert "Lifts: two mornings at 1 or less" in text
    assert "cap.longest: 34 min – Your last two sessions were clean." in text
    assert all(f"{entry['id']}\n" in text for day in plan["days"] for entry in day["items"])


def test_a_day_shows_steps_and_reason_of_what_is_left(
    plan: PlanDoc, printed: Callable[..., str], snapshot: SnapshotAssertion
) -> None:
    day = plan["days"][3]
    day["items"][0]["outcome"] = "done"
    assert printed(day_page(day, plan["assessment"], "en")) == snapshot


def test_where_the_runner_stands(plan: PlanDoc, printed: Callable[..., str], snapshot: SnapshotAssertion) -> None:
    assert printed(standing(plan["assessment"], "en", imperial=False)) == snapshot


def test_a_flag_is_told_first_also_where_nothing_has_to_be_left(plan: PlanDoc, printed: Callable[..., str]) -> None:
    [flag] = plan["assessment"]["flags"]
    flag["meanwhile"] = []
    for page in (
        week_page(plan, "en"),
        day_page(plan["days"][3], plan["assessment"], "en"),
        standing(plan["assessment"], "en", imperial=False),
    ):
        lines = printed(page, 120).splitlines()
        first = next(n for n, line in enumerate(lines) if line.startswith("! No change for a week"))
        assert first < 3
        assert "You can say: “It isn’t getting better. What may I do?”" in lines[first + 1]
        assert "Until then" not in lines[first + 2]


def test_a_week_ahead_prints_its_flags_first(planner: Planner) -> None:
    planner("log", "pain", "0", "--site", "calf", "--side", "left", "--sign", "one_leg_swollen")
    page = planner("week", "--start", "2026-11-30").stdout
    assert "Be seen today: urgent care" in page
    assert page.index("You can say") < page.index("Mon 30")


def test_an_imperial_runner_reads_miles_and_ounces(plan: PlanDoc, printed: Callable[..., str]) -> None:
    text = printed(standing(plan["assessment"], "en", imperial=True))
    assert "5.0 mi" in text
    assert "56 fl oz" in text
    assert "km" not in text


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(
    plan: PlanDoc, printed: Callable[..., str], columns: int
) -> None:
    for page in (week_page(plan, "en"), day_page(plan["days"][3], plan["assessment"], "en"), traced(plan, "en")):
        for line in printed(page, columns).splitlines():
            assert len(line) <= columns
            assert line == line.rstrip()


def test_there_is_colour_on_a_terminal_alone(
    plan: PlanDoc, printed: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "\x1b" not in printed(week_page(plan, "en"))
    monkeypatch.setattr(Console, "is_terminal", True)
    monkeypatch.setenv("TERM", "xterm-256color")
    show(week_page(plan, "en"))
    assert "\x1b[1m" in capsys.readouterr().out


def test_week_today_and_assess_print_a_page_or_their_json(planner: Planner) -> None:
    for command in ("week", "today", "assess"):
        page, document = planner(command), planner(command, "--json")
        assert (page.exit_code, document.exit_code) == (0, 0), page.output + document.output
        assert page.stderr == document.stderr == ""
        assert len(page.stdout.splitlines()) > 3
        assert document.stdout.startswith('{\n  "schema": 1')
        assert document.stdout.endswith("}\n")


def test_every_text_of_the_command_line_and_of_sharing_is_written() -> None:
    rooms = Path(__file__).resolve().parents[2] / "planner"
    sources = [path.read_text(encoding="utf-8") for room in ("cli", "share") for path in (rooms / room).glob("*.py")]
    keys = {key for source in sources for key in re.findall(r'"((?:cli|share)\.[a-z0-9_.]+)"', source)}
    assert len(keys) > 30
    assert {key for key in keys if not knows(key)} == set()
