"""A clinician's reply in words: who wrote it, and what it changes, a line for each thing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.journal import Reply
from planner.words.flags import day_name
from planner.words.limits import limit_words
from planner.words.voice import Voice

Raw = Mapping[str, Any]


def reply_head(reply: Reply, voice: Voice) -> str:
    """From whom, and when."""
    return voice.say("reply.head", **_signed(reply, voice))


def say_reply(reply: Reply, voice: Voice) -> str:
    """What is kept with the change of the profile: who replied, when, and their own words."""
    return voice.say("reply.said", **_signed(reply, voice), note=reply.note).strip()


def _signed(reply: Reply, voice: Voice) -> Mapping[str, object]:
    return {"name": reply.name, "role": voice.say(f"see.{reply.role}"), "day": day_name(reply.written, voice)}


def say_difference(kind: str, before: Raw | None, after: Raw | None, voice: Voice) -> str:
    """One line: what is new, what no longer holds, what took the place of what; a clearance, or a note."""
    if kind == "note":
        return voice.say("reply.note", note=(after or {}).get("note", ""))
    if kind == "clearance":
        return _cleared(after or {}, voice)
    if before is None:
        return voice.say("reply.new", after=limit_until(after or {}, voice))
    if after is None:
        return voice.say("reply.gone", before=limit_until(before, voice))
    return voice.say("reply.instead", before=limit_until(before, voice), after=limit_until(after, voice))


def limit_until(limit: Raw, voice: Voice) -> str:
    """A limit and its last day."""
    what, until = limit_words(limit, voice).rstrip("."), limit.get("until")
    if until:
        return voice.say("reply.until", what=what, day=day_name(date.fromisoformat(str(until)[:10]), voice))
    return voice.say("reply.open", what=what)


def _cleared(entry: Raw, voice: Voice) -> str:
    said = {
        "flags": voice.listed([voice.say(f"flag.{flag}") for flag in entry.get("clears", ())]),
        "outcome": voice.say(f"reply.{entry.get('outcome', 'may_start')}"),
    }
    if not entry.get("site"):
        return voice.say("reply.cleared", **said)
    side = voice.say(f"side.{entry.get('side', 'both')}")
    return voice.say("reply.cleared_at", **said, site=voice.say(f"site.{entry['site']}"), side=side)
