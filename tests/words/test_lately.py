"""Several replans of a day as one difference."""

from typing import Any

from planner.words.lately import as_one


def shape(minutes: int, day: str = "2026-11-26", run_min: int | None = None) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": "run", "date": day, "at": "18:00", "minutes": minutes}
    return told if run_min is None else {**told, "run_min": run_min}


def change(what: str, before: Any, after: Any, item: str = "a", why: str = "") -> dict[str, Any]:
    return {"what": what, "item": item, "kind": "run", "from": before, "to": after, "reasons": [{"text": why}]}


def told(*changes: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [(one["what"], one["from"], one["to"]) for one in as_one(changes)]


def test_two_changes_of_one_item_are_told_from_the_first_to_the_last_with_the_latest_reason() -> None:
    (one,) = as_one(
        [change("eased", shape(40), shape(20), why="old"), change("extended", shape(20), shape(30), why="new")]
    )
    assert (one["what"], one["from"], one["to"]) == ("eased", shape(40), shape(30))
    assert one["reasons"] == [{"text": "new"}]


def test_what_came_and_went_again_is_no_news() -> None:
    assert told(change("added", None, shape(30)), change("removed", shape(30), None)) == []
    assert told(change("eased", shape(40), shape(20)), change("extended", shape(20), shape(40))) == []


def test_what_it_is_called_follows_from_both_ends() -> None:
    friday = shape(40, "2026-11-27")
    assert told(change("added", None, shape(30)), change("moved", shape(30), friday)) == [("added", None, friday)]
    assert told(change("moved", shape(30), friday), change("removed", friday, None)) == [("removed", shape(30), None)]
    assert told(change("moved", shape(40), friday)) == [("moved", shape(40), friday)]
    assert told(change("eased", shape(30, run_min=12), shape(30, run_min=18)))[0][0] == "extended"
    later = {**shape(30), "at": "19:00"}
    assert told(change("moved", shape(30), later)) == [("moved", shape(30), later)]


def test_items_stand_in_the_order_of_their_days() -> None:
    found = as_one(
        [change("eased", shape(40, "2026-11-28"), shape(30, "2026-11-28"), "b"), change("removed", shape(30), None)]
    )
    assert [one["item"] for one in found] == ["a", "b"]
