"""`planner assess`, `planner week`, `planner today`: where the runner stands, the plan, what is due."""

from typing import Annotated

import typer

from planner.cli.context import AsJson, Start, Today, answer_json, day_of, open_desk, say


def register(app: typer.Typer) -> None:
    for command in (assess, week, today):
        app.command()(command)


def assess(ctx: typer.Context, as_json: AsJson = False, today: Today = None) -> None:
    """Where you stand: light, phase, load, recovery, what comes next."""
    desk = open_desk(ctx, today)
    assessment = desk.plan()["assessment"]
    if as_json:
        answer_json({"schema": 1, "today": desk.today.isoformat(), "assessment": assessment})
        return
    from planner.cli.page import show
    from planner.cli.page_standing import standing

    show(standing(assessment, desk.language, imperial=desk.runner().get("units") == "imperial"))


def week(
    ctx: typer.Context,
    start: Start = None,
    as_json: AsJson = False,
    trace: Annotated[
        bool, typer.Option("--trace", help="With all caps on running, and every reason of every item.")
    ] = False,
    today: Today = None,
) -> None:
    """The week with its reasons, what changed and what found no place."""
    desk = open_desk(ctx, today)
    plan = desk.plan(day_of(start), trace=trace)
    if as_json:
        answer_json(plan)
        return
    from planner.cli.page import show
    from planner.cli.page_week import traced, week_page

    show(week_page(plan, desk.language))
    if trace:
        show(traced(plan, desk.language))


def today(ctx: typer.Context, as_json: AsJson = False, today: Today = None) -> None:
    """What is due today, step by step."""
    desk = open_desk(ctx, today)
    day = desk.day()
    if as_json:
        answer_json({"schema": 1, **day})
        return
    from planner.cli.page import show
    from planner.cli.page_day import day_page

    show(day_page(day, desk.plan()["assessment"], desk.language))
    if all("outcome" in item for item in day["items"]):
        show(say("cli.today.all_done", desk.language))
