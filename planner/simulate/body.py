"""One day of a body: what a runner makes of what they meant to do, and what it does to the tissue."""

from dataclasses import dataclass, replace

from planner.simulate.runners import Draws, Runner, niggle, stray
from planner.simulate.tissue import State, Tissue, felt, load_of, rested, score, strained

# Pain that stops anyone, and the share of a run that is done by then.
UNBEARABLE = 7
CUT_TO = 0.5
# An extra run, as a share of a usual one; some of them are hard.
EXTRA = 0.7
HARD_SHARE = 0.3
HARD = 1.25
LIMPS_FROM = 1.3


@dataclass(frozen=True, slots=True)
class Session:
    """What is meant to be done: minutes, the longest stretch of running in them, the pain that ends it."""

    run_min: float
    walk_min: float = 0.0
    longest: float = 0.0
    stop_above: int = UNBEARABLE - 1
    item: str | None = None
    stage: str | None = None
    extra: bool = False
    intensity: float = 1.0


@dataclass(frozen=True, slots=True)
class Lived:
    """What was done and felt on a day. Scores of a session are None without one; `state` is that of the next morning."""

    day: int
    done: Session | None
    cut: bool
    pain_run: int | None
    pain_after: int | None
    pain_morning: int
    pain_daily: int
    pain_night: int
    limp: bool
    flare_up: bool
    state: State


def morning_score(runner: Runner, state: State, luck: Draws) -> int:
    """The score of the first minutes of a day."""
    return score(felt(state, runner.tissue, 0).morning, runner.tissue, stray(luck.morning), 0)


def meant(runner: Runner, wanted: Session | None, luck: Draws, *, free: bool) -> Session | None:
    """What the runner sets out to do, given what was wanted of them; `free`: nothing keeps them from an extra run."""
    obedience = runner.obedience
    if wanted is None:
        if not free or luck.extra >= obedience.extra:
            return None
        minutes = float(round(runner.usual_min * EXTRA))
        return Session(minutes, longest=minutes, extra=True, intensity=HARD if luck.hard < HARD_SHARE else 1.0)
    if luck.skip < obedience.skips:
        return None
    factor = obedience.factor + obedience.wobble * stray(luck.wobble)
    return replace(wanted, run_min=_half(wanted.run_min * factor), longest=_half(wanted.longest * factor))


def _half(minutes: float) -> float:
    return round(minutes * 2) / 2


def lived(runner: Runner, state: State, session: Session | None, day: int, luck: Draws) -> Lived:
    """Do the session, or as much of it as pain allows, and sleep on it."""
    tissue = runner.tissue
    done, cut = session, False
    after = _after(state, tissue, done)
    if done is not None and _run_score(after, tissue, done, luck) > _gives_up_above(runner, done):
        done, cut = replace(done, run_min=_half(done.run_min * CUT_TO), longest=_half(done.longest * CUT_TO)), True
        after = _after(state, tissue, done)
    load = _load(done)
    feels = felt(after, tissue, load)
    next_day = rested(after, tissue, load)
    return Lived(
        day=day,
        done=done,
        cut=cut,
        pain_run=None if done is None else _run_score(after, tissue, done, luck),
        pain_after=None if done is None else score(feels.after, tissue, stray(luck.after), 0),
        pain_morning=morning_score(runner, state, luck),
        pain_daily=score(feels.daily, tissue, stray(luck.daily), niggle(luck) if done is None else 0),
        pain_night=score(feels.night, tissue, stray(luck.daily), 0),
        limp=after.damage >= LIMPS_FROM,
        flare_up=after.flare_ups > state.flare_ups,
        state=next_day,
    )


def _gives_up_above(runner: Runner, session: Session) -> int:
    return session.stop_above if runner.obedience.stops else UNBEARABLE - 1


def _load(session: Session | None) -> float:
    return 0.0 if session is None else load_of(session.run_min, session.walk_min, session.intensity)


def _after(state: State, tissue: Tissue, session: Session | None) -> State:
    return strained(state, tissue, _load(session))


def _run_score(after: State, tissue: Tissue, session: Session, luck: Draws) -> int:
    return score(felt(after, tissue, _load(session)).run, tissue, stray(luck.run), niggle(luck))
