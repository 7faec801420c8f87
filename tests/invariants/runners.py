"""Invented runners such as might walk in: healthy ones with regular runs, and ones on the ladder after a complaint."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from .tables import BONE_STAGE_1, LADDER, STAGES, WEEKDAYS

Case = dict[str, Any]
Entry = dict[str, Any]

# Condition or complaint: the site it is at, the pain a session may have, whether a clinician named it.
COMPLAINTS: dict[str, tuple[str, int, str | None]] = {
    "mtss": ("shin_inner", 2, "mtss"),
    "bone_stress": ("shin_inner", 0, "bone_stress"),
    "achilles_mid": ("achilles_mid", 3, "achilles_mid"),
    "achilles_insertional": ("achilles_heel", 3, "achilles_insertional"),
    "plantar_fascia": ("heel_sole", 3, "plantar_fascia"),
    "calf_strain": ("calf", 1, "calf_strain"),
    "runners_knee": ("knee_front", 2, "runners_knee"),
    "lateral_hip": ("hip_outer", 3, "lateral_hip"),
    "undiagnosed_bone": ("shin_inner", 0, None),
    "provisional": ("knee_outer", 2, None),
}


@dataclass
class Diary:
    """A journal being written, with ids that count up."""

    rng: Random
    entries: list[Entry] = field(default_factory=list)

    def add(self, kind: str, **fields: Any) -> str:
        name = f"{kind}-{len(self.entries)}"
        self.entries.append({"kind": kind, "id": name, **{k: v for k, v in fields.items() if v is not None}})
        return name

    def clock(self, day: date, hour: int) -> str:
        offset = "+02:00" if self.rng.random() < 0.05 else ""
        return f"{day.isoformat()}T{hour:02d}:{self.rng.randrange(60):02d}{':00' if offset else ''}{offset}"


def sometimes(rng: Random, chance: float, value: Any) -> Any:
    return value if rng.random() < chance else None


def some_today(rng: Random) -> date:
    return date(2026, 1, 5) + timedelta(days=rng.randrange(700))


def next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def frame(rng: Random, today: date, runner: dict[str, Any], diary: Diary) -> Case:
    """A case around a runner: mostly the coming week, else this one, at times a later one."""
    case: Case = {"schema": 1, "today": today.isoformat()}
    which = rng.random()
    if which < 0.55:
        case["week_start"] = next_monday(today).isoformat()
    elif which < 0.65:
        case["week_start"] = (today + timedelta(days=rng.randrange(-6, 80))).isoformat()
    elif which < 0.8:
        case["week_start"] = today.isoformat()
    return case | {"runner": runner, "issued": [], "journal": diary.entries}


def profile(rng: Random) -> dict[str, Any]:
    choices: tuple[tuple[str, float, Any], ...] = (
        ("birth_year", 0.6, rng.randrange(1968, 2002)),
        ("sex", 0.6, rng.choice(["female", "male"])),
        ("height_cm", 0.4, rng.randrange(158, 195)),
        ("mass_kg", 0.4, rng.randrange(52, 74)),
        ("experience", 0.7, rng.choice(["regular", "experienced"])),
        ("usual_week_km", 0.4, rng.randrange(10, 60)),
        ("surfaces", 0.3, ["asphalt", "trail"]),
        ("equipment", 0.5, rng.sample(["foam_roller", "bathtub", "resistance_band", "step"], rng.randrange(1, 5))),
        ("goal", 0.3, {"kind": "distance", "distance_km": rng.choice([5, 10, 21.1]), "by": "2028-03-14"}),
        ("bedtime", 0.4, rng.choice(["21:45", "22:30", "23:30"])),
        ("wake", 0.4, rng.choice(["05:50", "06:30", "07:15"])),
        ("language", 0.1, "en"),
    )
    return {key: value for key, chance, value in choices if rng.random() < chance}


def days_to_run(rng: Random, runner: dict[str, Any], least_minutes: int) -> None:
    """Mostly days and minutes that leave room to run; often none are named."""
    if rng.random() < 0.6:
        runner["run_days"] = sorted(rng.sample(WEEKDAYS, rng.randrange(3, 7)), key=WEEKDAYS.index)
    if rng.random() < 0.6 or least_minutes > 55:
        runner["day_minutes"] = {day: least_minutes + 15 * rng.randrange(0, 5) for day in WEEKDAYS}


def habits(rng: Random, diary: Diary, today: date, days: int) -> None:
    if rng.random() < 0.6:
        base = rng.choice([6.2, 7.2, 7.8, 8.3])
        for back in range(min(days, rng.choice([3, 7, 14, 28]))):
            night = (today - timedelta(days=back + 1)).isoformat()
            diary.add(
                "sleep", night_of=night, asleep_h=round(base + rng.uniform(-0.8, 0.8), 1), quality=rng.randrange(2, 6)
            )
    if rng.random() < 0.4:
        for back in range(rng.choice([2, 7])):
            at = diary.clock(today - timedelta(days=back + 1), 8)
            diary.add("drink", at=at, volume_ml=rng.choice([250, 300, 500]), what="water")


def healthy(rng: Random) -> Case:
    """Regular runs for four weeks to a year, up to at most six days ago, and next to no pain."""
    today, diary, runner = some_today(rng), Diary(rng), profile(rng)
    weeks = rng.choice([4, 5, 6, 8, 12, 26, 52])
    every, pace = rng.choice([1.8, 2.3, 3.0, 3.5]), rng.uniform(4.8, 7.0)
    minutes = rng.choice([25, 30, 35, 45, 60])
    back = float(weeks * 7)
    last_day = rng.choice([0, 1, 1, 2, 3, 5])
    while back >= last_day:
        day = today - timedelta(days=int(back))
        long = round(minutes * rng.uniform(0.8, 1.2), 1)
        diary.add(
            "run",
            at=diary.clock(day, rng.choice([6, 7, 17, 18])),
            duration_min=long,
            distance_km=round(long / pace, 2),
            rpe=sometimes(rng, 0.4, rng.randrange(2, 7)),
            pain_during=sometimes(rng, 0.3, 0),
            pain_1h=sometimes(rng, 0.2, 0),
            surface=sometimes(rng, 0.2, "asphalt"),
            warm_up=sometimes(rng, 0.2, True),
        )
        back -= max(1.0, every + rng.choice([-1, 0, 0, 1]) * 0.5)
    habits(rng, diary, today, weeks * 7)
    days_to_run(rng, runner, int(minutes * 1.2) + 25)
    if rng.random() < 0.15:
        runner["health"] = rng.sample(["asthma", "varicose_veins", "raynaud", "oestrogen"], 1)
    return frame(rng, today, runner, diary)


def rebuilding(rng: Random) -> Case:
    """A healthy runner whose old complaint has been quiet for some days, or is a mere niggle."""
    case = healthy(rng)
    diary = Diary(rng, case["journal"])
    today = date.fromisoformat(case["today"])
    site, worst, condition = COMPLAINTS[rng.choice([c for c in COMPLAINTS if c != "bone_stress"])]
    for back in sorted(rng.sample(range(1, 40), rng.randrange(1, 7)), reverse=True):
        at = diary.clock(today - timedelta(days=back), 9)
        during = rng.choice(["run", "next_morning", "daily", "after_run"])
        diary.add(
            "pain",
            at=at,
            site=site,
            side="left",
            score=rng.randrange(0, worst + 1)
            if during == "run" or rng.random() < 0.1
            else rng.choice([0, min(1, worst)]),
            during=during,
            course=sometimes(rng, 0.3, "steady"),
        )
    if condition and rng.random() < 0.5:
        since = (today - timedelta(days=60)).isoformat()
        case["runner"]["diagnoses"] = [
            {"condition": condition, "side": "left", "since": since, "given_by_clinician": True}
        ]
    return case


def _session(
    diary: Diary, today: date, back: int, stage: str, where: dict[str, Any], condition: str | None, worst: int
) -> None:
    rng, day = diary.rng, today - timedelta(days=back)
    run_min, walk_min, times = BONE_STAGE_1 if condition == "bone_stress" and stage == "1" else LADDER[stage]
    total = (run_min + walk_min) * times
    fails = rng.random() < 0.08
    during = worst + rng.randrange(1, 4) if fails else rng.randrange(0, worst + 1) if rng.random() < 0.3 else 0
    answered = rng.random() < 0.9
    name = diary.add(
        "run",
        at=diary.clock(day, 18),
        duration_min=total,
        run_min=run_min * times,
        distance_km=sometimes(rng, 0.7, round(total / 8.5, 2)),
        stage=sometimes(rng, 0.9, stage),
        pain_during=during if answered else None,
        pain_1h=min(during, worst) if answered and rng.random() < 0.5 else None,
        course=sometimes(rng, 0.3, rng.choice(["eases", "steady", "rises"]) if during else None),
        limp=sometimes(rng, 0.2, fails and rng.random() < 0.3),
        **where,
    )
    morning = day + timedelta(days=1)
    if morning <= today and rng.random() < 0.9:
        diary.add(
            "check_in",
            at=diary.clock(morning, 7),
            about=name,
            pain_1h=0 if not fails else during // 2,
            pain_morning=0 if rng.random() < 0.85 else 1,
        )


def _mornings(rng: Random, diary: Diary, today: date, since: int, where: dict[str, Any], usual: int) -> None:
    for back in range(since, 0, -1):
        if rng.random() < 0.5:
            at = diary.clock(today - timedelta(days=back - 1), 6)
            diary.add(
                "pain",
                at=at,
                score=max(0, usual + (rng.choice([-1, 0, 0, 0, 0, 1]) if usual or rng.random() < 0.2 else 0)),
                during="next_morning",
                signs=[],
                **where,
            )


def ladder(rng: Random) -> Case:
    """A runner some stages up the ladder, with walks, sessions, check-ins and mornings."""
    today, diary, runner = some_today(rng), Diary(rng), profile(rng)
    site, worst, condition = COMPLAINTS[rng.choice(list(COMPLAINTS))]
    where = {"site": site, "side": rng.choice(["left", "right"])}
    stages = [s for s in STAGES[1:-1] if condition == "bone_stress" or not s.startswith("B")]
    first, climbed = rng.randrange(0, 6), rng.randrange(0, 14)
    start = 6 + climbed * 2 + rng.randrange(0, 8)
    _onset(rng, diary, today - timedelta(days=start + 14), where, worst, condition)
    if condition:
        since = (today - timedelta(days=start + 12)).isoformat()
        runner["diagnoses"] = [
            {"condition": condition, "side": where["side"], "since": since, "until": None, "given_by_clinician": True}
        ]
    if condition == "bone_stress" and rng.random() < 0.9:
        cleared = today - timedelta(days=start + 5)
        by = rng.choice(["sports_physician", "orthopaedics"])
        diary.add(
            "clearance",
            at=diary.clock(cleared, 10),
            by=by,
            clears=["bone_stress_diagnosed", "bone_stress_suspected"],
            outcome="may_start",
            **where,
        )
    for n in range(3 if condition == "bone_stress" else 2):
        at = diary.clock(today - timedelta(days=start + 3 - n), 12)
        name = diary.add("walk", at=at, duration_min=30, pain_during=0)
        diary.add(
            "check_in", at=diary.clock(today - timedelta(days=start + 2 - n), 7), about=name, pain_1h=0, pain_morning=0
        )
    back, index = start - 2, first
    for n in range(climbed):
        if back < 0:
            break
        _session(diary, today, back, stages[min(index, len(stages) - 1)], where, condition, worst)
        index += n % 2
        back -= rng.choice([2, 2, 2, 3])
    _mornings(rng, diary, today, min(start, 12), where, 0 if worst == 0 else rng.choice([0, 0, 1]))
    habits(rng, diary, today, 28)
    days_to_run(rng, runner, 50)
    return frame(rng, today, runner, diary)


def _onset(rng: Random, diary: Diary, first: date, where: dict[str, Any], worst: int, condition: str | None) -> None:
    """Runs before the complaint, and the pain that began it."""
    if rng.random() < 0.7:
        for back in range(20, 2, -3):
            day = first - timedelta(days=back)
            diary.add("run", at=diary.clock(day, 18), duration_min=35, distance_km=6.0)
    score = worst + rng.randrange(0, 3) if condition else rng.randrange(0, worst + 1)
    diary.add("pain", at=diary.clock(first, 19), score=score, during="run", course="steady", signs=[], **where)


def sore(rng: Random) -> Case:
    """A healthy runner a day or two after an unusually long run."""
    case = healthy(rng)
    today = date.fromisoformat(case["today"])
    diary = Diary(rng, case["journal"])
    diary.add("run", at=diary.clock(today - timedelta(days=2), 9), duration_min=110, distance_km=18.0, rpe=8)
    for back in (1, 0):
        at = diary.clock(today - timedelta(days=back), 6)
        diary.add(
            "pain",
            at=at,
            site=rng.choice(["calf", "thigh_front"]),
            side="both",
            score=rng.randrange(1, 6),
            during="daily",
            signs=[],
        )
    return case
