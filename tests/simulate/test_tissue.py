from dataclasses import replace

import pytest

from planner.simulate.tissue import (
    CALM,
    DAILY_LIFE,
    FLARE_UP,
    MOST_PAIN,
    TISSUES,
    WORST,
    State,
    Tissue,
    carries,
    felt,
    load_of,
    rested,
    score,
    strained,
)

SOUND = State(damage=0.0, capacity=40.0, highest=80.0)
SORE = replace(SOUND, damage=0.5)


def after_days(state: State, tissue: Tissue, load: float, days: int) -> State:
    for _ in range(days):
        state = rested(strained(state, tissue, load), tissue, load)
    return state


@pytest.fixture(params=TISSUES, ids=str)
def tissue(request: pytest.FixtureRequest) -> Tissue:
    return TISSUES[request.param]


def test_a_load_within_capacity_damages_nothing(tissue: Tissue) -> None:
    assert strained(SOUND, tissue, 40).damage == 0


def test_a_load_above_capacity_damages_in_proportion(tissue: Tissue) -> None:
    once, twice = (strained(SOUND, tissue, load).damage for load in (60, 80))
    assert once == pytest.approx(tissue.damages * 0.5)
    assert twice == pytest.approx(tissue.damages)


def test_damaged_tissue_carries_less(tissue: Tissue) -> None:
    assert carries(SORE) < carries(SOUND) == 40
    assert carries(replace(SOUND, damage=WORST)) == 10


def test_the_load_of_yesterday_counts_in_part_today(tissue: Tissue) -> None:
    tired = rested(strained(SOUND, tissue, 40), tissue, 40)
    assert tired.carried == pytest.approx(12)
    assert strained(tired, tissue, 40).damage > 0
    rested_since = rested(strained(tired, tissue, 0), tissue, 0)
    assert rested_since.carried < tired.carried


def test_rest_mends_damage_and_costs_capacity(tissue: Tissue) -> None:
    later = after_days(SORE, tissue, 0, 30)
    assert later.damage == pytest.approx(0.5 * (1 - tissue.heals) ** 30)
    assert DAILY_LIFE < later.capacity < SORE.capacity


def test_load_within_capacity_raises_it_slowly(tissue: Tissue) -> None:
    state = SOUND
    for day in range(56):
        state = after_days(state, tissue, 30 if day % 2 == 0 else 0, 1)
    assert 40 < state.capacity < 60


def test_capacity_never_passes_its_highest(tissue: Tissue) -> None:
    assert after_days(replace(SOUND, capacity=79.9), tissue, 79, 50).capacity < 80


@pytest.mark.parametrize(("name", "faster"), [("achilles", True), ("hip", True), ("shin", False), ("bone", False)])
def test_load_within_capacity_speeds_a_tendon_and_slows_a_bone(name: str, faster: bool) -> None:
    tissue = TISSUES[name]
    idle, loaded = (rested(replace(SORE, damage=0.2), tissue, load).damage for load in (0, 20))
    assert (loaded < idle) is faster


def test_running_on_a_sore_bone_damages_it_within_its_capacity() -> None:
    bone, load = TISSUES["bone"], 10.0
    assert load < carries(SORE)
    assert strained(SORE, bone, load).damage > SORE.damage
    assert strained(replace(SORE, damage=0.2), bone, load).damage == 0.2


def test_a_walk_of_half_an_hour_leaves_a_sore_bone_alone() -> None:
    assert strained(SORE, TISSUES["bone"], load_of(0, 30)).damage == SORE.damage


def test_damage_has_an_end(tissue: Tissue) -> None:
    assert strained(replace(SOUND, damage=1.9), tissue, 500).damage == WORST


def test_a_flare_up_counts_once_until_it_is_over(tissue: Tissue) -> None:
    flared = strained(replace(SOUND, damage=0.99), tissue, 200)
    assert (flared.flare_ups, flared.flared) == (1, True)
    assert flared.capacity < strained(replace(SOUND, damage=0.99), replace(tissue, scar=0.0), 200).capacity
    assert strained(flared, tissue, 200).flare_ups == 1
    over = replace(flared, damage=CALM - 0.01, carried=0.0)
    assert rested(over, tissue, 0).flared is False
    again = strained(replace(over, flared=False, damage=FLARE_UP - 0.01), tissue, 200)
    assert again.flare_ups == 2


def test_pain_follows_damage_and_load(tissue: Tissue) -> None:
    assert felt(SOUND, tissue, 30) == felt(SOUND, tissue, 0)
    assert felt(SORE, tissue, 30).run > felt(SORE, tissue, 5).run > 0
    assert felt(replace(SORE, damage=0.9), tissue, 5).morning > felt(SORE, tissue, 5).morning
    assert felt(replace(SORE, damage=tissue.silent), tissue, 5).run == 0


def test_only_bone_hurts_at_night() -> None:
    at_night = {name for name, tissue in TISSUES.items() if felt(replace(SOUND, damage=1.2), tissue, 0).night}
    assert at_night == {"bone"}


@pytest.mark.parametrize(
    ("points", "stray", "niggle", "scored"),
    [(0, 1, 0, 0), (0, 0, 1, 1), (4, 0, 0, 4), (4, 1, 0, 5), (4, -1, 0, 3), (9.9, 1, 2, MOST_PAIN)],
)
def test_a_score_is_whole_strays_with_pain_and_stays_on_its_scale(
    points: float, stray: float, niggle: int, scored: int
) -> None:
    assert score(points, replace(TISSUES["shin"], noise=0.25), stray, niggle) == scored


@pytest.mark.parametrize(("run", "walk", "hard", "load"), [(30, 0, 1, 30), (0, 30, 1, 6), (10, 10, 1.25, 14.5)])
def test_load_is_minutes_of_easy_running(run: float, walk: float, hard: float, load: float) -> None:
    assert load_of(run, walk, hard) == load
