"""Today: what to do now, and why."""

import flet as ft

from planner.ui import dates
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import body, fault_line, heading, screen, small
from planner.ui.today.changed import changed_card
from planner.ui.today.flags import flag_banner
from planner.ui.today.item import ItemCard
from planner.ui.today.main_thing import MainThing
from planner.ui.today.now import main_item, other_items, why_no_run
from planner.ui.today.quick_log import QuickLog
from planner.ui.today.standing import standing


@ft.component
def TodayScreen(model: Model) -> ft.Control:
    day = model.day_of_today()
    main = main_item(day)
    flags = model.plan["assessment"]["flags"]
    top = ft.Column(
        [small(dates.day_and_date(model.today, model.language)), heading(model.say("ui.today.title"), 1)], spacing=0
    )
    why_not = why_no_run(model.plan, day) if not flags else None
    others = other_items(day)
    asked = [
        item for item in others if item["kind"] == "check_in" and not item.get("outcome") and model.questions(item)
    ]
    # What was just run comes before the usual question of the morning.
    asked.sort(key=lambda item: item["dose"].get("about") is None)
    rest = [keyed(item["id"], ItemCard, model, item) for item in others if item not in asked]
    content: list[ft.Control] = [
        top,
        fault_line(model.store_notice or ""),
        *[flag_banner(model, flag) for flag in flags],
        JustHappened(model),
        standing(model),
    ]
    if main:
        content.append(keyed(main["id"], MainThing, model, main, why_not["text"] if why_not else None))
    content += [
        *[keyed(item["id"], ItemCard, model, item) for item in asked],
        *changed_card(model),
        QuickLog(model),
        *([] if model.has_logged else [small(model.say("ui.today.nothing_logged"))]),
        heading(model.say("ui.today.rest_of_day"), 2),
        *(rest or [body(model.say("ui.today.nothing_else"))]),
    ]
    return screen(content, "today")
