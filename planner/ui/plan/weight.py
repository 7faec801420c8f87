"""A day in a few words: its main things with minutes, and how heavy it is."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.words.documents import DayDoc, ItemDoc

MAIN = ("see_clinician", "run", "walk", "cross_training", "strength")


def main_items(day: DayDoc) -> list[ItemDoc]:
    """What the day is about; a rest day is about its rest."""
    return [item for kind in MAIN for item in day["items"] if item["kind"] == kind] or [
        item for item in day["items"] if item["kind"] == "rest"
    ]


def weight(model: Model, day: DayDoc) -> str:
    kinds = {item["kind"] for item in day["items"]}
    key = "run" if "run" in kinds else "active" if kinds & set(MAIN[1:]) else "rest" if "rest" in kinds else "light"
    return model.say(f"ui.plan.day.{key}")


def summary(model: Model, day: DayDoc) -> ft.Control:
    """Icons, words and minutes of a day's main things, and of how many more there are."""
    mains = main_items(day)
    parts: list[ft.Control] = [_part(model, item) for item in mains]
    more = len(day["items"]) - len(mains)
    if more > 0:
        parts.append(
            ft.Text(model.say("ui.plan.more", n=more), theme_style=theme.SMALL, color=ft.Colors.ON_SURFACE_VARIANT)
        )
    return ft.Row(parts, wrap=True, spacing=theme.GAP_M, run_spacing=theme.GAP_XS)


def _part(model: Model, item: ItemDoc) -> ft.Row:
    minutes = item.get("minutes")
    kind = model.name(f"kind.{item['kind']}")
    words = f"{kind} {model.say('ui.minutes', n=minutes)}" if minutes else kind
    return ft.Row(
        [
            ft.Icon(icons.of_kind(item["kind"]), size=20, color=ft.Colors.PRIMARY),
            ft.Text(words, theme_style=theme.BODY),
        ],
        spacing=theme.GAP_XS,
        tight=True,
    )
