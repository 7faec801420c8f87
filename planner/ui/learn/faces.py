"""Which icon stands for which card."""

import flet as ft

FACES: dict[str, ft.IconData] = {
    "first_aid": ft.Icons.MEDICAL_SERVICES_OUTLINED,
    "lights": ft.Icons.TRAFFIC,
    "ladder": ft.Icons.STAIRS,
    "load": ft.Icons.TRENDING_UP,
    "shoes": ft.Icons.HIKING,
    "surfaces": ft.Icons.TERRAIN,
    "technique": ft.Icons.SPEED,
    "warm_up": ft.Icons.FITNESS_CENTER,
    "recovery": ft.Icons.SPA,
    "sleep": ft.Icons.BEDTIME,
    "veins": ft.Icons.COMPRESS,
}
AREA = ft.Icons.ACCESSIBILITY_NEW


def face(card: str) -> ft.IconData:
    return FACES.get(card, AREA)
