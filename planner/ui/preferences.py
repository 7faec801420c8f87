"""What this app remembers about itself, apart from the journal: whether the safety notice was read, the usual glass."""

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock

FILE = "app.json"
DRAFTS = "drafts.json"
REMINDERS = "reminders"


class Preferences:
    """A small JSON file in the data folder. An unreadable one counts as empty: the app asks again."""

    def __init__(self, folder: Path, file: str = FILE) -> None:
        self._path = folder / file
        self._lock = Lock()

    @property
    def folder(self) -> Path:
        return self._path.parent

    def get(self, key: str) -> object:
        return self.all().get(key)

    def set(self, key: str, value: object) -> None:
        """Raises OSError when the folder can't be written."""
        self.change(lambda known: {**known, key: value})

    def change(self, make: Callable[[Mapping[str, object]], Mapping[str, object]]) -> None:
        """Write what `make` makes of all that is there. Raises OSError when the folder can't be written."""
        with self._lock:
            text = json.dumps(make(self.all()), indent=1)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self.folder, delete=False, encoding="utf-8") as file:
                fresh = Path(file.name)
                try:
                    file.write(text)
                    file.close()
                    fresh.replace(self._path)
                finally:
                    fresh.unlink(missing_ok=True)

    def all(self) -> Mapping[str, object]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def forget(self) -> None:
        """Delete what is remembered, and what was begun and not saved. Raises OSError."""
        with self._lock:
            for name in (self._path.name, DRAFTS):
                (self.folder / name).unlink(missing_ok=True)
