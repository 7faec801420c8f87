"""The raw days in words: every entry of the chosen days, the oldest first, as it was logged."""

from collections.abc import Mapping
from typing import Any

from planner.share.pdf.shapes import Line, Section, Table
from planner.share.pdf.speech import UNKNOWN, day_of, number
from planner.share.pdf.story import Story, span_of
from planner.words import Voice
from planner.words.limits import named

KINDS = ("pain", "run", "walk", "check_in", "test", "screen", "sleep", "drink", "pause", "clearance")
_SHARES = (0.13, 0.08, 0.12, 0.67)
WATER = "water"  # what everybody drinks needs no word
FIELDS = (
    "test", "site", "side", "score", "during", "course", "signs", "distance_km", "duration_min", "run_min", "stage", "rpe",
    "pain_during", "pain_1h", "pain_morning", "limp", "reps", "pain", "painkiller_24h", "warm_up", "cool_down", "surface",
    "shoe", "asleep_h", "quality", "bed", "wake", "volume_ml", "what", "to", "why", "by", "clears", "outcome", "note",
)  # fmt: skip
_MEASURED = {"distance_km": "km", "volume_ml": "ml"}
_FAMILIES = {
    "site": "site", "side": "side", "during": "during", "course": "course", "surface": "surface", "test": "test",
    "why": "why", "by": "see", "outcome": "pdf.outcome",
}  # fmt: skip


def raw_days(told: Story) -> tuple[Section, ...]:
    """One table, a row an entry; an edited one has an asterisk."""
    voice = told.voice
    entries = [entry for entry in told.days if entry["kind"] in KINDS]
    title = voice.say("pdf.raw")
    if not entries:
        return (Section("raw", title, [Line(voice.say("pdf.raw.none"))]),)
    columns = tuple(voice.say(f"pdf.raw.{name}") for name in ("day", "time", "kind", "what"))
    rows = tuple(_row(entry, told) for entry in entries)
    return (Section("raw", title, [Line(voice.say("pdf.raw.key")), Table(title, columns, _SHARES, rows)]),)


def _row(entry: Mapping[str, Any], told: Story) -> tuple[str, ...]:
    voice = told.voice
    at = str(entry.get("at") or "")
    edited = " *" if entry["id"] in told.edited else ""
    what = [
        voice.say("pdf.raw.field", name=voice.say(f"pdf.field.{key}"), value=_value(key, entry[key], voice))
        for key in FIELDS
        if entry.get(key) not in (None, [], "", WATER) and (key != "note" or told.choice.has("notes"))
    ]
    return (
        day_of(span_of(entry)[0], voice) + edited,
        at[11:16] or UNKNOWN,
        voice.say(f"kind.{entry['kind']}"),
        "; ".join(what) or UNKNOWN,
    )


def _value(key: str, value: object, voice: Voice) -> str:
    if isinstance(value, bool):
        return voice.say("pdf.yes" if value else "pdf.no")
    if isinstance(value, int | float):
        unit = _MEASURED.get(key)
        return voice.measure(float(value), unit) if unit else number(float(value), voice)
    if isinstance(value, list):
        return ", ".join(named("sign" if key == "signs" else "flag", one, voice) for one in value)
    return named(_FAMILIES[key], value, voice) if key in _FAMILIES else str(value)
