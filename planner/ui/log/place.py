"""Where it hurts: the area, the place in it, the side."""

import flet as ft

from planner.journal.vocabulary import SIDES
from planner.ui import theme
from planner.ui.log.areas import AREAS, area_of
from planner.ui.log.drafts import PainDraft, SessionDraft
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import heading


def place(model: Model, draft: PainDraft | SessionDraft) -> ft.Column:
    area = draft.area or area_of(draft.site)

    def choose_area(chosen: str) -> None:
        only = AREAS[chosen][0] if len(AREAS[chosen]) == 1 else None
        draft.area, draft.site = chosen, only
        model.notify()

    def choose_site(chosen: str) -> None:
        draft.site = chosen
        model.notify()

    def choose_side(chosen: str) -> None:
        draft.side = chosen
        model.notify()

    where = model.say("ui.pain_form.where")
    areas = [(each, model.say(f"ui.area.{each}")) for each in AREAS]
    lines: list[ft.Control] = [heading(where, 3), choices(areas, {area} if area else (), choose_area, where)]
    if area and len(AREAS[area]) > 1:
        sites = [(site, model.name(f"site.{site}")) for site in AREAS[area]]
        exactly = model.say("ui.pain_form.exactly")
        lines += [heading(exactly, 3), choices(sites, {draft.site} if draft.site else (), choose_site, exactly)]
    sides = [(side, model.name(f"side.{side}")) for side in SIDES]
    side_words = model.say("ui.pain_form.side")
    lines += [heading(side_words, 3), choices(sides, {draft.side} if draft.side else (), choose_side, side_words)]
    return ft.Column(lines, spacing=theme.GAP_S)
