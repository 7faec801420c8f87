"""Red flags as text: what they are called, whom to see by when, what to say to them, what to leave until then."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date

from planner.journal import vocabulary
from planner.protocols import FlagRule, Protocols
from planner.schedule import Seen
from planner.words.catalogue import spoken
from planner.words.documents import FlagDoc, ReasonDoc
from planner.words.voice import Voice


def day_name(day: date, voice: Voice) -> str:
    """Return "Tue 24 Nov" of a date, in the language."""
    return format_date(day, "EEE d MMM", locale=spoken(voice.language))


def tell_flag(seen: Seen, reasons: list[ReasonDoc], voice: Voice, book: Protocols) -> FlagDoc:
    """A flag, with everything that a person has to know to act on it."""
    flag = seen.flag
    rule = book.flags.rule(flag.id)
    return {
        "id": flag.id,
        "title": voice.say(f"flag.{flag.id}"),
        "advice": _advice(flag.urgency, flag.see, flag.since, flag.by, voice, book),
        "say": " ".join([*_opening(seen, voice, rule), voice.say(f"say.{flag.id}", health=_health(seen, voice))]),
        "meanwhile": [voice.say(f"meanwhile.{what}") for what in rule.meanwhile],
        "urgency": flag.urgency,
        "holds": flag.holds,
        "see": list(flag.see),
        "refer": list(rule.refer),
        "by": flag.by.isoformat(),
        "since": flag.since.isoformat(),
        "site": flag.site,
        "side": flag.side,
        "reasons": reasons,
    }


def steps_to_see(flags: Sequence[FlagDoc], voice: Voice, book: Protocols) -> list[str]:
    """What to do about these flags, the most urgent first: whom to see, what to say, what to leave until then."""
    first = flags[0]
    whom = list(dict.fromkeys(who for flag in flags for who in flag["see"]))
    later = [who for who in dict.fromkeys(who for flag in flags for who in flag["refer"]) if who not in whom]
    leave = list(dict.fromkeys(what for flag in flags for what in flag["meanwhile"]))
    since, by = date.fromisoformat(first["since"]), date.fromisoformat(first["by"])
    steps = [_advice(first["urgency"], whom, since, by, voice, book)]
    steps += [voice.say("steps.see.say", say=flag["say"]) for flag in flags]
    if leave:
        steps.append(voice.say("steps.see.meanwhile", meanwhile=voice.listed(leave)))
    if later:
        steps.append(voice.say("steps.see.refer", refer=_people(later, voice)))
    return [*steps, voice.say("steps.see.log")]


def ask_for_flags(book: Protocols, voice: Voice) -> list[str]:
    """The questions that look for red flags, and how to answer them."""
    questions = [voice.say(f"screen.{question.id}") for question in book.flags.screening.questions]
    return [*questions, voice.say("steps.red_flags.how"), voice.say("steps.red_flags.pain")]


def _advice(urgency: str, see: Sequence[str], since: date, by: date, voice: Voice, book: Protocols) -> str:
    """Whom to see by when. `by` is never past: where the first day was, it says so, for the date doesn't slide."""
    due = since + timedelta(days=book.flags.due_days[urgency])
    people = _people(see, voice)
    if urgency == "emergency_now":
        return _call(people, voice, book)
    key = urgency if due >= by or not book.flags.due_days[urgency] else "overdue"
    return voice.say(f"steps.see.{key}", see=people, by=day_name(due, voice))


def _call(people: str, voice: Voice, book: Protocols) -> str:
    """The number of the runner's country; where it isn't known, the best-known ones beside the local one."""
    number = book.emergency.number(voice.country)
    if number is not None:
        return voice.say("steps.see.emergency_now", see=people, number=number)
    europe, america = book.emergency.shared.number, book.emergency.number("US")
    return voice.say("steps.see.emergency_unknown", see=people, europe=europe, america=america)


def _people(who: Sequence[str], voice: Voice) -> str:
    return voice.listed([voice.say(f"see.{one}") for one in who], either=True)


def _health(seen: Seen, voice: Voice) -> str:
    named = [voice.say(f"health.{one}") for one in seen.health]
    return voice.listed(named) if named else voice.say("say.nothing_known")


def _opening(seen: Seen, voice: Voice, rule: FlagRule) -> list[str]:
    """Where, since when and what was noted; nothing where the flag comes from the profile alone."""
    flag = seen.flag
    noted = [voice.say(f"sign.{sign}") for sign in seen.signs]
    if seen.score is not None:
        noted.append(voice.say("say.pain", score=seen.score))
    told: dict[str, object] = {"since": day_name(flag.since, voice), "seen": voice.listed(noted)}
    somewhere = rule.has_place and flag.site in vocabulary.SITES and flag.site != "other"
    if somewhere:
        told["where"] = voice.say(f"say.where.{flag.side}", site=voice.say(f"site.{flag.site}"))
    parts = "_".join([*(["where"] if somewhere else []), *(["seen"] if noted else [])])
    return [voice.say(f"say.opening.{parts}", **told)] if parts else []
