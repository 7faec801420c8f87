import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
USED = re.compile(r'"(ui\.[\w.]*[\w])"')
FAMILIES = re.compile(r'f"(ui\.[\w.]*\.)\{')
# Families whose names arrive as arguments
SCALES = ("ui.pain.", "ui.effort.")


def messages() -> Iterator[Message]:
    for path in sorted((ROOT / "assets/locale/en").glob("ui*.po")):
        with path.open("rb") as file:
            yield from read_po(file)


def written() -> set[str]:
    return {m.id if isinstance(m.id, str) else m.id[0] for m in messages() if m.id}


def sources() -> str:
    return "\n".join(path.read_text() for path in sorted((ROOT / "planner/ui").rglob("*.py")))


def test_every_text_that_a_screen_asks_for_is_written() -> None:
    asked = {key for key in USED.findall(sources()) if key not in {"ui.pain", "ui.effort"}}
    assert asked
    assert asked <= written()


def test_every_text_is_used_by_a_screen() -> None:
    text = sources()
    families = (*FAMILIES.findall(text), *SCALES)
    unused = {key for key in written() if f'"{key}"' not in text and not key.startswith(tuple(families))}
    assert not unused


def test_no_text_claims_to_heal() -> None:
    for message in messages():
        for said in [message.string] if isinstance(message.string, str) else message.string or ():
            assert not re.search(r"\b(treats?|heals?|cures?|prevents?|diagnos\w*)\b", said.lower()), said
