"""What is wrong with a page, as one line a fault: axe-core's rules, and what it cannot see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

import axe_playwright_python  # type: ignore[import-untyped]  # only its axe.min.js is used
from playwright.sync_api import Page

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LEAST_TARGET: Final = 24
"""CSS pixels: WCAG 2.2, 2.5.8."""
SPACING: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
"""What a reader may set, and lose nothing by: WCAG 2.2, 1.4.12."""

_AXE: Final = Path(axe_playwright_python.__file__).with_name("axe.min.js")
_SLOW: Final = ("color-contrast", "link-in-text-block", "target-size")
"""Rules about what the style sheets alone decide; together they take most of axe-core's time."""
_RUN_AXE: Final = """([tags, rules]) => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, rules, resultTypes: ['violations'], preload: false,
})"""
_JUDGE: Final = Path(__file__).with_name("judge.js").read_text(encoding="utf-8").strip()


class Stop(NamedTuple):
    """Where Tab has come to: `place` among all elements, whether a ring shows it, and whether nothing lies over it."""

    name: str
    place: int
    ringed: bool
    bare: bool


def violations(page: Page, *, looks: bool = True) -> list[str]:
    """What axe-core objects to, by rule and element; without `looks` not in colours and sizes, which is much faster."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    rules = {rule: {"enabled": looks} for rule in _SLOW}
    result: dict[str, Any] = page.evaluate(_RUN_AXE, [TAGS, rules])
    return [f"{each['id']}: {node['html'][:200]}" for each in result["violations"] for node in each["nodes"]]


def layout_faults(page: Page) -> list[str]:
    """Whether the page scrolls sideways, and which words are cut off or lie on others."""
    wide = _ask(page, "tooWide")
    return [
        *([f"the page is {wide} px too wide"] if wide else []),
        *(f"cut off: {words}" for words in _ask(page, "lost")),
        *(f"one on the other: {words}" for words in _ask(page, "overlaps")),
    ]


def scrolled_sideways(page: Page) -> list[str]:
    """The beginnings of what is wider than its box and must be scrolled sideways to be read."""
    return list(_ask(page, "scrolled"))


def small_targets(page: Page) -> list[str]:
    """What is too small to hit, links within a sentence aside."""
    return list(_ask(page, "small", LEAST_TARGET))


def space_out(page: Page) -> None:
    """Set the text as a reader may who needs more room between lines, words and letters."""
    _ask(page, "set", SPACING)


def tab_through(page: Page, most: int = 2000) -> list[Stop]:
    """Every stop of the Tab key from the start of the page, until it leaves; fails where it never does."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found = _ask(page, "stop")
        if found is None or (stops and found["place"] == stops[0].place):
            return stops
        stops.append(Stop(**found))
    raise AssertionError(f"Tab never leaves the page; last at {stops[-3:]}")


def reachable(page: Page) -> list[int]:
    """What can be used and is visible, as indexes among all elements in their order; of radio buttons the chosen."""
    return list(_ask(page, "reachable"))


def _ask(page: Page, question: str, *values: str | int) -> Any:  # noqa: ANN401 - what came out of JSON
    return page.evaluate(f"() => ({_JUDGE}).{question}(...{json.dumps(values)})")
