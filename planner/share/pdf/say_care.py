"""Health, medicines, what was before, who named what; and the limits in force."""

from collections.abc import Mapping
from typing import Any

from planner.share.pdf.limits import Breach, InForce
from planner.share.pdf.shapes import Line, Section
from planner.share.pdf.speech import UNKNOWN, day, day_of, short
from planner.share.pdf.story import Story
from planner.words import Voice
from planner.words.limits import limit_words, named

MEDICINES = frozenset({"blood_thinner", "oestrogen", "fluoroquinolone", "steroid"})
BEFORE = frozenset({"past_clot", "previous_bone_stress", "recent_surgery", "recent_immobility"})
MOST = 6


def health(told: Story) -> Section:
    """As the runner told it; who named a condition is said with it."""
    voice, today = told.voice, told.today.isoformat()
    states = [one if isinstance(one, Mapping) else {"id": one} for one in told.profile.get("health") or ()]
    kinds = {"medicines": MEDICINES, "before": BEFORE}
    lines: list[Line] = []
    for kind in ("health", "medicines", "before"):
        wanted = kinds.get(kind)
        here = [one for one in states if (one["id"] in wanted if wanted else one["id"] not in MEDICINES | BEFORE)]
        said = [_state(one, voice) for one in here]
        if kind == "before":
            over = [one for one in told.profile.get("diagnoses") or () if str(one.get("until") or "9999") < today]
            said += [_condition(one, voice) for one in over]
        lines.append(Line(voice.say(f"pdf.health.{kind}", what="; ".join(said) or voice.say("pdf.health.nothing"))))
    open_ = [one for one in told.profile.get("diagnoses") or () if str(one.get("until") or "9999") >= today]
    conditions = "; ".join(_condition(one, voice) for one in open_) or voice.say("pdf.health.nothing")
    lines.append(Line(voice.say("pdf.health.conditions", what=conditions)))
    return Section("health", voice.say("pdf.health"), lines)


def _state(one: Mapping[str, Any], voice: Voice) -> str:
    name = named("health", one["id"], voice)
    return voice.say("pdf.until", what=name, day=day_of(one["until"], voice)) if one.get("until") else name


def _condition(one: Mapping[str, Any], voice: Voice) -> str:
    if one.get("given_by_clinician"):
        who = str(one["by"]) if one.get("by") else voice.say("pdf.health.clinician")
    else:
        who = voice.say("pdf.health.runner")
    return voice.say(
        "pdf.health.condition",
        what=voice.say(f"condition.{one['condition']}"),
        side=voice.say(f"side.{one.get('side') or 'both'}"),
        since=day_of(one.get("since"), voice),
        who=named("see", who, voice),
    )


def limits(told: Story) -> Section:
    """Each limit with who set it, until when, and the days beyond it."""
    voice = told.voice
    lines = [Line(_limit(one, told), strong=bool(one.breaches)) for one in told.limits[:MOST]]
    left = len(told.limits) - MOST
    if left > 0:
        lines.append(Line(voice.say("pdf.more", n=left)))
    return Section("limits", voice.say("pdf.limits"), lines or [Line(voice.say("pdf.limits.none"))])


def _limit(one: InForce, told: Story) -> str:
    voice, note = told.voice, one.limit.get("note") if told.choice.has("notes") else None
    by = one.limit.get("by") or note
    words = voice.say(
        "pdf.limits.one",
        what=limit_words(one.limit, voice),
        who=named("see", by, voice) if by else voice.say("pdf.nobody"),
        since=day(one.since, voice) if one.since else UNKNOWN,
        until=day_of(one.limit["until"], voice) if one.limit.get("until") else voice.say("pdf.further_notice"),
    )
    if not one.breaches:
        return f"{words} {voice.say('pdf.limits.kept')}"
    shown = [_breach(breach, voice) for breach in one.breaches[-MOST:]]
    return f"{words} {voice.say('pdf.limits.beyond', n=len(one.breaches), days=', '.join(shown))}"


def _breach(one: Breach, voice: Voice) -> str:
    value = one.value if isinstance(one.value, int | float) else ""
    return f"{short(one.day, voice)} ({value})" if value != "" else short(one.day, voice)
