"""Which scenes are played on which runner's app, at which moment, and to which room their pictures belong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.pictures.scenes import clinician, log, plan, rest, screening, session, start, today
from tools.pictures.stage import Stage

Scene = Callable[[Stage], None]
MORNING, EVENING, SUNDAY = "2026-11-24T09:00", "2026-11-24T20:30", "2026-11-29T09:00"


@dataclass(frozen=True)
class Showing:
    """One app and what is played in it, a scene after the other. `as_name`: what a state is called in its pictures."""

    room: str
    runner: str
    scenes: Sequence[Scene]
    moment: str = MORNING
    path: str = "/"
    more: tuple[str, ...] = ()
    only_on: str | None = None


def _state(name: str, room: str = "today") -> Scene:
    def scene(stage: Stage) -> None:
        stage.begin(room)
        stage.shoot(name)

    return scene


def _at(path: str, name: str, room: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.begin(room)
        stage.go(path)
        stage.shoot(name)

    return scene


PROGRAMME = (
    Showing("start", "new", (start.first_start,)),
    Showing("screening", "returning", (screening.a_yes, screening.a_leg)),
    Showing("screening", "returning", (screening.to_the_end,)),
    Showing("today", "returning", (today.morning, today.opened, today.one_tap, today.how_is_it_now)),
    Showing("today", "returning", (today.skipped,)),
    Showing("today", "returning", (_state("evening"),), EVENING),
    Showing("today", "amber", (_state("amber"), _at("/plan", "amber", "plan"))),
    Showing("today", "red", (_state("red"), _at("/plan", "red", "plan"))),
    Showing("today", "flagged", (_state("flag"), _at("/plan", "flag", "plan"), _at("/trends", "flag", "trends"))),
    Showing("today", "after", (_state("after"),)),
    Showing("today", "done", (_state("done"),), EVENING),
    Showing("today", "blank", (_state("empty"), _at("/plan", "empty", "plan"))),
    Showing("log", "blank", (log.empty_journal, _at("/trends", "empty", "trends"))),
    Showing("today", "holiday", (_state("holiday"), _at("/plan", "holiday", "plan"))),
    Showing("today", "ill", (_state("ill"),)),
    Showing("today", "put_aside", (_state("put-aside"),)),
    Showing("plan", "fit", (_state("goal"), plan.weeks, _at("/trends", "goal", "trends"))),
    Showing("session", "returning", (session.a_run, session.legs_up)),
    Showing("session", "returning", (session.a_shower, session.a_walk, session.a_list), SUNDAY),
    Showing("log", "full", (log.pain,), only_on="phone"),
    Showing("log", "full", (log.pain_on_a_desktop,), only_on="desktop"),
    Showing("log", "full", (log.run, log.kept, log.files, log.sleep, log.drink)),
    Showing("log", "full", (log.others, log.journal)),
    Showing("log", "miles", (_at("/log/run", "run-miles", "log"), _at("/log/drink", "drink-ounces", "log"))),
    Showing("plan", "returning", (plan.weeks, plan.a_day, plan.moved, plan.changed)),
    Showing("plan", "returning", (plan.kept_free,)),
    Showing("plan", "seen", (plan.last_week,)),
    Showing("trends", "full", (rest.trends, rest.table)),
    Showing("trends", "miles", (_at("/trends/all", "miles", "trends"), _at("/", "miles", "today"))),
    Showing("learn", "full", (rest.learn,)),
    Showing("more", "full", (rest.more, rest.more_forms)),
    Showing("more", "miles", (_at("/more/you", "you-miles", "more"), _at("/more/display", "display-miles", "more"))),
    Showing("clinician", "new", (clinician.reads_and_replies,)),
    Showing("more", "full", (clinician.reply_came,)),
    Showing("shell", "returning", (rest.keys,), only_on="desktop"),
    Showing("shell", "returning", (rest.broken,), more=("--broken",)),
)
