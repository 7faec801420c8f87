import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect

from planner.ui.guard import Guard

HERE = frozenset({"127.0.0.1", "192.168.1.5"})
PHONE = ("192.168.1.9", 50_000)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": "in"})
        await send({"type": "websocket.close"})
        return
    await PlainTextResponse("in")(scope, receive, send)


def visitor(
    *, code: str | None = None, address: tuple[str, int] = ("127.0.0.1", 50_000), host: str = "127.0.0.1:8550"
) -> TestClient:
    guard = Guard(app, HERE, code)
    return TestClient(guard, base_url=f"http://{host}", client=address, follow_redirects=False)


def test_a_page_may_ask_nothing_of_other_machines() -> None:
    policy = visitor().get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.6:8550"])
def test_a_host_that_is_not_ours_is_refused(host: str) -> None:
    assert visitor(host=host).get("/").status_code == 403


def test_a_web_socket_from_another_site_is_refused() -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        visitor().websocket_connect("ws://127.0.0.1:8550/ws", headers={"Origin": "http://evil.example"}),
    ):
        pass


def test_a_web_socket_from_our_own_page_is_let_in() -> None:
    with visitor().websocket_connect("ws://127.0.0.1:8550/ws", headers={"Origin": "http://127.0.0.1:8550"}) as socket:
        assert socket.receive_text() == "in"


def test_this_machine_needs_no_code() -> None:
    assert visitor(code="secret").get("/").text == "in"


@pytest.mark.parametrize("path", ["/", "/?code=", "/?code=wrong", "/log/pain"])
def test_a_phone_without_the_code_is_refused_in_plain_words(path: str) -> None:
    answer = visitor(code="secret", address=PHONE, host="192.168.1.5:8550").get(path)
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_phone_without_the_code_gets_no_web_socket() -> None:
    phone = visitor(code="secret", address=PHONE, host="192.168.1.5:8550")
    with pytest.raises(WebSocketDisconnect), phone.websocket_connect("ws://192.168.1.5:8550/ws?code=secret"):
        pass


def test_the_code_lets_a_phone_in_and_its_cookie_keeps_it_in() -> None:
    phone = visitor(code="secret", address=PHONE, host="192.168.1.5:8550")
    assert phone.get("/?code=secret").status_code == 303
    assert phone.get("/").text == "in"
    with phone.websocket_connect("ws://192.168.1.5:8550/ws") as socket:
        assert socket.receive_text() == "in"


def test_the_code_works_once() -> None:
    phone = visitor(code="secret", address=PHONE, host="192.168.1.5:8550")
    phone.get("/?code=secret")
    phone.cookies.clear()
    assert phone.get("/?code=secret").status_code == 403
    assert phone.get("/").status_code == 403


def test_a_file_comes_only_from_a_page_that_was_let_in() -> None:
    phone = visitor(code="secret", address=PHONE, host="192.168.1.5:8550")
    assert phone.put("/upload?f=a&code=secret", content=b"run").status_code == 403
    assert phone.put("/upload?f=a", content=b"run").status_code == 403
    phone.get("/?code=secret")
    assert phone.put("/upload?f=a", content=b"run").text == "in"
    assert phone.put("/upload?f=a", content=b"run", headers={"Origin": "http://evil.example"}).status_code == 403
