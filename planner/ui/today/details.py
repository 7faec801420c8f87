"""An item opened: how to do it, why it is there, and a way to leave it out."""

import flet as ft

from planner.journal.vocabulary import SKIP_WHYS
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import fault_line, heading, link, numbered
from planner.words.documents import ItemDoc


@ft.component
def Details(model: Model, item: ItemDoc, ink: ft.ColorValue | None = None, may_skip: bool = True) -> ft.Control:
    is_skipping, set_skipping = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    steps = [numbered(number, step, ink) for number, step in enumerate(item["steps"], 1)]
    lines: list[ft.Control] = []
    if steps:
        lines += [heading(model.say("ui.item.how"), 3, ink), *steps]
    lines += [heading(model.say("ui.item.why"), 3, ink), reasons(model, item["reasons"], ink)]
    if may_skip and not item.get("outcome"):
        lines.append(link(model.say("ui.item.skip"), lambda: set_skipping(not is_skipping), "skip", ink))
    if is_skipping:
        whys = [(why, model.name(f"why.{why}")) for why in SKIP_WHYS]
        lines.append(
            choices(whys, (), lambda why: set_fault(model.skip(item, why) or ""), model.say("ui.item.skip_why"))
        )
    lines.append(fault_line(fault))
    return ft.Column(lines, spacing=theme.GAP_S)
