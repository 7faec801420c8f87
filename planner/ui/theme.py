"""Colours, type, spacing and sizes: the one place that knows them. Nothing moves but what Material moves itself."""

import flet as ft

SEED = "#2F6B7E"

GAP_XS, GAP_S, GAP_M, GAP_L, GAP_XL, GAP_XXL = 4, 8, 12, 16, 24, 32
TARGET = 48
BIG_TARGET = 56
RADIUS = 16
RADIUS_S = 8
READING_WIDTH = 680
PAGE_WIDTH = 1120
WIDE_FROM = 840

H1 = ft.TextThemeStyle.HEADLINE_SMALL
H2 = ft.TextThemeStyle.TITLE_LARGE
H3 = ft.TextThemeStyle.TITLE_MEDIUM
BODY = ft.TextThemeStyle.BODY_LARGE
SMALL = ft.TextThemeStyle.BODY_MEDIUM
LABEL = ft.TextThemeStyle.LABEL_LARGE
NUMERAL = ft.TextThemeStyle.DISPLAY_LARGE
"""Digits to read from an arm's length, on the run."""

# Size, height of a line, weight. Material's own names, so that its controls follow; its second level of headings is
# nearly as large as its first, and its smallest letters are smaller than anybody reads at 6:40.
TYPE: dict[str, tuple[int, float, ft.FontWeight]] = {
    "display_large": (64, 1.1, ft.FontWeight.W_500),
    "display_medium": (48, 1.15, ft.FontWeight.W_500),
    "display_small": (36, 1.2, ft.FontWeight.W_500),
    "headline_large": (32, 1.25, ft.FontWeight.W_600),
    "headline_medium": (28, 1.25, ft.FontWeight.W_600),
    "headline_small": (26, 1.25, ft.FontWeight.W_600),
    "title_large": (20, 1.3, ft.FontWeight.W_600),
    "title_medium": (16, 1.4, ft.FontWeight.W_600),
    "title_small": (14, 1.4, ft.FontWeight.W_600),
    "body_large": (16, 1.5, ft.FontWeight.W_400),
    "body_medium": (14, 1.45, ft.FontWeight.W_400),
    "body_small": (13, 1.4, ft.FontWeight.W_400),
    "label_large": (15, 1.35, ft.FontWeight.W_500),
    "label_medium": (13, 1.3, ft.FontWeight.W_500),
    "label_small": (12, 1.3, ft.FontWeight.W_500),
}
TEXT_SCALES = (100, 125, 150, 175, 200)
"""Sizes of text to choose from, in percent."""
NORMAL_SCALE = TEXT_SCALES[0]
TEXT_SCALE = "text_scale"
"""The preference that holds the size of text."""
# Beside an icon in a fifth of a phone, a word can't grow without end: the same word is the heading of its screen.
BAR_SCALE_AT_MOST = 115
RAIL_SCALE_AT_MOST = 150
ICON_SCALE_AT_MOST = 150
ICON, BUTTON_ICON = 24, 18

FOCUS_VEIL = 0.3
# With one line of text of the normal size this is TARGET high. A fixed height would cut larger letters.
BUTTON_PADDING = ft.Padding.symmetric(horizontal=GAP_L, vertical=14)

Tone = tuple[ft.Colors, ft.Colors]
"""A background and the colour of what stands on it."""

CALM: Tone = (ft.Colors.SURFACE_CONTAINER_LOW, ft.Colors.ON_SURFACE)
STRONG: Tone = (ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER)
GOOD: Tone = (ft.Colors.SECONDARY_FIXED, ft.Colors.ON_SECONDARY_FIXED)
CAREFUL: Tone = (ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER)
URGENT: Tone = (ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER)
ALARM: Tone = (ft.Colors.ERROR, ft.Colors.ON_ERROR)
CHOSEN: Tone = (ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER)

LIGHT_TONES: dict[str, Tone] = {"green": GOOD, "amber": CAREFUL, "red": URGENT}

# Lines and marks of a chart, on a card or on the page: at least 3 : 1 against either. Beside its colour each has a shape.
SERIES_1, SERIES_2 = ft.Colors.PRIMARY_FIXED, ft.Colors.TERTIARY_FIXED
SERIES_3, SERIES_4 = ft.Colors.TERTIARY_FIXED_DIM, ft.Colors.SECONDARY_FIXED_DIM
LINE = ft.Colors.OUTLINE
"""The edge of what can be acted on."""
HAIRLINE = ft.Colors.OUTLINE_VARIANT
"""Parts one thing from another; nothing is lost where it isn't seen."""

