from datetime import datetime

import pytest

from planner.journal import Faults
from planner.journal.vocabulary import SITES
from planner.ui.log.areas import AREAS, area_of
from planner.ui.log.drafts import DrinkDraft, PainDraft, SessionDraft, SleepDraft, number, pain_like, session_as
from planner.words.documents import ItemDoc

NOW = datetime(2026, 11, 22, 18, 30)
RUN: ItemDoc = {
    "id": "r1", "kind": "run", "title": "Run", "at": "18:10", "minutes": 30, "steps": [], "reasons": [],
    "dose": {"stage": "2", "run_min": 12},
}  # fmt: skip


def test_every_place_of_the_journal_is_in_exactly_one_area() -> None:
    assert sorted(site for sites in AREAS.values() for site in sites) == sorted(SITES)
    assert {area_of(site) for site in SITES} == set(AREAS)


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
        (PainDraft(site="calf"), "side"),
        (PainDraft(site="calf", side="left"), "score"),
        (PainDraft(site="calf", side="left", score=0), "during"),
        (PainDraft(site="calf", side="left", score=0, during="run"), None),
        (SleepDraft(), "sleep"),
        (SleepDraft(bed="23:10"), "sleep"),
        (SleepDraft(bed="23:10", wake="06:40"), None),
        (SleepDraft(hours="7"), None),
        (DrinkDraft(), "volume"),
        (SessionDraft(), "distance_or_duration"),
        (SessionDraft(duration="30"), "pain"),
        (SessionDraft(duration="30", pain=0), None),
        (SessionDraft(duration="30", pain=2), "site"),
        (SessionDraft(duration="30", pain=2, site="calf"), "side"),
        (SessionDraft(duration="30", pain=2, site="calf", side="both"), None),
    ],
)
def test_a_form_asks_for_what_is_still_needed(
    draft: PainDraft | SleepDraft | DrinkDraft | SessionDraft, asks: str | None
) -> None:
    assert draft.missing() == (asks and f"ui.missing.{asks}")


def test_a_pain_draft_says_where_how_much_and_when() -> None:
    draft = PainDraft(
        site="shin_inner", side="left", score=4, during="run", signs=frozenset({"limp"}), when="today 7am"
    )
    assert draft.entry(NOW) == {
        "kind": "pain", "at": "2026-11-22T07:00", "site": "shin_inner", "side": "left", "score": 4, "during": "run",
        "signs": ["limp"], "painkiller_24h": False,
    }  # fmt: skip


def test_a_time_that_nobody_understands_is_a_fault() -> None:
    with pytest.raises(Faults):
        DrinkDraft(volume="250", when="when the cows came home").entry(NOW)


def test_a_pain_draft_starts_at_the_place_that_was_logged_last() -> None:
    assert pain_like({"kind": "pain", "site": "calf", "side": "right", "score": 3}) == PainDraft(
        site="calf", side="right"
    )
    assert pain_like(None) == PainDraft()


def test_a_session_from_the_plan_carries_its_item_stage_and_minutes() -> None:
    draft = session_as(RUN, in_miles=False)
    draft.pain = 0
    entry = draft.entry(NOW)
    assert (entry["item"], entry["stage"], entry["duration_min"], entry["run_min"]) == ("r1", "2", 30.0, 12.0)


def test_a_session_that_was_not_the_planned_one_carries_no_item() -> None:
    draft = session_as(RUN, in_miles=False)
    draft.is_from_plan = False
    assert not {"item", "stage"} & draft.entry(NOW).keys()


def test_miles_are_written_down_as_kilometres() -> None:
    assert SessionDraft(distance="3", in_miles=True).entry(NOW)["distance_km"] == pytest.approx(4.828, abs=0.001)
    assert SessionDraft(distance="3 mi").entry(NOW)["distance_km"] == pytest.approx(4.828, abs=0.001)


def test_a_walk_has_no_fields_that_only_a_run_has() -> None:
    entry = SessionDraft(kind="walk", duration="30", pain=0).entry(NOW)
    assert not {"run_min", "rpe", "warm_up", "cool_down", "stage", "course"} & entry.keys()
