"""A page of words that would like to be more than words."""

import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from planlint.model.finding import Finding, Location
from planlint.model.outcome import Fault, Outcome, Run, Trouble
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.report.html import render_html
from tests.report.html.reading import Element, find, only, read, said, skeleton

WORDS = frozenset(
    {"text", "title", "words", "message", "why", "help", "suggestion", "suppressed", "path", "code", "id", "number"}
    | {"framework", "label", "intervention", "translation"}
)
"""The fields that hold what somebody else may have written."""
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><style>*{display:none}",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</option></select></textarea></title><base href=//x>",
    "<!--",
    "]]><![CDATA[",
    "&lt;b&gt; &#x3c;b> &notit;",
    "{{ 7 * 7 }} {% include 'x' %} {# x #}",
    "javascript:alert(1)",
    "</span></p></article></main>",
    "\u202e\u2066\u200bnow\u2069\x00\x07\x1b[31m",
    "\ud800\udfff \ufdd0",
)
BLANK = "\u0085\u2028\u2029\u00a0\t\r\n"


def dress(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 -- any part of a run
    """The same with every word changed that somebody else may have written."""
    if isinstance(value, tuple):
        return tuple(dress(each, change) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, object] = {}
    for each in fields(value):
        held = getattr(value, each.name)
        if each.name in WORDS and isinstance(held, str):
            changed[each.name] = change(held)
        elif each.name in WORDS and isinstance(held, tuple) and all(isinstance(words, str) for words in held):
            changed[each.name] = tuple(map(change, held))
        elif each.name not in {"principles", "rules"} or isinstance(value, Plan):
            changed[each.name] = dress(held, change)
    return replace(value, **changed)


@pytest.fixture(scope="module")
def full(ruled: Run, outcome: Outcome) -> Run:
    """A run where every part of the page has something of its own."""
    faulty = replace(outcome, faults=(Fault("PL204", "KeyError"),), path="b.md", fallback=True)
    unreadable = replace(outcome, path="c.md", plan=None, findings=(), error=Trouble("damaged", "Trasig.", "Broken."))
    return replace(ruled, outcomes=(outcome, faulty, unreadable))


def _dressed(run: Run, payload: str) -> Element:
    return read(render_html(dress(run, lambda words: f"{words} {payload}")))


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize("single", [True, False])
def test_no_element_and_no_attribute_comes_from_anyones_words(full: Run, payload: str, single: bool) -> None:  # noqa: FBT001 -- a parameter of a test
    run = replace(full, outcomes=full.outcomes[:1]) if single else full
    page = _dressed(run, payload)
    assert skeleton(page) == skeleton(_dressed(run, "å" * len(payload)))
    assert only(page, "//script").text == only(read(render_html(run)), "//script").text
    assert only(page, "//style").text == only(read(render_html(run)), "//style").text


@pytest.mark.parametrize("payload", HOSTILE[:11])
def test_what_is_written_is_shown_as_it_is_written(full: Run, payload: str) -> None:
    page = _dressed(replace(full, outcomes=full.outcomes[:1]), payload)
    written = " ".join(payload.split())
    assert said(only(page, "//h1")).endswith(written)
    assert all(written in said(each) for each in find(page, "//h5//*[@class='says']"))
    assert all(written in said(each) for each in find(page, "//*[@class='advice']/p[position() < 3]"))


def test_nothing_steers_the_page(full: Run) -> None:
    page = render_html(dress(full, lambda words: words + "".join((*HOSTILE, BLANK))))
    strange = {character for character in page if not character.isprintable() and character != "\n"}
    assert strange == set()
    assert page.encode("utf-8")


def test_words_are_in_no_attribute_but_those_of_choices(full: Run) -> None:
    page = read(render_html(dress(full, lambda words: f"{words} ödla")))
    holding = {(each.tag, name) for each in page.iter() for name, value in each.items() if "ödla" in str(value)}
    assert holding == {("optgroup", "label")}


def test_many_findings_in_a_paragraph_without_end_stay_small_and_fast(
    ruled: Run, outcome: Outcome, plan: Plan, findings: tuple[Finding, ...]
) -> None:
    endless = Text("document", 900, 0, "ord " * 12_500 + "o" * 50_000)
    places = [endless.cut(100 * number, 100 * number + 3) for number in range(499)]
    many = tuple(
        replace(
            findings[number % 12],
            location=Location(("4 Insatser", f"4.{number % 40} Insats"), place),
            related=(Location(("4 Insatser",), endless),) * 30,
            suggestion=endless.text,
        )
        for number, place in enumerate((*places, endless))
    )
    started = time.process_time()
    page = render_html(
        replace(ruled, outcomes=(replace(outcome, findings=many, plan=replace(plan, texts=(*plan.texts, endless))),))
    )
    assert time.process_time() - started < 10
    assert len(page.encode()) < 8_000_000
