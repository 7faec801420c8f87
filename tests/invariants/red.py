"""Days that are red beyond doubt, by table B of the decisions."""

from datetime import date, timedelta
from typing import Any

from .facts import Entry, Facts, day_of, when_of
from .tables import BONE_SITES, MUSCLE_SITES, RED_FROM, SITES_OF

UNMAPPED = frozenset({"unknown", "venous", "muscle_soreness"})


def _sides_meet(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other) or "both" in (one, other)


def _diagnosed(facts: Facts, site: str, side: str | None, on: date) -> list[str] | None:
    """Conditions a clinician gave for this place; None where it can't be told."""
    found: list[str] = []
    for diagnosis in facts.diagnoses(on):
        condition = diagnosis["condition"]
        if condition in UNMAPPED:
            return None
        if site not in SITES_OF[condition] or not _sides_meet(diagnosis.get("side"), side):
            continue
        if condition == "bone_stress" or diagnosis.get("given_by_clinician") is True:
            found.append(condition)
        else:
            return None
    return found


def row_of(facts: Facts, site: str | None, side: str | None, on: date) -> str:
    """The row of table A; "unclear" stands for the mildest row, "sore" for none."""
    may_be_sore = (site is None or site in MUSCLE_SITES) and side not in ("left", "right")
    if may_be_sore:
        return "sore"
    if site is None or site == "other":
        return "unclear"
    conditions = _diagnosed(facts, site, side, on)
    if conditions is None or len(conditions) > 1:
        return "unclear"
    if conditions:
        return conditions[0]
    if side not in ("left", "right") and facts.diagnoses(on):
        return "unclear"
    if site in BONE_SITES or (site == "thigh_front" and side in ("left", "right")):
        return "bone"
    return "unclear" if site == "heel_sole" else "provisional"


def _run_is_red(facts: Facts, run: Entry) -> str | None:
    on = day_of(run)
    assert on is not None
    if run.get("limp") is True:
        return "a limp"
    amber, red, hour, _ = RED_FROM[row_of(facts, run.get("site"), run.get("side"), on)]
    during, after = run.get("pain_during"), run.get("pain_1h")
    if during is not None and during >= red:
        return f"pain {during} in the run"
    if during is not None and during >= amber and run.get("course") == "rises":
        return f"pain {during} that rises in the run"
    if after is not None and after >= hour:
        return f"pain {after} an hour after"
    return None


def _pain_is_red(facts: Facts, entry: Entry) -> str | None:
    on = day_of(entry)
    assert on is not None
    _, red, _, daily = RED_FROM[row_of(facts, entry.get("site"), entry.get("side"), on)]
    score, during = entry.get("score"), entry.get("during")
    if score is None:
        return None
    if (during == "run" and score >= red) or (during in ("daily", "walking", "rest", "night") and score >= daily):
        return f"{during} pain {score} at {entry.get('site')}"
    return None


def _check_in_is_red(facts: Facts, entry: Entry, runs: dict[str, Entry]) -> str | None:
    run = runs.get(str(entry.get("about")))
    if run is None:
        return None
    if entry.get("limp") is True:
        return "a limp in a check-in"
    on = day_of(run)
    assert on is not None
    hour = RED_FROM[row_of(facts, run.get("site"), run.get("side"), on)][2]
    after = entry.get("pain_1h")
    return f"pain {after} an hour after" if after is not None and after >= hour else None


def red_entries(facts: Facts) -> list[tuple[date, str, Entry]]:
    """Day, cause and entry of all that is red beyond doubt, oldest first."""
    runs: dict[str, Any] = {str(e["id"]): e for e in facts.of("run") if e.get("id")}
    found: list[tuple[date, str, Entry]] = []
    for entry in facts.of("run", "pain", "check_in"):
        on = day_of(entry)
        if on is None or on > facts.today:
            continue
        if entry["kind"] == "run":
            cause = _run_is_red(facts, entry)
        elif entry["kind"] == "pain":
            cause = _pain_is_red(facts, entry)
        else:
            cause = _check_in_is_red(facts, entry, runs)
        if cause:
            found.append((on, cause, entry))
    return sorted(found, key=lambda each: (each[0], when_of(each[2])))


def days_off(facts: Facts) -> dict[date, str]:
    """Each day that no run may be on because of a red day, with the cause."""
    off: dict[date, str] = {}
    for on, cause, _ in red_entries(facts):
        for later in range(3):
            off[on + timedelta(days=later)] = f"{cause} on {on}"
    return off


def unanswered_since(facts: Facts) -> str | None:
    """Why no run may be planned at all: the last thing heard was red, and no morning has been logged since."""
    last = max(red_entries(facts), key=lambda each: each[0], default=None)
    if last is None or facts.today - last[0] > timedelta(days=6):
        return None
    for entry in facts.maybe:
        on = day_of(entry)
        if on is None or on <= last[0]:
            continue
        morning = entry["kind"] == "check_in" or entry.get("during") in ("next_morning", "first_steps")
        if morning or entry["kind"] == "run" or entry["kind"] == "clearance":
            return None
    return f"{last[1]} on {last[0]}, and no morning answered since"
