import json
import re
from pathlib import Path

import flet as ft
import pytest

from planner.ui import theme
from planner.ui.theme import BY_DAY, BY_NIGHT, Tone

SCHEMES = pytest.mark.parametrize("colours", [BY_DAY, BY_NIGHT], ids=["light", "dark"])
PAGE = ft.Colors.SURFACE
CARD = ft.Colors.SURFACE_CONTAINER_LOW
SURFACES = (
    PAGE,
    CARD,
    ft.Colors.SURFACE_CONTAINER_LOWEST,
    ft.Colors.SURFACE_CONTAINER,
    ft.Colors.SURFACE_CONTAINER_HIGH,
    ft.Colors.SURFACE_CONTAINER_HIGHEST,
)
INKS = (ft.Colors.ON_SURFACE, ft.Colors.ON_SURFACE_VARIANT, ft.Colors.PRIMARY, ft.Colors.ERROR)
TONES: list[Tone] = [
    *theme.LIGHT_TONES.values(),
    theme.CALM,
    theme.STRONG,
    theme.ALARM,
    theme.CHOSEN,
    (ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    (ft.Colors.INVERSE_SURFACE, ft.Colors.ON_INVERSE_SURFACE),
    *((surface, ink) for surface in SURFACES for ink in INKS),
]
SERIES = (theme.SERIES_1, theme.SERIES_2, theme.SERIES_3, theme.SERIES_4)
MARKS = (*SERIES, theme.LINE, ft.Colors.PRIMARY, ft.Colors.TERTIARY, ft.Colors.ERROR)
ROOT = Path(__file__).parents[2]
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = ((c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG 2 reckons it: 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@SCHEMES
def test_every_text_stands_out_from_what_it_stands_on(colours: dict[str, str]) -> None:
    low = {(back, ink): contrast(colours[back.name.lower()], colours[ink.name.lower()]) for back, ink in TONES}
    assert not {tone: ratio for tone, ratio in low.items() if ratio < 4.5}


@SCHEMES
def test_every_mark_and_edge_stands_out_from_the_page_and_from_a_card(colours: dict[str, str]) -> None:
    pairs = [(back, mark) for back in (PAGE, CARD) for mark in MARKS]
    low = {pair: contrast(*(colours[colour.name.lower()] for colour in pair)) for pair in pairs}
    assert not {pair: ratio for pair, ratio in low.items() if ratio < 3}


@SCHEMES
def test_the_traffic_lights_are_green_amber_and_red(colours: dict[str, str]) -> None:
    red, green, blue = parts(colours[theme.LIGHT_TONES["green"][0].name.lower()])
    assert green > max(red, blue)
    red, green, blue = parts(colours[theme.LIGHT_TONES["amber"][0].name.lower()])
    assert red > green > blue
    red, green, blue = parts(colours[theme.LIGHT_TONES["red"][0].name.lower()])
    assert red > max(green, blue)


def test_every_named_colour_reaches_the_page() -> None:
    for made, colours in ((theme.light(), BY_DAY), (theme.dark(), BY_NIGHT)):
        scheme = made.color_scheme
        assert {name: getattr(scheme, name) for name in colours} == colours


def test_text_grows_to_twice_its_size_and_keeps_its_colour() -> None:
    for scheme, colours in ((theme.light, BY_DAY), (theme.dark, BY_NIGHT)):
        normal, twice = scheme().text_theme, scheme(200).text_theme
        assert normal and twice
        for name in theme.TYPE:
            one, two = getattr(normal, name), getattr(twice, name)
            assert two.size == 2 * one.size
            assert one.size >= 12
            assert two.color == colours["on_surface"]


@pytest.mark.parametrize("kept", [None, "200", 50, 1000, 110])
def test_a_size_of_text_that_is_none_of_ours_is_the_normal_one(kept: object) -> None:
    assert theme.text_scale_of(kept) == theme.NORMAL_SCALE


def test_places_change_without_a_slide() -> None:
    for scheme in (theme.light(), theme.dark()):
        slides = scheme.page_transitions
        systems = (slides.android, slides.ios, slides.linux, slides.macos, slides.windows)
        assert {*systems} == {ft.PageTransitionTheme.NONE}


def test_the_page_around_the_app_has_the_colours_of_the_theme() -> None:
    known = {colour.upper() for colours in (BY_DAY, BY_NIGHT) for colour in colours.values()}
    script = (ROOT / "assets/web/python.js").read_text(encoding="utf-8")
    assert set(HEX.findall(script)) <= known
    manifest = json.loads((ROOT / "assets/web/manifest.json").read_text(encoding="utf-8"))
    assert manifest["background_color"] == BY_DAY["surface"]
    assert manifest["theme_color"] == BY_DAY["primary"]


def test_every_icon_that_the_manifest_names_is_there() -> None:
    web = ROOT / "assets/web"
    manifest = json.loads((web / "manifest.json").read_text(encoding="utf-8"))
    purposes = [(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]]
    assert {("any", "192x192"), ("any", "512x512"), ("maskable", "192x192"), ("maskable", "512x512")} == set(purposes)
    for icon in manifest["icons"]:
        drawn = (web / icon["src"]).read_bytes()
        size = [int.from_bytes(drawn[at : at + 4]) for at in (16, 20)]
        assert "x".join(map(str, size)) == icon["sizes"]
