"""What every command needs: the data folder, the desk, the two streams."""

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from planner.desk import Desk

Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], metavar="DATE", help="Take this date for today."),
]
Start = Annotated[
    datetime | None,
    typer.Option(
        "--start", formats=["%Y-%m-%d"], metavar="DATE", help="First day of the week; this Monday if left out."
    ),
]
Target = Annotated[Path, typer.Argument(metavar="PATH", help="Where to write; what is there is replaced.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@dataclass
class Where:
    """`folder` None means the platform's place; `language` is the runner's as soon as the desk is open."""

    folder: Path | None
    language: str = "en"


def clock() -> datetime:
    """The local time with its offset: the only clock of the command line."""
    # Else an app that is open on a journey would stay in the zone that it was started in.
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone()


def day_of(typed: datetime | None) -> date | None:
    """The date of an option that Typer read as midnight."""
    return typed.date() if typed else None


def closed_desk(ctx: typer.Context, today: datetime | None = None) -> "Desk":
    """The desk on the chosen folder, before anything is read there."""
    from planner.desk import Desk

    return Desk(ctx.obj.folder or default_folder(), clock=clock, today=day_of(today))


def open_desk(ctx: typer.Context, today: datetime | None = None) -> "Desk":
    """The desk with its data; says on stderr what the person should know about them."""
    desk = closed_desk(ctx, today)
    ctx.obj.language = desk.language
    if desk.notice:
        tell(desk.notice)
    return desk


def default_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("stridewell", appauthor=False)


def say(key: str, language: str, /, **params: object) -> str:
    """As `planner.words.say`, whose room is loaded at the first word: showing help needs none."""
    from planner.words import say as spoken

    return spoken(key, language, **params)


def tell(text: str) -> None:
    """To the person, beside the answer."""
    typer.echo(text, err=True)


def answer_json(document: Mapping[str, object]) -> None:
    """The same bytes in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write((json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())
    sys.stdout.buffer.flush()
