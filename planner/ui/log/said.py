"""An entry of the journal in one line."""

from collections.abc import Mapping
from typing import Any

from planner.journal.reading import hours_between
from planner.journal.vocabulary import ITEM_KINDS
from planner.ui import dates
from planner.ui.log.body import place_name
from planner.ui.log.drafts import Place
from planner.ui.log.hours import clock_of
from planner.ui.log.when import moment_of
from planner.ui.measures import distance, hours, number, volume
from planner.ui.model import Model

Entry = Mapping[str, Any]

BETWEEN = " · "


def title(model: Model, entry: Entry) -> str:
    """What kind of entry it is: Pain, Run, Ticked: Leg elevation."""
    kind = entry["kind"]
    if kind == "done":
        outcome = model.say(f"ui.journal.outcome.{entry.get('outcome') or 'done'}")
        return model.say("ui.journal.done", outcome=outcome, what=_item(model, str(entry.get("item") or "")))
    return model.say(f"ui.journal.{kind}")


def details(model: Model, entry: Entry) -> str:
    told = {
        "pain": _pain,
        "sleep": _sleep,
        "drink": _drink,
        "run": _session,
        "walk": _session,
        "check_in": _check_in,
        "test": _test,
        "screen": _signs,
        "pause": _pause,
    }.get(str(entry["kind"]))
    parts = told(model, entry) if told else []
    note = entry.get("note")
    return BETWEEN.join([*parts, *([str(note)] if note else [])])


def _pain(model: Model, entry: Entry) -> list[str]:
    place = _place(model, entry)
    score = entry.get("score")
    parts = [place] if place else []
    if score is not None:
        parts.append(_score(model, "ui.journal.score", score))
    felt = [model.say(f"{family}.{entry[family]}") for family in ("during", "course") if entry.get(family)]
    return [*parts, *felt, *_signs(model, entry), *_painkiller(model, entry)]


def _sleep(model: Model, entry: Entry) -> list[str]:
    bed, wake = clock_of(str(entry.get("bed") or "")), clock_of(str(entry.get("wake") or ""))
    slept = entry.get("asleep_h")
    if slept is None and bed and wake:
        slept = hours_between(bed, wake)
    parts = [hours(model, slept)] if slept is not None else []
    if bed and wake:
        parts.append(model.say("ui.journal.bed_to_wake", bed=f"{bed:%H:%M}", wake=f"{wake:%H:%M}"))
    if entry.get("quality"):
        parts.append(model.say(f"ui.sleep_form.quality.{entry['quality']}"))
    return parts


def _drink(model: Model, entry: Entry) -> list[str]:
    what = entry.get("what")
    return [volume(model, entry.get("volume_ml") or 0), *([str(what)] if what and what != "water" else [])]


def _session(model: Model, entry: Entry) -> list[str]:
    parts: list[str] = []
    if entry.get("distance_km") is not None:
        parts.append(distance(model, entry["distance_km"]))
    if entry.get("duration_min") is not None:
        parts.append(model.say("ui.journal.minutes", minutes=number(entry["duration_min"], model.language)))
    if entry.get("run_min") is not None and entry["run_min"] != entry.get("duration_min"):
        parts.append(model.say("ui.journal.running", minutes=number(entry["run_min"], model.language)))
    asked = ("pain_during", "pain_1h")
    parts += [_score(model, f"ui.journal.{one}", entry[one]) for one in asked if entry.get(one) is not None]
    place = _place(model, entry) if entry.get("pain_during") else None
    if place:
        parts.append(place)
    if entry.get("rpe") is not None:
        parts.append(_score(model, "ui.journal.effort", entry["rpe"]))
    return [
        *parts,
        *([model.say("sign.limp")] if entry.get("limp") else []),
        *_painkiller(model, entry),
        *_source(model, entry),
    ]


def _check_in(model: Model, entry: Entry) -> list[str]:
    asked = ("pain_1h", "pain_morning")
    parts = [_score(model, f"ui.journal.{one}", entry[one]) for one in asked if entry.get(one) is not None]
    return [*parts, *([model.say("sign.limp")] if entry.get("limp") else []), *_painkiller(model, entry)]


def _test(model: Model, entry: Entry) -> list[str]:
    parts = [model.name(f"test.{entry['test']}")] if entry.get("test") else []
    if entry.get("side"):
        parts.append(model.say(f"side.{entry['side']}"))
    if entry.get("reps") is not None:
        parts.append(model.say("ui.journal.reps", n=entry["reps"]))
    if entry.get("pain") is not None:
        parts.append(_score(model, "ui.journal.score", entry["pain"]))
    return parts


def _signs(model: Model, entry: Entry) -> list[str]:
    return [model.say(f"sign.{sign}") for sign in entry.get("signs") or ()]


def _pause(model: Model, entry: Entry) -> list[str]:
    first, last = (moment_of(str(entry.get(key) or "")) for key in ("from", "to"))
    why = model.name(f"why.{entry.get('why') or 'other'}")
    if first and last:
        return [why, dates.span(first.date(), last.date(), model.language)]
    return [
        why,
        *([model.say("ui.journal.from", day=dates.day_and_date(first.date(), model.language))] if first else []),
    ]


def _place(model: Model, entry: Entry) -> str | None:
    site = entry.get("site")
    return place_name(model, Place(str(site), str(entry.get("side") or "both"))) if site else None


def _painkiller(model: Model, entry: Entry) -> list[str]:
    return [model.say("ui.journal.painkiller")] if entry.get("painkiller_24h") else []


def _source(model: Model, entry: Entry) -> list[str]:
    source = entry.get("source") or {}
    return [model.say("ui.journal.source", name=source["name"])] if source.get("name") else []


def _score(model: Model, key: str, score: int) -> str:
    return model.say(key, score=score)


def _item(model: Model, item: str) -> str:
    """The kind of the item; its id tells it where it was made here."""
    kind = next((part for part in item.split("/") if part in ITEM_KINDS), None)
    return model.name(f"kind.{kind}") if kind else item
