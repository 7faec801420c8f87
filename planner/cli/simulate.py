"""`planner simulate`: the test bench of the engine, with invented runners."""

import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.context import AsJson, answer_json, say
from planner.cli.faults import DEFECT

if TYPE_CHECKING:
    from rich.table import Table

    from planner.simulate import Life, Result

_BREAKS_SHOWN = 20
_FIRST_COLUMN, _COLUMN = 21, 6


def register(app: typer.Typer) -> None:
    app.command()(simulate)


def simulate(
    runners: Annotated[int, typer.Option("--runners", min=1, metavar="N", help="How many invented runners.")] = 24,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=104, metavar="W", help="How long each lives.")] = 16,
    seed: Annotated[int, typer.Option("--seed", min=0, metavar="S", help="The same seed gives the same bytes.")] = 1,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="How many processes at once.")] = 1,
    as_json: AsJson = False,
) -> None:
    """A test bench for the engine, with invented runners whose tissue follows a made-up model. It makes no claim about
    people. Compares the planner with two rules of thumb, and looks for broken promises in every plan.
    """
    from planner.simulate import document

    lives = list(_lived(seed, runners, weeks, jobs))
    note = say("cli.simulate.note", "en")
    report = document(lives, runners=runners, weeks=weeks, seed=seed, note=note)
    if as_json:
        answer_json(report)
    else:
        _show(lives, report, weeks)
    if report["breaks"]:
        raise typer.Exit(DEFECT)


def _lived(seed: int, runners: int, weeks: int, jobs: int) -> Iterator["Life"]:
    """The lives in the order of their runners, however many processes there are."""
    from rich.console import Console
    from rich.progress import track

    tasks = [(seed, number, weeks) for number in range(runners)]
    console = Console(stderr=True)
    text = say("cli.simulate.living", "en")
    for lives in track(
        _in_processes(tasks, jobs) if jobs > 1 else map(_live, tasks),
        text, total=runners, console=console, transient=True, disable=not console.is_terminal,
    ):  # fmt: skip
        yield from lives


def _live(task: tuple[int, int, int]) -> list["Life"]:
    from planner.simulate import lives_of

    return lives_of(*task)


def _in_processes(tasks: list[tuple[int, int, int]], jobs: int) -> Iterator[list["Life"]]:
    from multiprocessing import get_context

    with get_context("spawn").Pool(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)) as pool:
        yield from pool.imap(_live, tasks)


def _show(lives: list["Life"], report: dict[str, Any], weeks: int) -> None:
    from planner.cli.page import show
    from planner.simulate import results

    show(say("cli.simulate.note", "en"))
    show(_table(results(lives, weeks), weeks))
    show(say("cli.simulate.legend", "en"), say("cli.simulate.plans", "en", n=report["plans"], seed=report["seed"]))
    breaks = report["breaks"]
    show(say("cli.simulate.breaks", "en", n=len(breaks)) if breaks else say("cli.simulate.no_breaks", "en"))
    for one in breaks[:_BREAKS_SHOWN]:
        show(say("cli.simulate.break", "en", **one))
    if len(breaks) > _BREAKS_SHOWN:
        show(say("cli.simulate.more_breaks", "en", n=len(breaks) - _BREAKS_SHOWN))


def _table(found: dict[str, dict[str, "Result"]], weeks: int) -> "Table":
    """A row a condition, and below it one an arm."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(say("cli.simulate.group", "en"), width=_FIRST_COLUMN)
    for column in ("last_week", "reached", "median", "flare_ups", "sore_days", "minutes", "changes"):
        table.add_column(say(f"cli.simulate.{column}", "en", weeks=weeks), width=_COLUMN, justify="right")
    for name, arms in found.items():
        runners = max(result.runners for result in arms.values())
        table.add_row(say("cli.simulate.runners", "en", name=_named(name), runners=runners), style="bold")
        for arm, result in arms.items():
            table.add_row(f"  {say(f'cli.simulate.arm.{arm}', 'en')}", *_cells(result))
    return table


def _named(group: str) -> str:
    from planner.words import knows

    key = f"cli.simulate.group.{group}"
    return say(key if knows(key) else f"condition.{group}", "en")


def _cells(result: "Result") -> tuple[str, ...]:
    nothing = "–"
    median, changes = result.median_days_to_30, result.changes_per_replan
    return (
        f"{result.at_30_last_week:.0%}",
        f"{result.reached_30:.0%}",
        nothing if median is None else str(median),
        f"{result.flare_ups_per_runner:.2f}",
        f"{result.sore_days_per_week:.1f}",
        f"{result.run_min_per_week:.0f}",
        nothing if changes is None else f"{changes:.1f}",
    )
