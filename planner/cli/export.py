"""`planner export …`: the plan as a calendar, the journal as tables, everything as one file."""

from datetime import datetime
from typing import Annotated, cast

import typer

from planner.cli.context import Start, Target, Today, clock, day_of, open_desk, say, tell
from planner.cli.export_pdf import pdf
from planner.share.zone import local_zone

A_DAY_MIN = 24 * 60

commands = typer.Typer(help="Share the plan and the journal.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    commands.command()(pdf)
    app.add_typer(commands, name="export")


@commands.command()
def ics(
    ctx: typer.Context,
    path: Target,
    start: Start = None,
    lead: Annotated[
        int | None,
        typer.Option(min=0, max=A_DAY_MIN, metavar="MIN", help="Ring so many minutes ahead; else as set in the app."),
    ] = None,
    today: Today = None,
) -> None:
    """The week as a calendar file with an alarm for each item: open it on the phone."""
    from planner.protocols import protocols
    from planner.share.calendar_alarms import alarms_of
    from planner.share.files import check_file, write_file
    from planner.share.week import week_calendar
    from planner.ui.preferences import REMINDERS, Preferences

    # Planning saves the plan as issued, which a bad path shall not cause.
    check_file(path)
    desk = open_desk(ctx, today)
    plan = desk.plan(day_of(start))
    usual_min = protocols().asking.reminders.usual_min
    alarms = alarms_of(Preferences(desk.folder).get(REMINDERS), usual_min=usual_min, lead_min=lead)
    data = week_calendar([plan], desk.logged(), zone=local_zone(), language=desk.language, alarms=alarms)
    write_file(path, data)
    count = sum(len(day["items"]) for day in plan["days"] if not day.get("past"))
    tell(say("cli.export.ics", desk.language, n=count, path=path))


@commands.command()
def fit(ctx: typer.Context, path: Target, start: Start = None, today: Today = None) -> None:
    """A folder of workouts for a watch, one a run or walk of the week that is still ahead: it beeps at each interval."""
    from planner.share.files import check_folder, write_folder
    from planner.share.workouts import sessions, workouts

    check_folder(path)
    desk = open_desk(ctx, today)
    ahead = sessions(desk.plan(day_of(start))["days"])
    if not ahead:
        tell(say("cli.export.fit.none", desk.language))
        return
    write_folder(path, workouts(ahead, desk.language))
    tell(say("cli.export.fit", desk.language, n=len(ahead), path=path))


@commands.command()
def csv(ctx: typer.Context, path: Target, today: Today = None) -> None:
    """A folder of tables, or a .zip of them: one a kind of entry, and this week's plan; `planner import` reads them back."""
    from planner.share.files import check_file, check_folder, write_file, write_folder
    from planner.share.packed import packed
    from planner.share.tables import tables

    is_one_file = path.suffix.lower() == ".zip"
    (check_file if is_one_file else check_folder)(path)
    desk = open_desk(ctx, today)
    files = tables(desk.journal(), desk.plan(), desk.logged())
    if is_one_file:
        write_file(path, packed(files))
    else:
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


@commands.command()
def fhir(
    ctx: typer.Context,
    path: Target,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only entries from this day on.")
    ] = None,
    start: Start = None,
    name: Annotated[str, typer.Option(help="Who you are, where the reader shall know.")] = "",
    today: Today = None,
) -> None:
    """The journal and the week's plan for a clinic's own system, as a FHIR R4 bundle."""
    from planner.share.fhir.whole import Known, whole_bundle
    from planner.share.files import check_file, write_file
    from planner.share.whole import to_bytes

    check_file(path)
    desk = open_desk(ctx, today)
    plan = desk.plan(day_of(start))
    journal = desk.journal(day_of(since))
    known = Known(desk.runner(), journal, plan, desk.logged(), desk.issued(), desk.language)
    made = whole_bundle(known, stamp=clock(), name=name)
    write_file(path, to_bytes(made))
    tell(say("cli.export.fhir", desk.language, n=len(cast("list[object]", made["entry"])), path=path))
