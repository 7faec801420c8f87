"""Real watch files against an independent catalogue of what is in them, and Strava's exports against their own columns."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner import intake
from planner.intake import Found, Result, Skipped, fit

TODAY = date(2026, 11, 22)
KINDS = {"running": "run", "walking": "walk"}
# Half of what rounding to metres and hundredths of a minute may move, and the catalogue's own two decimals
KM, MINUTES = 0.001, 0.006


def results(path: Path) -> list[Result]:
    return list(intake.read(path, today=TODAY))


def entries(path: Path) -> list[dict[str, object]]:
    return [result.entry for result in results(path) if isinstance(result, Found)]


def watch_files(shared: Path) -> list[Path]:
    return sorted(shared.glob("fit*/*.fit"))


def catalogue(shared: Path) -> list[dict[str, str]]:
    with (shared / "fit_catalogue.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sessions(row: dict[str, str]) -> list[tuple[str, float, float | None]]:
    """Kind, minutes and kilometres of the runs and walks in one file."""
    columns = (row[key].split("/") for key in ("sport", "timer_s", "dist_m"))
    return [
        (KINDS[sport], float(timer) / 60, float(metres) / 1000 if sport == "running" and float(metres) else None)
        for sport, timer, metres in zip(*columns, strict=True)
        if sport in KINDS
    ]


def test_every_watch_file_and_export_ends_without_an_exception(shared_data: Path) -> None:
    paths = [path for path in intake.files(sorted(shared_data.iterdir())) if path.suffix != ".md"]
    assert len(paths) > 300
    assert all(results(path) for path in paths)


def test_runs_and_walks_agree_with_the_catalogue(shared_data: Path) -> None:
    compared = 0
    for row in catalogue(shared_data):
        expected = [] if row["start"].startswith("1990") else sessions(row)
        found = entries(shared_data / row["file"])
        assert [entry["kind"] for entry in found] == [kind for kind, _, _ in expected], row["file"]
        for entry, (_, minutes, km) in zip(found, expected, strict=True):
            assert entry["duration_min"] == pytest.approx(minutes, abs=MINUTES), row["file"]
            assert entry.get("distance_km") == (None if km is None else pytest.approx(km, abs=KM)), row["file"]
            compared += 1
    assert compared >= 25


def test_starts_agree_with_the_catalogue_to_the_second_and_carry_the_watchs_own_offset(shared_data: Path) -> None:
    for row in catalogue(shared_data):
        found = entries(shared_data / row["file"])
        # The catalogue tells about the first session alone, whatever its sport.
        if found and row["sport"].split("/")[0] in KINDS:
            start = datetime.fromisoformat(str(found[0]["at"]))
            assert start == datetime.fromisoformat(row["start"]), row["file"]
            assert start.utcoffset() == timedelta(hours=float(row["utc_offset_h"] or 0)), row["file"]


def test_runs_of_a_watch_whose_clock_was_never_set_are_skipped_and_say_so(shared_data: Path) -> None:
    unset = [row["file"] for row in catalogue(shared_data) if row["start"].startswith("1990")]
    assert len(unset) == 2
    for name in unset:
        assert results(shared_data / name) == [Skipped(str(shared_data / name), None, "intake.clock_not_set")]


def test_leaving_track_points_out_changes_no_result(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = [path for path in watch_files(shared_data) if path.stat().st_size < 130_000]
    quick = [results(path) for path in small]
    monkeypatch.setattr(fit, "thin", lambda data: data)
    assert [results(path) for path in small] == quick


def test_a_real_run_cut_off_in_the_middle_keeps_what_was_run(shared_data: Path) -> None:
    whole = (shared_data / "fit" / "fit-parser__running-with-developer-data.fit").read_bytes()
    for share in (0.3, 0.6, 0.9):
        *found, last = fit.parse(whole[: int(len(whole) * share)], "run.fit", "run.fit", today=TODAY)
        assert isinstance(last, intake.Damaged)
        assert last.kept == len(found)


DUTCH_MONTHS = {"jan.": 1, "feb.": 2, "mrt.": 3, "apr.": 4, "mei": 5, "jun.": 6}


def _english(text: str) -> datetime:
    return datetime.strptime(text, "%b %d, %Y, %I:%M:%S %p").replace(tzinfo=UTC)


def _dutch(text: str) -> datetime:
    day, month, year, clock = text.split()
    return datetime.fromisoformat(f"{year}-{DUTCH_MONTHS[month]:02}-{int(day):02}T{clock}+00:00")


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text + "+00:00")


@pytest.mark.parametrize(
    ("name", "when", "km", "seconds", "runs"),
    [
        ("activities_2018.csv", (1, _iso), (6, lambda text: float(text) / 1000), 5, {"Run"}),
        ("activities_2022.csv", (1, _english), (6, float), 16, {"Run", "Virtual Run", "Trail Run"}),
        ("activities_2026.csv", (1, _english), (6, float), 16, {"Run", "Virtual Run", "Trail Run"}),
        ("activities_nl.csv", (1, _dutch), (6, lambda text: float(text.replace(",", "."))), 14, {"Hardloopsessie"}),
    ],
)
def test_runs_agree_with_the_columns_of_each_strava_layout(
    shared_data: Path,
    name: str,
    when: tuple[int, Callable[[str], datetime]],
    km: tuple[int, Callable[[str], float]],
    seconds: int,
    runs: set[str],
) -> None:
    path = shared_data / "strava" / name
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    expected = [row for row in rows if row[3] in runs]
    found = [entry for entry in entries(path) if entry["kind"] == "run"]
    assert len(found) == len(expected) > 20
    for entry, row in zip(found, expected, strict=True):
        assert datetime.fromisoformat(str(entry["at"])) == when[1](row[when[0]])
        assert entry["distance_km"] == pytest.approx(km[1](row[km[0]]), abs=KM)
        assert entry["duration_min"] == pytest.approx(float(row[seconds]) / 60, abs=MINUTES)
    assert len(results(path)) == len(rows)


def test_ids_are_unique_within_an_export_and_the_same_on_a_second_reading(shared_data: Path) -> None:
    for path in sorted((shared_data / "strava").iterdir()):
        ids = [entry["id"] for entry in entries(path)]
        assert len(set(ids)) == len(ids)
        assert [entry["id"] for entry in entries(path)] == ids
