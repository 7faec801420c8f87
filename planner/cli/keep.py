"""`planner check` and `planner forget`: whether all is sound, and deleting for good."""

import contextlib
from typing import Annotated

import typer

from planner.cli.context import Today, closed_desk, open_desk, say, tell
from planner.cli.faults import INPUT_AT_FAULT


def register(app: typer.Typer) -> None:
    app.command()(check)
    app.command()(forget)


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
    from planner.desk import StoreFault

    desk, language = closed_desk(ctx, today), "en"
    with contextlib.suppress(StoreFault):
        language = desk.language
    if not yes and not typer.confirm(say("cli.forget.sure", language), err=True):
        tell(say("cli.forget.kept", language))
        raise typer.Exit(INPUT_AT_FAULT)
    desk.forget()
    tell(say("cli.forget.gone", language))
