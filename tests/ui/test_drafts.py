from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.body import figures
from planner.desk import Desk
from planner.journal import Faults
from planner.journal.vocabulary import SIGNS as ALL_SIGNS
from planner.journal.vocabulary import SITES
from planner.ui.log.areas import AREAS, SIGNS, area_of
from planner.ui.log.begun import KINDS, Drafts, pain_like, session_as, sleep_like
from planner.ui.log.correcting import draft_of
from planner.ui.log.drafts import Draft, DrinkDraft, PainDraft, Place, SleepDraft, number, scored, toggled
from planner.ui.log.sessions import CheckInDraft, PauseDraft, SelfTestDraft, SessionDraft
from planner.ui.preferences import DRAFTS, Preferences
from planner.words.documents import ItemDoc

NOW = datetime(2026, 11, 22, 18, 30)
TODAY = NOW.date()
CALF = Place("calf", "left")
RUN: ItemDoc = {
    "id": "r1", "kind": "run", "title": "Run", "at": "18:10", "minutes": 30, "steps": [], "reasons": [],
    "dose": {"stage": "2", "run_min": 12},
}  # fmt: skip
THUMB = 48


class Clock:
    def __init__(self) -> None:
        self.now = NOW.replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    return Desk(tmp_path, clock=clock)


def opened(desk: Desk) -> Drafts:
    """The drafts of another page, or of the same one after a reload."""
    return Drafts(desk, Preferences(desk.folder))


def only(draft: Draft) -> dict[str, object]:
    (entry,) = draft.entries(NOW)
    return entry


def test_every_place_of_the_journal_is_in_exactly_one_area() -> None:
    assert sorted(site for sites in AREAS.values() for site in sites) == sorted(SITES)
    assert {area_of(site) for site in SITES} == set(AREAS)


def test_every_sign_of_the_journal_is_in_exactly_one_group() -> None:
    assert sorted(sign for signs in SIGNS.values() for sign in signs) == sorted(ALL_SIGNS)


def test_every_place_that_has_a_spot_is_on_the_body_picture_on_both_sides_with_room_for_a_thumb() -> None:
    regions = [region for figure in figures().values() for region in figure.regions if region.touch]
    assert {(region.site, region.side) for region in regions} == {
        (site, side) for site in SITES if site != "other" for side in ("left", "right")
    }
    assert all(min(region.touch[2:]) >= THUMB for region in regions if region.touch)


def test_no_two_places_of_a_picture_are_touched_at_the_same_spot() -> None:
    for figure in figures().values():
        boxes = [region.touch for region in figure.regions if region.touch]
        for n, (left, top, width, height) in enumerate(boxes):
            for other_left, other_top, other_width, other_height in boxes[:n]:
                beside = left >= other_left + other_width or other_left >= left + width
                assert beside or top >= other_top + other_height or other_top >= top + height


@pytest.mark.parametrize(
    ("typed", "read"),
    [("7.5", 7.5), ("7,5", 7.5), (" 8 ", 8.0), ("", None), ("-3", -3.0), ("a lot", "a lot"), ("1.5h", "1.5h")],
)
def test_a_number_may_have_a_comma_and_what_is_none_goes_on_as_typed(typed: str, read: object) -> None:
    assert number(typed) == read


