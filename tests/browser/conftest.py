"""Chromium, and the pages that planlint makes opened in it; whatever a page should not do fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, Route, sync_playwright

from planlint.model.outcome import Run
from planlint.report.formats import render
from tests.browser.runs import RUNS

FLAGS = (
    "--no-sandbox",  # the tests may run as root in a container; they open nothing but files that they wrote
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 900
"""Of the window, in CSS pixels."""


class View(NamedTuple):
    """How a page is looked at: `width` in CSS pixels."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    scripts: bool = True


PLAIN = View()


class Window:
    """A window of the browser without a network. It may load one file at a time; `wrongs` grows by all else it does.

    A new window takes longer than most tests, so that tests share them, each beginning with a file of its own.
    """

    def __init__(self, browser: Browser, *, scripts: bool = True) -> None:
        self.wrongs: list[str] = []
        self._address = ""
        context = browser.new_context(offline=True, java_script_enabled=scripts, reduced_motion="reduce")
        self.page = context.new_page()
        context.route("**/*", self._answer)
        context.on("request", self._note)
        self.page.on("console", lambda message: self.wrongs.append(f"console: {message.text}"))
        self.page.on("dialog", self._dismiss)
        self.page.on("pageerror", lambda error: self.wrongs.append(f"error: {error}"))
        self.page.on("popup", lambda popup: self.wrongs.append(f"popup: {popup.url}"))

    def show(self, file: Path, view: View = PLAIN) -> Page:
        """Load the file."""
        self._address = file.as_uri()
        self.page.set_viewport_size({"width": view.width, "height": HEIGHT})
        self.page.emulate_media(color_scheme=view.scheme)
        self.page.goto(self._address)
        return self.page

    def _is_own(self, request: Request) -> bool:
        return request.url.partition("#")[0] == self._address

    def _answer(self, route: Route) -> None:
        if self._is_own(route.request):
            route.continue_()
        else:
            route.abort()

    def _note(self, request: Request) -> None:
        """Note a request that is not the file's, also one that the page's own policy stops before it is sent."""
        if not self._is_own(request):
            self.wrongs.append(f"request: {request.url}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.wrongs.append(f"dialog: {dialog.message}")
        dialog.dismiss()


class Report(NamedTuple):
    """A run and the page that tells of it."""

    run: Run
    file: Path


Reports = Callable[[str], Report]


class Open(Protocol):
    """How a test opens a file, one at a time."""

    def __call__(self, file: Path, view: View = PLAIN) -> Page: ...


class Show(Protocol):
    """The same for the report of a run, by the run's name."""

    def __call__(self, name: str, view: View = PLAIN) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests that a worker runs."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reports(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """The report of a run by its name in RUNS, made once."""

    @cache
    def make(name: str) -> Report:
        folder = tmp_path_factory.mktemp(name)
        run = RUNS[name](root, folder)
        file = folder / "rapport.html"
        file.write_text(render(run, "html"), encoding="utf-8", newline="\n")
        return Report(run, file)

    return make


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Callable[[bool], Window]:
    """The window with scripts, and the one without."""
    return cache(lambda scripts: Window(browser, scripts=scripts))


@pytest.fixture
def open_page(windows: Callable[[bool], Window]) -> Iterator[Open]:
    """Opens files. Something in the console, an error, a dialog or a request for anything else fails the test."""
    used: set[Window] = set()

    def open_file(file: Path, view: View = PLAIN) -> Page:
        window = windows(view.scripts)
        window.wrongs.clear()
        used.add(window)
        return window.show(file, view)

    yield open_file
    assert [wrong for window in used for wrong in window.wrongs] == []


@pytest.fixture
def show(reports: Reports, open_page: Open) -> Show:
    """The report of a run, opened."""
    return lambda name, view=PLAIN: open_page(reports(name).file, view)
