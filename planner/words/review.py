"""The review sheet: every rule, number, source and strength, for a physio to mark up.

It walks the files of `plans/` as they are, so that a number that is added there is on the sheet without anybody's help.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from planner.protocols.basis import Basis, basis_of_table, leaves
from planner.words.catalogue import ENGLISH, knows, say, sentences
from planner.words.documents import NumberDoc, SectionDoc, SheetDoc, TableDoc

SCHEMA = 1
FILES = ("conditions", "ladder", "caps", "flags", "health", "recovery", "strength", "hints")
CARDS = ("about", "can_be", "points", "helps", "avoid", "honest", "watch")
SAID = ("reason.", "say.", "meanwhile.", "screen.", "way.how.", *(f"ui.learn.{part}." for part in CARDS))
BANDS = ("during", "after", "morning", "daily")
_HIDDEN = frozenset({"basis", "source", "strength"})
_NOWHERE = Basis("", "")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of a file with a heading of its own."""

    name: tuple[str, ...]
    table: Table
    basis: Basis


def sheet(tables: Mapping[str, Table], language: str = ENGLISH) -> SheetDoc:
    """The review sheet of the plan files, by their names."""
    files = [*FILES, *(name for name in tables if name not in {*FILES, "sources"})]
    sections = [_section(name, tables[name], tables, language) for name in files]
    return {
        "schema": SCHEMA,
        "rules_version": str(tables["flags"]["version"]),
        "title": say("rules.title", language, version=tables["flags"]["version"]),
        "about": [say(f"rules.about.{n}", language) for n in range(1, 5)],
        "sections": [*sections, _said(language), _sources(tables["sources"], language)],
        "numbers": [number for name in files for number in _numbers(name, tables[name])],
    }


def _numbers(file: str, table: Table) -> Iterator[NumberDoc]:
    for leaf in leaves(table):
        basis = leaf.basis or _NOWHERE
        yield {
            "file": file,
            "key": ".".join(leaf.path),
            "value": cast("Any", leaf.value),
            "source": basis.source,
            "strength": basis.strength,
        }


def _section(file: str, table: Table, tables: Mapping[str, Table], language: str) -> SectionDoc:
    made: list[TableDoc] = []
    for part in _parts(table):
        its = _tables(part, language)
        if file == "conditions" and part.name:
            its[0]["rows"] += _left_out(part.name[-1], tables, language)
        made += its
    return {"title": say(f"rules.file.{file}", language), "file": f"plans/{file}.toml", "tables": made}


def _parts(table: Table) -> Iterator[_Part]:
    """What a file says for itself, then each of its tables that has a source of its own."""
    named = basis_of_table(table) or _NOWHERE
    own = {key: value for key, value in table.items() if basis_of_table(value) is None}
    if set(own) - _HIDDEN:
        yield _Part((), own, named)
    for key, value in table.items():
        basis = basis_of_table(value)
        if basis is not None:
            yield _Part((key,), value, basis)


def _tables(part: _Part, language: str) -> list[TableDoc]:
    """One table of plain values, and one for each list of tables or table of tables."""
    rows: list[list[str]] = []
    wide: list[TableDoc] = []
    for key, value in part.table.items():
        if key in _HIDDEN and (key == "basis" or isinstance(value, str)):
            continue
        basis = _own(part.table, key) or part.basis
        ones = _ones(value)
        if ones:
            wide.append(_wide(_title((*part.name, key), language), ones, basis, language))
        elif isinstance(value, Mapping):
            flat = cast("Table", value)
            rows += [_row((key, inner), one, _own(flat, inner) or basis, language) for inner, one in flat.items()]
        else:
            rows.append(_row((key,), value, basis, language))
    columns = [say(f"rules.column.{column}", language) for column in ("what", "value", "source", "strength", "mark")]
    plain: list[TableDoc] = [{"title": _title(part.name, language), "columns": columns, "rows": rows}] if rows else []
    return [*plain, *wide]


def _ones(value: object) -> dict[str, Table]:
    """The tables in a list of tables, or in a table of tables, by their id, key or place."""
    if isinstance(value, Mapping):
        inner = cast("Table", value)
        if inner and all(isinstance(one, Mapping) for one in inner.values()):
            return dict(inner)
    elif isinstance(value, list):
        listed = cast("list[Any]", value)
        if listed and all(isinstance(one, Mapping) for one in listed):
            return {str(one.get("id", n)): one for n, one in enumerate(listed, 1)}
    return {}


