"""Someone who logs almost nothing: a sore knee once, a run now and then, then silence, then a run out of the blue."""

from datetime import date

from tests.seasons.entries import by_date, pain, ran
from tests.seasons.promises import active_days, mondays, stages_never_rise
from tests.seasons.season import NOTHING, UNANSWERED, Felt, Script, own


def feels(day: date, run_min: float) -> Felt:
    return UNANSWERED


OWN = {
    "2026-01-08": own(30),
    "2026-01-15": own(30),
    "2026-01-22": own(35),
    "2026-04-02": own(20),
    "2026-04-09": own(20),
}
_DAYS = [str(date.fromordinal(date(2026, 1, 5).toordinal() + n)) for n in range(105)]

SCRIPT = Script(
    name="logs_almost_nothing",
    about="man of 36, knee 3/10 once in January, logs a run a week for three weeks, nothing until April",
    first=date(2026, 1, 5),
    days=105,
    runner={"experience": "regular"},
    feels=feels,
    before=(ran("2025-12-18", 30, 5.0), ran("2025-12-28", 30, 5.0)),
    entries=by_date(pain("2026-01-09T20:00", 3, "knee_front", "right")),
    ticks=frozenset(),
    instead={day: OWN.get(day, NOTHING) for day in _DAYS},
)

# Eight days since the last run: 70 % of 30 min (D). Fewer than four runs in 30 days: 70 % too (H). From 30 January on the
# days since the last run count: 8 leave stage 6, 14 stage 3 (the knee is a complaint until 5 February), 28 W. No stage
# comes back by date (contract). After the run of 2 April there is one run in 30 days: 70 % of the longest known, within
# the cap of what was just run (H).
EXPECTED = """
2026-01-05..2026-01-09 | healthy -       | may run 21
2026-01-10..2026-01-15 | niggle -        | may run 22
2026-01-16..2026-01-22 | healthy -       | may run 30
2026-01-23..2026-01-29 | healthy -       | may run 35
2026-01-30..2026-02-04 | return_to_run 6 | may run 25
2026-02-05..2026-02-18 | return_to_run 3 | may run 16
2026-02-19..2026-04-02 | walking W       | may walk
2026-04-03..2026-04-19 | healthy -       | may run 21
"""
LIGHTS = "2026-01-10..2026-01-15 amber"
PROMISES = (
    (
        "there is something to do in every week",
        lambda season: all(active_days(season, m) >= 2 for m in mondays(season)),
    ),
    ("silence never earns a stage", lambda season: stages_never_rise(season, "2026-01-30", "2026-04-02")),
)
