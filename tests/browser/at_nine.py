"""`planner`, begun at nine in the morning of a day: what a runner is asked depends on the hour, a test must not.

python -m tests.browser.at_nine 2026-11-24 app --port 8550
"""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

from planner.cli import main

NINE = 9


def begin(day: str) -> None:
    """Time goes on from nine as it does for anybody, in a zone without summer time."""
    with time_machine.travel(datetime.fromisoformat(day).replace(hour=NINE, tzinfo=ZoneInfo("UTC"))):
        main()


if __name__ == "__main__":
    begin(sys.argv.pop(1))
