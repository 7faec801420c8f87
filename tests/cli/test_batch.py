"""Many runners at once: order, bad lines, the same bytes everywhere."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

from planner import desk

Planner = Callable[..., Result]

ENTRIES = [
    {"kind": "run", "id": "r1", "at": "2026-11-18T18:00", "distance_km": 5, "duration_min": 30, "pain_during": 2},
    {"kind": "pain", "id": "p1", "at": "2026-11-20T07:30", "site": "shin_inner", "side": "left", "score": 2},
    {"kind": "sleep", "id": "s1", "night_of": "2026-11-19", "asleep_h": 7.5},
]


def case(**fields: Any) -> dict[str, Any]:
    return {"schema": 1, "today": "2026-11-22", "runner": {"birth_year": 1988}, "journal": ENTRIES} | fields


def lines(*cases: object) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in cases)


def command(*args: str, **environment: str) -> dict[str, Any]:
    return {"args": [sys.executable, "-m", "planner.cli", *args], "env": os.environ | environment}


def test_one_line_in_is_one_plan_out_in_the_same_order(planner: Planner) -> None:
    days = ["2026-11-22", "2026-11-25", "2026-11-23"]
    result = planner("batch", input=lines(*(case(today=day) for day in days)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(line)["today"] for line in result.stdout.splitlines()] == days


BAD: dict[str, bytes] = {
    "no json": b"{nope",
    "no object": b"[1]",
    "empty": b"",
    "no text": b"\xff\xfe\x00",
    "not a number": b'{"schema": 1, "today": "2026-11-22", "runner": {"mass_kg": NaN}}',
    "too deep": b"[" * 100_000,
    "a key twice": b'{"schema": 1, "today": "2026-11-22", "journal": [{"kind": "pain", "kind": "run"}]}',
    "no today": b'{"schema": 1}',
    "half a letter": b'{"schema": 1, "today": "2026-11-22", "runner": {"sex": "\\ud800"}}',
    "score 11": lines(case(journal=[ENTRIES[1] | {"score": 11}])).strip(),
    "unknown schema": lines(case(schema=99)).strip(),
    "today in words": lines(case(today="someday")).strip(),
    "journal of another shape": lines(case(journal={"a": 1})).strip(),
    "runner of another shape": lines(case(runner=[1])).strip(),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_bad_line_is_one_sentence_and_the_rest_goes_on(planner: Planner, bad: bytes) -> None:
    result = planner("batch", input=lines(case()) + bad + b"\n" + lines(case()))
    assert result.exit_code == 0, result.output
    first, error, last = result.stdout.splitlines()
    assert list(json.loads(error)) == ["error"]
    assert json.loads(error)["error"].endswith(".")
    assert first == last
    assert json.loads(first)["days"]


def test_a_defect_in_one_case_is_told_and_the_rest_goes_on(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_on_monday(one: dict[str, Any]) -> dict[str, Any]:
        return {"days": []} if one["today"] != "2026-11-23" else {}[0]

    monkeypatch.setattr(desk, "plan_case", breaks_on_monday)
    result = planner("batch", input=lines(case(), case(today="2026-11-23"), case()))
    assert result.exit_code == 70
    assert ["error" in json.loads(line) for line in result.stdout.splitlines()] == [False, True, False]


def test_the_order_and_repetition_of_journal_lines_change_no_byte(planner: Planner) -> None:
    turned = case(journal=[*reversed(ENTRIES), ENTRIES[0]])
    first, second = planner("batch", input=lines(case(), turned)).stdout_bytes.splitlines()
    assert first == second


@pytest.mark.slow
def test_the_bytes_are_the_same_in_every_environment_and_with_any_number_of_jobs() -> None:
    cases = lines(*(case(today=f"2026-11-{day}", runner={"language": "en", "sex": "female"}) for day in range(10, 30)))
    environments = [
        command("batch", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C"),
        command("batch", PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", LANG="de_DE.UTF-8"),
        command("batch", "--jobs", "2", PYTHONHASHSEED="3", TZ="America/Los_Angeles", PYTHONIOENCODING="latin-1"),
    ]
    outputs = {subprocess.run(**one, input=cases, capture_output=True, check=True).stdout for one in environments}
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 20


@pytest.mark.slow
def test_an_answer_comes_before_the_next_question_is_asked() -> None:
    with subprocess.Popen(**command("batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for day in ("2026-11-22", "2026-11-23"):
            process.stdin.write(lines(case(today=day)))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["today"] == day


@pytest.mark.slow
def test_being_interrupted_is_quiet() -> None:
    with subprocess.Popen(
        **command("batch"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that run in the background inherit an interrupt that is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines(case()))
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read() == b""
