"""A healthy runner toward a 10 km in the middle of April."""

from datetime import date

from tests.seasons.entries import ran
from tests.seasons.promises import enough_runs, longest, mondays, none_back_to_back, one_long_run, within_the_cap_from
from tests.seasons.season import Felt, Script


def feels(day: date, run_min: float) -> Felt:
    return Felt()


SCRIPT = Script(
    name="healthy_to_10k",
    about="woman of 31, 5 km three times a week, longest 6 km; wants to run 10 km by 19 April",
    first=date(2026, 1, 5),
    days=112,
    runner={
        "birth_year": 1994, "sex": "female", "height_cm": 172, "mass_kg": 63, "experience": "regular",
        "usual_week_km": 16, "goal": {"kind": "distance", "distance_km": 10, "by": "2026-04-19"},
        "run_days": ["tue", "thu", "sat", "sun"],
        "day_minutes": {"mon": 30, "tue": 60, "wed": 30, "thu": 60, "fri": 30, "sat": 90, "sun": 90},
    },
    feels=feels,
    pace=6.0,
    before=tuple(
        ran(day, km * 6, km)
        for day, km in (
            ("2025-12-09", 5), ("2025-12-11", 5), ("2025-12-14", 6), ("2025-12-16", 5), ("2025-12-18", 5),
            ("2025-12-21", 6), ("2025-12-23", 5), ("2025-12-27", 5), ("2025-12-30", 5), ("2026-01-01", 5),
            ("2026-01-04", 6),
        )
    ),
)  # fmt: skip

# Eleven runs in the four weeks before: three a week (H). The days allow a gap between them (G). The long run grows
# within the cap, 6.0 km at first: 6.6, 7.2, 7.9, 8.7, 9.6, 10.5 in six weeks, some more with lighter weeks between.
EXPECTED = """
2026-01-05..2026-04-26 | healthy - | may run 90 tue thu sat sun
"""
PROMISES = (
    ("three runs in each week, or four", lambda season: all(enough_runs(season, m, 3, 4) for m in mondays(season))),
    ("no runs on two days in a row, where Tuesday, Thursday and the weekend are free", none_back_to_back),
    ("no run is above 1.10 times the longest of the 30 days before", within_the_cap_from("2026-01-05")),
    ("7 km by the end of January", lambda season: longest(season, "2026-01-05", "2026-01-31") / 6.0 >= 7),
    ("8.5 km by the middle of March", lambda season: longest(season, "2026-01-05", "2026-03-15") / 6.0 >= 8.5),
    ("10 km by 19 April", lambda season: longest(season, "2026-01-05", "2026-04-19") / 6.0 >= 10),
    (
        "one long run a week: the others are shorter",
        lambda season: all(one_long_run(season, m) for m in mondays(season)),
    ),
)
