"""What the reply will set, in one paragraph, as it is being written."""

from collections.abc import Mapping
from typing import Any

import flet as ft

from planner.ui import theme
from planner.ui.clinician.clearance_words import cleared_words
from planner.ui.clinician.draft import Draft
from planner.ui.clinician.visit import Written
from planner.ui.model import Model
from planner.ui.more.limit_words import limit_words
from planner.ui.more.saying import full_date
from planner.ui.parts.text import body, heading

NUMBERS = ("max_run_min", "max_pain")


@ft.component
def Preview(model: Model, written: Written) -> ft.Control:
    words = body(" ".join(said(model, written.draft)), theme.STRONG[1])
    lines: list[ft.Control] = [heading(model.say("ui.clinician.preview"), 2, theme.STRONG[1]), words]
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.STRONG, key="preview")


def said(model: Model, draft: Draft) -> list[str]:
    """The sentences of the paragraph."""
    raw = draft.raw("", model.today)
    limits = "; ".join(limit_words(model, one) for one in raw["limits"] if _is_sound(one))
    sentences: list[str] = []
    if limits and draft.until:
        until = full_date(draft.until, model.language)
        sentences.append(model.say("ui.clinician.preview.until", day=until, what=limits))
    elif limits:
        sentences.append(model.say("ui.clinician.preview.open", what=limits))
    if raw["withdraws"]:
        kinds = [model.say(f"ui.more.limit_kind.{kind}") for kind in raw["withdraws"]]
        sentences.append(model.say("ui.clinician.preview.over", what="; ".join(kinds)))
    sentences += [cleared_words(model, one) for one in raw["clearances"]]
    if "note" in raw:
        sentences.append(model.say("ui.clinician.preview.note", note=raw["note"]))
    if not sentences:
        return [model.say("ui.clinician.preview.nothing")]
    return [*sentences, *_signed(model, draft)]


def _signed(model: Model, draft: Draft) -> list[str]:
    name = draft.name.strip()
    if not (name and draft.role):
        return [model.say("ui.clinician.preview.unsigned")]
    return [model.say("ui.clinician.preview.signed", name=name, role=model.say(f"see.{draft.role}"))]


def _is_sound(limit: Mapping[str, Any]) -> bool:
    """What was typed and is no number is told when it is saved."""
    return limit["kind"] not in NUMBERS or isinstance(limit["value"], int | float)
