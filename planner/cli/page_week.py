"""The week as a table: a row a day, the main thing first."""

from collections.abc import Collection
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from planner.cli.page import flag_lines, long_day, mark, short_day
from planner.cli.page_standing import where
from planner.words import say
from planner.words.documents import DayDoc, ItemDoc, PlanDoc, ReasonDoc, TraceDoc

_MAIN = ("see_clinician", "run", "walk", "cross_training", "strength", "mobility", "rest")


def week_page(plan: PlanDoc, language: str) -> RenderableType:
    daily = _daily(plan)
    parts: list[RenderableType] = [*_head(plan, language), "", _table(plan, daily, language)]
    if daily:
        names = ", ".join(say(f"kind.{kind}", language) for kind in daily)
        parts.append(Text(f"\n{say('cli.week.daily', language, names=names)}", style="dim"))
    return Group(*parts, *_changes(plan, language), *_not_placed(plan, language))


def traced(plan: PlanDoc, language: str) -> RenderableType:
    """The caps on running, then every item with every reason: text, rule, source, strength, the entries behind it."""
    caps = plan.get("trace", [])
    lines: list[RenderableType] = [Text(f"\n{say('cli.week.caps', language)}", style="bold")] if caps else []
    lines += [Padding(_looked(cap, language), (0, 0, 0, 2)) for cap in caps]
    lines.append(Text(f"\n{say('cli.week.items', language)}", style="bold"))
    for day in plan["days"]:
        for item in day["items"]:
            lines.append(
                Text.assemble(
                    f"{day['date']} {item.get('at', '')} ".replace("  ", " "),
                    (item["title"], "bold"),
                    f"  {item['id']}",
                )
            )
            lines += [Padding(_traced_reason(reason, language), (0, 0, 0, 4)) for reason in item["reasons"]]
    return Group(*lines)


def _head(plan: PlanDoc, language: str) -> list[RenderableType]:
    assessment = plan["assessment"]
    title = Text(say("cli.week.title", language, day=long_day(plan["week_start"], language)), style="bold")
    return [title, where(assessment, language), *flag_lines(assessment["flags"], language)]


def _daily(plan: PlanDoc) -> list[str]:
    """The kinds that each day to come has and that are never the main thing: said once, not in each row."""
    days = [dict.fromkeys(item["kind"] for item in day["items"]) for day in plan["days"] if not day.get("past")]
    if len(days) < 2:
        return []
    return [kind for kind in days[0] if kind not in _MAIN and all(kind in day for day in days)]


def _table(plan: PlanDoc, daily: Collection[str], language: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column(say("cli.week.day", language), no_wrap=True)
    table.add_column(say("cli.week.what", language), ratio=5, min_width=24)
    table.add_column(say("cli.week.minutes", language), justify="right", no_wrap=True)
    table.add_column(say("cli.week.why", language), ratio=4)
    for day in plan["days"]:
        name = short_day(day["date"], language)
        style = "dim" if day.get("past") else ""
        main = _main_item(day)
        if main is None:
            table.add_row(name, Text(say("cli.week.nothing", language)), "", "", style=style)
            continue
        why = main["reasons"][0]["text"] if main["reasons"] else ""
        if day["date"] == plan["today"]:
            name = f"{name}\n{say('cli.week.today', language)}"
        table.add_row(name, _what(day, main, daily, language), str(main.get("minutes") or ""), why, style=style)
        if day is not plan["days"][-1]:
            table.add_row()
    return table


def _main_item(day: DayDoc) -> ItemDoc | None:
    ranked = {kind: rank for rank, kind in enumerate(_MAIN)}
    if any(item["kind"] in {"run", "walk"} for item in day["items"]):
        ranked["see_clinician"] = len(_MAIN)
    return min(day["items"], key=lambda item: ranked.get(item["kind"], len(_MAIN)), default=None)


def _what(day: DayDoc, main: ItemDoc, daily: Collection[str], language: str) -> Text:
    others = dict.fromkeys(item["kind"] for item in day["items"] if item is not main and item["kind"] not in daily)
    text = Text.assemble(mark(main), (main["title"], "bold"))
    if others:
        names = ", ".join(say(f"kind.{kind}", language) for kind in others)
        text.append(f"\n{say('cli.week.also', language, names=names)}", style="dim")
    return text


def _changes(plan: PlanDoc, language: str) -> list[RenderableType]:
    if not plan["changes"]:
        return []
    lines: list[RenderableType] = [Text(f"\n{say('cli.week.changes', language)}", style="bold")]
    for change in plan["changes"]:
        what = say(f"what.{change['what']}", language)
        text = Text.assemble((what, "bold"), f": {_difference(change['from'], change['to'], language)}")
        lines.append(_bullet(text, change["reasons"]))
    return lines


def _difference(before: dict[str, Any] | None, after: dict[str, Any] | None, language: str) -> str:
    """Return "run Tue 24, 30 min → rest": what was, and what of it became something else."""
    old, new = _parts(before, language), _parts(after, language)
    if old and new:
        new = {key: text for key, text in new.items() if text != old.get(key)}
    return " → ".join(", ".join(side.values()) for side in (old, new) if side)


def _parts(side: dict[str, Any] | None, language: str) -> dict[str, str]:
    if not side:
        return {}
    parts = {"kind": say(f"kind.{side['kind']}", language), "day": short_day(side["date"], language)}
    return parts | ({"min": say("cli.unit.min", language, value=side["minutes"])} if side["minutes"] else {})


def _not_placed(plan: PlanDoc, language: str) -> list[RenderableType]:
    if not plan["not_placed"]:
        return []
    title = Text(f"\n{say('cli.week.not_placed', language)}", style="bold")
    return [
        title,
        *(_bullet(Text(say(f"kind.{left['kind']}", language)), left["reasons"]) for left in plan["not_placed"]),
    ]


def _bullet(text: Text, reasons: list[ReasonDoc]) -> RenderableType:
    if reasons:
        text.append(f" – {reasons[0]['text']}")
    return Padding(text, (0, 0, 0, 2))


def _looked(cap: TraceDoc, language: str) -> Text:
    """Return "load.cap: 44 min, it decided – No run longer than …" of a rule that was looked at."""
    minutes = cap["minutes"]
    facts = [
        *([short_day(cap["date"], language)] if "date" in cap else []),
        *([say("cli.unit.min", language, value=minutes)] if minutes is not None else []),
        *([say("cli.week.bound", language)] if cap["bound"] else []),
    ]
    head = f"{cap['rule']}: {', '.join(facts)}" if facts else cap["rule"]
    return Text.assemble((head, "bold" if cap["bound"] else ""), " – ", _traced_reason(cap["reason"], language))


def _traced_reason(reason: ReasonDoc, language: str) -> Text:
    facts = [reason["rule"], reason.get("source"), reason.get("strength"), ", ".join(reason.get("entries", []))]
    text = Text.assemble(reason["text"], (f"  [{' · '.join(fact for fact in facts if fact)}]", "dim"))
    lifts = reason.get("lifts")
    if lifts:
        text.append(f"\n{say('cli.page.lifts', language, lifts=lifts)}", style="dim")
    return text
