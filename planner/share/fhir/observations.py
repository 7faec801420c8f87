"""Entries as Observations: pain, sleep, drinks, runs and walks, self-tests."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, timedelta
from typing import Any

from planner.journal.fields import day, timestamp
from planner.share.fhir.codes import ABSENT, CATEGORY, EXERCISE, PAIN, SLEEP, Json
from planner.share.fhir.parts import About, coding, concept, noted, plain, quantity, reference, resource
from planner.words import knows

Entry = Mapping[str, Any]

_SURVEY = [{"coding": [coding((CATEGORY, "survey", "Survey"))]}]
_ACTIVITY = [{"coding": [coding((CATEGORY, "activity", "Activity"))]}]
_UNKNOWN = (ABSENT, "unknown", "Unknown")
# Which answer of a session or a check-in is a pain score, and when it was felt
FELT = {"pain_during": "run", "pain_1h": "after_run", "pain_morning": "next_morning"}


def observations(entry: Entry, about: About) -> list[Json]:
    """The Observations that an entry becomes: none for the kinds that aren't measured."""
    return list(_MAKERS[entry["kind"]](entry, about)) if entry["kind"] in _MAKERS else []


def observation_id(entry: Entry, about: About) -> str:
    return about.id("entry", str(entry["id"]))


def status(entry: Entry, as_it_was: str) -> str:
    """An entry that was corrected says so."""
    return "amended" if entry.get("replaces") else as_it_was


def _pain(entry: Entry, about: About) -> Iterator[Json]:
    signs = [about.say(f"sign.{sign}") for sign in entry.get("signs") or ()]
    more = [
        _words(about, "fhir.when", about.say(f"during.{entry.get('during') or 'daily'}")),
        _words(about, "fhir.course", about.say(f"course.{entry['course']}") if entry.get("course") else None),
        *(_words(about, "fhir.sign", sign) for sign in signs),
        _truth(about, "fhir.painkiller", entry.get("painkiller_24h")),
    ]
    yield _observation(
        entry, about, concept(about.say("fhir.pain"), PAIN), _score(entry.get("score")), more,
        category=_SURVEY, bodySite=about.place(entry), effectiveDateTime=about.time(entry["at"]),
    )  # fmt: skip


def _sleep(entry: Entry, about: About) -> Iterator[Json]:
    hours = entry.get("asleep_h")
    quality = entry.get("quality")
    more = [_measured(about, "fhir.quality", quantity(quality, "{score}") if quality is not None else None)]
    yield _observation(
        entry, about, concept(about.say("fhir.sleep"), SLEEP), None if hours is None else quantity(hours, "h"), more,
        category=_ACTIVITY, effectivePeriod=_night(entry, about),
    )  # fmt: skip


def _night(entry: Entry, about: About) -> Json:
    """From going to bed to waking, as far as it is known; else from the one day to the next."""
    night = day(entry["night_of"]) if entry.get("night_of") else day(entry["at"]) - timedelta(days=1)
    morning = night + timedelta(days=1)
    if not (entry.get("bed") and entry.get("wake")):
        return {"start": night.isoformat(), "end": morning.isoformat()}
    bed = about.at_clock(night, entry["bed"])
    start = bed if bed.hour >= 12 else bed + timedelta(days=1)
    end = about.at_clock(morning, entry["wake"])
    return {"start": about.instant(start), "end": about.instant(end if end > start else end + timedelta(days=1))}


def _drink(entry: Entry, about: About) -> Iterator[Json]:
    more = [_words(about, "fhir.drink_kind", entry.get("what"))]
    yield _observation(
        entry, about, concept(about.say("fhir.drink")), quantity(entry.get("volume_ml") or 0, "mL"), more,
        category=_ACTIVITY, effectiveDateTime=about.time(entry["at"]),
    )  # fmt: skip


