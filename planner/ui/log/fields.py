"""Fields and the frame around them, the same in every form."""

from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from planner.ui import theme
from planner.ui.log.drafts import Draft
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading, link
from planner.ui.parts.tick import tick

HINT_LINES = 3


@dataclass
class Form:
    """One form while it is drawn: its draft, and the sentence about what was wrong when it was last saved."""

    model: Model
    kind: str
    fault: str
    set_fault: Callable[[str], None]
    shown: set[str] = field(default_factory=set[str])

    @property
    def draft(self) -> Draft:
        return self.model.drafts.of(self.kind)

    def typed(self, name: str, label: str, *, hint: str | None = None, is_number: bool = True) -> ft.Control:
        """A field for typing into `draft.<name>`. It draws nothing anew: what is on screen is what was typed."""
        is_wrong = self._is_at(name)

        def put(e: ft.Event[ft.TextField]) -> None:
            setattr(self.draft, name, e.control.value)
            self.model.drafts.changed(self.kind)

        box = ft.TextField(
            label=label,
            value=getattr(self.draft, name),
            helper=hint,
            key=name,
            keyboard_type=ft.KeyboardType.NUMBER if is_number else ft.KeyboardType.TEXT,
            border_radius=theme.GAP_M,
            border_color=theme.URGENT[1] if is_wrong else theme.LINE,
            helper_max_lines=HINT_LINES,
            on_change=put,
        )
        return ft.Column(
            [box, *self.wrong_at(name)],
            spacing=theme.GAP_S,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    def put(self, name: str) -> Callable[[object], None]:
        def put(value: object) -> None:
            setattr(self.draft, name, value)
            self.changed()

        return put

    def changed(self) -> None:
        self.model.drafts.changed(self.kind)
        self.model.notify()

    def ticked(self, name: str, label: str) -> ft.Control:
        return tick(name, getattr(self.draft, name), self.put(name), label=label)

    def titled(self, title: str, content: ft.Control, *names: str) -> ft.Control:
        """A question and its answers, with what is wrong about it."""
        return ft.Column([heading(title, 2, looks=3), content, *self.wrong_at(*names)], spacing=theme.GAP_S)

    def wrong_at(self, *names: str) -> list[ft.Control]:
        """The sentence, where it is about one of these fields."""
        self.shown.update(names)
        return [fault_line(self.fault)] if any(map(self._is_at, names)) else []

    def drawn(self, lines: list[ft.Control]) -> ft.Control:
        """The whole form: what it begins with, its lines, the way to save it."""
        elsewhere = self.model.drafts.wrong_at.get(self.kind, "") not in self.shown
        save = ft.FilledButton(
            self.model.say("ui.log.save"),
            icon=ft.Icons.CHECK,
            key="save",
            on_click=self._save,
        )
        content = [*self._beginning(), *lines, *([fault_line(self.fault)] if elsewhere else []), save]
        return ft.Column(content, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)

    def _save(self) -> None:
        self.set_fault(self.model.save_draft(self.kind) or "")
        self.model.notify()

    def _is_at(self, name: str) -> bool:
        return bool(self.fault) and self.model.drafts.wrong_at.get(self.kind) == name

    def _beginning(self) -> list[ft.Control]:
        """That something was kept, or is being corrected, with the way out of it."""
        model, ink = self.model, theme.STRONG[1]
        key = "ui.log.correcting" if self.draft.replaces else "ui.log.kept"
        if not self.draft.replaces and self.kind not in model.drafts.restored:
            return []

        def start_over() -> None:
            model.drafts.start_over(self.kind)
            model.notify()

        words = "ui.log.leave_it" if self.draft.replaces else "ui.log.start_over"
        said = ft.Semantics(content=body(model.say(key), ink), live_region=True, container=True)
        way = link(model.say(words), start_over, "start_over", ink)
        return [theme.card(ft.Column([said, ft.Row([way], wrap=True)], spacing=0), theme.STRONG, key="begun")]


def more(model: Model, is_open: bool, show: Callable[[bool], None], words: str) -> ft.Control:
    """What opens and closes the rest of a form."""
    button = ft.TextButton(
        words if not is_open else model.say("ui.log.less"),
        icon=ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE,
        key="more",
        on_click=lambda: show(not is_open),
    )
    return ft.Row([ft.Semantics(content=button, expanded=is_open)], wrap=True)
