"""Makes a failing case, or a pair of cases, smaller: drops journal lines and runner keys while the breach persists."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from .facts import Case, canonical


def _without(cases: tuple[Case, ...], lines: set[str]) -> tuple[Case, ...]:
    return tuple(
        case | {"journal": [e for e in case.get("journal") or [] if canonical(e) not in lines]} for case in cases
    )


def _fewer_lines(cases: tuple[Case, ...]) -> Iterator[tuple[Case, ...]]:
    """Halves, quarters and at last single lines that all the cases have, taken out of all."""
    per_case = [[canonical(e) for e in case.get("journal") or []] for case in cases]
    shared = [line for line in dict.fromkeys(per_case[0]) if all(line in lines for lines in per_case)]
    size = max(1, len(shared) // 2)
    while shared:
        for start in range(0, len(shared), size):
            yield _without(cases, set(shared[start : start + size]))
        if size == 1:
            return
        size //= 2


def _fewer_keys(cases: tuple[Case, ...]) -> Iterator[tuple[Case, ...]]:
    runners = [case.get("runner") or {} for case in cases]
    for key in runners[0]:
        if all(key in runner and runner[key] == runners[0][key] for runner in runners):
            yield tuple(
                case | {"runner": {k: v for k, v in runner.items() if k != key}}
                for case, runner in zip(cases, runners, strict=True)
            )
    for key in ("week_start", "issued"):
        if cases[0].get(key):
            yield tuple({k: v for k, v in case.items() if k != key} for case in cases)


def _leaner_lines(cases: tuple[Case, ...]) -> Iterator[tuple[Case, ...]]:
    """Of a single case, each line without one of its answers."""
    if len(cases) != 1:
        return
    (case,) = cases
    journal = case.get("journal") or []
    for index, entry in enumerate(journal):
        for key in entry:
            if key not in ("kind", "id", "at"):
                lean = {k: v for k, v in entry.items() if k != key}
                yield (case | {"journal": [*journal[:index], lean, *journal[index + 1 :]]},)


def shrink(cases: tuple[Case, ...], still_fails: Callable[..., bool], most_tries: int = 400) -> tuple[Case, ...]:
    """The smallest cases found within so many tries; a try that raises doesn't count as failing."""
    best, tries, found = deepcopy(cases), 0, True
    while found and tries < most_tries:
        found = False
        for smaller in (_fewer_lines, _fewer_keys, _leaner_lines):
            for candidate in smaller(best):
                tries += 1
                if _fails(candidate, still_fails):
                    best, found = deepcopy(candidate), True
                    break
                if tries >= most_tries:
                    return best
    return best


def _fails(candidate: tuple[Case, ...], still_fails: Callable[..., bool]) -> bool:
    try:
        return still_fails(*candidate)
    except Exception:  # noqa: BLE001 - a candidate may have become bad input
        return False
