"""The core reads no clock, no random number and nothing from outside: the same case always gives the same plan."""

from pathlib import Path

import pytest

from planner import resources
from tests.purity import CORE, READS, TELLING, impurities, sources

PLANNER = Path(resources.__file__).parent

SINS = {
    "the day of the machine": "from datetime import date\nx = date.today()",
    "the time of the machine": "import datetime\nx = datetime.datetime.now()",
    "the time in UTC": "from datetime import UTC, datetime\nx = datetime.now(UTC)",
    "a clock by another name": "from datetime import datetime as clock\nx = clock.now()",
    "a module by another name": "import datetime as dt\nx = map(dt.date.today, [])",
    "a clock handed on": "from datetime import date\nfrom dataclasses import field\nx = field(default_factory=date.today)",
    "a clock that came as an argument": "def f(clock): return clock.now()",
    "a clock asked for by name": "from datetime import date\nx = getattr(date, 'today')()",
    "a clock inside a function": "def f():\n    from time import monotonic\n    return monotonic()",
    "time": "import time\nx = time.time()",
    "seconds since the epoch": "from datetime import datetime\nx = datetime.fromtimestamp(0)",
    "the zone of the machine": "def f(at): return at.astimezone()",
    "the zone of the machine through dateutil": "from dateutil.tz import tzlocal\nx = tzlocal()",
    "today through dateutil": "from dateutil import utils\nx = utils.today()",
    "a date that dateutil fills in": "from dateutil import parser\nx = parser.parse('7am')",
    "the same under another name": "from dateutil.parser import parse as read\nx = read('7am')",
    "a rule that begins now": "from dateutil.rrule import DAILY, rrule\nx = rrule(DAILY, count=3)",
    "random": "import random",
    "random from inside numpy": "from numpy.random import default_rng",
    "secrets": "from secrets import token_hex",
    "uuid": "import uuid",
    "a hash that differs from run to run": "def f(entry): return hash(entry)",
    "an address in memory": "def f(entries): return sorted(entries, key=id)",
    "open": "x = open('journal.json')",
    "open handed on": "x = map(open, ['journal.json'])",
    "a path": "from pathlib import Path",
    "a file read": "def f(path): return path.read_text()",
    "a file read by a method handed on": "def f(paths): return [read() for read in (p.read_bytes for p in paths)]",
    "a folder listed": "def f(folder): return list(folder.iterdir())",
    "the files that ship, anywhere but in their place": "from planner.resources import folder",
    "os": "import os.path",
    "sys": "from sys import argv",
    "locale": "import locale",
    "a screen's words": "x = input()",
    "output": "def f(): print('hello')",
    "code at run time": "x = __import__('time')",
    "imports at run time": "import importlib",
    "the network": "import urllib.request",
    "a socket": "from socket import create_connection",
    "http": "import http.client",
    "another program": "import subprocess",
    "threads": "from concurrent.futures import ThreadPoolExecutor",
    "Flet": "import flet as ft",
    "TinyDB": "from tinydb import TinyDB",
    "a screen of ours": "from planner.ui import app",
    "the store": "import planner.store",
    "the desk": "from planner.desk import Desk",
    "words, from the core": "from planner.words import say",
    "Babel, from the core": "import babel",
}  # fmt: skip
CLEAN = {
    "a day that is handed in": "from datetime import date, timedelta\nf = lambda today: today + timedelta(days=1)",
    "a field called today": "def f(week): return week.today",
    "dateutil told where to begin": "from dateutil import parser\nf = lambda text, today: parser.parse(text, default=today)",
    "a rule told where to begin": "from dateutil.rrule import DAILY, rrule\nf = lambda day: rrule(DAILY, dtstart=day, count=3)",
    "a parameter that is called like a builtin": "def f(id, hash): return id, hash",
    "a field that is called like a builtin": "def f(entry): return entry.id",
    "the rooms of the core": "from planner.journal import Run\nfrom planner.protocols import protocols",
    "a zone that was given": "def f(at, zone): return at.astimezone(zone)",
}


def found_in(files: dict[str, str]) -> list[str]:
    return [f"{place}:{words}" for place, text in files.items() for words in impurities(text, place)]


def test_the_core_reads_no_clock_no_random_number_and_nothing_from_outside() -> None:
    assert found_in(sources(PLANNER, CORE, least=40)) == []


def test_what_turns_a_case_into_a_plan_and_its_words_is_as_pure() -> None:
    assert found_in(sources(PLANNER, TELLING, least=5)) == []


@pytest.mark.parametrize("sin", SINS)
@pytest.mark.parametrize("place", ["journal/fold.py", "protocols/limits.py", "assess/flags.py", "schedule/caps.py"])
def test_what_reaches_out_is_seen(sin: str, place: str) -> None:
    assert impurities(SINS[sin], place)


@pytest.mark.parametrize("sin", [sin for sin in SINS if "from the core" not in sin])
@pytest.mark.parametrize("place", ["words/telling.py", "cases.py"])
def test_what_reaches_out_is_seen_in_words_and_cases_too(sin: str, place: str) -> None:
    assert impurities(SINS[sin], place)


@pytest.mark.parametrize("innocent", CLEAN)
def test_pure_code_passes(innocent: str) -> None:
    assert impurities(CLEAN[innocent], "assess/flags.py") == []


@pytest.mark.parametrize(("place", "means"), READS.items())
def test_the_reading_of_shipped_files_is_in_one_place_and_really_there(place: str, means: frozenset[str]) -> None:
    text = (PLANNER / place).read_text("utf-8")
    elsewhere = place.rpartition("/")[0] + "/elsewhere.py"
    assert impurities(text, place) == []
    assert len(impurities(text, elsewhere)) >= len(means)


@pytest.mark.parametrize(
    "sin", ["the day of the machine", "random", "the network", "a file read by a method handed on", "TinyDB"]
)
@pytest.mark.parametrize("place", READS)
def test_even_where_files_are_read_nothing_else_passes(sin: str, place: str) -> None:
    assert impurities(SINS[sin], place)


def test_the_wrong_folder_is_not_taken_for_a_pure_one(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no source in"):
        sources(tmp_path, CORE, least=1)


def test_an_empty_room_is_not_taken_for_a_pure_one(tmp_path: Path) -> None:
    for room in CORE:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").write_text("X = 1\n" if room != "assess" else "\n")
    with pytest.raises(AssertionError, match=r"no source in .*assess"):
        sources(tmp_path, CORE, least=1)


def test_too_few_files_are_not_taken_for_the_core(tmp_path: Path) -> None:
    for room in CORE:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").write_text("X = 1\n")
    with pytest.raises(AssertionError, match="4 files of source"):
        sources(tmp_path, CORE, least=40)
