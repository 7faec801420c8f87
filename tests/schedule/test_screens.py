"""The red-flag questions: when they are asked, that they come again until answered, and that they loosen nothing."""

from typing import Any

import pytest

from planner.protocols import protocols
from tests.assess.cases import (
    check_in,
    clearance,
    diagnosed,
    items,
    pain,
    plan,
    regular,
    run,
    screen,
    self_test,
    sign,
    the,
    walk,
)
from tests.assess.flag_cases import PLAIN

LEAST = {"chest_pain", "breathless", "one_leg_swollen", "cannot_bear_weight", "focal_bone_spot", "saddle_numbness"}


def screens(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in items(made, "check_in") if item["dose"]["asks"] == ["red_flags"]]


def rules(made: dict[str, Any]) -> list[str]:
    return [reason["rule"] for item in screens(made) for reason in item["reasons"]]


def days(made: dict[str, Any]) -> list[str]:
    return [item["date"] for item in screens(made)]


def test_they_are_asked_at_the_start() -> None:
    made = plan()
    assert days(made) == [the(0)]
    assert rules(made) == ["screen.start"]


@pytest.mark.parametrize(
    ("answered", "asked"), [(0, []), (-1, [6]), (-3, [4]), (-6, [1]), (-7, [0]), (-8, [0]), (-400, [0])]
)
def test_they_come_back_every_week(answered: int, asked: list[int]) -> None:
    made = plan(screen(answered))
    assert days(made) == [the(day) for day in asked]
    assert set(rules(made)) <= {"screen.weekly"}


def test_a_week_ahead_asks_on_the_day_they_are_due() -> None:
    assert days(plan(screen(-1), start=the(7))) == [the(7)]
    assert days(plan(screen(0), start=the(7))) == [the(7)]
    assert days(plan(start=the(14))) == [the(14)]


def test_a_week_that_is_over_asks_nothing() -> None:
    assert screens(plan(start=the(-7))) == []


# earlier scores by day, the latest score today -> the rule that asks
JUMPS: dict[str, tuple[dict[int, int], int, str | None]] = {
    "three above the mean": ({-2: 1, -1: 1}, 4, "screen.jump"),
    "two above the mean": ({-2: 1, -1: 1}, 3, None),
    "three above a mean with a fraction": ({-3: 1, -2: 2, -1: 2}, 5, "screen.jump"),
    "less than three above it": ({-3: 2, -2: 2, -1: 3}, 5, "screen.new_pain"),
    "a new pain of four": ({}, 4, "screen.new_pain"),
    "a new pain of three": ({}, 3, None),
    "an old pain of four": ({-20: 3}, 4, None),
    "an old pain, painless long ago": ({-200: 3}, 4, "screen.new_pain"),
    "a pain that was four already": ({-3: 4, -1: 4}, 5, None),
}


@pytest.mark.parametrize(("earlier", "latest", "rule"), JUMPS.values(), ids=JUMPS)
def test_a_jump_of_pain_asks_at_once(earlier: dict[int, int], latest: int, rule: str | None) -> None:
    before = [pain(day, "calf", score) for day, score in earlier.items()]
    made = plan(before, screen(-1), pain(0, "calf", latest))
    if rule is None:
        assert days(made) == [the(6)]
        assert rules(made) == ["screen.weekly"]
    else:
        assert days(made) == [the(0)]
        assert rules(made) == [rule]


def test_the_reason_names_the_score_and_its_entry() -> None:
    latest = pain(0, "calf", 5)
    [asked] = screens(plan(pain(-1, "calf", 1), screen(-1), latest))
    [reason] = asked["reasons"]
    assert reason["entries"] == [latest["id"]]
    assert "calf, left: 5 of 10, 1 on average" in reason["text"]


def test_pain_in_a_run_and_on_a_walk_can_jump_too() -> None:
    calm: dict[str, Any] = {"site": "calf", "side": "left"}
    walked = {"kind": "walk", "id": "w", "at": the(0) + "T12:00", "duration_min": 30, "pain_during": 5, **calm}
    assert rules(plan(screen(-1), walked)) == ["screen.new_pain"]
    assert rules(plan(screen(-3), run(-1, 20, pain_during=0, **calm), run(0, 20, pain_during=4, **calm))) == [
        "screen.jump"
    ]
    assert rules(plan(screen(-1), run(0, 20), run(-30, 20, pain_during=8), walked | {"pain_during": 3})) == [
        "screen.weekly"
    ]


def test_the_worst_score_of_a_day_counts() -> None:
    for scores in ((5, 1), (1, 5)):
        told = [pain(0, "calf", score, hour) for hour, score in enumerate(scores, 9)]
        assert rules(plan(screen(-1), pain(-1, "calf", 1), told, sign(0, "calf", "limp"))) == ["screen.jump"]


