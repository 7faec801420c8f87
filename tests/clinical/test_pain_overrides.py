"""Clinical 2.3, what overrides the bands in every condition, and what amber does off the ladder."""

import pytest

from tests.assess.cases import (
    Entry,
    answered,
    check_in,
    diagnosed,
    items,
    mornings,
    pain,
    plan,
    regular,
    run,
    sign,
    slept,
)
from tests.clinical.bands import BANDS, after, bone, what_follows
from tests.clinical.people import (
    MORNINGS,
    ROOMY,
    SITES,
    SOFT,
    flags,
    ran,
    rules,
    run_days,
    stages,
    standing,
    usual,
    week,
)


@pytest.mark.parametrize("condition", SITES)
@pytest.mark.parametrize("how", ["in the run", "told the next morning"])
def test_a_limp_is_red_at_any_pain_level(condition: str, how: str) -> None:
    second = ran(condition, -2, "3", limp=True) if how == "in the run" else ran(condition, -2, "3", morning=None)
    about = [] if how == "in the run" else [check_in(-1, about=second[0]["id"], pain_morning=0, limp=True)]
    made = week(condition, ran(condition, -5, "3"), second, about)
    assert standing(made)["light"] == "red"
    assert not [day for day in run_days(made) if day <= 0]
    assert "4" not in stages(made)


@pytest.mark.parametrize(("condition", "columns"), BANDS.items())
def test_pain_that_rises_through_the_run_is_one_colour_worse(
    condition: str, columns: dict[str, tuple[int, int]]
) -> None:
    green, amber = columns["P"]
    what_follows(after(condition, green, course="rises"), "amber")
    what_follows(after(condition, amber, course="rises"), "red", -2)


@pytest.mark.parametrize(("condition", "columns"), BANDS.items())
def test_warm_up_pain_that_fades_is_amber_at_worst_but_no_better_than_its_score(
    condition: str, columns: dict[str, tuple[int, int]]
) -> None:
    """The project's reading: `eases` never softens a colour, so a fading amber stays amber and a fading red red."""
    green, amber = columns["P"]
    what_follows(after(condition, green, course="eases"), "green")
    what_follows(after(condition, amber, course="eases"), "amber")


def test_warm_up_pain_that_fades_is_no_excuse_for_bone_stress() -> None:
    assert standing(bone(during=2, course="eases"))["light"] == "red"


@pytest.mark.parametrize(
    ("told", "flag"),
    [
        (pain(-1, "shin_inner", 2, 3, during="night"), "rest_pain_once"),
        (pain(-1, "forefoot", 5, 3, during="rest"), "bone_stress_suspected"),
        (sign(-1, "heel_sole", "focal_bone_spot"), "bone_stress_suspected"),
        (sign(-1, "ankle", "swelling", "redness"), "redness_swelling"),
    ],
)
def test_rest_pain_a_new_spot_or_swelling_with_redness_leave_the_pain_model(told: Entry, flag: str) -> None:
    made = plan(regular(5), told)
    assert flag in flags(made)
    assert standing(made)["phase"] == "stopped"
    assert not items(made, "run", "walk", "strength")


@pytest.mark.parametrize("condition", ["mtss", "plantar_fascia", "calf_strain", "runners_knee", "lateral_hip"])
def test_two_ambers_in_a_row_act_as_one_red(condition: str) -> None:
    amber = {"during": BANDS[condition]["P"][1]}
    made = week(condition, usual(condition), ran(condition, -5, "3", **amber), ran(condition, -2, "3", **amber))
    assert (standing(made)["phase"], standing(made)["stage"]) == ("rest", "2")
    assert not [day for day in run_days(made) if day <= 0]


@pytest.mark.parametrize("condition", ["achilles_mid", "achilles_insertional"])
def test_two_ambers_of_a_tendon_need_both_mornings_worse(condition: str) -> None:
    """Decisions C: tendon only if both M = +1."""
    calm = week(condition, usual(condition), ran(condition, -5, "3", during=4), ran(condition, -2, "3", during=4))
    worse = week(
        condition, usual(condition, 0, -30, -6), ran(condition, -5, "3", morning=1), ran(condition, -2, "3", morning=1)
    )
    assert stages(calm) == {"3"}
    assert standing(worse)["stage"] == "2"
    assert standing(worse)["phase"] == "rest"


@pytest.mark.parametrize("condition", SITES)
def test_a_score_under_a_painkiller_cant_be_green(condition: str) -> None:
    """Decisions B: a masked session is a hold, neither clean nor amber."""
    masked = week(condition, ran(condition, -5, "3"), ran(condition, -2, "3", painkiller_24h=True))
    asked_later = ran(condition, -2, "3", morning=None)
    told = check_in(-1, about=asked_later[0]["id"], pain_morning=0, painkiller_24h=True)
    assert stages(masked) == {"3"}
    assert stages(week(condition, ran(condition, -5, "3"), asked_later, told)) == {"3"}


def test_a_weekly_mean_that_rises_a_point_for_two_weeks_holds_the_load_and_asks_for_a_review() -> None:
    rise = [
        pain(day, "knee_front", score, during="daily")
        for first, last, score in ((-20, -14, 0), (-13, -7, 1), (-6, 0, 2))
        for day in range(first, last + 1)
    ]
    made = plan([run(day, 30) for day in range(-30, -1, 3)], rise, diagnoses=[diagnosed("runners_knee")], **ROOMY)
    assert flags(made)["no_improvement"]["holds"] == "progress"
    assert items(made, "see_clinician")
    assert max(one["dose"]["run_min"] for one in items(made, "run")) <= 30


@pytest.mark.parametrize("condition", ["mtss", *SOFT])
@pytest.mark.parametrize("base", [0, 1, 3])
def test_one_point_more_in_the_morning_may_be_amber_but_never_red(condition: str, base: int) -> None:
    """Smallest real change: about 2 points, outside bone stress."""
    during = MORNINGS.get(condition, "next_morning")
    before = mornings(-24, -3, base, SITES[condition], during)
    one_more = pain(-1, SITES[condition], base + 1, 7, during=during)
    made = week(condition, before, ran(condition, -2, "3", morning=None), one_more)
    assert standing(made)["light"] == "amber"


def test_one_point_less_is_no_improvement() -> None:
    less = [run(day, 40) for day in (-13, -11, -9)]
    scores = [pain(day, "knee_front", 4 if day < -6 else 3, during="daily") for day in range(-9, 1)]
    assert "no_improvement" in flags(plan(less, scores))


# Off the ladder: trim the next run 20 to 30 %


@pytest.mark.parametrize(
    "site", ["knee_front", "knee_outer", "calf", "achilles_mid", "arch", "hip_outer", "thigh_back"]
)
def test_amber_off_the_ladder_trims_the_next_run_by_a_quarter(site: str) -> None:
    """Decisions C: 25 % below the last clean run; decisions A: without a diagnosis 3 is amber at each of these."""
    told: Entry = {"site": site, "side": "left"}
    habit = [answered(run(day, 40, **told)) for day in range(-30, -2, 3)]
    nights = [slept(day, 8) for day in range(-6, 1)]
    made = plan(habit, answered(run(-1, 40, **told), 3, morning=None), nights, **ROOMY)
    assert (standing(made)["light"], standing(made)["stage"]) == ("amber", None)
    assert max(one["dose"]["run_min"] for one in items(made, "run")) == 30
    assert "pain.amber" in rules(made)
