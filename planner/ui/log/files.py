"""Runs from files: picked, handed over with their progress shown, read, and told in words."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import flet as ft

from planner.ui import theme
from planner.ui.log.incoming import FOLDER, LARGEST_BYTES, LARGEST_MB, Brought, bring, told
from planner.ui.measures import number
from planner.ui.model import Model
from planner.ui.parts.states import loading
from planner.ui.parts.text import fault_line, heading, small

MOST_FILES = 200
ADDRESS_LASTS_S = 3600


class Inbox(ft.Observable):
    """The files that are on their way. `words` say how far they are, `done` in numbers from 0 to 1."""

    def __init__(self, model: Model, page: ft.Page) -> None:
        self._model = model
        self._page = page
        # One file may be named as another: each is stored under a name of ours.
        self._stored: dict[str, Path] = {}
        self._arrived: set[str] = set()
        self._order: list[ft.FilePickerFile] = []
        self.words = ""
        self.done: float | None = None
        self.fault = ""
        self.picker = ft.FilePicker(on_result=self.picked, on_upload=self.arrived)

    async def picked(self, event: ft.FilePickerResultEvent) -> None:
        files = list(event.files or ())
        if not files:
            return
        self.fault = self._too_much(files)
        if self.fault:
            self.notify()
            return
        self._order, self._stored = files, {}
        if all(file.path for file in files):
            self._read([(file.name, Path(str(file.path))) for file in files])
            return
        folder = self._model.desk.folder / FOLDER
        uploads: list[ft.FilePickerUploadFile] = []
        for file in files:
            kept = uuid4().hex
            self._stored[file.name] = folder / kept
            address = self._page.get_upload_url(kept, ADDRESS_LASTS_S)
            uploads.append(ft.FilePickerUploadFile(upload_url=address, id=file.id, name=file.name))
        self._arrived = set()
        self._show(files[0].name, 0)
        await self.picker.upload(uploads)

    def arrived(self, event: ft.FilePickerUploadEvent) -> None:
        """One file is on its way, has come, or got lost."""
        if event.error:
            self._clear()
            self.words, self.fault = "", self._model.say("ui.import.lost", name=event.file_name)
            self.notify()
            return
        self._show(event.file_name, event.progress or 0)
        if event.progress is not None and event.progress >= 1:
            self._arrived.add(event.file_name)
            if self._arrived >= self._stored.keys():
                self._read([(name, path) for name, path in self._stored.items()])

    def _read(self, files: Sequence[tuple[str, Path]]) -> None:
        model = self._model
        self.words, self.done = model.say("ui.import.reading", n=len(files)), None
        self.notify()
        brought = Brought()

        def take() -> tuple[str, ...]:
            nonlocal brought
            brought = bring(model.desk, ((name, path.read_bytes()) for name, path in files))
            return brought.ids

        # Where nothing could be read, nothing was done: then the same words are said as a fault.
        fault = model.write(take, lambda: told(brought, model.language))
        if not fault and brought.is_empty:
            fault = told(brought, model.language)
            model.dismiss()
        self._clear()
        self.words, self.done, self.fault = "", None, fault or ""
        self.notify()

    def _too_much(self, files: Sequence[ft.FilePickerFile]) -> str:
        if len(files) > MOST_FILES:
            return self._model.say("ui.import.too_many", n=len(files), most=MOST_FILES)
        large = next((file for file in files if file.size > LARGEST_BYTES), None)
        return self._model.say("ui.import.too_large", name=large.name, most=LARGEST_MB) if large else ""

    def _show(self, name: str, progress: float) -> None:
        at = next((n for n, file in enumerate(self._order) if file.name == name), 0)
        percent = number(round(progress * 100), self._model.language)
        self.words = self._model.say("ui.import.on_its_way", name=name, at=at + 1, of=len(self._order), percent=percent)
        self.done = (at + progress) / len(self._order)
        self.notify()

    def _clear(self) -> None:
        for path in self._stored.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            (self._model.desk.folder / FOLDER).rmdir()


@ft.component
def FromFile(model: Model) -> ft.Control:
    page = ft.context.page
    inbox, _ = ft.use_state(lambda: Inbox(model, page))
    pick = ft.OutlinedButton(
        model.say("ui.import.pick"),
        icon=ft.Icons.UPLOAD_FILE,
        key="pick",
        action=ft.PickFiles(inbox.picker, allow_multiple=True),
        disabled=bool(inbox.words),
    )
    lines: list[ft.Control] = [
        heading(model.say("ui.import.title"), 2, looks=3),
        small(model.say("ui.import.about", most=LARGEST_MB)),
        ft.Row([pick], wrap=True),
    ]
    if inbox.words:
        lines.append(loading(model, inbox.words, inbox.done))
    lines.append(fault_line(inbox.fault))
    return ft.Column(lines, spacing=theme.GAP_S, key="from_file")