def test_an_answer_after_the_jump_ends_the_asking() -> None:
    jump = pain(-2, "calf", 5)
    assert rules(plan(screen(-4), jump)) == ["screen.new_pain"]
    assert days(plan(screen(-4), jump, screen(-1))) == [the(6)]


def test_a_jump_is_asked_about_for_a_week() -> None:
    assert rules(plan(screen(-6, *()), pain(-5, "calf", 5))) == ["screen.new_pain"]
    assert rules(plan(pain(-8, "calf", 5))) == ["screen.start"]


def test_a_jump_on_top_of_the_weekly_questions_is_named_first() -> None:
    assert rules(plan(screen(-9), pain(0, "calf", 5))) == ["screen.new_pain", "screen.weekly"]
    assert rules(plan(pain(0, "calf", 5))) == ["screen.new_pain", "screen.start"]


def done(item: str, outcome: str, day: int = 0) -> dict[str, Any]:
    return {"kind": "done", "id": f"done-{item}", "at": the(day) + "T20:00", "item": item, "outcome": outcome}


@pytest.mark.parametrize("outcome", ["done", "skipped"])
def test_questions_without_answers_come_again_the_next_day(outcome: str) -> None:
    first = plan()
    [asked] = screens(first)
    again = plan(done(asked["id"], outcome), issued=[first])
    assert days(again) == [the(0), the(1)]
    assert screens(again)[0]["outcome"] == outcome
    missed = plan(issued=[first], ahead=1)
    assert the(1) in days(missed)


def still_open(made: dict[str, Any]) -> list[str]:
    return [item["date"] for item in screens(made) if not item.get("outcome")]


def test_an_answer_ends_the_days_questions_and_ticks_them() -> None:
    first = plan()
    answered = plan(screen(0), issued=[first])
    assert still_open(answered) == []
    assert [(item["id"], item["outcome"]) for item in screens(answered)] == [(screens(first)[0]["id"], "done")]
    assert answered["changes"] == []
    assert days(plan(screen(0), issued=[first], ahead=1, start=the(7))) == [the(7)]


def test_an_answer_stays_ticked_when_the_day_is_over() -> None:
    first = plan()
    assert [item["outcome"] for item in screens(plan(screen(0), issued=[first], ahead=2))] == ["done"]
    missed = plan(screen(1), issued=[first], ahead=2)
    assert [item.get("outcome") for item in screens(missed)] == [None]


def test_withdrawn_answers_open_the_questions_again() -> None:
    first = plan()
    answers = screen(0)
    back = {"kind": "deleted", "id": "back", "entry": answers["id"]}
    assert still_open(plan(answers, back, issued=[first])) == [the(0)]


def test_an_answer_counts_more_than_having_put_it_off() -> None:
    first = plan()
    [asked] = screens(first)
    again = plan(done(asked["id"], "skipped"), screen(0), issued=[first])
    assert still_open(again) == []
    assert [item["outcome"] for item in screens(again)] == ["done"]


def test_pain_after_the_answers_asks_again_the_same_day() -> None:
    first = plan()
    told = [screen(0), pain(0, "calf", 5, 18)]
    second = plan(told, issued=[first])
    [answered, asked] = screens(second)
    assert (answered["outcome"], asked["date"], asked.get("outcome")) == ("done", the(0), None)
    assert answered["id"] != asked["id"]
    third = plan(told, {**screen(0), "on": None, "at": the(0) + "T20:00"}, issued=[first, second])
    assert [item["outcome"] for item in screens(third)] == ["done", "done"]


@pytest.mark.parametrize("told", [pain(0, "calf", 5, 18), run(0, 20, pain_during=5, site="calf", side="left")])
def test_answers_from_before_a_jump_do_not_tick_its_questions(told: dict[str, Any]) -> None:
    asked = plan(screen(-1), told)
    morning = {**screen(0), "on": None, "at": the(0) + "T08:00"}
    assert still_open(plan(screen(-1), told, morning, issued=[asked])) == [the(0)]


@pytest.mark.parametrize("reasons", [[], ["odd"], [{}], [{"entries": "odd"}]])
def test_questions_issued_with_odd_reasons_are_ticked_all_the_same(reasons: list[Any]) -> None:
    first = plan()
    for item in first["days"][0]["items"]:
        item["reasons"] = reasons
    assert [item["outcome"] for item in screens(plan(screen(0), issued=[first]))] == ["done"]


def test_whom_to_see_comes_before_questions_that_were_answered() -> None:
    first = plan(wake="05:00")
    made = plan(screen(0, "faint"), issued=[first], wake="05:00")
    today = [item["kind"] for item in items(made) if item["date"] == the(0)]
    assert today[0] == "see_clinician"
    assert "check_in" in today


