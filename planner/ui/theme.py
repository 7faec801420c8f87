"""Colours, spacing and sizes: the one place that knows them."""

import flet as ft

SEED = "#2F6B7E"

GAP_XS, GAP_S, GAP_M, GAP_L, GAP_XL = 4, 8, 12, 16, 24
TARGET = 48
RADIUS = 16
READING_WIDTH = 680
WIDE_FROM = 840

H1 = ft.TextThemeStyle.HEADLINE_SMALL
H2 = ft.TextThemeStyle.TITLE_LARGE
H3 = ft.TextThemeStyle.TITLE_MEDIUM
BODY = ft.TextThemeStyle.BODY_LARGE
SMALL = ft.TextThemeStyle.BODY_MEDIUM
LABEL = ft.TextThemeStyle.LABEL_LARGE

Tone = tuple[ft.Colors, ft.Colors]
"""A background and the colour of what stands on it."""

CALM: Tone = (ft.Colors.SURFACE_CONTAINER_LOW, ft.Colors.ON_SURFACE)
STRONG: Tone = (ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER)
GOOD: Tone = (ft.Colors.SECONDARY_FIXED, ft.Colors.ON_SECONDARY_FIXED)
CAREFUL: Tone = (ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER)
URGENT: Tone = (ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER)
ALARM: Tone = (ft.Colors.ERROR, ft.Colors.ON_ERROR)

LIGHT_TONES: dict[str, Tone] = {"green": GOOD, "amber": CAREFUL, "red": URGENT}


def light() -> ft.Theme:
    return _theme(
        ft.ColorScheme(
            primary_container="#CDE7F2",
            on_primary_container="#0B3645",
            tertiary="#7A5900",
            tertiary_container="#FFE2B0",
            on_tertiary_container="#3A2A00",
            secondary_fixed="#C9EBC9",
            on_secondary_fixed="#0B3813",
        )
    )


def dark() -> ft.Theme:
    return _theme(
        ft.ColorScheme(
            tertiary="#F3BF48",
            tertiary_container="#54400F",
            on_tertiary_container="#FFE2B0",
            secondary_fixed="#1F4A27",
            on_secondary_fixed="#C9EBC9",
        )
    )


def _theme(colours: ft.ColorScheme) -> ft.Theme:
    # The seed fills every colour that isn't named. The lights need their own: tertiary is amber here, secondary_fixed green.
    return ft.Theme(color_scheme_seed=SEED, color_scheme=colours, visual_density=ft.VisualDensity.STANDARD)


def card(content: ft.Control, tone: Tone = CALM, key: str | None = None) -> ft.Container:
    return ft.Container(content, key=key, bgcolor=tone[0], border_radius=RADIUS, padding=GAP_L)
