"""Logging and mending: each command keeps what was typed and prints the id of the entry alone."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Planner = Callable[..., Result]

LOGGED: dict[str, tuple[list[str], dict[str, Any]]] = {
    "pain": (
        ["log", "pain", "4", "--site", "shin_inner", "--side", "left", "--during", "run", "--course", "eases",
         "--sign", "swelling", "--sign", "warmth", "--painkiller", "--when", "2026-11-20 07:30", "--note", "=odd, isn't it?"],
        {"kind": "pain", "score": 4, "site": "shin_inner", "side": "left", "during": "run", "course": "eases"}
        | {"signs": ["swelling", "warmth"], "painkiller_24h": True, "at": "2026-11-20T07:30", "note": "=odd, isn't it?"},
    ),
    "sleep in hours": (
        ["log", "sleep", "7.5", "--night", "2026-11-19", "--quality", "3"],
        {"kind": "sleep", "asleep_h": 7.5, "night_of": "2026-11-19", "quality": 3},
    ),
    "drink": (
        ["log", "drink", "300", "--what", "tea", "--when", "yesterday 8am"],
        {"kind": "drink", "volume_ml": 300, "what": "tea", "at": "2026-11-21T08:00"},
    ),
    "drink in ounces": (["log", "drink", "10oz"], {"kind": "drink", "volume_ml": 295.735}),
    "run": (
        ["log", "run", "--distance", "3.1", "--duration", "30", "--run-min", "12", "--stage", "2", "--rpe", "4",
         "--surface", "asphalt", "--shoe", "12", "--site", "shin_inner", "--side", "left", "--pain", "1", "--pain-1h", "0",
         "--course", "steady", "--no-limp", "--no-warm-up", "--cool-down", "--item", "2026-11-20/run/1"],
        {"kind": "run", "distance_km": 3.1, "duration_min": 30, "run_min": 12, "stage": "2", "rpe": 4}
        | {"surface": "asphalt", "shoe": "12", "site": "shin_inner", "side": "left", "pain_during": 1, "pain_1h": 0}
        | {"course": "steady", "limp": False, "warm_up": False, "cool_down": True, "item": "2026-11-20/run/1"},
    ),
    "run in miles": (["log", "run", "--distance", "5mi"], {"kind": "run", "distance_km": 8.047}),
    "walk": (["log", "walk", "--duration", "30", "--pain", "0"], {"kind": "walk", "duration_min": 30, "pain_during": 0}),
    "check-in": (
        ["log", "check-in", "--about", "some-run", "--pain-1h", "0", "--pain-morning", "1", "--no-limp"],
        {"kind": "check_in", "about": "some-run", "pain_1h": 0, "pain_morning": 1, "limp": False},
    ),
    "test": (
        ["log", "test", "--test", "heel_raise", "--side", "left", "--reps", "25", "--pain", "0"],
        {"kind": "test", "test": "heel_raise", "side": "left", "reps": 25, "pain": 0},
    ),
    "screen with nothing found": (["log", "screen"], {"kind": "screen", "signs": []}),
    "pause": (
        ["log", "pause", "--from", "2026-12-24", "--to", "2026-12-27", "--why", "holiday"],
        {"kind": "pause", "from": "2026-12-24", "to": "2026-12-27", "why": "holiday"},
    ),
    "clearance": (
        ["log", "clearance", "--by", "sports_physician", "--clears", "bone_stress_suspected", "--site", "shin_inner",
         "--side", "left", "--outcome", "may_start", "--on", "2026-11-21"],
        {"kind": "clearance", "by": "sports_physician", "clears": ["bone_stress_suspected"], "site": "shin_inner"}
        | {"side": "left", "outcome": "may_start", "on": "2026-11-21"},
    ),
}  # fmt: skip


def journal(planner: Planner, *args: str) -> list[dict[str, Any]]:
    document = json.loads(planner("journal", "--json", *args).stdout)
    assert document["schema"] == 1
    return document["journal"]


@pytest.mark.parametrize(("args", "expected"), LOGGED.values(), ids=LOGGED.keys())
def test_what_is_logged_is_in_the_journal_under_the_printed_id(
    planner: Planner, args: list[str], expected: dict[str, Any]
) -> None:
    result = planner(*args)
    assert result.exit_code == 0, result.output
    (entry,) = journal(planner)
    assert result.stdout == f"{entry['id']}\n"
    assert expected.items() <= entry.items()


def test_a_short_night_is_told_by_bed_and_wake(planner: Planner) -> None:
    assert planner("log", "sleep", "--bed", "23:10", "--wake", "06:40").exit_code == 0
    assert json.loads(planner("assess", "--json").stdout)["assessment"]["recovery"]["sleep_7d_h"] == 7.5


def test_an_entry_without_a_time_is_of_now(planner: Planner) -> None:
    planner("log", "drink", "300")
    assert journal(planner)[0]["at"].startswith("2026-11-22T12:00")


def test_an_entry_without_a_time_is_of_the_day_that_was_named(planner: Planner) -> None:
    planner("log", "drink", "300", "--today", "2026-11-20")
    assert journal(planner)[0]["at"].startswith("2026-11-20T12:00")


def test_the_journal_is_read_by_kind_and_from_a_day_on(planner: Planner) -> None:
    planner("log", "drink", "300", "--when", "2026-11-20 08:00")
    planner("log", "drink", "400", "--when", "2026-11-22 08:00")
    planner("log", "walk", "--duration", "30", "--when", "2026-11-22 09:00")
    assert [entry.get("volume_ml") for entry in journal(planner, "--since", "2026-11-21")] == [400, None]
    assert [entry["volume_ml"] for entry in journal(planner, "--kind", "drink")] == [300, 400]
    lines = planner("journal").stdout.splitlines()
    assert [line.split()[2] for line in lines] == ["drink", "drink", "walk"]


EDITS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "a number": (["--score", "3"], {"score": 3}),
    "with an equals sign": (["--score=3", "--side=right"], {"score": 3, "side": "right"}),
    "signs anew": (["--sign", "limp", "--sign", "bruise"], {"signs": ["bruise", "limp"]}),
    "signs in one": (["--signs", "limp,bruise"], {"signs": ["bruise", "limp"]}),
    "a yes": (["--painkiller"], {"painkiller_24h": True}),
    "a no": (["--no-painkiller", "--score", "2"], {"painkiller_24h": False, "score": 2}),
    "a time in words": (["--when", "yesterday 7am"], {"at": "2026-11-21T07:00"}),
    "a note that looks like a number": (["--note", "12"], {"note": "12"}),
}


@pytest.mark.parametrize(("args", "expected"), EDITS.values(), ids=EDITS.keys())
def test_an_edit_changes_those_fields_and_keeps_the_rest(
    planner: Planner, args: list[str], expected: dict[str, Any]
) -> None:
    first = planner("log", "pain", 4, "--site", "calf", "--sign", "warmth").stdout.strip()
    result = planner("edit", first, *args)
    assert result.exit_code == 0, result.output
    (entry,) = journal(planner)
    assert entry["id"] == result.stdout.strip()
    assert entry["site"] == "calf"
    found = entry | {"signs": sorted(entry["signs"])}
    assert expected.items() <= found.items()


def test_an_empty_value_takes_a_field_away(planner: Planner) -> None:
    first = planner("log", "pain", 4, "--site", "calf", "--note", "hm").stdout.strip()
    assert planner("edit", first, "--note", "").exit_code == 0
    assert not journal(planner)[0].get("note")


def test_pain_of_a_run_is_edited_as_it_was_logged(planner: Planner) -> None:
    first = planner("log", "run", "--distance", 5, "--pain", 3).stdout.strip()
    assert planner("edit", first, "--pain", 1, "--distance", "5mi").exit_code == 0
    (entry,) = journal(planner)
    assert (entry["pain_during"], entry["distance_km"]) == (1, 8.047)


def test_a_deleted_entry_is_gone_from_the_journal(planner: Planner) -> None:
    first = planner("log", "drink", 300).stdout.strip()
    result = planner("delete", first)
    assert (result.exit_code, result.stdout) == (0, "")
    assert journal(planner) == []


PROFILE: dict[str, tuple[list[str], dict[str, Any]]] = {
    "metric": (["mass_kg=61", "height_cm=168", "usual_week_km=30"], {"mass_kg": 61, "height_cm": 168, "usual_week_km": 30}),
    "imperial": (["mass=134lb", "height=5'6\"", "usual_week=20mi"], {"mass_kg": 60.781, "height_cm": 167.64, "usual_week_km": 32.187}),
    "feet and inches": (["height=5ft6in"], {"height_cm": 167.64}),
    "lists": (["run_days=tue, thu,sun", "health="], {"run_days": ["tue", "thu", "sun"], "health": []}),
    "json": (['day_minutes={"mon": 30}', 'health=["asthma"]'], {"day_minutes": {"mon": 30}, "health": ["asthma"]}),
    "words": (["bedtime=22:30", "experience=regular"], {"bedtime": "22:30", "experience": "regular"}),
}  # fmt: skip


@pytest.mark.parametrize(("args", "expected"), PROFILE.values(), ids=PROFILE.keys())
def test_the_profile_takes_what_people_type(planner: Planner, args: list[str], expected: dict[str, Any]) -> None:
    result = planner("runner", "set", *args)
    assert (result.exit_code, result.stdout) == (0, ""), result.output
    assert expected.items() <= json.loads(planner("runner", "show").stdout).items()


def test_null_takes_a_key_away(planner: Planner) -> None:
    planner("runner", "set", "mass=61kg", "birth_year=1988")
    assert planner("runner", "set", "mass=null").exit_code == 0
    assert json.loads(planner("runner", "show").stdout) == {"birth_year": 1988}


@pytest.mark.parametrize("wrap", [False, True], ids=["a profile", "a case"])
def test_loading_a_profile_replaces_the_old_one(planner: Planner, tmp_path: Any, wrap: bool) -> None:
    profile = {"birth_year": 1988, "run_days": ["tue"]}
    (tmp_path / "profile.json").write_text(json.dumps({"schema": 1, "runner": profile} if wrap else profile))
    planner("runner", "set", "mass=61kg")
    assert planner("runner", "load", tmp_path / "profile.json").exit_code == 0
    assert json.loads(planner("runner", "show").stdout) == profile
