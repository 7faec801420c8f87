"""`planner batch` in a process of its own: the same bytes whatever the machine, the order or the language, and a bad line stops no other."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from .generate import case, shuffled
from .judge import judge

ROOT = Path(__file__).resolve().parents[2]
SEEDS = range(7000, 7024)


def batch(lines: list[str], *arguments: str, **environment: str) -> list[str]:
    """What `planner batch` writes, a line each."""
    done = subprocess.run(
        [sys.executable, "-m", "planner.cli", "batch", *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
        timeout=300,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.splitlines()


def invented() -> list[dict[str, Any]]:
    return [case(seed) for seed in SEEDS]


@cache
def plain() -> tuple[str, ...]:
    return tuple(batch([json.dumps(each) for each in invented()]))


def test_a_batch_answers_each_line_in_its_place_and_keeps_every_invariant() -> None:
    assert len(plain()) == len(SEEDS)
    for each, line in zip(invented(), plain(), strict=True):
        plan = json.loads(line)
        assert plan["today"] == each["today"]
        assert judge(each, plan) == []


def test_shuffled_and_repeated_journal_lines_give_the_same_bytes() -> None:
    others = [shuffled(each, Random(seed)) for seed, each in zip(SEEDS, invented(), strict=True)]
    assert batch([json.dumps(each) for each in others]) == list(plain())


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "tr_TR.UTF-8", "LC_ALL": "", "LANGUAGE": "tr:de"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_hash_seed_time_zone_and_locale_change_no_byte(environment: dict[str, str]) -> None:
    assert batch([json.dumps(each) for each in invented()], **environment) == list(plain())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_number_of_jobs_changes_no_byte_and_no_order(jobs: str) -> None:
    assert batch([json.dumps(each) for each in invented()], "--jobs", jobs) == list(plain())


def test_a_bad_line_yields_an_error_and_the_rest_goes_on() -> None:
    good = [json.dumps(each) for each in invented()[:3]]
    wrong = json.dumps(
        {**invented()[0], "journal": [{"kind": "pain", "site": "elbow", "score": 3, "at": invented()[0]["today"]}]}
    )
    lines = [good[0], "{not json", good[1], wrong, "[]", good[2]]
    answers = batch(lines)
    assert [answers[0], answers[2], answers[5]] == list(plain()[:3])
    for place in (1, 3, 4):
        answer = json.loads(answers[place])
        assert set(answer) == {"error"} and answer["error"].strip() and "\n" not in answer["error"]
