"""Levels and numbers of headings: what is a fault, and that one fault is told once."""

import pytest

from tests.checks.held import hits, told
from tests.word.build import docx, p, r, styled

BOLD = "<w:b/>"


def headings(*lines: str) -> str:
    """A plan of headings only: '# 1 Ett' is a chapter, '## 1.1 A' a section."""
    return "# Handlingsplan\n\n" + "\n\n".join(f"#{line}\n\nText." for line in lines)


def faults(*lines: str) -> list[tuple[str, str, object]]:
    """The number faults: case, title, and the number that was expected."""
    return [(hit.case, hit.place.text, hit.words["expected"]) for hit in hits("PL106", headings(*lines))]


@pytest.mark.parametrize(
    "lines",
    [
        ("# 1 A", "## 1.1 B", "### 1.1.1 C", "### 1.1.2 D", "## 1.2 E", "# 2 F", "## 2.1 G"),
        ("# 3 Fokusområden", "## 3.1 A", "## 3.2 B", "# 4 Insatser", "## 4.1 C"),
        ("# Förord", "# 1 A", "## Om detta", "## 1.1 B", "# Efterord", "# 2 C"),
        ("# 1 A", "# Insatser", "## 4.1 B", "## 4.2 C"),
        ("# 1.0 A", "# 2.0 B", "# 3.0 C"),
        ("# 1 A", "# 2 B", "# Bilaga 1 C", "# Bilaga 2 D"),
        ("# 5 A", "## Bilaga 5.1 B", "## 5.2 C", "## Bilaga 5.3 D", "# 6 E"),
        ("# 1 A", "# 2 B", "# 1 Avtal", "# 2 Parter"),
        ("# 4 Insatser", "## Insats 1: A", "## Insats 2: B", "# 5 Bilagor"),
        ("# 1 A", "## 1.1 B", "### 1. Steg ett", "### 2. Steg två", "## 1.2 C", "### 1. Steg ett"),
    ],
)
def test_numbers_in_order(lines: tuple[str, ...]) -> None:
    assert faults(*lines) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# 1 A", "# 3 B", "# 4 C"), [("gap", "B", "2")]),
        (("# 4 A", "## 4.2 B", "## 4.3 C"), [("gap", "B", "4.1")]),
        (("# 4 A", "## 4.1 B", "## 4.1 C", "## 4.2 D", "## 4.3 E"), [("repeat", "C", "4.2")]),
        (("# 4 A", "## 4.1 B", "## 4.1 C", "## 4.3 D"), [("repeat", "C", "4.2")]),
        (("# 4 A", "## 4.1 B", "## 4.5 C", "## 4.3 D", "## 4.4 E"), [("gap", "C", "4.2")]),
        (("# 4 A", "## 4.1 B", "## 4.2 C", "## 4.3 D", "## 4.2 E"), [("repeat", "E", "4.4")]),
        (("# 4 A", "## 3.1 B", "## 3.2 C", "## 3.3 D", "# 5 E", "## 5.1 F"), [("parent", "B", "4.1")]),
        (("# 4 A", "## 4.1 B", "## 3.2 C", "## 4.3 D"), [("parent", "C", "4.2")]),
        (("# 4 A", "## 3.1 B", "### 3.1.1 C", "## 3.2 D", "# 5 E"), [("parent", "B", "4.1")]),
        (("# 1 A", "# 2 B", "# 2 C", "## 2.1 D", "# 3 E"), [("repeat", "C", "3")]),
        (("# 1 A", "# 2 B", "# 2 C", "## 2.1 D", "# 4 E"), [("repeat", "C", "3")]),
        (("# 1 A", "# Bilaga 1 B", "# Bilaga 3 C"), [("gap", "C", "2")]),
    ],
)
def test_a_fault_is_told_once(lines: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert faults(*lines) == expected


def test_the_gap_that_a_missing_chapter_leaves_is_told_as_the_missing_chapter() -> None:
    assert faults("# 1 Sammanfattning", "# 3 Fokusområden", "# 5 Insatser") == [("gap", "Insatser", "4")]
    assert faults("# 1 Sammanfattning", "## 1.1 Uppföljning", "# 3 Fokusområden", "# 4 Insatser") == []
    lines = ("# 5 Bilagor", "## 5.1 Beslutsprocess", "## 5.3 Svenskt ramverk för digital samverkan")
    assert faults(*lines) == []


def test_a_repeat_names_the_first() -> None:
    (hit,) = hits("PL106", headings("# 4 A", "## 4.1 B", "## 4.1 C"))
    assert ([place.text for place in hit.related], hit.subject and hit.subject.id) == (["B"], "4.1")


def test_levels_one_at_a_time_and_back_again() -> None:
    assert hits("PL102", headings("# A", "## B", "### C", "# D", "## E")) == []


def test_a_skip_is_told_where_it_is_made_with_what_stands_before() -> None:
    (hit,) = hits("PL102", headings("# 1 A", "### B", "### C", "# 2 D"))
    assert (hit.place.text, hit.words["level"], hit.words["above_level"], [one.text for one in hit.related]) == (
        "B", 3, 1, ["A"],
    )  # fmt: skip


def test_a_label_in_a_heading_style_can_skip_and_an_empty_heading_is_no_step() -> None:
    body = styled("Rubrik1", "Insatser") + styled("Rubrik2", "Säker inloggning") + styled("Rubrik3", "")
    body += styled("Rubrik4", "Effektmål") + p("1A: Invånarna litar på tjänsterna.")
    assert told(hits("PL102", docx(body))) == [("default", "Effektmål")]


def test_a_line_that_only_looks_like_a_heading_is_a_step_since_it_is_a_fault_of_its_own() -> None:
    body = styled("Rubrik1", "4 Insatser") + p(r("4.1 Säker inloggning", BOLD)) + styled("Rubrik3", "Effektmål")
    assert hits("PL102", docx(body)) == []
