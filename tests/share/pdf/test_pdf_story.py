"""What is told, as values: read from the log, never from a guess."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from planner.assess import Place
from planner.journal import Journal, Pain, Screen
from planner.protocols import protocols
from planner.share.faults import ShareFault
from planner.share.pdf.asked import Asked, asked
from planner.share.pdf.choice import choose
from planner.share.pdf.onset import Shift
from planner.share.pdf.story import Story, story
from tests.share.pdf.people import TODAY, climber, handed_of, veteran

QUESTIONS = protocols().flags.screening.questions
Entry = dict[str, Any]


def told(folder: Path, *entries: Entry, profile: Entry | None = None, **chosen: Any) -> Story:
    handed = handed_of(folder, entries, profile)
    return story(handed, choose(handed.today, **chosen), protocols())


def run(day: str, **more: Any) -> Entry:
    return {"kind": "run", "at": f"{day}T18:00", "distance_km": 8, "duration_min": 48, **more}


def pain(day: str, score: int, **more: Any) -> Entry:
    return {"kind": "pain", "at": f"{day}T07:00", "site": "shin_inner", "side": "left", "score": score, **more}


def screen(day: int, *signs: str) -> Screen:
    return Screen(f"s{day}", datetime(2026, 11, day, 12), signs)


@pytest.mark.parametrize(
    ("screens", "answer"),
    [
        ((), ("not_asked", None, (), None)),
        ((screen(10),), ("no", date(2026, 11, 10), (), None)),
        ((screen(10), screen(12, "faint", "chest_pain")), ("yes", date(2026, 11, 12), ("chest_pain", "faint"), None)),
        ((screen(9, "faint"), screen(12)), ("no", date(2026, 11, 12), (), date(2026, 11, 9))),
        ((screen(12, "numbness"),), ("not_asked", None, (), None)),
        ((screen(25),), ("not_asked", None, (), None)),
    ],
)
def test_a_question_stands_as_it_was_answered_last(screens: tuple[Screen, ...], answer: tuple[Any, ...]) -> None:
    chest = next(one for one in asked(QUESTIONS, Journal(screens=screens), TODAY) if one.question == "chest")
    assert chest == Asked("chest", *answer)


def test_a_sign_that_was_logged_with_pain_answers_its_question_with_yes() -> None:
    journal = Journal(pains=(Pain("p", datetime(2026, 11, 20, 8), "calf", "left", 3, signs=("warmth",)),))
    answers = {one.question: one.answer for one in asked(QUESTIONS, journal, TODAY)}
    assert answers.pop("skin") == "yes"
    assert set(answers.values()) == {"not_asked"}


def test_it_hurts_since_the_first_pain_after_four_quiet_weeks(tmp_path: Path) -> None:
    one = told(tmp_path, pain("2026-09-01", 3), pain("2026-11-10", 2), pain("2026-11-12", 4)).onset
    assert one is not None
    assert (one.place, one.since, one.score) == (Place("shin_inner", "left"), date(2026, 11, 10), 2)


def test_the_run_that_was_too_long_before_it_is_told_with_both_numbers(tmp_path: Path) -> None:
    runs = [run("2026-10-20"), run("2026-10-27"), run("2026-11-08", distance_km=14, duration_min=84)]
    one = told(tmp_path, *runs, pain("2026-11-10", 2)).onset
    assert one is not None
    assert one.shifts == (Shift("longest_km", 8.0, 14.0, 2),)


def test_a_run_without_a_distance_is_measured_in_minutes(tmp_path: Path) -> None:
    plain = {"kind": "run", "at": "2026-10-30T18:00", "duration_min": 30}
    one = told(tmp_path, plain, {**plain, "at": "2026-11-09T18:00", "duration_min": 60}, pain("2026-11-10", 2)).onset
    assert one is not None
    assert one.shifts == (Shift("longest_min", 30.0, 60.0, 1),)


@pytest.mark.parametrize(("kind", "was", "became"), [("surface", "trail", "track"), ("shoe", "Old", "New")])
def test_a_surface_or_shoe_that_was_new_is_told(kind: str, was: str, became: str, tmp_path: Path) -> None:
    runs = [run("2026-10-20", **{kind: was}), run("2026-11-09", **{kind: became})]
    one = told(tmp_path, *runs, pain("2026-11-10", 2)).onset
    assert one is not None
    assert one.shifts == (Shift(kind, None, became, 1),)


def test_the_first_shoe_that_was_ever_told_of_is_not_new(tmp_path: Path) -> None:
    one = told(tmp_path, run("2026-10-20"), run("2026-11-09", shoe="New"), pain("2026-11-10", 2)).onset
    assert one is not None
    assert one.shifts == ()


def test_without_pain_in_four_weeks_nothing_hurts(tmp_path: Path) -> None:
    assert told(tmp_path, pain("2026-10-01", 5), pain("2026-11-20", 0)).onset is None


def test_the_picture_has_exactly_the_places_with_pain_or_a_sign_in_the_days(tmp_path: Path) -> None:
    entries = [
        pain("2026-11-01", 6, site="groin"), pain("2026-11-20", 0, site="arch"), pain("2026-11-20", 2),
        pain("2026-11-21", 3), {"kind": "pain", "at": "2026-11-21T08:00", "site": "calf", "side": "both", "signs": ["bruise"]},
    ]  # fmt: skip
    hurts = told(tmp_path, *entries).hurts
    assert [(one.place.site, one.place.side, one.worst, one.scores) for one in hurts] == [
        ("shin_inner", "left", 3, 2), ("calf", "both", 0, 0),
    ]  # fmt: skip


def test_a_day_without_an_answer_stays_a_gap(tmp_path: Path) -> None:
    line = told(tmp_path, pain("2026-11-20", 0, during="next_morning"), run("2026-11-21", pain_during=2)).timeline
    assert (line.step, line.answered, len(line.bars)) == ("day", 2, 14)
    shown = [(bar.first.day, bar.minutes, bar.during, bar.morning) for bar in line.bars[-3:]]
    assert shown == [(20, 0, None, 0), (21, 48, 2, None), (22, 0, None, None)]


@pytest.mark.parametrize(("days", "step"), [(14, "day"), (42, "day"), (43, "week"), (730, "week"), (1500, "month")])
def test_long_times_are_told_by_the_week_or_month(days: int, step: str, tmp_path: Path) -> None:
    first = date.fromordinal(TODAY.toordinal() - days + 1)
    line = told(tmp_path, run("2026-11-20"), run("2026-11-21"), first=first).timeline
    assert line.step == step
    assert len(line.bars) <= 111
    assert (line.bars[0].first, line.bars[-1].last) == (first, TODAY)
    assert sum(bar.minutes for bar in line.bars) == 96


def test_a_painkiller_and_a_warning_sign_are_marked_on_their_days(tmp_path: Path) -> None:
    entries = [run("2026-11-19", painkiller_24h=True), pain("2026-11-20", 3, signs=["one_leg_swollen"], site="calf")]
    line = told(tmp_path, *entries).timeline
    assert [bar.first.day for bar in line.bars if bar.painkiller] == [19]
    # The day on which it was first seen, and today, whose plan sends to a clinician
    assert [bar.first.day for bar in line.bars if bar.flag] == [20, 22]
    assert line.masked == 1


def test_the_last_six_sessions_are_told_as_they_were_logged(tmp_path: Path) -> None:
    made = climber(tmp_path)
    last = made.journal(kind="run")[-1]
    made.edit(str(last["id"]), {"pain_during": 1, "painkiller_24h": True})
    sessions = story(made.handed(), choose(TODAY), protocols()).sessions
    assert len(sessions) == 6
    assert [one.day for one in sessions] == sorted(one.day for one in sessions)
    final = sessions[-1]
    assert (final.done_min, final.stage, final.during, final.after, final.morning) == (20, "5", 1, 0, 0)
    assert (final.masked, final.edited) == (True, True)
    assert not any(one.edited for one in sessions[:-1])


def test_a_session_that_nobody_answered_has_no_light(tmp_path: Path) -> None:
    (one,) = told(tmp_path, run("2026-11-20")).sessions
    assert (one.during, one.after, one.morning, one.light, one.planned_min) == (None, None, None, None, None)


def test_four_weeks_are_four_times_seven_days_up_to_the_last(tmp_path: Path) -> None:
    weeks = told(tmp_path, run("2026-11-16"), run("2026-11-15"), {**run("2026-10-26"), "distance_km": None}).weeks
    assert [(one.first.isoformat(), one.runs) for one in weeks] == [
        ("2026-10-26", 1), ("2026-11-02", 0), ("2026-11-09", 1), ("2026-11-16", 1),
    ]  # fmt: skip
    assert [one.estimated for one in weeks] == [1, 0, 0, 0]
    assert weeks[0].minutes == 48


LIMITED = [
    ({"kind": "max_run_min", "value": 40}, run("2026-11-22", duration_min=48), [48]),
    ({"kind": "max_run_min", "value": 50}, run("2026-11-22"), []),
    ({"kind": "max_pain", "value": 2}, run("2026-11-22", pain_during=3), [3]),
    ({"kind": "no_hills"}, run("2026-11-22", surface="hills"), ["hills"]),
    ({"kind": "days_off", "value": ["sun"]}, run("2026-11-22"), ["run"]),
    ({"kind": "days_off", "value": 2}, run("2026-11-22"), []),
    ({"kind": "hold_stage", "value": "2"}, run("2026-11-22", stage="3"), ["3"]),
    ({"kind": "hold_stage", "value": "3"}, run("2026-11-22", stage="3"), []),
    ({"kind": "allow", "value": ["massage"]}, run("2026-11-22"), []),
]


@pytest.mark.parametrize(("limit", "entry", "beyond"), LIMITED)
def test_what_went_beyond_a_limit_is_told(limit: Entry, entry: Entry, beyond: list[Any], tmp_path: Path) -> None:
    at_eight = {**entry, "at": "2026-11-22T08:00"}
    (one,) = told(tmp_path, at_eight, profile={"clinician_limits": [limit]}).limits
    assert [breach.value for breach in one.breaches] == beyond
    assert one.since == TODAY


def test_what_was_before_a_limit_was_set_is_no_breach(tmp_path: Path) -> None:
    limit = {"kind": "max_run_min", "value": 20}
    (one,) = told(tmp_path, run("2026-11-20"), profile={"clinician_limits": [limit]}).limits
    assert one.breaches == ()


def test_a_limit_that_is_over_is_not_in_force(tmp_path: Path) -> None:
    limit = {"kind": "max_run_min", "value": 20, "until": "2026-11-21"}
    assert told(tmp_path, profile={"clinician_limits": [limit]}).limits == ()


def test_days_in_the_past_are_told_as_they_stood_then(tmp_path: Path) -> None:
    handed = veteran(tmp_path, 60).handed()
    one = story(handed, choose(TODAY, first=date(2026, 10, 1), last=date(2026, 10, 14)), protocols())
    assert one.timeline.bars[-1].last == date(2026, 10, 14)
    assert all(session.day <= date(2026, 10, 14) for session in one.sessions)
    assert {each.answer for each in one.asked} == {"not_asked"}
    assert one.weeks[-1].last == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("chosen", "key"),
    [
        ({"first": date(2026, 11, 20), "last": date(2026, 11, 19)}, "pdf.fault.dates"),
        ({"first": date(2026, 11, 23)}, "pdf.fault.dates"),
        ({"leave_out": ["everything"]}, "pdf.fault.part"),
        ({"paper": "a3"}, "pdf.fault.paper"),
        ({"questions": ["?"] * 5}, "pdf.fault.questions"),
        ({"questions": ["?" * 201]}, "pdf.fault.questions"),
    ],
)
def test_what_cannot_be_chosen_is_named(chosen: Entry, key: str) -> None:
    with pytest.raises(ShareFault) as fault:
        choose(TODAY, **chosen)
    assert fault.value.key == key


def test_by_default_the_last_fourteen_days_are_told() -> None:
    one = choose(TODAY)
    assert (one.first, one.last, one.days) == (date(2026, 11, 9), TODAY, 14)
    assert choose(TODAY, last=date(2027, 1, 1)).last == TODAY
