"""The journal is a fold over the set of logged entries."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Faults, fold, profile, survivors, without_symptoms

TODAY = date(2026, 11, 22)
EARLY, LATE = "2026-11-20T08:00:00+00:00", "2026-11-20T09:00:00+00:00"


def pain(entry_id: str, score: int, **more: Any) -> dict[str, Any]:
    return {"kind": "pain", "id": entry_id, "at": "2026-11-20T07:30", "site": "calf", "score": score, **more}


def run(entry_id: str, **more: Any) -> dict[str, Any]:
    return {"kind": "run", "id": entry_id, "at": "2026-11-20T18:00", "duration_min": 30, **more}


def deleted(entry_id: str) -> dict[str, Any]:
    return {"kind": "deleted", "id": f"deletion of {entry_id}", "entry": entry_id}


def scores(*entries: dict[str, Any]) -> dict[str, int | None]:
    return {one.id: one.score for one in fold(entries, TODAY).pains}


JOURNAL = [
    pain("a", 1, logged_at=EARLY),
    pain("a", 2, logged_at=LATE),
    pain("a", 3, logged_at=LATE),
    pain("b", 4, replaces="a", logged_at=LATE),
    pain("c", 5, replaces="a", logged_at=EARLY),
    pain("d", 6, replaces="c", logged_at=EARLY),
    pain("e", 2),
    deleted("e"),
    pain("x", 1, replaces="y", logged_at=EARLY),
    pain("y", 2, replaces="x", logged_at=LATE),
    {"kind": "drink", "at": "2026-11-20T08:00", "volume_ml": 300},
    {"kind": "sleep", "id": "s", "night_of": "2026-11-19", "asleep_h": 7.5},
    run("hand", pain_during=2),
    run("watch", at="2026-11-20T18:04", duration_min=32, distance_km=5.0, source={"format": "fit"}),
    run("strava", at="2026-11-20T18:05", duration_min=31, distance_km=5.1, source={"format": "strava"}),
    {"kind": "check_in", "id": "q", "at": "2026-11-20T20:00", "about": "watch", "pain_1h": 1},
    {"kind": "profile", "id": "p1", "logged_at": EARLY, "changes": {"experience": "new", "sex": "male"}},
    {"kind": "profile", "id": "p2", "logged_at": LATE, "changes": {"experience": "regular", "sex": None}},
]


@given(st.permutations(JOURNAL), st.lists(st.sampled_from(JOURNAL)))
def test_order_and_repeats_of_entries_change_nothing(
    shuffled: list[dict[str, Any]], again: list[dict[str, Any]]
) -> None:
    assert fold([*again, *shuffled, *again], TODAY) == fold(JOURNAL, TODAY)


@given(st.data())
def test_two_devices_that_exchange_entries_agree(data: st.DataObject) -> None:
    mine = data.draw(st.lists(st.sampled_from(JOURNAL)))
    yours = [entry for entry in JOURNAL if entry not in mine]
    assert fold(mine + yours, TODAY) == fold(yours + mine, TODAY)


@given(
    st.permutations([pain("a", 11), {"kind": "poem", "id": "b"}, pain("c", 1, at="2027-01-01"), {"kind": "deleted"}])
)
def test_what_is_wrong_is_said_in_the_same_words_in_any_order(shuffled: list[dict[str, Any]]) -> None:
    with pytest.raises(Faults) as first:
        fold(shuffled, TODAY)
    with pytest.raises(Faults) as second:
        fold(sorted(shuffled, key=str) * 2, TODAY)
    assert first.value.faults == second.value.faults
    assert {fault.key for fault in first.value.faults} == {"fault.range", "fault.kind", "fault.future", "fault.missing"}


SETTLED = {
    "the later of two rivals": ([pain("a", 1, logged_at=LATE), pain("a", 2, logged_at=EARLY)], {"a": 1}),
    "the later in time, whatever its offset": (
        [pain("a", 1, logged_at="2026-11-20T12:00:00+04:00"), pain("a", 2, logged_at="2026-11-20T09:00:00+00:00")],
        {"a": 2},
    ),
    "of equally old rivals the greater JSON": (
        [pain("a", 1, logged_at=EARLY), pain("a", 2, logged_at=EARLY)],
        {"a": 2},
    ),
    "logged rather than not logged": ([pain("a", 1, logged_at=EARLY), pain("a", 9)], {"a": 1}),
    "a deletion, however old the rival": ([deleted("a"), pain("a", 1, logged_at=LATE)], {}),
    "a correction": ([pain("a", 1), pain("b", 2, replaces="a")], {"b": 2}),
    "a correction that arrives first": ([pain("b", 2, replaces="a"), pain("a", 1)], {"b": 2}),
    "a correction whose original never arrives": ([pain("b", 2, replaces="a")], {"b": 2}),
    "a correction of a correction": (
        [pain("a", 1, logged_at=LATE), pain("b", 2, replaces="a"), pain("c", 3, replaces="b", logged_at=EARLY)],
        {"c": 3},
    ),
    "of two corrections the later": (
        [pain("a", 1), pain("b", 2, replaces="a", logged_at=LATE), pain("c", 3, replaces="a", logged_at=EARLY)],
        {"b": 2},
    ),
    "of a ring of corrections the latest": (
        [pain("a", 1, replaces="b", logged_at=EARLY), pain("b", 2, replaces="a", logged_at=LATE)],
        {"b": 2},
    ),
    "an entry that replaces itself": ([pain("a", 1, replaces="a")], {"a": 1}),
    "nothing after the original is withdrawn": ([pain("a", 1), pain("b", 2, replaces="a"), deleted("a")], {}),
    "nothing after the correction is withdrawn": ([pain("a", 1), pain("b", 2, replaces="a"), deleted("b")], {}),
    "what others say, when one is withdrawn": ([pain("a", 1), pain("b", 2), deleted("a")], {"b": 2}),
    "an entry that was withdrawn and logged again": ([pain("a", 1), deleted("a"), pain("b", 1)], {"b": 1}),
}


@pytest.mark.parametrize(("entries", "standing"), SETTLED.values(), ids=SETTLED.keys())
def test_what_stands_is(entries: list[dict[str, Any]], standing: dict[str, int]) -> None:
    assert scores(*entries) == standing
    assert scores(*reversed(entries)) == standing


def test_an_entry_without_id_is_known_by_its_content() -> None:
    drink = {"kind": "drink", "at": "2026-11-20T08:00", "volume_ml": 300}
    other = {**drink, "volume_ml": 200}
    again = [{**drink, "id": None}, {**drink, "logged_at": LATE}, {**drink, "what": None}]
    drinks = fold([drink, other, *again], TODAY).drinks
    assert sorted(one.volume_ml for one in drinks) == [200, 300]
    assert len({one.id for one in drinks}) == 2


def test_an_entry_without_id_can_be_withdrawn_by_its_hash() -> None:
    drink = {"kind": "drink", "at": "2026-11-20T08:00", "volume_ml": 300}
    entry_id = fold([drink], TODAY).drinks[0].id
    assert fold([deleted(entry_id), drink], TODAY).drinks == ()


def test_what_was_taken_back_is_withdrawn_like_anything_else() -> None:
    back = {**deleted("a"), "taken_back": True}
    assert scores(back, pain("a", 1, logged_at=LATE)) == {}
    with pytest.raises(Faults):
        fold([{**back, "taken_back": "yes"}], TODAY)


def test_a_check_in_leads_to_what_stands_for_its_session() -> None:
    journal = fold(
        [
            run("old"),
            run("hand", replaces="old"),
            run("watch", source={"format": "fit"}, at="2026-11-20T18:05"),
            {"kind": "check_in", "id": "q", "at": "2026-11-20T20:00", "about": "old"},
        ],
        TODAY,
    )
    assert [one.id for one in journal.runs] == ["hand"]
    assert {journal.id_of(one) for one in ("old", "hand", "watch")} == {"hand"}
    assert journal.id_of(journal.check_ins[0].about) == "hand"
    assert journal.id_of("somewhere else") == "somewhere else"
    assert journal.id_of(None) is None


TIMES = {
    "2026-11-20T07:30": datetime(2026, 11, 20, 7, 30),
    "2026-11-20T23:30-08:00": datetime(2026, 11, 20, 23, 30),
    "2026-11-20T00:10+13:00": datetime(2026, 11, 20, 0, 10),
    "2026-11-20T07:30Z": datetime(2026, 11, 20, 7, 30),
    "2026-11-20": datetime(2026, 11, 20, 12),
    "20261120": datetime(2026, 11, 20, 12),
    "2026-W47-5": datetime(2026, 11, 20, 12),
    # Clocks went forward in Europe and back in America: the wall clock is all that counts.
    "2026-03-29T02:30": datetime(2026, 3, 29, 2, 30),
    "2026-11-01T01:30-07:00": datetime(2026, 11, 1, 1, 30),
}


@pytest.mark.parametrize(("given_time", "wall_clock"), TIMES.items())
def test_a_time_is_what_the_runners_wall_clock_showed(given_time: str, wall_clock: datetime) -> None:
    assert fold([pain("a", 1, at=given_time)], TODAY).pains[0].at == wall_clock


def test_tomorrow_elsewhere_is_the_future_by_its_own_local_date() -> None:
    # It is the 22nd everywhere west of there, but the entry's own clock says the 23rd.
    with pytest.raises(Faults):
        fold([pain("a", 1, at="2026-11-23T00:10+13:00")], TODAY)
    assert fold([pain("a", 1, at="2026-11-22T23:50-10:00")], TODAY).pains


def test_a_null_is_a_missing_field() -> None:
    bare = {"kind": "run", "id": "r", "at": "2026-11-20T18:00"}
    full = dict.fromkeys(("distance_km", "duration_min", "site", "side", "limp", "painkiller_24h", "source", "note"))
    assert fold([{**bare, **full}], TODAY) == fold([bare], TODAY)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    score = fold([{"kind": "pain", "id": "p", "score": 3.0}], TODAY).pains[0].score
    assert (score, type(score)) == (3, int)


def test_an_entry_without_time_is_todays() -> None:
    journal = fold([{"kind": "pain", "id": "p", "score": 1}, {"kind": "sleep", "id": "s", "asleep_h": 7}], TODAY)
    assert journal.pains[0].at == datetime(2026, 11, 22, 12)
    assert journal.sleeps[0].night_of == date(2026, 11, 21)


def test_bed_and_wake_give_the_hours_of_sleep() -> None:
    nights = [
        {"kind": "sleep", "id": "a", "night_of": "2026-11-19", "bed": "23:10", "wake": "06:40"},
        {"kind": "sleep", "id": "b", "night_of": "2026-11-20", "bed": "00:30", "wake": "06:00"},
    ]
    assert [night.asleep_h for night in fold(nights, TODAY).sleeps] == [7.5, 5.5]


def test_a_clearance_on_a_day_is_one_at_its_noon() -> None:
    told = {"kind": "clearance", "id": "c", "by": "doctor", "clears": ["venous"]}
    assert fold([{**told, "on": "2026-11-21"}], TODAY).clearances[0].at == datetime(2026, 11, 21, 12)
    assert fold([told], TODAY).clearances[0].at is None


def test_the_profile_is_its_changes_in_the_order_in_which_they_were_logged() -> None:
    assert profile(fold(JOURNAL, TODAY)) == {"experience": "regular"}


def test_everything_is_listed_oldest_first() -> None:
    days = [20, 3, 11]
    made = [pain(str(day), 1, at=f"2026-11-{day:02d}T08:00") for day in days]
    assert [one.at.day for one in fold(made, TODAY).pains] == sorted(days)


def test_the_same_runner_without_symptoms_has_answered_the_same_questions_with_0() -> None:
    journal = without_symptoms(
        fold(
            [
                pain("p", 4, signs=["limp"], course="rises"),
                run("r", pain_during=3, limp=True, course="rises"),
                {"kind": "check_in", "id": "q", "at": "2026-11-21T07:00", "about": "r", "pain_morning": 5},
            ],
            TODAY,
        )
    )
    assert (journal.pains[0].score, journal.pains[0].signs, journal.pains[0].course) == (0, (), None)
    assert (journal.runs[0].pain_during, journal.runs[0].pain_1h, journal.runs[0].limp) == (0, None, False)
    assert (journal.check_ins[0].pain_morning, journal.check_ins[0].pain_1h) == (0, None)


def test_survivors_keep_entries_as_they_were_logged() -> None:
    entry = pain("a", 1, note="after the stairs")
    assert survivors([entry]).entries == {"a": entry}
