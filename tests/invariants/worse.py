"""Pairs of cases, one worse than the other in a single field (contract, 9): every field of the journal and profile that can get worse.

A score or sign counts on the latest day that has any: older ones also say what is usual, which is another question. A pair
therefore drops what was felt on later days from both its cases.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

from .facts import Case, Entry, day_of, facts_of
from .tables import HEALTH, SIGNS
from .variants import SCORES

Pair = tuple[Case, Case]
Making = Callable[[Case, Random], Pair | None]

SITES = (
    "shin_inner", "shin_front", "calf", "achilles_mid", "achilles_heel", "heel_sole", "arch", "forefoot", "midfoot_top",
    "knee_front", "knee_outer", "thigh_front", "thigh_back", "hip_outer", "groin", "buttock", "low_back", "other",
)  # fmt: skip
DURINGS = ("rest", "night", "walking", "run", "after_run", "first_steps", "next_morning", "daily")
SELF_TESTS = ("heel_raise", "hop", "brisk_walk", "bone_press", "step_down")
FELT = {
    "pain": ("score",),
    "run": ("pain_during", "pain_1h"),
    "walk": ("pain_during", "pain_1h"),
    "check_in": ("pain_1h", "pain_morning"),
    "test": ("pain",),
    "done": ("pain",),
}


def _is_felt(entry: Entry) -> bool:
    return bool(any(entry.get(key) is not None for key in SCORES) or entry.get("signs") or entry.get("limp"))


def _plain(case: Case, *kinds: str) -> list[int]:
    """Places of the entries of some kinds that count beyond doubt: neither repeated nor corrected."""
    journal, sure = case.get("journal") or [], facts_of(case).sure
    return [
        n
        for n, entry in enumerate(journal)
        if entry["kind"] in kinds and entry in sure and journal.count(entry) == 1 and not entry.get("replaces")
    ]


def _nothing_felt_after(case: Case, day: date) -> Case:
    """The case without what was felt on later days; later runs and walks stay, unanswered."""
    other = deepcopy(case)
    kept: list[Entry] = []
    for entry in other.get("journal") or []:
        on = day_of(entry)
        if on is not None and on > day and _is_felt(entry):
            if entry["kind"] not in ("run", "walk"):
                continue
            entry = {k: v for k, v in entry.items() if k not in (*SCORES, "limp", "course")}  # noqa: PLW2901
        kept.append(entry)
    other["journal"] = kept
    return other


def _at(case: Case, back: int, hour: int) -> str:
    return f"{date.fromisoformat(case['today']) - timedelta(days=back)}T{hour:02}:05"


def _somewhere(case: Case, rng: Random) -> dict[str, Any]:
    """The site and side of some entry of the journal, or any."""
    known = [{"site": e["site"], "side": e.get("side", "both")} for e in case.get("journal") or [] if e.get("site")]
    if known and rng.random() < 0.7:
        return rng.choice(known)
    return {"site": rng.choice(SITES), "side": rng.choice(["left", "right", "both"])}


def _new_entry(case: Case, kind: str, rng: Random) -> Entry:
    at = _at(case, rng.choice([0, 0, 1, 2]), rng.choice([5, 8, 12, 20]))
    entry: Entry = {"kind": kind, "id": "tried", "at": at}
    if kind == "pain":
        return entry | _somewhere(case, rng) | {"during": rng.choice(DURINGS)}
    if kind == "run":
        return entry | _somewhere(case, rng) | {"duration_min": rng.choice([20, 30, 45])}
    if kind == "walk":
        return entry | _somewhere(case, rng) | {"duration_min": 30}
    if kind == "test":
        return entry | {"test": rng.choice(SELF_TESTS), "side": rng.choice(["left", "right", "both"])}
    if kind == "done":
        return entry | {"item": "2020-01-01/strength/1", "outcome": "done"}
    return entry


def _one_entry(case: Case, kind: str, rng: Random) -> tuple[Case, int]:
    """The case with one of its latest entries of a kind on the latest day that anything was felt, and its place."""
    places = _plain(case, kind)[-4:]
    made = deepcopy(case)
    made.setdefault("journal", [])
    if places and rng.random() < 0.75:
        chosen = made["journal"][rng.choice(places)]
    else:
        chosen = _new_entry(case, kind, rng)
        made["journal"].append(chosen)
    made = _nothing_felt_after(made, day_of(chosen) or date.min)
    return made, made["journal"].index(chosen)


def _pair(case: Case, place: int, better: Entry, worse: Entry) -> Pair:
    """Two cases that differ in one entry; None takes a field away."""
    pair: list[Case] = []
    for fields in (better, worse):
        other = deepcopy(case)
        entry = {**other["journal"][place], **fields}
        other["journal"][place] = {k: v for k, v in entry.items() if v is not None}
        pair.append(other)
    return pair[0], pair[1]


def raised(kind: str, key: str) -> Making:
    """A score that is higher."""

    def make(case: Case, rng: Random) -> Pair:
        made, place = _one_entry(case, kind, rng)
        score = made["journal"][place].get(key)
        score = rng.choice([0, 0, 1, 2, 3, 5]) if score is None else score
        return _pair(made, place, {key: min(9, score)}, {key: min(10, min(9, score) + rng.choice([1, 1, 2, 3, 6]))})

    return make


def ticked(kind: str, key: str, value: object) -> Making:
    """A tick or word that makes an entry worse: a limp, a rising course, a painkiller."""

    def make(case: Case, rng: Random) -> Pair:
        made, place = _one_entry(case, kind, rng)
        entry = made["journal"][place]
        score_key = FELT[kind][0]
        score = {score_key: entry[score_key] if entry.get(score_key) is not None else rng.choice([None, 0, 1, 2, 3])}
        calm = False if value is True else rng.choice([None, "steady"])
        return _pair(made, place, {**score, key: calm}, {**score, key: value})

    return make


def signed(kind: str, sign: str) -> Making:
    """One more sign on an entry."""

    def make(case: Case, rng: Random) -> Pair:
        made, place = _one_entry(case, kind, rng)
        others = [each for each in made["journal"][place].get("signs") or [] if each != sign]
        return _pair(made, place, {"signs": others}, {"signs": [*others, sign]})

    return make


def sign_alone(sign: str) -> Making:
    """An entry more, with a sign and no score."""

    def make(case: Case, rng: Random) -> Pair:
        told = {**_new_entry(case, rng.choice(["pain", "screen"]), rng), "signs": [sign]}
        if told["kind"] == "screen":
            told = {"kind": "screen", "id": "tried", "on": told["at"][:10], "signs": [sign]}
        made = _nothing_felt_after(case, day_of(told) or date.min)
        return made, {**deepcopy(made), "journal": [*deepcopy(made["journal"]), told]}

    return make


def slept_less(case: Case, rng: Random) -> Pair:
    nights = _plain(case, "sleep")
    if not nights:
        made = deepcopy(case)
        nights = [len(made.get("journal") or []) + n for n in range(7)]
        made["journal"] = [
            *(made.get("journal") or []),
            *(
                {"kind": "sleep", "id": f"night-{n}", "night_of": _at(case, n + 1, 1)[:10], "asleep_h": 7.6}
                for n in range(7)
            ),
        ]
        case = made
    shorter = deepcopy(case)
    factor = rng.choice([0.3, 0.6, 0.8, 0.9])
    for place in rng.sample(nights, rng.randrange(1, len(nights) + 1)):
        night = shorter["journal"][place]
        if night.get("asleep_h") is not None:
            night["asleep_h"] = round(night["asleep_h"] * factor, 2)
    return case, shorter


def slept_worse(case: Case, rng: Random) -> Pair | None:
    nights = _plain(case, "sleep")
    if not nights:
        return None
    better, worse = deepcopy(case), deepcopy(case)
    for place in rng.sample(nights, rng.randrange(1, len(nights) + 1)):
        better["journal"][place]["quality"], worse["journal"][place]["quality"] = 5, 1
    return better, worse


def ill(health: str) -> Making:
    """A health state more."""

    def make(case: Case, rng: Random) -> Pair | None:
        worse = deepcopy(case)
        runner: dict[str, Any] = worse.setdefault("runner", {})
        known = runner.get("health") or []
        if any(health == (one if isinstance(one, str) else one["id"]) for one in known):
            return None
        runner["health"] = [*known, health]
        return case, worse

    return make


def fewer_reps(case: Case, rng: Random) -> Pair:
    made, place = _one_entry(case, "test", rng)
    reps = rng.choice([5, 20, 25, 30, 40])
    return _pair(made, place, {"reps": reps}, {"reps": rng.randrange(reps)})


def lower_usual(case: Case, rng: Random) -> Pair:
    sites = sorted({e["site"] for e in case.get("journal") or [] if e.get("site")}) or list(SITES)
    site, usual = rng.choice(sites), rng.randrange(1, 6)
    pair: list[Case] = []
    for score in (usual, rng.randrange(usual)):
        other = deepcopy(case)
        runner: dict[str, Any] = other.setdefault("runner", {})
        runner["usual_morning"] = {**(runner.get("usual_morning") or {}), site: score}
        pair.append(other)
    return pair[0], pair[1]


def bone_stress_too(case: Case, rng: Random) -> Pair:
    """The one diagnosis that can only make a week stricter; another may loosen the limits of its sites."""
    today = date.fromisoformat(case["today"])
    worse = deepcopy(case)
    runner: dict[str, Any] = worse.setdefault("runner", {})
    runner["diagnoses"] = [
        *(runner.get("diagnoses") or []),
        {
            "condition": "bone_stress",
            "side": rng.choice(["left", "right", "both"]),
            "since": str(today - timedelta(days=rng.randrange(30))),
            "given_by_clinician": rng.random() < 0.5,
        },
    ]
    return case, worse


def unanswered(kind: str, key: str) -> Making:
    """First the case with a 0, then the one where the same question was left open."""

    def make(case: Case, rng: Random) -> Pair | None:
        made, place = _one_entry(case, kind, rng)
        if key == "pain_morning" and not _is_about_the_last_run(made, made["journal"][place]):
            return None
        return _pair(made, place, {key: 0}, {key: None})

    return make


def without_its_check_in(case: Case, rng: Random) -> Pair | None:
    """First a run whose check-in says 0 throughout, then the same run without the check-in."""
    runs = facts_of(case).runs
    if not runs or not runs[-1].get("id"):
        return None
    after = (day_of(runs[-1]) or date.min) + timedelta(days=1)
    if str(after) > case["today"]:
        return None
    made = _nothing_felt_after(case, after)
    made["journal"] = [e for e in made["journal"] if e.get("about") != runs[-1]["id"]]
    zero = {
        "kind": "check_in",
        "id": "tried",
        "at": f"{after}T07:05",
        "about": runs[-1]["id"],
        "pain_1h": 0,
        "pain_morning": 0,
    }
    return {**deepcopy(made), "journal": [*deepcopy(made["journal"]), zero]}, made


def _is_about_the_last_run(case: Case, check_in: Entry) -> bool:
    runs = facts_of(case).runs
    return bool(runs) and check_in.get("about") == runs[-1].get("id")


def _all_ways() -> Iterator[tuple[str, Making]]:
    for kind, keys in FELT.items():
        for key in keys:
            yield f"{kind}.{key} higher", raised(kind, key)
    for kind in ("run", "walk", "check_in"):
        yield f"{kind}.limp", ticked(kind, "limp", value=True)
    for kind in ("pain", "run"):
        yield f"{kind}.course rises", ticked(kind, "course", value="rises")
    for kind in ("pain", "run", "walk", "check_in"):
        yield f"{kind}.painkiller_24h", ticked(kind, "painkiller_24h", value=True)
    for sign in SIGNS:
        yield f"sign {sign} on a score", signed("pain", sign)
        yield f"sign {sign} in the screen", signed("screen", sign)
        yield f"sign {sign} alone", sign_alone(sign)
    for health in sorted(HEALTH):
        yield f"health {health}", ill(health)
    yield from {
        "sleep shorter": slept_less,
        "sleep of lower quality": slept_worse,
        "test.reps fewer": fewer_reps,
        "usual_morning lower": lower_usual,
        "diagnosis bone_stress": bone_stress_too,
        "the whole check_in unanswered": without_its_check_in,
    }.items()
    for kind in ("run", "walk", "check_in"):
        for key in FELT[kind]:
            yield f"{kind}.{key} unanswered", unanswered(kind, key)


WAYS: dict[str, Making] = dict(_all_ways())


def pair_of(way: str, case: Case, rng: Random) -> Pair | None:
    """A pair that got worse in one way; some runners never tell where a run or walk hurt."""
    return WAYS[way](_told_nowhere(case) if rng.random() < 0.3 else case, rng)


def _told_nowhere(case: Case) -> Case:
    other = deepcopy(case)
    other["journal"] = [
        {k: v for k, v in entry.items() if k not in ("site", "side") or entry["kind"] not in ("run", "walk")}
        for entry in other.get("journal") or []
    ]
    return other
