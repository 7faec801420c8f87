"""Where the numbers come from, and whether the source was opened."""

import flet as ft

from planner.protocols import Source, protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import page_of
from planner.ui.parts.text import body, heading, small

DOI = "doi:"


@ft.component
def Sources(model: Model) -> ft.Control:
    strengths: list[ft.Control] = [
        body(model.say("ui.more.sources.strength", grade=grade, words=model.say(f"ui.strength.{grade}")))
        for grade in "ABCD"
    ]
    known = sorted(protocols().sources.values(), key=lambda source: source.title.casefold())
    content: list[ft.Control] = [
        theme.card(ft.Column(strengths, spacing=theme.GAP_XS)),
        *[_source(model, each) for each in known],
    ]
    return page_of(model, "sources", content)


def _source(model: Model, source: Source) -> ft.Control:
    where = "; ".join(_address(part.strip()) for part in source.where.split(";"))
    return ft.Column(
        [
            heading(source.title, 2, looks=3),
            ft.SelectionArea(ft.Text(where, theme_style=theme.SMALL)),
            small(model.say(f"ui.more.sources.{source.read}")),
        ],
        spacing=2,
    )


def _address(where: str) -> str:
    """A DOI as an address that can be copied."""
    return f"https://doi.org/{where.removeprefix(DOI)}" if where.startswith(DOI) else where
