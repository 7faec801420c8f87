"""The calendar's own address: who knows it gets the plan, and nobody else gets anything."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from planner.desk import Desk, StoreFault
from planner.ui.guard import Guard
from planner.ui.preferences import REMINDERS, Preferences
from planner.ui.subscription import PREFIX, TOKEN, Subscription, address, renew, token, withdraw

HERE = frozenset({"127.0.0.1", "192.168.1.5"})
AT = "http://192.168.1.5:8550"
PHONE = ("192.168.1.9", 50_000)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, clock=lambda: datetime(2026, 11, 24, 18, tzinfo=UTC), today=date(2026, 11, 24))


@pytest.fixture
def kept(desk: Desk) -> Preferences:
    preferences = Preferences(desk.folder)
    renew(preferences)
    return preferences


@pytest.fixture
def phone(desk: Desk) -> TestClient:
    """On the network, without the one-time code."""
    guard = Guard(Subscription(PlainTextResponse("the app"), desk), HERE, "secret", own_keys=(PREFIX,))
    return TestClient(guard, base_url=AT, client=PHONE, follow_redirects=False)


def path_of(kept: Preferences) -> str:
    made = address(kept, AT)
    assert made is not None
    return made.removeprefix(AT)


def test_a_phone_that_knows_the_address_gets_the_plan_without_the_code(
    phone: TestClient, kept: Preferences, desk: Desk
) -> None:
    answer = phone.get(path_of(kept))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["cache-control"] == "private, no-cache"
    found = {event.uid for event in IcsCalendarStream.calendar_from_ics(answer.text).events}
    weeks = (desk.plan(), desk.plan(date(2026, 11, 30)))
    ids = {item["id"] for week in weeks for day in week["days"] for item in day["items"]}
    assert found == {f"{one.replace('/', '-')}@stridewell" for one in ids}
    assert phone.get("/").status_code == 403


def test_what_did_not_change_is_not_sent_again(phone: TestClient, kept: Preferences, desk: Desk) -> None:
    mark = phone.get(path_of(kept)).headers["etag"]
    for known in (mark, f"W/{mark}", f'"other", {mark}'):
        again = phone.get(path_of(kept), headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    desk.log({"kind": "pain", "score": 5, "site": "shin_inner", "side": "left", "during": "run"})
    later = phone.get(path_of(kept), headers={"If-None-Match": mark})
    assert later.status_code == 200 and later.headers["etag"] != mark


def test_only_looking_is_allowed(phone: TestClient, kept: Preferences) -> None:
    head = phone.head(path_of(kept))
    whole = phone.get(path_of(kept))
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"):
        assert phone.request(method, path_of(kept)).status_code == 405, method
        assert phone.request(method, f"{PREFIX}other.ics").status_code == 404, method


@pytest.mark.parametrize(
    "path",
    [
        "/calendar/",
        "/calendar/.ics",
        "/calendar/x.ics",
        "/calendar/%C3%A4.ics",
        "/calendar/..%2Flog",
        "/calendar/None.ics",
    ],
)
def test_any_other_address_is_not_there(phone: TestClient, kept: Preferences, path: str) -> None:
    assert phone.get(path).status_code == 404


def test_the_address_has_to_be_whole(phone: TestClient, kept: Preferences) -> None:
    whole = path_of(kept)
    key = whole.removeprefix(PREFIX).removesuffix(".ics")
    for name in (key, f"{key[:-1]}.ics", f"{key.swapcase()}.ics", f"{key}.ics.ics", f"/{key}.ics", f"{key}.ics/"):
        path = f"{PREFIX}{name}"
        assert phone.get(path).status_code == 404, path


def test_without_an_address_nothing_is_given_out(phone: TestClient, desk: Desk) -> None:
    kept = Preferences(desk.folder)
    assert (token(kept), address(kept, AT)) == (None, None)
    assert phone.get(f"{PREFIX}.ics").status_code == 404


@pytest.mark.parametrize("broken", ["", "short", 5, None, ["x" * 40], "ä" * 40])
def test_a_token_that_was_tampered_with_opens_nothing(phone: TestClient, desk: Desk, broken: object) -> None:
    kept = Preferences(desk.folder)
    kept.set(TOKEN, broken)
    assert token(kept) is None
    assert phone.get(f"{PREFIX}{broken}.ics").status_code == 404


def test_a_new_address_ends_the_old_one_and_withdrawing_ends_both(phone: TestClient, kept: Preferences) -> None:
    kept.set("glass_ml", 200)
    old = path_of(kept)
    renew(kept)
    new = path_of(kept)
    assert [phone.get(path).status_code for path in (old, new)] == [404, 200]
    withdraw(kept)
    assert [phone.get(path).status_code for path in (old, new)] == [404, 404]
    assert kept.get("glass_ml") == 200


def test_addresses_can_not_be_guessed(kept: Preferences) -> None:
    made: set[str | None] = set()
    for _ in range(50):
        renew(kept)
        made.add(token(kept))
    assert len(made) == 50
    assert min(len(one or "") for one in made) >= 43


def test_another_host_or_site_gets_nothing_even_with_the_token(desk: Desk, kept: Preferences) -> None:
    guard = Guard(Subscription(PlainTextResponse("the app"), desk), HERE, "secret", own_keys=(PREFIX,))
    other = TestClient(guard, base_url="http://evil.example", client=PHONE)
    assert other.get(path_of(kept)).status_code == 403
    here = TestClient(guard, base_url=AT, client=PHONE)
    assert here.get(path_of(kept), headers={"Origin": "http://evil.example"}).status_code == 403


def test_the_token_opens_no_web_socket(phone: TestClient, kept: Preferences) -> None:
    with pytest.raises(WebSocketDisconnect), phone.websocket_connect(f"ws://192.168.1.5:8550{path_of(kept)}"):
        pass


def test_alarms_are_those_that_were_set_in_the_app(phone: TestClient, kept: Preferences) -> None:
    kept.set(REMINDERS, {"minutes_before": 60, "kinds": ["check_in"]})
    text = phone.get(path_of(kept)).text
    assert "TRIGGER:-PT1H" in text
    assert "TRIGGER:-PT10M" not in text


def test_a_journal_that_can_not_be_read_leaves_the_calendar_as_it_was(
    phone: TestClient, kept: Preferences, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreFault("store.empty", folder="there")

    monkeypatch.setattr(desk, "plan", broken)
    assert phone.get(path_of(kept)).status_code == 503


def test_what_is_not_asked_of_the_calendar_goes_on_to_the_app(desk: Desk) -> None:
    here = TestClient(Guard(Subscription(PlainTextResponse("the app"), desk), HERE), base_url="http://127.0.0.1:8550")
    assert here.get("/calendars").text == here.get("/").text == "the app"
