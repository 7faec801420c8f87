"""More: the runner's profile, the physio's word, and everything about the app itself. Each page has its address."""

from collections.abc import Callable

import flet as ft

from planner.ui.model import Model
from planner.ui.more.about import About
from planner.ui.more.clearances import Clearances
from planner.ui.more.copies import Copies
from planner.ui.more.country import Country
from planner.ui.more.days import Days
from planner.ui.more.display import Display
from planner.ui.more.health import Health
from planner.ui.more.index import Index
from planner.ui.more.limits import Limits
from planner.ui.more.named import Named
from planner.ui.more.nights import Nights
from planner.ui.more.privacy import Privacy
from planner.ui.more.reminders import Reminders
from planner.ui.more.report import Report
from planner.ui.more.running import Running
from planner.ui.more.sharing import Sharing
from planner.ui.more.sources import Sources
from planner.ui.more.you import You
from planner.ui.parts.keyed import keyed

PAGES: dict[str, Callable[..., ft.Control]] = {
    "you": You, "running": Running, "health": Health, "named": Named, "nights": Nights, "days": Days,
    "reminders": Reminders, "limits": Limits, "clearances": Clearances, "display": Display, "country": Country,
    "sharing": Sharing, "report": Report, "copies": Copies, "privacy": Privacy, "sources": Sources, "about": About,
}  # fmt: skip


@ft.component
def MoreScreen(model: Model) -> ft.Control:
    asked = ft.use_route_params().get("page")
    shown = PAGES.get(asked or "", Index)
    return keyed(f"more-{asked if asked in PAGES else ''}", shown, model)
