"""Shoes, cadence and surface on runs (clinical 7): the number that brings each hint, and never more than one a run."""

from typing import Any

import pytest

from tests.assess.cases import Entry, answered, diagnosed, items, pain, plan, planned, regular, run, said

LADDER: Entry = {"site": "achilles_mid", "side": "left"}


def hints(made: dict[str, Any]) -> list[Entry]:
    """The hints of the week's runs, in order."""
    return [r for one in items(made, "run") for r in one["reasons"] if r["rule"].startswith("hint.")]


def rules(made: dict[str, Any]) -> list[str]:
    return [one["rule"].removeprefix("hint.") for one in hints(made)]


def shod(shoe: str, runs: int, km: float, last: int = -2, every: int = 2) -> list[Entry]:
    return [run(last - every * n, 40, distance_km=km, shoe=shoe) for n in range(runs)]


@pytest.mark.parametrize(("km", "told"), [(19.9, False), (20.0, True)])
def test_a_pair_is_worth_a_look_from_six_hundred_kilometres_on(km: float, told: bool) -> None:
    made = plan(shod("Blue", 30, km), [run(-1, 30, distance_km=4, shoe="Red")], ahead=0)
    assert ("shoe_mileage" in rules(made)) == told
    if told:
        hint = next(one for one in hints(made) if one["rule"] == "hint.shoe_mileage")
        assert "600" in hint["text"]
        assert "Blue" in hint["text"]
        assert (hint["source"], hint["strength"]) == ("shoe_convention", "D")
        assert hint["entries"]


def test_a_pair_that_is_no_longer_worn_is_left_alone() -> None:
    assert "shoe_mileage" not in rules(plan(shod("Old", 40, 20, last=-60), shod("New", 6, 5, every=3)))


def test_a_pair_is_worth_a_look_after_twelve_months() -> None:
    assert "shoe_age" in rules(plan(run(-400, 30, distance_km=5, shoe="Blue"), shod("Blue", 6, 5)))
    assert "shoe_age" not in rules(plan(run(-330, 30, distance_km=5, shoe="Blue"), shod("Blue", 6, 5)))


@pytest.mark.parametrize(("km", "told"), [(5, True), (1, False)])
def test_a_new_pair_takes_a_fifth_of_the_week_at_most(km: float, told: bool) -> None:
    made = plan(shod("Blue", 12, 5), run(-1, 20, distance_km=km, shoe="Red"))
    assert ("shoe_new" in rules(made)) == told


def test_the_first_pair_of_all_is_not_new() -> None:
    assert "shoe_new" not in rules(plan(shod("Blue", 5, 5)))


def test_one_pair_alone_is_worth_a_second() -> None:
    made = plan(shod("Blue", 8, 5))
    assert "shoe_rotation" in rules(made)
    assert next(one for one in hints(made) if one["rule"] == "hint.shoe_rotation")["source"] == "malisoux_2015"
    assert "shoe_rotation" not in rules(plan(shod("Blue", 5, 5, every=3), shod("Red", 5, 5, last=-3)))
    assert "shoe_rotation" not in rules(plan(regular(5)))


CADENCE = [
    ({"diagnoses": [diagnosed("runners_knee")]}, True),
    ({"diagnoses": [diagnosed("runners_knee"), diagnosed("achilles_mid")]}, False),
    ({"diagnoses": [diagnosed("mtss")]}, False),
    ({}, False),
]


@pytest.mark.parametrize(("profile", "told"), CADENCE)
def test_quicker_steps_are_for_the_knee_and_never_for_calf_or_tendon(profile: Entry, told: bool) -> None:
    made = plan(regular(5), **profile)
    assert ("cadence" in rules(made)) == told
    if told:
        hint = next(one for one in hints(made) if one["rule"] == "hint.cadence")
        assert "5" in hint["text"]
        assert "Achilles" in hint["text"]


EVEN = [
    ("achilles_mid", True), ("achilles_insertional", True), ("calf_strain", True), ("runners_knee", False),
    ("plantar_fascia", False), ("lateral_hip", False),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "told"), EVEN)
def test_bone_tendon_and_calf_are_told_of_even_ground(condition: str, told: bool) -> None:
    made = plan(regular(5), diagnoses=[diagnosed(condition)], surfaces=["trail"])
    assert ("surface_even" in rules(made)) == told


def test_even_ground_that_the_runner_has_is_named() -> None:
    made = plan(regular(5), diagnoses=[diagnosed("achilles_mid")], surfaces=["trail", "asphalt"])
    hint = next(one for one in hints(made) if one["rule"] == "hint.surface_known")
    assert "asphalt" in hint["text"]


