"""The places of the app: where each is, what it is called, what stands for it."""

from dataclasses import dataclass

import flet as ft


@dataclass(frozen=True)
class Place:
    path: str
    name: str
    icon: ft.IconData
    chosen_icon: ft.IconData


TODAY = Place("/", "ui.nav.today", ft.Icons.TODAY_OUTLINED, ft.Icons.TODAY)
LOG = Place("/log", "ui.nav.log", ft.Icons.EDIT_NOTE_OUTLINED, ft.Icons.EDIT_NOTE)
PLAN = Place("/plan", "ui.nav.plan", ft.Icons.CALENDAR_MONTH_OUTLINED, ft.Icons.CALENDAR_MONTH)
TRENDS = Place("/trends", "ui.nav.trends", ft.Icons.INSIGHTS_OUTLINED, ft.Icons.INSIGHTS)
LEARN = Place("/learn", "ui.nav.learn", ft.Icons.MENU_BOOK_OUTLINED, ft.Icons.MENU_BOOK)
MORE = Place("/more", "ui.nav.more", ft.Icons.MORE_HORIZ, ft.Icons.MORE_HORIZ)
SESSION = Place("/session", "ui.nav.session", ft.Icons.TIMER_OUTLINED, ft.Icons.TIMER)
SCREENING = Place("/screening", "ui.nav.screening", ft.Icons.FACT_CHECK_OUTLINED, ft.Icons.FACT_CHECK)
START = Place("/start", "ui.nav.start", ft.Icons.PERSON_OUTLINED, ft.Icons.PERSON)
CLINICIAN = Place("/clinician", "ui.nav.clinician", ft.Icons.MEDICAL_SERVICES_OUTLINED, ft.Icons.MEDICAL_SERVICES)

ON_BAR = (TODAY, LOG, PLAN, TRENDS, MORE)
ON_RAIL = (TODAY, LOG, PLAN, TRENDS, LEARN, MORE)
# What is done with the phone in the hand or in the pocket, from beginning to end: nothing else within reach of a thumb.
FULL_SCREEN = (SESSION, SCREENING, START, CLINICIAN)
# What needs no runner: it opens before anything was asked or agreed to.
FOR_ANYBODY = (CLINICIAN,)


def place_of(path: str) -> Place:
    """The place that an address belongs to."""
    first = f"/{path.strip('/').split('/')[0]}"
    return next((place for place in (*ON_RAIL, *FULL_SCREEN) if place.path == first), TODAY)


def on_bar(place: Place) -> Place:
    """Where the phone's bar shows it: Learn has its door in More."""
    return MORE if place is LEARN else place


def above(path: str) -> str | None:
    """The address that an address lies below; None at the top of a place."""
    parts = path.strip("/").split("/")
    if len(parts) > 1:
        return f"/{parts[0]}" if place_of(path) not in FULL_SCREEN else TODAY.path
    return TODAY.path if place_of(path) in FULL_SCREEN else None
