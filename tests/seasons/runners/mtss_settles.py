"""Inner shin that settles: hurt on 3 January, then two clean sessions a stage all the way."""

from datetime import date

from tests.seasons.entries import diagnosis, mornings, ran
from tests.seasons.promises import builds, within_the_cap_from
from tests.seasons.season import Felt, Script


def feels(day: date, run_min: float) -> Felt:
    """Pain in the run fades over January; each morning is as usual."""
    if not run_min:
        return Felt(1 if day < date(2026, 1, 8) else 0, 0, 0)
    if day < date(2026, 1, 16):
        return Felt(2, 1, 0)
    return Felt(1 if day < date(2026, 2, 1) else 0, 0, 0)


SCRIPT = Script(
    name="mtss_settles",
    about="woman of 29, inner shin left, runs Tue Thu Sat; hurt by a run on 3 Jan; every session from then on is clean",
    first=date(2026, 1, 5),
    days=112,
    runner={
        "birth_year": 1996, "sex": "female", "height_cm": 168, "mass_kg": 61, "experience": "regular",
        "run_days": ["tue", "thu", "sat"], "diagnoses": [diagnosis("mtss", "left", "2025-12-20")],
        "equipment": ["foam_roller", "resistance_band", "step"],
    },
    feels=feels,
    site="shin_inner",
    pace=6.5,
    before=(
        *(ran(day, 30, 4.6) for day in ("2025-12-09", "2025-12-11", "2025-12-13", "2025-12-16", "2025-12-18",
                                        "2025-12-23", "2025-12-27", "2025-12-30")),
        *mornings("2025-12-20", "2026-01-03", 0, "shin_inner"),
        ran("2026-01-03", 30, 4.6, site="shin_inner", side="left", pain_during=5, pain_1h=3),
        *mornings("2026-01-04", "2026-01-04", 1, "shin_inner"),
    ),
)  # fmt: skip

# Red on 3 January: that day and two more are off (C), entry at W (D). W: 2 clean walks, then 2 clean sessions a stage.
EXPECTED = """
2026-01-05             | rest W          | off
2026-01-06..2026-01-08 | walking W       | walk tue thu
2026-01-09..2026-01-13 | return_to_run 1 | run 6 tue thu sat
2026-01-14..2026-01-17 | return_to_run 2 | run 12 tue thu sat
2026-01-18..2026-01-22 | return_to_run 3 | run 16 tue thu sat
2026-01-23..2026-01-27 | return_to_run 4 | run 18 tue thu sat
2026-01-28..2026-01-31 | return_to_run 5 | run 20 tue thu sat
2026-02-01..2026-02-05 | return_to_run 6 | run 25 tue thu sat
2026-02-06..2026-02-10 | return_to_run 7 | run 27 tue thu sat
2026-02-11..2026-02-14 | return_to_run 8 | run 30 tue thu sat
2026-02-15..2026-03-13 | rebuild 9       | run 20+ tue thu sat
2026-03-14..2026-04-26 | healthy -       | run 20+ tue thu sat
"""
LIGHTS = "2026-01-05..2026-01-10 red"  # the last logged run, until another is logged
REDS = ("2026-01-03",)
PROMISES = (
    (
        "at stage 9 the longest run is 33, then what the single-run cap leaves: 5.5 and 5.9 km at 6.5 min/km (C, H)",
        lambda season: builds(season, "2026-02-16", [33, 35, 38]),
    ),
    (
        "no run is above 1.10 times the longest of the 30 days before, from stage 9 on",
        within_the_cap_from("2026-02-15"),
    ),
)
