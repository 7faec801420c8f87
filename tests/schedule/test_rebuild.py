"""After the last stage: minutes, days, pace, hills, one a week (decisions C, clinical 3.2 R5)."""

from typing import Any

import pytest

from tests.assess.cases import Entry, answered, clearance, diagnosed, items, mornings, plan, run, run_minutes, the, walk

SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
FAR: dict[str, Any] = {**MTSS, "goal": {"kind": "distance", "distance_km": 5}}


def nine(*days: int, minutes: float = 36, pain: int = 0, **fields: Any) -> list[Entry]:
    """Clean sessions past the ladder, 6 km each."""
    told = {"run_min": minutes, "stage": "9", "distance_km": 6, **SHIN, **fields}
    return [entry for day in days for entry in answered(run(day, minutes, **told), pain)]


def raised(made: dict[str, Any]) -> set[str | None]:
    return {item["dose"].get("raised") for item in items(made, "run")}


def rules(made: dict[str, Any]) -> set[str]:
    return {reason["rule"] for item in items(made, "run") for reason in item["reasons"]}


def seasons(weeks: int, **runner: Any) -> list[dict[str, Any]]:
    """Plans of so many weeks, each run as it was planned, with all questions answered 0."""
    journal: list[Entry] = nine(-6, -4, -2)
    issued: list[dict[str, Any]] = []
    for week in range(weeks):
        made = plan(journal, ahead=7 * week, start=the(7 * week), issued=issued, **runner)
        issued.append(made)
        for item in items(made, "run"):
            day = next(n for n in range(7 * week, 7 * week + 7) if the(n) == item["date"])
            ran = run(day, item["minutes"], run_min=item["dose"]["run_min"], stage="9", distance_km=6, item=item["id"],
                      pain_during=0, pain_1h=0, **SHIN)  # fmt: skip
            morning = {
                "kind": "check_in",
                "id": f"m{day}",
                "at": the(day + 1) + "T07:00",
                "about": ran["id"],
                "pain_morning": 0,
            }
            journal += [ran, morning]
    return issued


def test_minutes_are_raised_first() -> None:
    made = plan(nine(-6, -4, -2, minutes=30), **MTSS)
    assert raised(made) == {"minutes"}
    assert max(run_minutes(made).values()) == 33


@pytest.mark.parametrize(
    "enough", [{"goal": {"kind": "distance", "distance_km": 6}}, {"usual_week_km": 18}], ids=["goal", "usual week"]
)
def test_when_the_goal_or_the_usual_week_is_run_minutes_are_enough(enough: Entry) -> None:
    made = plan(nine(-6, -4, -2), **MTSS, **enough)
    assert raised(made) == {"days"}
    assert max(run_minutes(made).values()) == 36
    short = {"usual_week_km": 18.1} if "usual_week_km" in enough else {"goal": {"kind": "distance", "distance_km": 6.1}}
    assert raised(plan(nine(-6, -4, -2), **MTSS, **short)) == {"minutes"}


def test_one_variable_a_week_in_their_order() -> None:
    weeks = seasons(4, **FAR)
    assert [raised(made) for made in weeks[:3]] == [{"days"}, {"pace"}, {"hills"}]
    assert all(f"rebuild.{v}" in rules(made) for v, made in zip(("days", "pace", "hills"), weeks, strict=False))
    assert all(len(items(made, "run")) <= 4 for made in weeks)


def test_hills_wait_for_their_week_and_strides_come_with_pace() -> None:
    days, pace, hills = seasons(3, **FAR)
    assert all(item["dose"]["hills"] is False for made in (days, pace) for item in items(made, "run"))
    assert all("hills" not in item["dose"] for item in items(hills, "run"))
    strides = [
        [item["dose"]["strides"] for item in items(made, "run") if "strides" in item["dose"]]
        for made in (days, pace, hills)
    ]
    assert strides == [[], [2], [3]]
    told = next(item for item in items(pace, "run") if "strides" in item["dose"])
    assert any("2 strides of 20 s" in step for step in told["steps"])


