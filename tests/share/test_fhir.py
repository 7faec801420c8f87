"""The FHIR bundle, looked at by a validator that knows all of R4's structures."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import fhirkit
import pytest

from planner import demo
from planner.cases import plan_case
from planner.desk import Desk
from planner.journal import fold, profile
from planner.journal.vocabulary import SIGNS, SITES
from planner.protocols import protocols
from planner.share.fhir import codes
from planner.share.fhir.bundle import bundle
from planner.share.fhir.parts import About, person_of
from planner.words import DayDoc, PlanDoc, languages
from tests.invariants.generate import case
from tests.share.conftest import day, item

STAMP = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ABOUT = About("journal-1", BERLIN)
QUESTIONS = protocols().flags.screening.questions
AT = "2026-10-20T07:30"
RUN = {"kind": "run", "id": "r1", "at": "2026-10-19T18:00", "duration_min": 30, "distance_km": 4.2}
SHIN = {"site": "shin_inner", "side": "left"}
EACH_KIND: list[dict[str, Any]] = [
    {"kind": "pain", "id": "p1", "at": AT, "score": 3, "during": "first_steps", "course": "eases", **SHIN},
    {"kind": "pain", "id": "p2", "at": AT, "signs": ["swelling", "warmth"], "painkiller_24h": True, "note": "größer"},
    {"kind": "pain", "id": "p3", "at": "2026-10-20"},
    {"kind": "sleep", "id": "s1", "night_of": "2026-10-19", "asleep_h": 7.5, "quality": 3, "note": " "},
    {"kind": "sleep", "id": "s2", "night_of": "2026-10-18", "bed": "00:20", "wake": "06:40"},
    {"kind": "sleep", "id": "s3", "at": "2026-10-18T08:00", "bed": "22:30", "wake": "00:10"},
    {"kind": "drink", "id": "d1", "at": AT, "volume_ml": 250, "what": "water"},
    {**RUN, "run_min": 12, "rpe": 4, "stage": "2", "surface": "trail", "pain_during": 1, "pain_1h": 0, "limp": False},
    {"kind": "run", "id": "r2", "at": "2026-10-18T18:00:00-05:00", "distance_km": 4, "surface": "Waldweg"},
    {"kind": "walk", "id": "w1", "at": AT, "duration_min": 30, "pain_during": 2, **SHIN},
    {
        "kind": "check_in",
        "id": "c1",
        "at": AT,
        "about": "r1",
        "pain_1h": 0,
        "pain_morning": 2,
        "limp": True,
        "note": "ok",
    },
    {"kind": "check_in", "id": "c2", "at": AT},
    {"kind": "test", "id": "t1", "at": AT, "test": "heel_raise", "side": "left", "reps": 20, "pain": 1},
    {"kind": "test", "id": "t2", "at": AT},
    {"kind": "screen", "id": "q1", "on": "2026-10-20", "signs": []},
    {"kind": "screen", "id": "q2", "at": AT, "signs": ["swelling", "injury"], **SHIN},
    {"kind": "pause", "id": "x1", "from": "2026-10-01"},
    {"kind": "done", "id": "x2", "at": AT, "item": "2026-10-19/run/1"},
    {"kind": "clearance", "id": "x3", "at": AT, "by": "doctor"},
]
NAMED = {"condition": "mtss", "side": "left", "since": "2026-10-01", "given_by_clinician": True, "by": "Dr K."}


def made(plan: PlanDoc, journal: list[dict[str, Any]] = EACH_KIND, about: About = ABOUT, **more: Any) -> dict[str, Any]:
    return bundle(more.pop("runner", {}), journal, plan, about=about, stamp=STAMP, questions=QUESTIONS, **more)


def of_kind(whole: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one["resource"] for one in whole["entry"] if one["resource"]["resourceType"] == kind]


def of(whole: dict[str, Any], entry_id: str, *parts: str) -> dict[str, Any]:
    wanted = ABOUT.id("entry", entry_id, *parts)
    return next(one["resource"] for one in whole["entry"] if one["resource"]["id"] == wanted)


def complaints(whole: dict[str, Any]) -> list[str]:
    """What the validator says of the bundle, and of each resource in it by itself."""
    texts = [json.dumps(whole), *(json.dumps(one["resource"]) for one in whole["entry"])]
    return [f"{issue.path} {issue.message}" for text in texts for issue in fhirkit.validate(text)]


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"reference", "questionnaire"}:
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def assert_holds_together(whole: dict[str, Any]) -> None:
    addresses = [one["fullUrl"] for one in whole["entry"]]
    assert len(set(addresses)) == len(addresses)
    assert set(references(whole)) <= set(addresses)


def test_the_validator_would_find_what_is_wrong(plan: PlanDoc) -> None:
    whole = made(plan)
    whole["entry"][0]["resource"]["birthDate"] = "next year"
    assert complaints(whole)


@pytest.mark.parametrize("language", languages())
def test_each_kind_of_entry_makes_a_sound_bundle_in_each_language(plan: PlanDoc, language: str) -> None:
    withdrawn: list[DayDoc] = [day("2026-10-22", item("2026-10-22", "run", 2, at="18:00", minutes=20))]
    about = About("journal-1", BERLIN, language, "Ana")
    whole = made(plan, about=about, withdrawn=withdrawn, runner={"birth_year": 1988, "diagnoses": [NAMED]})
    assert complaints(whole) == []
    assert_holds_together(whole)


def test_the_sample_journal_makes_a_sound_bundle(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "sample", clock=lambda: STAMP, today=date(2026, 10, 20))
    demo.fill(desk)
    whole = bundle(desk.runner(), desk.journal(), desk.plan(), about=ABOUT, stamp=STAMP, questions=QUESTIONS)
    assert complaints(whole) == []
    assert_holds_together(whole)
    assert len(of_kind(whole, "Observation")) > 90
    assert len(of_kind(whole, "Condition")) == 1


@pytest.mark.parametrize("seed", range(12))
def test_any_journal_makes_a_sound_bundle(seed: int) -> None:
    given = case(seed)
    today = date.fromisoformat(given["today"])
    desk = given.get("journal") or []
    counted = {one["id"]: one for one in desk if one.get("id") and one["kind"] not in {"deleted", "profile", "issued"}}
    told = [{"at": given["today"], **one} for one in counted.values()]
    assert fold(desk, today)
    whole = bundle(
        given.get("runner") or profile(fold(desk, today)), told, plan_case(given), about=ABOUT, stamp=STAMP,
        questions=QUESTIONS,
    )  # fmt: skip
    assert complaints(whole) == []
    assert_holds_together(whole)


def test_the_same_journal_gives_the_same_bundle_and_another_one_other_ids(plan: PlanDoc) -> None:
    assert made(plan) == made(plan)
    other = made(plan, about=About("journal-2", BERLIN))
    mine, theirs = (
        {one["fullUrl"] for one in whole["entry"] if one["resource"]["resourceType"] != "Questionnaire"}
        for whole in (made(plan), other)
    )
    assert not mine & theirs


def test_a_journal_is_named_by_its_oldest_entry_in_any_order_and_without_its_plans() -> None:
    early = {"kind": "pain", "id": "b", "logged_at": "2026-10-01T08:00:00.000000+00:00"}
    late = {"kind": "pain", "id": "a", "logged_at": "2026-10-02T08:00:00.000000+00:00"}
    plan = {"kind": "issued", "id": "i", "logged_at": "2026-09-01T08:00:00.000000+00:00"}
    assert {person_of(each) for each in ([plan, early, late], [late, early], [early, plan])} == {"b"}
    assert (person_of([plan]), person_of([])) == ("i", "journal")


@pytest.mark.parametrize(
    ("runner", "name", "told"),
    [
        ({}, "", {}),
        ({"birth_year": 1988, "sex": "female"}, "  ", {"birthDate": "1988", "gender": "female"}),
        ({"language": "es"}, " Ana ", {"name": [{"text": "Ana"}]}),
    ],
)
def test_the_runner_has_a_year_of_birth_and_a_name_only_where_they_say_it(
    plan: PlanDoc, runner: dict[str, Any], name: str, told: dict[str, Any]
) -> None:
    (patient,) = of_kind(made(plan, runner=runner, about=About("journal-1", BERLIN, name=name)), "Patient")
    assert {key: patient[key] for key in patient.keys() - {"resourceType", "id", "language"}} == told


@pytest.mark.parametrize(
    ("given", "n"),
    [
        ([NAMED], 1),
        ([NAMED, NAMED], 1),
        ([{**NAMED, "given_by_clinician": False}], 0),
        ([{"condition": "mtss"}], 0),
        (["mtss"], 0),
        ([{**NAMED, "condition": "unknown"}], 0),
    ],
)
def test_only_what_a_clinician_named_is_a_condition(plan: PlanDoc, given: list[Any], n: int) -> None:
    whole = made(plan, runner={"diagnoses": given})
    assert len(of_kind(whole, "Condition")) == n
    (care_plan,) = of_kind(whole, "CarePlan")
    assert len(care_plan.get("addresses", [])) == n


@pytest.mark.parametrize(("until", "state"), [(None, "active"), ("2026-10-20", "active"), ("2026-10-19", "resolved")])
def test_a_condition_that_is_over_says_so(plan: PlanDoc, until: str | None, state: str) -> None:
    (found,) = of_kind(made(plan, runner={"diagnoses": [{**NAMED, "until": until}]}), "Condition")
    assert found["clinicalStatus"]["coding"][0]["code"] == state
    assert ("abatementDateTime" in found) == (state == "resolved")
    assert [note["text"] for note in found["note"]] == ["Told by the runner; a clinician named it.", "Dr K."]


@pytest.mark.parametrize(
    ("fields", "of_day", "status"),
    [
        ({}, {}, "scheduled"),
        ({"outcome": "done"}, {}, "completed"),
        ({"outcome": "skipped"}, {}, "cancelled"),
        ({"outcome": "moved"}, {"past": True}, "cancelled"),
        ({"outcome": None}, {"past": True}, "unknown"),
    ],
)
def test_an_item_has_the_status_of_what_became_of_it(
    plan: PlanDoc, fields: dict[str, Any], of_day: dict[str, Any], status: str
) -> None:
    plan["days"] = [day("2026-10-20", item("2026-10-20", "run", at="18:10", minutes=30, **fields), **of_day)]
    (care_plan,) = of_kind(made(plan), "CarePlan")
    detail = care_plan["activity"][0]["detail"]
    assert detail["status"] == status
    assert ("statusReason" in detail) == (status == "cancelled")
    assert detail["scheduledPeriod"] == {"start": "2026-10-20T18:10:00+02:00", "end": "2026-10-20T18:40:00+02:00"}
    assert detail["description"] == "Why: Your last two sessions were clean."


def test_what_is_no_longer_planned_is_there_as_cancelled(plan: PlanDoc) -> None:
    gone: list[DayDoc] = [day("2026-10-22", item("2026-10-22", "run", 7))]
    (care_plan,) = of_kind(made(plan, withdrawn=gone), "CarePlan")
    *_, last = care_plan["activity"]
    assert (last["id"], last["detail"]["status"]) == ("2026-10-22/run/7", "cancelled")
    assert last["detail"]["scheduledPeriod"] == {"start": "2026-10-22", "end": "2026-10-22"}
    assert len(care_plan["activity"]) == 1 + sum(len(one["items"]) for one in plan["days"])


def test_pain_has_its_score_its_place_and_when_it_was_felt(plan: PlanDoc) -> None:
    pain = of(made(plan), "p1")
    assert pain["code"]["coding"][0]["code"] == "72514-3"
    assert pain["valueQuantity"] == {"value": 3, "unit": "score", "system": codes.UCUM, "code": "{score}"}
    assert pain["bodySite"]["text"] == "inner shin, left"
    assert pain["bodySite"]["coding"][0]["code"] == "30021000"
    assert [one["valueString"] for one in pain["component"]] == ["with the first steps", "eased as I went"]
    assert pain["effectiveDateTime"] == "2026-10-20T07:30:00+02:00"


def test_signs_without_a_score_are_told_and_no_score_is_made_up(plan: PlanDoc) -> None:
    signs = of(made(plan), "p2")
    assert "valueQuantity" not in signs
    assert {"swelling", "warmth"} <= {one.get("valueString") for one in signs["component"]}
    assert signs["note"] == [{"text": "größer"}]
    assert of(made(plan), "d1")["valueQuantity"] == {"value": 250, "unit": "mL", "system": codes.UCUM, "code": "mL"}
    assert of(made(plan), "t2")["dataAbsentReason"]["coding"][0]["code"] == "unknown"


NIGHTS = {
    "s1": ("2026-10-19", "2026-10-20"),
    "s2": ("2026-10-19T00:20:00+02:00", "2026-10-19T06:40:00+02:00"),
    "s3": ("2026-10-17T22:30:00+02:00", "2026-10-18T00:10:00+02:00"),
}


@pytest.mark.parametrize("night", NIGHTS)
def test_a_night_is_as_long_as_it_was_told(plan: PlanDoc, night: str) -> None:
    assert tuple(of(made(plan), night)["effectivePeriod"].values()) == NIGHTS[night]


def test_a_run_leads_to_what_was_felt_in_it_and_after(plan: PlanDoc) -> None:
    whole = made(plan)
    run = of(whole, "r1")
    felt = [of(whole, "r1", key) for key in ("pain_during", "pain_1h")]
    assert [one["reference"] for one in run["hasMember"]] == [f"urn:uuid:{one['id']}" for one in felt]
    assert [one["valueQuantity"]["value"] for one in felt] == [1, 0]
    assert [one["component"][0]["valueString"] for one in felt] == ["during a run", "an hour after a run"]
    assert run["effectivePeriod"] == {"start": "2026-10-19T18:00:00+02:00", "end": "2026-10-19T18:30:00+02:00"}
    assert of(whole, "w1", "pain_during")["component"][0]["valueString"] == "when walking"


def test_a_run_keeps_its_own_offset_and_a_word_of_its_own(plan: PlanDoc) -> None:
    run = of(made(plan), "r2")
    assert run["effectiveDateTime"] == "2026-10-18T18:00:00-05:00"
    assert "Waldweg" in {one.get("valueString") for one in run["component"]}
    assert "valueQuantity" not in run


def test_a_session_across_the_change_of_the_clocks_lasts_as_long_as_it_did(plan: PlanDoc) -> None:
    night = {"kind": "run", "id": "n", "at": "2026-10-25T02:30:00", "duration_min": 60}
    assert of(made(plan, [night]), "n")["effectivePeriod"] == {
        "start": "2026-10-25T02:30:00+02:00",
        "end": "2026-10-25T02:30:00+01:00",
    }


def test_an_offset_with_seconds_is_told_in_utc(plan: PlanDoc) -> None:
    old = {"kind": "drink", "id": "old", "at": "1901-01-01T12:00:00", "volume_ml": 100}
    about = About("journal-1", ZoneInfo("Europe/Amsterdam"))
    assert complaints(made(plan, [old], about)) == []


def test_a_corrected_entry_is_marked(plan: PlanDoc) -> None:
    corrected = [{**one, "replaces": "before"} for one in EACH_KIND]
    whole = made(plan, corrected)
    marked = [*of_kind(whole, "Observation"), *of_kind(whole, "QuestionnaireResponse")]
    assert {one["status"] for one in marked} == {"amended"}
    assert {one["status"] for one in of_kind(made(plan), "Observation")} == {"final"}


def answers(response: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in response.get("item", []):
        found |= answers(one)
        if "answer" in one:
            ((_, found[one["linkId"]]),) = one["answer"][0].items()
    return found


def test_a_check_in_answers_what_was_asked_about_its_session(plan: PlanDoc) -> None:
    whole = made(plan)
    answered = of(whole, "c1")
    assert answers(answered) == {"pain_1h": 0, "pain_morning": 2, "limp": True, "note": "ok"}
    assert answered["partOf"] == [{"reference": f"urn:uuid:{of(whole, 'r1')['id']}"}]
    morning = of(whole, "c1", "pain_morning")
    assert morning["derivedFrom"] == [{"reference": f"urn:uuid:{answered['id']}"}]
    assert answers(of(whole, "c2")) == {}


def test_safety_questions_that_were_all_answered_with_no_say_no(plan: PlanDoc) -> None:
    asked = {sign for question in QUESTIONS for sign in question.signs}
    assert answers(of(made(plan), "q1")) == dict.fromkeys(asked, False)


def test_of_a_yes_nothing_else_is_known(plan: PlanDoc) -> None:
    told = answers(of(made(plan), "q2"))
    assert told == {"swelling": True, "injury": True, "place": "inner shin, left"}


def test_each_answer_is_to_a_question_of_its_questionnaire(plan: PlanDoc) -> None:
    whole = made(plan)
    asked = {one["url"]: set(link_ids(one)) for one in of_kind(whole, "Questionnaire")}
    assert len(asked) == 2
    assert any(set(SIGNS) <= ids for ids in asked.values())
    for one in of_kind(whole, "QuestionnaireResponse"):
        assert set(link_ids(one)) <= asked[one["questionnaire"]]


def link_ids(asked: dict[str, Any]) -> list[str]:
    found = [one["linkId"] for one in asked.get("item", [])]
    found += [inner for one in asked.get("item", []) for inner in link_ids(one)]
    assert len(set(found)) == len(found)
    return found


def test_questions_that_nobody_answered_are_not_there(plan: PlanDoc) -> None:
    assert of_kind(made(plan, [RUN]), "Questionnaire") == []


ODD = [
    {"kind": "pain", "id": "o1", "score": 3.0, "side": None, "signs": None, "note": "a\0b\x0b"},
    {"kind": "drink", "id": "o2", "at": None, "volume_ml": None, "what": "\u2003"},
    {"kind": "check_in", "id": "o3", "at": AT, "pain_1h": 2.0, "pain_morning": None, "note": "\x1f"},
    {"kind": "screen", "id": "o4", "signs": None},
    {"kind": "sleep", "id": "o5", "night_of": "2026-10-19T23:00", "bed": "23:10:30", "wake": "06:40+01:00"},
    {"kind": "run", "id": "o6", "at": "2026-W43-1", "duration_min": 30, "pain_1h": 1.0, "stage": None},
    {"kind": "walk", "id": "o7", "at": "2026-10-19T12:00:30.5Z", "duration_min": 0.01, "painkiller_24h": None},
]


def test_what_the_journal_takes_and_fhir_does_not_is_made_sound(plan: PlanDoc) -> None:
    whole = made(plan, ODD, About("journal-1", BERLIN, name="A\tB\x07"))
    assert complaints(whole) == []
    assert of(whole, "o1")["note"] == [{"text": "a b"}]
    assert of(whole, "o1")["effectiveDateTime"] == "2026-10-20T12:00:00+00:00"
    assert of(whole, "o3")["item"][0]["answer"] == [{"valueInteger": 2}]
    assert json.dumps(of(whole, "o3")["item"][0]["answer"]) == '[{"valueInteger": 2}]'


def test_a_note_is_told_once(plan: PlanDoc) -> None:
    text = json.dumps(made(plan, [{**RUN, "pain_during": 1, "pain_1h": 0, "note": "windy"}]))
    assert text.count("windy") == 1


def test_every_code_that_is_used_is_in_its_document() -> None:
    text = (Path(__file__).parents[2] / "docs" / "fhir.md").read_text("utf-8")
    used = {code for _, code, _ in (codes.PAIN, codes.SLEEP, codes.EXERCISE, *codes.SITES.values())}
    rows = {
        match[1]: match[0] for match in re.finditer(r"^\| (?:LOINC|SNOMED CT) \| `([\d-]+)` \|.*$", text, re.MULTILINE)
    }
    assert rows.keys() == used
    for _, code, display in (codes.PAIN, codes.SLEEP, codes.EXERCISE, *codes.SITES.values()):
        assert display in rows[code]
    assert set(codes.SITES) <= set(SITES)


def test_every_sentence_of_the_bundle_is_used() -> None:
    root = Path(__file__).parents[2]
    text = "".join(path.read_text("utf-8") for path in (root / "planner" / "share" / "fhir").glob("*.py"))
    used = {re.escape(key) for key in re.findall(r'"(fhir\.[\w.{}\[\]\']+)"', text)}
    patterns = [re.sub(r"\\\{.*?\\\}", r"\\w+", key) for key in used]
    written = re.findall(
        r'^msgid "(fhir\.[\w.]+)"$', (root / "assets/locale/en/fhir.po").read_text("utf-8"), re.MULTILINE
    )
    assert [key for key in written if not any(re.fullmatch(pattern, key) for pattern in patterns)] == []
