"""`planner export pdf`: two pages for a physio."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.context import Target, Today, day_of, open_desk, say, tell

if TYPE_CHECKING:
    from planner.share.pdf.page_two import Progress

# A short report is there before a bar would be
MANY_ROWS = 500

First = Annotated[
    datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="First day; two weeks back if left out."),
]
Last = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="Last day; today if left out.")
]
LeaveOut = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PART",
        help="person, health, sessions, load, limits, plan, sleep, drinks, notes, form or data; once for each. "
        "The safety questions always stay.",
    ),
]
Paper = Annotated[str, typer.Option(metavar="PAPER", help="a4 or letter.")]
Appendix = Annotated[bool, typer.Option("--appendix", help="Add the raw days.")]
Question = Annotated[list[str] | None, typer.Option(metavar="TEXT", help="What you want to ask; once for each.")]
Name = Annotated[str, typer.Option(metavar="TEXT", help="Your name as it shall stand there; it isn't kept.")]


def pdf(
    ctx: typer.Context,
    path: Target,
    first: First = None,
    last: Last = None,
    leave_out: LeaveOut = None,
    paper: Paper = "a4",
    appendix: Appendix = False,
    question: Question = None,
    name: Name = "",
    today: Today = None,
) -> None:
    """Two pages for a physio, with the same data inside for their own tools."""
    from planner.share.files import check_file, write_file
    from planner.share.pdf.choice import choose

    check_file(path)
    desk = open_desk(ctx, today)
    choice = choose(
        desk.today,
        first=day_of(first),
        last=day_of(last),
        leave_out=leave_out or (),
        paper=paper,
        appendix=appendix,
        questions=question or (),
        name=name,
    )
    from planner.share.pdf.make import report

    with _progress() as advance:
        data = report(desk.handed(), choice, advance)
    write_file(path, data)
    tell(say("cli.export.pdf", desk.language, n=choice.days, path=path))


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A bar on stderr for a long appendix."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", visible=False)

        def advance(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of, visible=of >= MANY_ROWS)

        yield advance
