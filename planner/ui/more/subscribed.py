"""The address that a calendar on the network asks again and again: made, shown, replaced or withdrawn by the runner."""

from collections.abc import Callable

import flet as ft

from planner.ui import lan, theme
from planner.ui.model import Model
from planner.ui.more.frame import actions
from planner.ui.parts.text import body, fault_line, heading, link, small
from planner.ui.subscription import address, renew, withdraw

QR_SIDE = 240


@ft.component
def Subscribed(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")

    def do(action: Callable[[], None], said: str) -> Callable[[], None]:
        return lambda: set_fault(model.write(action, lambda: model.say(said)) or "")

    def new() -> None:
        renew(model.preferences)

    def end() -> None:
        withdraw(model.preferences)

    lines: list[ft.Control] = [heading(model.say("ui.more.sharing.subscription"), 2)]
    if model.served_at is None:
        lines.append(small(model.say("ui.more.sharing.subscription.alone")))
        return theme.card(ft.Column(lines, spacing=theme.GAP_S))
    lines.append(small(model.say("ui.more.sharing.subscription.about")))
    made = address(model.preferences, model.served_at)
    if made is None:
        words, said = model.say("ui.more.sharing.subscription.make"), "ui.more.sharing.subscription.made"
        button = ft.FilledTonalButton(words, icon=ft.Icons.LINK, key="make_address", on_click=do(new, said))
        return theme.card(ft.Column([*lines, actions([button]), fault_line(fault)], spacing=theme.GAP_S))
    lines += _shown(model, made)
    again = link(
        model.say("ui.more.sharing.subscription.new"), do(new, "ui.more.sharing.subscription.renewed"), "new_address"
    )
    over = link(
        model.say("ui.more.sharing.subscription.end"), do(end, "ui.more.sharing.subscription.ended"), "end_address"
    )
    copy = ft.OutlinedButton(
        model.say("ui.more.sharing.subscription.copy"),
        icon=ft.Icons.CONTENT_COPY,
        key="copy_address",
        action=ft.CopyToClipboard(made),
    )
    here = ft.FilledTonalButton(
        model.say("ui.more.sharing.subscription.here"),
        icon=ft.Icons.EVENT_AVAILABLE,
        key="subscribe",
        url=_subscribing(made),
    )
    return theme.card(ft.Column([*lines, actions([here, copy, again, over]), fault_line(fault)], spacing=theme.GAP_S))


def _subscribing(made: str) -> str:
    """The address in the scheme at which a device asks at once whether to subscribe."""
    return made.replace("http://", "webcal://", 1)


def _shown(model: Model, made: str) -> list[ft.Control]:
    picture = lan.qr_picture(_subscribing(made))
    return [
        # Text to mark would be a field without a name to a screen reader.
        body(made),
        ft.Image(
            src=picture,
            width=QR_SIDE,
            height=QR_SIDE,
            semantics_label=model.say("ui.more.sharing.subscription.qr"),
            key="address_qr",
        ),
        body(model.say("ui.more.sharing.subscription.mind")),
    ]
