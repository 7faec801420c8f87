"""Workouts for a watch, judged by the format's own profile and decoded by a library that didn't write them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import fitdecode
import pytest
from fit_tool.fit_file import FitFile
from fit_tool.validation import ProfileScope, validate_fit_file
from hypothesis import given
from hypothesis import strategies as st

from planner.protocols import protocols
from planner.share.workouts import sessions, workout, workouts
from planner.words import languages, say
from planner.words.documents import DayDoc, PlanDoc

DAY = "2026-11-24"
AROUND = {
    "warm_up": {"minutes": 10, "dose": {"walk_min": 5}},
    "cool_down": {"minutes": 8, "dose": {"walk_min": 5}},
}
LADDER = [
    (f"{stage.id}{' bone' * bone}", stage.id, stage.intervals(bone=bone))
    for stage in protocols().ladder.stages
    for bone in (False, True)
]


def day_of(
    *segments: Mapping[str, float], kind: str = "run", around: Mapping[str, Any] = AROUND, **dose: Any
) -> list[DayDoc]:
    minutes = round(sum((each["run_min"] + each["walk_min"]) * each["times"] for each in segments))
    one = {"id": f"{DAY}/{kind}/1", "kind": kind, "minutes": minutes, "dose": {"segments": list(segments), **dose}}
    beside = [
        {"id": f"{DAY}/{name}/1", "kind": name, "for": one["id"], **told}
        for name, told in around.items()
        if kind == "run"
    ]
    items: Any = [*beside, one]
    return [{"date": DAY, "items": items}]


def segment(run_min: float, walk_min: float, times: int) -> dict[str, float]:
    return {"run_min": run_min, "walk_min": walk_min, "times": times}


def made(days: list[DayDoc], language: str = "en") -> bytes:
    (session,) = sessions(days)
    return workout(session, language)


def read(data: bytes) -> list[tuple[str, dict[str, Any]]]:
    with fitdecode.FitReader(
        data, error_handling=fitdecode.ErrorHandling.RAISE, check_crc=fitdecode.CrcCheck.RAISE
    ) as reader:
        frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    return [(frame.name, {field.name: field.value for field in frame.fields}) for frame in frames]


def steps(data: bytes) -> list[dict[str, Any]]:
    return [fields for name, fields in read(data) if name == "workout_step"]


def walked_through(data: bytes) -> list[tuple[str, float | None]]:
    """What the watch does, one after another: intensity and seconds, each repeat carried out."""
    done: list[tuple[str, float | None]] = []
    told = steps(data)
    spans: dict[int, int] = {}
    for n, step in enumerate(told):
        spans[n] = len(done)
        if step["duration_type"] == "repeat_until_steps_cmplt":
            block = done[spans[step["duration_step"]] :]
            done += block * (step["repeat_steps"] - 1)
        else:
            done.append((step["intensity"], step.get("duration_time")))
    return done


def expected(segments: list[Mapping[str, float]]) -> list[tuple[str, float]]:
    return [
        (intensity, each[f"{kind}_min"] * 60)
        for each in segments
        for _ in range(int(each["times"]))
        for kind, intensity in (("run", "active"), ("walk", "rest"))
        if each[f"{kind}_min"]
    ]


@pytest.mark.parametrize(("stage", "intervals"), [each[1:] for each in LADDER], ids=[each[0] for each in LADDER])
def test_each_stage_of_the_ladder_comes_back_as_it_was(stage: str, intervals: Any) -> None:
    of_stage = segment(intervals.run_min, intervals.walk_min, intervals.times)
    kind = "run" if intervals.run_min else "walk"
    data = made(day_of(of_stage, kind=kind, stage=stage, rpe_max=4, pain_max=2))
    report = validate_fit_file(FitFile.from_bytes(data), profile_scope=ProfileScope.FULL)
    assert report.findings == []
    done = walked_through(data)
    if kind == "walk":
        assert done == [("active", intervals.walk_min * 60)]
        return
    assert done == [("warmup", None), *expected([of_stage]), ("cooldown", 300.0)]
    running = sum(seconds or 0 for intensity, seconds in done if intensity == "active")
    assert running == intervals.run_min * intervals.times * 60


halves = st.integers(1, 120).map(lambda n: n / 2)
segments = st.lists(
    st.builds(segment, halves, st.integers(0, 60).map(lambda n: n / 2), st.integers(1, 12)), min_size=1, max_size=3
)


@given(segments, st.sampled_from(languages()))
def test_any_session_comes_back_as_it_was(told: list[Mapping[str, float]], language: str) -> None:
    data = made(day_of(*told, rpe_max=5), language)
    assert not validate_fit_file(FitFile.from_bytes(data), profile_scope=ProfileScope.FULL).findings
    assert walked_through(data)[1:-1] == expected(told)


def test_a_file_says_what_it_is_and_is_the_same_each_time() -> None:
    days = day_of(segment(2, 3, 6), stage="2", rpe_max=4)
    (name, about), (_, whole) = read(made(days))[:2]
    assert (name, about["type"], about["manufacturer"]) == ("file_id", "workout", "development")
    assert about["time_created"] == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert about["serial_number"] == read(made(day_of(segment(9, 1, 3))))[0][1]["serial_number"] > 0
    assert (whole["sport"], whole["wkt_name"], whole["num_valid_steps"]) == ("running", "11-24 stage 2", 4)
    assert made(days) == made(days)


def test_the_steps_are_in_order_and_a_repeat_is_told_once() -> None:
    told = steps(made(day_of(segment(2, 3, 6), stage="2", rpe_max=4)))
    assert [step["message_index"] for step in told] == [0, 1, 2, 3, 4]
    assert [step.get("wkt_step_name") for step in told] == ["Warm up", "Run", "Walk", None, "Cool down"]
    assert (told[3]["duration_step"], told[3]["repeat_steps"]) == (1, 6)


def test_a_run_without_walking_has_no_repeat() -> None:
    told = steps(made(day_of(segment(30, 0, 1))))
    assert [(step["duration_type"], step["intensity"]) for step in told] == [
        ("open", "warmup"),
        ("time", "active"),
        ("time", "cooldown"),
    ]


def test_a_cool_down_whose_walk_is_not_told_ends_with_the_lap_button() -> None:
    told = steps(made(day_of(segment(30, 0, 1), around={"cool_down": {"minutes": 8, "dose": {}}})))
    assert [(step["duration_type"], step["intensity"]) for step in told] == [("time", "active"), ("open", "cooldown")]


@pytest.mark.parametrize(
    ("dose", "note"),
    [
        ({}, None),
        ({"rpe_max": 4}, "Effort up to 4 of 10"),
        ({"rpe_max": 4, "pain_max": 2}, "Effort up to 4 of 10; stop at pain above 2"),
        ({"rpe_max": 4, "pain_max": 0}, "Effort up to 4 of 10; stop if it hurts"),
    ],
)
def test_a_run_tells_how_hard_it_is_and_when_to_stop(dose: dict[str, Any], note: str | None) -> None:
    _, run, _ = steps(made(day_of(segment(30, 0, 1), **dose)))
    assert run.get("notes") == note


@pytest.mark.parametrize("language", languages())
def test_words_for_a_watch_are_short_and_need_no_letters_of_their_own(language: str) -> None:
    stages = {stage.id for stage in protocols().ladder.stages}
    names = [say("watch.name.stage", language, day="11-24", stage=stage) for stage in stages]
    names += [say(f"watch.name.{kind}", language, day="11-24", minutes=600) for kind in ("run", "walk")]
    words = [say(f"watch.step.{kind}", language) for kind in ("warm_up", "run", "walk", "cool_down")]
    notes = [say(f"watch.note.{key}", language, rpe=10, score=10) for key in ("effort", "stop", "painless")]
    notes.append(say("watch.note.lap", language, minutes=10))
    for most, texts in ((31, names), (15, words), (49, notes)):
        assert [text for text in texts if not text.isascii() or not 0 < len(text) <= most] == []


def test_only_runs_and_walks_that_are_still_ahead_become_workouts(plan: PlanDoc) -> None:
    assert sessions(plan["days"]) == []
    for day in plan["days"]:
        for item in day["items"]:
            item["dose"] = {"segments": [segment(2, 3, 6)]}
    plan["days"][1]["items"][0]["outcome"] = "done"
    ahead = sessions(plan["days"])
    assert [(each.day, each.item["kind"]) for each in ahead] == [
        (day, "walk") for day in ("2026-10-22", "2026-10-24", "2026-10-25")
    ]


def test_there_is_one_file_a_session_and_two_of_a_day_are_told_apart() -> None:
    days = day_of(segment(30, 0, 1)) + day_of(segment(2, 3, 6), kind="walk") * 2
    assert list(workouts(sessions(days), "en")) == [f"{DAY}-run.fit", f"{DAY}-walk.fit", f"{DAY}-walk-2.fit"]