@pytest.mark.parametrize(
    ("draft", "asks"),
    [
        (PainDraft(), "site"),
        (PainDraft(places=[Place("calf")]), "side"),
        (PainDraft(places=[CALF]), "how_much"),
        (PainDraft(places=[CALF], score=3, each_its_own=True), "how_much"),
        (PainDraft(places=[CALF], score=0), "during"),
        (PainDraft(places=[CALF], score=0, during="run"), None),
        (SleepDraft(), "sleep"),
        (SleepDraft(bed="23:10"), "sleep"),
        (SleepDraft(bed="23:10", wake="06:40"), None),
        (SleepDraft(bed="23:10", wake="06:40", by_hours=True), "hours"),
        (SleepDraft(by_hours=True, hours="7"), None),
        (DrinkDraft(), "volume"),
        (SessionDraft(), "distance_or_duration"),
        (SessionDraft(duration="30"), "pain"),
        (SessionDraft(duration="30", pain=0), None),
        (SessionDraft(duration="30", pain=2), "site"),
        (SessionDraft(duration="30", pain=2, places=[Place("calf")]), "side"),
        (SessionDraft(duration="30", pain=2, places=[CALF]), None),
        (CheckInDraft(), "how_much"),
        (CheckInDraft(pain_morning=0), None),
        (PauseDraft(), "why"),
        (PauseDraft(why="holiday"), None),
        (SelfTestDraft(), "test"),
        (SelfTestDraft(test="hop"), "side"),
        (SelfTestDraft(test="hop", side="left"), "pain"),
        (SelfTestDraft(test="hop", side="left", pain=0), None),
    ],
)
def test_a_form_asks_for_what_is_still_needed(draft: Draft, asks: str | None) -> None:
    assert draft.missing() == asks


def test_a_pain_draft_says_where_how_much_and_when() -> None:
    draft = PainDraft(places=[CALF], score=4, during="run", signs=["limp"], when="2026-11-22T07:00", note=" in bed ")
    assert only(draft) == {
        "kind": "pain", "at": "2026-11-22T07:00", "site": "calf", "side": "left", "score": 4, "during": "run",
        "signs": ["limp"], "painkiller_24h": False, "note": "in bed",
    }  # fmt: skip


def test_several_places_become_an_entry_each_with_one_score_or_their_own() -> None:
    knee = Place("knee_front", "right", 2)
    draft = PainDraft(places=[CALF, knee], score=4, during="run")
    assert [entry["score"] for entry in draft.entries(NOW)] == [4, 4]
    draft.each_its_own, draft.places = True, scored(draft.places, CALF, 5)
    assert [(entry["site"], entry["score"]) for entry in draft.entries(NOW)] == [("calf", 5), ("knee_front", 2)]


@pytest.mark.parametrize(
    ("before", "tapped", "after"),
    [
        ([], ("calf", "left"), [CALF]),
        ([CALF], ("calf", "left"), []),
        ([CALF], ("calf", "right"), [CALF, Place("calf", "right")]),
        ([CALF], ("calf", "both"), [Place("calf", "both")]),
        ([Place("calf", "both")], ("calf", "left"), [CALF]),
        ([Place("calf")], ("calf", "left"), [CALF]),
        ([CALF], ("arch", None), [CALF, Place("arch")]),
    ],
)
def test_tapping_a_place_chooses_it_or_lets_it_go(
    before: list[Place], tapped: tuple[str, str | None], after: list[Place]
) -> None:
    assert toggled(before, *tapped) == after


def test_where_one_place_counts_another_takes_its_turn() -> None:
    assert toggled([CALF], "arch", "right", only_one=True) == [Place("arch", "right")]


def test_a_time_that_nobody_understands_is_a_fault() -> None:
    with pytest.raises(Faults):
        DrinkDraft(volume="250", when="when the cows came home").entries(NOW)


def test_a_day_alone_is_that_day_at_this_time() -> None:
    assert only(DrinkDraft(volume="250", when="2026-11-20"))["at"] == "2026-11-20T18:30"


def test_a_new_pain_starts_at_the_place_that_was_logged_last() -> None:
    again = pain_like({"kind": "pain", "site": "calf", "side": "left", "score": 3})
    assert (again.places, again.is_remembered, again.score) == ([CALF], True, None)
    assert pain_like(None) == PainDraft()


