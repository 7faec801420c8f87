"""The only room that touches the journal file."""

from planner.store.copies import Copy
from planner.store.fault import StoreFault
from planner.store.store import Store

__all__ = ["Copy", "Store", "StoreFault"]
