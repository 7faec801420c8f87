"""Every card has its words, and every word of a card is on one."""

from planner.protocols import protocols
from planner.words import knows
from planner.words.catalogue import sentences

PARTS = ("can_be", "points", "helps", "avoid", "honest", "watch")


def said(part: str) -> set[str]:
    found = [each for card in protocols().cards.values() for each in getattr(card, part)]
    return {each if isinstance(each, str) else each.id for each in found}


def test_every_card_and_every_point_has_its_sentence_and_none_is_left_over() -> None:
    families = {part: said(part) for part in PARTS} | {key: set(protocols().cards) for key in ("title", "about")}
    for family, ids in families.items():
        prefix = f"ui.learn.{family}."
        assert [each for each in sorted(ids) if not knows(f"{prefix}{each}")] == []
        assert {key.removeprefix(prefix) for key in sentences(prefix)} == ids


def test_whatever_is_watched_for_says_how_soon_and_whom_to_see() -> None:
    for flag in said("watch"):
        rule = protocols().flags.rule(flag)
        assert knows(f"urgency.{rule.urgency}")
        assert all(knows(f"see.{clinician}") for clinician in rule.see)
