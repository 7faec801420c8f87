"""What people type, as values: numbers, measures, moments, fields. What can't be read stays text, for the journal to name."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import typer
from typer.core import TyperCommand
from typer.models import OptionInfo

from planner.cli.context import clock

_NEGATIVE = re.compile(r"-\d+(\.\d+)?")
_UNITS = {
    "km": re.compile(r"(km|m|mi|miles?)$", re.IGNORECASE),
    "kg": re.compile(r"(kg|lbs?)$", re.IGNORECASE),
    "cm": re.compile(r"(cm|in|ft|['\"]|['t]\s*\d+)$", re.IGNORECASE),
    "ml": re.compile(r"(ml|l|oz)$", re.IGNORECASE),
}


class Measured(TyperCommand):
    """A command that takes `-3` for a number, so that the journal can say what is wrong with it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 Typer keeps the base's type private
        ctx.ignore_unknown_options = any(_NEGATIVE.fullmatch(arg) for arg in args)
        return super().parse_args(ctx, args)


def option(name: str, metavar: str, says: str, *more: str, parser: Callable[[str], object] | None = None) -> OptionInfo:
    """An option in one line; `more` are other names of it."""
    return typer.Option(name, *more, metavar=metavar, help=says, parser=parser)


def number(text: str) -> object:
    """The number that the text is, else the text."""
    try:
        value: object = json.loads(text, parse_constant=str)
    except ValueError:
        return text
    return value if isinstance(value, int | float) and not isinstance(value, bool) else text


def quantity(unit: str) -> Callable[[str], object]:
    """A reader of numbers in that unit of the journal (km, kg, cm, ml), which also takes others with their unit: "5mi"."""

    def read(text: str) -> object:
        from planner.journal.units import measure

        value = measure(text) if _UNITS[unit].search(text) else None
        return number(text) if value is None else round(value, 3)

    return read


def moment(text: str, today: datetime | None) -> str:
    """The local ISO time of a text like "yesterday 7am". Raises Faults where it can't be understood."""
    from planner.journal.moments import parse

    now = clock()
    at = parse(text, now.replace(year=today.year, month=today.month, day=today.day) if today else now)
    return at.isoformat(timespec="minutes")
