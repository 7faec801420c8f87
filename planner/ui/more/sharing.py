"""What can leave: the week as a calendar, the journal as tables, everything as one file. Only when asked to."""

from collections.abc import Awaitable, Callable

import flet as ft

from planner.protocols import protocols
from planner.share.calendar_alarms import alarms_of
from planner.share.packed import packed
from planner.share.pdf.choice import choose
from planner.share.tables import tables
from planner.share.whole import to_bytes
from planner.share.workouts import sessions, workouts
from planner.share.zone import local_zone
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import page_of
from planner.ui.more.handed import Handed
from planner.ui.more.replying import Replied
from planner.ui.more.report import report_of
from planner.ui.more.subscribed import Subscribed
from planner.ui.parts.door import door
from planner.ui.parts.text import body, fault_line, heading, small
from planner.ui.places import CLINICIAN
from planner.ui.preferences import REMINDERS

ICONS = {
    "calendar": ft.Icons.CALENDAR_MONTH_OUTLINED,
    "watch": ft.Icons.WATCH_OUTLINED,
    "tables": ft.Icons.TABLE_CHART_OUTLINED,
    "whole": ft.Icons.DATA_OBJECT,
    "fhir": ft.Icons.LOCAL_HOSPITAL_OUTLINED,
}

Save = Callable[[str, Callable[[], bytes]], Awaitable[None]]


@ft.component
def Sharing(model: Model) -> ft.Control:
    page = ft.context.page
    fault, set_fault = ft.use_state("")
    said, set_said = ft.use_state("")

    async def save(name: str, make: Callable[[], bytes]) -> None:
        set_fault("")
        try:
            # The browser asks, or saves among its downloads; without an answer nothing was saved.
            await ft.FilePicker().save_file(file_name=name, src_bytes=make())
        except (OSError, RuntimeError, TimeoutError) as error:
            set_fault(model.say("ui.more.sharing.failed", what=str(error) or type(error).__name__))
        else:
            set_said(model.say("ui.more.sharing.saved", name=name))

    day = model.today.isoformat()
    files = {
        "calendar": (f"stridewell-week-{day}.ics", lambda: _calendar(model)),
        "watch": (
            f"stridewell-watch-{day}.zip",
            lambda: packed(workouts(sessions(model.plan["days"]), model.language)),
        ),
        "tables": (f"stridewell-tables-{day}.zip", lambda: _tables(model)),
        "whole": (f"stridewell-{day}.json", lambda: to_bytes(model.desk.whole())),
        "fhir": (f"stridewell-fhir-{day}.json", lambda: _fhir(model)),
    }
    done = ft.Semantics(content=body(said), live_region=True, container=True, visible=bool(said))
    cards = [_file(model, each, name, make, save) for each, (name, make) in files.items()]
    cards.insert(1, Subscribed(model))
    clinician = door(
        CLINICIAN.icon,
        model.say(CLINICIAN.name),
        model.say("ui.more.about.clinician"),
        lambda: page.navigate(CLINICIAN.path),
        "clinician",
    )
    report = (f"stridewell-report-{day}.pdf", lambda: report_of(model, choose(model.today)))
    handed = Handed(model, {"report": report, "whole": files["whole"]})
    return page_of(model, "sharing", [Replied(model), *cards, handed, done, fault_line(fault), clinician])


def _file(model: Model, what: str, name: str, make: Callable[[], bytes], save: Save) -> ft.Control:
    async def press() -> None:
        await save(name, make)

    lines: list[ft.Control] = [heading(model.say(f"ui.more.sharing.{what}"), 2)]
    if what == "watch" and not sessions(model.plan["days"]):
        return theme.card(ft.Column([*lines, small(model.say("ui.more.sharing.watch.none"))], spacing=theme.GAP_S))
    lines += [
        small(model.say(f"ui.more.sharing.{what}.about")),
        ft.Row(
            [
                ft.FilledTonalButton(
                    model.say(f"ui.more.sharing.{what}.save"), icon=ICONS[what], key=what, on_click=press
                )
            ],
            wrap=True,
        ),
    ]
    return theme.card(ft.Column(lines, spacing=theme.GAP_S))


def _tables(model: Model) -> bytes:
    return packed(tables(model.desk.journal(), model.plan, model.desk.logged()))


def _fhir(model: Model) -> bytes:
    # Slow to load, and seldom wanted.
    from planner.share.fhir.whole import Known, whole_bundle  # noqa: PLC0415

    desk = model.desk
    known = Known(desk.runner(), desk.journal(), model.plan, desk.logged(), desk.issued(), desk.language)
    return to_bytes(whole_bundle(known, stamp=desk.now))


def _calendar(model: Model) -> bytes:
    # Slow to load, and seldom wanted.
    from planner.share.week import week_calendar  # noqa: PLC0415

    asked = model.preferences.get(REMINDERS)
    alarms = alarms_of(asked, usual_min=protocols().asking.reminders.usual_min)
    return week_calendar([model.plan], model.desk.logged(), zone=local_zone(), language=model.language, alarms=alarms)
