"""The application: open, fold, assess, plan, compare, save as issued. The only caller of both the store and the core."""

from planner.cases import plan_case
from planner.desk.desk import Desk
from planner.desk.exchange import Tally
from planner.desk.replying import Difference
from planner.store import Copy, StoreFault

__all__ = ["Copy", "Desk", "Difference", "StoreFault", "Tally", "plan_case"]
