"""Faults as one sentence: what is wrong, where, what to do."""

from planner.journal import Fault, Faults
from planner.words.catalogue import say

_SHOWN = 120
_MOST = 10


def say_faults(faults: Faults, language: str = "en") -> str:
    """One sentence that names every fault; of many, the first ten and how many more there are."""
    said = list(dict.fromkeys(_say(fault, language) for fault in faults.faults))
    more = [say("fault.more", language, n=len(said) - _MOST)] if len(said) > _MOST else []
    sentence = "; ".join([*said[:_MOST], *more]) + "."
    return sentence.encode(errors="replace").decode()


def _say(fault: Fault, language: str) -> str:
    params = {**fault.params, "given": _short(fault.params.get("given"))}
    text = say(fault.key, language, **params)
    return f"{_short(fault.where)}: {text}" if fault.where else text


def _short(value: object) -> object:
    text = " ".join(str(value).split())
    if len(text) > _SHOWN:
        return f"{text[:_SHOWN]}…"
    return value if isinstance(value, (int, float)) else text
