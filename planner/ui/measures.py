"""Distances and volumes as the runner counts them. The journal counts in kilometres and millilitres."""

from typing import TYPE_CHECKING

from babel.numbers import format_decimal

if TYPE_CHECKING:
    from planner.ui.model import Model


def is_imperial(model: "Model") -> bool:
    return model.desk.runner().get("units") == "imperial"


def number(value: float, language: str) -> str:
    """With one decimal where there is one."""
    return format_decimal(round(value, 1), "#,##0.#", locale=language)


def distance(model: "Model", km: float) -> str:
    """5 km, or 3.1 mi."""
    return model.desk.voice.measure(km, "km")


def volume(model: "Model", ml: float) -> str:
    """250 ml, or 8.5 fl oz."""
    return model.desk.voice.measure(ml, "ml")


def hours(model: "Model", value: float) -> str:
    """7 h 30 min."""
    whole, minutes = divmod(round(value * 60), 60)
    return model.say("ui.measure.hours_minutes" if minutes else "ui.measure.hours", hours=whole, minutes=minutes)
