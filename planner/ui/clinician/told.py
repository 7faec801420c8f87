"""What a runner's file tells: page one of the report, said in the viewer's language."""

from collections.abc import Mapping
from typing import Any, cast

from planner.desk.visited import visited
from planner.protocols import protocols
from planner.share.pdf.choice import choose
from planner.share.pdf.story import Story, story
from planner.share.pdf.summary import KEY, choice_of, with_summary
from planner.words import Voice


def told_by(shared: Mapping[str, Any], voice: Voice) -> Story:
    """The story of a shared file. Raises Faults.

    A report's data bring what page one says along: the days in it are fewer than those that it rests on.
    """
    handed = visited(shared, voice)
    report = shared.get(KEY)
    if not isinstance(report, Mapping):
        return story(handed, choose(handed.today), protocols())
    raw = cast("Mapping[str, Any]", report)
    return with_summary(story(handed, choice_of(raw, handed.today), protocols()), raw)