def test_the_other_questions_keep_their_ids_when_these_come() -> None:
    calm = [screen(-1), *(pain(day, "calf", 1) for day in (-2, -1))]
    before = plan(calm)
    asked = {item["id"] for item in items(before, "check_in") if item["date"] == the(0)}
    after = plan(calm, pain(0, "calf", 5), issued=[before])
    [new] = [item for item in screens(after) if item["date"] == the(0)]
    kept = {item["id"] for item in items(after, "check_in") if item["date"] == the(0)} - {new["id"]}
    assert new["id"] not in asked
    assert asked >= kept


def test_ticking_the_morning_question_leaves_these_to_be_answered() -> None:
    told = [pain(-1, "calf", 1)]
    first = plan(told)
    morning = next(i for i in items(first, "check_in") if i["date"] == the(0) and i["dose"]["asks"] == ["pain_morning"])
    again = plan(told, done(morning["id"], "done"), issued=[first])
    assert the(0) in days(again)
    [asked] = [item for item in screens(again) if item["date"] == the(0)]
    assert asked["id"] == screens(first)[0]["id"]


def test_each_question_is_read_out_and_belongs_to_signs() -> None:
    [asked] = screens(plan())
    assert len(asked["steps"]) >= 8
    assert sum(step.endswith("?") for step in asked["steps"]) >= 8
    assert asked["minutes"] == 2
    signs = {sign for question in protocols().flags.screening.questions for sign in question.signs}
    assert signs >= LEAST
    assert "hop_pain" not in signs


@pytest.mark.parametrize("flag", PLAIN)
def test_they_are_asked_under_every_flag_and_after_whom_to_see(flag: str) -> None:
    made = plan(*PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert the(0) in days(made)
    if made["assessment"]["phase"] == "stopped":
        assert made["days"][0]["items"][0]["kind"] == "see_clinician"


@pytest.mark.parametrize(
    "extra", [[], [pain(-1, "calf", 1), pain(0, "calf", 5)], [sign(-2, "shin_inner", "focal_bone_spot")]]
)
def test_answering_with_no_or_not_answering_changes_no_other_item(extra: list[Any]) -> None:
    def others(made: dict[str, Any]) -> list[Any]:
        return [
            {key: value for key, value in item.items() if key not in {"id", "for"}}
            for item in items(made)
            if item["dose"].get("asks") != ["red_flags"]
        ]

    runs = regular(4, 40)
    asked = plan(runs, extra)
    answered = plan(runs, extra, screen(0))
    assert screens(asked)
    assert not screens(answered)
    assert others(asked) == others(answered)


BONE = {
    "a spot": ([sign(-3, "shin_inner", "focal_bone_spot")], {}),
    "hop pain": ([sign(-3, "shin_inner", "hop_pain")], {}),
    "a failed hop test": ([sign(-3, "shin_inner", "focal_bone_spot"), self_test(-2, "hop", pain=6, side="left")], {"diagnoses": [diagnosed("mtss")]}),
    "pain at night": ([pain(-3, "shin_inner", 5, during="night")], {"diagnoses": [diagnosed("mtss")]}),
    "groin": ([pain(-3, "groin", 3, during="run")], {}),
    "a diagnosis": ([], {"diagnoses": [diagnosed("bone_stress")]}),
    "one night": ([pain(-1, "shin_inner", 2, during="night")], {}),
}  # fmt: skip


def texts(value: Any) -> list[str]:
    """Every sentence in a plan; ids and rules have no blanks."""
    if isinstance(value, str):
        return [value] if " " in value else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inner for text in texts(one)]


@pytest.mark.parametrize(("journal", "profile"), BONE.values(), ids=BONE)
def test_nobody_with_uncleared_bone_pain_is_told_to_hop(journal: list[Any], profile: dict[str, Any]) -> None:
    made = plan(regular(4, 40, last=-5), journal, **profile)
    # What was told may be said again: "hopping hurts".
    told = [text.replace("hopping hurts", "") for text in texts(made)]
    said = [text for text in told if "hop" in text.lower().split() or "hopping" in text.lower()]
    assert said
    assert all("don’t hop or jump to test it" in text for text in said)
    assert not any("pogo" in text.lower() or "skip" in text.lower().split() for text in texts(made))


def test_a_failed_hop_is_never_asked_for_again() -> None:
    calm = {"pain_during": 0, "pain_1h": 0}
    walked = [(walk(day, 30, **calm), check_in(day + 1, pain_morning=0)) for day in (-4, -2)]
    made = plan(
        run(-44, 30),
        run(-40, 30),
        walked,
        self_test(-1, "hop", pain=6, side="left"),
        screen(0),
        diagnoses=[diagnosed("achilles_mid")],
    )
    assert not items(made, "run")
    told = " ".join(texts(made))
    assert "The same test, done well" not in told
    assert "Don’t try it alone" in told
    assert "a look at your hop test by a physio" in told


def test_a_clearance_leaves_the_weekly_questions() -> None:
    spot = sign(-3, "shin_inner", "focal_bone_spot")
    made = plan(spot, clearance(-1, "sports_physician", "bone_stress_suspected"), screen(-2))
    assert days(made) == [the(5)]
