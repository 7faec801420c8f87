"""Trends, Learn, More, and what the frame shows when something is wrong."""

from planner.assess import REACHES
from planner.protocols import protocols
from planner.ui import dates
from tools.pictures.runners import TODAY
from tools.pictures.stage import Stage

PAGES = (
    "you", "running", "health", "named", "nights", "days", "reminders", "limits", "clearances", "display", "country",
    "report", "sharing", "copies", "privacy", "sources", "about",
)  # fmt: skip


def trends(stage: Stage) -> None:
    for reach in REACHES:
        stage.go(f"/trends/{reach}")
        stage.shoot(reach)


def table(stage: Stage) -> None:
    stage.go("/trends")
    stage.tap("ui.trends.show_table", what=stage.say("ui.trends.pain"))
    stage.shoot("table")
    stage.tap("ui.trends.hide_table", what=stage.say("ui.trends.pain"))
    stage.choose(stage.say("ui.trends.load.unit.minutes"))
    stage.shoot("minutes")


def no_trends(stage: Stage) -> None:
    stage.go("/trends")
    stage.shoot("empty")


def learn(stage: Stage) -> None:
    stage.go("/learn")
    stage.shoot("list")
    for card in protocols().cards:
        stage.go(f"/learn/{card}")
        stage.shoot(card)
    stage.go("/learn/elbow")
    stage.shoot("unknown")


def more(stage: Stage) -> None:
    stage.go("/more")
    stage.shoot("index")
    for page in PAGES:
        stage.go(f"/more/{page}")
        # The list of countries is as long as the world.
        stage.shoot(page)


def more_forms(stage: Stage) -> None:
    stage.go("/more/limits")
    stage.choose(stage.say("ui.more.limit_kind.max_run_min"))
    stage.tap("ui.more.limits.save")
    stage.shoot("limits-missing")
    stage.tap("ui.more.limits.withdraw")
    stage.shoot("limits-withdraw")
    stage.go("/more/named")
    stage.tap("ui.more.add")
    stage.shoot("named-missing")
    stage.go("/more/clearances")
    stage.tap("ui.more.clearances.write")
    stage.shoot("clearances-form")
    stage.go("/more/copies")
    stage.tap("ui.more.copies.make")
    stage.shoot("copies-made")
    stage.tap("ui.more.copies.go_back")
    stage.shoot("copies-sure")
    stage.go("/more/privacy")
    stage.tap("ui.more.privacy.ask")
    stage.tap("ui.more.privacy.do")
    stage.shoot("privacy-sure")
    stage.go("/more/days")
    day = dates.weekday(TODAY, stage.language)
    stage.choose(day[:1].upper() + day[1:])
    stage.shoot("days-saved")


def keys(stage: Stage) -> None:
    stage.go("/")
    stage.tap("ui.keys.title")
    stage.shoot("keys")


def broken(stage: Stage) -> None:
    stage.go("/learn")
    stage.shoot("broken")
