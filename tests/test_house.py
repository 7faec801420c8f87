"""What holds for the repository as a whole."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from planner import resources
from tests.purity import imported

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


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
    distribution = {"fpdf": "fpdf2", "dateutil": "python-dateutil"}
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