@pytest.mark.parametrize(
    ("runner", "last", "times"),
    [
        ({"bedtime": "22:30", "wake": "06:30"}, {"bed": "23:50", "wake": "08:00"}, ("22:30", "06:30", False)),
        ({}, {"bed": "23:50", "wake": "08:00"}, ("23:50", "08:00", False)),
        ({}, {"asleep_h": 7}, ("", "", True)),
        ({}, None, ("", "", False)),
    ],
)
def test_a_night_starts_at_the_usual_times(
    runner: dict[str, object], last: dict[str, object] | None, times: tuple[str, str, bool]
) -> None:
    draft = sleep_like(runner, last)
    assert (draft.bed, draft.wake, draft.by_hours) == times


def test_a_session_from_the_plan_carries_its_item_stage_and_minutes() -> None:
    draft = session_as(RUN, in_miles=False)
    draft.pain = 0
    entry = only(draft)
    assert (entry["item"], entry["stage"], entry["duration_min"], entry["run_min"]) == ("r1", "2", 30.0, 12.0)


def test_a_session_that_was_not_the_planned_one_carries_no_item() -> None:
    draft = session_as(RUN, in_miles=False)
    draft.is_from_plan = False
    assert not {"item", "stage"} & only(draft).keys()


def test_what_was_not_answered_stays_open() -> None:
    assert not {"warm_up", "cool_down", "limp", "rpe"} & only(SessionDraft(duration="30", pain=0)).keys()
    assert only(SessionDraft(duration="30", warm_up="no"))["warm_up"] is False


def test_miles_and_ounces_are_written_down_as_kilometres_and_millilitres() -> None:
    assert only(SessionDraft(distance="3", in_miles=True))["distance_km"] == pytest.approx(4.828, abs=0.001)
    assert only(SessionDraft(distance="3 mi"))["distance_km"] == pytest.approx(4.828, abs=0.001)
    assert only(DrinkDraft(volume="8", in_ounces=True))["volume_ml"] == pytest.approx(236.6, abs=0.1)
    assert only(DrinkDraft(volume="8 oz"))["volume_ml"] == pytest.approx(236.6, abs=0.1)


def test_a_walk_has_no_fields_that_only_a_run_has() -> None:
    entry = only(SessionDraft(kind="walk", duration="30", pain=0, warm_up="yes", course="eases"))
    assert not {"run_min", "rpe", "warm_up", "cool_down", "stage", "course"} & entry.keys()


@pytest.mark.parametrize(
    "draft",
    [
        PainDraft(places=[CALF], score=4, during="run", course="rises", signs=["limp"], painkiller=True, note="n"),
        SleepDraft(night="2026-11-20", bed="23:10", wake="06:40", quality=4),
        SleepDraft(night="2026-11-20", by_hours=True, hours="7.5"),
        DrinkDraft(volume="250", what="tea"),
        SessionDraft(
            distance="5", duration="30", running="20", effort=3, pain=1, places=[CALF], warm_up="yes", shoe="A"
        ),
        SessionDraft(kind="walk", duration="30", pain=0, limp=True),
        CheckInDraft(about="x", pain_1h=1, limp=True),
        PauseDraft(first="2026-11-20", last="2026-11-21", why="illness"),
        SelfTestDraft(test="heel_raise", side="left", reps="25", pain=0),
    ],
)
def test_an_entry_fills_the_form_that_would_make_it_again(draft: Draft) -> None:
    entry = only(draft)
    again = draft_of({**entry, "id": "e1"}, in_imperial=False)
    assert again.replaces == "e1"
    assert only(again) == entry


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_outlives_the_page_it_was_begun_on(desk: Desk, kind: str) -> None:
    first = opened(desk)
    first.of(kind).note = "begun"
    first.changed(kind)
    again = opened(desk)
    assert again.of(kind) == first.of(kind)
    assert again.restored == {kind}


def test_places_and_signs_outlive_the_page_too(desk: Desk) -> None:
    first = opened(desk)
    first.pain.places, first.pain.signs = [CALF, Place("arch")], ["limp"]
    first.changed("pain")
    assert opened(desk).pain == first.pain


