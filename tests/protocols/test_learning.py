"""What a runner reads first: the cards about where it hurts, then those about their health."""

from planner.journal import vocabulary
from planner.protocols import cards_for, protocols


def test_cards_come_in_the_order_of_the_sites_and_each_once() -> None:
    cards = protocols().cards
    assert cards_for(cards, ["knee_outer", "shin_front", "knee_front"], ()) == ("knee", "shin")
    assert cards_for(cards, ["calf"], {"varicose_veins", "asthma"}) == ("calf", "veins")
    assert cards_for(cards, ["other"], ()) == ()


def test_every_place_of_the_body_that_has_a_name_has_one_card() -> None:
    covered = [site for card in protocols().cards.values() for site in card.sites]
    assert sorted(covered) == sorted(set(vocabulary.SITES) - {"other"})


def test_an_area_can_always_be_several_things_and_says_when_to_be_seen() -> None:
    for key, card in protocols().cards.items():
        if card.sites:
            assert len(card.can_be) > 2, key
            assert card.helps, key
            assert card.avoid, key
            assert card.watch, key
        else:
            assert card.points, key