# The seed fills every colour that isn't named. What carries text or a line is named, so that its contrast can be
# reckoned; the traffic lights are named because a seed knows no amber and no green: tertiary is amber here,
# secondary_fixed green. Material's controls leave the fixed colours alone, so charts draw with them.
BY_DAY: dict[str, str] = {
    "primary": "#00677F",
    "on_primary": "#FFFFFF",
    "primary_container": "#CDE7F2",
    "on_primary_container": "#0B3645",
    "secondary_container": "#CFE6F0",
    "on_secondary_container": "#14333F",
    "surface": "#F5FAFD",
    "surface_container_lowest": "#FFFFFF",
    "surface_container_low": "#EFF4F7",
    "surface_container": "#E9EFF2",
    "surface_container_high": "#E4E9EC",
    "surface_container_highest": "#DEE3E6",
    "on_surface": "#171C1F",
    "on_surface_variant": "#40484C",
    "inverse_surface": "#2C3134",
    "on_inverse_surface": "#ECF2F5",
    "outline": "#6C757A",
    "outline_variant": "#BFC8CC",
    "secondary_fixed": "#C9EBC9",
    "on_secondary_fixed": "#0B3813",
    "tertiary": "#7A5900",
    "tertiary_container": "#FFE2B0",
    "on_tertiary_container": "#3A2A00",
    "error": "#BA1A1A",
    "on_error": "#FFFFFF",
    "error_container": "#FFDAD6",
    "on_error_container": "#8A0009",
    "primary_fixed": "#00677F",
    "tertiary_fixed": "#A8480A",
    "tertiary_fixed_dim": "#75409B",
    "secondary_fixed_dim": "#2F6B36",
}
BY_NIGHT: dict[str, str] = {
    "primary": "#87D1EB",
    "on_primary": "#003543",
    "primary_container": "#004E60",
    "on_primary_container": "#B7EAFF",
    "secondary_container": "#2A4A57",
    "on_secondary_container": "#CFE6F0",
    "surface": "#0F1416",
    "surface_container_lowest": "#0A0F11",
    "surface_container_low": "#171C1F",
    "surface_container": "#1B2023",
    "surface_container_high": "#252B2D",
    "surface_container_highest": "#303638",
    "on_surface": "#DEE3E6",
    "on_surface_variant": "#BFC8CC",
    "inverse_surface": "#DEE3E6",
    "on_inverse_surface": "#2C3134",
    "outline": "#8F989D",
    "outline_variant": "#40484C",
    "secondary_fixed": "#1F4A27",
    "on_secondary_fixed": "#C9EBC9",
    "tertiary": "#F3BF48",
    "tertiary_container": "#54400F",
    "on_tertiary_container": "#FFE2B0",
    "error": "#FFB4AB",
    "on_error": "#690005",
    "error_container": "#93000A",
    "on_error_container": "#FFDAD6",
    "primary_fixed": "#87D1EB",
    "tertiary_fixed": "#FFB68A",
    "tertiary_fixed_dim": "#D9B3F5",
    "secondary_fixed_dim": "#93D69A",
}


def light(text_scale: int = NORMAL_SCALE) -> ft.Theme:
    return _theme(BY_DAY, text_scale)


def dark(text_scale: int = NORMAL_SCALE) -> ft.Theme:
    return _theme(BY_NIGHT, text_scale)


def text_scale_of(kept: object) -> int:
    """The size of text that was kept, in percent; the normal one where what was kept is none of ours."""
    return kept if isinstance(kept, int) and kept in TEXT_SCALES else NORMAL_SCALE


def _theme(colours: dict[str, str], text_scale: int) -> ft.Theme:
    still, ink, soft = ft.PageTransitionTheme.NONE, colours["on_surface"], colours["on_surface_variant"]
    icon_scale = min(text_scale, ICON_SCALE_AT_MOST)
    bar_scale, rail_scale = min(text_scale, BAR_SCALE_AT_MOST), min(text_scale, RAIL_SCALE_AT_MOST)
    return ft.Theme(
        color_scheme_seed=SEED,
        color_scheme=ft.ColorScheme(**colours),
        visual_density=ft.VisualDensity.STANDARD,
        text_theme=ft.TextTheme(**{name: _style(name, text_scale, ink) for name in TYPE}),
        # Places are changed many times a day: what slides in is in the way.
        page_transitions=ft.PageTransitionsTheme(android=still, ios=still, linux=still, macos=still, windows=still),
        focus_color=ft.Colors.with_opacity(FOCUS_VEIL, colours["primary"]),
        icon_theme=ft.IconTheme(color=ink, size=ICON * icon_scale / 100),
        filled_button_theme=ft.FilledButtonTheme(_button(colours, icon_scale)),
        outlined_button_theme=ft.OutlinedButtonTheme(_button(colours, icon_scale, edge=colours["outline"])),
        text_button_theme=ft.TextButtonTheme(_button(colours, icon_scale)),
        navigation_bar_theme=ft.NavigationBarTheme(
            label_text_style={
                ft.ControlState.SELECTED: _style("label_medium", bar_scale, ink),
                ft.ControlState.DEFAULT: _style("label_medium", bar_scale, soft),
            }
        ),
        navigation_rail_theme=ft.NavigationRailTheme(
            selected_label_text_style=_style("label_large", rail_scale, ink),
            unselected_label_text_style=_style("label_large", rail_scale, soft),
        ),
    )


def _button(colours: dict[str, str], icon_scale: int, edge: str | None = None) -> ft.ButtonStyle:
    """Room for a thumb that grows with the text, and a veil where the keyboard is."""
    veils: dict[ft.ControlState, ft.ColorValue] = {
        ft.ControlState.FOCUSED: ft.Colors.with_opacity(FOCUS_VEIL, colours["on_surface_variant"])
    }
    side = ft.BorderSide(1, edge) if edge else None
    icon = BUTTON_ICON * icon_scale / 100
    return ft.ButtonStyle(padding=BUTTON_PADDING, overlay_color=veils, side=side, icon_size=icon)


def _style(name: str, text_scale: int, ink: str) -> ft.TextStyle:
    size, height, weight = TYPE[name]
    return ft.TextStyle(size=size * text_scale / 100, height=height, weight=weight, letter_spacing=0, color=ink)


def card(content: ft.Control, tone: Tone = CALM, key: str | None = None) -> ft.Container:
    return ft.Container(content, key=key, bgcolor=tone[0], border_radius=RADIUS, padding=GAP_L)
