"""Draws every icon of the app from assets/icon.svg, in the Chromium that the browser tests drive."""

import re
from dataclasses import dataclass
from pathlib import Path

from chromium import playwrights, present
from playwright.sync_api import Page, sync_playwright

ASSETS = Path(__file__).parents[1] / "assets"
CORNER = re.compile(r' rx="\d+"')
# A launcher cuts any shape out of a maskable icon: what must stay lies in a circle of four fifths.
SAFE = 'transform="translate(256 256) scale(0.8) translate(-240 -262)" '


@dataclass(frozen=True)
class Picture:
    name: str
    size: int
    fills_square: bool = False
    """No corners of its own: the system cuts them."""


PICTURES = (
    Picture("favicon.png", 64),
    Picture("icons/icon-192.png", 192),
    Picture("icons/icon-512.png", 512),
    Picture("icons/icon-maskable-192.png", 192, fills_square=True),
    Picture("icons/icon-maskable-512.png", 512, fills_square=True),
    Picture("icons/apple-touch-icon-192.png", 192, fills_square=True),
    Picture("icons/loading-animation.png", 240),
)


def main() -> None:
    drawn = (ASSETS / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        path = present() or playwrights()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for picture in PICTURES:
            draw(page, drawn, picture)
            print(picture.name)
        browser.close()


def draw(page: Page, drawn: str, picture: Picture) -> None:
    if picture.fills_square:
        drawn = CORNER.sub("", drawn).replace('<g id="stride" ', f'<g id="stride" {SAFE}')
    page.set_viewport_size({"width": picture.size, "height": picture.size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawn}")
    page.screenshot(path=ASSETS / "web" / picture.name, omit_background=True)


if __name__ == "__main__":
    main()
