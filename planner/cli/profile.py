"""`planner runner …`: the profile."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.cli.context import Today, answer_json, open_desk
from planner.cli.faults import CliFault
from planner.cli.typed import quantity

_LISTS = ("run_days", "health", "equipment", "surfaces")
# What may be typed with any unit, and the contract's key with its own
_MEASURES = {
    "mass": ("mass_kg", "kg"),
    "mass_kg": ("mass_kg", "kg"),
    "height": ("height_cm", "cm"),
    "height_cm": ("height_cm", "cm"),
    "usual_week": ("usual_week_km", "km"),
    "usual_week_km": ("usual_week_km", "km"),
}

commands = typer.Typer(help="Show or change your profile.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="runner")


@commands.command()
def show(ctx: typer.Context, today: Today = None) -> None:
    """Print the profile as JSON."""
    answer_json(open_desk(ctx, today).runner())


@commands.command("set")
def set_(
    ctx: typer.Context,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY=VALUE…", help='mass=134lb, run_days=tue,thu, bedtime=22:30; "null" takes a key away.'
        ),
    ],
    today: Today = None,
) -> None:
    """Change some of it; the rest stays."""
    open_desk(ctx, today).change_runner(dict(_change(text) for text in changes))


@commands.command()
def load(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="A profile, or a case or export that holds one.")],
    today: Today = None,
) -> None:
    """Replace all of it with what the file says."""
    profile = _profile(file)
    desk = open_desk(ctx, today)
    desk.change_runner(dict.fromkeys(desk.runner()) | profile)


def _change(text: str) -> tuple[str, object]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise typer.BadParameter(f"{text!r} is not KEY=VALUE.")
    if key in _MEASURES:
        name, unit = _MEASURES[key]
        return name, None if value == "null" else quantity(unit)(value)
    try:
        return key, json.loads(value)
    except ValueError:
        pass
    if key in _LISTS:
        return key, [part.strip() for part in value.split(",") if part.strip()]
    return key, value


def _profile(file: Path) -> dict[str, Any]:
    from planner.intake.paths import LARGEST_BYTES, bytes_of
    from planner.intake.strict_json import NotStrict, loads

    data = bytes_of(file)
    if data is None:
        raise CliFault("cli.fault.too_large", path=file, megabytes=LARGEST_BYTES // 1024 // 1024)
    try:
        document: Any = loads(data)
    except NotStrict as fault:
        if fault.why == "intake.broken_json":
            raise CliFault("cli.fault.not_json", path=file) from None
        raise NotStrict(fault.why, **fault.params, path=file) from None
    inner = document.get("runner", document) if isinstance(document, dict) else None
    if not isinstance(inner, dict):
        raise CliFault("cli.fault.no_profile", path=file)
    return inner
