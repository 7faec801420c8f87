"""The way ahead as text: what each stage is, and how a test is done."""

from datetime import date, timedelta

from planner.protocols import Protocols
from planner.schedule import Clean, SelfTest, Step, Way, monday
from planner.words.catalogue import say, sentences
from planner.words.documents import HowToDoc, StepDoc, WayDoc
from planner.words.items import plain


def tell_way(way: Way, today: date, language: str, book: Protocols) -> WayDoc:
    """The way ahead of a runner as JSON."""
    clean, first = way.clean, monday(today)
    tests = [_tell_test(test, language) for test in way.tests]
    return {
        "steps": [_step(step, language) for step in way.steps],
        "done": clean.done if clean else 0,
        "needed": clean.needed if clean else 0,
        "tests": [*([_clean(clean, language, book)] if clean and clean.needed else []), *tests],
        "growth": [
            {"week_start": (first + timedelta(weeks=one.week)).isoformat(), "km": one.km, "lighter": one.lighter}
            for one in way.growth
        ],
    }


def _step(step: Step, language: str) -> StepDoc:
    one = step.intervals
    if not one.run_min:
        title = say("way.stage.walk", language, minutes=plain(one.total_min))
    elif one.walk_min:
        title = say(
            "way.stage.intervals", language, times=one.times, run_min=plain(one.run_min), walk_min=plain(one.walk_min)
        )
    else:
        title = say("way.stage.free" if step.stage == "9" else "way.stage.whole", language, minutes=plain(one.run_min))
    return {
        "stage": step.stage,
        "title": title,
        "minutes": round(one.total_min),
        "run_min": plain(one.total_run_min),
        "state": step.state,
        "weeks": step.weeks,
    }


def _clean(clean: Clean, language: str, book: Protocols) -> HowToDoc:
    """What makes a session count: its minutes, three answers, no painkiller."""
    steps: list[str] = []
    if clean.kind == "walk":
        steps.append(say("way.clean.walk", language, minutes=book.ladder.walk_min))
    else:
        steps.append(say("way.clean.minutes", language, least=clean.least_min, most=clean.most_min))
    if clean.during is not None:
        steps.append(_most("way.clean.during", clean.during, language))
    if clean.after is not None:
        steps.append(_most("way.clean.after", clean.after, language))
    if clean.before_counts:
        steps.append(say("way.clean.after_before", language))
    if clean.during is not None:
        steps.append(say("way.clean.painless_morning" if clean.painless else "way.clean.morning", language))
    steps.append(say("way.clean.painkiller", language))
    basis = book.ladder.basis_of("clean_from")
    return {
        "test": f"clean_{clean.kind}",
        "title": say(f"way.test.clean_{clean.kind}", language),
        "steps": steps,
        "log": clean.kind,
        "source": basis.source,
        "strength": basis.strength,
    }


def _tell_test(test: SelfTest, language: str) -> HowToDoc:
    params = {"minutes": test.minutes, "reps": test.least_reps}
    how = [say(key, language, **params) for key in sentences(f"way.how.{test.test}.")]
    if test.least_reps:
        how.append(say("way.least_reps", language, n=test.least_reps))
    if test.most_pain < _TOP:
        how.append(_most("way.pain", test.most_pain, language))
    return {
        "test": test.test,
        "title": say(f"way.test.{test.test}", language),
        "steps": how,
        "log": "walk" if test.test == "brisk_walk" else "test",
        "source": test.source,
        "strength": test.strength,
    }


_TOP = 10


def _most(key: str, score: int, language: str) -> str:
    return say(key, language, score=score) if score else say(f"{key}.none", language)
