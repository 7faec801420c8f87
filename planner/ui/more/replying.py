"""A clinician's reply comes back: what it would change is read first, then it is applied in one tap, and undone in one."""

from dataclasses import dataclass

import flet as ft

from planner.intake import IntakeFault
from planner.intake.reply import reply_from
from planner.journal import Faults, Reply
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import actions
from planner.ui.more.picking import Picked, unreadable
from planner.ui.more.saving import Done, keep
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, heading, link, small, with_icon
from planner.words import reply_head, say_difference


@dataclass(frozen=True)
class Read:
    """A file that was picked: the reply in it, or the sentence that says why there is none."""

    reply: Reply | None = None
    fault: str = ""


@ft.component
def Replied(model: Model) -> ft.Control:
    page = ft.context.page
    picked, _ = ft.use_state(lambda: Picked(model, page))
    read = _read(model, picked) if picked.data else Read()
    words = model.say("ui.more.reply.pick")
    lines: list[ft.Control] = [
        heading(model.say("ui.more.reply"), 2),
        small(model.say("ui.more.reply.about")),
        actions(
            [
                ft.FilledTonalButton(
                    words, key="pick_reply", icon=ft.Icons.MARK_EMAIL_READ_OUTLINED, action=ft.PickFiles(picked.picker)
                )
            ]
        ),
        fault_line(picked.fault or read.fault),
    ]
    if read.reply:
        lines.append(keyed(f"difference-{id(picked.data)}", Changes, model, read.reply, picked))
    return theme.card(ft.Column(lines, spacing=theme.GAP_S))


@ft.component
def Changes(model: Model, reply: Reply, picked: Picked) -> ft.Control:
    """What was and what will be, who signed it, and the two ways on."""
    fault, set_fault = ft.use_state("")
    ink = theme.STRONG[1]

    def apply() -> None:
        def do() -> Done:
            return model.desk.apply_reply(reply).ids

        wrong = keep(model, do, lambda: model.say("ui.more.reply.applied", name=reply.name))
        set_fault(wrong)
        if not wrong:
            picked.forget()

    said = [say_difference(one.kind, one.before, one.after, model.desk.voice) for one in model.desk.difference(reply)]
    told = ft.Column([with_icon(ft.Icons.CHEVRON_RIGHT, body(one, ink), ink) for one in said], spacing=theme.GAP_XS)
    lines: list[ft.Control] = [
        heading(reply_head(reply, model.desk.voice), 3, ink),
        told,
        fault_line(fault),
        actions(
            [
                ft.FilledButton(
                    model.say("ui.more.reply.apply"), key="apply_reply", icon=ft.Icons.CHECK, on_click=apply
                ),
                link(model.say("ui.more.reply.not_now"), picked.forget, "not_now", ink),
            ]
        ),
    ]
    shown = theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.STRONG)
    return ft.Semantics(content=shown, live_region=True, container=True)


def _read(model: Model, picked: Picked) -> Read:
    try:
        return Read(model.desk.reply_of(reply_from(picked.data)))
    except IntakeFault as wrong:
        return Read(fault=unreadable(model, picked.name, wrong))
    except Faults as faults:
        return Read(fault=model.fault(faults))
