"""`planner import reply.json`, and a clinician's limit on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Planner = Callable[..., Result]


@pytest.fixture
def reply(planner: Planner, tmp_path: Path) -> Callable[..., Path]:
    """Writes a reply for this runner, as a clinician who opened the shared file would."""
    planner("runner", "set", "birth_year=1988")
    planner("log", "run", "--distance", 5, "--duration", 30, "--when", "2026-11-18 18:00")
    planner("export", "json", tmp_path / "shared.json")
    runner = json.loads((tmp_path / "shared.json").read_text())["for"]

    def write(**more: Any) -> Path:
        raw = {
            "schema": "stridewell/reply/1", "id": "7a", "for": runner, "written": "2026-11-22",
            "by": {"name": "Anna K.", "role": "physio"}, "limits": [{"kind": "max_run_min", "value": 15}],
        }  # fmt: skip
        path = tmp_path / "reply.json"
        path.write_text(json.dumps({**raw, **more}))
        return path

    return write


def limits(planner: Planner) -> list[dict[str, Any]]:
    return json.loads(planner("runner", "show").stdout).get("clinician_limits", [])


def test_a_reply_is_shown_and_set_when_the_runner_agrees(planner: Planner, reply: Callable[..., Path]) -> None:
    done = planner("import", reply(), input="y\n")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == [
        "From Anna K. (a physio), Sun 22 Nov",
        "  New: At most 15 running minutes a day, until further notice",
    ]
    assert limits(planner) == [{"kind": "max_run_min", "value": 15, "by": "Anna K."}]


@pytest.mark.parametrize("answer", ["n\n", ""], ids=["no", "nobody there"])
def test_without_a_yes_nothing_changes(planner: Planner, reply: Callable[..., Path], data: Path, answer: str) -> None:
    path, before = reply(), (data / "journal.json").read_bytes()
    done = planner("import", path, input=answer)
    assert done.exit_code == 1
    assert "--yes" in done.stderr
    assert (data / "journal.json").read_bytes() == before


def test_yes_needs_no_question(planner: Planner, reply: Callable[..., Path]) -> None:
    assert planner("import", reply(), "--yes").exit_code == 0
    assert limits(planner)
    assert "in force already" in planner("import", reply(), "--yes").stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"for": "0000"}, "for another journal"),
        ({"written": "2027-01-01"}, "2027-01-01"),
        ({"schema": "stridewell/reply/7"}, "stridewell/reply/7"),
        ({"limits": [{"kind": "max_run_min", "value": -1}]}, "-1"),
        ({"limits": [{"kind": "hold_stage", "value": 12}]}, "12"),
        ({"until": "2026-11-01"}, "over before today"),
    ],
)
def test_a_bad_reply_gets_one_sentence_and_changes_nothing(
    planner: Planner, reply: Callable[..., Path], data: Path, more: dict[str, Any], said: str
) -> None:
    path, before = reply(**more), (data / "journal.json").read_bytes()
    done = planner("import", path, "--yes")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert (data / "journal.json").read_bytes() == before


def test_a_broken_reply_gets_one_sentence(planner: Planner, reply: Callable[..., Path]) -> None:
    path = reply()
    path.write_bytes(path.read_bytes()[:-5])
    done = planner("import", path, "--yes")
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1


LIMIT = 'clinician_limits=[{"kind": "max_run_min", "value": 20, "by": "Dr K."}]'


@pytest.mark.parametrize("less", ["clinician_limits=null", "clinician_limits=[]", LIMIT.replace("20", "40")])
def test_a_limit_is_loosened_only_with_a_word_and_that_is_kept(planner: Planner, tmp_path: Path, less: str) -> None:
    assert planner("runner", "set", LIMIT).exit_code == 0
    held = limits(planner)
    refused = planner("runner", "set", less)
    assert refused.exit_code == 1
    assert "At most 20 running minutes" in refused.stderr
    assert limits(planner) == held
    assert planner("runner", "set", less, "--yes").exit_code == 0
    assert limits(planner) != held
    planner("export", "json", tmp_path / "all.json")
    notes = [entry.get("note", "") for entry in json.loads((tmp_path / "all.json").read_text())["journal"]]
    assert any("Loosened by the runner" in note and "At most 20 running minutes" in note for note in notes)


def test_a_profile_that_is_loaded_does_not_drop_a_limit_silently(planner: Planner, tmp_path: Path) -> None:
    planner("runner", "set", LIMIT)
    (tmp_path / "profile.json").write_text('{"birth_year": 1990}')
    assert planner("runner", "load", tmp_path / "profile.json").exit_code == 1
    assert limits(planner)
    assert planner("runner", "load", tmp_path / "profile.json", "--yes").exit_code == 0
    assert not limits(planner)
