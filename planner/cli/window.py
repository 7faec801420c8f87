"""`planner app`: opens the screens."""

from typing import Annotated

import typer

from planner.cli.context import Today, open_desk, tell
from planner.cli.faults import INPUT_AT_FAULT

PORT = 8550


def register(app: typer.Typer) -> None:
    app.command(name="app")(window)


def window(
    ctx: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Where to listen.")] = PORT,
    lan: Annotated[
        bool, typer.Option("--lan", help="Also listen on the local network, behind a one-time code.")
    ] = False,
    native: Annotated[bool, typer.Option("--native", help="Open a window of its own instead of the browser.")] = False,
    today: Today = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open the app on this machine."""
    from planner.ui.lan import new_code
    from planner.ui.serve import ServeFault, serve

    try:
        serve(
            open_desk(ctx, today),
            host="0.0.0.0" if lan else "127.0.0.1",  # noqa: S104 asked for with --lan, and guarded by the code
            port=port,
            open_browser=browser,
            one_time_code=new_code() if lan else None,
            native=native,
        )
    except ServeFault as fault:
        tell(str(fault))
        raise typer.Exit(INPUT_AT_FAULT) from None
