"""Reads `plans/*.toml` into `Protocols` and checks what the tables say about each other."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from planner.journal import vocabulary
from planner.protocols.flag_rules import Flags, Health
from planner.protocols.limits import Caps, Row
from planner.protocols.practices import Practice, Routine
from planner.protocols.shapes import Protocols, Source
from planner.protocols.shaping import Place, PlanFault, shape, table_of
from planner.protocols.stages import Ladder
from planner.resources import folder

ROUTINES = ("warm_up", "cool_down", "strength")
DRINK_TARGET = "drink_target"


@cache
def protocols() -> Protocols:
    """The protocols that ship with the program."""
    names = ("sources", "ladder", "conditions", "caps", "health", "recovery", "flags")
    return read({name: folder("plans").joinpath(f"{name}.toml").read_text("utf-8") for name in names})


def read(texts: Mapping[str, str]) -> Protocols:
    """Protocols from the texts of the files, by their names without ending. Raises PlanFault."""
    tables = {name: _parse(name, text) for name, text in texts.items()}
    places = {name: Place(f"{name}.toml", text) for name, text in texts.items()}
    recovery = tables["recovery"]
    routines = {key: value for key, value in recovery.items() if key in ROUTINES}
    practices = {key: value for key, value in recovery.items() if key not in ROUTINES}
    made = Protocols(
        sources=table_of(Source, tables["sources"], places["sources"]),
        ladder=shape(Ladder, tables["ladder"], places["ladder"]),
        rows=table_of(Row, tables["conditions"], places["conditions"]),
        caps=shape(Caps, tables["caps"], places["caps"]),
        flags=shape(Flags, tables["flags"], places["flags"]),
        health=shape(Health, tables["health"], places["health"]),
        routines=table_of(Routine, routines, places["recovery"]),
        practices=table_of(Practice, practices, places["recovery"]),
    )
    _check(made, places)
    return made


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise PlanFault(f"plans/{name}.toml can't be read as TOML: {wrong}.") from None


def _check(made: Protocols, places: Mapping[str, Place]) -> None:
    known = made.sources
    for source, place in _sources_used(made, places):
        if source and source not in known:
            raise place.fault(f"the source {source!r} is not in sources.toml")
    for key, row in made.rows.items():
        place = places["conditions"] / key
        _words(row.sites, vocabulary.SITES, place / "sites")
        _words(row.red_signs, vocabulary.SIGNS, place / "red_signs")
        _words((row.column,), made.ladder.columns, place / "column")
        _words(row.tests, vocabulary.TESTS, place / "tests")
        for band in ("during", "after", "morning", "daily"):
            limits = getattr(row, band)
            if len(limits) != 2 or limits[0] > limits[1]:
                raise (place / band).fault("a band is [highest green, highest amber]")
    stages = [stage.id for stage in made.ladder.stages]
    if stages != list(vocabulary.STAGES):
        raise (places["ladder"] / "stages").fault(f"the stages are {', '.join(vocabulary.STAGES)}, in this order")
    for rule in made.flags.flags:
        place = places["flags"] / "flags" / rule.id
        _words((rule.id,), vocabulary.FLAGS, place)
        _words((rule.holds,), vocabulary.HOLDS, place / "holds")
        _words((rule.urgency,), made.flags.due_days, place / "urgency")
        if rule.ended_by is not None:
            _words((rule.ended_by,), vocabulary.CLINICIANS, place / "ended_by")
    _words(made.health.never, vocabulary.HEALTH, places["health"] / "never")
    for key, kinds in made.health.never.items():
        _words(kinds, (*vocabulary.ITEM_KINDS, DRINK_TARGET), places["health"] / "never" / key)


def _sources_used(made: Protocols, places: Mapping[str, Place]) -> Iterable[tuple[str, Place]]:
    yield made.ladder.source, places["ladder"] / "source"
    for key in ("source", "first_week_source", "sleep_source"):
        yield getattr(made.caps, key), places["caps"] / key
    yield made.health.source, places["health"] / "source"
    for key, row in made.rows.items():
        yield row.source, places["conditions"] / key / "source"
        yield row.weeks_source, places["conditions"] / key / "weeks_source"
    for rule in made.flags.flags:
        yield rule.source, places["flags"] / "flags" / rule.id / "source"
    for key, routine in made.routines.items():
        yield routine.source, places["recovery"] / key / "source"
    for key, practice in made.practices.items():
        yield practice.source, places["recovery"] / key / "source"
        yield practice.thirst_source, places["recovery"] / key / "thirst_source"


def _words(given: Iterable[str], known: Iterable[str], place: Place) -> None:
    unknown = [word for word in given if word not in known]
    if unknown:
        raise place.fault(f"unknown: {', '.join(unknown)}")
