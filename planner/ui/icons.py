"""Which icon stands for what. Every one of them stands beside a word that says the same."""

import flet as ft

KINDS: dict[str, ft.IconData] = {
    "run": ft.Icons.DIRECTIONS_RUN,
    "walk": ft.Icons.DIRECTIONS_WALK,
    "rest": ft.Icons.SELF_IMPROVEMENT,
    "warm_up": ft.Icons.TRENDING_UP,
    "cool_down": ft.Icons.TRENDING_DOWN,
    "strength": ft.Icons.FITNESS_CENTER,
    "mobility": ft.Icons.ACCESSIBILITY_NEW,
    "contrast_shower": ft.Icons.SHOWER,
    "leg_elevation": ft.Icons.AIRLINE_SEAT_LEGROOM_EXTRA,
    "warm_bath": ft.Icons.BATHTUB,
    "cold_pack": ft.Icons.AC_UNIT,
    "massage": ft.Icons.SPA,
    "compression": ft.Icons.COMPRESS,
    "sleep": ft.Icons.BEDTIME,
    "hydration": ft.Icons.WATER_DROP,
    "nutrition": ft.Icons.RESTAURANT,
    "check_in": ft.Icons.RATE_REVIEW,
    "cross_training": ft.Icons.DIRECTIONS_BIKE,
    "see_clinician": ft.Icons.MEDICAL_SERVICES,
}
OTHER = ft.Icons.CIRCLE_OUTLINED

LIGHTS: dict[str, ft.IconData] = {
    "green": ft.Icons.CHECK_CIRCLE,
    "amber": ft.Icons.ERROR,
    "red": ft.Icons.DO_NOT_DISTURB_ON,
}

CHANGES: dict[str, ft.IconData] = {
    "eased": ft.Icons.ARROW_DOWNWARD,
    "moved": ft.Icons.EVENT_REPEAT,
    "extended": ft.Icons.ARROW_UPWARD,
    "added": ft.Icons.ADD,
    "removed": ft.Icons.REMOVE,
}

PAIN = ft.Icons.HEALING
SLEEP = ft.Icons.BEDTIME
DRINK = ft.Icons.WATER_DROP
RUN = ft.Icons.DIRECTIONS_RUN


def of_kind(kind: str) -> ft.IconData:
    return KINDS.get(kind, OTHER)
