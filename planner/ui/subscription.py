"""The plan at an address that a calendar on the network asks again and again: known to nobody else, and taken back at will."""

from datetime import timedelta
from hashlib import sha256
from secrets import compare_digest, token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from planner.desk import Desk, StoreFault
from planner.journal import Faults
from planner.protocols import protocols
from planner.share.calendar_alarms import alarms_of
from planner.share.zone import local_zone
from planner.ui.preferences import REMINDERS, Preferences

PREFIX = "/calendar/"
ENDING = ".ics"
TOKEN = "calendar_token"  # noqa: S105 - the name under which it is kept
TOKEN_BYTES = 32
_SHORTEST = 32
_WEEK = timedelta(weeks=1)
WEEKS_BACK, WEEKS_AHEAD = 4, 1
"""A subscribed calendar shows what it was last given and no more: so what was done lately stays in it."""


def token(preferences: Preferences) -> str | None:
    """The key in the address; None where there is none, or none that could be trusted."""
    kept = preferences.get(TOKEN)
    return kept if isinstance(kept, str) and kept.isascii() and len(kept) >= _SHORTEST else None


def renew(preferences: Preferences) -> None:
    """Make an address; an older one is gone with that. Raises OSError."""
    preferences.set(TOKEN, token_urlsafe(TOKEN_BYTES))


def withdraw(preferences: Preferences) -> None:
    """From now on there is no address. Raises OSError."""
    preferences.change(lambda known: {key: value for key, value in known.items() if key != TOKEN})


def address(preferences: Preferences, served_at: str) -> str | None:
    """Where a calendar subscribes, below the address of the app on the network."""
    kept = token(preferences)
    return None if kept is None else f"{served_at}{PREFIX}{kept}{ENDING}"


class Subscription:
    """ASGI: the calendar below `PREFIX`, for whoever knows the token; the rest goes on to `app`."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._preferences = Preferences(desk.folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        given = path.removeprefix(PREFIX).removesuffix(ENDING) if path.endswith(ENDING) else ""
        answer = await run_in_threadpool(self._answer, given, scope["method"], Headers(scope=scope))
        await answer(scope, receive, send)

    def _answer(self, given: str, method: str, headers: Headers) -> Response:
        kept = token(self._preferences)
        if kept is None or not compare_digest(given.encode(errors="replace"), kept.encode()):
            return PlainTextResponse("Not Found", status_code=404)
        if method not in {"GET", "HEAD"}:
            return PlainTextResponse("Method Not Allowed", status_code=405, headers={"Allow": "GET, HEAD"})
        try:
            data = feed(self._desk, self._preferences)
        except (Faults, StoreFault, OSError):
            # A calendar that gets no answer keeps what it has.
            return PlainTextResponse("Service Unavailable", status_code=503, headers={"Retry-After": "3600"})
        mark = f'"{sha256(data).hexdigest()}"'
        kept_by_one = {"ETag": mark, "Cache-Control": "private, no-cache"}
        if mark in {one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")}:
            return Response(status_code=304, headers=kept_by_one)
        about = {
            **kept_by_one,
            "Content-Length": str(len(data)),
            "Content-Disposition": "inline; filename=stridewell.ics",
        }
        return Response(data if method == "GET" else b"", media_type="text/calendar", headers=about)


def feed(desk: Desk, preferences: Preferences) -> bytes:
    """The last weeks as they were shown, this one and the next, as a calendar. Raises Faults, StoreFault or OSError."""
    # Slow to load, and seldom wanted.
    from planner.share.week import week_calendar  # noqa: PLC0415

    monday = desk.today - timedelta(days=desk.today.weekday())
    plans = [desk.plan(monday + n * _WEEK) for n in range(-WEEKS_BACK, WEEKS_AHEAD + 1)]
    alarms = alarms_of(preferences.get(REMINDERS), usual_min=protocols().asking.reminders.usual_min)
    return week_calendar(plans, desk.logged(), zone=local_zone(), language=desk.language, alarms=alarms, past=True)
