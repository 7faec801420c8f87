"""From an exception to its one sentence."""

from planner.cli.context import say

INPUT_AT_FAULT = 1
DEFECT = 70


class CliFault(Exception):
    """Something typed that no other room would see: a text key and its parameters."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


def ended(text: str) -> str:
    """The text with its full stop."""
    return text if text.endswith(".") else f"{text}."


def sentence(error: Exception, language: str) -> str | None:
    """What is wrong, where and what to do; None where it is a defect of ours."""
    from planner.desk import StoreFault
    from planner.intake import IntakeFault
    from planner.intake.strict_json import NotStrict
    from planner.journal import Faults
    from planner.share.faults import ShareFault
    from planner.words import say_faults

    match error:
        case Faults():
            return say_faults(error, language)
        case StoreFault():
            return error.said(language)
        case IntakeFault():
            return ended(say(error.why, language, **error.params))
        case NotStrict(why=why, params=params):
            return ended(f"{params['path']}: {say(why, language, **params)}")
        case ShareFault() | CliFault():
            return say(error.key, language, **error.params)
        case OSError(filename=name) if name:
            return say("cli.fault.file", language, path=str(name), reason=str(error.strerror or error))
        case _:
            return None
