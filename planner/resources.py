"""The files that ship with the program: `plans/` and `assets/`."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def folder(name: str) -> Traversable:
    """The folder `plans` or `assets`: inside the package when installed from a wheel, beside it in a checkout.

    Raises FileNotFoundError when it is in neither place.
    """
    shipped = files("planner") / name
    if shipped.is_dir():
        return shipped
    beside = Path(__file__).parents[1] / name
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f"The folder {name} of the program is missing: install stridewell again.")
