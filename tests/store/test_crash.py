"""Nothing confirmed is ever lost: kills at any instant, full disks, and several writers at once."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from types import FrameType

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

import planner.store
from planner.store import Store, StoreFault

ROOM = str(Path(planner.store.__file__).parent)
HOUSE = Path(planner.store.__file__).parents[2]

posix = pytest.mark.skipif(os.name == "nt", reason="needs fork, signals or resource limits")

Entries = list[dict[str, object]]


def entry(number: int) -> dict[str, object]:
    return {"id": number}


def entries(last: int) -> Entries:
    return [entry(number) for number in range(1, last + 1)]


# Kills


def killed_at(line: int, act: Callable[[], object]) -> bool:
    """Does `act` in a child that dies, without any clean-up, before its `line`th line in the store's room."""
    child = os.fork()
    if child == 0:
        left = line

        def step(frame: FrameType, event: str, _: object) -> object:
            nonlocal left
            if not frame.f_code.co_filename.startswith(ROOM):
                return None
            if event == "line":
                left -= 1
                if left == 0:
                    os._exit(9)
            return step

        sys.settrace(step)  # type: ignore[arg-type]
        try:
            act()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def survivors(tmp_path: Path, prepare: Callable[[Path], object], act: Callable[[Path], object]) -> Iterator[Path]:
    """The folder as each possible kill during `act` leaves it."""
    for line in range(1, 1000):
        folder = tmp_path / str(line)
        prepare(folder)
        if not killed_at(line, lambda folder=folder: act(folder)):
            assert line > 10, "the child was never killed: the tracing saw nothing"
            return
        yield folder
    pytest.fail("the act has no end")


def goes_on(folder: Path) -> bool:
    """Whether what is there can be continued, and opened again."""
    before = Store(folder).entries()
    Store(folder).append([entry(99)])
    return Store(folder).entries() == [*before, entry(99)]


@pytest.mark.slow
@posix
@pytest.mark.parametrize("there", [0, 1, 2])
def test_a_kill_before_any_line_of_an_append_leaves_the_old_or_the_new_journal_whole(
    tmp_path: Path, there: int
) -> None:
    def prepare(folder: Path) -> None:
        for number in range(there):
            Store(folder).append([entry(number + 1)])

    found: list[Entries] = []
    for folder in survivors(tmp_path, prepare, lambda folder: Store(folder).append([entry(7), entry(8)])):
        store = Store(folder)
        found.append(store.entries())
        assert store.notice is None
        assert store.check() == []
        assert goes_on(folder)
    old, new = entries(there), [*entries(there), entry(7), entry(8)]
    assert all(state in (old, new) for state in found)
    assert found[0] == old
    assert found[-1] == new


@pytest.mark.slow
@posix
def test_a_kill_before_any_line_of_going_back_still_opens_the_last_good_copy(tmp_path: Path) -> None:
    def prepare(folder: Path) -> None:
        for number in (1, 2, 3):
            Store(folder).append([entry(number)])
        (folder / "journal.json").write_bytes(b"broken")

    for folder in survivors(tmp_path, prepare, lambda folder: Store(folder).entries()):
        assert Store(folder).entries() == entries(2)
        assert (folder / "journal.json.broken-1").read_bytes() == b"broken"
        assert goes_on(folder)


