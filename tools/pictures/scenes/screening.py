"""The questions that look for red flags, and what a yes leads to."""

from tools.pictures.stage import Stage


def a_yes(stage: Stage) -> None:
    stage.go("/screening")
    stage.shoot("glance")
    stage.tap("ui.screening.one_by_one")
    stage.shoot("question")
    stage.tap("ui.screening.yes")
    stage.shoot("which")
    stage.tap("ui.start.next")
    stage.shoot("which-missing")
    stage.choose(stage.name("sign.breathless"))
    stage.tap("ui.start.next")
    stage.shoot("leg")
    stage.tap("ui.screening.leg.swollen")
    stage.sees(stage.say("ui.screening.act"))
    stage.shoot("emergency")
    for place, path in (("today", "/"), ("log", "/log"), ("plan", "/plan")):
        stage.go(path)
        stage.shoot(f"emergency-{place}")
    stage.go("/screening")
    stage.tap("ui.screening.mistake")
    stage.shoot("mistake")
    stage.tap("ui.screening.mistake.sure")


def a_leg(stage: Stage) -> None:
    for _ in range(2):
        stage.tap("ui.screening.no")
    stage.tap("ui.screening.yes")
    stage.shoot("which-leg")
    stage.choose(stage.name("sign.one_leg_swollen"))
    stage.tap("ui.start.next")
    stage.shoot("where")
    stage.tap("ui.area.shin")
    stage.tap_named(stage.name("site.calf"))
    stage.tap_named(stage.name("side.left"))
    stage.sees(stage.say("ui.screening.act"))
    stage.shoot("same-day")
    stage.go("/")
    stage.shoot("still-open")


def to_the_end(stage: Stage) -> None:
    stage.go("/screening")
    stage.tap("ui.screening.no_to_all", n=8)
    stage.shoot("thanks")
