"""One file for one person on the local network: an address, a code that works once, and an end."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from html import escape
from secrets import compare_digest, randbelow, token_urlsafe
from threading import Lock
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from planner.words import say

PREFIX = "/handed/"
LASTS = timedelta(minutes=10)
TRIES = 5
DIGITS = 6
_MOST_TYPED = 1_024
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:18px/1.5 system-ui,sans-serif;max-width:26em;margin:2em auto;padding:0 1em}"
    "input,button{font:inherit;padding:.6em;min-height:48px;box-sizing:border-box;width:100%;margin:.4em 0}"
    "input{letter-spacing:.3em}"
)
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Without a referrer a browser would not say either whose page posts the form
_HEADERS = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
MEDIA = {".pdf": "application/pdf", ".json": "application/json", ".zip": "application/zip"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that waits. `token`: in its address; `code`: typed by who gets it; `until`: the last moment, aware."""

    token: str
    code: str
    until: datetime
    name: str
    data: bytes
    tries: int = TRIES


class Handover:
    """What is offered, at most one file at a time, and only in memory. Safe to share between threads."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """`clock` gives aware time."""
        self._clock = clock
        self._lock = Lock()
        self._offer: Offer | None = None

    def offer(self, name: str, data: bytes) -> Offer:
        """Offer a file; what was offered before is gone with that."""
        code = f"{randbelow(10**DIGITS):0{DIGITS}}"
        made = Offer(token_urlsafe(16), code, self._clock() + LASTS, name, data)
        with self._lock:
            self._offer = made
        return made

    def take_back(self) -> None:
        """From now on nothing is offered."""
        with self._lock:
            self._offer = None

    def now(self) -> Offer | None:
        """What is offered at this moment."""
        with self._lock:
            if self._offer is not None and self._clock() > self._offer.until:
                self._offer = None
            return self._offer

    def waits(self, token: str) -> bool:
        """Whether something is offered under that token."""
        return self._known(self.now(), token) is not None

    def take(self, token: str, code: str) -> Offer | None:
        """The file for the right code, once; each wrong code is a try less, and the last one ends the offer."""
        offer = self._known(self.now(), token)
        if offer is None:
            return None
        is_right = compare_digest(re.sub(r"\s", "", code).encode(errors="replace"), offer.code.encode())
        with self._lock:
            # Somebody else may have been faster.
            if self._offer is not None and self._offer.token == offer.token:
                left = self._offer.tries - 1
                self._offer = None if is_right or left == 0 else _with(self._offer, left)
                return offer if is_right else None
        return None

    @staticmethod
    def _known(offer: Offer | None, token: str) -> Offer | None:
        given = token.encode(errors="replace")
        return offer if offer is not None and compare_digest(given, offer.token.encode()) else None


def _with(offer: Offer, tries: int) -> Offer:
    return Offer(offer.token, offer.code, offer.until, offer.name, offer.data, tries)


def address(served_at: str, offer: Offer) -> str:
    """Where the file is asked for."""
    return f"{served_at}{PREFIX}{offer.token}"


class Handing:
    """ASGI: the page that asks for the code below `PREFIX`, and the file for the right one; the rest goes on to `app`."""

    def __init__(self, app: ASGIApp, handover: Handover, language: Callable[[], str]) -> None:
        self._app = app
        self._handover = handover
        self._language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        answer = await self._answer(Request(scope, receive))
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        language, token = self._language(), request.url.path.removeprefix(PREFIX)
        if request.method not in {"GET", "HEAD", "POST"}:
            return Response(status_code=405, headers={**_HEADERS, "Allow": "GET, HEAD, POST"})
        if not self._handover.waits(token):
            return _page(language, [_said(language, "ui.handed.gone")], 404)
        if request.method != "POST":
            return _page(language, _asking(language))
        offer = self._handover.take(token, await _typed(request))
        if offer is not None:
            media = next(
                (kind for ending, kind in MEDIA.items() if offer.name.endswith(ending)), "application/octet-stream"
            )
            about = {"Content-Disposition": f'attachment; filename="{offer.name}"', "Cache-Control": "no-store"}
            return Response(offer.data, media_type=media, headers=about)
        if not self._handover.waits(token):
            return _page(language, [_said(language, "ui.handed.gone")], 404)
        return _page(language, [_said(language, "ui.handed.wrong", "alert"), *_asking(language)], 403)


async def _typed(request: Request) -> str:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_TYPED:
            return ""
    return parse_qs(body.decode("latin-1")).get("code", [""])[0]


def _asking(language: str) -> list[str]:
    label, button = escape(say("ui.handed.code", language)), escape(say("ui.handed.get", language))
    return [
        _said(language, "ui.handed.about"),
        (
            '<form method="post">'
            f'<label for="code">{label}</label>'
            '<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus>'
            f"<button>{button}</button></form>"
        ),
    ]


def _said(language: str, key: str, role: str = "") -> str:
    said = escape(say(key, language))
    return f'<p role="{role}">{said}</p>' if role else f"<p>{said}</p>"


def _page(language: str, lines: list[str], status: int = 200) -> HTMLResponse:
    title = escape(say("ui.handed.title", language))
    page = (
        f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style><main><h1>{title}</h1>{''.join(lines)}</main></html>"
    )
    return HTMLResponse(page, status, headers=_HEADERS)
