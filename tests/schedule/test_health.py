"""What a health state never allows (contract, 6), and what a clinician may allow all the same."""

from typing import Any

import pytest

from tests.assess.cases import items, pain, plan, regular, the

NEVER = {
    "clot_suspected": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression", "leg_elevation"},
    "arterial_disease": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression", "leg_elevation"},
    "heart_disease": {"contrast_shower", "cold_pack", "warm_bath", "compression", "leg_elevation"},
    "high_blood_pressure_uncontrolled": {"contrast_shower", "cold_pack", "warm_bath"},
    "raynaud": {"contrast_shower", "cold_pack"},
    "neuropathy": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "diabetes": {"contrast_shower", "cold_pack", "warm_bath", "compression"},
    "pregnancy": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "open_wound": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "skin_infection": {"contrast_shower", "cold_pack", "warm_bath", "massage", "compression"},
    "blood_thinner": {"warm_bath", "massage"},
    "varicose_veins": {"warm_bath"},
}
NO_DRINKING_TARGET = {"heart_disease", "kidney_disease"}
RECOVERY = ("contrast_shower", "leg_elevation")
FREE = (
    "asthma", "past_clot", "postpartum", "osteoporosis", "cancer", "recent_surgery", "recent_immobility", "oestrogen",
    "kidney_disease", "previous_bone_stress", "periods_missed", "steroid", "varicose_veins", "blood_thinner",
)  # fmt: skip
WEEKS: dict[str, Any] = {
    "healthy": [regular(5)],
    "in pain": [regular(5), pain(-1, "knee_front", 3, during="daily")],
    "on walks": [],
}


def allow(*kinds: str, until: int = 30) -> dict[str, Any]:
    return {"clinician_limits": [{"kind": "allow", "value": list(kinds), "until": the(until)}]}


@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize("health", NEVER)
def test_a_health_state_keeps_out_what_it_never_allows(health: str, week: str) -> None:
    assert not items(plan(*WEEKS[week], health=[health]), *NEVER[health])


@pytest.mark.parametrize("health", [one for one in NEVER if set(RECOVERY) & NEVER[one] and one != "clot_suspected"])
def test_a_recovery_item_that_had_to_go_is_told(health: str) -> None:
    made = plan(regular(5), health=[health])
    gone = {one["kind"] for one in made["not_placed"]}
    assert set(RECOVERY) & NEVER[health] <= gone
    assert all(reason["text"] for one in made["not_placed"] for reason in one["reasons"])


@pytest.mark.parametrize("kind", RECOVERY)
@pytest.mark.parametrize("health", [*NEVER, *FREE])
def test_the_other_recovery_items_stay(health: str, kind: str) -> None:
    if kind not in NEVER.get(health, ()) and health != "clot_suspected":
        assert items(plan(regular(5), health=[health]), kind)


@pytest.mark.parametrize("health", sorted(NO_DRINKING_TARGET))
def test_no_drinking_target_in_ml(health: str) -> None:
    told = items(plan(regular(5), health=[health]), "hydration")
    assert len(told) == 7
    assert not any("ml" in key for item in told for key in item["dose"])


@pytest.mark.parametrize("health", ["asthma", "diabetes", "varicose_veins"])
def test_others_have_a_drinking_target(health: str) -> None:
    assert all("drink_ml" in item["dose"] for item in items(plan(regular(5), health=[health]), "hydration"))


@pytest.mark.parametrize("health", ["raynaud", "diabetes", "pregnancy", "arterial_disease"])
def test_a_clinician_may_allow_one_cell(health: str) -> None:
    made = plan(regular(5), health=[health], **allow("contrast_shower"))
    assert items(made, "contrast_shower")
    assert not items(made, *(NEVER[health] - {"contrast_shower"}))


def test_what_a_clinician_allowed_ends_with_its_day() -> None:
    made = plan(regular(5), health=["raynaud"], **allow("contrast_shower", until=-1))
    assert not items(made, "contrast_shower")


def test_a_health_state_ends_with_its_day() -> None:
    until = plan(regular(5), health=[{"id": "open_wound", "until": the(2)}])
    showers = {item["date"] for item in items(until, "contrast_shower")}
    assert showers
    assert min(showers) > the(2)
    assert items(plan(regular(5), health=[{"id": "open_wound", "until": the(-1)}]), "contrast_shower")


def test_two_health_states_add_up() -> None:
    made = plan(regular(5), health=["raynaud", "arterial_disease"])
    assert not items(made, *RECOVERY)


def test_a_clinician_allows_nothing_while_everything_is_held() -> None:
    made = plan(regular(5), health=["clot_suspected"], **allow("contrast_shower", "leg_elevation", "all"))
    assert not items(made, *NEVER["clot_suspected"], "run", "walk", "strength")


@pytest.mark.parametrize("health", NEVER)
def test_a_health_state_never_brings_more_running(health: str) -> None:
    def total(made: dict[str, Any]) -> float:
        return sum(item["dose"]["run_min"] for item in items(made, "run"))

    assert total(plan(regular(5), health=[health])) <= total(plan(regular(5)))
