"""Runs and walks as FIT workout files: a watch that has one counts the intervals and beeps at each change.

Names are short and in ASCII (`watch.po`), as watches show few letters. No clock: the same item makes the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from zlib import crc32

from planner.words import say
from planner.words.documents import DayDoc, ItemDoc

if TYPE_CHECKING:
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

MINUTE_S = 60
_WARM_UP, _RUN, _WALK, _COOL_DOWN = "warm_up", "run", "walk", "cool_down"


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of time: until the lap button is pressed where `seconds` is None."""

    kind: str
    seconds: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """So many `times` in all from the step of that index on."""

    first: int
    times: int


@dataclass(frozen=True, slots=True)
class Session:
    """A run or walk on its day, with what belongs to it."""

    day: str
    item: ItemDoc
    around: Mapping[str, ItemDoc]


def sessions(days: Iterable[DayDoc]) -> list[Session]:
    """The runs and walks of these days that are still ahead."""
    return [
        Session(day["date"], item, {one["kind"]: one for one in day["items"] if one.get("for") == item["id"]})
        for day in days
        if not day.get("past")
        for item in day["items"]
        if item["kind"] in {_RUN, _WALK} and "segments" in item["dose"] and not item.get("outcome")
    ]


def workouts(ahead: Sequence[Session], language: str) -> dict[str, bytes]:
    """File name to workout, one a session."""
    made: dict[str, bytes] = {}
    for session in ahead:
        name = stem = f"{session.day}-{session.item['kind']}"
        number = 1
        while f"{name}.fit" in made:
            number += 1
            name = f"{stem}-{number}"
        made[f"{name}.fit"] = workout(session, language)
    return made


def workout(session: Session, language: str) -> bytes:
    """One session as a FIT file of the type workout."""
    # Slow to load, and seldom wanted.
    from fit_tool.fit_file_builder import FitFileBuilder  # noqa: PLC0415
    from fit_tool.profile.messages.file_id_message import FileIdMessage  # noqa: PLC0415
    from fit_tool.profile.messages.workout_message import WorkoutMessage  # noqa: PLC0415
    from fit_tool.profile.profile_type import FileType, Manufacturer, Sport  # noqa: PLC0415

    steps = list(_steps(session, language))
    item = session.item
    about = FileIdMessage()
    about.type = FileType.WORKOUT
    about.manufacturer = Manufacturer.DEVELOPMENT.value
    about.product = 0
    # A watch tells files apart by these two: the same item of the same day is the same workout.
    about.serial_number = crc32(item["id"].encode()) or 1
    about.time_created = _milliseconds(session.day)
    whole = WorkoutMessage()
    whole.workout_name = _name(session, language)
    whole.sport = Sport.RUNNING if item["kind"] == _RUN else Sport.WALKING
    # As in the samples of the format's own kit: a repeat is no step of its own.
    whole.num_valid_steps = sum(isinstance(step, Step) for step in steps)
    builder = FitFileBuilder(strict=True)
    builder.add_all([about, whole, *(_message(n, step, item["kind"], language) for n, step in enumerate(steps))])
    return builder.build_bytes()


def _steps(session: Session, language: str) -> Iterator[Step | Repeat]:
    """Warm-up, the intervals of each segment, cool-down."""
    dose, before, after = session.item["dose"], session.around.get(_WARM_UP), session.around.get(_COOL_DOWN)
    count = 0
    if before is not None:
        count += 1
        yield Step(_WARM_UP, None, say("watch.note.lap", language, minutes=before["minutes"]))
    for segment in dose["segments"]:
        first, times = count, int(segment["times"])
        for kind in (_RUN, _WALK):
            if segment[f"{kind}_min"]:
                count += 1
                yield Step(kind, segment[f"{kind}_min"] * MINUTE_S, _note(dose, language) if kind == _RUN else "")
        if times > 1:
            count += 1
            yield Repeat(first, times)
    if after is not None:
        walked = after["dose"].get("walk_min")
        yield Step(_COOL_DOWN, walked * MINUTE_S if walked else None)


def _note(dose: Mapping[str, Any], language: str) -> str:
    if "rpe_max" not in dose:
        return ""
    if "pain_max" not in dose:
        return say("watch.note.effort", language, rpe=dose["rpe_max"])
    key = "watch.note.stop" if dose["pain_max"] else "watch.note.painless"
    return say(key, language, rpe=dose["rpe_max"], score=dose["pain_max"])


def _name(session: Session, language: str) -> str:
    item = session.item
    day, stage = session.day[5:], item["dose"].get("stage")
    if item["kind"] == _RUN and stage is not None:
        return say("watch.name.stage", language, day=day, stage=stage)
    return say(f"watch.name.{item['kind']}", language, day=day, minutes=item["minutes"])


def _message(number: int, step: Step | Repeat, kind: str, language: str) -> "WorkoutStepMessage":
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage  # noqa: PLC0415 - as above
    from fit_tool.profile.profile_type import Intensity, WorkoutStepDuration, WorkoutStepTarget  # noqa: PLC0415

    made = WorkoutStepMessage()
    made.message_index = number
    made.target_type = WorkoutStepTarget.OPEN
    if isinstance(step, Repeat):
        made.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
        made.duration_step = step.first
        made.target_repeat_steps = step.times
        return made
    intensities = {_WARM_UP: Intensity.WARMUP, _COOL_DOWN: Intensity.COOLDOWN, kind: Intensity.ACTIVE}
    made.workout_step_name = say(f"watch.step.{step.kind}", language)
    made.intensity = intensities.get(step.kind, Intensity.REST)
    made.target_value = 0
    if step.seconds is None:
        made.duration_type = WorkoutStepDuration.OPEN
        made.duration_value = 0
    else:
        made.duration_type = WorkoutStepDuration.TIME
        made.duration_time = float(step.seconds)
    if step.note:
        made.notes = step.note
    return made


def _milliseconds(day: str) -> int:
    """Noon in UTC of a day, since 1970."""
    return int(datetime.combine(date.fromisoformat(day), time(12), UTC).timestamp()) * 1000
