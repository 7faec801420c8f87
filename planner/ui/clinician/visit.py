"""One runner's file on a clinician's screen: what it tells, and the reply that is being written. Nothing of it is kept."""

from collections.abc import Mapping
from typing import Any

import flet as ft

from planner.intake import IntakeFault
from planner.intake.shared import shared_from
from planner.journal import Faults
from planner.share.pdf.story import Story
from planner.ui.clinician.draft import Draft
from planner.ui.clinician.told import told_by
from planner.ui.model import Model
from planner.ui.more.picking import Picked, unreadable


class Written(ft.Observable):
    """The reply as it stands. Who shows it is drawn anew with each letter; the fields themselves are not."""

    def __init__(self) -> None:
        self.draft = Draft()


class Visit:
    """`shared` is the runner's file, `story` what it tells; `fault` why it can't be read."""

    def __init__(self) -> None:
        self.shared: Mapping[str, Any] = {}
        self.story: Story | None = None
        self.fault = ""
        self.written = Written()
        self._data = b""

    @property
    def runner(self) -> str:
        """Whom a reply is for; empty where the file is older than replies."""
        return str(self.shared.get("for") or "")

    def look(self, model: Model, picked: Picked) -> None:
        """Reads a file that was picked, once."""
        data = picked.data
        if data is self._data:
            return
        self._data, self.shared, self.story, self.fault = data, {}, None, ""
        self.written = Written()
        if not data:
            return
        try:
            self._open(model, data)
        except IntakeFault as wrong:
            self.fault = unreadable(model, picked.name, wrong)
        except Faults as faults:
            self.fault = model.fault(faults)

    def _open(self, model: Model, data: bytes) -> None:
        shared = shared_from(data)
        self.story = told_by(shared, model.desk.voice)
        self.shared = shared
