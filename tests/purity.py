"""Reads source and tells what in it reaches out: a clock, a random number, a file, the network, another program, a screen, a store."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

CORE = ("journal", "protocols", "assess", "schedule")
TELLING = ("words", "cases.py")

# What the core may import beside its own rooms: dates, numbers, data, text. Anything else has to be argued for here.
PURE = frozenset({
    "abc", "bisect", "calendar", "collections", "contextlib", "copy", "dataclasses", "datetime", "dateutil", "decimal",
    "enum", "fractions", "functools", "hashlib", "heapq", "itertools", "json", "math", "numbers", "operator", "re",
    "statistics", "string", "textwrap", "tomllib", "types", "typing", "unicodedata",
})  # fmt: skip
PURE_IN_WORDS = PURE | {"babel", "gettext", "io"}

# The one place of each room that reads the files that ship with the program, and how it reads them
READS = {
    "protocols/loading.py": frozenset({"planner.resources", "read_text"}),
    "words/catalogue.py": frozenset({"planner.resources", "open", "iterdir"}),
}

CLOCK = frozenset({
    "datetime.date.today", "datetime.date.fromtimestamp", "datetime.datetime.now", "datetime.datetime.today",
    "datetime.datetime.utcnow", "datetime.datetime.fromtimestamp", "dateutil.utils.today", "dateutil.tz.tzlocal",
    "dateutil.tz.gettz", "dateutil.tz.win", "dateutil.tz.tz.tzlocal", "dateutil.tz.tz.gettz",
})  # fmt: skip
CLOCK_NAMES = frozenset({"today", "now", "utcnow", "fromtimestamp", "gettz", "tzlocal"})
# hash() differs from run to run
OUTSIDE = frozenset({"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint", "hash"})
FILES = frozenset({
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "iterdir", "touch", "glob",
    "rglob", "samefile",
})  # fmt: skip


def sources(planner: Path, places: Sequence[str], least: int) -> dict[str, str]:
    """The source files in these rooms by their path below `planner`.

    Raises AssertionError where a room holds none, or all hold fewer than `least`: whoever reads nothing finds nothing.
    """
    found: dict[str, str] = {}
    for place in places:
        paths = [planner / place] if place.endswith(".py") else sorted((planner / place).rglob("*.py"))
        here = {path.relative_to(planner).as_posix(): path.read_text("utf-8") for path in paths if path.is_file()}
        assert any(text.strip() for text in here.values()), f"no source in {planner / place}"
        found |= here
    assert len(found) >= least, f"{len(found)} files of source in {planner}, and not {least}"
    return found


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The modules that are imported anywhere in the source, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def impurities(source: str, place: str) -> list[str]:
    """Each thing in the source that reaches out of the core, as "line: what"; `place` is its path below `planner`."""
    tree = ast.parse(source)
    allowed = READS.get(place, frozenset())
    pure = PURE if place.startswith(CORE) else PURE_IN_WORDS
    found = [
        (line, f"imports {name}")
        for line, name in imported(tree)
        if not (_is_inner(name, place) or name in allowed or name.split(".")[0] in pure)
    ]
    names, bound = _names(tree), _bound(tree)
    for node in ast.walk(tree):
        what = _reaches_out(node, names, bound)
        if what is not None and what[0] not in allowed:
            found.append((getattr(node, "lineno", 0), what[1]))
    return [f"{line}: {words}" for line, words in sorted(found)]


def _is_inner(name: str, place: str) -> bool:
    """A module of the core; `words` and `cases.py` may import each other too."""
    rooms = CORE if place.startswith(CORE) else (*CORE, "words")
    parts = name.split(".")
    return name == "" or (parts[0] == "planner" and len(parts) > 1 and parts[1] in rooms)


def _names(tree: ast.AST) -> dict[str, str]:
    """What the imported names stand for: `clock` -> `datetime.datetime`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _bound(tree: ast.AST) -> frozenset[str]:
    """Names that the source gives a meaning of its own, so that `hash` may be a parameter."""
    assigned = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    made = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return frozenset(assigned | arguments | made)


def _dotted(node: ast.AST, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, names)}.{node.attr}"
    return names.get(node.id, node.id) if isinstance(node, ast.Name) else "?"


def _reaches_out(node: ast.AST, names: dict[str, str], bound: frozenset[str]) -> tuple[str, str] | None:
    """What a node touches outside, as the bare name and in words; read, called or handed on."""
    match node:
        case ast.Attribute() | ast.Name() if (full := _dotted(node, names)) in CLOCK:
            return full, f"reads the clock or the zone of the machine with {full}"
        case ast.Name(id=name, ctx=ast.Load()) if name in OUTSIDE and name not in bound and name not in names:
            return name, f"uses {name}"
        case ast.Attribute(attr=name) if name in FILES:
            return name, f"touches a file with .{name}"
        case ast.Call():
            return _calls_out(node, names)
    return None


def _calls_out(call: ast.Call, names: dict[str, str]) -> tuple[str, str] | None:
    given = {keyword.arg for keyword in call.keywords}
    full = _dotted(call.func, names)
    match call:
        case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCK_NAMES and full not in CLOCK:
            return name, f"reads the clock or the zone of the machine with .{name}()"
        case ast.Call(func=ast.Attribute(attr="astimezone"), args=[], keywords=[]):
            return "astimezone", "reads the zone of the machine with .astimezone()"
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]) if (
            name in CLOCK_NAMES | FILES
        ):
            return name, f"asks for {name} by name"
    if full in {"dateutil.parser.parse", "dateutil.parser.parser.parse"} and "default" not in given:
        return full, "lets dateutil fill gaps from the clock; pass default="
    if any(keyword.arg == "key" and _dotted(keyword.value, names) == "id" for keyword in call.keywords):
        return "id", "sorts by address in memory"
    if full == "dateutil.rrule.rrule" and "dtstart" not in given:
        return full, "lets dateutil begin at the clock; pass dtstart="
    return None
