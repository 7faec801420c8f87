"""Check-ins and red-flag questions as QuestionnaireResponses, and the Questionnaires that they answer.

Only what was answered has an answer: a question that nobody asked stays open.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from planner.journal.vocabulary import SIGNS
from planner.protocols import Question
from planner.share.fhir.codes import PAIN, Json
from planner.share.fhir.observations import observation_id, status
from planner.share.fhir.parts import About, canonical, coding, plain, reference, resource

Entry = Mapping[str, Any]

_ASKED = {"pain_1h": "integer", "pain_morning": "integer", "limp": "boolean", "painkiller_24h": "boolean"}
PLACE, OTHER, NOTE = "place", "other", "note"


def address(kind: str, about: About, version: str) -> str:
    """The canonical address of a Questionnaire; its texts belong to a version and a language."""
    return canonical("questionnaire", kind, version, about.language)


def check_in_questions(about: About, version: str) -> Json:
    items = [
        {
            "linkId": key,
            "text": about.say(f"fhir.check_in.{key}"),
            "type": kind,
            **({"code": [coding(PAIN)]} if kind == "integer" else {}),
        }
        for key, kind in _ASKED.items()
    ]
    return _questionnaire("check_in", about, version, items)


def screen_questions(about: About, version: str, questions: Sequence[Question]) -> Json:
    items: list[Json] = [
        {
            "linkId": name,
            "text": about.say(key),
            "type": "group",
            "item": [{"linkId": sign, "text": about.say(f"sign.{sign}"), "type": "boolean"} for sign in signs],
        }
        for name, key, signs in _groups(questions)
    ]
    items.append({"linkId": PLACE, "text": about.say("fhir.screen.place"), "type": "string"})
    return _questionnaire("screen", about, version, items)


def check_in(entry: Entry, about: About, version: str, sessions: Mapping[str, Json]) -> Json:
    """The answers of a check-in; `sessions` are the Observations of runs and walks by the id of their entry."""
    items = [
        {"linkId": key, "text": about.say(f"fhir.check_in.{key}"), "answer": [_answer(kind, entry[key])]}
        for key, kind in _ASKED.items()
        if entry.get(key) is not None
    ]
    session = sessions.get(str(entry.get("about")))
    part_of = [reference(str(session["id"]))] if session else None
    return _response("check_in", entry, about, version, items, partOf=part_of)


def screen(entry: Entry, about: About, version: str, questions: Sequence[Question]) -> Json:
    """The answers to the red-flag questions. Without a sign all were answered with no; with one, only the yes is known."""
    yes = list(entry.get("signs") or ())
    items: list[Json] = []
    for name, key, signs in _groups(questions):
        answered = [sign for sign in signs if sign in yes or (not yes and name != OTHER)]
        if answered:
            inner = [
                {"linkId": sign, "text": about.say(f"sign.{sign}"), "answer": [{"valueBoolean": sign in yes}]}
                for sign in answered
            ]
            items.append({"linkId": name, "text": about.say(key), "item": inner})
    place = about.place(entry)
    if place:
        items.append(
            {"linkId": PLACE, "text": about.say("fhir.screen.place"), "answer": [{"valueString": place["text"]}]}
        )
    return _response("screen", entry, about, version, items)


def _answer(kind: str, given: Any) -> Json:  # noqa: ANN401 - a score, or yes or no
    # The journal takes 3.0 for 3; FHIR doesn't.
    return {"valueInteger": int(given)} if kind == "integer" else {"valueBoolean": given}


def _groups(questions: Sequence[Question]) -> list[tuple[str, str, Sequence[str]]]:
    """The link, the sentence and the signs of each question, and of what no question asks for."""
    asked = {sign for question in questions for sign in question.signs}
    # A question may be named as one of its signs: each link is there once.
    groups = [(f"about_{one.id}", f"screen.{one.id}", one.signs) for one in questions]
    return [*groups, (OTHER, "fhir.screen.other", tuple(sign for sign in SIGNS if sign not in asked))]


def _questionnaire(kind: str, about: About, version: str, items: list[Json]) -> Json:
    url = address(kind, about, version)
    return resource(
        "Questionnaire", url.removeprefix("urn:uuid:"), about,
        url=url, version=version, title=about.say(f"fhir.{kind}.title"), status="active", subjectType=["Patient"],
        item=[*items, {"linkId": NOTE, "text": about.say("fhir.note"), "type": "text"}],
    )  # fmt: skip


def _response(kind: str, entry: Entry, about: About, version: str, items: list[Json], **fields: object) -> Json:
    when, note = entry.get("on") or entry["at"], plain(entry.get("note"))
    if note:
        items = [*items, {"linkId": NOTE, "text": about.say("fhir.note"), "answer": [{"valueString": note}]}]
    return resource(
        "QuestionnaireResponse", observation_id(entry, about), about,
        questionnaire=address(kind, about, version), status=status(entry, "completed"), subject=about.patient,
        authored=about.time(when), author=about.patient, source=about.patient, item=items, **fields,
    )  # fmt: skip