def test_a_saved_draft_is_gone_for_every_page(desk: Desk) -> None:
    first = opened(desk)
    first.drink.volume = "250"
    first.changed("drink")
    other = opened(desk)
    first.save("drink")
    other.look()
    assert other.drink.volume == ""
    assert not opened(desk).restored
    assert len(desk.journal(kind="drink")) == 1


def test_two_pages_with_drafts_of_their_own_keep_both(desk: Desk) -> None:
    first, other = opened(desk), opened(desk)
    first.drink.volume = "100"
    first.changed("drink")
    other.drink.volume = "200"
    other.changed("drink")
    first.look()
    assert (first.drink.volume, other.drink.volume) == ("100", "200")
    other.save("drink")
    assert opened(desk).drink.volume == "100"


def test_what_one_page_changed_the_other_one_of_the_same_draft_shows(desk: Desk) -> None:
    first = opened(desk)
    first.drink.volume = "1"
    first.changed("drink")
    other = opened(desk)
    first.drink.volume = "150"
    first.changed("drink")
    other.look()
    assert other.drink.volume == "150"


def test_starting_over_throws_the_draft_away(desk: Desk) -> None:
    first = opened(desk)
    first.drink.volume = "100"
    first.changed("drink")
    first.start_over("drink")
    assert first.drink.volume == opened(desk).drink.volume == ""


def test_a_draft_is_forgotten_after_a_day(desk: Desk, clock: Clock) -> None:
    first = opened(desk)
    first.drink.volume = "100"
    first.changed("drink")
    clock.now += timedelta(days=1, minutes=1)
    assert opened(desk).drink.volume == ""


@pytest.mark.parametrize(
    "broken",
    [
        "{", '{"a": 1}', '{"a": {"at": "x"}}', '{"a": {"at": "2026-11-22T18:00+00:00", "kind": "pain", "fields": []}}',
        '{"a": {"at": "2026-11-22T18:00+00:00", "kind": "pain", "fields": {"places": [{"x": 1}]}}}',
        '{"a": {"at": "2026-11-22T18:00+00:00", "kind": "poem", "fields": {}}}',
        '{"a": {"at": "2026-11-22T18:00", "kind": "pain", "fields": {}}}',
    ],
)  # fmt: skip
def test_a_broken_file_of_drafts_holds_none(desk: Desk, broken: str) -> None:
    (desk.folder / DRAFTS).write_text(broken)
    assert not opened(desk).restored


def test_a_folder_that_cannot_be_written_does_not_stand_in_the_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError

    drafts = opened(desk)
    monkeypatch.setattr(Preferences, "change", full)
    drafts.drink.volume = "100"
    drafts.changed("drink")
    assert drafts.drink.volume == "100"


def test_what_was_begun_about_a_planned_run_goes_on_when_it_is_opened_again(desk: Desk) -> None:
    drafts = opened(desk)
    drafts.start_session(RUN)
    drafts.run.pain = 1
    drafts.changed("run")
    drafts.start_session(RUN)
    assert drafts.run.pain == 1
    drafts.start_session({**RUN, "id": "r2"})
    assert drafts.run.pain is None


def test_a_correction_changes_what_was_changed_and_can_be_taken_back(desk: Desk) -> None:
    entry_id = desk.log({"kind": "run", "distance_km": 5.123456, "duration_min": 30, "source": {"name": "a.fit"}})
    drafts = opened(desk)
    before = desk.journal(kind="run")[0]
    assert drafts.correct(before) == "run"
    drafts.run.pain, drafts.run.duration = 0, "31"
    (undo,) = drafts.save("run")
    (run,) = desk.journal(kind="run")
    assert (run["duration_min"], run["pain_during"], run["distance_km"]) == (31, 0, 5.123456)
    assert run["replaces"] == entry_id
    assert callable(undo)
    undo()
    (run,) = desk.journal(kind="run")
    assert (run["duration_min"], run.get("pain_during"), run["source"]) == (30, None, {"name": "a.fit"})


