"""A guided session from its first to its last screen: by intervals, by the clock, and as a list."""

import re

from tools.pictures.scenes.today import of_today
from tools.pictures.stage import Stage

SUNDAY = "/session/2026-11-29~"


def a_run(stage: Stage) -> None:
    stage.tap("ui.item.start")
    stage.shoot("before")
    stage.tap("ui.session.start_warm")
    stage.shoot("run")
    stage.tap("ui.session.skip")
    stage.shoot("walk")
    stage.tap("ui.session.pause")
    stage.shoot("paused")
    stage.tap("ui.session.hurts")
    stage.shoot("hurts")
    stage.tap("ui.session.carry_on")
    stage.go(of_today("leg_elevation~1"))
    stage.shoot("another")
    stage.go("/")
    stage.shoot("under-way")
    stage.tap("ui.item.go_on")
    stage.tap("ui.session.finish")
    stage.shoot("cool-down")
    stage.tap("ui.session.cooled")
    stage.shoot("asked")
    stage.score(2)
    stage.shoot("asked-scored")
    stage.tap("ui.session.save")
    stage.shoot("saved")


def legs_up(stage: Stage) -> None:
    stage.go(of_today("leg_elevation~1"))
    stage.shoot("still-before")
    stage.tap("ui.session.start")
    stage.shoot("still")
    stage.tap("ui.session.finish")
    stage.shoot("over")
    stage.tap("ui.session.all_done")
    stage.go(of_today("leg_elevation~1"))
    stage.shoot("gone")


def a_shower(stage: Stage) -> None:
    stage.go(f"{SUNDAY}contrast_shower~1")
    stage.shoot("shower-before")
    stage.tap("ui.session.start")
    stage.shoot("shower-warm")
    stage.tap("ui.session.skip")
    stage.shoot("shower-cool")
    stage.tap("ui.session.finish")
    stage.tap("ui.session.all_done")


def a_list(stage: Stage) -> None:
    stage.go(f"{SUNDAY}strength~1")
    stage.page.get_by_role("checkbox", name=re.compile(".")).first.dispatch_event("click")
    stage.rest()
    stage.shoot("list")


def a_walk(stage: Stage) -> None:
    stage.go(f"{SUNDAY}walk~1")
    stage.shoot("walk-before")
    stage.tap("ui.session.start")
    stage.tap("ui.session.finish")
    stage.shoot("walk-asked")
    stage.tap("ui.check_in.no_pain")
    stage.shoot("walk-saved")