def test_two_days_in_a_row_are_possible_once_days_were_raised() -> None:
    weekend: dict[str, Any] = {"run_days": ["sat", "sun"]}
    assert len(run_minutes(plan(nine(-6, -4, -2), **MTSS, **weekend))) == 1
    assert len(run_minutes(plan(nine(-6, -4, -2), **FAR, **weekend))) == 2


def test_what_was_issued_and_not_run_was_not_raised() -> None:
    journal = nine(-6, -4, -2)
    first = plan(journal, **FAR)
    assert raised(plan(journal, ahead=7, start=the(7), issued=[first], **FAR)) <= {"days"}


def test_a_replan_within_the_week_stays_with_its_variable() -> None:
    first = plan(nine(-6, -4, -2), **FAR)
    today = items(first, "run")[0]
    ran = answered(run(0, 36, run_min=36, stage="9", distance_km=6, item=today["id"], **SHIN))
    assert raised(plan(nine(-6, -4, -2), ran, ahead=1, start=the(0), issued=[first], **FAR)) - {None} == {"days"}


def test_a_session_that_wasnt_green_holds_everything() -> None:
    amber = plan(nine(-9, -7), nine(-5, pain=3), nine(-3, -1), **FAR)
    assert amber["assessment"]["phase"] == "rebuild"
    assert raised(amber) == {None}
    assert "rebuild.hold" in rules(amber)
    assert max(run_minutes(amber).values()) <= 36
    held = plan(nine(-9, -7, minutes=30), nine(-5, pain=3, minutes=30), nine(-3, -1, minutes=30), **MTSS)
    assert max(run_minutes(held).values()) == 30


def test_after_bone_stress_pace_waits_for_a_run_of_45_minutes() -> None:
    bone: dict[str, Any] = {"diagnoses": [diagnosed("bone_stress", since=-300)], "goal": FAR["goal"]}
    cleared = clearance(-200, "sports_physician", "bone_stress_diagnosed")
    for minutes, after in ((36, "hills"), (45, "pace")):
        journal = [cleared, *nine(-6, -4, -2, minutes=minutes)]
        first = plan(journal, **bone)
        if first["assessment"]["phase"] != "rebuild":
            pytest.fail(str(first["assessment"]))
        assert raised(first) == {"days"}
        ran = [
            answered(
                run(0, minutes, 7, run_min=minutes, stage="9", distance_km=6, item=items(first, "run")[0]["id"], **SHIN)
            )
        ]
        assert raised(plan(journal, ran, ahead=7, start=the(7), issued=[first], **bone)) == {after}


def test_a_clinician_who_wants_no_hills_gets_none() -> None:
    flat = {**FAR, "clinician_limits": [{"kind": "no_hills"}]}
    weeks = seasons(3, **flat)
    assert [raised(made) for made in weeks] == [{"days"}, {"pace"}, {None}]
    assert "rebuild.done" in rules(weeks[-1])
    assert all(item["dose"]["hills"] is False for made in weeks for item in items(made, "run"))


def test_after_a_way_back_down_and_up_the_raising_begins_anew() -> None:
    before = nine(-34, -32, -30)
    first = plan(before, ahead=-28, start=the(-28), **FAR)
    assert raised(first) == {"days"}
    ran = nine(-28, item=items(first, "run")[0]["id"])
    red = nine(-26, pain=5), mornings(-24, -22, 0, "shin_inner"), answered(walk(-23, 30, **SHIN))
    again = [answered(run(day, 30, run_min=30, stage="8", distance_km=5, **SHIN)) for day in (-21, -19)]
    back = plan(before, ran, red, again, nine(-17, -15, -12, -9, -7, -5, -3, -1), issued=[first], **FAR)
    assert (back["assessment"]["phase"], raised(back)) == ("rebuild", {"days"})
