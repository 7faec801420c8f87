"""What the store keeps, what it refuses, and what it says."""

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.table import Table

from planner.store import Store, StoreFault
from planner.store.storage import JournalStorage

WINDOWS = os.name == "nt"


def entry(number: int) -> dict[str, object]:
    return {"kind": "pain", "id": f"p{number}", "score": number, "note": "à peine ½", "signs": []}


def entries(last: int) -> list[dict[str, object]]:
    return [entry(number) for number in range(1, last + 1)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stridewell"


@pytest.fixture
def journal(folder: Path) -> Path:
    """A journal of three entries, its copy of two."""
    for number in (1, 2, 3):
        Store(folder).append([entry(number)])
    return folder / "journal.json"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


def said_by(store: Store) -> str:
    with pytest.raises(StoreFault) as fault:
        store.entries()
    return str(fault.value)


# What it keeps


def test_what_was_appended_is_there_in_order_when_opened_again(folder: Path) -> None:
    with Store(folder) as store:
        store.append([entry(2), entry(1)])
        store.append([entry(3)])
        assert store.entries() == [entry(2), entry(1), entry(3)]
    with Store(folder) as store:
        assert store.entries() == [entry(2), entry(1), entry(3)]
        assert store.check() == []
        assert store.notice is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(batches=st.lists(st.lists(st.dictionaries(st.text(), json_values, max_size=3), max_size=3), max_size=4))
def test_any_json_comes_back_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[dict[str, object]]]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    for batch in batches:
        Store(folder).append(batch)
    assert Store(folder).entries() == [entry for batch in batches for entry in batch]
    assert Store(folder).check() == []


def test_looking_at_an_absent_journal_makes_nothing(folder: Path) -> None:
    store = Store(folder)
    store.append([])
    assert store.entries() == []
    assert store.check() == []
    store.forget()
    assert not folder.exists()


def test_the_file_is_utf_8_and_opens_with_stock_tinydb(journal: Path) -> None:
    assert "à peine ½" in journal.read_text(encoding="utf-8")
    with TinyDB(journal, access_mode="r", encoding="utf-8") as database:
        assert database.table("journal").all() == entries(3)


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    Store(tmp_path / "a").append(entries(3))
    for number in (1, 2, 3):
        Store(tmp_path / "b").append([dict(reversed(entry(number).items()))])
    assert (tmp_path / "a/journal.json").read_bytes() == (tmp_path / "b/journal.json").read_bytes()


def test_changing_what_was_handed_in_or_out_changes_nothing_stored(folder: Path) -> None:
    store = Store(folder)
    signs = ["swelling"]
    mine: dict[str, object] = {"id": "a", "signs": signs}
    store.append([mine])
    signs.clear()
    mine["id"] = "c"
    store.entries()[0]["id"] = "b"
    store.append([entry(1)])
    for opened in (store, Store(folder)):
        assert opened.entries() == [{"id": "a", "signs": ["swelling"]}, entry(1)]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "half a character: \ud800"])
def test_a_value_that_json_cannot_hold_is_refused_with_its_whole_batch(journal: Path, value: object) -> None:
    store = Store(journal.parent)
    before = files(journal.parent)
    with pytest.raises(StoreFault, match="nothing was changed"):
        store.append([entry(4), {"id": "odd", "note": value}])
    assert files(journal.parent) == before
    assert store.entries() == entries(3)


def test_the_version_grows_with_each_change_of_ours_or_of_another(folder: Path) -> None:
    mine, other = Store(folder), Store(folder)
    seen = [mine.version]
    mine.append([entry(1)])
    seen.append(mine.version)
    other.append([entry(2)])
    seen.append(mine.version)
    assert mine.entries() == entries(2)
    other.forget()
    seen.append(mine.version)
    assert mine.entries() == []
    assert seen == sorted(set(seen))
    assert mine.version == seen[-1]


def test_an_unchanged_file_is_not_read_again(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(journal.parent)
    store.entries()
    store.append([entry(4)])
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read again"))
    assert store.entries() == entries(4)


@pytest.mark.skipif(WINDOWS, reason="Windows keeps no such bits")
def test_health_data_is_for_the_owner_alone(journal: Path) -> None:
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in journal.parent.iterdir()} == {0o600}


def test_forget_leaves_no_file_and_the_store_usable(journal: Path) -> None:
    store = Store(journal.parent)
    journal.write_bytes(b"")
    assert store.notice
    store.forget()
    assert list(journal.parent.iterdir()) == []
    assert store.entries() == []
    assert store.notice is None
    store.append([entry(9)])
    assert Store(journal.parent).entries() == [entry(9)]


def test_forget_works_on_a_journal_that_cannot_be_opened(journal: Path) -> None:
    journal.write_bytes(b"?")
    journal.with_name("journal.json.bak").write_bytes(b"?")
    Store(journal.parent).forget()
    assert list(journal.parent.iterdir()) == []


@pytest.mark.parametrize("change", [Table.truncate, lambda table: table.remove(doc_ids=[2])])
def test_tinydb_itself_cannot_remove_an_entry(journal: Path, change: Callable[[Table], object]) -> None:
    storage = JournalStorage(journal.parent)
    storage.refresh()
    with pytest.raises(ValueError, match="append-only"):
        change(Table(storage, "journal"))
    assert Store(journal.parent).entries() == entries(3)


# Damage


def flipped(raw: bytes) -> bytes:
    """The same JSON with another pain score."""
    return raw.replace(b'"score":1', b'"score":9')


Damage = Callable[[bytes], bytes]

