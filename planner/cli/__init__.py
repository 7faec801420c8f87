"""The command line: reads what was typed, asks the desk, prints the answer. No rule of the domain lives here.

`stdout` carries the answer alone. Exit status 0 done, 1 the input or data is at fault, 2 wrong usage, 70 a defect of ours.
Modules that are slow to load are imported inside the command that needs them.
"""

from planner.cli.program import app, main

__all__ = ["app", "main"]
