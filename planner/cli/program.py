"""The whole command, its shared options and what each kind of failure becomes."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from planner.cli import batch, export, intake, journal, keep, log, profile, rules, see, simulate, window
from planner.cli.context import Where, say, tell
from planner.cli.faults import DEFECT, INPUT_AT_FAULT, sentence

INTERRUPTED = 130


class Program(TyperGroup):
    """Turns every failure into its sentence and exit status; wrong usage is left to Typer."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401 Typer keeps the type of the base method private
        try:
            answer: object = super().invoke(ctx)
            sys.stdout.flush()
        except (typer.TyperException, typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read the answer has seen enough; what is still buffered goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
        except Exception as error:  # noqa: BLE001 the last place that can keep a traceback off the screen
            raise typer.Exit(_report(error, ctx)) from None
        return answer


def _report(error: Exception, ctx: typer.Context) -> int:
    import traceback

    if os.environ.get("PLANNER_DEBUG"):
        traceback.print_exception(error)
    language = ctx.obj.language if ctx.obj else "en"
    known = None
    # In a broken installation the rooms that the fault could come from may be missing themselves.
    with contextlib.suppress(ImportError):
        known = sentence(error, language)
    if known:
        tell(known)
        return INPUT_AT_FAULT
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    tell(say("cli.fault.defect", language, what=f"{type(error).__name__}: {error}", place=place))
    return DEFECT


app = typer.Typer(
    cls=Program,
    help="What to do today and this week so that your legs get better and stay better, and why.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def root(
    ctx: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", envvar="PLANNER_DATA", help="Folder of the journal; your user data folder by default."
        ),
    ] = None,
) -> None:
    ctx.obj = Where(data)


for part in (window, profile, log, journal, intake, see, export, batch, rules, simulate, keep):
    part.register(app)


def main() -> None:
    """Run the command that was typed and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show a letter gets a question mark, never a failure.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    app(prog_name="planner")
