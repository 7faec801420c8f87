"""When the runner sleeps, and how mornings usually are where it hurts."""

from collections.abc import Callable
from datetime import time

import flet as ft

from planner.journal.vocabulary import TOP_SCORE
from planner.ui import theme
from planner.ui.log.hours import Hour, clock, clock_of
from planner.ui.model import Model
from planner.ui.more.fields import asked
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import fault_line, heading, link, small

TIMES = {"bedtime": time(22, 30), "wake": time(6, 30)}
KEY = "usual_morning"


@ft.component
def Nights(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    runner = model.desk.runner()
    kept = runner.get(KEY)
    usual = {str(site): int(score) for site, score in kept.items()} if isinstance(kept, dict) else {}

    def put(changes: dict[str, object]) -> None:
        set_fault(change(model, changes))

    def score(site: str, given: int | None) -> None:
        new = {
            **{key: value for key, value in usual.items() if key != site},
            **({} if given is None else {site: given}),
        }
        put({KEY: new or None})

    sites = list(dict.fromkeys([*usual, *model.desk.sites()]))
    hours = [_hour(model, key, runner.get(key), shown, put) for key, shown in TIMES.items()]
    content: list[ft.Control] = [
        fault_line(fault),
        *hours,
        heading(model.say("ui.more.nights.mornings"), 2),
        small(model.say("ui.more.nights.mornings.why") if sites else model.say("ui.more.nights.no_sites")),
        *[_morning(model, site, usual.get(site), score) for site in sites],
    ]
    return page_of(model, "nights", content)


def _hour(model: Model, key: str, kept: object, shown: time, put: Callable[[dict[str, object]], None]) -> ft.Control:
    name = model.say(f"ui.more.nights.{key}")
    lines = [keyed(key, Hour, model, name, clock_of(str(kept or "")), lambda at: put({key: clock(at)}), shown)]
    if kept:
        lines.append(link(model.say("ui.more.no_time", what=name), lambda: put({key: None}), f"clear_{key}"))
    return ft.Row(lines, wrap=True, vertical_alignment=ft.CrossAxisAlignment.END)


def _morning(model: Model, site: str, known: int | None, put: Callable[[str, int | None], None]) -> ft.Control:
    options = [
        (str(score), model.say("ui.more.nights.score", score=score, words=model.say(f"ui.pain.{score}")))
        for score in range(TOP_SCORE + 1)
    ]
    chosen = set[str]() if known is None else {str(known)}

    def choose(score: str) -> None:
        put(site, None if score in chosen else int(score))

    return theme.card(asked(model.name(f"site.{site}"), options, chosen, choose))
