"""What every printed page shares: the console, dates, flags, the marks of what is done."""

import sys
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from planner.words import listed, say
from planner.words.catalogue import spoken
from planner.words.documents import FlagDoc, ItemDoc, ReasonDoc

LIGHTS = {"green": "green", "amber": "yellow", "red": "red"}
_MARKS = {"done": "✓", "skipped": "–", "moved": "→"}


def show(*parts: RenderableType) -> None:
    """Print to stdout: coloured on a terminal, elsewhere plain, without spaces at line ends, 80 columns if nobody knows."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def short_day(day: str, language: str) -> str:
    """Return "Tue 24" of an ISO date."""
    return format_date(date.fromisoformat(day), "EEE d", locale=spoken(language))


def long_day(day: str, language: str) -> str:
    """Return "Tuesday 24 November" of an ISO date."""
    return format_date(date.fromisoformat(day), "EEEE d MMMM", locale=spoken(language))


def mark(item: ItemDoc) -> str:
    """A sign before an item that was ticked, and nothing before one that wasn't."""
    outcome = item.get("outcome")
    return f"{_MARKS[outcome]} " if outcome else ""


def because(reason: ReasonDoc, language: str, *, indent: int) -> RenderableType:
    return Padding(Text(say("cli.page.because", language, why=reason["text"]), style="dim"), (0, 0, 0, indent))


def flag_lines(flags: Sequence[FlagDoc], language: str) -> list[RenderableType]:
    """What has to be seen, first on every page: whom to see by when, what to say, what to leave until then."""
    lines: list[RenderableType] = []
    for flag in flags:
        lines.append(Text.assemble(("! ", "bold red"), (flag["title"], "bold red"), ". ", flag["advice"]))
        lines.append(Padding(say("steps.see.say", language, say=flag["say"]), (0, 0, 0, 2)))
        if flag["meanwhile"]:
            meanwhile = say("steps.see.meanwhile", language, meanwhile=listed(flag["meanwhile"], language))
            lines.append(Padding(meanwhile, (0, 0, 0, 2)))
        lines += [because(reason, language, indent=2) for reason in flag["reasons"]]
    return lines
