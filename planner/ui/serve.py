"""Serves the app on this machine; the only module here that opens a port."""

import gc
import importlib.util
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe

import flet as ft
import flet.fastapi
import uvicorn
from starlette.types import ASGIApp

from planner.desk import Desk
from planner.intake.paths import LARGEST_BYTES
from planner.resources import folder
from planner.ui import handing, lan, subscription
from planner.ui.app import opener
from planner.ui.guard import LOOPBACK, Guard
from planner.ui.handing import Handing, Handover
from planner.ui.log.incoming import FOLDER
from planner.ui.page_files import About, Page, inline_scripts, page_files
from planner.ui.subscription import Subscription
from planner.words import say

# Objects that drawing a screen makes, with room to spare
MADE_BY_A_TAP = 50_000


class ServeFault(Exception):
    """The app can't be served; its text is one sentence for the person who asked."""


def asgi_app(
    desk: Desk, hosts: frozenset[str] = LOOPBACK, one_time_code: str | None = None, served_at: str | None = None
) -> Guard:
    """The app as ASGI, for any server. `hosts` are the names it answers to, `served_at` its address on the network."""
    handover = Handover(lambda: desk.now)
    return guarded(opener(desk, served_at, handover), desk.language, hosts, one_time_code, desk, handover)


def guarded(
    main: Callable[[ft.Page], None],
    language: str,
    hosts: frozenset[str] = LOOPBACK,
    one_time_code: str | None = None,
    desk: Desk | None = None,
    handover: Handover | None = None,
) -> Guard:
    """A Flet program behind the guard, its page served from files of ours.

    Files that a runner brings in go to the desk's folder; its plan goes out to calendars that subscribed, and what is offered in
    `handover` to whoever has the code.
    """
    made = page_files(About(say("ui.app.name", language), say("ui.app.description", language), language))
    app = flet.fastapi.app(
        main,
        assets_dir=str(made),
        no_cdn=True,
        upload_dir=str((desk.folder / FOLDER).absolute()) if desk else None,
        max_upload_size=LARGEST_BYTES,
        # Who was given an address may put one file there; the key lives as long as this program.
        secret_key=token_urlsafe(32),
    )
    page = Page(app, made)
    inner: ASGIApp = page
    if desk and handover:
        inner = Handing(Subscription(page, desk), handover, lambda: desk.language)
    return Guard(inner, hosts, one_time_code, inline_scripts(made), (subscription.PREFIX, handing.PREFIX))


def serve(
    desk: Desk,
    *,
    host: str = "127.0.0.1",
    port: int = 8550,
    open_browser: bool = True,
    one_time_code: str | None = None,
    native: bool = False,
) -> None:
    """Serves until interrupted, and prints the address on stderr. A `host` beyond this machine needs `one_time_code`.

    Raises ServeFault when the port is taken, when there is no network to share on, or no window to open.
    """
    if native:
        _open_window(desk)
        return
    language = desk.language
    with _listening(host, port, language) as listener:
        port = listener.getsockname()[1]
        here = f"http://127.0.0.1:{port}"
        _tell(say("ui.serve.address", language, link=here))
        found = None if host in LOOPBACK else _invite(port, one_time_code, language)
        hosts, served_at = (LOOPBACK | {found}, f"http://{found}:{port}") if found else (LOOPBACK, None)
        if open_browser and _has_screen():
            threading.Thread(target=webbrowser.open, args=(here,), daemon=True).start()
        config = uvicorn.Config(
            asgi_app(desk, hosts, one_time_code, served_at),
            log_level="warning",
            ws="websockets-sansio",
            proxy_headers=False,
        )
        _settle()
        uvicorn.Server(config).run(sockets=[listener])


def _settle() -> None:
    """What is loaded by now, the journal of years with it, stays: looking through it for garbage would make taps wait."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BY_A_TAP)


def _listening(host: str, port: int, language: str) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise ServeFault(say("ui.serve.taken", language, port=port)) from error


def _invite(port: int, code: str | None, language: str) -> str:
    """Shows the way in for a phone; returns the name under which the phone asks."""
    found = lan.address()
    if code is None or found is None:
        raise ServeFault(say("ui.serve.no_code" if code is None else "ui.serve.no_network", language))
    link = f"http://{found}:{port}/?code={code}"
    _tell(say("ui.serve.phone", language, link=link))
    _tell(lan.qr(link))
    return found


def _open_window(desk: Desk) -> None:
    # Flet would fetch its window from the network when it is missing; that is for the runner to decide.
    if importlib.util.find_spec("flet_desktop") is None:
        raise ServeFault(say("ui.serve.no_window", desk.language))
    ft.run(opener(desk), view=ft.AppView.FLET_APP, assets_dir=str(Path(str(folder("assets"))) / "web"))


def _has_screen() -> bool:
    # Without a display Python would start a text browser in this very terminal.
    return not sys.platform.startswith("linux") or any(os.environ.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY"))


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