@pytest.mark.slow
@posix
def test_a_kill_before_any_line_of_forgetting_leaves_the_journal_whole_or_gone(tmp_path: Path) -> None:
    def prepare(folder: Path) -> None:
        for number in (1, 2, 3):
            Store(folder).append([entry(number)])

    for folder in survivors(tmp_path, prepare, lambda folder: Store(folder).forget()):
        store = Store(folder)
        assert store.entries() in (entries(3), [])
        assert store.notice is None
        assert goes_on(folder)
        store.forget()
        assert list(folder.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from planner.store import Store
store = Store(Path(sys.argv[1]))
name, first, last = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(first, last):
    store.append([{"by": name, "id": number}])
    print(number, flush=True)
"""


def writer(folder: Path, name: str, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(first), str(last)]
    return subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True)


@posix
def test_a_process_killed_while_it_writes_keeps_everything_it_confirmed(tmp_path: Path) -> None:
    done = 0
    for more in (1, 9, 40, 25):
        with writer(tmp_path, "w", done, 1_000_000) as process:
            assert process.stdout
            for _ in range(more):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
            confirmed = done + more + len(process.stdout.read().split())
        store = Store(tmp_path)
        found = store.entries()
        assert [entry["id"] for entry in found] == list(range(len(found)))
        assert confirmed <= len(found) <= confirmed + 1
        assert store.notice is None
        assert store.check() == []
        done = len(found)


# Several at once


def test_two_processes_and_four_threads_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    processes = [writer(tmp_path, name, 0, 40) for name in ("p1", "p2")]

    def write(name: str) -> None:
        for number in range(40):
            store.append([{"by": name, "id": number}])
            assert len(store.entries()) > number

    threads = [Thread(target=write, args=(f"t{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for process in processes:
        with process:
            process.communicate()
        assert process.returncode == 0
    found = store.entries()
    for name in ("p1", "p2", "t0", "t1", "t2", "t3"):
        assert [entry["id"] for entry in found if entry["by"] == name] == list(range(40))
    assert len(found) == 6 * 40
    assert Store(tmp_path).entries() == found


def test_a_journal_held_too_long_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.store.store._PATIENCE_S", 0)
    store = Store(tmp_path)
    with FileLock(tmp_path / "journal.lock"), pytest.raises(StoreFault, match=r"Another program .*; close it"):
        store.append([entry(1)])
    assert store.entries() == []


# Faults of the system


@contextmanager
def failing(name: str, turn: int, code: int = errno.ENOSPC) -> Iterator[Callable[[], bool]]:
    """Lets the `turn`th call of `os.<name>` fail; gives a question whether it came to that."""
    calls = 0
    real = getattr(os, name)

    def call(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == turn:
            raise OSError(code, os.strerror(code))
        return real(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, call)
        yield lambda: calls >= turn


faults = st.none() | st.tuples(
    st.sampled_from(["open", "fsync", "replace", "link", "unlink", "mkdir", "stat", "close"]),
    st.integers(1, 15),
    st.sampled_from([errno.ENOSPC, errno.EACCES, errno.EIO]),
)


@given(steps=st.lists(st.tuples(st.integers(0, 3), faults, st.booleans()), max_size=8))
def test_whatever_fails_the_journal_is_what_was_confirmed(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, tuple[str, int, int] | None, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("data") / "stridewell"
    store = Store(folder)
    confirmed: Entries = []
    for size, fault, opened_again in steps:
        batch = [entry(len(confirmed) + number) for number in range(size)]
        try:
            if fault:
                with failing(*fault):
                    store.append(batch)
            else:
                store.append(batch)
            confirmed += batch
        except StoreFault:
            assert fault
        if opened_again:
            store = Store(folder)
        assert store.entries() == confirmed
    assert Store(folder).entries() == confirmed
    assert Store(folder).notice is None


@pytest.mark.parametrize(
    ("there", "name", "turn"),
    [
        (0, "fsync", 1),
        (0, "fsync", 2),
        (0, "replace", 1),
        (2, "fsync", 1),
        (2, "fsync", 2),
        (2, "replace", 1),
        (2, "replace", 2),
        (2, "unlink", 1),
    ],
)
def test_an_append_that_fails_leaves_no_trace(tmp_path: Path, there: int, name: str, turn: int) -> None:
    store = Store(tmp_path)
    for number in range(there):
        store.append([entry(number + 1)])
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
    with failing(name, turn), pytest.raises(StoreFault, match="nothing was saved"):
        store.append([entry(9)])
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.json")} == before
    assert not list(tmp_path.glob("*.json.tmp"))
    store.append([entry(there + 1)])
    assert Store(tmp_path).entries() == entries(there + 1)
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize("name", ["open", "stat", "fsync", "replace", "link", "unlink"])
@pytest.mark.parametrize("there", [0, 2])
def test_each_single_call_that_fails_ends_in_all_or_nothing(tmp_path: Path, name: str, there: int) -> None:
    turn = 0
    came_to_it = True
    while came_to_it:
        turn += 1
        folder = tmp_path / str(turn)
        store = Store(folder)
        for number in range(there):
            store.append([entry(number + 1)])
        expected = [*entries(there), entry(8), entry(9)]
        with failing(name, turn) as failed:
            try:
                store.append([entry(8), entry(9)])
            except StoreFault:
                expected = entries(there)
            came_to_it = failed()
        assert store.entries() == Store(folder).entries() == expected
    assert turn > 1 or (name, there) == ("link", 0)


def test_where_links_do_not_exist_the_last_generation_is_copied(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in (1, 2, 3):
        with failing("link", 1, errno.EPERM):
            store.append([entry(number)])
    (tmp_path / "journal.json").write_bytes(b"")
    assert Store(tmp_path).entries() == entries(2)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_sync_folders_still_works(tmp_path: Path, code: int) -> None:
    with failing("fsync", 2, code):
        Store(tmp_path).append([entry(1)])
    assert Store(tmp_path).entries() == entries(1)


def test_entries_are_on_the_disk_before_they_take_the_place_of_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    store.append([entry(1)])
    order: list[str] = []
    for name in ("fsync", "link", "replace"):
        real = getattr(os, name)

        def call(*args: object, name: str = name, real: Callable[..., object] = real) -> object:
            order.append(name if len(args) == 1 else f"{name} to {Path(str(args[1])).name}")
            return real(*args)

        monkeypatch.setattr(os, name, call)
    store.append([entry(2)])
    assert order == [
        "fsync",
        "link to journal.json.bak.tmp",
        "replace to journal.json.bak",
        "replace to journal.json",
        "fsync",
    ]


LIMITED = """
import resource, sys
from pathlib import Path
from planner.store import Store, StoreFault
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
store = Store(Path(sys.argv[1]))
confirmed = 0
try:
    while confirmed < 1000:
        store.append([{"id": confirmed + 1}])
        confirmed += 1
except StoreFault as fault:
    print(confirmed, fault)
    assert len(store.entries()) == confirmed
"""


@posix
def test_a_disk_that_fills_up_costs_one_sentence_and_no_entry(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    confirmed, sentence = run.stdout.split(maxsplit=1)
    expected = f"The disk that holds {tmp_path} is full, so nothing was saved; free some space and try again.\n"
    assert sentence == expected
    store = Store(tmp_path)
    assert store.entries() == entries(int(confirmed))
    assert 10 < int(confirmed) < 1000
    assert not list(tmp_path.glob("*.tmp"))
    store.append([entry(int(confirmed) + 1)])
    assert store.entries() == entries(int(confirmed) + 1)
