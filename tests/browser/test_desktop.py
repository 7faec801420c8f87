"""A desktop: a rail, the week beside the day, and everything by keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, App, OpenApp

RAIL = ("Today", "Log", "Plan", "Trends", "Learn", "More")
AT = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect();
    return [(at.getAttribute('aria-label') || at.textContent).split('\\n')[0], box.top, box.bottom];
}"""


def tab(app: App, times: int = 1) -> str:
    """Presses Tab; the name of what is ringed then."""
    for _ in range(times):
        app.page.keyboard.press("Tab")
    app.page.locator("#ring").wait_for()
    name, *_ = app.page.evaluate(AT)
    return name


def test_a_desktop_has_a_rail_and_opens_a_day_beside_the_week(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    expect(app.page.get_by_role("button", name=re.compile("^Plan.*Tab"))).to_be_attached()
    app.place("Plan")
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for()
    app.page.get_by_role("button", name=re.compile(r"\d\d:\d\d")).first.dispatch_event("click")
    app.says(re.compile(r"Source: .*Evidence: ", re.DOTALL))


def test_a_phone_has_a_bar_below(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/plan")
    expect(app.page.get_by_role("tab", name="Plan")).to_have_attribute("aria-selected", "true")


def test_every_place_has_a_key_and_a_title_of_its_own(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    for number, name in enumerate(RAIL, 1):
        app.page.keyboard.press(f"Alt+{number}")
        app.page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
        expect(app.page).to_have_title(f"{name} – Stridewell")
    app.page.keyboard.press("Alt+0")
    app.heading("Keyboard").wait_for()
    app.page.keyboard.press("Escape")
    app.heading("Keyboard").wait_for(state="detached")
    assert app.page.url.endswith("/more")
    app.go("/log/sleep")
    app.page.keyboard.press("Escape")
    expect(app.page).to_have_url(re.compile("/log$"))


def test_tab_follows_the_order_of_reading_and_enter_presses(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    assert [tab(app) for _ in RAIL] == list(RAIL)
    assert tab(app) == "Keyboard"
    names: list[str] = []
    for _ in range(8):
        names.append(tab(app))
        _, top, bottom = app.page.evaluate(AT)
        assert 0 <= top < bottom <= DESKTOP["height"]
    assert all(names) and not {*names} & {*RAIL}
    app.go()
    tab(app, RAIL.index("Plan") + 1)
    app.page.keyboard.press("Enter")
    app.heading("Plan").wait_for()
    # What is typed is typed, and goes nowhere.
    app.go("/log/drink")
    app.write("How much, in ml", "123")
    expect(app.page).to_have_url(re.compile("/log/drink$"))


def test_a_keyboard_needs_no_screen_reader_to_be_seen(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    app.page.goto(sample_address)
    app.page.locator("flt-semantics-placeholder").wait_for(state="attached")
    app.page.locator("flt-glass-pane").wait_for(state="attached")
    assert tab(app) == RAIL[0]
    app.page.mouse.click(1000, 700)
    app.page.locator("#ring").wait_for(state="detached")
