"""What More changes is saved at once, taken back in one step, and refused in one sentence."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from planner.demo import fill
from planner.desk import Desk
from planner.journal.vocabulary import LIMIT_KINDS
from planner.ui.model import Model
from planner.ui.more.copies import _restore, _restore_bytes
from planner.ui.more.limit_form import Draft
from planner.ui.more.limit_words import limit_words
from planner.ui.more.saving import change, keep, prefer, records
from planner.ui.preferences import Preferences

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def model(tmp_path: Path) -> Model:
    desk = Desk(tmp_path, clock=lambda: datetime.combine(TUESDAY, time(9), UTC), today=TUESDAY)
    fill(desk)
    return Model(desk, Preferences(tmp_path))


def test_a_change_of_the_profile_is_taken_back_whole(model: Model) -> None:
    before = model.desk.runner()
    assert change(model, {"run_days": ["mon"], "goal": None}) == ""
    assert model.desk.runner()["run_days"] == ["mon"]
    assert "goal" not in model.desk.runner()
    assert model.message
    assert model.undo() is None
    assert model.desk.runner() == before


def test_what_is_the_same_as_before_is_not_written_again(model: Model) -> None:
    written = len(model.desk.whole()["journal"])
    assert change(model, {"birth_year": 1988, "long_run_day": None}) == ""
    assert model.message is None
    assert len(model.desk.whole()["journal"]) == written


def test_a_wrong_value_is_one_sentence_that_begins_with_the_fields_own_name(model: Model) -> None:
    before = model.desk.runner()
    said = change(model, {"birth_year": 1700}, "Year of birth")
    assert said.startswith("Year of birth: 1700 is outside")
    assert said.count(".") == 1
    assert model.desk.runner() == before


def test_a_setting_of_the_app_is_taken_back_too(model: Model) -> None:
    assert prefer(model, "text_scale", 150) == ""
    assert model.preferences.get("text_scale") == 150
    model.undo()
    assert model.preferences.get("text_scale") is None


def test_taking_a_limit_off_is_kept_with_its_note_and_so_is_taking_that_back(model: Model) -> None:
    limit = {"kind": "max_run_min", "value": 20, "by": "physio"}
    change(model, {"clinician_limits": [limit]}, note="Set: 20")
    change(model, {"clinician_limits": None}, note="Withdrawn: 20")
    assert [entry["note"] for entry in model.desk.notes()] == ["Withdrawn: 20", "Set: 20"]
    model.undo()
    assert records(model, "clinician_limits", "kind") == [limit]
    assert model.desk.notes()[0]["note"] == "Taken back: Withdrawn: 20"


LIMITS = {
    "max_run_min": (20, "At most 20 running minutes a day"),
    "max_pain": (2, "Pain at most 2 of 10 while running"),
    "no_hills": (True, "No hills"),
    "days_off": (["mon", "fri"], "No running on Monday and Friday"),
    "hold_stage": ("3", "Stay at stage 3"),
    "start_stage": ("2", "Start at stage 2"),
    "exercises": (["glute_bridge", "her own one"], "Only these exercises: Glute bridge and her own one"),
    "allow": (["warm_bath", "impact"], "Allowed: warm bath and impact in spite of a warning"),
}


@pytest.mark.parametrize("kind", LIMIT_KINDS)
def test_every_kind_of_limit_can_be_said_and_saved(model: Model, kind: str) -> None:
    value, said = LIMITS[kind]
    limit = {"kind": kind, "value": value, "by": "physio"}
    assert limit_words(model, limit) == said
    assert change(model, {"clinician_limits": [limit]}) == ""


def test_rest_days_that_were_given_as_a_number_are_counted(model: Model) -> None:
    assert limit_words(model, {"kind": "days_off", "value": 1}) == "1 rest day in any seven"
    assert limit_words(model, {"kind": "days_off", "value": 3}) == "3 rest days in any seven"


def test_a_draft_of_a_limit_knows_what_is_missing() -> None:
    assert Draft("max_run_min").value is None
    assert Draft("max_run_min", number="20").value == 20
    assert Draft("hold_stage").value is None
    assert Draft("hold_stage", chosen=("3",)).value == "3"
    assert Draft("days_off").value is None
    assert Draft("no_hills").value is True


def test_going_back_to_a_copy_is_taken_back_in_one_step(model: Model) -> None:
    copy = model.desk.back_up()
    model.desk.log({"kind": "drink", "volume_ml": 300})
    entries = len(model.desk.journal())
    assert keep(model, lambda: _restore(model, copy), lambda: "back") == ""
    assert len(model.desk.journal()) == entries - 1
    assert model.undo() is None
    assert len(model.desk.journal()) == entries


def test_a_picked_file_that_is_no_copy_changes_nothing(model: Model) -> None:
    entries = len(model.desk.journal())
    said = keep(model, lambda: _restore_bytes(model, "photo.jpg", b"no copy"), lambda: "back")
    assert said.startswith("photo.jpg is no whole copy of a Stridewell journal, so nothing was changed")
    assert len(model.desk.journal()) == entries
    picked = model.desk.back_up().read_bytes()
    assert keep(model, lambda: _restore_bytes(model, "copy.json", picked), lambda: "back") == ""
