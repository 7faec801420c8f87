"""A card of Trends: what the figures say, the chart, and the same as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading, small
from planner.ui.trends.marks import Look, mark
from planner.ui.trends.plot import Plot, drawing

GAP = "–"


@dataclass(frozen=True)
class Line:
    """Sentences, behind the mark that they explain where they explain one."""

    sentences: Sequence[str]
    look: Look | None = None


@dataclass(frozen=True)
class Table:
    """Names of the columns; rows of cells, the first of which says when; None: nothing is known."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str | None]]


@dataclass(frozen=True)
class Card:
    """No plots: nothing was written down. A row of the table is also what is said of a step that was picked."""

    id: str
    title: str
    lines: Sequence[Line]
    plots: Sequence[Plot]
    table: Table


@ft.component
def FigureCard(model: Model, card: Card, choice: ft.Control | None = None) -> ft.Control:
    """`choice` lets the runner pick what the card shows."""
    shows_table, show_table = ft.use_state(False)
    content: list[ft.Control] = [
        heading(card.title, 2),
        *([choice] if choice else []),
        ft.Column([_line(line) for line in card.lines], spacing=theme.GAP_XS),
    ]
    if card.plots:
        content += [Picture(model, card), _opener(model, card, shows_table, lambda: show_table(not shows_table))]
    if card.plots and shows_table:
        content.append(_table(model, card.table, card.title))
    return theme.card(
        ft.Column(content, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), key=card.id
    )


@ft.component
def Picture(model: Model, card: Card) -> ft.Control:
    """The charts, and below them the step that was picked. A screen reader has the sentences and the table instead."""
    picked, pick = ft.use_state(-1)
    drawn = ft.use_memo(lambda: [drawing(plot, pick) for plot in card.plots], [card.plots])
    said = _of_step(model, card.table, picked) if 0 <= picked < len(card.table.rows) else model.say("ui.trends.pick")
    named = [part for plot, chart in zip(card.plots, drawn, strict=True) for part in (small(plot.name), chart)]
    return ft.Semantics(content=ft.Column([*named, small(said)], spacing=theme.GAP_XS), exclude_semantics=True)


def _of_step(model: Model, table: Table, step: int) -> str:
    when, *cells = table.rows[step]
    told = [
        model.say("ui.trends.named", name=name, value=cell)
        for name, cell in zip(table.columns[1:], cells, strict=True)
        if cell is not None
    ]
    return model.say("ui.trends.of_step", when=when, what=" · ".join(told) or model.say("ui.trends.unknown"))


def _line(line: Line) -> ft.Control:
    words = body(" ".join(line.sentences))
    if line.look is None:
        return words
    return ft.Row(
        [mark(line.look), ft.Container(words, expand=True)],
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _opener(model: Model, card: Card, is_open: bool, turn: Callable[[], object]) -> ft.Control:
    words = model.say("ui.trends.hide_table" if is_open else "ui.trends.show_table", what=card.title)
    face = ft.Text(words, theme_style=theme.LABEL)
    button = ft.TextButton(face, icon=ft.Icons.TABLE_ROWS_OUTLINED, key=f"table_{card.id}", on_click=turn)
    return ft.Row([button], wrap=True)


def _table(model: Model, table: Table, name: str) -> ft.Control:
    unknown = model.say("ui.trends.unknown")
    rows = [ft.DataRow([_cell(cell, unknown) for cell in row]) for row in reversed(table.rows)]
    shown = ft.DataTable(
        columns=[
            ft.DataColumn(label=ft.Text(name, theme_style=theme.LABEL), numeric=n > 0)
            for n, name in enumerate(table.columns)
        ],
        rows=rows,
        column_spacing=theme.GAP_M,
        horizontal_margin=0,
        heading_row_height=theme.BIG_TARGET,
        data_row_max_height=float("inf"),
        data_row_min_height=theme.TARGET,
    )
    # A stop for Tab within what scrolls: from there the arrow keys bring what is beside the page into view.
    stop = ft.Semantics(content=shown, label=name, focusable=True, container=True)
    return ft.Row([stop], scroll=ft.ScrollMode.AUTO)


def _cell(cell: str | None, unknown: str) -> ft.DataCell:
    if cell is None:
        return ft.DataCell(ft.Text(GAP, theme_style=theme.SMALL, semantics_label=unknown))
    return ft.DataCell(ft.Text(cell, theme_style=theme.SMALL))
