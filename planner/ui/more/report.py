"""Two pages for a physio: which days, what to leave out, a look at them before they are saved."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

import flet as ft

from planner.share.faults import ShareFault
from planner.share.pdf.choice import MOST_QUESTIONS, PAPERS, PARTS, Choice, choose
from planner.ui import theme
from planner.ui.log.when import Day
from planner.ui.model import Model
from planner.ui.more.fields import HINT_LINES, asked
from planner.ui.more.frame import actions, page_of
from planner.ui.more.handed import Handed
from planner.ui.more.report_preview import preview
from planner.ui.parts.text import body, fault_line, heading, small
from planner.ui.parts.tick import tick


@dataclass(frozen=True)
class Wish:
    """What was put into the form so far; days as the journal writes them. Empty: as usual."""

    first: str = ""
    last: str = ""
    told: frozenset[str] = frozenset(PARTS)
    paper: str = PAPERS[0]
    appendix: bool = False
    name: str = ""
    questions: str = ""

    def choice(self, today: date) -> Choice:
        """Raises ShareFault for what can't be."""
        return choose(
            today,
            first=date.fromisoformat(self.first) if self.first else None,
            last=date.fromisoformat(self.last) if self.last else None,
            leave_out=frozenset(PARTS) - self.told,
            paper=self.paper,
            appendix=self.appendix,
            questions=self.questions.splitlines(),
            name=self.name,
        )


class Form:
    """The wish as it stands, also while its page isn't drawn anew."""

    def __init__(self) -> None:
        self.wish = Wish()


@ft.component
def Report(model: Model) -> ft.Control:
    # Every letter that is typed goes into the wish; only a chip or a day draws the page anew.
    form, _ = ft.use_state(Form)
    _, draw = ft.use_state(form.wish)
    shown, show = ft.use_state(_nothing)
    name = f"stridewell-report-{model.today.isoformat()}.pdf"
    fault, set_fault = ft.use_state("")
    said, set_said = ft.use_state("")

    def put(changed: Wish) -> None:
        form.wish = changed
        draw(changed)
        show(None)

    def choice() -> Choice | None:
        set_fault("")
        set_said("")
        try:
            return form.wish.choice(model.today)
        except ShareFault as wrong:
            set_fault(model.say(wrong.key, **wrong.params))
            return None

    def look() -> None:
        show(choice())

    def leave(*, by_sheet: bool) -> Callable[[], Awaitable[None]]:
        async def press() -> None:
            chosen = choice()
            if chosen is None:
                return
            try:
                is_saved = await _leave(name, report_of(model, chosen), by_sheet=by_sheet)
            except (OSError, RuntimeError, TimeoutError) as error:
                set_fault(model.say("ui.more.sharing.failed", what=str(error) or type(error).__name__))
            else:
                set_said(model.say("ui.more.sharing.saved", name=name) if is_saved else "")

        return press

    def make() -> bytes:
        return report_of(model, form.wish.choice(model.today))

    buttons: list[ft.Control] = [
        ft.FilledButton(
            model.say("ui.report.save"),
            key="save",
            icon=ft.Icons.PICTURE_AS_PDF_OUTLINED,
            on_click=leave(by_sheet=False),
        ),
        ft.OutlinedButton(
            model.say("ui.report.share"), key="share", icon=ft.Icons.SHARE, on_click=leave(by_sheet=True)
        ),
        ft.OutlinedButton(model.say("ui.report.look"), key="look", icon=ft.Icons.VISIBILITY_OUTLINED, on_click=look),
    ]
    done = ft.Semantics(content=body(said), live_region=True, container=True, visible=bool(said))
    lines = [
        *_form(model, form, put),
        fault_line(fault),
        actions(buttons),
        done,
        Handed(model, {"report": (name, make)}),
    ]
    if shown is not None:
        lines += preview(model, shown)
    return page_of(model, "report", lines)


async def _leave(name: str, data: bytes, *, by_sheet: bool) -> bool:
    """Through the system's share sheet, or to where files are saved, also where a browser has no sheet: then it is True."""
    if by_sheet:
        with suppress(RuntimeError):
            await ft.Share().share_files([ft.ShareFile.from_bytes(data, mime_type="application/pdf", name=name)])
            return False
    await ft.FilePicker().save_file(file_name=name, src_bytes=data)
    return True


def _form(model: Model, form: Form, put: Callable[[Wish], None]) -> list[ft.Control]:
    now = form.wish

    def first(day: str) -> None:
        put(replace(form.wish, first=day))

    def last(day: str) -> None:
        put(replace(form.wish, last=day))

    def turn(part: str) -> None:
        put(replace(form.wish, told=form.wish.told ^ {part}))

    def type_name(text: str) -> None:
        form.wish = replace(form.wish, name=text)

    def type_questions(text: str) -> None:
        form.wish = replace(form.wish, questions=text)

    usual = choose(model.today)
    parts = [(part, model.say(f"ui.report.part.{part}")) for part in PARTS]
    papers = [(paper, model.say(f"ui.report.paper.{paper}")) for paper in PAPERS]
    return [
        heading(model.say("ui.report.days"), 2),
        Day(model, model.say("ui.report.first"), now.first or usual.first.isoformat(), first, last=model.today),
        Day(model, model.say("ui.report.last"), now.last or usual.last.isoformat(), last, last=model.today),
        asked(model.say("ui.report.parts"), parts, now.told, turn),
        small(model.say("ui.report.always")),
        tick("appendix", now.appendix, lambda is_on: put(replace(form.wish, appendix=is_on)),
             label=model.say("ui.report.appendix")),
        asked(model.say("ui.report.paper"), papers, {now.paper}, lambda paper: put(replace(form.wish, paper=paper))),
        _field(model, "name", type_name, 1),
        _field(model, "questions", type_questions, MOST_QUESTIONS),
    ]  # fmt: skip


def _field(model: Model, name: str, write: Callable[[str], None], most_lines: int) -> ft.Control:
    return ft.TextField(
        label=model.say(f"ui.report.{name}"),
        helper=model.say(f"ui.report.{name}.about", most=MOST_QUESTIONS),
        helper_max_lines=HINT_LINES,
        key=name,
        multiline=most_lines > 1,
        max_lines=most_lines,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: write(e.control.value or ""),
    )


def _nothing() -> Choice | None:
    """Nothing is looked at before somebody asks."""


def report_of(model: Model, choice: Choice) -> bytes:
    """The report as a PDF."""
    # Slow to load, and seldom wanted.
    from planner.share.pdf.make import report  # noqa: PLC0415

    return report(model.desk.handed(), choice)
