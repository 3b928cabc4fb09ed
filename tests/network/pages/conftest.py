"""A real browser for pages: headless Chromium, where the machine has one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium or chromedriver is missing: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,950"):
        options.add_argument(argument)
    # Whatever a page tried to fetch or complained of is read back by the tests.
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options=options, service=ChromeService(driver))
    yield chrome
    chrome.quit()


@pytest.fixture
def opened(browser: Chrome, tmp_path: Path) -> Callable[[str], Chrome]:
    """Open a page from disk, as a reader does who got it by mail."""

    def open_page(text: str) -> Chrome:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        for log in ("browser", "performance"):
            browser.get_log(log)  # type: ignore[no-untyped-call]  # selenium has no type for it
        browser.get(path.as_uri())
        return browser

    return open_page
