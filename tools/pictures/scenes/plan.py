"""The week, a day of it, what moves and what doesn't, and the way ahead."""

import re

from planner.ui import dates
from tools.pictures.runners import TODAY
from tools.pictures.stage import Stage

THURSDAY, SUNDAY = TODAY.replace(day=26), TODAY.replace(day=29)


def weeks(stage: Stage) -> None:
    stage.go("/plan")
    stage.shoot("week")
    stage.go("/plan/2026-W49")
    stage.shoot("next-week")


def last_week(stage: Stage) -> None:
    stage.go("/plan/2026-W47")
    stage.shoot("last-week")


def a_day(stage: Stage) -> None:
    stage.go(f"/plan/{THURSDAY}")
    stage.shoot("day")
    day = dates.weekday(THURSDAY, stage.language)
    stage.tap("ui.busy.cannot", day=day)
    # What begins with a clock is an item of the day.
    stage.tap_named(re.compile(r"\b18:\d\d\b"))
    stage.shoot("day-opened")


def moved(stage: Stage) -> None:
    stage.go("/plan")
    stage.tap_beginning("ui.plan.move_named", title="")
    stage.shoot("move")
    stage.tap_named(dates.day_and_date(SUNDAY, stage.language))
    stage.shoot("moved")


def changed(stage: Stage) -> None:
    stage.go("/plan")
    stage.shoot("changed")
    small = re.escape(stage.say("ui.changes.and_small", n=7)).replace("7", r"\d+")
    if stage.page.get_by_role("button", name=re.compile(small)).count():
        stage.tap_named(re.compile(small))
        stage.shoot("changed-small")


def kept_free(stage: Stage) -> None:
    stage.go(f"/plan/{THURSDAY}")
    stage.tap("ui.busy.cannot", day=dates.weekday(THURSDAY, stage.language))
    stage.choose(stage.say("ui.busy.why.other"))
    stage.shoot("kept-free")
