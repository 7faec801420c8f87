"""The first start without its pages: what is asked, in which order, what is kept, and that no plan is made before its end."""

import json
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path

import pytest

from planner.demo import fill
from planner.desk import Desk
from planner.journal.vocabulary import HEALTH
from planner.protocols import protocols
from planner.ui.model import Model
from planner.ui.preferences import FILE, Preferences
from planner.ui.start import country, progress
from planner.ui.start.health import GROUPS, what_follows
from planner.ui.start.page import Way, answer

TUESDAY = date(2026, 11, 24)


def at(folder: Path) -> Model:
    """The app, opened on that folder anew."""
    desk = Desk(folder, clock=lambda: datetime.combine(TUESDAY, time(8), UTC), today=TUESDAY)
    return Model(desk, Preferences(folder))


def test_a_fresh_app_asks_and_goes_on_after_a_reload(tmp_path: Path) -> None:
    model = at(tmp_path)
    assert not progress.has_started(model)
    assert progress.step(model) == "language"
    progress.go(model, "notice")
    assert progress.step(at(tmp_path)) == "notice"
    assert progress.before(model, "notice") == "language"
    assert progress.agree(model) is None
    assert progress.step(model) == "country"
    progress.go(model, "experience")
    again = at(tmp_path)
    assert not progress.has_started(again)
    assert progress.step(again) == "experience"
    assert json.loads((tmp_path / FILE).read_text())["safety_notice_read_on"] == TUESDAY.isoformat()


def test_a_journal_from_elsewhere_is_asked_for_consent_alone(tmp_path: Path) -> None:
    fill(Desk(tmp_path, clock=lambda: datetime.combine(TUESDAY, time(6), UTC), today=TUESDAY))
    model = at(tmp_path)
    assert progress.step(model) == "notice"
    assert progress.before(model, "notice") is None
    progress.agree(model)
    assert progress.has_started(model)


def test_an_app_whose_notice_was_read_before_is_not_asked_again(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"safety_notice_read_on": "2026-11-01"}')
    assert progress.has_started(at(tmp_path))


def test_every_step_leads_to_the_next_and_back(tmp_path: Path) -> None:
    model = at(tmp_path)
    progress.agree(model)
    steps = progress.steps(model)
    assert steps[-1] == "ready"
    assert progress.following(model, "ready") == progress.DONE
    assert progress.before(model, "country") is None
    for one, other in pairwise(steps[steps.index("country") :]):
        assert progress.following(model, one) == other
        assert progress.before(model, other) == one


def test_who_is_under_18_goes_on_with_a_grown_up(tmp_path: Path) -> None:
    model = at(tmp_path)
    assert progress.following(model, "birth") == "sex"
    model.desk.change_runner({"birth_year": 2011})
    assert progress.following(model, "birth") == "adult"


def test_a_wrong_answer_is_one_sentence_and_stays_where_it_is(tmp_path: Path) -> None:
    model = at(tmp_path)
    progress.agree(model)
    progress.go(model, "birth")
    way = Way(on=lambda: progress.go(model, "sex"))
    said = answer(model, way, lambda: model.desk.change_runner({"birth_year": 2031}), "Year of birth")
    assert said.startswith("Year of birth: 2031")
    assert progress.step(model) == "birth"
    assert "birth_year" not in model.desk.runner()


def test_what_was_left_for_later_is_named_until_it_is_told(tmp_path: Path) -> None:
    model = at(tmp_path)
    progress.put_later(model, "days")
    progress.put_later(model, "country")
    assert progress.later(at(tmp_path)) == ["country", "days"]
    progress.answered(model, "country")
    assert progress.later(model) == ["days"]


def test_a_draft_is_kept_until_its_step_is_left(tmp_path: Path) -> None:
    model = at(tmp_path)
    progress.agree(model)
    progress.put_draft(model, {"pain": {"area": "shin"}})
    assert progress.draft(at(tmp_path)) == {"pain": {"area": "shin"}}
    progress.go(model, "told")
    assert progress.draft(model) == {}


def test_no_plan_counts_as_shown_before_the_questions_are_answered(tmp_path: Path) -> None:
    model = at(tmp_path)
    progress.agree(model)
    way = Way(on=lambda: None)
    answer(model, way, lambda: model.desk.change_runner({"birth_year": 1990, "run_days": ["tue"]}))
    assert model.desk.issued() == []
    model.look()
    assert model.desk.issued()
    assert model.changes == []


@pytest.mark.parametrize("broken", ['{"start": 3}', '{"start": {"at": 5}}', '{"start": {"at": "nowhere"}}', "[]"])
def test_broken_notes_of_its_own_begin_again(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).write_text(broken)
    assert progress.step(at(tmp_path)) == "language"


def test_the_number_to_call_is_that_of_the_country(tmp_path: Path) -> None:
    model = at(tmp_path)
    assert country.whom_to_call(model) == (
        "Call your local emergency number now. From most mobile phones 112 reaches help."
    )
    model.desk.change_runner(country.told("NO"))
    assert country.whom_to_call(model) == "Call 113 now."
    model.desk.change_runner(country.told(country.ELSEWHERE))
    assert country.number(model) is None


def test_countries_are_named_in_order_and_found_without_accents(tmp_path: Path) -> None:
    names = [name for _, name in country.countries(at(tmp_path))]
    assert names[:2] == ["Andorra", "Armenia"]
    assert country.matches("Türkiye", "turk")
    assert country.matches("Norway", " WAY ")
    assert not country.matches("Norway", "Sweden")


def test_every_health_state_is_asked_about_once_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    asked = [state for group in GROUPS.values() for state in group]
    assert sorted(asked) == sorted(set(HEALTH) - {"under_18"})
    model = at(tmp_path)
    assert what_follows(model, "varicose_veins") == "The plan goes without: warm bath."
    assert all(what_follows(model, state) for state in protocols().health.never)
    assert what_follows(model, "osteoporosis").startswith("A doctor’s word comes first")
    assert what_follows(model, "asthma") == ""
