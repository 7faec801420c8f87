"""The app for one open page: its model, its colours, its places."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import flet as ft

from planner.desk import Desk
from planner.ui import theme, window
from planner.ui.clinician.screen import ClinicianScreen
from planner.ui.handing import Handover
from planner.ui.learn.screen import LearnScreen
from planner.ui.log.screen import LogScreen
from planner.ui.model import Model
from planner.ui.more.screen import MoreScreen
from planner.ui.places import place_of
from planner.ui.plan.screen import PlanScreen
from planner.ui.preferences import Preferences
from planner.ui.safe import safe
from planner.ui.screening.screen import ScreeningScreen
from planner.ui.session.screen import SessionScreen
from planner.ui.shell import Shell
from planner.ui.start.screen import StartScreen
from planner.ui.today.screen import TodayScreen
from planner.ui.trends.screen import TrendsScreen


def routes(model: Model) -> list[ft.Route]:
    places = [
        ft.Route(index=True, component=partial(safe(TodayScreen), model)),
        ft.Route(path="log/:kind?", component=partial(safe(LogScreen), model)),
        ft.Route(path="plan/:day?", component=partial(safe(PlanScreen), model)),
        ft.Route(path="trends/:what?", component=partial(safe(TrendsScreen), model)),
        ft.Route(path="learn/:card?", component=partial(safe(LearnScreen), model)),
        ft.Route(path="more/:page?/:about?", component=partial(safe(MoreScreen), model)),
        ft.Route(path="session/:item?", component=partial(safe(SessionScreen), model)),
        ft.Route(path="screening", component=partial(safe(ScreeningScreen), model)),
        ft.Route(path="clinician", component=partial(safe(ClinicianScreen), model)),
        ft.Route(path="start/:step?", component=partial(safe(StartScreen), model)),
    ]
    return [ft.Route(component=partial(Shell, model), outlet=True, children=places)]


def opener(desk: Desk, served_at: str | None = None, handover: Handover | None = None) -> Callable[[ft.Page], None]:
    """What Flet calls for each page that opens.

    `served_at` is the app's address on the network, where it has one; `handover` what is offered there.
    """
    preferences = Preferences(Path(desk.folder))

    def open_page(page: ft.Page) -> None:
        model = Model(desk, preferences, served_at, handover)
        model.set_wide((page.width or 0) >= theme.WIDE_FROM)
        page.theme_mode = ft.ThemeMode.SYSTEM
        window.dress(page, model, place_of(page.route or "/"))
        page.render_views(ft.Router, routes(model), manage_views=True)

    return open_page
