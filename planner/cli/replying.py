"""`planner import reply.json`: a clinician's reply is shown, and set when the runner agrees."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from planner.cli.asking import agreed
from planner.cli.context import say, tell

if TYPE_CHECKING:
    from planner.desk import Desk


def take_reply(desk: "Desk", raw: Mapping[str, object], *, yes: bool) -> bool:
    """Show what a reply changes and, agreed to, change it; False where it was not. Raises Faults."""
    from planner.words import reply_head, say_difference

    reply = desk.reply_of(raw)
    typer.echo(reply_head(reply, desk.voice))
    for one in desk.difference(reply):
        typer.echo(f"  {say_difference(one.kind, one.before, one.after, desk.voice)}")
    if not agreed(say("cli.reply.ask", desk.language), yes=yes):
        tell(say("cli.reply.not", desk.language))
        return False
    desk.apply_reply(reply)
    tell(say("cli.reply.done", desk.language))
    return True
