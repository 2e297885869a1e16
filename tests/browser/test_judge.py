"""The judges themselves: each fault that they are to find, on a page that has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import View, Window
from tests.browser.judge import (
    layout_faults,
    reachable,
    scrolled_sideways,
    small_targets,
    space_out,
    tab_through,
    violations,
)

BAD = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Prov</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
p { margin: 4px } .box { width: 60px; overflow: hidden; white-space: nowrap } .high { height: 20px; overflow: hidden }
.ringless:focus { outline: none } .wide { white-space: nowrap }</style></head>
<body><main><h1>Prov</h1>
<p style="position: relative">Under<span style="position: absolute; left: 0; top: 3px">Ovanpå</span></p>
<p class="box">Avhugget mitt i raden</p>
<p class="wide">Så lång är den här raden att den inte ryms på en smal skärm, hur man än gör</p>
<div style="width: 100px; overflow: auto" tabindex="0"><p class="wide">Rullar i sin egen ruta, som den får</p></div>
<p class="unseen">Hörs men syns inte, som den får</p>
<div class="high" style="width: 175px">Ryms tills raden växer</div>
<p style="color: #aaa">Svag</p>
<button class="ringless" style="width: 12px; height: 12px; padding: 0" aria-label="Liten"></button>
<p>Läs mer <a href="#a">här</a> om det.</p>
<img src="https://example.org/a.png" alt="">
<script>alert('fråga'); console.error('fel'); addEventListener('load', () => { throw new Error('brast') })</script>
</main></body></html>"""
TRAP = """<!doctype html><html lang="sv"><title>Prov</title>
<button id="first">Ett</button><button id="last">Två</button>
<script>last.onkeydown = e => { if (e.key === 'Tab') { e.preventDefault(); last.focus() } }</script></html>"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.html"
    file.write_text(BAD, encoding="utf-8")
    return file


def test_each_fault_is_found_and_nothing_else(browser: Browser, bad: Path) -> None:
    window = Window(browser)
    page = window.show(bad, View(width=320))
    assert [each.partition(":")[0] for each in violations(page)] == ["color-contrast"]
    wide, *rest = layout_faults(page)
    assert wide.startswith("the page is ")
    assert rest == [
        "cut off: Avhugget mitt i raden",
        "cut off: Så lång är den här raden att den inte ryms på en s",
        "one on the other: Under | Ovanpå",
    ]
    assert scrolled_sideways(page) == ["Rullar i sin egen ruta, som den får"]
    (small,) = small_targets(page)
    assert re.fullmatch("<button.*: 12 x 12", small)
    stops = tab_through(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop.name for stop in stops if not stop.ringed] == ["BUTTON "]
    space_out(page)
    assert "cut off: Ryms tills raden växer" in layout_faults(page)
    assert [each.partition(":")[0] for each in window.wrongs] == ["console", "request", "dialog", "console", "error"]


def test_a_trap_for_the_keyboard_is_found(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "trap.html"
    file.write_text(TRAP, encoding="utf-8")
    page = Window(browser).show(file)
    with pytest.raises(AssertionError, match="never leaves"):
        tab_through(page, most=5)
