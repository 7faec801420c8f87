"""What a clinician puts into the form is the reply, word for word, and the paragraph says the same."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.journal import Faults, read_reply
from planner.ui.clinician.draft import Cleared, Dosed, Draft
from planner.ui.clinician.preview import said
from planner.ui.model import Model
from planner.ui.preferences import Preferences

TUESDAY = date(2026, 11, 24)
WHOLE = Draft(
    minutes="15", pain="2", no_hills=True, days_off=("sun", "mon"), hold="2", start="1",
    exercises=(Dosed("step_heel_raise", "3", "12", "", "7,5", "3"), Dosed("Soleus lift")),
    cleared=(Cleared(("bone_stress_suspected",), "shin_inner", "left", "excluded"), Cleared(("nerve",), "", "left", "may_start")),
    withdraws=("allow", "max_pain"), until="2026-12-08", note=" Slowly. ", name=" Anna K. ", role="physio",
)  # fmt: skip


@pytest.fixture
def model(tmp_path: Path) -> Model:
    desk = Desk(tmp_path, clock=lambda: datetime.combine(TUESDAY, time(9), UTC), today=TUESDAY)
    return Model(desk, Preferences(tmp_path))


def test_everything_in_the_form_is_in_the_reply() -> None:
    reply = read_reply(WHOLE.raw("f" * 16, TUESDAY), TUESDAY)
    limits = {limit.kind: limit.value for limit in reply.limits}
    assert (limits["max_run_min"], limits["max_pain"], limits["no_hills"]) == (15, 2, True)
    assert (limits["hold_stage"], limits["start_stage"], limits["days_off"]) == ("2", "1", (0, 6))
    first, second = limits["exercises"]  # type: ignore[misc]
    assert (first.id, first.sets, first.reps, first.load_kg, first.per_week) == ("step_heel_raise", 3, 12, 7.5, 3)  # type: ignore[union-attr]
    assert (second.id, second.sets) == ("Soleus lift", None)  # type: ignore[union-attr]
    assert {limit.until for limit in reply.limits} == {date(2026, 12, 8)}
    assert [one.get("side") for one in reply.clearances] == ["left", None]
    assert (reply.name, reply.role, reply.note) == ("Anna K.", "physio", "Slowly.")


def test_what_is_set_anew_is_not_withdrawn_as_well() -> None:
    assert WHOLE.raw("f", TUESDAY)["withdraws"] == ["allow"]


@pytest.mark.parametrize(
    "wrong",
    [
        Draft(name="A", role="physio"), Draft(minutes="15", role="physio"), Draft(minutes="15", name="A"),
        Draft(minutes="-5", name="A", role="physio"), Draft(pain="11", name="A", role="physio"),
        Draft(minutes="some", name="A", role="physio"), Draft(minutes="9", name="A", role="physio", until="2026-11-23"),
        Draft(exercises=(Dosed("pogo", sets="many"),), name="A", role="physio"),
    ],
)  # fmt: skip
def test_what_cant_be_is_refused_as_it_would_be_by_the_runners_app(wrong: Draft) -> None:
    with pytest.raises(Faults):
        read_reply(wrong.raw("f", TUESDAY), TUESDAY)


def test_the_paragraph_says_what_is_set_until_when_and_by_whom(model: Model) -> None:
    text = " ".join(said(model, WHOLE))
    assert text.startswith("Until 8 December 2026: At most 15 running minutes a day; Pain at most 2 of 10")
    assert "Heel raises on a step, each side (3 × 12, 7.5 kg, 3 times a week)" in text
    assert "No longer holds: Allow something." in text
    assert "Bone pain pattern (inner shin, left): ruled out." in text
    assert text.endswith("Note: “Slowly.” Signed: Anna K., a physio.")


def test_the_paragraph_of_an_empty_form_and_of_one_without_a_name(model: Model) -> None:
    assert said(model, Draft()) == ["Nothing is set yet."]
    unsigned = said(model, Draft(minutes="15"))
    assert unsigned[0] == "Until further notice: At most 15 running minutes a day."
    assert "Not signed yet" in unsigned[1]
