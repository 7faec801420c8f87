"""Keeps the page and its server to themselves: nothing is asked of other machines, and no other site may ask here."""

from http.cookies import SimpleCookie
from secrets import compare_digest, token_urlsafe
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# WebAssembly draws the page, blob: workers decode pictures, Flutter writes its styles inline.
# Everything else comes from here, so a script that the client would fetch from a CDN is never asked for.
POLICY = (
    "default-src 'none'; "
    "script-src 'self' 'wasm-unsafe-eval'{scripts}; "
    "worker-src 'self' blob:; "
    "connect-src 'self'; "
    "img-src 'self' blob: data:; "
    "style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; "
    "manifest-src 'self'; "
    "base-uri 'self'; "
    "form-action 'none'; "
    "frame-ancestors 'none'"
)
POLICY_NAME = "Content-Security-Policy"
ITS_OWN = (POLICY_NAME, "Referrer-Policy")
HEADERS = {
    # The two that let the page draw on several threads
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
COOKIE = "stridewell_door"
REFUSED = "This app opens with the link or the code that the terminal shows."
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Guard:
    """Middleware: response headers, and who may come in.

    Any site in the same browser can open a web socket to this machine, or point a name of its own at it. So the Host
    must be one of ours, and where a browser says whose page is asking (Origin), it must be this one.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: frozenset[str] = LOOPBACK,
        one_time_code: str | None = None,
        scripts: tuple[str, ...] = (),
        own_keys: tuple[str, ...] = (),
    ) -> None:
        """`scripts` are the marks of the scripts within the page: no others run.

        Below the paths `own_keys` another one asks for a key of its own, and the code isn't needed.
        """
        self._app = app
        allowed = "".join(f" '{script}'" for script in scripts)
        self._headers = {**HEADERS, POLICY_NAME: POLICY.format(scripts=allowed)}
        self._hosts = hosts
        self._code = one_time_code
        self._own_keys = own_keys
        self._pass: str | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refusal = self._answer_instead(scope)
        if refusal is None:
            await self._app(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, self._with_headers(send))

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # Flet lets any other site read what it serves.
                del headers["Access-Control-Allow-Origin"]
                # A page that is stricter than ours, or posts a form, says so itself.
                own = {name: headers[name] for name in ITS_OWN if name in headers}
                headers.update({**self._headers, **own})
            await send(message)

        return send_with_headers

    def _answer_instead(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = urlsplit(f"//{headers.get('host', '')}")
        origin = headers.get("origin")
        if host.hostname not in self._hosts or (origin and urlsplit(origin).netloc != host.netloc):
            return PlainTextResponse(REFUSED, status_code=403)
        if (self._code is None and self._pass is None) or _is_this_machine(scope) or self._has_own_key(scope):
            return None
        if self._pass and compare_digest(_cookie(headers), self._pass):
            return None
        return self._try_code(scope) or PlainTextResponse(REFUSED, status_code=403)

    def _has_own_key(self, scope: Scope) -> bool:
        return scope["type"] == "http" and scope["path"].startswith(self._own_keys)

    def _try_code(self, scope: Scope) -> Response | None:
        """The code opens once; from then on the browser that used it carries a cookie."""
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("code", [""])[0]
        is_visit = scope["type"] == "http" and scope["method"] == "GET"
        if not (is_visit and self._code and compare_digest(given, self._code)):
            return None
        self._code, self._pass = None, token_urlsafe(32)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(COOKIE, self._pass, httponly=True, samesite="lax")
        return answer


def _is_this_machine(scope: Scope) -> bool:
    client = scope.get("client")
    return bool(client) and client[0] in LOOPBACK


def _cookie(headers: Headers) -> str:
    found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    return found.value if found else ""
