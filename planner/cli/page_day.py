"""One day: its items in the order of their time, each with steps and reason."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from planner.cli.page import because, flag_lines, long_day, mark
from planner.words.documents import AssessmentDoc, DayDoc, ItemDoc

_INDENT = 7


def day_page(day: DayDoc, assessment: AssessmentDoc, language: str) -> RenderableType:
    title = Text(long_day(day["date"], language), style="bold")
    return Group(title, *flag_lines(assessment["flags"], language), *(_item(item, language) for item in day["items"]))


def _item(item: ItemDoc, language: str) -> RenderableType:
    finished = "outcome" in item
    head = Text.assemble(
        f"\n{item.get('at', ''):<{_INDENT}}",
        (f"{mark(item)}{item['title']}", "dim" if finished else "bold"),
        (f"  {item['id']}", "dim"),
    )
    if finished:
        return head
    steps = [Padding(f"• {step}", (0, 0, 0, _INDENT)) for step in item.get("steps", [])]
    return Group(head, *steps, *(because(reason, language, indent=_INDENT) for reason in item["reasons"]))
