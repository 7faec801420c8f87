"""When there is time to run: the days, and the minutes on them."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft
from babel import Locale
from babel.dates import get_day_names

from planner.journal.vocabulary import WEEKDAYS
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import heading, link
from planner.ui.parts.tick import tick
from planner.ui.start import progress
from planner.ui.start.page import Way, answer, question
from planner.ui.start.tiles import next_button, tile

CHOSEN = "days"
BY_DAY = "minutes"


@ft.component
def Days(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    chosen = chosen_days(model)

    def turn(day: str) -> None:
        # Asked again: a second tap may come before the first one is drawn.
        now = chosen_days(model)
        changed = [each for each in WEEKDAYS if (each in now) != (each == day)]
        set_fault(progress.put_draft(model, {CHOSEN: changed}) or "")

    def save(days: list[str] | None) -> None:
        if days == []:
            set_fault(model.say("ui.start.days.missing"))
        else:
            set_fault(answer(model, way, lambda: model.desk.change_runner({"run_days": days})))

    content: list[ft.Control] = [
        tile(model.say("ui.start.days.any"), lambda: save(None), "any", icon=ft.Icons.CALENDAR_MONTH),
        ft.Column([_day(name, day, day in chosen, turn) for day, name in weekdays(model.language)], spacing=0),
        next_button(model.say("ui.start.next"), lambda: save(chosen_days(model))),
    ]
    title, why = model.say("ui.start.days"), model.say("ui.start.days.why")
    return question(model, way, title, content, why=why, fault=fault, key="days")


@ft.component
def Minutes(model: Model, way: Way) -> ft.Control:
    """The same on every day in one tap, or one by one."""
    differs, set_differs = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    run_days = model.desk.runner().get("run_days")
    asked = [one for one in weekdays(model.language) if not isinstance(run_days, list | tuple) or one[0] in run_days]
    known = chosen_minutes(model)

    def save(minutes: dict[str, int]) -> None:
        if any(day not in minutes for day, _ in asked):
            set_fault(model.say("ui.start.minutes.missing"))
        else:
            set_fault(answer(model, way, lambda: model.desk.change_runner({"day_minutes": minutes})))

    def put(day: str, minutes: int) -> None:
        set_fault(progress.put_draft(model, {BY_DAY: {**chosen_minutes(model), day: minutes}}) or "")

    if differs:
        way = replace(way, back=lambda: set_differs(False))
        content = [_of_day(model, day, name, known.get(day), put) for day, name in asked]
        content.append(next_button(model.say("ui.start.next"), lambda: save(chosen_minutes(model))))
    else:
        content = [_same(model, minutes, asked, save, known) for minutes in protocols().asking.time.minutes]
        differ = link(model.say("ui.start.minutes.differ"), lambda: set_differs(True), "differ")
        content.append(ft.Row([differ], wrap=True, alignment=ft.MainAxisAlignment.CENTER))
    title, why = model.say("ui.start.minutes"), model.say("ui.start.minutes.why")
    return question(model, way, title, content, why=why, fault=fault, key="minutes")


def chosen_days(model: Model) -> list[str]:
    """The days as they were ticked just now, else those of the profile."""
    kept = progress.draft(model).get(CHOSEN)
    known = kept if isinstance(kept, list) else model.desk.runner().get("run_days")
    return [str(each) for each in known] if isinstance(known, list | tuple) else []


def chosen_minutes(model: Model) -> dict[str, int]:
    """The minutes by day as they were chosen just now, else those of the profile."""
    kept = progress.draft(model).get(BY_DAY) or model.desk.runner().get("day_minutes")
    return {str(day): int(minutes) for day, minutes in kept.items()} if isinstance(kept, dict) else {}


def weekdays(language: str) -> list[tuple[str, str]]:
    """The days of the week with their names, in the order of the language."""
    locale = Locale.parse(language.replace("-", "_"))
    names = get_day_names("wide", "stand-alone", locale)
    order = [(locale.first_week_day + n) % len(WEEKDAYS) for n in range(len(WEEKDAYS))]
    return [(WEEKDAYS[n], names[n][:1].upper() + names[n][1:]) for n in order]


def _day(name: str, day: str, is_chosen: bool, turn: Callable[[str], None]) -> ft.Control:
    return tick(day, is_chosen, lambda _: turn(day), label=name)


def _same(
    model: Model,
    minutes: int,
    asked: list[tuple[str, str]],
    save: Callable[[dict[str, int]], None],
    known: dict[str, int],
) -> ft.Control:
    by_day = {day: minutes for day, _ in asked}
    is_chosen = bool(known) and all(known.get(day) == minutes for day, _ in asked)
    return tile(model.say("ui.minutes", n=minutes), lambda: save(by_day), f"min_{minutes}", chosen=is_chosen)


def _of_day(model: Model, day: str, name: str, known: int | None, put: Callable[[str, int], None]) -> ft.Control:
    options = [(str(minutes), model.say("ui.minutes", n=minutes)) for minutes in protocols().asking.time.minutes]
    picked = {str(known)} if known else set[str]()
    chips = choices(options, picked, lambda minutes: put(day, int(minutes)), name)
    return ft.Column([heading(name, 2), chips], spacing=theme.GAP_S, key=day)
