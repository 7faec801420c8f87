"""One file that the runner hands over: picked within the tap, as phones demand, and brought in beside the socket."""

from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import flet as ft

from planner.intake import IntakeFault
from planner.ui.log.files import ADDRESS_LASTS_S
from planner.ui.log.incoming import FOLDER, LARGEST_BYTES, LARGEST_MB
from planner.ui.model import Model


class Picked(ft.Observable):
    """`data` is what is in the file; empty until one has come. `name` is what the runner calls it."""

    def __init__(self, model: Model, page: ft.Page) -> None:
        self._model = model
        self._page = page
        self._stored: Path | None = None
        self.name = ""
        self.data = b""
        self.fault = ""
        self.picker = ft.FilePicker(on_result=self.picked, on_upload=self.arrived)

    async def picked(self, event: ft.FilePickerResultEvent) -> None:
        file = next(iter(event.files or ()), None)
        if file is None:
            return
        self.name = Path(file.name).name
        if file.size > LARGEST_BYTES:
            self._put(fault=self._model.say("ui.import.too_large", name=file.name, most=LARGEST_MB))
        elif file.path:
            self._take(Path(file.path), file.name)
        else:
            self._stored = self._model.desk.folder / FOLDER / uuid4().hex
            address = self._page.get_upload_url(self._stored.name, ADDRESS_LASTS_S)
            await self.picker.upload([ft.FilePickerUploadFile(upload_url=address, id=file.id, name=file.name)])

    def arrived(self, event: ft.FilePickerUploadEvent) -> None:
        """It is on its way, has come, or got lost."""
        stored = self._stored
        # It may be said twice that one has come, and the second time when another is on its way.
        if stored is None or Path(event.file_name).name != self.name:
            return
        if event.error:
            self._put(fault=self._model.say("ui.import.lost", name=event.file_name))
        elif (event.progress or 0) < 1 or not stored.exists():
            return
        else:
            self._take(stored, event.file_name)
        self._clear(stored)

    def forget(self) -> None:
        self._put()

    def _take(self, path: Path, name: str) -> None:
        try:
            self._put(path.read_bytes())
        except OSError:
            self._put(fault=self._model.say("ui.import.lost", name=name))

    def _clear(self, stored: Path) -> None:
        """Leaves nothing behind of what was handed over."""
        self._stored = None
        with suppress(OSError):
            stored.unlink(missing_ok=True)
            stored.parent.rmdir()

    def _put(self, data: bytes = b"", fault: str = "") -> None:
        self.data, self.fault = data, fault
        self.notify()


def unreadable(model: Model, name: str, fault: IntakeFault) -> str:
    """Why nothing can be taken from a file, in one sentence."""
    why = model.say(fault.why, **fault.params).rstrip(".")
    return model.say("ui.import.faulty", name=name, why=why)