DAMAGE: dict[str, Damage] = {
    "empty": lambda _: b"",
    "truncated": lambda raw: raw[:-20],
    "truncated to whole lines": lambda raw: raw[: raw.rindex(b"\n", 0, -4)],
    "garbage": lambda _: bytes(range(256)),
    "a flipped digit": flipped,
    "one byte more": lambda raw: raw + b"\n",
    "another table": lambda _: b'{"_default": {"1": {"id": "x"}}}',
    "a list": lambda _: b"[1, 2]",
    "a number": lambda _: b"7",
    "no schema": lambda raw: raw.replace(b'"schema":1,', b""),
    "a schema in words": lambda raw: raw.replace(b'"schema":1,', b'"schema":"one",'),
    "a schema before the first": lambda raw: raw.replace(b'"schema":1,', b'"schema":0,'),
    "endless nesting": lambda _: b"[" * 100_000,
}
damage = pytest.mark.parametrize("damaged", DAMAGE.values(), ids=DAMAGE.keys())


@damage
def test_a_broken_file_is_kept_aside_and_the_last_good_copy_opened_with_one_sentence(
    journal: Path, damaged: Damage
) -> None:
    broken = damaged(journal.read_bytes())
    journal.write_bytes(broken)
    store = Store(journal.parent)
    assert store.check() == [f"{journal} can't be read as a journal; put a backup in its place, or move it away."]
    assert store.entries() == entries(2)
    assert store.notice == (
        f"The journal in {journal.parent} could not be read and was kept as journal.json.broken-1, so the last good "
        "copy with 2 entries was opened; please look whether the latest ones are there."
    )
    assert journal.with_name("journal.json.broken-1").read_bytes() == broken
    store.append([entry(3)])
    again = Store(journal.parent)
    assert again.entries() == entries(3)
    assert again.notice is None
    assert [problem for problem in again.check() if "broken-1" not in problem] == []


@damage
def test_when_the_copy_is_broken_too_nothing_is_opened_and_nothing_is_changed(journal: Path, damaged: Damage) -> None:
    copy = journal.with_name("journal.json.bak")
    for path in (journal, copy):
        path.write_bytes(damaged(path.read_bytes()))
    before = files(journal.parent)
    for _ in range(2):
        assert said_by(Store(journal.parent)) == (
            f"Neither {journal} nor its copy journal.json.bak can be read as a journal, so nothing was changed; "
            "put a backup in their place, or move both away to start anew."
        )
    with pytest.raises(StoreFault):
        Store(journal.parent).append([entry(4)])
    assert len(Store(journal.parent).check()) == 2
    assert files(journal.parent) == before


def test_a_file_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "journal.json").write_text('{"entries": []}')
    with pytest.raises(StoreFault, match="can be read as a journal"):
        Store(folder).append([entry(1)])
    assert files(folder) == {"journal.json": b'{"entries": []}'}


def test_a_missing_file_is_not_taken_for_an_empty_journal(journal: Path) -> None:
    journal.unlink()
    store = Store(journal.parent)
    assert "will be opened" in store.check()[0]
    assert store.entries() == entries(2)
    assert "was missing, so the last good copy with 2 entries was opened" in (store.notice or "")


def test_damage_that_happens_while_the_store_is_open_is_seen(journal: Path) -> None:
    store = Store(journal.parent)
    assert store.entries() == entries(3)
    journal.write_bytes(b"")
    store.append([entry(4)])
    assert store.notice
    assert store.entries() == [*entries(2), entry(4)]


def test_each_broken_file_gets_a_name_of_its_own(journal: Path) -> None:
    for number in (1, 2):
        journal.write_bytes(b"%d" % number)
        assert f"journal.json.broken-{number}" in (Store(journal.parent).notice or "")
    assert len(Store(journal.parent).check()) == 2


def test_a_broken_copy_is_told_and_replaced_by_the_next_entry(journal: Path) -> None:
    journal.with_name("journal.json.bak").write_bytes(b"")
    store = Store(journal.parent)
    assert len(store.check()) == 1
    assert store.entries() == entries(3)
    store.append([entry(4)])
    assert store.check() == []


def test_a_newer_schema_is_refused_and_nothing_is_changed(journal: Path) -> None:
    database = json.loads(journal.read_text(encoding="utf-8"))
    database["stridewell"]["1"]["schema"] = 2
    database["diary"] = database.pop("journal")
    journal.write_text(json.dumps(database), encoding="utf-8")
    before = files(journal.parent)
    store = Store(journal.parent)
    sentence = said_by(store)
    assert sentence == (
        f"{journal} was written by a newer Stridewell (schema 2, this one knows 1), so nothing was changed; "
        "update Stridewell to open it."
    )
    with pytest.raises(StoreFault):
        store.append([entry(4)])
    assert store.check() == [sentence]
    assert files(journal.parent) == before


# Folders that can't be used


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("mine")
    asks = [
        lambda: Store(place).append([entry(1)]),
        Store(place).entries,
        Store(place).check,
        Store(place).forget,
        Store(place / "deeper").entries,
    ]
    for ask in asks:
        with pytest.raises(StoreFault, match="is not a folder; choose a folder"):
            ask()
    assert place.read_text() == "mine"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "may not be read or written; give yourself permission"),
        (errno.EROFS, "may not be read or written; give yourself permission"),
        (errno.ENOSPC, "is full, so nothing was saved; free some space"),
        (errno.EIO, r"could not be read or saved \(Input/output error\); check the disk"),
    ],
)
def test_what_the_system_says_becomes_one_sentence_that_names_the_folder(
    journal: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    store = Store(journal.parent)
    store.entries()
    before = files(journal.parent)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(StoreFault, match=sentence) as fault:
            store.append([entry(4)])
    assert str(journal.parent) in str(fault.value)
    assert files(journal.parent) == before
    assert store.entries() == entries(3)
