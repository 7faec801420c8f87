"""`planner import`: watch and phone files, and what Stridewell itself exported."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from planner.cli.context import Today, open_desk, say, tell
from planner.cli.faults import INPUT_AT_FAULT, ended
from planner.cli.replying import take_reply
from planner.share.zone import local_zone

if TYPE_CHECKING:
    from planner.intake import Damaged, Result, Skipped


def register(app: typer.Typer) -> None:
    app.command(name="import")(import_)


@dataclass
class Intake:
    """What the files held. `named` are those given by name, `wholes` exports of Stridewell, `replies` of clinicians, `faulty` one sentence each."""

    named: frozenset[Path]
    entries: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    wholes: dict[Path, dict[str, object]] = field(default_factory=dict[Path, dict[str, object]])
    replies: dict[Path, Mapping[str, object]] = field(default_factory=dict[Path, Mapping[str, object]])
    skipped: list["Skipped"] = field(default_factory=list["Skipped"])
    faulty: list["Damaged | Skipped"] = field(default_factory=list["Damaged | Skipped"])

    def add(self, result: "Result") -> None:
        from planner.intake import Damaged, Found, Skipped

        match result:
            case Found(entry=entry):
                self.entries.append(entry)
            case Skipped(foreign=foreign, path=path) if not foreign or Path(path) not in self.named:
                self.skipped.append(result)
            case Skipped() | Damaged():
                self.faulty.append(result)


def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE_OR_FOLDER…", help="Folders are searched with all in them.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do what a clinician's reply says without asking.")] = False,
    today: Today = None,
) -> None:
    """Bring in runs and walks from FIT files and Strava's activities.csv, an earlier `export json` or `export csv`, or a clinician's reply."""
    from planner.journal import Faults
    from planner.words import say_faults

    desk = open_desk(ctx, today)
    taken = _read(paths, desk.today, desk.language)
    faulty = [_named(result.path, say(result.why, desk.language, **result.params)) for result in taken.faulty]
    tallies = [desk.log_all(taken.entries)] if taken.entries else []
    for path, whole in taken.wholes.items():
        try:
            tallies.append(desk.take_in(whole))
        except Faults as faults:
            faulty.append(_named(path, say_faults(faults, desk.language)))
    answered: list[bool] = []
    for path, raw in taken.replies.items():
        try:
            answered.append(take_reply(desk, raw, yes=yes))
        except Faults as faults:
            faulty.append(_named(path, say_faults(faults, desk.language)))
    if faulty:
        tell("\n".join(faulty))
    if not tallies and (faulty or taken.replies):
        raise typer.Exit(INPUT_AT_FAULT if faulty or not all(answered) else 0)
    typer.echo(say("cli.import.new", desk.language, n=sum(tally.new for tally in tallies)))
    typer.echo(say("cli.import.known", desk.language, n=sum(tally.known for tally in tallies)))
    for line in _reasons(taken.skipped, desk.language):
        typer.echo(line)


def _read(paths: list[Path], today: date, language: str) -> Intake:
    from planner.intake import files, read

    taken, zone = Intake(frozenset(paths)), ZoneInfo(local_zone())
    for path in _with_progress(files(paths), language):
        if whole := _own_export(path):
            taken.wholes[path] = whole
            continue
        if reply := _reply(path):
            taken.replies[path] = reply
            continue
        for result in read(path, today=today, zone=zone):
            taken.add(result)
    return taken


def _own_export(path: Path) -> dict[str, object] | None:
    from planner.intake.paths import bytes_of
    from planner.share.whole import from_bytes

    if path.suffix.lower() != ".json":
        return None
    try:
        data = bytes_of(path)
    except OSError:
        # Reading it as any other file finds the words for this.
        return None
    return from_bytes(data) if data is not None else None


def _reply(path: Path) -> Mapping[str, object] | None:
    from planner.intake import IntakeFault
    from planner.intake.paths import bytes_of
    from planner.intake.reply import reply_from
    from planner.journal import is_reply

    if path.suffix.lower() != ".json":
        return None
    try:
        raw = reply_from(bytes_of(path) or b"")
    except (OSError, IntakeFault):
        # Reading it as any other file finds the words for this.
        return None
    return raw if is_reply(raw) else None


def _with_progress(paths: list[Path], language: str) -> Iterable[Path]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    quiet = not console.is_terminal
    return track(paths, say("cli.import.reading", language), console=console, transient=True, disable=quiet)


def _reasons(skipped: "list[Skipped]", language: str) -> Iterator[str]:
    """One line a reason, the most frequent first."""
    counts = Counter(say(result.why, language, **result.params) for result in skipped)
    for why, n in counts.most_common():
        yield say("cli.import.skipped", language, n=n, why=why)


def _named(path: object, why: str) -> str:
    return ended(f"{path}: {why}")
