"""A test bench for the engine: invented runners living by its plans, beside two rules of thumb.

It makes no claim about people. Nothing here reads a clock; all luck comes from a seed. See `docs/simulation.md`.
"""

from planner.simulate.life import ARMS, Break, Life, lives_of
from planner.simulate.report import ALL, Result, document, results

__all__ = ["ALL", "ARMS", "Break", "Life", "Result", "document", "lives_of", "results"]
