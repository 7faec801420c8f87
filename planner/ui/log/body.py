"""The body picture: every place a button that is told by its name, and marked by a tick as well as by its colour."""

from collections.abc import Callable, Sequence
from functools import cache

import flet as ft
import flet.canvas as cv

from planner.body import VIEWS, Figure, Region, Step, figures
from planner.ui import theme
from planner.ui.log.drafts import Place
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import small

# The picture is drawn for the smallest phone, and grows with the page up to this.
LARGEST = 1.25
MARK = 20
LIGHT, HEAVY = 1, 3
BESIDE = (("front", "back"), ("soles",))
ALONE = tuple((view,) for view in VIEWS)


@ft.component
def BodyPicture(model: Model, places: Sequence[Place], toggle: Callable[[str, str], None]) -> ft.Control:
    groups = BESIDE if model.is_wide else ALONE
    shown, show = ft.use_state(_first(places))
    group = next(group for group in groups if shown in group)
    options = [("-".join(each), model.say(f"ui.body.{'-'.join(each)}")) for each in groups]
    chooser = choices(options, {"-".join(group)}, lambda chosen: show(chosen.split("-")[0]), model.say("ui.body.view"))
    scale = _scale(ft.context.page, model)
    views = [_view(model, figures()[view], view, scale, places, toggle) for view in group]
    pictures = ft.Row(
        views,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=theme.GAP_XL,
    )
    return ft.Column([chooser, pictures], spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _first(places: Sequence[Place]) -> str:
    """The view on which the first place is."""
    sites = {place.site for place in places[:1]}
    return next((view for view in VIEWS if sites & {region.site for region in figures()[view].regions}), VIEWS[0])


def _scale(page: ft.Page, model: Model) -> float:
    if model.is_wide:
        return 1
    widest = figures()[VIEWS[0]].width
    return max(1, min(LARGEST, ((page.width or widest) - 2 * theme.GAP_L) / widest))


def _view(
    model: Model, figure: Figure, view: str, scale: float, places: Sequence[Place], toggle: Callable[[str, str], None]
) -> ft.Control:
    def is_chosen(region: Region) -> bool:
        return any(place.site == region.site and place.side in (region.side, "both") for place in places)

    width, height = figure.width * scale, figure.height * scale
    chosen = [
        shape
        for n, region in enumerate(figure.regions)
        if is_chosen(region)
        for shape in _filled(view, n, scale, ft.Colors.PRIMARY, ft.Colors.ON_SURFACE, HEAVY)
    ]
    targets = [_target(model, region, scale, is_chosen(region), toggle) for region in figure.regions if region.touch]
    picture = ft.Stack(
        [Drawn(view, scale), cv.Canvas(chosen, width=width, height=height), *targets], width=width, height=height
    )
    sides = [figure.first, "right" if figure.first == "left" else "left"]
    ends = ft.Row(
        [ft.Container(small(model.name(f"side.{side}")), expand=True, alignment=ft.Alignment.CENTER) for side in sides],
        width=width,
    )
    named = ft.Semantics(content=picture, label=model.say(f"ui.body.{view}"), container=True)
    return ft.Column([ends, named], spacing=theme.GAP_XS, key=view)


def _target(
    model: Model, region: Region, scale: float, is_chosen: bool, toggle: Callable[[str, str], None]
) -> ft.Control:
    left, top, width, height = region.touch or (0, 0, 0, 0)
    site, side = str(region.site), str(region.side)
    name = place_name(model, Place(site, side))
    mark = ft.Icon(ft.Icons.CHECK_CIRCLE, color=ft.Colors.ON_PRIMARY, size=MARK) if is_chosen else None
    x, y = region.middle
    face = ft.Container(
        mark,
        key=f"{site}-{side}",
        alignment=ft.Alignment(_share(x - left, width, scale), _share(y - top, height, scale)),
        ink=True,
        border_radius=theme.RADIUS_S,
        width=width * scale,
        height=height * scale,
        on_click=lambda: toggle(site, side),
    )
    told = ft.MergeSemantics(ft.Semantics(content=face, checked=is_chosen, label=name))
    return ft.Container(told, left=left * scale, top=top * scale, width=width * scale, height=height * scale)


def _share(at: float, whole: float, scale: float) -> float:
    """Where the mark goes, as Flutter aligns it: from -1 to 1 of the room around it."""
    return 2 * (at * scale - MARK / 2) / (whole * scale - MARK) - 1


def place_name(model: Model, place: Place) -> str:
    """Inner shin, left."""
    site = model.name(f"site.{place.site}")
    return model.say("ui.body.place", site=site, side=model.say(f"side.{place.side}")) if place.side else site


@ft.component
def _drawn(view: str, scale: float) -> ft.Control:
    """The body as it is before anything is chosen."""
    figure = figures()[view]
    shapes: list[cv.Shape] = []
    for n, region in enumerate(figure.regions):
        if region.site:
            shapes += _filled(view, n, scale, ft.Colors.SURFACE_CONTAINER_HIGHEST, theme.LINE, LIGHT)
        else:
            shapes.append(cv.Path(_steps(view, n, scale), paint=ft.Paint(color=ft.Colors.SURFACE_CONTAINER)))
    return cv.Canvas(shapes, width=figure.width * scale, height=figure.height * scale)


# Thousands of curves that never change: comparing them at each tap would be most of what the tap costs.
Drawn = ft.memo(_drawn)


def _filled(
    view: str, number: int, scale: float, fill: ft.ColorValue, edge: ft.ColorValue, width: float
) -> list[cv.Shape]:
    """What can be touched has an edge, and a heavy one when it is chosen."""
    steps = _steps(view, number, scale)
    line = ft.Paint(color=edge, style=ft.PaintingStyle.STROKE, stroke_width=width, stroke_join=ft.StrokeJoin.ROUND)
    return [cv.Path(steps, paint=ft.Paint(color=fill)), cv.Path(steps, paint=line)]


@cache
def _steps(view: str, number: int, scale: float) -> list[cv.Path.PathElement]:
    return [_step(step, scale) for step in figures()[view].regions[number].path]


def _step(step: Step, scale: float) -> cv.Path.PathElement:
    letter, numbers = step
    scaled = [number * scale for number in numbers]
    if letter == "M":
        return cv.Path.MoveTo(*scaled)
    return cv.Path.CubicTo(*scaled) if letter == "C" else cv.Path.Close()
