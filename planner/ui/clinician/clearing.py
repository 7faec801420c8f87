"""Warning signs that were looked at: ruled out, or no reason to wait any longer."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from planner.journal.vocabulary import CLEARANCE_OUTCOMES, FLAGS, SIDES, SITES
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.clinician.clearance_words import cleared_words
from planner.ui.clinician.draft import Cleared
from planner.ui.clinician.visit import Visit
from planner.ui.model import Model
from planner.ui.more.fields import asked, turned
from planner.ui.more.frame import actions
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, link, small

Every = tuple[Cleared, ...]


@ft.component
def Clearing(model: Model, visit: Visit, known: Every, put: Callable[[Every], None]) -> ft.Control:
    lines: list[ft.Control] = [
        _one(model, one, lambda n=n: put((*known[:n], *known[n + 1 :])), n) for n, one in enumerate(known)
    ]
    lines.append(keyed(f"clearing-{len(known)}", Adding, model, visit, lambda more: put((*known, *more))))
    return ft.Column(lines, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def Adding(model: Model, visit: Visit, add: Callable[[Every], None]) -> ft.Control:
    """The warnings of the file come with their place; another one is asked where it is."""
    draft, set_draft = ft.use_state(Cleared())
    shows_all, show_all = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    rule = protocols().flags.rule
    places = {flag["id"]: (flag["site"] or "", flag["side"]) for flag in visit.story.flags} if visit.story else {}
    shown = [each for each in FLAGS if rule(each).may_be_cleared and (shows_all or each in places)]

    def turn(one: str) -> None:
        set_draft(replace(draft, flags=tuple(turned(draft.flags, one, FLAGS))))

    def done() -> None:
        if not (draft.flags and draft.outcome):
            set_fault(model.say("ui.clinician.clearance.missing"))
            return
        by_place: dict[tuple[str, str], list[str]] = {}
        for flag in draft.flags:
            by_place.setdefault(places.get(flag, (draft.site, draft.side)), []).append(flag)
        add(tuple(Cleared(tuple(flags), *place, draft.outcome) for place, flags in by_place.items()))

    flags = [(each, model.name(f"flag.{each}")) for each in shown]
    outcomes = [(each, model.say(f"ui.more.clearances.{each}")) for each in CLEARANCE_OUTCOMES]
    lines: list[ft.Control] = []
    if flags:
        lines.append(asked(model.say("ui.clinician.clearance.what"), flags, draft.flags, turn))
    else:
        lines.append(small(model.say("ui.clinician.clearance.none")))
    if not shows_all:
        other = link(model.say("ui.clinician.clearance.other"), lambda: show_all(True), "other_clearance")
        lines.append(ft.Row([other], wrap=True))
    if set(draft.flags) - set(places):
        lines += _place(model, draft, set_draft)
    if draft.flags:
        lines += [
            asked(
                model.say("ui.clinician.clearance.outcome"),
                outcomes,
                {draft.outcome},
                lambda one: set_draft(replace(draft, outcome=one)),
            ),
            fault_line(fault),
            actions(
                [
                    ft.OutlinedButton(
                        model.say("ui.clinician.clearance.add"), key="add_clearance", icon=ft.Icons.ADD, on_click=done
                    )
                ]
            ),
        ]
    return ft.Column(lines, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _place(model: Model, draft: Cleared, put: Callable[[Cleared], None]) -> list[ft.Control]:
    sites = [(each, model.name(f"site.{each}")) for each in SITES]
    sides = [(each, model.name(f"side.{each}")) for each in SIDES]
    return [
        asked(
            model.say("ui.clinician.clearance.site"),
            sites,
            {draft.site},
            lambda one: put(replace(draft, site="" if draft.site == one else one)),
        ),
        asked(
            model.say("ui.more.side"),
            sides,
            {draft.side},
            lambda one: put(replace(draft, side="" if draft.side == one else one)),
        ),
    ]


def _one(model: Model, one: Cleared, remove: Callable[[], object], place: int) -> ft.Control:
    words = cleared_words(model, {"clears": one.flags, "site": one.site, "side": one.side, "outcome": one.outcome})
    away = link(model.say("ui.clinician.remove", what=words), remove, f"remove_clearance_{place}")
    return theme.card(ft.Column([body(words), ft.Row([away], wrap=True)], spacing=0))