def test_a_correction_leaves_what_was_begun_for_later(desk: Desk) -> None:
    desk.log({"kind": "drink", "volume_ml": 300})
    drafts = opened(desk)
    drafts.drink.volume = "100"
    drafts.changed("drink")
    drafts.correct(desk.journal(kind="drink")[0])
    drafts.look()
    assert drafts.drink.replaces
    drafts.start_over("drink")
    drafts.look()
    assert (drafts.drink.volume, drafts.drink.replaces) == ("100", None)


def test_a_night_that_is_logged_twice_is_corrected(desk: Desk) -> None:
    drafts = opened(desk)
    for hours in ("6", "7.5"):
        drafts.sleep.by_hours, drafts.sleep.hours = True, hours
        drafts.save("sleep")
    (night,) = desk.journal(kind="sleep")
    assert (night["asleep_h"], night["night_of"]) == (7.5, (TODAY - timedelta(days=1)).isoformat())


def test_what_is_at_fault_is_named_by_its_field(desk: Desk) -> None:
    drafts = opened(desk)
    drafts.drink.volume = "a lot"
    with pytest.raises(Faults):
        drafts.save("drink")
    assert drafts.wrong_at == {"drink": "volume"}
    drafts.changed("drink")
    assert not drafts.wrong_at


def test_a_pause_ends_yesterday_and_one_of_today_never_was(desk: Desk) -> None:
    drafts = opened(desk)
    desk.log({"kind": "pause", "from": (TODAY - timedelta(days=3)).isoformat(), "why": "illness"})
    (undo,) = drafts.end_pause(desk.journal(kind="pause")[0])
    assert desk.journal(kind="pause")[0]["to"] == (TODAY - timedelta(days=1)).isoformat()
    assert callable(undo)
    undo()
    (pause,) = desk.journal(kind="pause")
    assert "to" not in pause
    drafts.end_pause(desk.journal(kind="pause")[0])
    desk.log({"kind": "pause", "from": TODAY.isoformat(), "why": "holiday"})
    today = next(one for one in desk.journal(kind="pause") if one["why"] == "holiday")
    (undo,) = drafts.end_pause(today)
    assert [one["why"] for one in desk.journal(kind="pause")] == ["illness"]
    assert callable(undo)
    undo()
    assert len(desk.journal(kind="pause")) == 2


def test_a_deleted_run_comes_back_with_what_was_said_about_it(desk: Desk) -> None:
    run = desk.log({"kind": "run", "duration_min": 30, "at": "2026-11-22T08:00"})
    desk.log({"kind": "check_in", "about": run, "pain_1h": 2})
    corrected = desk.edit(run, {"duration_min": 31})
    entry = desk.entry(corrected)
    assert entry
    desk.delete(corrected)
    back = desk.put_back(entry)
    (check_in,) = desk.journal(kind="check_in")
    assert check_in["about"] == back
    assert desk.journal(kind="run")[0]["duration_min"] == 31


def test_taking_back_one_record_of_a_run_leaves_the_other(desk: Desk) -> None:
    watch = {"kind": "run", "id": "w", "at": "2026-11-22T08:00", "duration_min": 30, "source": {"name": "a.fit"}}
    desk.log_all([watch])
    by_hand = desk.log({"kind": "run", "at": "2026-11-22T08:02", "duration_min": 30, "pain_during": 0})
    assert len(desk.journal(kind="run")) == 1
    desk.withdraw([by_hand])
    (run,) = desk.journal(kind="run")
    assert run["id"] == "w"
    assert "pain_during" not in run


def test_nothing_is_asked_of_the_future(desk: Desk) -> None:
    drafts = opened(desk)
    drafts.drink.volume, drafts.drink.when = "250", datetime.combine(date(2026, 11, 23), time(8)).isoformat()
    with pytest.raises(Faults):
        drafts.save("drink")
    assert drafts.wrong_at == {"drink": "when"}
