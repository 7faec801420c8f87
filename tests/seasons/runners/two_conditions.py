"""Two at once: inner shin left and front of the knee right. The worse of the two decides."""

from datetime import date

from tests.seasons.entries import by_date, diagnosis, mornings, pain, ran
from tests.seasons.promises import builds
from tests.seasons.season import Felt, Script

SHIN = {"2026-01-27": Felt(3, 1, 0)}


def feels(day: date, run_min: float) -> Felt:
    """What the shin felt; the knee is logged on its own."""
    return SHIN.get(str(day), Felt(1 if run_min else 0, 0, 0))


SCRIPT = Script(
    name="two_conditions",
    about="woman of 27, shin left and knee right, runs Tue Thu Sat; knee 3/10 on 24 Jan, shin 3/10 on 27 Jan",
    first=date(2026, 1, 5),
    days=98,
    runner={
        "birth_year": 1998, "sex": "female", "height_cm": 169, "mass_kg": 60, "experience": "regular",
        "run_days": ["tue", "thu", "sat"],
        "diagnoses": [diagnosis("mtss", "left", "2025-12-10"), diagnosis("runners_knee", "right", "2025-12-18")],
    },
    feels=feels,
    site="shin_inner",
    pace=6.0,
    before=(
        *(ran(day, 18, 3.0, site="shin_inner", side="left", pain_during=1, pain_1h=0)
          for day in ("2025-12-23", "2025-12-25", "2025-12-27", "2025-12-30", "2026-01-01", "2026-01-03")),
        *mornings("2025-12-24", "2026-01-04", 0, "shin_inner"),
        *mornings("2025-12-24", "2026-01-04", 0, "knee_front", "right"),
    ),
    entries=by_date(
        pain("2026-01-24T18:20", 3, "knee_front", "right", "run"),
        pain("2026-01-24T19:40", 0, "knee_front", "right", "after_run"),
        mornings("2026-01-25", "2026-01-31", 0, "knee_front", "right"),
        mornings("2026-01-29", "2026-01-31", 0, "shin_inner"),
    ),
)  # fmt: skip

# 18 min green: entry at stage 4 (D). Knee 3/10 on 24 January and shin 3/10 on 27 January are two ambers in a row, on one
# runner: red, -1 stage (C; the strictest row decides). Then two days off, one walk (shin, clinical 1.1), and on.
EXPECTED = """
2026-01-05..2026-01-08 | return_to_run 4 | run 18 tue thu sat
2026-01-09..2026-01-13 | return_to_run 5 | run 20 tue thu sat
2026-01-14..2026-01-17 | return_to_run 6 | run 25 tue thu sat
2026-01-18..2026-01-22 | return_to_run 7 | run 27 tue thu sat
2026-01-23..2026-01-27 | return_to_run 8 | run 30 tue thu sat
2026-01-28..2026-01-29 | rest 7          | off
2026-01-30             | return_to_run 7 | walk fri
2026-01-31..2026-02-03 | return_to_run 7 | run 27 tue thu sat
2026-02-04..2026-02-07 | return_to_run 8 | run 30 tue thu sat
2026-02-08..2026-03-06 | rebuild 9       | run 20+ tue thu sat
2026-03-07..2026-04-12 | niggle -        | run 20+ tue thu sat
"""
LIGHTS = """
2026-01-25..2026-01-27 amber
2026-01-28..2026-01-31 red
"""
REDS = ("2026-01-27",)
PROMISES = (
    (
        "both conditions are named on every day",
        lambda season: all(set(d.assessment["conditions"]) == {"mtss", "runners_knee"} for d in season.days),
    ),
    (
        "at stage 9 the longest run is 33, 36, then 39 min (C: 10 % or 3 min more, once a week; lighter weeks between)",
        lambda season: builds(season, "2026-02-09", [33, 36, 39]),
    ),
)
