"""Copies of the whole journal, and going back to one."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import flet as ft
from babel.numbers import format_decimal

from planner.desk import Copy, StoreFault
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import actions, page_of
from planner.ui.more.picking import Picked
from planner.ui.more.saving import Done, keep
from planner.ui.more.saying import moment
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, heading, link, small, with_icon

KIB = 1024


@ft.component
def Copies(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    picked, _ = ft.use_state(lambda: Picked(model, page))

    def make() -> None:
        made: list[Path] = []

        def do() -> Done:
            made.append(model.desk.back_up())
            return ()

        set_fault(keep(model, do, lambda: model.say("ui.more.copies.made", name=made[0].name)))

    def back_to_picked() -> str:
        wrong = keep(
            model, lambda: _restore_bytes(model, picked.name, picked.data), lambda: model.say("ui.more.copies.back")
        )
        if not wrong:
            picked.forget()
        return wrong

    known = model.desk.copies()
    cards = [keyed(each.path.name, OneCopy, model, each) for each in known]
    content: list[ft.Control] = [
        actions(
            [ft.FilledButton(model.say("ui.more.copies.make"), key="make", icon=ft.Icons.SAVE_OUTLINED, on_click=make)]
        ),
        fault_line(fault),
        small(model.say("ui.more.copies.where", folder=str(model.desk.folder))),
        heading(model.say("ui.more.copies.known"), 2),
        *(cards or [body(model.say("ui.more.copies.none"))]),
        heading(model.say("ui.more.copies.other"), 2),
        small(model.say("ui.more.copies.other.about")),
        actions([_pick(model, picked)]),
        fault_line(picked.fault),
    ]
    if picked.data:
        content.append(keyed("sure-picked", Sure, model, back_to_picked, picked.forget))
    return page_of(model, "copies", content)


def _pick(model: Model, picked: Picked) -> ft.Control:
    words, opens = model.say("ui.more.copies.pick"), ft.PickFiles(picked.picker)
    return ft.OutlinedButton(words, key="pick", icon=ft.Icons.FOLDER_OPEN, action=opens)


@ft.component
def OneCopy(model: Model, copy: Copy) -> ft.Control:
    asks, set_asks = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    when = moment(copy.at, model.language)

    def back() -> str:
        wrong = keep(model, lambda: _restore(model, copy.path), lambda: model.say("ui.more.copies.back"))
        if not wrong:
            set_asks(False)
        return wrong

    async def save() -> None:
        try:
            await ft.FilePicker().save_file(file_name=copy.path.name, src_bytes=copy.path.read_bytes())
        except (OSError, RuntimeError, TimeoutError) as error:
            set_fault(model.say("ui.more.sharing.failed", what=str(error) or type(error).__name__))

    lines: list[ft.Control] = [heading(when, 3), small(_size(model, copy.size))]
    if asks:
        lines.append(Sure(model, back, lambda: set_asks(False)))
    else:
        to = model.say("ui.more.copies.go_back")
        lines.append(
            actions(
                [
                    link(to, lambda: set_asks(True), "go_back"),
                    link(model.say("ui.more.copies.save"), save, "save"),
                ]
            )
        )
    lines.append(fault_line(fault))
    return theme.card(ft.Column(lines, spacing=theme.GAP_XS))


@ft.component
def Sure(model: Model, act: Callable[[], str], leave: Callable[[], None]) -> ft.Control:
    """Asks once more before going back."""
    fault, set_fault = ft.use_state("")
    ink = theme.CAREFUL[1]
    lines = [
        with_icon(ft.Icons.WARNING_AMBER, body(model.say("ui.more.copies.sure"), ink), ink),
        fault_line(fault),
        actions(
            [
                ft.FilledButton(model.say("ui.more.copies.do"), key="do", on_click=lambda: set_fault(act())),
                link(model.say("ui.more.copies.stay"), leave, "stay", ink),
            ]
        ),
    ]
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.CAREFUL)


def _restore(model: Model, path: Path) -> Done:
    before = model.desk.restore(path)
    return (lambda: model.desk.restore(before),) if before else ()


def _restore_bytes(model: Model, name: str, data: bytes) -> Done:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return _restore(model, path)
        except StoreFault as fault:
            # Where it lies for the moment tells the runner nothing.
            told = {key: name if value == path else value for key, value in fault.remark.params.items()}
            raise StoreFault(fault.remark.key, **told) from None


def _size(model: Model, size: int) -> str:
    return model.say("ui.more.copies.size", n=format_decimal(max(1, round(size / KIB)), locale=model.language))
