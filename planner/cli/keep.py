"""`planner backup`, `restore`, `check` and `forget`: copies, going back, whether all is sound, deleting for good."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.context import Today, closed_desk, open_desk, say, tell
from planner.cli.faults import INPUT_AT_FAULT

if TYPE_CHECKING:
    from planner.desk import Desk


def register(app: typer.Typer) -> None:
    app.command()(backup)
    app.command()(restore)
    app.command()(check)
    app.command()(forget)


def backup(
    ctx: typer.Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="A folder or a new file; beside the journal if left out.")
    ] = None,
    only_list: Annotated[bool, typer.Option("--list", help="List the copies beside the journal instead.")] = False,
    today: Today = None,
) -> None:
    """Keep a copy of the whole journal, read back before it counts; prints where it is."""
    desk = open_desk(ctx, today)
    if only_list:
        typer.echo("\n".join(str(copy.path) for copy in desk.copies()) or say("cli.backup.none", desk.language))
        return
    kept = desk.back_up(path)
    tell(say("cli.backup.done", desk.language))
    typer.echo(kept)


def restore(
    ctx: typer.Context,
    copy: Annotated[
        Path, typer.Argument(metavar="COPY", help="A copy that “planner backup” made; its name is enough.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    today: Today = None,
) -> None:
    """Go back to a copy. What is there now is kept as a copy first; prints where."""
    desk = closed_desk(ctx, today)
    language = _language(desk)
    source = next((known.path for known in desk.copies() if known.path.name == str(copy)), copy)
    if not yes and not typer.confirm(say("cli.restore.sure", language, path=source), err=True):
        tell(say("cli.restore.kept", language))
        raise typer.Exit(INPUT_AT_FAULT)
    kept = desk.restore(source)
    tell(say("cli.restore.done", _language(desk)))
    if kept:
        tell(say("cli.restore.before", _language(desk)))
        typer.echo(kept)


def check(ctx: typer.Context, today: Today = None) -> None:
    """Say whether the data folder is sound."""
    problems = closed_desk(ctx, today).check()
    typer.echo("\n".join(problems) or say("cli.check.sound", open_desk(ctx, today).language))
    if problems:
        raise typer.Exit(INPUT_AT_FAULT)


def forget(
    ctx: typer.Context, yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False, today: Today = None
) -> None:
    """Delete the profile and the whole journal for good."""
    desk = closed_desk(ctx, today)
    language = _language(desk)
    if not yes and not typer.confirm(say("cli.forget.sure", language), err=True):
        tell(say("cli.forget.kept", language))
        raise typer.Exit(INPUT_AT_FAULT)
    from planner.ui.preferences import Preferences

    desk.forget()
    Preferences(desk.folder).forget()
    tell(say("cli.forget.gone", language))


def _language(desk: "Desk") -> str:
    """The runner's language; English where the journal can't be opened."""
    from planner.desk import StoreFault

    with contextlib.suppress(StoreFault):
        return desk.language
    return "en"
