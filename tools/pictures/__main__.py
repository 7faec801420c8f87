"""Makes a picture of every screen and state: phone and desktop, light and dark, in every language.

python -m tools.pictures [--only log] [--language es] [--size phone] [--to pictures]

A run of everything also makes the contact sheets in docs/pictures anew, and the pictures that the README shows.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Error, sync_playwright

from planner.words import languages
from tools.chromium import playwrights, present
from tools.pictures.programme import PROGRAMME, Showing
from tools.pictures.runners import write_runner
from tools.pictures.sheets import for_readme, sheets
from tools.pictures.stage import PROJECT, SIZES, Stage, served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SHEETS = PROJECT / "docs" / "pictures"


@dataclass(frozen=True)
class Part:
    """The pictures of one runner's app in one language and size. `number`: its place in the programme."""

    number: int
    language: str
    size: str
    to: Path
    scale: float

    @property
    def showing(self) -> Showing:
        return PROGRAMME[self.number]

    @property
    def folder(self) -> Path:
        return self.to / self.language / self.size

    def __str__(self) -> str:
        return f"{self.language} {self.size} {self.showing.room}, {self.showing.runner}"


def take(part: Part) -> list[str]:
    """Takes the pictures of a part; tells what went wrong."""
    # On a machine that does other work a page may be late.
    return _taken(part) and _taken(part)


def _taken(part: Part) -> list[str]:
    with sync_playwright() as playwright, TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=present() or playwrights(), args=FLAGS)
        try:
            return _play(browser, part, write_runner(part.showing.runner, part.language, Path(place) / "data"))
        except (Error, RuntimeError) as error:
            return [f"{part}: {_first_line(error)}"]
        finally:
            browser.close()


def _play(browser: Browser, part: Part, folder: Path) -> list[str]:
    """A scene after the other; one that stumbles doesn't keep the next from being played."""
    wrong: list[str] = []
    showing = part.showing
    with served(folder, showing.moment, *showing.more) as (address, _):
        stage = Stage(browser, part.language, part.size, part.folder, part.scale)
        stage.open(address, showing.path)
        for scene in showing.scenes:
            stage.begin(showing.room)
            try:
                scene(stage)
            except (Error, KeyError) as error:
                last = stage.made[-1] if stage.made else "its beginning"
                wrong.append(f"{part}: after {last}: {_first_line(error)}")
                stage.close()
                stage = Stage(browser, part.language, part.size, part.folder, part.scale)
                stage.open(address, showing.path)
        stage.close()
    return wrong


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def main() -> None:
    began = time.monotonic()
    options = _options()
    parts = [
        Part(number, language, size, options.to, options.scale)
        for size in options.size or SIZES
        for language in options.language or languages()
        for number, showing in enumerate(PROGRAMME)
        if showing.only_on in {None, size} and (not options.only or showing.room in options.only)
    ]
    if not options.only:
        for folder in {part.folder for part in parts}:
            shutil.rmtree(folder, ignore_errors=True)
    with ProcessPoolExecutor(options.jobs) as pool:
        wrong = [line for faults in pool.map(take, parts) for line in faults]
    pictures = sum(1 for _ in options.to.rglob("*.png"))
    print(f"{pictures} pictures in {options.to}, in {(time.monotonic() - began) / 60:.0f} min.")
    if options.sheets or not (options.only or options.language or options.size):
        sheets(options.to, SHEETS)
        for_readme(options.to, SHEETS)
    if wrong:
        raise SystemExit("\n".join(["Not everything could be shown:", *wrong]))


def _options(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="pictures", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    rooms = sorted({showing.room for showing in PROGRAMME})
    parser.add_argument("--only", action="append", default=[], choices=rooms, help="this room alone")
    parser.add_argument("--language", action="append", choices=languages(), help="this language alone")
    parser.add_argument("--size", action="append", choices=list(SIZES), help="this size alone")
    parser.add_argument("--to", type=Path, default=PROJECT / "pictures", help="the folder that they go into")
    parser.add_argument("--scale", type=float, default=1, help="dots for each pixel")
    parser.add_argument("--jobs", type=int, default=2, help="how many browsers at once")
    parser.add_argument("--sheets", action="store_true", help="make the contact sheets anew, from what is there")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