def _wide(title: str, ones: Mapping[str, Table], around: Basis, language: str) -> TableDoc:
    keys = list(dict.fromkeys(key for one in ones.values() for key in one if key not in {*_HIDDEN, "id"}))
    rows: list[list[str]] = []
    for name, one in ones.items():
        basis = basis_of_table(one) or around
        cells = [_cell(one, key, language) for key in keys]
        rows.append([_plain(name), *cells, basis.source, basis.strength, ""])
    ends = [say(f"rules.column.{column}", language) for column in ("source", "strength", "mark")]
    heads = [say("rules.column.what", language), *(_label(key, language) for key in keys), *ends]
    return {"title": title, "columns": heads, "rows": rows}


def _cell(one: Table, key: str, language: str) -> str:
    """A value, with its basis where that is another than the row's."""
    if key not in one:
        return ""
    own = _own(one, key)
    text = _text(one[key], language, key)
    return f"{text} [{own.source}, {own.strength}]" if own else text


def _own(table: Table, key: str) -> Basis | None:
    return basis_of_table(table.get("basis", {}).get(key))


def _row(path: Sequence[str], value: object, basis: Basis, language: str) -> list[str]:
    label = ": ".join(_label(key, language) for key in path)
    return [label, _text(value, language, path[-1]), basis.source, basis.strength, ""]


def _title(name: Sequence[str], language: str) -> str:
    return ": ".join(_label(key, language) for key in name)


def _label(key: str, language: str) -> str:
    """What a key is called: its own label, the name of the word, or the key in words."""
    for known in (f"rules.label.{key}", f"condition.{key}", f"health.{key}", f"kind.{key}"):
        if knows(known, language):
            return say(known, language)
    return _plain(key)


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _text(value: object, language: str, key: str = "") -> str:
    """A value as a person reads it; what is listed or nested, one after the other."""
    if isinstance(value, Mapping):
        inner = cast("Table", value)
        return ", ".join(f"{_plain(name)}: {_text(one, language)}" for name, one in inner.items() if name != "basis")
    if isinstance(value, list):
        listed = cast("list[object]", value)
        if key in BANDS and len(listed) == 2:
            green, amber = listed
            return say(
                "rules.band" if green != amber else "rules.band_without_amber", language, green=green, amber=amber
            )
        separator = "; " if any(isinstance(one, Mapping) for one in listed) else ", "
        return separator.join(_text(one, language) for one in listed) or say("rules.nothing", language)
    if isinstance(value, bool):
        return say("rules.yes" if value else "rules.no", language)
    if isinstance(value, float):
        return f"{value:g}"
    return _plain(str(value))


def _left_out(row: str, tables: Mapping[str, Table], language: str) -> list[list[str]]:
    """What the exercises say of a condition, gathered from where they are."""
    found: dict[str, list[str]] = {}
    for file in ("recovery", "strength"):
        for name, one in _exercises(tables[file]):
            for key in ("leave_out_for", "floor_only_for", "small_range_for"):
                if row in one.get(key, ()):
                    found.setdefault(key, []).append(_plain(name))
    return [
        [_label(key, language), ", ".join(dict.fromkeys(names)), "", "", ""] for key, names in sorted(found.items())
    ]


def _exercises(table: Table) -> Iterator[tuple[str, Table]]:
    """Every exercise of a file, wherever it is kept."""
    for key, value in table.items():
        if key == "exercises":
            yield from _ones(value).items()
        elif isinstance(value, Mapping):
            yield from _exercises(cast("Table", value))


def _said(language: str) -> SectionDoc:
    columns = [say(f"rules.column.{column}", language) for column in ("rule", "sentence", "mark")]
    rows = [[key, text, ""] for family in SAID for key, text in sentences(family, language).items()]
    title = say("rules.said", language)
    return {"title": title, "file": "assets/locale", "tables": [{"title": "", "columns": columns, "rows": rows}]}


def _sources(table: Table, language: str) -> SectionDoc:
    columns = [say(f"rules.column.{column}", language) for column in ("id", "title", "where", "read", "mark")]
    rows = [
        [key, one["title"], one["where"], say(f"rules.read.{one['read']}", language), ""] for key, one in table.items()
    ]
    title = say("rules.sources", language)
    return {"title": title, "file": "plans/sources.toml", "tables": [{"title": "", "columns": columns, "rows": rows}]}
