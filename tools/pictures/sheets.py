"""Contact sheets: every state as a small picture, light and dark side by side, drawn by the browser itself."""

from base64 import b64decode
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tools.chromium import playwrights, present

WIDTHS = {"phone": 88, "desktop": 176}
HEIGHTS = {"phone": 190, "desktop": 110}
PAGE_WIDTH = 1480
QUALITY = 24
README = {"today-phone": "en/phone/today-check-in.light", "plan-desktop": "en/desktop/plan-week.light"}
README_WIDTHS = {"today-phone": 390, "plan-desktop": 1280}
README_QUALITY = 80
STYLE = """
body { margin: 12px; font: 11px sans-serif; background: #888; color: #fff; width: PAGEpx }
h1 { font-size: 15px; margin: 4px 0 8px }
main { display: flex; flex-wrap: wrap; gap: 8px }
figure { margin: 0; width: CELLpx }
figcaption { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding: 2px 0 }
img { width: WIDEpx; height: HIGHpx; object-fit: cover; object-position: top; display: inline-block }
"""


def sheets(pictures: Path, to: Path) -> None:
    """A sheet for each language and size, from the pictures in that folder."""
    to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=present() or playwrights(), args=["--no-sandbox"])
        for folder in sorted(path for path in pictures.glob("*/*") if path.is_dir()):
            language, size = folder.parts[-2:]
            _draw(browser, _sheet(folder, language, size), PAGE_WIDTH, to / f"sheet-{language}-{size}.webp", QUALITY)
        browser.close()


def for_readme(pictures: Path, to: Path) -> None:
    """The pictures that the README shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=present() or playwrights(), args=["--no-sandbox"])
        for name, source in README.items():
            path = pictures / f"{source}.png"
            if path.exists():
                page = f'<body style="margin:0"><img src="{path.absolute().as_uri()}" style="display:block;width:100%">'
                _draw(browser, page, README_WIDTHS[name], to / f"{name}.webp", README_QUALITY)
        browser.close()


def _sheet(folder: Path, language: str, size: str) -> str:
    width = WIDTHS[size]
    style = STYLE.replace("PAGE", str(PAGE_WIDTH - 24)).replace("CELL", str(2 * width + 2))
    style = style.replace("WIDE", str(width)).replace("HIGH", str(HEIGHTS[size]))
    states = sorted(path.name.removesuffix(".light.png") for path in folder.glob("*.light.png"))
    figures = [_figure(folder, state) for state in states]
    title = f"{language}, {size}: {len(figures)} states, light and dark"
    return f"<style>{style}</style><h1>{escape(title)}</h1><main>{''.join(figures)}</main>"


def _figure(folder: Path, state: str) -> str:
    pair = "".join(
        f'<img src="{(folder / f"{state}.{scheme}.png").absolute().as_uri()}"> ' for scheme in ("light", "dark")
    )
    return f"<figure><figcaption>{escape(state)}</figcaption>{pair.replace('> <', '><')}</figure>"


def _draw(browser: Browser, html: str, width: int, to: Path, quality: int) -> None:
    """Draws a page of our own as WebP; a picture must be read from beside the page, so it is a file."""
    with TemporaryDirectory() as place:
        page = browser.new_page(viewport={"width": width, "height": 600})
        file = Path(place) / "sheet.html"
        file.write_text(f'<!doctype html><meta charset="utf-8">{html}', encoding="utf-8")
        page.goto(file.as_uri())
        page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
        shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        to.write_bytes(b64decode(shot["data"]))
        page.close()