def _session(entry: Entry, about: About) -> Iterator[Json]:
    felt = list(pains(entry, about))
    minutes, km, running, effort = (entry.get(key) for key in ("duration_min", "distance_km", "run_min", "rpe"))
    more = [
        _measured(about, "fhir.distance", quantity(km, "km") if km is not None else None),
        _measured(about, "fhir.running", quantity(running, "min") if running is not None else None),
        _measured(about, "fhir.effort", quantity(effort, "{score}") if effort is not None else None),
        _words(about, "fhir.stage", entry.get("stage")),
        _words(about, "fhir.surface", _surface(entry.get("surface"), about)),
        _truth(about, "fhir.limp", entry.get("limp")),
        _truth(about, "fhir.painkiller", entry.get("painkiller_24h")),
    ]
    yield _observation(
        entry, about, concept(about.say(f"fhir.{entry['kind']}"), EXERCISE),
        None if minutes is None else quantity(minutes, "min"), more,
        category=_ACTIVITY, hasMember=[reference(str(one["id"])) for one in felt], **_span(entry, about),
    )  # fmt: skip
    yield from felt


def _surface(word: str | None, about: About) -> str | None:
    key = f"surface.{word}"
    return about.say(key) if word and knows(key) else word


def _span(entry: Entry, about: About) -> Json:
    minutes = entry.get("duration_min")
    if minutes is None or len(entry["at"]) <= 10:
        return {"effectiveDateTime": about.time(entry["at"])}
    start = timestamp(entry["at"])
    aware = start if start.tzinfo else start.replace(tzinfo=about.zone)
    end = (aware.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(aware.tzinfo)
    return {"effectivePeriod": {"start": about.instant(aware), "end": about.instant(end)}}


def _test(entry: Entry, about: About) -> Iterator[Json]:
    reps, pain, test = entry.get("reps"), entry.get("pain"), entry.get("test")
    side = entry.get("side") or "both"
    name = about.say(f"test.{test}") if test else about.say("kind.test")
    hurt = {"code": concept(about.say("fhir.pain"), PAIN), "valueQuantity": _score(pain)}
    yield _observation(
        entry, about, concept(name), None if reps is None else quantity(reps, "{repetitions}"),
        [None if pain is None else hurt],
        category=_SURVEY, bodySite=concept(about.say(f"side.{side}")), effectiveDateTime=about.time(entry["at"]),
    )  # fmt: skip


def pains(entry: Entry, about: About, **more: object) -> Iterator[Json]:
    """A pain Observation for each score that a run, a walk or a check-in was answered with."""
    about_score = {**entry, "note": None}
    for key, during in FELT.items():
        if entry.get(key) is None:
            continue
        when = "walking" if key == "pain_during" and entry["kind"] == "walk" else during
        yield {
            **_observation(
                about_score, about, concept(about.say("fhir.pain"), PAIN), _score(entry[key]),
                [_words(about, "fhir.when", about.say(f"during.{when}"))],
                category=_SURVEY, bodySite=about.place(entry), effectiveDateTime=about.time(entry["at"]), **more,
            ),
            "id": about.id("entry", str(entry["id"]), key),
        }  # fmt: skip


def _observation(
    entry: Entry, about: About, code: Json, value: Json | None, more: Sequence[Json | None], **fields: object
) -> Json:
    """What was measured, `more` beside it; that nothing was measured is said."""
    components = [one for one in more if one is not None]
    absent = concept(about.say("fhir.unknown"), _UNKNOWN) if value is None and not components else None
    return resource(
        "Observation", observation_id(entry, about), about,
        status=status(entry, "final"), code=code, subject=about.patient,
        performer=[about.patient], valueQuantity=value, dataAbsentReason=absent,
        note=noted(entry.get("note")), component=components, **fields,
    )  # fmt: skip


def _score(value: object) -> Json | None:
    return None if value is None else quantity(value, "{score}")


def _measured(about: About, key: str, value: Json | None) -> Json | None:
    return None if value is None else {"code": concept(about.say(key)), "valueQuantity": value}


def _words(about: About, key: str, value: str | None) -> Json | None:
    text = plain(value)
    return {"code": concept(about.say(key)), "valueString": text} if text else None


def _truth(about: About, key: str, value: object) -> Json | None:
    return {"code": concept(about.say(key)), "valueBoolean": value} if isinstance(value, bool) else None


_MAKERS = {"pain": _pain, "sleep": _sleep, "drink": _drink, "run": _session, "walk": _session, "test": _test}
