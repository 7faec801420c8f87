"""A new runner with a BMI of 33, who has never run."""

from datetime import date

from tests.seasons.promises import builds, first_week_km, within_the_cap_from
from tests.seasons.season import Felt, Script


def feels(day: date, run_min: float) -> Felt:
    return Felt()


SCRIPT = Script(
    name="new_runner_bmi_33",
    about="man of 38, 178 cm, 105 kg, never ran; any day but Sunday; no pain all along",
    first=date(2026, 1, 5),
    days=98,
    runner={
        "birth_year": 1987, "sex": "male", "height_cm": 178, "mass_kg": 105, "experience": "new",
        "run_days": ["mon", "wed", "fri"],
    },
    feels=feels,
    pace=8.0,
)  # fmt: skip

# Never ran: W, then stage 3 (D); a healthy runner's answers count as 0 (C). Walks come first, on other days too. At most
# 3 km in the first week of running (H): after 16 min little is left of them, and below five minutes it is a walk.
EXPECTED = """
2026-01-05..2026-01-06 | walking W                 | may walk
2026-01-07             | walking/return_to_run W/3 | may walk; may run 16
2026-01-08..2026-01-16 | return_to_run 3           | may run 16 mon wed fri; may walk
2026-01-17..2026-01-21 | return_to_run 4 | run 18 mon wed fri
2026-01-22..2026-01-26 | return_to_run 5 | run 20 mon wed fri
2026-01-27..2026-01-30 | return_to_run 6 | run 25 mon wed fri
2026-01-31..2026-02-04 | return_to_run 7 | run 27 mon wed fri
2026-02-05..2026-02-09 | return_to_run 8 | run 30 mon wed fri
2026-02-10..2026-03-08 | rebuild 9       | run 20+ mon wed fri
2026-03-09..2026-04-12 | healthy -       | run 20+ mon wed fri
"""
PROMISES = (
    ("at most 3 km of running in the first seven days of running (R3)", lambda season: first_week_km(season, 8.0) <= 3),
    (
        "two walks at least before the first run (R3)",
        lambda season: (
            [d.planned[:4] for d in season.days if d.session][:3] in (["walk", "walk", "run "], ["walk"] * 3)
        ),
    ),
    (
        "at stage 9 the longest run is 33, 36, then 39 min (C: 10 % or 3 min more, once a week; lighter weeks between)",
        lambda season: builds(season, "2026-02-09", [33, 36, 39]),
    ),
    (
        "no run is above 1.10 times the longest of the 30 days before, from stage 9 on",
        within_the_cap_from("2026-02-10"),
    ),
)
