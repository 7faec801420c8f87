"""Today in its states, an item opened, and what is answered without leaving it."""

from tools.pictures.runners import TODAY
from tools.pictures.stage import Stage

LEGS_UP_MIN = 12


def as_it_is(stage: Stage) -> None:
    stage.shoot("today")


def morning(stage: Stage) -> None:
    stage.shoot("check-in")
    stage.score(1)
    stage.shoot("check-in-scored")
    stage.tap("ui.check_in.save")
    stage.shoot("check-in-saved")


def opened(stage: Stage) -> None:
    stage.tap("ui.item.steps")
    stage.shoot("steps")
    stage.tap("ui.move.ask")
    stage.shoot("move")
    stage.tap("ui.move.ask")
    stage.tap("ui.item.skip")
    stage.shoot("skip")
    stage.tap("ui.item.hide")
    stage.tap_beginning("title.leg_elevation", minutes=LEGS_UP_MIN)
    stage.shoot("item-opened")
    stage.tap_beginning("title.leg_elevation", minutes=LEGS_UP_MIN)


def one_tap(stage: Stage) -> None:
    stage.tap("ui.quick.water", amount=stage.glass)
    stage.shoot("drunk")
    stage.tap("ui.saved.undo")
    stage.shoot("taken-back")


def how_is_it_now(stage: Stage) -> None:
    stage.tap("ui.now.ask")
    stage.shoot("now")
    stage.score(3)
    stage.shoot("eased")


def skipped(stage: Stage) -> None:
    stage.tap("ui.item.steps")
    stage.tap("ui.item.skip")
    stage.choose(stage.name("why.pain"))
    stage.shoot("skipped")


def of_today(item: str) -> str:
    """The address of a session of that day."""
    return f"/session/{TODAY.isoformat()}~{item}"
