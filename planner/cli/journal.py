"""`planner journal`, `planner edit`, `planner delete`: read and mend what was logged."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any

import typer

from planner.cli.context import AsJson, Today, answer_json, day_of, open_desk, say, tell
from planner.cli.faults import CliFault
from planner.cli.typed import moment, number, quantity

KINDS = ("pain", "sleep", "drink", "run", "walk", "check_in", "test", "screen", "pause", "done", "clearance")
# The short option names of `planner log`
_NAMES = {
    "when": "at",
    "sign": "signs",
    "distance": "distance_km",
    "duration": "duration_min",
    "hours": "asleep_h",
    "night": "night_of",
    "ml": "volume_ml",
    "painkiller": "painkiller_24h",
}
_LISTS = ("signs", "clears")
_NUMBERS = (
    *("score", "quality", "rpe", "reps", "pain", "pain_during", "pain_1h", "pain_morning"),
    *("asleep_h", "duration_min", "run_min"),
)
_QUANTITIES = {"distance_km": "km", "volume_ml": "ml"}
_HIDDEN = ("id", "kind", "at", "on", "night_of", "from", "logged_at", "replaces", "device", "source")

Id = Annotated[str, typer.Argument(metavar="ID", help="The id that `planner log` printed; `planner journal` shows it.")]


def register(app: typer.Typer) -> None:
    app.command()(journal)
    app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(edit)
    app.command()(delete)


def journal(
    ctx: typer.Context,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="From this day on.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only pain, sleep, drink, run, …")] = None,
    as_json: AsJson = False,
    today: Today = None,
) -> None:
    """What was logged, oldest first."""
    if kind is not None and kind not in KINDS:
        raise CliFault("cli.fault.kind", given=kind, kinds=", ".join(KINDS))
    desk = open_desk(ctx, today)
    entries = desk.journal(day_of(since), kind)
    if as_json:
        answer_json({"schema": 1, "journal": entries})
        return
    for entry in entries:
        typer.echo(_shown(entry))
    if not entries:
        tell(say("cli.journal.empty", desk.language))


def edit(ctx: typer.Context, entry_id: Id, today: Today = None) -> None:
    """Correct an entry: `planner edit ID --score 3`, with the options of `planner log`; an empty value takes a field away."""
    desk = open_desk(ctx, today)
    kind = next((str(entry["kind"]) for entry in desk.journal() if entry["id"] == entry_id), "")
    changes = dict(_changes(ctx.args, kind, today))
    if not changes:
        raise typer.BadParameter("Say what to change, such as --score 3.")
    typer.echo(desk.edit(entry_id, changes))


def delete(ctx: typer.Context, entry_id: Id, today: Today = None) -> None:
    """Withdraw an entry."""
    open_desk(ctx, today).delete(entry_id)


def _shown(entry: dict[str, Any]) -> str:
    """One line: time, kind, the fields that were given, id."""
    time = str(entry.get("at") or entry.get("on") or entry.get("night_of") or entry.get("from") or "")[:16]
    fields = [
        f"{key}={_plain(value)}" for key, value in entry.items() if key not in _HIDDEN and value not in (None, [])
    ]
    return f"{time.replace('T', ' '):<16}  {entry['kind']:<9}  {' '.join(fields)}  [{entry['id']}]"


def _plain(value: object) -> str:
    """A word as it is; anything else as JSON, so that a note can't break its line or steer the terminal."""
    if isinstance(value, str) and value.isprintable() and " " not in value:
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _changes(args: Sequence[str], kind: str, today: datetime | None) -> Iterator[tuple[str, object]]:
    given: dict[str, list[str | bool]] = {}
    for name, value in _pairs(args):
        field = "pain_during" if name == "pain" and kind in {"run", "walk"} else _NAMES.get(name, name)
        given.setdefault(field, []).append(value)
    for field, values in given.items():
        last = values[-1]
        if field in _LISTS:
            yield field, [part for value in values for part in str(value).split(",") if part]
        elif last == "":
            yield field, None
        elif field == "at" and isinstance(last, str):
            yield field, moment(last, today)
        else:
            yield field, _value(field, last)


def _pairs(args: Sequence[str]) -> Iterator[tuple[str, str | bool]]:
    """(field, value) of `--field value` and `--field=value`; True and False of `--field` and `--no-field` alone."""
    rest = list(args)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--") or name == "--":
            raise typer.BadParameter(f"{name!r} is no option.")
        field = name[2:].replace("-", "_")
        if equals:
            yield field, value
        elif rest and not rest[0].startswith("--"):
            yield field, rest.pop(0)
        else:
            yield field.removeprefix("no_"), not field.startswith("no_")


def _value(field: str, value: str | bool) -> object:
    if isinstance(value, bool):
        return value
    if field in _QUANTITIES:
        return quantity(_QUANTITIES[field])(value)
    if field in _NUMBERS:
        return number(value)
    return {"true": True, "false": False}.get(value, value)
