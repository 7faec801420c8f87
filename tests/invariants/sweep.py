"""Many seeds at once: `python -m tests.invariants.sweep --n 2000 --seed 1 --out FOLDER` prints what was breached and keeps the cases.

A kept file holds the breach, the seed, and the case made small; where two cases were compared, the other is `beside`.
"""

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from planner.desk import plan_case

from .facts import Case, canonical
from .generate import KINDS, labelled, of_kind
from .judge import judge, kind_of, running_minutes_ahead
from .shrink import shrink
from .trials import TRIALS, Breach, all_breaches


def _seed_breaches(case: Case, seed: int, trials: tuple[str, ...]) -> list[Breach]:
    found: list[Breach] = []
    for name in trials:
        try:
            found += all_breaches(case, plan_case, seed, (name,))
        except Exception as error:  # noqa: BLE001 - any failure of the planner is a finding, not an end
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(last.filename).name} {last.name}"
            found.append(Breach(f"raised: {type(error).__name__} in {where}: {str(error)[:150]}", case))
    return found


def _still(breach: Breach) -> Callable[..., bool] | None:
    """A test of smaller cases for the same breach, where one can be made."""
    if breach.beside is not None and breach.words.startswith("10:"):
        return lambda case, other: canonical(plan_case(case)) != canonical(plan_case(other))
    if breach.beside is not None:
        return lambda case, worse: running_minutes_ahead(plan_case(worse)) > running_minutes_ahead(plan_case(case))
    wanted = kind_of(breach.words)
    return lambda case: any(kind_of(each) == wanted for each in judge(case, plan_case(case)))


def _keep(out: Path, number: int, breach: Breach, seed: int, tries: int) -> Path:
    given = (breach.case,) if breach.beside is None else (breach.case, breach.beside)
    still = _still(breach)
    small = shrink(given, still, tries) if still else given
    path = out / f"{number:02d}-seed{seed}.json"
    kept = {"breach": breach.words, "seed": seed, "case": small[0], "beside": small[1] if len(small) > 1 else None}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return path


def _has_runs(case: Case) -> bool:
    try:
        return running_minutes_ahead(plan_case(case)) > 0
    except Exception:  # noqa: BLE001 - told of among the breaches
        return False


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def options() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--n", type=int, default=300)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--kind", choices=list(KINDS), help="one kind of runner alone")
    p.add_argument("--trials", default=",".join(TRIALS), help="some of the trials alone")
    p.add_argument("--out", type=Path, default=None, help="a folder for the cases")
    p.add_argument("--shrink", type=int, default=200, help="tries to make a case smaller")
    p.add_argument("--only", default="", help="breaches that contain this text alone")
    return p.parse_args()


def main() -> None:
    a = options()
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Breach, int, str]] = {}
    runs: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    began = time.perf_counter()
    for seed in range(a.seed, a.seed + a.n):
        label, case = (a.kind, of_kind(a.kind, seed)) if a.kind else labelled(seed)
        seen[label] += 1
        runs[label] += _has_runs(case)
        for breach in _seed_breaches(case, seed, tuple(a.trials.split(","))):
            if a.only in breach.words:
                counts[kind_of(breach.words)] += 1
                first.setdefault(kind_of(breach.words), (breach, seed, label))
    for number, (kind, count) in enumerate(counts.most_common(), 1):
        breach, seed, label = first[kind]
        say(f"{count:5}  {breach.words[:240]}   [{label}, seed {seed}]")
        if a.out:
            a.out.mkdir(parents=True, exist_ok=True)
            say(f"       {_keep(a.out, number, breach, seed, a.shrink)}")
    shares = ", ".join(f"{label} {runs[label]}/{seen[label]}" for label in seen)
    say(
        f"{counts.total()} breaches of {len(counts)} kinds; plans with runs: {shares}; {time.perf_counter() - began:.0f} s"
    )


if __name__ == "__main__":
    main()
