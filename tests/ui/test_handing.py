"""A file handed over on the network: for whoever has the code, once, and not for long."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from planner.ui.guard import Guard
from planner.ui.handing import DIGITS, LASTS, PREFIX, TRIES, Handing, Handover, address

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HERE = frozenset({"192.168.1.5"})


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def handover(clock: Clock) -> Handover:
    return Handover(clock)


Phone = Callable[[], TestClient]


@pytest.fixture
def phone(handover: Handover) -> TestClient:
    """A phone on the network that the app hasn't let in."""
    app = Handing(PlainTextResponse("the app"), handover, lambda: "en")
    guard = Guard(app, HERE, "secret", own_keys=(PREFIX,))
    return TestClient(guard, base_url="http://192.168.1.5:8550")


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**DIGITS:0{DIGITS}}"


def test_the_right_code_gets_the_file_once(handover: Handover, phone: TestClient) -> None:
    offer = handover.offer("report.pdf", b"%PDF-")
    asked = phone.get(f"{PREFIX}{offer.token}")
    assert asked.status_code == 200
    assert '<label for="code">Code</label>' in asked.text
    assert offer.code not in asked.text
    got = phone.post(f"{PREFIX}{offer.token}", data={"code": f"{offer.code[:3]} {offer.code[3:]}"})
    assert (got.status_code, got.content) == (200, b"%PDF-")
    assert got.headers["content-type"] == "application/pdf"
    assert got.headers["content-disposition"] == 'attachment; filename="report.pdf"'
    assert got.headers["cache-control"] == "no-store"
    assert phone.post(f"{PREFIX}{offer.token}", data={"code": offer.code}).status_code == 404
    assert handover.now() is None


def test_looking_at_the_page_takes_nothing_away(handover: Handover, phone: TestClient) -> None:
    offer = handover.offer("all.json", b"{}")
    for method in ("GET", "HEAD", "GET"):
        assert phone.request(method, f"{PREFIX}{offer.token}").status_code == 200
    assert handover.now() == offer


def test_a_few_wrong_codes_end_it(handover: Handover, phone: TestClient) -> None:
    offer = handover.offer("all.json", b"{}")
    for left in range(TRIES - 1, 0, -1):
        said = phone.post(f"{PREFIX}{offer.token}", data={"code": wrong(offer.code)})
        assert said.status_code == 403
        assert "That was not the code" in said.text
        now = handover.now()
        assert now is not None
        assert now.tries == left
    assert phone.post(f"{PREFIX}{offer.token}", data={"code": wrong(offer.code)}).status_code == 404
    assert phone.post(f"{PREFIX}{offer.token}", data={"code": offer.code}).status_code == 404


def test_it_ends_by_itself_and_when_it_is_taken_back(handover: Handover, phone: TestClient, clock: Clock) -> None:
    offer = handover.offer("all.json", b"{}")
    clock.now += LASTS
    assert phone.get(f"{PREFIX}{offer.token}").status_code == 200
    clock.now += timedelta(seconds=1)
    assert phone.post(f"{PREFIX}{offer.token}", data={"code": offer.code}).status_code == 404
    second = handover.offer("all.json", b"{}")
    handover.take_back()
    assert phone.get(f"{PREFIX}{second.token}").status_code == 404


def test_a_new_file_takes_the_place_of_the_one_before(handover: Handover, phone: TestClient) -> None:
    first, second = handover.offer("a.json", b"1"), handover.offer("b.zip", b"2")
    assert phone.get(f"{PREFIX}{first.token}").status_code == 404
    assert phone.post(f"{PREFIX}{second.token}", data={"code": second.code}).content == b"2"


@pytest.mark.parametrize("path", ["", "x", "../", "%2e%2e/", "ü" * 30, "0" * 5_000])
def test_nothing_else_is_served_and_all_unknown_addresses_look_alike(
    handover: Handover, phone: TestClient, path: str
) -> None:
    handover.offer("all.json", b"{}")
    answer = phone.get(f"{PREFIX}{path}")
    assert (answer.status_code, "Nothing waits here" in answer.text) in {(404, True), (403, False)}
    assert phone.get("/").status_code == 403


@pytest.mark.parametrize("body", [b"", b"code=", b"code=" + b"1" * 2_000, b"\xff\xfe", b"code=%FF", b"other=1"])
def test_whatever_is_typed_is_at_most_a_wrong_code(handover: Handover, phone: TestClient, body: bytes) -> None:
    offer = handover.offer("all.json", b"{}")
    assert phone.post(f"{PREFIX}{offer.token}", content=body).status_code == 403


def test_another_page_can_neither_post_nor_frame_it(handover: Handover, phone: TestClient) -> None:
    offer = handover.offer("all.json", b"{}")
    path = f"{PREFIX}{offer.token}"
    assert phone.post(path, data={"code": offer.code}, headers={"origin": "http://evil.example"}).status_code == 403
    assert phone.put(path).status_code == 405
    policy = phone.get(path).headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy


def test_the_page_speaks_the_runners_language(handover: Handover) -> None:
    page = TestClient(Handing(PlainTextResponse(""), handover, lambda: "ru"), base_url="http://192.168.1.5:8550")
    offer = handover.offer("all.json", b"{}")
    answer = page.get(f"{PREFIX}{offer.token}")
    assert '<html lang="ru">' in answer.text
    assert re.search("[а-я]", answer.text)


def test_the_address_names_the_offer_alone(handover: Handover) -> None:
    offer = handover.offer("all.json", b"{}")
    assert address("http://192.168.1.5:8550", offer) == f"http://192.168.1.5:8550{PREFIX}{offer.token}"
    assert offer.code not in address("http://192.168.1.5:8550", offer)
    assert len(offer.code) == DIGITS
