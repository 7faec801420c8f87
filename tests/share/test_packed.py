import io
import zipfile

from planner.share.packed import packed


def test_several_files_leave_as_one_and_always_in_the_same_bytes() -> None:
    files = {"pain.csv": b"id,at\r\n", "plan.csv": "día".encode()}
    whole = packed(files)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert packed(files) == whole
