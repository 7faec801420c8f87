"""The way ahead as text: what each stage is, and how a test is done."""

from datetime import date, timedelta

from planner.journal.vocabulary import TOP_SCORE
from planner.protocols import Protocols
from planner.schedule import Clean, SelfTest, Step, Way, monday
from planner.words.catalogue import sentences
from planner.words.documents import HowToDoc, StepDoc, WayDoc
from planner.words.items import plain
from planner.words.voice import Voice


def tell_way(way: Way, today: date, voice: Voice, book: Protocols) -> WayDoc:
    """The way ahead of a runner as JSON."""
    clean, first = way.clean, monday(today)
    tests = [_tell_test(test, voice, book) for test in way.tests]
    return {
        "steps": [_step(step, voice) for step in way.steps],
        "done": clean.done if clean else 0,
        "needed": clean.needed if clean else 0,
        "tests": [*([_clean(clean, voice, book)] if clean and clean.needed else []), *tests],
        "growth": [
            {"week_start": (first + timedelta(weeks=one.week)).isoformat(), "km": one.km, "lighter": one.lighter}
            for one in way.growth
        ],
    }


def _step(step: Step, voice: Voice) -> StepDoc:
    one = step.intervals
    if not one.run_min:
        title = voice.say("way.stage.walk", minutes=plain(one.total_min))
    elif one.walk_min:
        title = voice.say(
            "way.stage.intervals", times=one.times, run_min=plain(one.run_min), walk_min=plain(one.walk_min)
        )
    else:
        title = voice.say("way.stage.free" if step.stage == "9" else "way.stage.whole", minutes=plain(one.run_min))
    return {
        "stage": step.stage,
        "title": title,
        "minutes": round(one.total_min),
        "run_min": plain(one.total_run_min),
        "state": step.state,
        "weeks": step.weeks,
    }


def _clean(clean: Clean, voice: Voice, book: Protocols) -> HowToDoc:
    """What makes a session count: its minutes, three answers, no painkiller."""
    steps: list[str] = []
    if clean.kind == "walk":
        steps.append(voice.say("way.clean.walk", minutes=book.ladder.walk_min))
    else:
        steps.append(voice.say("way.clean.minutes", least=clean.least_min, most=clean.most_min))
    if clean.during is not None:
        steps.append(_most("way.clean.during", clean.during, voice))
    if clean.after is not None:
        steps.append(_most("way.clean.after", clean.after, voice))
    if clean.before_counts:
        steps.append(voice.say("way.clean.after_before"))
    if clean.during is not None:
        steps.append(voice.say("way.clean.painless_morning" if clean.painless else "way.clean.morning"))
    steps.append(voice.say("way.clean.painkiller"))
    basis = book.ladder.basis_of("clean_from")
    return {
        "test": f"clean_{clean.kind}",
        "title": voice.say(f"way.test.clean_{clean.kind}"),
        "steps": steps,
        "log": clean.kind,
        "source": basis.source,
        "strength": basis.strength,
    }


def how_to_test(test: str, voice: Voice, book: Protocols) -> HowToDoc:
    """How a self-test is done, whatever it has to show. Raises KeyError for no such test."""
    how = book.tests[test]
    params = {"minutes": book.ladder.walk_min, "reps": how.reps, "height_cm": how.height_cm}
    return {
        "test": test,
        "title": voice.say(f"way.test.{test}"),
        "steps": [voice.say(key, **params) for key in sentences(f"way.how.{test}.")],
        "log": how.log,
        "source": how.source,
        "strength": how.strength,
    }


def _tell_test(test: SelfTest, voice: Voice, book: Protocols) -> HowToDoc:
    """How it is done, and what is enough."""
    how = how_to_test(test.test, voice, book)
    enough: list[str] = []
    if test.least_reps:
        enough.append(voice.say("way.least_reps", n=test.least_reps))
    if test.most_pain < TOP_SCORE:
        enough.append(_most("way.pain", test.most_pain, voice))
    return {**how, "steps": [*how["steps"], *enough], "source": test.source, "strength": test.strength}


def _most(key: str, score: int, voice: Voice) -> str:
    return voice.say(key, score=score) if score else voice.say(f"{key}.none")
