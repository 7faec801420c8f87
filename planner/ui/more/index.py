"""All doors of More, by what they are about."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.door import door, doors
from planner.ui.parts.text import heading, screen
from planner.ui.places import LEARN, SCREENING, Place

WIDE = 1040
ICONS: dict[str, ft.IconData] = {
    "you": ft.Icons.PERSON_OUTLINE,
    "running": ft.Icons.DIRECTIONS_RUN,
    "health": ft.Icons.MONITOR_HEART_OUTLINED,
    "report": ft.Icons.DESCRIPTION_OUTLINED,
    "named": ft.Icons.HEALING,
    "nights": ft.Icons.BEDTIME_OUTLINED,
    "days": ft.Icons.EVENT_AVAILABLE_OUTLINED,
    "reminders": ft.Icons.NOTIFICATIONS_OUTLINED,
    "limits": ft.Icons.RULE,
    "clearances": ft.Icons.VERIFIED_OUTLINED,
    "display": ft.Icons.TUNE,
    "sharing": ft.Icons.IOS_SHARE,
    "copies": ft.Icons.SAVE_OUTLINED,
    "privacy": ft.Icons.LOCK_OUTLINE,
    "sources": ft.Icons.LIBRARY_BOOKS_OUTLINED,
    "about": ft.Icons.INFO_OUTLINE,
}
GROUPS: dict[str, tuple[str, ...]] = {
    "week": ("days", "reminders"),
    "you": ("you", "running", "health", "nights"),
    "clinician": ("report", "named", "limits", "clearances"),
    "app": ("display", "sharing", "copies", "privacy"),
    "trust": ("sources", "about"),
}


@ft.component
def Index(model: Model) -> ft.Control:
    page = ft.context.page

    def go(to: str) -> None:
        model.dismiss()
        page.navigate(to)

    def lead(name: str) -> ft.Control:
        title, about = model.say(f"ui.more.page.{name}"), model.say(f"ui.more.about.{name}")
        return door(ICONS[name], title, about, lambda: go(f"/more/{name}"), name)

    def lead_to(place: Place, key: str) -> ft.Control:
        title, about = model.say(place.name), model.say(f"ui.more.about.{key}")
        return door(place.icon, title, about, lambda: go(place.path), key)

    # On a wide page Learn has its place on the rail.
    first = [*([] if model.is_wide else [lead_to(LEARN, "learn")]), lead_to(SCREENING, "screening")]
    content: list[ft.Control] = [heading(model.say("ui.nav.more"), 1), doors(first)]
    for group, names in GROUPS.items():
        content += [heading(model.say(f"ui.more.group.{group}"), 2), doors([lead(name) for name in names])]
    return screen(content, "more", WIDE if model.is_wide else theme.READING_WIDTH)
