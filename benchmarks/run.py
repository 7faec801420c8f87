"""How long the engine takes: `python -m benchmarks.run` prints the table of docs/performance.md.

The best of several rounds is told: what the machine can do when nothing else asks for it.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.journals import RUNNER, TODAY, case, one_year_case
from planner.cases import read_case
from planner.desk import Desk
from planner.journal import fold
from planner.protocols import protocols
from planner.schedule import plan_week

LENGTHS = {"1 month": 30, "1 year": 365, "5 years": 1_826, "10 years": 3_652}
ROUNDS = 7


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the quickest of several rounds."""
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return min(times)


def weeks() -> None:
    """Fold a journal, then plan a week from it, for each length; the week's time beside that of one month."""
    book = protocols()
    print("| Journal | Entries | Fold | µs an entry | A week from it | of 1 month |")
    print("|---|---|---|---|---|---|")
    shortest = 0.0
    for name, days in LENGTHS.items():
        entries = case(days)["journal"]
        folded = best(lambda entries=entries: fold(entries, TODAY))
        journal, runner, history = read_case(entries, RUNNER, (), TODAY)
        week = best(lambda j=journal, r=runner, h=history: plan_week(j, r, h, TODAY, None, book))
        shortest = shortest or week
        print(
            f"| {name} | {len(entries):,} | {folded * 1e3:.1f} ms | {folded / len(entries) * 1e6:.1f} "
            f"| {week * 1e3:.1f} ms | {week / shortest:.1f}× |"
        )


def batch(cases: int) -> None:
    """Plan one-year cases with `planner batch`, with one and two jobs; the start of the program is taken off."""
    given = one_year_case()
    line = json.dumps(given)
    reading = best(lambda: json.loads(line))
    print(
        f"\nOne-year cases of {len(given['journal']):,} entries; reading the JSON takes {reading * 1e3:.1f} ms of each.\n"
    )
    print("| Jobs | Cases | Cases a second | of one job |")
    print("|---|---|---|---|")
    start = _batch_seconds([line], 1)
    alone = 0.0
    for jobs in (1, 2):
        took = _batch_seconds([line] * cases, jobs) - start
        rate = cases / took
        alone = alone or rate
        print(f"| {jobs} | {cases} | {rate:.0f} | {rate / alone:.2f}× |")


def _batch_seconds(lines: list[str], jobs: int) -> float:
    with tempfile.TemporaryFile("w+") as given:
        given.write("\n".join(lines) + "\n")

        def run() -> None:
            given.seek(0)
            command = [sys.executable, "-m", "planner", "batch", "--jobs", str(jobs)]
            subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

        return best(run, 3)


def tap() -> None:
    """Log one drink in ten years of data, and see the week again."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), clock=lambda: datetime(2026, 11, 22, 19, tzinfo=UTC))
        desk.change_runner(RUNNER)
        desk.log_all(case(LENGTHS["10 years"])["journal"])
        desk.plan()
        opened = best(lambda: Desk(Path(folder), clock=lambda: datetime(2026, 11, 22, 19, tzinfo=UTC)).plan(), 3)

        def log_a_drink() -> None:
            desk.log({"kind": "drink", "volume_ml": 300})
            desk.plan()

        tapped = best(log_a_drink)
    print(
        f"\nTen years in the app: opened in {opened * 1e3:.0f} ms, a tap on disk and in the week in {tapped * 1e3:.0f} ms."
    )


def main() -> None:
    """Print all tables."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.run", description="How long the engine takes.")
    options.add_argument("--cases", type=int, default=200, help="cases for the batch")
    given = options.parse_args()
    print(f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}\n")
    weeks()
    batch(given.cases)
    tap()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    main()
