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

# The seed fills every colour that isn't named. What carries text is named, so that its contrast can be reckoned;
# the traffic lights are named because a seed knows no amber and no green: tertiary is amber here, secondary_fixed green.
BY_DAY: dict[str, str] = {
    "primary": "#00677F",
    "on_primary": "#FFFFFF",
    "primary_container": "#CDE7F2",
    "on_primary_container": "#0B3645",
    "surface": "#F5FAFD",
    "surface_container_low": "#EFF4F7",
    "surface_container_highest": "#DEE3E6",
    "on_surface": "#171C1F",
    "on_surface_variant": "#40484C",
    "secondary_fixed": "#C9EBC9",
    "on_secondary_fixed": "#0B3813",
    "tertiary": "#7A5900",
    "tertiary_container": "#FFE2B0",
    "on_tertiary_container": "#3A2A00",
    "error": "#BA1A1A",
    "on_error": "#FFFFFF",
    "error_container": "#FFDAD6",
    "on_error_container": "#93000A",
}
BY_NIGHT: dict[str, str] = {
    "primary": "#87D1EB",
    "on_primary": "#003543",
    "primary_container": "#004E60",
    "on_primary_container": "#B7EAFF",
    "surface": "#0F1416",
    "surface_container_low": "#171C1F",
    "surface_container_highest": "#303638",
    "on_surface": "#DEE3E6",
    "on_surface_variant": "#BFC8CC",
    "secondary_fixed": "#1F4A27",
    "on_secondary_fixed": "#C9EBC9",
    "tertiary": "#F3BF48",
    "tertiary_container": "#54400F",
    "on_tertiary_container": "#FFE2B0",
    "error": "#FFB4AB",
    "on_error": "#690005",
    "error_container": "#93000A",
    "on_error_container": "#FFDAD6",
}


def light() -> ft.Theme:
    return _theme(BY_DAY)


def dark() -> ft.Theme:
    return _theme(BY_NIGHT)


def _theme(colours: dict[str, str]) -> ft.Theme:
    return ft.Theme(
        color_scheme_seed=SEED, color_scheme=ft.ColorScheme(**colours), visual_density=ft.VisualDensity.STANDARD
    )


def card(content: ft.Control, tone: Tone = CALM, key: str | None = None) -> ft.Container:
    return ft.Container(content, key=key, bgcolor=tone[0], border_radius=RADIUS, padding=GAP_L)
