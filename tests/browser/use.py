"""What people do with a page, and what they then see."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.model.rule import Language

STEERING: Final = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters and marks that turn the direction of text."""
_MADE: Final = """
main :is(script, style, template, iframe, object, img, input[onfocus]), #own, [style], a[href^='javascript:'],
[onerror], [onload], [onmouseover], [onclick]
"""
_DEAD: Final = """() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
  .filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"""
_TWICE: Final = """() => [...document.querySelectorAll('[id]')].map(e => e.id)
  .filter((id, index, all) => all.indexOf(id) !== index)"""

_SHOWN: Final = """() => [...document.querySelectorAll('[id]')]
  .filter(e => /^d[0-9]+-f-[0-9]+$/.test(e.id) && e.checkVisibility({visibilityProperty: true})).map(e => e.id)"""


def name_of(document: int, finding: int) -> str:
    """What the page names a finding, by its document's index and its own."""
    return f"d{document + 1}-f-{finding + 1}"


def findings_of(run: Run) -> dict[str, Finding]:
    """Every finding by the name that the page gives it."""
    return {
        name_of(document, index): finding
        for document, outcome in enumerate(run.outcomes)
        for index, finding in enumerate(outcome.findings)
    }


def shown(page: Page) -> set[str]:
    """The names of the findings that can be seen."""
    return set(page.evaluate(_SHOWN))


def switch(page: Page, language: Language) -> None:
    """Choose a language as somebody does who uses the keyboard."""
    chosen = page.locator("input[name=language]:checked")
    if chosen.get_attribute("value") != language:
        chosen.focus()
        page.keyboard.press("ArrowRight" if language == "en" else "ArrowLeft")


def unfold(page: Page) -> None:
    """Fold out everything."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")


def words_of(page: Page) -> str:
    """All that can be seen, each white space a space."""
    return " ".join(page.locator("body").inner_text().split())


def made_of_words(page: Page) -> list[str]:
    """Elements that no page of planlint's has, so that a plan's words must have become them."""
    found = [each.evaluate("e => e.outerHTML.slice(0, 200)") for each in page.locator(_MADE).all()]
    return found + STEERING.findall(page.locator("body").inner_text())


def dead_links(page: Page) -> list[str]:
    """Links that lead nowhere or away, and names that several elements have, so that a link may lead wrong."""
    return [*page.evaluate(_DEAD), *page.evaluate(_TWICE)]


def print_out(page: Page, folder: Path) -> str:
    """The words of the page on paper, as `on_paper` gives them."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not on this machine")
    sheet = folder / "page.pdf"
    page.pdf(path=sheet, format="A4")
    text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, check=True).stdout  # noqa: S607
    return on_paper(text.decode())


def on_paper(words: str) -> str:
    """The words without white space and hyphens: a line may break anywhere."""
    return "".join(words.replace("-", "").split())
