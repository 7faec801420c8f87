"""What holds for the repository as a whole."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import resources

ROOT = Path(__file__).resolve().parents[1]
CORE = ("journal", "protocols", "assess", "schedule")
LOCKS = ("requirements.lock", "requirements-dev.lock")

# What the core may import beside its own rooms: dates, numbers, data, text. Anything else has to be argued for here.
PURE = {
    "abc", "bisect", "calendar", "collections", "contextlib", "copy", "dataclasses", "datetime", "dateutil", "decimal", "enum",
    "fractions", "functools", "hashlib", "heapq", "itertools", "json", "math", "numbers", "operator", "re",
    "statistics", "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip
# protocols reads the packaged plans, and nothing else
PURE_IN_PROTOCOLS = PURE | {"importlib", "tomllib"}

# Read as attributes, called or handed on: `default_factory=date.today` reads the clock too
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
CLOCK_CALLS = {"today", "now", "utcnow", "fromtimestamp", "gettz", "tzlocal"}
# hash() differs from run to run
OUTSIDE = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint", "tzlocal", "gettz", "hash"}
FILE_METHODS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}


def core_files() -> list[Path]:
    return [path for room in CORE for place in (ROOT / "planner" / room, ROOT / "planner" / f"{room}.py")
            for path in ([place] if place.is_file() else sorted(place.rglob("*.py")))]  # fmt: skip


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def impurities(source: str, room: str) -> list[str]:
    """Each thing in the source that reaches out of the core, as "line: what"."""
    tree = ast.parse(source)
    allowed = PURE_IN_PROTOCOLS if room == "protocols" else PURE
    found: list[str] = []
    for line, name in imported(tree):
        top = name.split(".")[0]
        if top not in allowed | {"planner", ""}:
            found.append(f"{line}: imports {name}")
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name) if (
                owner,
                name,
            ) in CLOCK:
                found.append(f"{node.lineno}: reads the clock with {owner}.{name}")
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCK_CALLS:
                found.append(f"{node.lineno}: reads the clock or the zone of the machine with .{name}()")
            case ast.Call(func=ast.Attribute(attr="astimezone"), args=[], keywords=[]):
                found.append(f"{node.lineno}: reads the zone of the machine with .astimezone()")
            case ast.Call(func=ast.Attribute(value=ast.Name(id="parser"), attr="parse"), keywords=given) if not any(
                keyword.arg == "default" for keyword in given
            ):
                found.append(f"{node.lineno}: lets dateutil fill gaps from the clock; pass default=")
            case ast.Call(func=ast.Name(id=name)) if name in OUTSIDE:
                found.append(f"{node.lineno}: calls {name}()")
            case ast.Call(func=ast.Attribute(attr=name)) if name in FILE_METHODS and room != "protocols":
                found.append(f"{node.lineno}: touches a file with .{name}()")
    return found


def test_the_core_reads_no_clock_file_network_or_random_number() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in core_files()}
    assert {path.relative_to(ROOT / "planner").parts[0].removesuffix(".py") for path in sources} == set(CORE)
    assert sum(map(len, sources.values())) > 10_000
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, source in sources.items()
        for line in impurities(source, path.relative_to(ROOT / "planner").parts[0])
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from time import monotonic",
        "import flet as ft",
        "from tinydb import TinyDB",
        "from datetime import date\nx = date.today()",
        "import datetime\nx = datetime.datetime.now()",
        "from datetime import datetime as clock\nx = clock.now()",
        "from datetime import date\nfrom dataclasses import field\nx = field(default_factory=date.today)",
        "def f(at): return at.astimezone()",
        "from dateutil import parser\nx = parser.parse('7am')",
        "def f(entry): return hash(entry)",
        "x = open('journal.json')",
        "def f(path): return path.read_text()",
        "import os",
        "import uuid",
    ],
)
def test_the_reader_of_the_core_sees_what_reaches_out(source: str) -> None:
    assert impurities(source, "assess")


def test_the_reader_of_the_core_lets_pure_code_pass() -> None:
    source = "from dateutil import parser\nx = lambda text, today: parser.parse(text, default=today)"
    assert impurities(source, "assess") == []


def tracked() -> list[Path]:
    """Every file that git tracks or would track; outside a clone every file that isn't installed or built."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        skip = {".git", ".venv", ".demo", "dist", ".hypothesis", ".pytest_cache", ".ruff_cache", "__pycache__"}
        paths = [path for path in ROOT.rglob("*") if not skip & set(path.relative_to(ROOT).parts)]
    return [path for path in paths if path.is_file()]


# Built from parts, so that this file holds none of them itself
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["wor" + "k", "roo" + "t", "hom" + "e/[a-z]+", "Use" + "rs/[a-z]+"]) + r")/[\w.]"
)
REGISTRY = re.compile(
    "|".join(
        [
            r"pypi\." + "org",
            r"python" + r"hosted\.org",
            r"registry\." + "npm",
            r"deb\." + "debian",
            "extra-" + "index",
            "index-" + "url",
        ]
    )
)


def test_no_tracked_file_names_a_path_of_a_machine_or_a_registry() -> None:
    read = 0
    found: list[str] = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        read += 1
        for pattern in (MACHINE_PATH, REGISTRY):
            found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    assert read > 30
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_pins_by_hash_and_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert len(entries) > 30
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


def test_both_locks_agree() -> None:
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert runtime.items() <= development.items()


def declared() -> set[str]:
    meta = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in meta["optional-dependencies"].values() for line in lines]
    return {re.split(r"[<>=\[;~! ]", line)[0].lower() for line in [*meta["dependencies"], *extras]}


def test_every_dependency_is_pinned_and_explained() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    explained = set(re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE))
    assert declared() <= explained
    optional = {"flet-desktop"}
    assert declared() - optional <= pins("requirements.lock").keys()


def test_every_third_party_import_is_a_declared_dependency() -> None:
    distribution = {"dateutil": "python-dateutil"}
    inner = set(sys.stdlib_module_names) | {"planner"}
    files = sorted((ROOT / "planner").rglob("*.py"))
    tops = {
        name.split(".")[0]
        for path in files
        for _, name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name and not name.startswith(".")
    }
    assert len(files) > 10
    assert {distribution.get(top, top.replace("_", "-")) for top in tops - inner} <= declared()


@pytest.mark.parametrize("name", ["plans", "assets"])
def test_the_folders_that_ship_are_found(name: str) -> None:
    assert any(resources.folder(name).iterdir())


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        resources.folder("nowhere")
