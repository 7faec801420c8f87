"""Calf strain: too sore to walk at first, climbs, strains again in late January, and goes the way a second time."""

from datetime import date

from tests.seasons.entries import by_date, diagnosis, morning, mornings, pain, ran
from tests.seasons.season import Felt, Script, shortened


def feels(day: date, run_min: float) -> Felt:
    if day == date(2026, 1, 30):
        return Felt(6, 5, 4)
    return Felt()


SCRIPT = Script(
    name="calf_restrain",
    about="man of 41, left calf strained on 20 Dec, again on 30 Jan in the eighth minute; runs Mon Wed Fri",
    first=date(2025, 12, 22),
    days=112,
    runner={
        "birth_year": 1984, "sex": "male", "height_cm": 176, "mass_kg": 74, "experience": "regular",
        "run_days": ["mon", "wed", "fri"], "diagnoses": [diagnosis("calf_strain", "left", "2025-12-21")],
    },
    feels=feels,
    site="calf",
    pace=5.5,
    before=(
        *(ran(day, 40, 7.2) for day in ("2025-12-01", "2025-12-03", "2025-12-05", "2025-12-08", "2025-12-10",
                                        "2025-12-12", "2025-12-15", "2025-12-17")),
        ran("2025-12-20", 20, 3.6, site="calf", side="left", pain_during=7, pain_1h=5),
        morning("2025-12-21", 4, "calf"),
    ),
    instead={"2026-01-30": shortened(8)},
    entries=by_date(
        *(pain(f"2025-12-{day}T08:00", 2, "calf", during="walking") for day in (22, 24, 26)),
        pain("2025-12-29T08:00", 1, "calf", during="walking"),
        mornings("2025-12-23", "2026-01-05", 0, "calf"),
        pain("2026-02-01T08:00", 3, "calf", during="walking"),
        pain("2026-02-04T08:00", 2, "calf", during="walking"),
        pain("2026-02-09T08:00", 1, "calf", during="walking"),
        mornings("2026-02-02", "2026-02-05", 1, "calf"),
        mornings("2026-02-06", "2026-02-14", 0, "calf"),
    ),
)  # fmt: skip

# Walking at 2/10 is above green: rest until it is 1 (F); red on 20 and 21 December, again on 30 and 31 January and, walking
# at 3/10, on 1 February. W: two clean walks without pain. Eight days without a run leave stage 6, without a new W (C, D).
EXPECTED = """
2025-12-22..2025-12-28 | rest W          | off
2025-12-29..2025-12-31 | walking W       | walk mon wed
2026-01-01..2026-01-05 | return_to_run 1 | run 6 mon wed fri
2026-01-06..2026-01-09 | return_to_run 2 | run 12 mon wed fri
2026-01-10..2026-01-14 | return_to_run 3 | run 16 mon wed fri
2026-01-15..2026-01-19 | return_to_run 4 | run 18 mon wed fri
2026-01-20..2026-01-23 | return_to_run 5 | run 20 mon wed fri
2026-01-24..2026-01-28 | return_to_run 6 | run 25 mon wed fri
2026-01-29..2026-01-30 | return_to_run 7 | run 27 mon wed fri
2026-01-31..2026-02-08 | rest 6          | off
2026-02-09             | return_to_run 6 | walk mon
2026-02-10..2026-02-13 | return_to_run 6 | run 25 mon wed fri
2026-02-14..2026-02-18 | return_to_run 7 | run 27 mon wed fri
2026-02-19..2026-02-23 | return_to_run 8 | run 30 mon wed fri
2026-02-24..2026-03-22 | rebuild 9       | run 20+ mon wed fri
2026-03-23..2026-04-12 | healthy -       | run 20+ mon wed fri
"""
LIGHTS = """
2025-12-22..2026-01-02 red
2026-01-31..2026-02-11 red
"""
REDS = ("2025-12-20", "2025-12-21", "2026-01-30", "2026-01-31", "2026-02-01")
PROMISES = (
    (
        "the first run after two clean walks is six minutes",
        lambda season: [d.planned for d in season.days if d.run_min][:1] == ["run 6"],
    ),
    (
        "no run for ten days after the second strain",
        lambda season: not any(d.run_min for d in season.between("2026-01-31", "2026-02-09")),
    ),
)
