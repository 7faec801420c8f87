"""Writing down a limit: what, how much, who set it, until when."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from planner.journal.vocabulary import CLINICIANS, LIMIT_KINDS, STAGES, WEEKDAYS
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.log.drafts import number
from planner.ui.log.fields import HINT_LINES
from planner.ui.model import Model
from planner.ui.more.fields import asked, day, turned
from planner.ui.more.frame import actions
from planner.ui.more.limit_words import limit_words
from planner.ui.more.saving import change, told
from planner.ui.parts.text import fault_line, small
from planner.ui.start.days import weekdays

NUMBERS = ("max_run_min", "max_pain")
OF_STAGES = ("hold_stage", "start_stage")
FREED = ("impact", "progress", "all")


@dataclass(frozen=True)
class Draft:
    kind: str = ""
    number: str = ""
    chosen: tuple[str, ...] = ()
    by: str = ""
    until: str = ""
    note: str = ""

    @property
    def value(self) -> object:
        """As the profile has it; None while it is missing."""
        match self.kind:
            case "no_hills":
                return True
            case "max_run_min" | "max_pain":
                return number(self.number)
            case "hold_stage" | "start_stage":
                return self.chosen[0] if self.chosen else None
            case _:
                return list(self.chosen) or None


@ft.component
def LimitForm(model: Model, known: list[dict[str, object]]) -> ft.Control:
    draft, set_draft = ft.use_state(Draft())
    fault, set_fault = ft.use_state("")

    def add() -> None:
        missing = _missing(model, draft)
        if missing:
            set_fault(missing)
            return
        limit = told(kind=draft.kind, value=draft.value, by=draft.by, until=draft.until, note=draft.note.strip())
        words = model.say("ui.more.limits.set", what=limit_words(model, limit) if _readable(draft) else draft.number)
        set_fault(change(model, {"clinician_limits": [*known, limit]}, model.name(f"limit.{draft.kind}"), words))

    kinds = [(each, model.say(f"ui.more.limit_kind.{each}")) for each in LIMIT_KINDS]
    whom = [(each, model.name(f"see.{each}")) for each in CLINICIANS]
    lines: list[ft.Control] = [
        asked(
            model.say("ui.more.limits.what"),
            kinds,
            {draft.kind},
            lambda one: set_draft(replace(draft, kind=one, number="", chosen=())),
        ),
        *_value(model, draft, set_draft),
        asked(model.say("ui.more.by"), whom, {draft.by}, lambda one: set_draft(replace(draft, by=one))),
        day(
            model,
            model.say("ui.more.limits.until"),
            draft.until,
            lambda until: set_draft(replace(draft, until=until or "")),
            never=model.say("ui.more.open_end"),
            far=True,
        ),
        _text(model.say("ui.more.limits.note"), "note", draft.note, lambda note: set_draft(replace(draft, note=note))),
        fault_line(fault),
        actions([ft.FilledButton(model.say("ui.more.limits.save"), key="add", icon=ft.Icons.ADD, on_click=add)]),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _readable(draft: Draft) -> bool:
    return not isinstance(draft.value, str) or draft.kind not in NUMBERS


def _missing(model: Model, draft: Draft) -> str:
    if not draft.kind:
        return model.say("ui.more.limits.missing.kind")
    if draft.value is None:
        return model.say("ui.more.limits.missing.value")
    return "" if draft.by else model.say("ui.more.limits.missing.by")


def _value(model: Model, draft: Draft, put: Callable[[Draft], None]) -> list[ft.Control]:
    if not draft.kind or draft.kind == "no_hills":
        return []
    label = model.say(f"ui.more.limit_value.{draft.kind}")
    if draft.kind in NUMBERS:
        return [_text(label, "value", draft.number, lambda text: put(replace(draft, number=text)), number=True)]
    options = _options(model, draft.kind)
    order = [option for option, _ in options]

    def choose(one: str) -> None:
        several = draft.kind not in OF_STAGES
        put(replace(draft, chosen=tuple(turned(draft.chosen, one, order)) if several else (one,)))

    lines = [asked(label, options, draft.chosen, choose)]
    if draft.kind == "allow":
        lines.append(small(model.say("ui.more.limits.allow.why")))
    return lines


def _options(model: Model, kind: str) -> list[tuple[str, str]]:
    if kind in OF_STAGES:
        return [(stage, model.say("ui.more.limits.stage", stage=stage)) for stage in STAGES]
    if kind == "days_off":
        names = dict(weekdays(model.language))
        return [(each, names[each]) for each in WEEKDAYS]
    if kind == "exercises":
        return [(each, model.name(f"exercise.{each}")) for each in protocols().training.exercises]
    ruled_out = dict.fromkeys(kind for kinds in protocols().health.never.values() for kind in kinds)
    kinds = [(each, model.name(f"kind.{each}")) for each in ruled_out if each != "drink_target"]
    return [*kinds, *((each, model.name(f"ui.more.hold.{each}")) for each in FREED)]


def _text(label: str, key: str, value: str, put: Callable[[str], None], *, number: bool = False) -> ft.Control:
    return ft.TextField(
        label=label,
        value=value,
        key=key,
        helper_max_lines=HINT_LINES,
        keyboard_type=ft.KeyboardType.NUMBER if number else ft.KeyboardType.TEXT,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: put(e.control.value or ""),
    )
