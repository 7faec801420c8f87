import flet as ft
import pytest

from planner.ui import theme
from planner.ui.theme import BY_DAY, BY_NIGHT, Tone

SCHEMES = pytest.mark.parametrize("colours", [BY_DAY, BY_NIGHT], ids=["light", "dark"])
SURFACES = (ft.Colors.SURFACE, ft.Colors.SURFACE_CONTAINER_LOW, ft.Colors.SURFACE_CONTAINER_HIGHEST)
INKS = (ft.Colors.ON_SURFACE, ft.Colors.ON_SURFACE_VARIANT, ft.Colors.PRIMARY)
TONES: list[Tone] = [
    *theme.LIGHT_TONES.values(),
    theme.CALM,
    theme.STRONG,
    theme.ALARM,
    (ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    *((surface, ink) for surface in SURFACES for ink in INKS),
]


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
