"""Bone stress, cleared six weeks after it was found; one forgotten answer on the way up."""

from datetime import date

from tests.seasons.entries import by_date, cleared, diagnosis, pain, ran
from tests.seasons.promises import impact, never_above
from tests.seasons.season import UNANSWERED, Felt, Script


def feels(day: date, run_min: float) -> Felt:
    return UNANSWERED if day == date(2026, 3, 20) else Felt()


SCRIPT = Script(
    name="bone_cleared_late",
    about="woman of 24, bone stress of the left shin found on 29 Dec, cleared on 9 Feb; runs Mon Wed Fri",
    first=date(2026, 1, 5),
    days=112,
    runner={
        "birth_year": 2001, "sex": "female", "height_cm": 170, "mass_kg": 58, "experience": "experienced",
        "run_days": ["mon", "wed", "fri"], "diagnoses": [diagnosis("bone_stress", "left", "2025-12-29")],
    },
    feels=feels,
    site="shin_inner",
    pace=6.0,
    before=(
        *(ran(day, 50, 9.0) for day in ("2025-12-08", "2025-12-10", "2025-12-12", "2025-12-15", "2025-12-17",
                                        "2025-12-19", "2025-12-22")),
        ran("2025-12-26", 50, 9.0, site="shin_inner", side="left", pain_during=4, pain_1h=3),
    ),
    entries=by_date(
        pain("2026-01-05T20:00", 2, "shin_inner"),
        pain("2026-01-12T20:00", 1, "shin_inner"),
        pain("2026-01-19T20:00", 1, "shin_inner"),
        *(pain(f"2026-{day}T20:00", 0, "shin_inner") for day in ("01-24", "01-29", "02-03", "02-08")),
        cleared("2026-02-09T08:00", "sports_physician", "bone_stress_diagnosed", site="shin_inner", side="left"),
    ),
)  # fmt: skip

# Not cleared: nothing with impact (E). Cleared, and the last pain is more than ten days ago: three clean walks, then two
# clean sessions a stage and at most one stage in seven days (C). 20 March is unanswered: a hold, the row starts anew.
EXPECTED = """
2026-01-05..2026-02-08 | stopped -        | off
2026-02-09..2026-02-13 | walking W        | walk mon wed fri
2026-02-14..2026-02-18 | return_to_run B1 | run 5 mon wed fri
2026-02-19..2026-02-24 | return_to_run B2 | run 8 mon wed fri
2026-02-25..2026-03-03 | return_to_run 1  | run 10 mon wed fri
2026-03-04..2026-03-10 | return_to_run 2  | run 12 mon wed fri
2026-03-11..2026-03-17 | return_to_run 3  | run 16 mon wed fri
2026-03-18..2026-03-25 | return_to_run 4  | run 18 mon wed fri
2026-03-26..2026-03-31 | return_to_run 5  | run 20 mon wed fri
2026-04-01..2026-04-07 | return_to_run 6  | run 25 mon wed fri
2026-04-08..2026-04-14 | return_to_run 7  | run 27 mon wed fri
2026-04-15..2026-04-21 | return_to_run 8  | run 30 mon wed fri
2026-04-22..2026-04-26 | rebuild 9        | run 20+ mon wed fri
"""
# The run of 26 December stays the last logged one until 16 February; whether its light fades is nowhere said
LIGHTS = """
2026-01-05..2026-01-21 red
2026-01-22..2026-02-16 any
"""
FLAGS = "2026-01-05..2026-02-08 bone_stress_diagnosed"
PROMISES = (
    (
        "the clinician comes first on every day until the clearance",
        lambda season: all(d.items[0]["kind"] == "see_clinician" for d in season.between("2026-01-05", "2026-02-08")),
    ),
    (
        "nothing is ever marked as impact before stage 9 but the run itself",
        lambda season: not any(impact(item) for d in season.between("2026-01-05", "2026-04-21") for item in d.items),
    ),
    ("never more than 10 running minutes in February", never_above(10, "2026-02-28")),
)
