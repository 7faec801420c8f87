"""The files of the page: what it needs and no more, compressed once, with addresses that may be kept for ever.

Flet's web client comes with fonts for formulas, a Python and a second client that no screen here uses, and is served as it
lies. Here it is laid out once a version in a folder of the machine's cache, and a static server hands it out.
"""

import gzip
import json
import os
import re
import shutil
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import cast
from wsgiref.headers import Headers

import brotli
from flet.controls.types import RouteUrlStrategy, WebRenderer
from flet_web import get_package_web_dir, patch_index_html, patch_manifest_json
from platformdirs import user_cache_path
from servestatic import ServeStaticASGI
from starlette.types import ASGIApp, Receive, Scope, Send

from planner.resources import folder

# What the client would only fetch for things that no screen shows, or that runs Python inside the page.
UNUSED = re.compile(
    r"^pyodide/|^python-worker\.js$|^flutter_service_worker\.js$|experimental_webparagraph/|\.(symbols|map)$"
    r"|/flutter_math_fork/|/cupertino_icons/|/media_kit/|^assets/fonts/(?!roboto|MaterialIcons)"
)
FONTS = frozenset({"MaterialIcons"})
TEXT_FONT = {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]}
COMPRESSED = re.compile(r"\.(js|mjs|wasm|json|html|otf|ttf|bin|svg|frag)$|/NOTICES$")
# Stronger ones take ten times as long at the first start, and save a twentieth of the bytes.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
KEPT = "kept"
UNUSED_FOR_S = 30 * 24 * 60 * 60
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SERVER_PATHS = ("/ws", "/upload", "/oauth_callback")


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of itself before the app has loaded."""

    name: str
    description: str
    language: str


def page_files(about: About, cache: Path | None = None) -> Path:
    """The folder with the page's files, made at the first call for a version; in the machine's cache unless told."""
    sources = {**_files_of(Path(get_package_web_dir())), **_files_of(Path(str(folder("assets") / "web")))}
    needed = {name: path for name, path in sources.items() if not UNUSED.search(name)}
    mark = _mark(needed, about)
    home = cache or user_cache_path("stridewell")
    made = home / f"page-{mark}"
    if made.is_dir():
        os.utime(made)
        return made
    try:
        home.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix="page-new-", dir=home))
    except OSError:
        # A machine that keeps no cache serves from a folder that ends with it.
        made = Path(tempfile.mkdtemp(prefix="stridewell-")) / f"page-{mark}"
        new = Path(tempfile.mkdtemp(prefix="page-new-", dir=made.parent))
    _lay_out(new, needed, mark, about)
    _sweep(home)
    try:
        new.rename(made)
    except OSError:
        # Another start was quicker, with the same files.
        shutil.rmtree(new, ignore_errors=True)
    return made


def _sweep(home: Path) -> None:
    """Delete what no start has used for a month: layouts of former versions."""
    now = time.time()
    for old in home.glob("page-*"):
        if now - old.stat().st_mtime > UNUSED_FOR_S:
            shutil.rmtree(old, ignore_errors=True)


def inline_scripts(made: Path) -> tuple[str, ...]:
    """The marks (sha256, base64) of the scripts within the page, for a policy that lets in no others."""
    index = (made / "index.html").read_text(encoding="utf-8")
    digests = (sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(index))
    return tuple(f"sha256-{b64encode(digest).decode()}" for digest in digests)


class Page:
    """ASGI: the page's files, and the page itself at every place of the app; the rest goes on to `app`."""

    def __init__(self, app: ASGIApp, made: Path) -> None:
        self._app = app
        files = ServeStaticASGI(
            None,
            made,
            index_file=True,
            max_age=None,
            allow_all_origins=False,
            immutable_file_test=lambda _path, url: url.startswith(f"/{KEPT}-"),
            add_headers_function=_cached,
            mimetypes={".mjs": "text/javascript", ".wasm": "application/wasm", ".otf": "font/otf"},
        )
        self._known = frozenset(files.files)
        self._serve = cast("ASGIApp", files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or path.startswith(SERVER_PATHS):
            await self._app(scope, receive, send)
            return
        is_place = path not in self._known and "." not in path.rpartition("/")[2]
        await self._serve({**scope, "path": "/"} if is_place else scope, receive, send)


def _cached(headers: Headers, _path: str, _url: str) -> None:
    # What may change with the next version is asked for again, and answered with "not modified" where it didn't.
    headers.setdefault("Cache-Control", "no-cache")


def _files_of(root: Path) -> dict[str, Path]:
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}


def _mark(needed: Mapping[str, Path], about: About) -> str:
    """Tells one layout from another: what goes into it, and this module, which makes it."""
    known = [(name, path.stat().st_size, path.stat().st_mtime_ns) for name, path in needed.items()]
    whole = json.dumps([known, about.name, about.description, about.language, Path(__file__).stat().st_mtime_ns])
    return sha256(whole.encode()).hexdigest()[:12]


def _lay_out(new: Path, needed: Mapping[str, Path], mark: str, about: About) -> None:
    kept = new / f"{KEPT}-{mark}"
    for name, source in needed.items():
        target = (kept if _is_kept(name) else new) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _write_fonts(kept / "assets" / "FontManifest.json")
    _write_page(new, f"/{KEPT}-{mark}/", about)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_compress, _worth_compressing(new)))


def _is_kept(name: str) -> bool:
    """Whether only the client asks for it, at an address that is ours to choose."""
    return name.startswith(("assets/", "canvaskit/", "main.dart."))


def _write_fonts(manifest: Path) -> None:
    fonts = json.loads(manifest.read_text(encoding="utf-8"))
    used = [font for font in fonts if font["family"] in FONTS]
    manifest.write_text(json.dumps([*used, TEXT_FONT]), encoding="utf-8")


def _write_page(new: Path, kept: str, about: About) -> None:
    index = new / "index.html"
    patch_index_html(
        str(index),
        base_href="/",
        websocket_endpoint_path="/ws",
        app_name=about.name,
        app_description=about.description,
        web_renderer=WebRenderer.AUTO,
        route_url_strategy=RouteUrlStrategy.PATH,
        no_cdn=True,
    )
    page = index.read_text(encoding="utf-8")
    page = re.sub(r"<html[^>]*>", f'<html lang="{about.language}">', page, count=1)
    for setting, place in (("entrypointBaseUrl", ""), ("assetBase", ""), ("canvasKitBaseUrl", "canvaskit/")):
        page = re.sub(rf'(?m)^flet\.{setting}=".*";$', f'flet.{setting}="{kept}{place}";', page)
    index.write_text(page, encoding="utf-8")
    patch_manifest_json(str(new / "manifest.json"), about.name, about.name, about.description)


def _worth_compressing(new: Path) -> Iterator[Path]:
    return (path for path in new.rglob("*") if path.is_file() and COMPRESSED.search(path.as_posix()))


def _compress(path: Path) -> None:
    whole = path.read_bytes()
    for ending, squeeze in (
        (".br", partial(brotli.compress, quality=BROTLI_QUALITY)),
        (".gz", partial(gzip.compress, compresslevel=GZIP_LEVEL, mtime=0)),
    ):
        small = squeeze(whole)
        if len(small) < len(whole):
            path.with_name(path.name + ending).write_bytes(small)
