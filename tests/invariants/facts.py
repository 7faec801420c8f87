"""What can be known about a case without planning: its entries folded, its runs, its clearances.

Two readings of the journal are kept. ``sure`` holds entries that count beyond doubt, ``maybe`` every entry that might count.
A breach is only claimed where both readings agree.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

from .tables import LADDER, STAGES, WEEKDAYS

Entry = dict[str, Any]
Case = dict[str, Any]


def canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def day_of(entry: Entry) -> date | None:
    text = entry.get("at") or entry.get("on") or entry.get("night_of") or entry.get("from")
    return date.fromisoformat(str(text)[:10]) if text else None


def when_of(entry: Entry) -> datetime:
    """The local time an entry names, noon where it names a day alone."""
    text = str(entry.get("at") or entry.get("on") or entry.get("night_of") or entry.get("from"))
    return (
        datetime.fromisoformat(text).replace(tzinfo=None)
        if len(text) > 10
        else datetime.fromisoformat(text[:10] + "T12:00")
    )


def running_minutes(run: Entry) -> float | None:
    """The most minutes that this entry may be said to have been run; None where it doesn't tell."""
    if run.get("run_min") is not None:
        return float(run["run_min"])
    return float(run["duration_min"]) if run.get("duration_min") is not None else None


def reached_stage(run: Entry) -> int:
    """Index of the highest stage that the run was, or that its minutes reached."""
    best = STAGES.index(str(run["stage"])) if str(run.get("stage")) in STAGES else 0
    minutes = running_minutes(run)
    for stage, (run_min, _, times) in LADDER.items():
        if minutes is None or minutes >= run_min * times:
            best = max(best, STAGES.index(stage))
    return STAGES.index("9") if minutes is None or minutes > 30 else best


def _same_run(one: Entry, other: Entry) -> bool:
    if abs(when_of(one) - when_of(other)) > timedelta(minutes=15):
        return False
    first, second = one.get("duration_min"), other.get("duration_min")
    return first is None or second is None or abs(first - second) <= 0.2 * max(first, second)


@dataclass(frozen=True)
class Facts:
    case: Case
    today: date
    sure: list[Entry] = field(default_factory=list)
    maybe: list[Entry] = field(default_factory=list)

    @property
    def runner(self) -> dict[str, Any]:
        return self.case.get("runner") or {}

    @cached_property
    def week_start(self) -> date:
        given = self.case.get("week_start")
        return date.fromisoformat(given) if given else self.today - timedelta(days=self.today.weekday())

    def of(self, *kinds: str, sure: bool = True) -> list[Entry]:
        return [e for e in (self.sure if sure else self.maybe) if e["kind"] in kinds]

    @cached_property
    def runs(self) -> list[Entry]:
        """Every run that may count, oldest first."""
        return sorted(self.of("run", sure=False), key=when_of)

    @cached_property
    def sure_run_days(self) -> set[date]:
        return {d for e in self.of("run") if (d := day_of(e))}

    @cached_property
    def clearances(self) -> list[Entry]:
        return self.of("clearance", sure=False)

    def runs_since(self, first: date) -> list[Entry]:
        return [r for r in self.runs if (d := day_of(r)) and first <= d <= self.today]

    def health(self, on: date) -> set[str]:
        """Health ids that hold on a day."""
        found: set[str] = set()
        for item in self.runner.get("health") or []:
            if isinstance(item, str):
                found.add(item)
            elif not item.get("until") or on <= date.fromisoformat(item["until"]):
                found.add(item["id"])
        return found

    def limits(self, kind: str, on: date) -> list[Any]:
        """Values of the clinician's limits of one kind that hold on a day."""
        return [
            limit.get("value")
            for limit in self.runner.get("clinician_limits") or []
            if limit["kind"] == kind and (not limit.get("until") or on <= date.fromisoformat(limit["until"]))
        ]

    def allowed(self, on: date) -> set[str]:
        """Item kinds and holds that a clinician allows on a day, whatever else forbids them."""
        values = self.limits("allow", on)
        return {str(each) for value in values for each in (value if isinstance(value, list) else [value])}

    def diagnoses(self, on: date) -> list[dict[str, Any]]:
        return [
            d
            for d in self.runner.get("diagnoses") or []
            if (not d.get("since") or date.fromisoformat(d["since"]) <= on)
            and (not d.get("until") or on <= date.fromisoformat(d["until"]))
        ]

    def day_minutes(self, on: date) -> float:
        given = self.runner.get("day_minutes")
        return 60 if given is None else float(given.get(WEEKDAYS[on.weekday()], 60))

    def may_run_on(self, on: date) -> bool:
        days = self.runner.get("run_days")
        return days is None or WEEKDAYS[on.weekday()] in days

    def scores(self, entry: Entry) -> list[float]:
        keys = ("score", "pain_during", "pain_1h", "pain_morning", "pain")
        return [float(entry[k]) for k in keys if entry.get(k) is not None]

    @cached_property
    def any_trouble_ever(self) -> bool:
        """A score of 1 or more, a sign or a limp anywhere in the journal."""
        return any(e.get("signs") or e.get("limp") or any(s >= 1 for s in self.scores(e)) for e in self.maybe)


def _deduplicated(journal: list[Entry]) -> dict[str, list[Entry]]:
    by_id: dict[str, dict[str, Entry]] = {}
    for entry in journal:
        text = canonical(entry)
        by_id.setdefault(str(entry.get("id") or text), {})[text] = entry
    return {key: list(rivals.values()) for key, rivals in by_id.items()}


def _winner(rivals: list[Entry]) -> Entry | None:
    """The rival that wins by `logged_at` alone, if one does."""
    ranked = sorted(rivals, key=lambda e: str(e.get("logged_at") or ""))
    alone = len(ranked) == 1 or str(ranked[-1].get("logged_at") or "") > str(ranked[-2].get("logged_at") or "")
    return ranked[-1] if alone else None


def _twins(runs: list[Entry]) -> set[int]:
    """Runs that may be the same run logged twice, by identity."""
    in_time = sorted(runs, key=when_of)
    near = {id(e) for pair in pairwise(in_time) if _same_run(*pair) for e in pair}
    return near | {id(e) for pair in zip(in_time, in_time[2:], strict=False) if _same_run(*pair) for e in pair}


def facts_of(case: Case) -> Facts:
    """Folds a case. An entry that another corrects or withdraws is never sure; a corrected one is gone unless the correction is doubtful."""
    journal: list[Entry] = case.get("journal") or []
    deleted = {str(e["entry"]) for e in journal if e["kind"] == "deleted"}
    replaced = {str(e["replaces"]) for e in journal if e.get("replaces")}
    sure: list[Entry] = []
    maybe: list[Entry] = []
    for key, rivals in _deduplicated([e for e in journal if e["kind"] != "deleted"]).items():
        if key in deleted:
            continue
        maybe.extend(rivals)
        winner = _winner(rivals)
        if winner is not None and key not in replaced and not winner.get("replaces"):
            sure.append(winner)
    twins = _twins([e for e in maybe if e["kind"] == "run"])
    sure = [e for e in sure if id(e) not in twins]
    return Facts(case=case, today=date.fromisoformat(case["today"]), sure=sure, maybe=maybe)
