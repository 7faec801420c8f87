"""`planner runner …`: the profile."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.cli.asking import agreed
from planner.cli.context import Today, answer_json, open_desk, say, tell
from planner.cli.faults import INPUT_AT_FAULT, CliFault
from planner.cli.typed import quantity

if TYPE_CHECKING:
    from planner.desk import Desk

Yes = Annotated[bool, typer.Option("--yes", help="Don't ask before a clinician's limit is loosened.")]
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
    yes: Yes = False,
    today: Today = None,
) -> None:
    """Change some of it; the rest stays. Loosening a clinician's limit is asked about, and kept in the log."""
    _put(open_desk(ctx, today), dict(_change(text) for text in changes), yes=yes)


@commands.command()
def load(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="A profile, or a case or export that holds one.")],
    yes: Yes = False,
    today: Today = None,
) -> None:
    """Replace all of it with what the file says."""
    profile = _profile(file)
    desk = open_desk(ctx, today)
    _put(desk, dict.fromkeys(desk.runner()) | profile, yes=yes)


def _put(desk: "Desk", changes: dict[str, Any], *, yes: bool) -> None:
    """Change the profile; a clinician's limit goes only with the runner's word, which is kept with the change."""
    from planner.words import limit_until

    let_go = [limit_until(limit, desk.voice) for limit in desk.limits_let_go(changes)]
    if not let_go:
        desk.change_runner(changes)
        return
    for line in let_go:
        tell(say("cli.limits.line", desk.language, what=line))
    if not agreed(say("cli.limits.ask", desk.language), yes=yes):
        tell(say("cli.limits.not", desk.language))
        raise typer.Exit(INPUT_AT_FAULT)
    desk.change_runner(changes, say("cli.limits.note", desk.language, what=desk.voice.listed(let_go)))


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
