"""When there is time: the days for running, the minutes of each day, the hour, the long run."""

import flet as ft

from planner.journal.runner import DAY_MINUTES
from planner.journal.vocabulary import WEEKDAYS
from planner.ui import theme
from planner.ui.log.drafts import number
from planner.ui.model import Model
from planner.ui.more.fields import asked, turned, typed
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change
from planner.ui.parts.text import body, fault_line, heading, link, small, with_icon
from planner.ui.start.days import weekdays


@ft.component
def Days(model: Model) -> ft.Control:
    page = ft.context.page
    fault, set_fault = ft.use_state("")
    runner = model.desk.runner()
    names = weekdays(model.language)
    kept = runner.get("run_days")
    chosen = [str(each) for each in kept] if isinstance(kept, list | tuple) else list(WEEKDAYS)

    def turn(one: str) -> None:
        days = turned(chosen, one, WEEKDAYS)
        # All of them is what nothing said means: any day.
        set_fault(change(model, {"run_days": None if len(days) == len(WEEKDAYS) else days}))

    def longest(one: str) -> None:
        set_fault(change(model, {"long_run_day": None if runner.get("long_run_day") == one else one}))

    content: list[ft.Control] = [fault_line(fault), asked(model.say("ui.more.days.run_days"), names, chosen, turn)]
    if not chosen:
        content.append(
            theme.card(
                with_icon(
                    ft.Icons.INFO_OUTLINE, body(model.say("ui.more.days.none"), theme.CAREFUL[1]), theme.CAREFUL[1]
                ),
                theme.CAREFUL,
            )
        )
    content += [
        heading(model.say("ui.more.days.minutes"), 2),
        small(model.say("ui.more.days.minutes.why", n=DAY_MINUTES)),
        _minutes(model, names),
        heading(model.say("ui.more.days.when"), 2),
        *_clock(model),
        asked(model.say("ui.more.days.longest"), names, {str(runner.get("long_run_day"))}, longest),
        ft.Row([link(model.say("ui.more.days.see"), lambda: page.navigate("/plan"), "plan")], wrap=True),
    ]
    return page_of(model, "days", content)


def _minutes(model: Model, names: list[tuple[str, str]]) -> ft.Control:
    kept = model.desk.runner().get("day_minutes")
    known: dict[str, object] = dict(kept) if isinstance(kept, dict) else {}
    is_large = theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE)) > theme.NORMAL_SCALE

    def field(day: str, name: str) -> ft.Control:
        label = model.say("ui.more.days.minutes_on", day=name)

        def save(text: str) -> str:
            rest = {key: value for key, value in known.items() if key != day}
            given = number(text)
            return change(model, {"day_minutes": (rest if given is None else {**rest, day: given}) or None}, label)

        minutes = known.get(day)
        shown = f"{minutes:g}" if isinstance(minutes, int | float) else ""
        return ft.Container(typed(f"minutes_{day}", label, shown, save), col={"xs": 12 if is_large else 6, "md": 3})

    return ft.ResponsiveRow([field(day, name) for day, name in names], spacing=theme.GAP_S, run_spacing=theme.GAP_M)


def _clock(model: Model) -> list[ft.Control]:
    """One hour for every day; where the profile has several, they stay until another is typed."""
    kept = model.desk.runner().get("run_at")
    label = model.say("ui.more.days.run_at")
    differs = isinstance(kept, dict)
    hint = model.say("ui.more.days.run_at.differs" if differs else "ui.more.days.run_at.hint")
    shown = kept if isinstance(kept, str) else ""
    return [
        typed(
            "run_at",
            label,
            shown,
            lambda text: change(model, {"run_at": text or None}, label),
            hint=hint,
            number=False,
        )
    ]
