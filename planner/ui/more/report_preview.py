"""The report as it will read, section by section: its words are those of the pages, its tables stand row below row."""

import flet as ft

from planner.protocols import protocols
from planner.share.pdf.choice import Choice
from planner.share.pdf.shapes import Blanks, Content, Line, Picture, Section, Table
from planner.share.pdf.sheet import sheet
from planner.share.pdf.story import story
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading, small, with_icon


def preview(model: Model, choice: Choice) -> list[ft.Control]:
    """What the pages will say, without the raw days: they are as many as the journal has."""
    said = sheet(story(model.desk.handed(), choice, protocols()))
    pages = [(model.say("ui.report.page", number=1), said.one), (model.say("ui.report.page", number=2), said.two)]
    lines: list[ft.Control] = []
    for name, sections in pages:
        if sections:
            lines.append(heading(name, 2))
            lines += [section_card(model, each) for each in sections]
    return lines


def section_card(model: Model, section: Section, level: int = 3) -> ft.Control:
    """A section with its heading at that level."""
    lines: list[ft.Control] = [heading(section.heading, level, looks=3)] if section.heading else []
    for each in section.content:
        lines += _content(model, each)
    return theme.card(ft.Column(lines, spacing=theme.GAP_S))


def _content(model: Model, content: Content) -> list[ft.Control]:
    match content:
        case Line(text, strong):
            return [ft.Text(text, theme_style=theme.H3) if strong else body(text)]
        case Table():
            return [_row(model, content.columns, row) for row in content.rows]
        case Blanks(labels):
            return [small(label) for label in labels if label]
        case Picture(told=told, legend=legend):
            return [with_icon(ft.Icons.IMAGE_OUTLINED, body(told)), *[small(line) for line in legend]]


def _row(model: Model, columns: tuple[str, ...], row: tuple[str, ...]) -> ft.Control:
    cells = [
        small(model.say("ui.report.cell", column=column, cell=cell))
        for column, cell in zip(columns[1:], row[1:], strict=True)
    ]
    return ft.Column([body(row[0]), *cells], spacing=0)
