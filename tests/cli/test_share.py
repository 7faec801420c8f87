"""Bringing in and sharing: `planner import` and `planner export`, check and forget."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import fhirkit
import fitdecode
import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from typer.testing import Result

Planner = Callable[..., Result]

ACTIVITIES = """Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance
1,"Nov 20, 2026, 6:10:00 PM",Easy,Run,1800,5.20
2,"Nov 19, 2026, 6:10:00 PM",To work,Ride,1800,12.00
3,"Nov 18, 2026, 6:10:00 PM",Easy,Run,1500,"4,10"
"""
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture
def busy(planner: Planner) -> None:
    """A profile, pain, a run, an entry that was mended and one that was deleted."""
    planner("runner", "set", "birth_year=1988", "run_days=tue,thu,sun")
    planner("log", "run", "--distance", 5, "--duration", 30, "--when", "2026-11-18 18:00")
    first = planner("log", "pain", 2, "--site", "shin_inner", "--side", "left", "--note", "größer").stdout.strip()
    planner("edit", first, "--score", 1)
    planner("delete", planner("log", "drink", 300).stdout.strip())


def test_importing_tells_new_known_and_skipped_and_twice_adds_nothing(planner: Planner, tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_text(ACTIVITIES)
    first = planner("import", tmp_path / "activities.csv")
    assert first.exit_code == 0
    assert first.stdout.splitlines()[:3] == [
        "2 new entries",
        "0 already known",
        "1 skipped – a ride: it counts as no running load",
    ]
    again = planner("import", tmp_path / "activities.csv")
    assert again.stdout.splitlines()[:2] == ["0 new entries", "2 already known"]
    assert len(json.loads(planner("journal", "--json").stdout)["journal"]) == 2


def test_a_damaged_file_is_named_and_the_rest_comes_in(planner: Planner, tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_text(ACTIVITIES)
    (tmp_path / "broken.fit").write_bytes(b"")
    result = planner("import", tmp_path)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "2 new entries")
    assert "broken.fit" in result.stderr
    assert "activities.csv" not in result.stderr


def test_strange_files_in_a_folder_are_no_mistake(planner: Planner, tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_text(ACTIVITIES)
    (tmp_path / "shoes.csv").write_text("colour,weight\nred,3\n")
    result = planner("import", tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real watch files are not beside this repository")
def test_a_plan_follows_from_real_watch_files(planner: Planner) -> None:
    folders = [*sorted(folder for folder in SHARED.glob("fit*") if folder.is_dir()), SHARED / "strava"]
    result = planner("import", *folders)
    assert result.exit_code == 0, result.output
    assert int(result.stdout.split()[0]) > 100
    assert planner("import", *folders).stdout.startswith("0 new entries")
    assert len(json.loads(planner("week", "--json").stdout)["days"]) == 7


@pytest.mark.usefixtures("busy")
def test_everything_comes_back_unchanged(planner: Planner, tmp_path: Path) -> None:
    planner("week")
    assert planner("export", "json", tmp_path / "all.json").exit_code == 0
    other = ("--data", tmp_path / "other")
    assert planner(*other, "import", tmp_path / "all.json").exit_code == 0
    assert planner(*other, "export", "json", tmp_path / "again.json").exit_code == 0
    assert json.loads((tmp_path / "again.json").read_bytes()) == json.loads((tmp_path / "all.json").read_bytes())
    for question in (["journal", "--json"], ["runner", "show"], ["week", "--json"]):
        assert planner(*other, *question).stdout == planner(*question).stdout
    again = planner(*other, "import", tmp_path / "all.json")
    assert again.stdout.startswith("0 new entries")


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("name", ["tables", "tables.zip"])
def test_the_tables_come_back_as_the_same_journal(planner: Planner, tmp_path: Path, name: str) -> None:
    assert planner("export", "csv", tmp_path / name).exit_code == 0
    other = ("--data", tmp_path / "other")
    first = planner(*other, "import", tmp_path / name)
    assert (first.exit_code, first.stderr) == (0, "")
    for question in (["journal", "--json"], ["runner", "show"]):
        assert planner(*other, *question).stdout == planner(*question).stdout
    for place in (other, ()):
        assert planner(*place, "import", tmp_path / name).stdout.startswith("0 new entries")


@pytest.mark.usefixtures("busy")
def test_the_bundle_is_sound_and_holds_what_was_asked_for(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"

    def kinds(*args: str) -> Counter[str]:
        assert planner("export", "fhir", path, *args).exit_code == 0
        assert fhirkit.validate(path.read_bytes()) == []
        return Counter(one["resource"]["resourceType"] for one in json.loads(path.read_bytes())["entry"])

    assert kinds() == {"Patient": 1, "CarePlan": 1, "Observation": 2}
    assert kinds("--since", "2026-11-22", "--name", "Ana") == {"Patient": 1, "CarePlan": 1, "Observation": 1}
    patient = json.loads(path.read_bytes())["entry"][0]["resource"]
    assert (patient["name"], patient["birthDate"]) == ([{"text": "Ana"}], "1988")


def test_a_bundle_of_an_empty_journal_has_the_plan_alone(planner: Planner, tmp_path: Path) -> None:
    for week in ((), ("--start", "2026-10-05")):
        assert planner("export", "fhir", tmp_path / "bundle.json", *week).exit_code == 0
        assert fhirkit.validate((tmp_path / "bundle.json").read_bytes()) == []


def events_of(path: Path) -> dict[str, Event]:
    events = IcsCalendarStream.calendar_from_ics(path.read_text(encoding="utf-8")).events
    assert len({event.uid for event in events}) == len(events)
    return {event.uid: event for event in events}


def calendar_of(path: Path) -> dict[str, int]:
    """UID and SEQUENCE of what is planned."""
    return {uid: event.sequence or 0 for uid, event in events_of(path).items() if event.status != "CANCELLED"}


@pytest.mark.usefixtures("busy")
def test_the_calendar_has_the_items_of_the_week_and_keeps_their_names(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "week.ics"
    assert planner("export", "ics", path, "--start", "2026-11-23").exit_code == 0
    first = calendar_of(path)
    plan = json.loads(planner("week", "--json", "--start", "2026-11-23").stdout)
    ids = {item["id"] for day in plan["days"] for item in day["items"]}
    assert first.keys() == {f"{name.replace('/', '-')}@stridewell" for name in ids}
    assert planner("export", "ics", path, "--start", "2026-11-23").exit_code == 0
    assert calendar_of(path) == first
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def test_a_replanned_item_has_a_greater_sequence_and_a_dropped_one_is_cancelled(
    planner: Planner, tmp_path: Path
) -> None:
    path, week = tmp_path / "week.ics", ("--start", "2026-11-23")
    for day in ("2026-11-15", "2026-11-17", "2026-11-19", "2026-11-21"):
        planner("log", "run", "--distance", 5, "--duration", 30, "--when", f"{day} 18:00")
    planner("export", "ics", path, *week)
    first = calendar_of(path)
    assert set(first.values()) == {0}
    planner("log", "pain", 6, "--site", "shin_inner", "--side", "left", "--during", "run")
    changes = json.loads(planner("week", "--json", *week).stdout)["changes"]
    planner("export", "ics", path, *week)
    later, every = calendar_of(path), events_of(path)

    def uid(change: dict[str, str]) -> str:
        return f"{change['item'].replace('/', '-')}@stridewell"

    moved = {uid(change) for change in changes if change["what"] == "moved"}
    assert moved
    assert all(later[one] > first[one] for one in moved)
    dropped = first.keys() - later.keys()
    assert any("-run-" in one for one in dropped)
    assert {one for one, event in every.items() if event.status == "CANCELLED"} == dropped
    assert all((every[one].sequence or 0) > first[one] for one in dropped)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(("lead", "trigger"), [((), "-PT10M"), (("--lead", 45), "-PT45M"), (("--lead", 0), "P0D")])
def test_alarms_ring_as_long_before_as_was_asked(
    planner: Planner, tmp_path: Path, lead: tuple[str, ...], trigger: str
) -> None:
    assert planner("export", "ics", tmp_path / "week.ics", *lead).exit_code == 0
    lines = (tmp_path / "week.ics").read_text(encoding="utf-8").splitlines()
    timed = {line.removeprefix("TRIGGER:") for line in lines if line.startswith("TRIGGER")}
    assert trigger in timed
    assert not timed & ({"-PT10M", "-PT45M", "P0D"} - {trigger})


@pytest.mark.usefixtures("busy")
def test_alarms_follow_the_reminders_of_the_app(planner: Planner, data: Path, tmp_path: Path) -> None:
    (data / "app.json").write_text(json.dumps({"reminders": {"minutes_before": 30, "kinds": ["bed"]}}))
    planner("export", "ics", tmp_path / "week.ics")
    ringing = {uid for uid, event in events_of(tmp_path / "week.ics").items() if event.alarm}
    assert ringing and all("-sleep-" in uid or "-rest-" in uid or "-see_clinician-" in uid for uid in ringing)
    assert "TRIGGER:-PT30M" in (tmp_path / "week.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize("lead", [-1, 1441, "soon"])
def test_a_lead_that_makes_no_sense_is_refused(planner: Planner, tmp_path: Path, lead: object) -> None:
    assert planner("export", "ics", tmp_path / "week.ics", "--lead", lead).exit_code != 0
    assert not (tmp_path / "week.ics").exists()


@pytest.mark.usefixtures("busy")
def test_the_same_plan_makes_the_same_calendar_at_any_time(planner: Planner, tmp_path: Path) -> None:
    for name in ("one.ics", "two.ics"):
        planner("export", "ics", tmp_path / name)
    assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "two.ics").read_bytes()


def test_a_skipped_item_is_cancelled_in_the_calendar(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "week.ics"
    planner("runner", "set", "birth_year=1988")
    planner("export", "ics", path)
    first = calendar_of(path)
    uid = next(one for one in first if one.startswith("2026-11-22-sleep"))
    planner("log", "done", "--item", "2026-11-22/sleep/1", "--outcome", "skipped")
    planner("export", "ics", path)
    skipped = events_of(path)[uid]
    assert (skipped.status, skipped.sequence, skipped.alarm) == ("CANCELLED", first[uid] + 1, [])


@pytest.mark.usefixtures("busy")
def test_each_run_or_walk_ahead_becomes_a_workout_for_the_watch(planner: Planner, tmp_path: Path) -> None:
    week = ("--start", "2026-11-23")
    result = planner("export", "fit", tmp_path / "watch", *week)
    assert result.exit_code == 0
    plan = json.loads(planner("week", "--json", *week).stdout)
    ahead = [
        f"{day['date']}-{i['kind']}.fit" for day in plan["days"] for i in day["items"] if i["kind"] in ("run", "walk")
    ]
    assert sorted(path.name for path in (tmp_path / "watch").iterdir()) == sorted(ahead) != []
    assert str(len(ahead)) in result.stderr
    for path in (tmp_path / "watch").iterdir():
        with fitdecode.FitReader(
            path, error_handling=fitdecode.ErrorHandling.RAISE, check_crc=fitdecode.CrcCheck.RAISE
        ) as reader:
            assert next(frame.name for frame in reader if isinstance(frame, fitdecode.FitDataMessage)) == "file_id"


def test_a_week_without_a_session_ahead_writes_no_workout(planner: Planner, tmp_path: Path) -> None:
    planner("log", "pause", "--from", "2026-11-22", "--to", "2026-12-20", "--why", "holiday")
    result = planner("export", "fit", tmp_path / "watch")
    assert (result.exit_code, result.stderr.strip()) == (
        0,
        "No run or walk of this week is ahead, so there is no workout to write.",
    )
    assert not (tmp_path / "watch").exists()


@pytest.mark.usefixtures("busy")
def test_the_tables_hold_the_journal(planner: Planner, tmp_path: Path) -> None:
    assert planner("export", "csv", tmp_path / "tables").exit_code == 0
    with (tmp_path / "tables" / "pain.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["score"], row["note"]) == ("1", "größer")
    assert (tmp_path / "tables" / "drink.csv").read_text(encoding="utf-8-sig").count("\n") == 1


@pytest.mark.usefixtures("busy")
def test_check_says_when_all_is_sound(planner: Planner, data: Path) -> None:
    result = planner("check")
    assert (result.exit_code, result.stderr) == (0, "")
    for file in data.rglob("*.json*"):
        file.write_bytes(b"{")
    broken = planner("check")
    assert broken.exit_code == 1
    assert broken.stdout


@pytest.mark.usefixtures("busy")
def test_forgetting_asks_first_and_then_leaves_nothing(planner: Planner, data: Path) -> None:
    kept = planner("forget", input="n\n")
    assert kept.exit_code == 1
    assert json.loads(planner("journal", "--json").stdout)["journal"]
    assert planner("forget", input="y\n").exit_code == 0
    assert [file for file in data.rglob("*") if file.is_file()] == []
    assert json.loads(planner("journal", "--json").stdout)["journal"] == []


@pytest.mark.usefixtures("busy")
def test_forgetting_works_on_a_broken_journal(planner: Planner, data: Path) -> None:
    for file in data.rglob("*.json*"):
        file.write_bytes(b"{")
    assert planner("forget", "--yes").exit_code == 0
    assert [file for file in data.rglob("*") if file.is_file()] == []
