"""Today: what to do now, and why."""

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import body, fault_line, heading, screen, small
from planner.ui.screening.card import screening_card
from planner.ui.start.card import later_card
from planner.ui.today.changed import changed_card
from planner.ui.today.flags import flag_banners
from planner.ui.today.greeting import greeting, part_of_day, tomorrow
from planner.ui.today.item import ItemCard
from planner.ui.today.main_thing import MainThing
from planner.ui.today.no_run import why_no_run
from planner.ui.today.now import asked_now, main_item, other_items
from planner.ui.today.open_session import OpenSession
from planner.ui.today.quick_log import QuickLog
from planner.ui.today.standing import standing
from planner.words.documents import DayDoc, ItemDoc


@ft.component
def TodayScreen(model: Model) -> ft.Control:
    is_whole, set_whole = ft.use_state(not model.is_opening)

    def draw_the_rest() -> None:
        model.is_opening = False
        set_whole(True)

    ft.use_effect(draw_the_rest, dependencies=[])
    day = model.day_of_today()
    main, asked = main_item(day), asked_now(model, day)
    things = _main_and_asked(model, day, main, asked, is_whole)
    # What stands below comes a moment later: who opens the app sees what comes first, and sooner.
    first = [*_top(model, day, asked), *things[:1]]
    rest: list[ft.Control] = []
    if is_whole:
        first += [*things[1:], *changed_card(model), QuickLog(model)]
        if not model.has_logged:
            first.append(small(model.say("ui.today.nothing_logged")))
        rest = _rest(model, day, [*([main] if main else []), *asked])
    if not model.is_wide:
        return screen([*first, *rest], "today")
    beside = ft.Row(
        [
            ft.Column(first, expand=3, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
            ft.Column(rest, expand=2, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        ],
        spacing=theme.GAP_XL,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return screen([beside], "today", theme.PAGE_WIDTH)


def _top(model: Model, day: DayDoc, asked: list[ItemDoc]) -> list[ft.Control]:
    hello, state = greeting(model, day, asked)
    words: list[ft.Control] = [
        small(dates.day_and_date(model.today, model.language)),
        heading(model.say("ui.today.title"), 1),
        body(hello),
        body(state),
    ]
    return [
        ft.Column(words, spacing=0),
        fault_line(model.store_notice or ""),
        *flag_banners(model),
        JustHappened(model),
        standing(model),
        *screening_card(model),
        *later_card(model),
        OpenSession(model),
    ]


def _main_and_asked(
    model: Model, day: DayDoc, main: ItemDoc | None, asked: list[ItemDoc], is_whole: bool
) -> list[ft.Control]:
    """The main thing first; in the morning, and after a session, what is asked comes before it."""
    questions = [keyed(item["id"], ItemCard, model, item, is_whole) for item in asked]
    things = [keyed(main["id"], MainThing, model, main, day)] if main else []
    if not main and (why := why_no_run(model, day)):
        things = [theme.card(ft.Column(why, spacing=theme.GAP_S))]
    is_first = part_of_day(model.desk.now) == "morning" or any(item["dose"].get("about") for item in asked)
    return [*questions, *things] if is_first else [*things, *questions]


def _rest(model: Model, day: DayDoc, shown: list[ItemDoc]) -> list[ft.Control]:
    """The rest of the day in order of time; in the evening, what comes tomorrow."""
    items = [keyed(item["id"], ItemCard, model, item) for item in other_items(day, shown)]
    next_day = tomorrow(model)
    return [
        heading(model.say("ui.today.rest_of_day"), 2),
        *(items or [body(model.say("ui.today.nothing_else"))]),
        *([theme.card(body(next_day))] if next_day else []),
    ]
