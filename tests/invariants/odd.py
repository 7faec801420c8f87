"""Cases that nobody would expect and the contract allows: any sites, signs and scores, gaps, duplicates, corrections, offsets."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from .limited import limited, some_limit
from .runners import Case, Entry, some_today
from .tables import CLINICIANS, FLAGS, HEALTH, SIGNS, SITES, SITES_OF, STAGES, WEEKDAYS

DURING = ("rest", "night", "walking", "run", "after_run", "first_steps", "next_morning", "daily")
CONDITIONS = (*SITES_OF, "muscle_soreness", "venous", "unknown")


def _clock(rng: Random, day: date) -> str:
    time = f"{rng.randrange(24):02d}:{rng.randrange(60):02d}"
    shape = rng.random()
    if shape < 0.1:
        return day.isoformat()
    return f"{day.isoformat()}T{time}" + (rng.choice([":00+09:00", ":30-05:00", ":00Z"]) if shape < 0.2 else "")


def _place(rng: Random) -> dict[str, Any]:
    place: dict[str, Any] = {"site": rng.choice(SITES)}
    if rng.random() < 0.85:
        place["side"] = rng.choice(["left", "right", "both"])
    return place


def _maybe(rng: Random, entry: Entry, **fields: Any) -> Entry:
    return entry | {key: value for key, value in fields.items() if rng.random() < 0.6}


def _pain(rng: Random, day: date) -> Entry:
    entry = {
        "kind": "pain",
        "at": _clock(rng, day),
        "score": rng.choice([0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 10]),
        **_place(rng),
    }
    signs = rng.sample(SIGNS, rng.choice([0, 0, 0, 0, 1, 1, 2, 3]))
    return _maybe(
        rng,
        entry,
        during=rng.choice(DURING),
        course=rng.choice(["eases", "steady", "rises"]),
        signs=signs,
        painkiller_24h=rng.random() < 0.2,
    )


def _run(rng: Random, day: date) -> Entry:
    minutes = rng.choice([4, 12, 25, 30, 30, 45, 60, 150])
    entry: Entry = {"kind": "run", "at": _clock(rng, day)}
    entry = _maybe(
        rng,
        entry,
        distance_km=round(minutes / 6, 2),
        duration_min=minutes,
        pain_during=rng.choice([0, 0, 0, 1, 2, 3, 5, 8]),
        pain_1h=rng.choice([0, 0, 1, 3]),
    )
    if "duration_min" in entry and rng.random() < 0.4:
        entry["run_min"] = rng.randrange(0, minutes + 1)
        entry["stage"] = rng.choice(STAGES)
    if rng.random() < 0.5:
        entry |= _place(rng)
    return _maybe(
        rng,
        entry,
        rpe=rng.randrange(0, 11),
        course=rng.choice(["eases", "steady", "rises"]),
        limp=rng.random() < 0.15,
        warm_up=False,
        cool_down=True,
    )


def _entry(rng: Random, day: date, known: list[str]) -> Entry:
    at = _clock(rng, day)
    about = rng.choice(known) if known else None
    kind = rng.choice(
        "pain pain pain run run run run walk check_in check_in sleep drink test screen pause done clearance".split()
    )
    if kind == "pain":
        return _pain(rng, day)
    if kind == "run":
        return _run(rng, day)
    if kind == "walk":
        return _maybe(
            rng,
            {"kind": kind, "at": at, "duration_min": rng.choice([10, 30, 30, 45])},
            pain_during=rng.choice([0, 0, 0, 2, 5]),
        )
    if kind == "check_in" and about:
        return _maybe(
            rng,
            {"kind": kind, "at": at, "about": about},
            pain_1h=rng.randrange(0, 4),
            pain_morning=rng.randrange(0, 5),
            limp=rng.random() < 0.1,
        )
    if kind == "test":
        return {
            "kind": kind,
            "at": at,
            "test": rng.choice(["heel_raise", "brisk_walk", "bone_press", "step_down"]),
            "side": "left",
            "reps": rng.randrange(0, 40),
            "pain": rng.randrange(0, 4),
        }
    if kind == "screen":
        return {"kind": kind, "on": day.isoformat(), "signs": rng.sample(SIGNS, rng.choice([0, 0, 0, 1]))}
    if kind == "pause":
        to = (day + timedelta(days=rng.randrange(0, 12))).isoformat()
        return {
            "kind": kind,
            "from": day.isoformat(),
            "to": to,
            "why": rng.choice(["holiday", "illness", "injury", "other"]),
        }
    if kind == "clearance":
        return {
            "kind": kind,
            "at": at,
            "by": rng.choice(CLINICIANS),
            "clears": rng.sample(list(FLAGS), rng.randrange(1, 4)),
            "outcome": rng.choice(["may_start", "excluded"]),
            **(_place(rng) if rng.random() < 0.5 else {}),
        }
    if kind == "drink":
        return {"kind": kind, "at": at, "volume_ml": rng.randrange(50, 900), "what": "water"}
    return {
        "kind": "sleep",
        "night_of": (day - timedelta(days=1)).isoformat(),
        "asleep_h": round(rng.uniform(2, 11), 1),
    }


def runner(rng: Random, today: date) -> dict[str, Any]:
    choices: dict[str, Any] = {
        "birth_year": rng.choice([1940, 1955, 1960, 1985, 2009, 2012]),
        "sex": rng.choice(["female", "male"]),
        "height_cm": rng.choice([140, 170, 205]),
        "mass_kg": rng.choice([40, 70, 120]),
        "experience": rng.choice(["new", "regular", "experienced"]),
        "run_days": rng.sample(WEEKDAYS, rng.randrange(0, 8)),
        "day_minutes": {day: rng.choice([0, 10, 20, 28, 45, 60, 240]) for day in WEEKDAYS if rng.random() < 0.7},
        "health": [_health(rng, today) for _ in range(rng.choice([0, 0, 1, 2]))],
        "diagnoses": [_diagnosis(rng, today) for _ in range(rng.choice([0, 1, 1, 2]))],
        "usual_morning": {rng.choice(SITES): rng.randrange(0, 4)},
        "clinician_limits": [some_limit(rng, today) for _ in range(rng.choice([0, 0, 1, 2]))],
        "bedtime": rng.choice(["20:00", "22:30", "01:30"]),
        "wake": rng.choice(["04:00", "06:30", "11:00"]),
    }
    return {key: value for key, value in choices.items() if rng.random() < 0.4}


def _health(rng: Random, today: date) -> Any:
    name = rng.choice(sorted(HEALTH))
    return (
        name
        if rng.random() < 0.7
        else {"id": name, "until": (today + timedelta(days=rng.randrange(-20, 20))).isoformat()}
    )


def _diagnosis(rng: Random, today: date) -> dict[str, Any]:
    since = (today - timedelta(days=rng.randrange(0, 120))).isoformat()
    return {"condition": rng.choice(CONDITIONS)} | _maybe(
        rng, {}, side=rng.choice(["left", "right", "both"]), since=since, given_by_clinician=rng.random() < 0.8
    )


def odd(rng: Random) -> Case:
    """A handful of entries of any kind on any days up to today."""
    today = some_today(rng)
    journal: list[Entry] = []
    for n in range(rng.choice([0, 1, 2, 4, 8, 15, 30])):
        day = today - timedelta(days=int(rng.choice([0, 1, 2, 3, 5, 8, 14, 30, 90]) * rng.uniform(0.5, 1)))
        known = [e["id"] for e in journal if e["kind"] in ("run", "walk") and "id" in e]
        entry = _entry(rng, day, known)
        if rng.random() < 0.8:
            entry["id"] = f"e{n}"
        if rng.random() < 0.2:
            entry["logged_at"] = f"{day.isoformat()}T{rng.randrange(24):02d}:00:00Z"
        journal.append(entry)
    case: Case = {"schema": 1, "today": today.isoformat()}
    for key, value in (
        ("week_start", (today + timedelta(days=rng.randrange(-9, 84))).isoformat()),
        ("runner", runner(rng, today)),
        ("journal", journal),
        ("issued", []),
    ):
        if rng.random() < (0.5 if key == "week_start" else 0.95):
            case[key] = value
    return case


def tampered(rng: Random) -> Case:
    """A sensible case whose journal has been corrected, withdrawn, repeated, shuffled and merged with a rival copy."""
    case = json.loads(json.dumps(limited(rng)))
    journal: list[Entry] = case["journal"]
    for n in range(rng.randrange(1, 6)):
        if not journal:
            break
        target = rng.choice(journal)
        what = rng.random()
        if what < 0.3 and "id" in target:
            journal.append({"kind": "deleted", "entry": target["id"], "id": f"gone-{n}"})
        elif what < 0.6 and "id" in target and target["kind"] in ("pain", "run"):
            key = "score" if target["kind"] == "pain" else "pain_during"
            journal.append({**target, "id": f"again-{n}", "replaces": target["id"], key: rng.randrange(0, 6)})
        elif what < 0.8 and target["kind"] in ("pain", "run"):
            journal.append({**target, "logged_at": f"2028-01-0{n + 1}T00:00:00Z", "note": "from the other phone"})
        else:
            journal.append(dict(target))
    rng.shuffle(journal)
    return case


def worsened(rng: Random) -> Case:
    """A sensible case with a sign, a red run or a night pain in the last days."""
    case = limited(rng)
    today = date.fromisoformat(case["today"])
    for n in range(rng.randrange(1, 3)):
        day = today - timedelta(days=rng.randrange(0, 6))
        entry = rng.choice([_pain, _pain, _run])(rng, day)
        case["journal"].append(entry | {"id": f"worse-{n}"})
    return case
