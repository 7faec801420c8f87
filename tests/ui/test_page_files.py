import gzip
import json
import os
from pathlib import Path

import brotli
import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from planner.ui import page_files as module
from planner.ui.page_files import UNUSED_FOR_S, About, Page, inline_scripts, page_files

ABOUT = About("Stridewell", "A planner", "en")
CLIENT = "main.dart.wasm"
FONTS = {"family": "MaterialIcons", "fonts": []}, {"family": "KaTeX", "fonts": []}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small client laid out."""
    web = tmp_path / "web"
    for name, text in {
        "index.html": '<html><base href="/"><title>Flet</title><!-- fletAppConfig --><script>1</script></html>',
        "manifest.json": "{}",
        CLIENT: "wasm " * 1000,
        "canvaskit/skwasm.wasm": "sk " * 1000,
        "canvaskit/skwasm.js.symbols": "unused",
        "pyodide/pyodide.mjs": "unused",
        "assets/FontManifest.json": json.dumps(FONTS),
        "assets/packages/flutter_math_fork/a.ttf": "unused",
        "assets/fonts/roboto.woff2": "font",
    }.items():
        (web / name).parent.mkdir(parents=True, exist_ok=True)
        (web / name).write_text(text)
    monkeypatch.setattr(module, "get_package_web_dir", lambda: str(web))
    return page_files(ABOUT, tmp_path / "cache")


def kept(made: Path) -> Path:
    return next(made.glob("kept-*"))


def visitor(made: Path) -> TestClient:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("the app")(scope, receive, send)

    return TestClient(Page(app, made))


def test_what_no_screen_uses_is_left_out(made: Path) -> None:
    names = {path.name for path in made.rglob("*")}
    assert CLIENT in names
    assert not names & {"pyodide.mjs", "skwasm.js.symbols", "a.ttf"}
    fonts = json.loads((kept(made) / "assets/FontManifest.json").read_text())
    assert [font["family"] for font in fonts] == ["MaterialIcons", "Roboto"]


def test_compressed_copies_hold_the_same(made: Path) -> None:
    whole = (kept(made) / CLIENT).read_bytes()
    assert brotli.decompress((kept(made) / f"{CLIENT}.br").read_bytes()) == whole
    assert gzip.decompress((kept(made) / f"{CLIENT}.gz").read_bytes()) == whole


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_browser_gets_what_it_can_unpack(made: Path, encoding: str) -> None:
    answer = visitor(made).get(f"/{kept(made).name}/{CLIENT}", headers={"Accept-Encoding": encoding})
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-type"] == "application/wasm"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.text == "wasm " * 1000


def test_the_page_itself_is_asked_for_again_and_not_sent_twice(made: Path) -> None:
    browser = visitor(made)
    first = browser.get("/")
    assert first.headers["cache-control"] == "no-cache"
    assert browser.get("/", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("place", ["/", "/log/pain", "/plan/2026-11-24", "/more"])
def test_every_place_of_the_app_is_the_page(made: Path, place: str) -> None:
    answer = visitor(made).get(place)
    assert answer.status_code == 200
    assert "<title>Stridewell</title>" in answer.text
    assert 'lang="en"' in answer.text
    assert kept(made).name in answer.text


@pytest.mark.parametrize("path", ["/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/pyodide/pyodide.mjs"])
def test_what_is_not_there_is_not_found(made: Path, path: str) -> None:
    (made.parent / "secret.txt").write_text("secret")
    answer = visitor(made).get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_the_rest_goes_on_to_the_app(made: Path) -> None:
    assert visitor(made).put("/upload").text == "the app"


def test_a_second_start_uses_the_same_files(made: Path) -> None:
    before = (kept(made) / CLIENT).stat().st_mtime_ns
    assert page_files(ABOUT, made.parent) == made
    assert (kept(made) / CLIENT).stat().st_mtime_ns == before


def test_another_language_has_a_page_of_its_own(made: Path) -> None:
    other = page_files(About("Stridewell", "Un plan", "es"), made.parent)
    assert other != made
    assert 'lang="es"' in (other / "index.html").read_text()


def test_what_no_start_has_used_for_a_month_goes(made: Path) -> None:
    long_ago = made.stat().st_mtime - UNUSED_FOR_S - 60
    os.utime(made, (long_ago, long_ago))
    assert page_files(About("Other", "", "en"), made.parent).is_dir()
    assert not made.exists()


def test_a_machine_without_a_cache_serves_all_the_same(made: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert (page_files(ABOUT, tmp_path / "file") / "index.html").is_file()


def test_only_the_scripts_of_the_page_are_known(made: Path) -> None:
    assert len(inline_scripts(made)) == 2
    assert all(mark.startswith("sha256-") for mark in inline_scripts(made))
