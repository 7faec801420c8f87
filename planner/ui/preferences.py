"""What this app remembers about itself, apart from the journal: whether the safety notice was read, the usual glass."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

FILE = "app.json"


class Preferences:
    """A small JSON file in the data folder. An unreadable one counts as empty: the app asks again."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = Lock()

    def get(self, key: str) -> object:
        return self._read().get(key)

    def set(self, key: str, value: object) -> None:
        """Raises OSError when the folder can't be written."""
        with self._lock:
            text = json.dumps({**self._read(), key: value}, indent=1)
            with tempfile.NamedTemporaryFile("w", dir=self._path.parent, delete=False, encoding="utf-8") as file:
                file.write(text)
            Path(file.name).replace(self._path)

    def _read(self) -> Mapping[str, object]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
