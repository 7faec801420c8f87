"""What Trends says about a journal, and that nothing of it hangs on a colour."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.assess import REACHES, Place
from planner.demo import fill
from planner.desk import Desk, ledger
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.preferences import Preferences
from planner.ui.trends import daily, load, pain
from planner.ui.trends.card import Card
from planner.ui.trends.daily import drink_card, kept_card, sleep_card
from planner.ui.trends.load import load_card, usual_unit
from planner.ui.trends.marks import Look
from planner.ui.trends.pain import pain_card
from planner.ui.trends.plot import drawing
from planner.ui.trends.telling import Telling
from tests.ui.test_theme import contrast

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


def desk_of(folder: Path) -> Desk:
    return Desk(folder, clock=lambda: datetime.combine(TODAY, time(20), UTC), today=TODAY)


def told(desk: Desk, reach: str = "two_weeks", place: Place | None = None) -> Telling:
    return Telling(Model(desk, Preferences(desk.folder)), desk.figures(reach, place))


def cards(t: Telling) -> Mapping[str, Card]:
    made = (pain_card(t), load_card(t, usual_unit(t)), sleep_card(t), drink_card(t), kept_card(t))
    return {card.id: card for card in made}


def words(card: Card) -> str:
    return " ".join(sentence for line in card.lines for sentence in line.sentences)


def at(days_ago: int, hour: int = 8) -> str:
    return datetime.combine(TODAY - days_ago * DAY, time(hour)).isoformat(timespec="minutes")


def morning(days_ago: int, score: int, **fields: object) -> dict[str, object]:
    where = {"site": "shin_inner", "side": "left", "during": "next_morning"}
    return {"kind": "pain", "at": at(days_ago), "score": score, **where, **fields}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_of(tmp_path)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    fill(desk)
    return desk


def test_each_card_says_its_figures_in_sentences(filled: Desk) -> None:
    found = cards(told(filled))
    assert "Next morning: highest 1, answered on 13 of 14 days. The same as in the 14 days before." in words(
        found["pain"]
    )
    assert "From stage 4 to stage 5 of the ladder." in words(found["pain"])
    assert "11.1 km in 3 runs. Higher than in the 14 days before (6.1 km)." in words(found["load"])
    assert "The most for one run now, by the longest run of 30 days: 4.1 km." in words(found["load"])
    assert "7 h 24 min a night on average, written down for 14 of 14 nights." in words(found["sleep"])
    assert "1.6 l a day on average, written down on 7 of 14 days." in words(found["drink"])


def test_miles_and_fluid_ounces_for_who_thinks_in_them(filled: Desk) -> None:
    filled.change_runner({"units": "imperial"})
    found = cards(told(filled))
    assert "6.9 mi in 3 runs." in words(found["load"]) and "km" not in words(found["load"])
    assert "53 fl oz a day" in words(found["drink"])
    assert found["load"].plots[0].name == "Miles"


def test_numbers_follow_the_language(filled: Desk) -> None:
    t = told(filled)
    assert t.number(10816.26, 1) == "10,816.3"
    filled.change_runner({"language": "de"})
    assert told(filled).number(10816.26, 1) == "10.816,3"


@pytest.mark.parametrize("reach", REACHES)
def test_one_day_of_entries_already_tells_something(desk: Desk, reach: str) -> None:
    for entry in (
        morning(0, 2),
        {"kind": "run", "at": at(0, 9), "duration_min": 20},
        {"kind": "sleep", "night_of": str(TODAY - DAY), "asleep_h": 8, "quality": 4},
        {"kind": "drink", "at": at(0, 9), "volume_ml": 300},
    ):
        desk.log(entry)
    found = cards(told(desk, reach))
    assert "Next morning: highest 2, answered on 1 of 1 day." in words(found["pain"])
    assert "20 min in 1 run." in words(found["load"])
    assert "8 h a night on average" in words(found["sleep"])
    assert all(drawing(plot, int) for card in found.values() for plot in card.plots)


def test_what_was_not_written_down_is_said_and_not_drawn(desk: Desk) -> None:
    desk.log({"kind": "check_in", "at": at(3), "about": "nothing"})
    found = cards(told(desk))
    assert not any(card.plots for card in found.values())
    assert words(found["pain"]) == "No pain score in this time, not even a 0. No runs in this time."
    assert "No night was written down" in words(found["sleep"])
    assert "nothing to compare" in words(found["kept"])


def test_a_gap_in_the_journal_is_a_gap_in_the_chart_and_in_the_table(desk: Desk) -> None:
    for entry in (morning(3, 1), morning(1, 0)):
        desk.log(entry)
    card = pain_card(told(desk))
    assert list(card.plots[0].series[0].values)[-4:] == [1, None, 0, None]
    assert [row[1] for row in card.table.rows][-4:] == ["1", None, "0", None]
    assert card.table.rows[-1][0] == "Tue 24 Nov, so far"


def test_a_score_with_a_painkiller_is_ringed_and_named(desk: Desk) -> None:
    desk.log(morning(1, 2, painkiller_24h=True))
    card = pain_card(told(desk))
    assert pain.MASKED in {series.look for series in card.plots[0].series}
    assert "a painkiller may have hidden some of it" in words(card)
    assert card.table.rows[-2][1] == "2, painkiller"


def test_weeks_name_the_days_that_their_figures_come_from(desk: Desk) -> None:
    for days_ago in (9, 10):
        desk.log(morning(days_ago, 3))
        desk.log({"kind": "sleep", "night_of": str(TODAY - (days_ago + 1) * DAY), "asleep_h": 7})
    t = told(desk, "three_months")
    assert pain_card(t).table.rows[-3][:2] == ["9 – 15 November", "3 (2 days)"]
    assert sleep_card(t).table.rows[-3][1] == "7 h (2 days)"


def test_pain_can_be_told_of_one_place(desk: Desk) -> None:
    desk.log(morning(1, 3))
    desk.log(morning(1, 6, site="knee_front", side="right"))
    assert "highest 6" in words(pain_card(told(desk)))
    assert "highest 3" in words(pain_card(told(desk, place=Place("shin_inner", "left"))))


def test_resting_when_told_to_counts_and_what_was_left_open_is_only_counted(desk: Desk) -> None:
    items = [{"id": f"x/{kind}", "kind": kind} for kind in ("rest", "strength", "mobility")]
    days = [{"date": str(TODAY - DAY), "items": items}]
    desk.log({**morning(1, 0), "at": at(1)})
    desk.take_in({"schema": 1, "issued": [{"today": str(TODAY - DAY), "week_start": str(TODAY - DAY), "days": days}]})
    desk.answer({"kind": "done", "at": at(1), "item": "x/strength", "outcome": "skipped", "why": "tired"})
    card = kept_card(told(desk))
    assert "Done: 1 of 3 planned sessions and exercises. Resting when the plan said rest counts as done." in words(card)
    assert "Skipped: 1. Left open: 1. Moved to another day: 0." in words(card)
    assert card.table.rows[-2][1:] == ["1 of 3", "1", "1", "0"]


def test_long_runs_of_minutes_are_said_in_hours(filled: Desk) -> None:
    t = told(filled)
    assert (t.minutes(599), t.minutes(3700), t.hours(7.999)) == ("599 min", "61 h 40 min", "8 h")


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([None], ["0", "2", "4", "6", "8"]),
        ([8.1], ["0", "5", "10"]),
        ([0.4, 23.0], ["0", "10", "20", "30"]),
        ([1200.0], ["0", "500", "1,000", "1,500"]),
    ],
)
def test_the_axis_has_a_few_round_numbers(desk: Desk, values: list[float | None], labels: list[str]) -> None:
    assert [label for _, label in told(desk).ticks(values, 8.0)] == labels


def test_figures_are_made_once_for_a_journal_and_never_fold_it_again(
    filled: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = filled.figures("two_weeks")
    monkeypatch.setattr(ledger, "derive", None)
    assert filled.figures("two_weeks") is first
    assert filled.figures("all").whole.running.runs == 10
    monkeypatch.undo()
    filled.log({"kind": "drink", "volume_ml": 250})
    assert filled.figures("two_weeks").whole.drink.total == first.whole.drink.total + 250


LOOKS: list[list[Look]] = [
    [*pain.LOOKS.values(), pain.MASKED, pain.RUNNING],
    [load.TOTAL, load.LONGEST, load.CAP],
    [daily.NIGHTS, daily.NEEDED],
    [daily.DONE, daily.PLANNED],
]


@pytest.mark.parametrize("looks", LOOKS)
def test_marks_of_one_card_differ_in_shape_and_stand_out(looks: list[Look]) -> None:
    assert len({look.shape for look in looks}) == len(looks)
    for colours in (theme.BY_DAY, theme.BY_NIGHT):
        back = colours[theme.CALM[0].name.lower()]
        assert all(contrast(colours[look.color.name.lower()], back) >= 3 for look in looks)
