"""When it was: now in no tap at all, earlier in a few."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import flet as ft

from planner.ui import dates, theme
from planner.ui.log.hours import Hour
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import heading

FIRST_DAY = date(2000, 1, 1)
DAY = timedelta(days=1)
FURTHEST = timedelta(days=730)


@ft.component
def When(model: Model, value: str, put: Callable[[str], None]) -> ft.Control:
    """`value` is empty for now, else a moment as the journal writes it."""
    picks, pick = ft.use_state(False)
    at = moment_of(value)
    today = model.today
    picked_day = _use_day(picks, pick, at.date() if at else today, today, lambda day: put(_at(day, at, model.desk.now)))
    words = model.say("ui.when")
    options = [
        ("now", model.say("ui.when.now")),
        ("today", model.say("ui.when.today")),
        ("yesterday", model.say("ui.when.yesterday")),
        (
            "other",
            dates.short_day(at.date(), model.language) if at and _is_other(at, today) else model.say("ui.when.other"),
        ),
    ]

    def choose(option: str) -> None:
        if option == "now":
            put("")
        elif option == "other":
            picked_day()
        else:
            put(_at(today if option == "today" else today - DAY, at, model.desk.now))

    lines: list[ft.Control] = [heading(words, 2, looks=3), choices(options, {_chosen(at, today)}, choose, words)]
    if at:
        day = at.date()
        lines.append(
            Hour(model, model.say("ui.when.time"), at.time(), lambda to: put(_written(datetime.combine(day, to))))
        )
    return ft.Column(lines, spacing=theme.GAP_S)


@ft.component
def Day(
    model: Model, name: str, value: str, put: Callable[[str], None], *, open_end: str = "", last: date | None = None
) -> ft.Control:
    """A day on a calendar; `open_end` says what none of them means."""
    picks, pick = ft.use_state(False)
    chosen = moment_of(value)
    shown = chosen.date() if chosen else None
    open_it = _use_day(picks, pick, shown or model.today, last, lambda day: put(day.isoformat()))
    said = dates.day_and_date(shown, model.language) if shown else open_end
    button = ft.OutlinedButton(
        model.say("ui.log.day", what=name, day=said), icon=ft.Icons.CALENDAR_MONTH, key="day", on_click=open_it
    )
    return ft.Row([button], wrap=True)


def _use_day(
    picks: bool, pick: Callable[[bool], None], value: date, last: date | None, put: Callable[[date], None]
) -> Callable[[], None]:
    """A hook: the calendar, and what opens it."""

    def picked(e: ft.Event[ft.DatePicker]) -> None:
        pick(False)
        if e.control.value:
            put(day_of(e.control.value))

    dialog = ft.DatePicker(
        value=datetime.combine(value, time(12)),
        first_date=datetime.combine(FIRST_DAY, time(0)),
        last_date=datetime.combine(last or value + FURTHEST, time(23)),
        on_change=picked,
        on_dismiss=lambda: pick(False),
    )
    ft.use_dialog(dialog if picks else None)
    return lambda: pick(True)


def day_of(picked: date) -> date:
    """The day that was meant: a calendar gives midnight where the browser is, which may be another zone than ours."""
    if not isinstance(picked, datetime):
        return picked
    here = picked.astimezone()
    return here.date() if here.time() == time(0) else (picked.astimezone(UTC) + DAY / 2).date()


def moment_of(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None) if value else None
    except ValueError:
        return None


def _at(day: date, before: datetime | None, now: datetime) -> str:
    """That day at the time that was chosen, else at the last quarter of an hour."""
    quarter = time(now.hour, now.minute // 15 * 15)
    return _written(datetime.combine(day, before.time() if before else quarter))


def _written(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _is_other(at: datetime | None, today: date) -> bool:
    return at is not None and at.date() not in {today, today - DAY}


def _chosen(at: datetime | None, today: date) -> str:
    if at is None:
        return "now"
    return "other" if _is_other(at, today) else "today" if at.date() == today else "yesterday"
