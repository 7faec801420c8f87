"""The health list: in plain words, with what the plan then leaves out."""

from collections.abc import Callable

import flet as ft

from planner.protocols import protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import heading, small
from planner.ui.parts.tick import tick
from planner.ui.start import progress
from planner.ui.start.page import Way, answer, question
from planner.ui.start.tiles import next_button

# Only the order on screen; the states are the journal's. The age is known from the year of birth.
GROUPS: dict[str, tuple[str, ...]] = {
    "blood": (
        "heart_disease", "high_blood_pressure_uncontrolled", "arterial_disease", "past_clot", "clot_suspected",
        "varicose_veins", "raynaud",
    ),
    "body": ("diabetes", "neuropathy", "kidney_disease", "asthma", "cancer"),
    "bones": ("previous_bone_stress", "osteoporosis", "weight_loss", "disordered_eating", "periods_missed"),
    "child": ("pregnancy", "postpartum"),
    "medicine": ("blood_thinner", "oestrogen", "steroid", "fluoroquinolone"),
    "now": ("open_wound", "skin_infection", "recent_surgery", "recent_immobility"),
}  # fmt: skip
NOT_FOR_MEN = frozenset({"periods_missed", "pregnancy", "postpartum"})
TICKED = "health"


@ft.component
def Health(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    ticked = ticked_health(model)

    def turn(state: str) -> None:
        # Asked again: a second tap may come before the first one is drawn.
        now = ticked_health(model)
        left = [each for each in now if each != state]
        changed = left if state in now else [*left, state]
        set_fault(progress.put_draft(model, {TICKED: changed}) or "")

    def put() -> None:
        old = {_id(each): each for each in _listed(model)}
        model.desk.change_runner({"health": [old.get(each, each) for each in ticked_health(model)]})

    content: list[ft.Control] = []
    hidden = NOT_FOR_MEN if model.desk.runner().get("sex") == "male" else frozenset[str]()
    for group, states in GROUPS.items():
        shown = [state for state in states if state not in hidden]
        if shown:
            content.append(heading(model.say(f"ui.start.health.group.{group}"), 2))
            content += [_state(model, state, state in ticked, lambda state=state: turn(state)) for state in shown]
    words = model.say("ui.start.health.chosen", n=len(ticked)) if ticked else model.say("ui.start.health.none")
    content.append(next_button(words, lambda: set_fault(answer(model, way, put))))
    title, why = model.say("ui.start.health"), model.say("ui.start.health.why")
    return question(model, way, title, content, why=why, fault=fault, key="health")


def ticked_health(model: Model) -> list[str]:
    """The health states as they were ticked just now, else those of the profile."""
    kept = progress.draft(model).get(TICKED)
    return [str(each) for each in kept] if isinstance(kept, list) else [_id(each) for each in _listed(model)]


def what_follows(model: Model, state: str) -> str:
    """What a health state changes in the plan, in a sentence; nothing where it only raises attention."""
    book = protocols()
    out = [model.say(f"kind.{kind}") for kind in book.health.never.get(state, ()) if kind != "drink_target"]
    said = [model.say("ui.start.health.without", kinds=model.desk.voice.listed(out))] if out else []
    if "drink_target" in book.health.never.get(state, ()):
        said.append(model.say("ui.start.health.drink"))
    if state in book.flags.clinician_first:
        said.append(model.say("ui.start.health.doctor"))
    return " ".join(said)


def _state(model: Model, state: str, is_ticked: bool, turn: Callable[[], None]) -> ft.Control:
    words = model.say(f"ui.start.health.{state}")
    follows = what_follows(model, state)
    box = tick(state, is_ticked, lambda _: turn(), label=words)
    below = ft.Container(small(follows), padding=ft.Padding.only(left=theme.GAP_XL * 2))
    return ft.Column([box, below] if follows else [box], spacing=0)


def _listed(model: Model) -> list[object]:
    kept = model.desk.runner().get("health")
    return list(kept) if isinstance(kept, list | tuple) else []


def _id(state: object) -> str:
    return str(state["id"]) if isinstance(state, dict) else str(state)
