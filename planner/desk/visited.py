"""Another runner's shared file, read over without keeping any of it: nothing here knows the store."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from planner.assess import assess
from planner.cases import read_case
from planner.desk.derived import State
from planner.desk.handed import Handed
from planner.journal import Fault, Faults
from planner.journal.fields import Wrong, day, listed, mapping
from planner.protocols import protocols
from planner.schedule import monday, plan_week, way_ahead
from planner.words import Voice, tell_plan, tell_way

A_WEEK = timedelta(weeks=1)


def visited(shared: Mapping[str, Any], voice: Voice) -> Handed:
    """What a report is made from, as it stood on the day of the file, said in the reader's voice. Raises Faults."""
    try:
        today = day(shared.get("today"))
        entries = [dict(mapping(entry)) for entry in listed(shared.get("journal"))]
        profile = dict(mapping(shared.get("runner") or {}))
    except Wrong as wrong:
        raise Faults([Fault(wrong.key, "", wrong.params)]) from None
    journal, runner, history = read_case(entries, profile, (), today)
    state = State(0, today, tuple(entries), journal, runner, history, frozenset())
    book = protocols()
    ahead = way_ahead(assess(journal, runner, history, today, book), runner, book)
    this, following = (
        tell_plan(plan_week(journal, runner, history, today, start, book), voice, book)
        for start in (monday(today), monday(today) + A_WEEK)
    )
    return Handed(
        today=today,
        journal=journal,
        history=history,
        runner=runner,
        profile=profile,
        entries=state.entries(None, None),
        plan=this,
        next_plan=following,
        way=tell_way(ahead, today, voice, book),
        whole=shared,
        voice=voice,
    )
