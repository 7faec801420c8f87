"""The first start as a whole, and one of its questions alone when it was left for later."""

from collections.abc import Callable

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.screening.answers import answers, is_finished
from planner.ui.screening.form import Questions
from planner.ui.start import progress
from planner.ui.start.about import Adult, Birth, Experience, Sex, UsualWeek
from planner.ui.start.days import Days, Minutes
from planner.ui.start.health import Health
from planner.ui.start.hurts import Hurts
from planner.ui.start.notice import Notice
from planner.ui.start.page import Way
from planner.ui.start.ready import Ready
from planner.ui.start.told import Told
from planner.ui.start.where import Country, Language

PAGES: dict[str, Callable[..., ft.Control]] = {
    "language": Language, "notice": Notice, "country": Country, "birth": Birth, "adult": Adult, "sex": Sex,
    "experience": Experience, "week": UsualWeek, "health": Health, "days": Days, "minutes": Minutes, "hurts": Hurts,
    "told": Told, "questions": Questions, "ready": Ready,
}  # fmt: skip
# Not knowing these is safe: the plan is the careful one, or the usual one for everybody.
MAY_WAIT = frozenset({"country", "sex", "week", "days", "minutes"})


@ft.component
def Start(model: Model) -> ft.Control:
    """Shown in place of everything else until the last question is answered."""
    at = progress.step(model)
    if at == "questions" and is_finished(model) and not answers(model).shows:
        at = "ready"
    return ft.SafeArea(keyed(at, PAGES[at], model, _way(model, at)), expand=True)


@ft.component
def StartScreen(model: Model) -> ft.Control:
    """One question of the first start, by its name in the address."""
    page = ft.context.page
    asked = ft.use_route_params().get("step") or ""
    at = asked if asked in MAY_WAIT else next(iter(progress.later(model)), "country")

    def leave() -> None:
        model.look()
        page.navigate("/")

    def on() -> None:
        progress.answered(model, at)
        leave()

    return keyed(at, PAGES[at], model, Way(on, leave))


def _way(model: Model, at: str) -> Way:
    # What was planned isn't asked again: from here it leads on.
    back = progress.before(model, at) if at != "ready" else None

    def on() -> None:
        progress.answered(model, at)
        progress.go(model, progress.following(model, at))
        if at == "ready":
            model.look()

    def leave() -> None:
        progress.put_later(model, at)
        progress.go(model, progress.following(model, at))

    asked = [each for each in progress.steps(model) if each not in {"language", "notice"}]
    return Way(
        on,
        (lambda: progress.go(model, back)) if back else None,
        leave if at in MAY_WAIT else None,
        (asked.index(at) + 1, len(asked)) if at in asked else None,
    )
