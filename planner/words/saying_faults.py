"""Faults as one sentence: what is wrong, where, what to do."""

from planner.journal import Fault, Faults
from planner.words.catalogue import say

_SHOWN = 120


def say_faults(faults: Faults, language: str = "en") -> str:
    """One sentence that names every fault."""
    return "; ".join(_say(fault, language) for fault in faults.faults) + "."


def _say(fault: Fault, language: str) -> str:
    params = {key: _short(value) for key, value in fault.params.items()}
    text = say(fault.key, language, **params)
    return f"{fault.where}: {text}" if fault.where else text


def _short(value: object) -> object:
    text = str(value).replace("\n", " ")
    return value if isinstance(value, (int, float)) else (text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
