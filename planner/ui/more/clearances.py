"""Who has cleared what, and when. A warning ends with the word of somebody who has looked."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.clearance_form import ClearanceForm
from planner.ui.more.frame import actions, page_of
from planner.ui.more.saving import Done, keep
from planner.ui.more.saying import full_date
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, heading, link, small

KIND = "clearance"


@ft.component
def Clearances(model: Model) -> ft.Control:
    # Kept here, where it outlives the cards: which of them is asked about.
    asked, set_asked = ft.use_state("")
    known = list(reversed(model.desk.journal(kind=KIND)))
    open_ones = [flag["title"] for flag in model.plan["assessment"]["flags"]]
    now = (
        model.say("ui.more.clearances.open", what=model.desk.voice.listed(open_ones))
        if open_ones
        else model.say("ui.more.clearances.no_flag")
    )
    cards = [keyed(str(each["id"]), Cleared, model, each, asked == each["id"], set_asked) for each in known]
    content: list[ft.Control] = [
        body(now),
        heading(model.say("ui.more.clearances.add"), 2),
        keyed(f"form-{len(known)}", ClearanceForm, model),
        heading(model.say("ui.more.clearances.known"), 2),
        *(cards or [small(model.say("ui.more.clearances.none"))]),
    ]
    return page_of(model, "clearances", content)


@ft.component
def Cleared(model: Model, entry: dict[str, object], asks: bool, ask: Callable[[str], None]) -> ft.Control:
    fault, set_fault = ft.use_state("")
    clears = entry.get("clears")
    named = [model.say(f"flag.{each}") for each in clears] if isinstance(clears, list | tuple) else []
    outcome = model.say(f"ui.more.clearances.{entry.get('outcome') or 'may_start'}")

    def withdraw() -> None:
        def do() -> Done:
            model.desk.delete(str(entry["id"]))
            return (lambda: model.desk.put_back(entry),)

        set_fault(keep(model, do, lambda: model.say("ui.more.clearances.withdrawn")))

    lines: list[ft.Control] = [
        heading(model.desk.voice.listed(named) if named else model.name("kind.clearance"), 3),
        body(outcome),
        small(_who_and_when(model, entry)),
    ]
    if entry.get("site"):
        side = model.say(f"side.{entry.get('side') or 'both'}")
        lines.append(small(model.say("ui.more.clearances.at", site=model.name(f"site.{entry['site']}"), side=side)))
    if entry.get("note"):
        lines.append(small(str(entry["note"])))
    if asks:
        do_it = ft.FilledButton(model.say("ui.more.clearances.do_withdraw"), key="do_withdraw", on_click=withdraw)
        leave = link(model.say("ui.more.clearances.keep"), lambda: ask(""), "keep")
        lines += [body(model.say("ui.more.clearances.sure")), fault_line(fault), actions([do_it, leave])]
    else:
        lines.append(
            actions([link(model.say("ui.more.clearances.withdraw"), lambda: ask(str(entry["id"])), "withdraw")])
        )
    return theme.card(ft.Column(lines, spacing=theme.GAP_XS))


def _who_and_when(model: Model, entry: dict[str, object]) -> str:
    when = full_date(entry.get("at") or entry.get("on") or model.today.isoformat(), model.language)
    by = entry.get("by")
    who = model.name(f"see.{by}") if by else model.say("ui.more.clearances.nobody")
    return model.say("ui.more.clearances.who", who=who, day=when)
