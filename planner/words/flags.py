"""Red flags as text: what they are called, whom to see by when, what to say to them, what to leave until then."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date

from planner.journal import vocabulary
from planner.protocols import FlagRule, Protocols
from planner.schedule import Seen
from planner.words.catalogue import say, spoken
from planner.words.documents import FlagDoc, ReasonDoc


def day_name(day: date, language: str) -> str:
    """Return "Tue 24 Nov" of a date, in the language."""
    return format_date(day, "EEE d MMM", locale=spoken(language))


def tell_flag(seen: Seen, reasons: list[ReasonDoc], language: str, book: Protocols) -> FlagDoc:
    """A flag, with everything that a person has to know to act on it."""
    flag = seen.flag
    rule = book.flags.rule(flag.id)
    return {
        "id": flag.id,
        "title": say(f"flag.{flag.id}", language),
        "advice": _advice(flag.urgency, flag.see, flag.since, flag.by, language, book),
        "say": " ".join(
            [*_opening(seen, language, rule), say(f"say.{flag.id}", language, health=_health(seen, language))]
        ),
        "meanwhile": [say(f"meanwhile.{what}", language) for what in rule.meanwhile],
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


def steps_to_see(flags: Sequence[FlagDoc], language: str, book: Protocols) -> list[str]:
    """What to do about these flags, the most urgent first: whom to see, what to say, what to leave until then."""
    first = flags[0]
    whom = list(dict.fromkeys(who for flag in flags for who in flag["see"]))
    later = [who for who in dict.fromkeys(who for flag in flags for who in flag["refer"]) if who not in whom]
    leave = list(dict.fromkeys(what for flag in flags for what in flag["meanwhile"]))
    since, by = date.fromisoformat(first["since"]), date.fromisoformat(first["by"])
    steps = [_advice(first["urgency"], whom, since, by, language, book)]
    steps += [say("steps.see.say", language, say=flag["say"]) for flag in flags]
    if leave:
        steps.append(say("steps.see.meanwhile", language, meanwhile=", ".join(leave)))
    if later:
        steps.append(say("steps.see.refer", language, refer=_people(later, language)))
    return [*steps, say("steps.see.log", language)]


def ask_for_flags(book: Protocols, language: str) -> list[str]:
    """The questions that look for red flags, and how to answer them."""
    questions = [say(f"screen.{question.id}", language) for question in book.flags.screening.questions]
    return [*questions, say("steps.red_flags.how", language), say("steps.red_flags.pain", language)]


def _advice(urgency: str, see: Sequence[str], since: date, by: date, language: str, book: Protocols) -> str:
    """Whom to see by when. `by` is never past: where the first day was, it says so, for the date doesn't slide."""
    due = since + timedelta(days=book.flags.due_days[urgency])
    key = urgency if due >= by or not book.flags.due_days[urgency] else "overdue"
    return say(f"steps.see.{key}", language, see=_people(see, language), by=day_name(due, language))


def _people(who: Sequence[str], language: str) -> str:
    return ", ".join(say(f"see.{one}", language) for one in who)


def _health(seen: Seen, language: str) -> str:
    named = [say(f"health.{one}", language) for one in seen.health]
    return ", ".join(named) or say("say.nothing_known", language)


def _opening(seen: Seen, language: str, rule: FlagRule) -> list[str]:
    """Where, since when and what was noted; nothing where the flag comes from the profile alone."""
    flag = seen.flag
    noted = [say(f"sign.{sign}", language) for sign in seen.signs]
    if seen.score is not None:
        noted.append(say("say.pain", language, score=seen.score))
    told: dict[str, object] = {"since": day_name(flag.since, language), "seen": ", ".join(noted)}
    somewhere = rule.has_place and flag.site in vocabulary.SITES and flag.site != "other"
    if somewhere:
        told["where"] = say(f"say.where.{flag.side}", language, site=say(f"site.{flag.site}", language))
    parts = "_".join([*(["where"] if somewhere else []), *(["seen"] if noted else [])])
    return [say(f"say.opening.{parts}", language, **told)] if parts else []
