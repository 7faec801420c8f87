"""The only room that touches the journal file."""

from planner.store.fault import StoreFault
from planner.store.store import Store

__all__ = ["Store", "StoreFault"]
