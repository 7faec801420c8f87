"""Copies of the journal, and going back to one."""

from datetime import datetime
from pathlib import Path

import pytest

from planner.store import Store, StoreFault

NOON = datetime(2026, 11, 24, 12, 0)
NIGHT = datetime(2026, 11, 24, 23, 59, 59)


def entry(number: int) -> dict[str, object]:
    return {"kind": "pain", "id": f"p{number}", "score": number}


def entries(last: int) -> list[dict[str, object]]:
    return [entry(number) for number in range(1, last + 1)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "data")
    store.append(entries(2))
    return store


def test_a_copy_is_whole_dated_and_for_the_owner_alone(store: Store) -> None:
    path = store.back_up(NOON)
    assert path.name == "stridewell-2026-11-24-120000.json"
    assert store.read_copy(path) == entries(2)
    assert path.stat().st_mode & 0o077 == 0
    assert store.check() == []


def test_copies_of_one_second_do_not_replace_each_other_and_the_newest_comes_first(store: Store) -> None:
    first = store.back_up(NOON)
    store.append([entry(3)])
    second, third = store.back_up(NOON), store.back_up(NIGHT)
    (first.parent / "notes.txt").write_text("mine")
    (first.parent / "stridewell-holiday.json").write_text("mine")
    assert [copy.path for copy in store.copies()] == [third, second, first]
    assert [copy.at for copy in store.copies()] == [NIGHT, NOON, NOON]
    assert (store.read_copy(first), store.read_copy(second)) == (entries(2), entries(3))


def test_going_back_keeps_what_was_there_first(store: Store) -> None:
    copy = store.back_up(NOON)
    store.append([entry(3)])
    before = store.version
    kept = store.restore(copy, NIGHT)
    assert store.entries() == entries(2)
    assert store.version > before
    assert kept
    assert store.read_copy(kept) == entries(3)
    store.append([entry(4)])
    assert store.entries() == [*entries(2), entry(4)]
    store.restore(kept, NIGHT)
    assert store.entries() == entries(3)


def test_another_open_store_sees_that_it_went_back(store: Store) -> None:
    copy = store.back_up(NOON)
    store.append([entry(3)])
    other = Store(copy.parents[1])
    assert other.entries() == entries(3)
    store.restore(copy, NIGHT)
    assert other.entries() == entries(2)


def test_a_copy_comes_into_an_empty_folder(store: Store, tmp_path: Path) -> None:
    copy = store.back_up(NOON, tmp_path / "stick.json")
    fresh = Store(tmp_path / "new")
    assert fresh.restore(copy, NIGHT) is None
    assert fresh.entries() == entries(2)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is no whole copy"),
        (b'{"schema": 1, "journal": []}', "exported is imported"),
        (b"[1]", "is no whole copy"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_and_nothing_changes(
    store: Store, tmp_path: Path, raw: bytes, said: str
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(raw)
    with pytest.raises(StoreFault, match=said):
        store.restore(path, NOON)
    assert store.entries() == entries(2)
    assert store.copies() == []


def test_a_damaged_copy_is_refused_and_told_by_a_check(store: Store) -> None:
    copy = store.back_up(NOON)
    copy.write_bytes(copy.read_bytes().replace(b'"score":1', b'"score":9'))
    with pytest.raises(StoreFault, match="no whole copy"):
        store.restore(copy, NIGHT)
    assert [str(copy) in problem for problem in store.check()] == [True]


def test_a_copy_that_is_not_there_or_from_a_newer_version_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="There is no copy"):
        store.restore(tmp_path / "nothing.json", NOON)
    with pytest.raises(StoreFault, match="There is no copy"):
        store.restore(tmp_path, NOON)
    copy = store.back_up(NOON)
    copy.write_bytes(copy.read_bytes().replace(b'"schema":1', b'"schema":2', 1))
    with pytest.raises(StoreFault, match="newer Stridewell"):
        store.restore(copy, NIGHT)
    assert store.entries() == entries(2)


def test_going_back_works_on_a_journal_that_cannot_be_opened_and_keeps_its_bytes(store: Store) -> None:
    copy = store.back_up(NOON)
    folder = copy.parents[1]
    for name in ("journal.json", "journal.json.bak"):
        (folder / name).write_bytes(b"?")
    kept = Store(folder).restore(copy, NIGHT)
    assert kept
    assert kept.read_bytes() == b"?"
    assert Store(folder).entries() == entries(2)


def test_a_journal_from_a_newer_version_is_not_replaced(store: Store) -> None:
    copy = store.back_up(NOON)
    path = copy.parents[1] / "journal.json"
    newer = path.read_bytes().replace(b'"schema":1', b'"schema":2', 1)
    path.write_bytes(newer)
    with pytest.raises(StoreFault, match="newer Stridewell"):
        Store(copy.parents[1]).restore(copy, NIGHT)
    assert path.read_bytes() == newer


def test_a_copy_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("mine")
    with pytest.raises(StoreFault, match="is there already and was left as it is"):
        store.back_up(NOON, mine)
    assert mine.read_text() == "mine"
    with pytest.raises(StoreFault, match="is not there; make it"):
        store.back_up(NOON, tmp_path / "nowhere" / "copy.json")


def test_an_empty_journal_has_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="nothing to copy yet"):
        Store(tmp_path / "data").back_up(NOON)


def test_a_copy_that_does_not_read_back_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.store.storage.encoded", lambda _: b"half")
    with pytest.raises(StoreFault, match="could not be read back"):
        store.back_up(NOON)
    assert store.copies() == []


def test_forgetting_takes_the_copies_along(store: Store) -> None:
    folder = store.back_up(NOON).parents[1]
    store.forget()
    assert list(folder.iterdir()) == []


def test_a_copy_larger_than_any_journal_is_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(StoreFault, match="larger than 200 MB"):
        Store(tmp_path / "runner").read_copy(huge)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "There is no copy"), ("es", "No hay ninguna copia"), ("ru", "нет, ничего")]
)
def test_what_is_wrong_is_said_in_the_language_of_whoever_reads_it(tmp_path: Path, language: str, said: str) -> None:
    with pytest.raises(StoreFault) as fault:
        Store(tmp_path / "runner").read_copy(tmp_path / "none.json")
    assert said in fault.value.said(language)
