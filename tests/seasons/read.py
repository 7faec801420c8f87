"""Print a season as a person would read it: `python -m tests.seasons.read NAME [NAME …] [--all] [--json DATE] [--case DATE]`."""

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.seasons.runners import SCRIPTS
from tests.seasons.season import Day, Season, case_on, live

_MAIN = ("see_clinician", "run", "walk", "rest")
_QUIET = ("check_in", "warm_up", "cool_down")


def lines(season: Season, *, every_item: bool) -> Iterator[str]:
    """The season, a line a day; what the plan said, and why, where it is new."""
    yield f"## {season.script.name}: {season.script.about}"
    before: set[str] = set()
    for day in season.days:
        if day.date.weekday() == 0:
            yield _week(day)
            yield from (f"      not placed: {kind} — {text}" for kind, text in _left_out(day))
        yield _line(day)
        said = list(_said(day, every_item=every_item))
        yield from (f"        {text}" for text in said if text not in before)
        before = set(said)


def _week(day: Day) -> str:
    told = day.assessment
    load = told["load"]
    week = " ".join(_short(each) for each in day.plan["days"])
    ahead = told.get("next") or {}
    return (
        f"--- week of {day.date:%d %b}: {week} | {load['last_7d_km']} km, longest {load['longest_30d_km']} km, "
        f"cap {load['run_cap_km']} km / {load['run_cap_min']} min | next: {ahead.get('stage')} {ahead.get('needs')} | "
        f"forecast {told.get('forecast')}"
    )


def _short(day: Mapping[str, Any]) -> str:
    names = {"run": "R", "walk": "W", "strength": "s", "contrast_shower": "c", "leg_elevation": "e", "rest": "-"}
    return (
        "".join(
            f"R{item['dose']['run_min']:g}" if item["kind"] == "run" else names[item["kind"]]
            for item in day["items"]
            if item["kind"] in names
        )
        or "."
    )


def _left_out(day: Day) -> Iterator[tuple[str, str]]:
    for missing in day.plan["not_placed"]:
        yield missing["kind"], "; ".join(reason["text"] for reason in missing["reasons"])


def _line(day: Day) -> str:
    others = sorted({item["kind"] for item in day.items} - {*_MAIN, *_QUIET})
    return (
        f"{day.date:%a %d %b}  {day.phase:13} {day.stage or '-':2} {day.light:5} {','.join(day.flags) or '-':22} "
        f"{day.planned:7} did {day.did:12} [{' '.join(others)}]"
    )


def _said(day: Day, *, every_item: bool) -> Iterator[str]:
    for item in day.items:
        if item["kind"] in _MAIN or (every_item and item["kind"] not in _QUIET):
            texts = [reason["text"] + (f" (until: {reason['lifts']})" if "lifts" in reason else "")
                     for reason in item["reasons"]]  # fmt: skip
            yield f"{item['kind']}: {item['title']}: {' / '.join(texts)}"
    for flag in day.assessment["flags"]:
        yield f"FLAG {flag['id']} ({flag['urgency']}, {flag['see']}, by {flag['by']}): {flag['reasons'][0]['text']}"
    for change in day.plan["changes"]:
        why = "; ".join(reason["text"] for reason in change["reasons"])
        yield f"CHANGED {change['what']} {change['item']}: {why}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=sorted(SCRIPTS))
    parser.add_argument("--all", action="store_true", help="the reasons of every item, not of runs and rests alone")
    parser.add_argument("--json", metavar="DATE", help="the whole plan of one day")
    parser.add_argument(
        "--case", metavar="DATE", help="what was known that morning, as a case that `planner batch` reads"
    )
    given = parser.parse_args()
    for name in given.names:
        if given.case:
            print(json.dumps(case_on(SCRIPTS[name], given.case), ensure_ascii=False))  # noqa: T201
            continue
        season = live(SCRIPTS[name])
        if given.json:
            print(json.dumps(season.on(given.json).plan, indent=1, ensure_ascii=False))  # noqa: T201
        else:
            print("\n".join(lines(season, every_item=given.all)))  # noqa: T201


if __name__ == "__main__":
    main()
