"""Reads `plans/*.toml` into `Protocols` and checks what the tables say about each other."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from planner.journal import vocabulary
from planner.protocols.asking import Asking, TestHow
from planner.protocols.basis import check_bases
from planner.protocols.emergency import Emergency
from planner.protocols.flag_rules import Flags, Health
from planner.protocols.learning import Card
from planner.protocols.limits import Caps, Row
from planner.protocols.practices import Extras, Fit, Hint, Practice, Routine
from planner.protocols.shapes import Protocols, Source
from planner.protocols.shaping import Place, PlanFault, shape, table_of
from planner.protocols.stages import Ladder
from planner.protocols.training import Training
from planner.resources import folder

ROUTINES = ("warm_up", "cool_down", "mobility")
DRINK_TARGET = "drink_target"
LOGS = ("test", "walk")
VARIABLES = ("minutes", "days", "pace", "hills")


FILES = (
    "sources",
    "ladder",
    "conditions",
    "caps",
    "health",
    "recovery",
    "strength",
    "hints",
    "flags",
    "learn",
    "emergency",
    "asking",
    "tests",
)


@cache
def protocols() -> Protocols:
    """The protocols that ship with the program."""
    return read(_texts())


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """The files of `plans/` as they ship, by their names without ending, as plain tables: to be read by people."""
    return {name: _parse(name, text) for name, text in _texts().items()}


def _texts() -> dict[str, str]:
    return {name: folder("plans").joinpath(f"{name}.toml").read_text("utf-8") for name in FILES}


def read(texts: Mapping[str, str]) -> Protocols:
    """Protocols from the texts of the files, by their names without ending. Raises PlanFault."""
    tables = {name: _parse(name, text) for name, text in texts.items()}
    places = {name: Place(f"{name}.toml", text) for name, text in texts.items()}
    recovery = tables["recovery"]
    routines = {key: value for key, value in recovery.items() if key in ROUTINES}
    practices = {key: value for key, value in recovery.items() if key not in (*ROUTINES, "extras")}
    made = Protocols(
        sources=table_of(Source, tables["sources"], places["sources"]),
        ladder=shape(Ladder, tables["ladder"], places["ladder"]),
        rows=table_of(Row, tables["conditions"], places["conditions"]),
        caps=shape(Caps, tables["caps"], places["caps"]),
        flags=shape(Flags, tables["flags"], places["flags"]),
        health=shape(Health, tables["health"], places["health"]),
        emergency=shape(Emergency, tables["emergency"], places["emergency"]),
        asking=shape(Asking, tables["asking"], places["asking"]),
        extras=shape(Extras, recovery.get("extras"), places["recovery"] / "extras"),
        training=shape(Training, tables["strength"], places["strength"]),
        routines=table_of(Routine, routines, places["recovery"]),
        practices=table_of(Practice, practices, places["recovery"]),
        hints=table_of(Hint, tables["hints"], places["hints"]),
        cards=table_of(Card, tables["learn"], places["learn"]),
        tests=table_of(TestHow, tables["tests"], places["tests"]),
    )
    for name, table in tables.items():
        if name != "sources":
            check_bases(table, places[name], made.sources)
    _check(made, places)
    return made


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise PlanFault(f"plans/{name}.toml can't be read as TOML: {wrong}.") from None


def _check_rows(made: Protocols, where: Place) -> None:
    for key, row in made.rows.items():
        place = where / key
        _words(row.sites, vocabulary.SITES, place / "sites")
        _words(row.red_signs, vocabulary.SIGNS, place / "red_signs")
        _words((row.column,), made.ladder.columns, place / "column")
        _words(row.tests, vocabulary.TESTS, place / "tests")
        for band in ("during", "after", "morning", "daily"):
            limits = getattr(row, band)
            if len(limits) != 2 or limits[0] > limits[1]:
                raise (place / band).fault("a band is [highest green, highest amber]")


def _check(made: Protocols, places: Mapping[str, Place]) -> None:
    _check_rows(made, places["conditions"])
    stages = [stage.id for stage in made.ladder.stages]
    if stages != list(vocabulary.STAGES):
        raise (places["ladder"] / "stages").fault(f"the stages are {', '.join(vocabulary.STAGES)}, in this order")
    _words(made.ladder.rebuild.order, VARIABLES, places["ladder"] / "rebuild" / "order")
    for rule in made.flags.flags:
        place = places["flags"] / "flags" / rule.id
        _words((rule.id,), vocabulary.FLAGS, place)
        _words((rule.holds,), vocabulary.HOLDS, place / "holds")
        _words((rule.urgency,), made.flags.due_days, place / "urgency")
        _words(rule.tell, vocabulary.HEALTH, place / "tell")
        if rule.ended_by is not None:
            _words((rule.ended_by,), vocabulary.CLINICIANS, place / "ended_by")
    for question in made.flags.screening.questions:
        _words(question.signs, vocabulary.SIGNS, places["flags"] / "screening" / question.id / "signs")
        _words(question.with_leg, question.signs, places["flags"] / "screening" / question.id / "with_leg")
    _words(made.health.never, vocabulary.HEALTH, places["health"] / "never")
    _words(made.health.notes, vocabulary.HEALTH, places["health"] / "notes")
    for key, notes in made.health.notes.items():
        _words(notes, vocabulary.ITEM_KINDS, places["health"] / "notes" / key)
    for key, kinds in made.health.never.items():
        _words(kinds, (*vocabulary.ITEM_KINDS, DRINK_TARGET), places["health"] / "never" / key)
    for key, routine in made.routines.items():
        for one in routine.exercises:
            _check_fit(made, one.fit, places["recovery"] / key / one.id)
    for key, hint in made.hints.items():
        _words(hint.rows, made.rows, places["hints"] / key / "rows")
        _words(hint.not_with, made.rows, places["hints"] / key / "not_with")
        _words(hint.sites, vocabulary.SITES, places["hints"] / key / "sites")
    _check_training(made, places["strength"])
    _check_tests(made, places["tests"])
    for key, card in made.cards.items():
        _words(card.sites, vocabulary.SITES, places["learn"] / key / "sites")
        _words(card.health, vocabulary.HEALTH, places["learn"] / key / "health")
        _words(card.watch, vocabulary.FLAGS, places["learn"] / key / "watch")


def _check_tests(made: Protocols, where: Place) -> None:
    _words(made.tests, vocabulary.TESTS, where)
    missing = [test for test in vocabulary.TESTS if test not in made.tests]
    if missing:
        raise where.fault(f"nothing says how to do {', '.join(missing)}")
    for key, how in made.tests.items():
        _words((how.log,), LOGS, where / key / "log")


def _check_fit(made: Protocols, fit: Fit, place: Place) -> None:
    for key in ("leave_out_for", "floor_only_for", "small_range_for"):
        _words(getattr(fit, key), made.rows, place / key)
    for key in ("leave_out_sites", "small_range_sites"):
        _words(getattr(fit, key), vocabulary.SITES, place / key)


def _check_training(made: Protocols, place: Place) -> None:
    training = made.training
    for key, fit in training.exercises.items():
        _check_fit(made, fit, place / "exercises" / key)
    for programme in training.programmes:
        here = place / "programmes" / programme.id
        _words(programme.rows, made.rows, here / "rows")
        for phase in programme.phases:
            _words((one.id for one in phase.exercises), training.exercises, here / "phases")


def _words(given: Iterable[str], known: Iterable[str], place: Place) -> None:
    unknown = [word for word in given if word not in known]
    if unknown:
        raise place.fault(f"unknown: {', '.join(unknown)}")
