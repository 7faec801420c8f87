import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from planner import simulate
from planner.cli import app
from planner.simulate import ARMS, Break, Life


def planner(*args: str) -> Result:
    return CliRunner().invoke(app, ["simulate", *args], prog_name="planner")


def test_the_report_is_json_that_claims_nothing_about_people() -> None:
    result = planner("--runners", "2", "--weeks", "1", "--seed", "4", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert (told["schema"], told["runners"], told["weeks"], told["seed"], told["plans"]) == (1, 2, 1, 4, 14)
    assert "nothing about people" in told["note"]
    assert told["breaks"] == []


def test_the_table_has_a_row_an_arm_and_fits_eighty_columns() -> None:
    result = planner("--runners", "1", "--weeks", "1")
    assert result.exit_code == 0
    assert "nothing about people" in " ".join(result.stdout.split())
    assert result.stdout.count("+10 % a week") == 2
    assert "No promise of the contract was broken." in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "…" not in result.stdout


def test_two_processes_give_the_same_bytes_as_one() -> None:
    alone, together = (planner("--runners", "3", "--weeks", "1", "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert alone.stdout == together.stdout


@pytest.mark.parametrize(
    "args",
    [("--runners", "0"), ("--runners", "many"), ("--weeks", "0"), ("--weeks", "105"), ("--seed", "-1"), ("--jobs", "0"),
     ("--runners",), ("--people", "3"), ("7",)],
)  # fmt: skip
def test_bad_arguments_are_wrong_usage(args: tuple[str, ...]) -> None:
    result = planner(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error" in result.stderr


def test_help_says_what_it_is() -> None:
    said = " ".join(planner("--help").stdout.split())
    assert "test bench" in said
    assert "makes no claim about people" in " ".join(said.replace("│", " ").split())


@pytest.mark.parametrize("count", [1, 30])
def test_a_broken_promise_is_shown_and_fails(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    def lives(*_: object) -> list[Life]:
        breaks = tuple(Break(0, day, "3: no rest day") for day in range(1, count + 1))
        base: dict[str, Any] = {"first_30": None, "at_30_at_last": False, "flare_ups": 0, "sore_days": 0}
        base |= {"run_min": 0.0, "plans": 7, "replans": 6, "changes": 0}
        return [Life("mtss", arm, **base, breaks=breaks if arm == "planner" else ()) for arm in ARMS]

    monkeypatch.setattr(simulate, "lives_of", lives)
    result = planner("--runners", "1", "--weeks", "1", "--seed", "8")
    assert result.exit_code == 70
    assert "seed 8, runner 0, day 1 – 3: no rest day" in result.stdout
    assert ("and 10 more" in result.stdout) is (count == 30)
