"""`planner export …`: the plan as a calendar, the journal as tables, everything as one file."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.context import Start, Today, clock, day_of, open_desk, say, tell
from planner.share.zone import local_zone

Target = Annotated[Path, typer.Argument(metavar="PATH", help="Where to write; what is there is replaced.")]

commands = typer.Typer(help="Share the plan and the journal.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="export")


@commands.command()
def ics(ctx: typer.Context, path: Target, start: Start = None, today: Today = None) -> None:
    """The week as a calendar file with an alarm for each item: open it on the phone."""
    from planner.share.files import check_file, write_file
    from planner.share.week import week_calendar

    # Planning saves the plan as issued, which a bad path shall not cause.
    check_file(path)
    desk = open_desk(ctx, today)
    plan = desk.plan(day_of(start))
    data = week_calendar(plan, desk.issued(), zone=local_zone(), stamp=clock(), language=desk.language)
    write_file(path, data)
    count = sum(len(day["items"]) for day in plan["days"] if not day.get("past"))
    tell(say("cli.export.ics", desk.language, n=count, path=path))


@commands.command()
def csv(ctx: typer.Context, path: Target, today: Today = None) -> None:
    """A folder of tables: one a kind of entry, and this week's plan."""
    from planner.share.files import check_folder, write_folder
    from planner.share.tables import tables

    check_folder(path)
    desk = open_desk(ctx, today)
    files = tables(desk.journal(), desk.plan())
    write_folder(path, files)
    tell(say("cli.export.csv", desk.language, n=len(files), path=path))


@commands.command()
def json(ctx: typer.Context, path: Target, today: Today = None) -> None:
    """Everything in one file; `planner import` reads it back unchanged."""
    from planner.share.files import check_file, write_file
    from planner.share.whole import to_bytes

    desk = open_desk(ctx, today)
    check_file(path)
    desk.plan()
    whole = desk.whole()
    write_file(path, to_bytes(whole))
    tell(say("cli.export.json", desk.language, path=path))