def test_sand_is_for_neither_calf_nor_tendon() -> None:
    sandy = run(-4, 30, surface="sand")
    made = plan(regular(5), sandy, diagnoses=[diagnosed("achilles_mid")])
    assert rules(made)[0] == "surface_sand"
    assert hints(made)[0]["entries"] == [sandy["id"]]
    assert "surface_sand" not in rules(plan(regular(5), sandy, diagnoses=[diagnosed("runners_knee")]))
    assert "surface_sand" not in rules(plan(regular(5), sandy))
    watched = plan(regular(5), sandy, pain(-2, "calf", 1, during="run"))
    assert "surface_sand" in rules(watched)


def test_a_run_has_one_hint_and_a_hint_comes_once_a_week() -> None:
    made = plan(
        shod("Blue", 31, 20), run(-4, 30, 9, surface="sand", shoe="Blue"), diagnoses=[diagnosed("achilles_mid")],
        surfaces=["track"],
    )  # fmt: skip
    for one in items(made, "run"):
        there = [r for r in one["reasons"] if r["rule"].startswith("hint.")]
        assert len(there) <= 1
        assert bool(there) == ("hint" in one["dose"])
    assert rules(made)[:3] == ["surface_sand", "surface_known", "shoe_mileage"]
    assert len(rules(made)) == len(set(rules(made)))


def test_a_hint_is_a_step_too() -> None:
    made = plan(shod("Blue", 8, 5))
    hinted = [one for one in items(made, "run") if "hint" in one["dose"]]
    assert hinted
    assert all("pair" in one["steps"][-1] for one in hinted)


def test_a_walk_has_no_hint() -> None:
    made = plan(run(-60, 30, shoe="Blue"), answered(run(-58, 30, **LADDER)), diagnoses=[diagnosed("achilles_mid")])
    assert items(made, "walk")
    assert not hints(made)


# Windows: how long ago still counts

STEADY = regular(5)
TENDON: Entry = {"diagnoses": [diagnosed("achilles_mid")]}
ONE = [run(-2 * n, 30, 7, distance_km=4, shoe="Red") for n in range(1, 4)]


@pytest.mark.parametrize(("day", "told"), [(-27, True), (-28, False)])
def test_sand_of_the_last_four_weeks_counts(day: int, told: bool) -> None:
    assert ("surface_sand" in rules(plan(STEADY, run(day, 30, 7, surface="sand"), **TENDON))) == told


def test_sand_names_how_often_and_the_last_three_times() -> None:
    sandy = [run(day, 30, 7, surface="sand") for day in (-20, -15, -10, -5)]
    why = said(planned(STEADY, sandy, **TENDON), "hint.surface_sand")
    assert (why.params, why.entries) == ({"n": 4}, tuple(ran["id"] for ran in sandy[1:]))


@pytest.mark.parametrize(("day", "told"), [(-27, True), (-28, False)])
def test_a_pair_worn_in_the_last_four_weeks_is_one_in_use(day: int, told: bool) -> None:
    far = [run(day - n, 60, 7, distance_km=20, shoe="Blue") for n in range(30)]
    assert ("shoe_mileage" in rules(plan(far, STEADY, ONE))) == told
    old = [run(-400, 30, 7, distance_km=5, shoe="Blue"), run(day, 30, 7, distance_km=5, shoe="Blue")]
    assert ("shoe_age" in rules(plan(old, STEADY, ONE))) == told


@pytest.mark.parametrize(("day", "told"), [(-13, True), (-14, False)])
def test_a_pair_is_new_for_two_weeks(day: int, told: bool) -> None:
    worn = [run(n, 30, 7, distance_km=5, shoe="Blue") for n in range(-40, -2, 3)]
    fresh = [run(day, 30, 9, distance_km=5, shoe="Red"), run(-1, 30, 9, distance_km=5, shoe="Red")]
    assert ("shoe_new" in rules(plan(worn, fresh))) == told
    if told:
        why = said(planned(worn, fresh), "hint.shoe_new")
        assert why.entries == tuple(ran["id"] for ran in fresh)
        assert (why.params["shoe"], why.params["most"]) == ("Red", 20)


@pytest.mark.parametrize(("first", "told"), [(-27, True), (-28, False)])
def test_six_runs_of_four_weeks_in_one_pair_ask_for_a_second(first: int, told: bool) -> None:
    six = [run(day, 30, 7, distance_km=5, shoe="Blue") for day in (first, -11, -9, -7, -5, -3)]
    assert ("shoe_rotation" in rules(plan(six))) == told
