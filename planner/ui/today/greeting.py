"""The first line of the day: the time of day, and the one thing that matters about it."""

from datetime import datetime, timedelta

from planner.ui.model import SESSIONS, Model
from planner.ui.today.no_run import PAUSED
from planner.ui.today.now import main_item
from planner.words.documents import DayDoc, ItemDoc

NIGHT_UNTIL, NOON, EVENING_FROM = 4, 12, 18


def part_of_day(now: datetime) -> str:
    if NIGHT_UNTIL <= now.hour < NOON:
        return "morning"
    return "afternoon" if NOON <= now.hour < EVENING_FROM else "evening"


def greeting(model: Model, day: DayDoc, asked: list[ItemDoc]) -> tuple[str, str]:
    """A greeting, and a sentence for the state of the day."""
    part = part_of_day(model.desk.now)
    return model.say(f"ui.greet.{part}"), model.say(f"ui.greet.state.{state(model, day, asked)}")


def state(model: Model, day: DayDoc, asked: list[ItemDoc]) -> str:
    main = main_item(day)
    if model.plan["assessment"]["flags"]:
        return "flag"
    if why_paused(model):
        return f"pause_{why_paused(model)}"
    if any(item["dose"].get("about") for item in asked):
        return "after"
    if asked and part_of_day(model.desk.now) == "morning":
        return "check_in"
    if main is None:
        return "nothing"
    outcome = main.get("outcome")
    if outcome:
        return outcome
    return "session" if main["kind"] in SESSIONS else "rest" if main["kind"] == "rest" else "other"


def why_paused(model: Model) -> str | None:
    """Why today is in a pause; None where it isn't."""
    why = model.desk.why_no_run()
    if why is None or why["rule"] != PAUSED:
        return None
    return str((model.latest("pause") or {}).get("why") or "other")


def tomorrow(model: Model) -> str | None:
    """In the evening: what the next day is about, in one line."""
    if part_of_day(model.desk.now) != "evening":
        return None
    main = main_item(model.desk.day(model.today + timedelta(days=1)))
    return model.say("ui.today.tomorrow", title=main["title"]) if main else model.say("ui.today.tomorrow_free")
