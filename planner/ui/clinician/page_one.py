"""What the runner tells, in the order in which it is asked: warnings first, then where and since when, the last sessions."""

from dataclasses import replace

import flet as ft

from planner.share.pdf.asked import NO, YES
from planner.share.pdf.sessions import Session
from planner.share.pdf.shapes import Blanks, Content, Line, Picture, Section, Sheet
from planner.share.pdf.sheet import sheet
from planner.share.pdf.speech import UNKNOWN, capital, day, day_of, number, short
from planner.share.pdf.story import Story
from planner.ui import theme
from planner.ui.log.fields import more
from planner.ui.model import Model
from planner.ui.more.report_preview import section_card
from planner.ui.parts.text import body, heading, small, with_icon

# What is left after the cards made here; the chart is told in words.
THE_REST = ("body", "chart", "load", "health", "questions")


def page_one(model: Model, told: Story) -> list[ft.Control]:
    """Cards from the top of the page to its end."""
    said = sheet(told)
    sections = {section.key: section for section in said.one}
    cards = [_who(model, told, said), *_flags(model, told), _hurts(model, told, sections)]
    if "limits" in sections:
        cards.append(_card(sections["limits"]))
    cards.append(_safety(model, told))
    if told.sessions:
        cards.append(_sessions(model, told))
    rest = [_told(sections[key]) for key in THE_REST if key in sections]
    return [*cards, Rest(model, [section for section in rest if section.content])]


@ft.component
def Rest(model: Model, sections: list[Section]) -> ft.Control:
    """What nobody needs within the first minute."""
    is_open, show = ft.use_state(False)
    button = more(model, is_open, show, model.say("ui.clinician.rest"))
    shown = [section_card(model, section, 2) for section in sections] if is_open else []
    return ft.Column([*shown, button], spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _who(model: Model, told: Story, said: Sheet) -> ft.Control:
    """Name, person, dates and how complete it is; what was left out is said, for it reads as nothing otherwise."""
    lines: list[ft.Control] = []
    name = model.say("ui.clinician.runner")
    for one in said.one[0].content:
        if isinstance(one, Line) and one.strong:
            name = one.text
        elif isinstance(one, Line):
            lines.append(small(one.text))
        elif isinstance(one, Blanks) and one.labels[-1]:
            lines.append(body(one.labels[-1]))
    left_out = [model.say(f"ui.report.part.{part}") for part in sorted(told.choice.left_out - {"form", "data"})]
    if left_out:
        lines.append(small(model.say("ui.clinician.left_out", what=told.voice.listed(left_out))))
    return theme.card(ft.Column([heading(name, 2), *lines], spacing=theme.GAP_XS))


def _flags(model: Model, told: Story) -> list[ft.Control]:
    if not told.flags:
        return []
    ink = theme.URGENT[1]
    lines: list[ft.Control] = [heading(model.say("ui.clinician.flags"), 2, ink)]
    for flag in told.flags:
        since = day_of(flag["since"], told.voice)
        words = model.say("ui.clinician.flag", title=flag["title"], since=since, advice=flag["advice"])
        lines.append(with_icon(ft.Icons.WARNING_AMBER, body(words, ink), ink))
    return [theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.URGENT)]


def _hurts(model: Model, told: Story, sections: dict[str, Section]) -> ft.Control:
    """Where it stands: what hurts since when, the stage, the light."""
    standing = told.plan["assessment"]
    stage = model.say("ui.clinician.stage", stage=standing["stage"]) if standing["stage"] else ""
    now = model.say(
        "ui.clinician.standing",
        phase=model.say(f"phase.{standing['phase']}"),
        light=model.say(f"light.{standing['light']}"),
    )
    lines: list[ft.Control] = [heading(sections["onset"].heading, 2)]
    lines += [body(one.text) for one in sections["onset"].content if isinstance(one, Line)]
    return theme.card(ft.Column([*lines, body(" ".join(filter(None, [now, stage])))], spacing=theme.GAP_XS))


def _card(section: Section) -> ft.Control:
    lines = [body(one.text) for one in section.content if isinstance(one, Line)]
    return theme.card(ft.Column([heading(section.heading, 2), *lines], spacing=theme.GAP_XS))


def _safety(model: Model, told: Story) -> ft.Control:
    """Each question with its answer; a yes comes first and has its mark."""
    ordered = sorted(told.asked, key=lambda one: (one.answer != YES, one.answer == NO))
    lines: list[ft.Control] = [heading(model.say("ui.clinician.safety"), 2)]
    for one in ordered:
        on = day(one.on, told.voice) if one.on else UNKNOWN
        signs = told.voice.listed([model.say(f"sign.{sign}") for sign in one.signs])
        answer = model.say(f"ui.clinician.answer.{one.answer}", day=on, signs=signs)
        is_yes = one.answer == YES
        mark = ft.Icons.WARNING_AMBER if is_yes else ft.Icons.CHECK if one.answer == NO else ft.Icons.HELP_OUTLINE
        words = ft.Column([body(answer), small(model.say(f"screen.{one.question}"))], spacing=0)
        lines.append(with_icon(mark, words, ft.Colors.ERROR if is_yes else ft.Colors.ON_SURFACE_VARIANT))
    return theme.card(ft.Column(lines, spacing=theme.GAP_S))


def _sessions(model: Model, told: Story) -> ft.Control:
    title = heading(model.say("ui.clinician.sessions", n=len(told.sessions)), 2)
    lines = [
        ft.Column([body(_what(model, one, told)), small(_felt(model, one, told))], spacing=0)
        for one in reversed(told.sessions)
    ]
    return theme.card(ft.Column([title, *lines], spacing=theme.GAP_S))


def _what(model: Model, one: Session, told: Story) -> str:
    when, kind = capital(short(one.day, told.voice)), model.say(f"kind.{one.kind}")
    minutes = number(one.done_min, told.voice)
    if one.stage:
        return model.say("ui.clinician.session.staged", day=when, kind=kind, minutes=minutes, stage=one.stage)
    return model.say("ui.clinician.session", day=when, kind=kind, minutes=minutes)


def _felt(model: Model, one: Session, told: Story) -> str:
    scores = {key: number(getattr(one, key), told.voice) for key in ("during", "after", "morning")}
    said = [model.say("ui.clinician.felt", **scores)]
    if one.light:
        said.append(model.say("ui.clinician.light", light=model.say(f"light.{one.light}")))
    if one.masked:
        said.append(model.say("ui.clinician.masked"))
    return " ".join(said)


def _told(section: Section) -> Section:
    """In words alone: without pictures, and without the lines that are there to be filled in by hand."""
    content: list[Content] = []
    for one in section.content:
        if isinstance(one, Picture):
            # The places have a line each; the chart has none that says more than what it shows.
            content += [Line(text) for text in (one.legend if one.what == "body" else (one.told,))]
        elif not isinstance(one, Blanks):
            content.append(one)
    return replace(section, content=content)
