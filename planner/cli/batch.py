"""`planner batch`: many runners, one case a line in, one plan a line out, in the same order."""

import gc
import json
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any, NoReturn

import typer

from planner.cli.context import say
from planner.cli.faults import DEFECT, CliFault, sentence
from planner.intake.strict_json import NotStrict, each_key_once

# A year of a runner is planned in 12 ms: small chunks, so that no process is left with a whole one at the end
CHUNK = 4
_CHUNKS_AHEAD = 8


def register(app: typer.Typer) -> None:
    app.command()(batch)


def batch(
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="How many processes plan at once.")] = 1,
) -> None:
    """Plan many cases: JSON lines in on stdin, one plan or {"error": …} a line out on stdout."""
    _made_ready()
    lines = iter(sys.stdin.buffer)
    out = sys.stdout.buffer
    sound = True
    for answer, planned in _in_processes(lines, jobs) if jobs > 1 else map(plan_line, lines):
        out.write(answer)
        # A program that feeds us line by line may wait for each answer.
        out.flush()
        sound = sound and planned
    if not sound:
        raise typer.Exit(DEFECT)


def _made_ready() -> None:
    """Load what every case needs, and have the collector leave it alone: it stays until the end.

    A case has hardly any cycles, so that a collection now and then is enough.
    """
    from planner.desk import plan_case

    plan_case({"schema": 1, "today": "2026-11-22"})
    gc.freeze()
    gc.set_threshold(50_000)


def _made_ready_in_a_child() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _made_ready()


def plan_line(line: bytes) -> tuple[bytes, bool]:
    """The answer to one line, with its line end, and False where it failed through a defect of ours."""
    from planner.desk import plan_case

    language = "en"
    try:
        case = _case(line)
        language = _language(case)
        return _line(plan_case(case)), True
    except Exception as error:  # noqa: BLE001 one line never stops the others
        known = sentence(error, language)
        what = known or say("cli.fault.defect_in_line", language, what=f"{type(error).__name__}: {error}")
        return _line({"error": what}), known is not None


def _language(case: dict[str, Any]) -> str:
    runner = case.get("runner")
    spoken: Any = runner.get("language") if isinstance(runner, dict) else None
    return spoken if isinstance(spoken, str) else "en"


def _case(line: bytes) -> dict[str, Any]:
    try:
        case = json.loads(line, parse_constant=_refuse, object_pairs_hook=each_key_once)
    except NotStrict as fault:
        raise CliFault("cli.fault.line_repeated", **fault.params) from None
    except (ValueError, RecursionError):
        raise CliFault("cli.fault.line_not_json") from None
    if not isinstance(case, dict):
        raise CliFault("cli.fault.line_no_case")
    return case


def _refuse(constant: str) -> NoReturn:
    """JSON has no NaN and no infinity."""
    raise ValueError(constant)


def _line(document: object) -> bytes:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode(errors="replace")


def _in_processes(lines: Iterator[bytes], jobs: int) -> Iterator[tuple[bytes, bool]]:
    """In order, with only a few chunks in memory however long the input is."""
    from multiprocessing import get_context

    # A child that is forked has all loaded already; elsewhere than on Linux, forking isn't safe.
    start = "fork" if sys.platform == "linux" else "spawn"
    with get_context(start).Pool(jobs, initializer=_made_ready_in_a_child) as pool:
        waiting: deque[Any] = deque()
        while chunk := list(islice(lines, CHUNK)):
            waiting.append(pool.apply_async(_plan_lines, (chunk,)))
            if len(waiting) >= jobs * _CHUNKS_AHEAD:
                yield from waiting.popleft().get()
        while waiting:
            yield from waiting.popleft().get()


def _plan_lines(lines: Iterable[bytes]) -> list[tuple[bytes, bool]]:
    return [plan_line(line) for line in lines]
