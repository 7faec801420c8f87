"""A file handed to one person on the local network: its address, a QR code, and the code that works once."""

from collections.abc import Callable, Mapping

import flet as ft

from planner.desk import StoreFault
from planner.journal import Faults
from planner.share.faults import ShareFault
from planner.ui import lan, theme
from planner.ui.handing import Offer, address
from planner.ui.model import Model
from planner.ui.more.frame import actions
from planner.ui.more.subscribed import QR_SIDE
from planner.ui.parts.text import body, fault_line, heading, link, small

Made = tuple[str, Callable[[], bytes]]


@ft.component
def Handed(model: Model, files: Mapping[str, Made]) -> ft.Control:
    """`files`: for each that may be handed over (`report`, `whole`) its name and what makes it."""
    fault, set_fault = ft.use_state("")
    _, draw = ft.use_state(0)

    def give(name: str, make: Callable[[], bytes]) -> None:
        set_fault("")
        try:
            offer = model.handover.offer(name, make())
        except ShareFault as wrong:
            set_fault(model.say(wrong.key, **wrong.params))
        except (Faults, StoreFault, OSError) as error:
            set_fault(model.fault(error))
        else:
            draw(hash(offer.token))

    def take_back() -> None:
        model.handover.take_back()
        draw(0)

    lines: list[ft.Control] = [heading(model.say("ui.more.handed"), 2)]
    if model.served_at is None:
        return theme.card(ft.Column([*lines, small(model.say("ui.more.handed.alone"))], spacing=theme.GAP_S))
    offer = model.handover.now()
    lines.append(small(model.say("ui.more.handed.about")))
    if offer is not None:
        lines += _shown(model, model.served_at, offer)
        lines.append(actions([link(model.say("ui.more.handed.end"), take_back, "take_back")]))
    buttons: list[ft.Control] = [
        ft.FilledTonalButton(
            model.say(f"ui.more.handed.{what}"),
            icon=ft.Icons.WIFI,
            key=f"hand_{what}",
            on_click=lambda _, name=name, make=make: give(name, make),
        )
        for what, (name, make) in files.items()
    ]
    return theme.card(ft.Column([*lines, actions(buttons), fault_line(fault)], spacing=theme.GAP_S))


def _shown(model: Model, served_at: str, offer: Offer) -> list[ft.Control]:
    link_ = address(served_at, offer)
    code = f"{offer.code[:3]} {offer.code[3:]}"
    return [
        body(model.say("ui.more.handed.name", name=offer.name)),
        body(link_),
        ft.Image(
            src=lan.qr_picture(link_),
            width=QR_SIDE,
            height=QR_SIDE,
            semantics_label=model.say("ui.more.handed.qr"),
            key="handed_qr",
        ),
        body(model.say("ui.more.handed.code", code=code, time=f"{offer.until:%H:%M}")),
    ]
