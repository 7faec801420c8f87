"""Inner shin that flares twice: two ambers in a row at stage 5, then a red run at stage 7."""

from datetime import date

from tests.seasons.entries import by_date, diagnosis, mornings, ran
from tests.seasons.promises import builds, never_above
from tests.seasons.season import Felt, Script

FELT = {
    "2026-01-28": Felt(3, 1, 0),
    "2026-01-30": Felt(3, 1, 0),
    "2026-02-20": Felt(5, 3, 1, course="rises"),
}


def feels(day: date, run_min: float) -> Felt:
    return FELT.get(str(day), Felt(1 if run_min else 0, 0, 0))


SCRIPT = Script(
    name="mtss_flares_twice",
    about="man of 34, inner shin right, runs Mon Wed Fri; 3/10 twice in late January, 5/10 and rising on 20 Feb",
    first=date(2026, 1, 5),
    days=105,
    runner={
        "birth_year": 1991, "sex": "male", "height_cm": 181, "mass_kg": 78, "experience": "regular",
        "run_days": ["mon", "wed", "fri"], "diagnoses": [diagnosis("mtss", "right", "2026-01-02")],
    },
    feels=feels,
    site="shin_inner",
    side="right",
    pace=6.0,
    before=(
        *(ran(day, 35, 6.0) for day in ("2025-12-15", "2025-12-17", "2025-12-19", "2025-12-22", "2025-12-26",
                                        "2025-12-29")),
        ran("2026-01-02", 35, 6.0, site="shin_inner", side="right", pain_during=6, pain_1h=4),
        *mornings("2026-01-03", "2026-01-05", 0, "shin_inner", "right"),
    ),
    entries=by_date(
        mornings("2026-02-01", "2026-02-03", 0, "shin_inner", "right"),
        mornings("2026-02-22", "2026-02-24", 0, "shin_inner", "right"),
    ),
)  # fmt: skip

# 28 and 30 January are amber: together red (C), -1 stage. 20 February is red, -1 stage. After a red: two days off, a
# walk (clinical 1.1) and a morning as usual, then on. The walk falls on the next running day, which is the earliest.
EXPECTED = """
2026-01-05..2026-01-07 | walking W       | walk mon wed
2026-01-08..2026-01-12 | return_to_run 1 | run 6 mon wed fri
2026-01-13..2026-01-16 | return_to_run 2 | run 12 mon wed fri
2026-01-17..2026-01-21 | return_to_run 3 | run 16 mon wed fri
2026-01-22..2026-01-26 | return_to_run 4 | run 18 mon wed fri
2026-01-27..2026-01-30 | return_to_run 5 | run 20 mon wed fri
2026-01-31..2026-02-01 | rest 4          | off
2026-02-02             | return_to_run 4 | walk mon
2026-02-03..2026-02-06 | return_to_run 4 | run 18 mon wed fri
2026-02-07..2026-02-11 | return_to_run 5 | run 20 mon wed fri
2026-02-12..2026-02-16 | return_to_run 6 | run 25 mon wed fri
2026-02-17..2026-02-20 | return_to_run 7 | run 27 mon wed fri
2026-02-21..2026-02-22 | rest 6          | off
2026-02-23             | return_to_run 6 | walk mon
2026-02-24..2026-02-27 | return_to_run 6 | run 25 mon wed fri
2026-02-28..2026-03-04 | return_to_run 7 | run 27 mon wed fri
2026-03-05..2026-03-09 | return_to_run 8 | run 30 mon wed fri
2026-03-10..2026-04-05 | rebuild 9       | run 20+ mon wed fri
2026-04-06..2026-04-19 | niggle -        | run 20+ mon wed fri
"""
LIGHTS = """
2026-01-05..2026-01-09 red
2026-01-29..2026-01-30 amber
2026-01-31..2026-02-04 red
2026-02-21..2026-02-25 red
"""
REDS = ("2026-01-02", "2026-01-30", "2026-02-20")
PROMISES = (
    ("running minutes stay at or below 30 until 9 March", never_above(30, "2026-03-09")),
    (
        "at stage 9 the longest run is 33, 36, then 39 min (C: 10 % or 3 min more, once a week; lighter weeks between)",
        lambda season: builds(season, "2026-03-09", [33, 36, 39]),
    ),
)
