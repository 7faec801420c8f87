"""`planner`, begun at a moment, so that the same picture comes out on any day; with --broken a page that stumbles.

python -m tools.pictures.begin 2026-11-24T09:00 --data FOLDER app --port 8550
"""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

from planner.cli import main
from planner.ui import app
from planner.ui.model import Model

BROKEN = "--broken"


def _stumble(_model: Model) -> None:
    raise RuntimeError("this page was told to stumble")


def begin(moment: str) -> None:
    """Time goes on from there as it does for anybody, in a zone without summer time."""
    if BROKEN in sys.argv:
        sys.argv.remove(BROKEN)
        app.LearnScreen = _stumble
    with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("UTC"))):
        main()


if __name__ == "__main__":
    begin(sys.argv.pop(1))
