"""Varicose veins: heavy legs in the evening, runs all along; once a swollen calf, which was not a clot."""

from datetime import date

from tests.seasons.entries import by_date, cleared, pain, ran
from tests.seasons.promises import in_week, longest, mondays
from tests.seasons.season import Felt, Script


def feels(day: date, run_min: float) -> Felt:
    return Felt()


SCRIPT = Script(
    name="varicose_veins",
    about="woman of 52 with varicose veins, 30 min Mon Wed Fri; heavy legs at times; left calf swollen on 10 March",
    first=date(2026, 1, 5),
    days=98,
    runner={
        "birth_year": 1973, "sex": "female", "height_cm": 165, "mass_kg": 66, "experience": "regular",
        "usual_week_km": 15, "run_days": ["mon", "wed", "fri"], "health": ["varicose_veins"],
        "equipment": ["bathtub", "foam_roller"],
    },
    feels=feels,
    pace=6.0,
    before=tuple(
        ran(day, 30, 5.0)
        for day in ("2025-12-08", "2025-12-10", "2025-12-12", "2025-12-15", "2025-12-17", "2025-12-19",
                    "2025-12-22", "2025-12-24", "2025-12-26", "2025-12-29", "2025-12-31", "2026-01-02")
    ),
    entries=by_date(
        pain("2026-01-13T20:00", None, "calf", "both", signs=["heavy_legs", "visible_veins"]),
        pain("2026-02-10T20:00", None, "calf", "both", signs=["swelling"]),
        pain("2026-03-10T07:30", None, "calf", "left", signs=["swelling"]),
        cleared("2026-03-11T08:00", "hospital", "clot_suspected", "excluded", site="calf", side="left"),
    ),
)  # fmt: skip

# Evening swelling on both sides with varicose veins is `venous`, which holds nothing (E), and swelling is for the flags,
# not for the pain model (clinical 2.3): running goes on, without progression for 28 days (A). One swollen calf stops all.
EXPECTED = """
2026-01-05..2026-01-13 | healthy -        | run 20+ mon wed fri
2026-01-14..2026-01-19 | niggle -         | run 20+ mon wed fri
2026-01-20             | niggle/healthy - | off
2026-01-21..2026-02-10 | healthy -        | run 20+ mon wed fri
2026-02-11..2026-02-16 | niggle -         | run 20+ mon wed fri
2026-02-17             | niggle/healthy - | off
2026-02-18..2026-03-09 | healthy -        | run 20+ mon wed fri
2026-03-10             | stopped -        | off
2026-03-11..2026-03-12 | niggle/rest -    | may run 40 wed
2026-03-13..2026-03-16 | niggle -         | run 20+ mon wed fri
2026-03-17             | niggle/healthy - | off
2026-03-18..2026-04-12 | healthy -        | run 20+ mon wed fri
"""
LIGHTS = "2026-03-10..2026-03-12 any"
FLAGS = """
2026-01-14..2026-04-12 venous
2026-03-10 clot_suspected
"""
PROMISES = (
    ("never a warm bath (contract 6)", lambda season: not any(day.of("warm_bath") for day in season.days)),
    (
        "a shower and legs up in every week (contract 8)",
        lambda season: all(
            in_week(season, kind, monday) for kind in ("contrast_shower", "leg_elevation") for monday in mondays(season)
        ),
    ),
    (
        "on 10 March: no shower, no elevation, no compression; the clinician first (contract 1, 6)",
        lambda season: (
            season.on("2026-03-10").items[0]["kind"] == "see_clinician"
            and not season.on("2026-03-10").of("contrast_shower", "leg_elevation", "compression", "massage", "strength")
        ),
    ),
    (
        "no longer runs in the four weeks after a complaint (A: no progression)",
        lambda season: longest(season, "2026-01-14", "2026-02-10") <= longest(season, "2026-01-05", "2026-01-13"),
    ),
)
