"""Writing down what a clinician said about a warning."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from planner.journal.vocabulary import CLEARANCE_OUTCOMES, CLINICIANS, FLAGS, SIDES, SITES
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.fields import asked, day, turned
from planner.ui.more.frame import actions
from planner.ui.more.saving import keep, told
from planner.ui.parts.text import fault_line, link, small


@dataclass(frozen=True)
class Draft:
    flags: tuple[str, ...] = ()
    by: str = ""
    outcome: str = ""
    site: str = ""
    side: str = ""
    on: str = ""
    shows_all: bool = False


@ft.component
def ClearanceForm(model: Model) -> ft.Control:
    came_from = ft.use_route_params().get("about")
    rule = protocols().flags.rule
    open_ones = [flag["id"] for flag in model.plan["assessment"]["flags"] if rule(flag["id"]).may_be_cleared]
    chosen = open_ones if len(open_ones) == 1 else [each for each in open_ones if each == came_from]
    draft, set_draft = ft.use_state(Draft(flags=tuple(chosen)))
    fault, set_fault = ft.use_state("")

    def save() -> None:
        if not (draft.flags and draft.by and draft.outcome):
            set_fault(model.say("ui.more.clearances.missing"))
            return
        set_fault(keep(model, lambda: _log(model, draft), lambda: _said(model, draft.flags)))

    if not open_ones and not draft.shows_all:
        show = partial(set_draft, replace(draft, shows_all=True))
        return ft.Row([ft.OutlinedButton(model.say("ui.more.clearances.write"), key="write", on_click=show)], wrap=True)
    shown = open_ones if not draft.shows_all else [each for each in FLAGS if rule(each).may_be_cleared]
    flags = [(each, model.name(f"flag.{each}")) for each in shown]
    whom = [(each, model.name(f"see.{each}")) for each in CLINICIANS]
    outcomes = [(each, model.say(f"ui.more.clearances.{each}")) for each in CLEARANCE_OUTCOMES]
    lines: list[ft.Control] = [
        asked(
            model.say("ui.more.clearances.what"),
            flags,
            draft.flags,
            lambda one: set_draft(replace(draft, flags=tuple(turned(draft.flags, one, FLAGS)))),
        ),
        *_needs(model, draft.flags),
    ]
    if not draft.shows_all:
        more = link(model.say("ui.more.clearances.other"), lambda: set_draft(replace(draft, shows_all=True)), "other")
        lines.append(ft.Row([more], wrap=True))
    elif set(draft.flags) - set(open_ones):
        lines += _place(model, draft, set_draft)
    lines += [
        asked(model.say("ui.more.by"), whom, {draft.by}, lambda one: set_draft(replace(draft, by=one))),
        asked(
            model.say("ui.more.clearances.outcome"),
            outcomes,
            {draft.outcome},
            lambda one: set_draft(replace(draft, outcome=one)),
        ),
        day(
            model,
            model.say("ui.more.clearances.on"),
            draft.on,
            lambda on: set_draft(replace(draft, on=on or "")),
            never=model.say("ui.more.today"),
        ),
        fault_line(fault),
        actions(
            [ft.FilledButton(model.say("ui.more.clearances.save"), key="save", icon=ft.Icons.CHECK, on_click=save)]
        ),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _place(model: Model, draft: Draft, put: Callable[[Draft], None]) -> list[ft.Control]:
    sites = [(each, model.name(f"site.{each}")) for each in SITES]
    sides = [(each, model.name(f"side.{each}")) for each in SIDES]

    def turn(known: str, one: str) -> str:
        # A second tap takes it back.
        return "" if known == one else one

    return [
        asked(
            model.say("ui.more.clearances.site"),
            sites,
            {draft.site},
            lambda one: put(replace(draft, site=turn(draft.site, one))),
        ),
        asked(
            model.say("ui.more.side"), sides, {draft.side}, lambda one: put(replace(draft, side=turn(draft.side, one)))
        ),
    ]


def _needs(model: Model, flags: tuple[str, ...]) -> list[ft.Control]:
    """Whose word each of them needs."""
    lines: list[ft.Control] = []
    for flag in flags:
        who = model.say(f"see.{protocols().flags.rule(flag).ended_by}")
        lines.append(small(model.say("ui.more.clearances.needs", what=model.name(f"flag.{flag}"), who=who)))
    return lines


def _log(model: Model, draft: Draft) -> tuple[str, ...]:
    """One entry for each place: a warning that stands has its own, for another it was chosen."""
    places = {flag["id"]: (flag["site"] or "", flag["side"]) for flag in model.plan["assessment"]["flags"]}
    by_place: dict[tuple[str, str], list[str]] = {}
    for flag in draft.flags:
        by_place.setdefault(places.get(flag, (draft.site, draft.side)), []).append(flag)
    said = {"kind": "clearance", "by": draft.by, "outcome": draft.outcome}
    return tuple(
        model.desk.log({**said, **told(site=site, side=side if site else "", on=draft.on), "clears": clears})
        for (site, side), clears in by_place.items()
    )


def _said(model: Model, flags: tuple[str, ...]) -> str:
    """That it is saved; and which warnings stay, since they need another's word."""
    left = [flag["title"] for flag in model.plan["assessment"]["flags"] if flag["id"] in flags]
    if not left:
        return model.say("ui.more.clearances.saved")
    return model.say("ui.more.clearances.stays", what=model.desk.voice.listed(left))
