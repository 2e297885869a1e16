"""Which lines are headings, real ones and those that only look like one, and on which level each stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from planlint.language.folding import fold
from planlint.model.document import Paragraph
from planlint.model.plan import Heading
from planlint.model.text import Text

LONGEST_FAKE = 120
"""Characters; a longer line is no heading even in bold (a judgement: the longest heading in the seed plans has 62)."""

DEEPEST = 9
"""The deepest level of a heading in Word."""

CAPTION = re.compile(r"\s*(?:tabell|figur|bild|diagram)\s+\d", re.IGNORECASE)
"""How a line begins that says what a picture or a table shows."""

BULLET = re.compile(r"\s*(?:[-\u2010-\u2015*+o]\s+|[•·●▪◦‣∙■□➢✓\uf0b7\uf0a7]\s*)")
"""A bullet that was typed, or that a font turned into a letter."""

_RUN_IN = re.compile(r"[^:]{1,40}:\s*\S")
_LARGEST_GAP = 3
"""Chapters that may be missing between two numbered ones before the number is taken for something else."""
_PAGE = re.compile(r"(?:\t|\.{3,}|…|\s\.)[\s.]*\d{1,4}\s*$")
"""How a row of a table of contents ends that is typed by hand."""
_ENDS_SENTENCE = re.compile(r"[.!?;,]\s*$")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a framework knows of headings that their looks do not tell.

    `label` tells the label of a part, `chapter` a chapter's own title, `near` the chapter whose a title may be,
    `goal` a goal with its code ("Mål 1: Trygg vård");
    `designations` are words before a number that belong to it ("Insats 4.1: …", "Fokusområde 2 – …").
    """

    label: Callable[[str], bool] = lambda _: False
    chapter: Callable[[str], bool] = lambda _: False
    near: Callable[[str], str | None] = lambda _: None
    goal: Callable[[str], bool] = lambda _: False
    designations: tuple[str, ...] = ()


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading's number without a final dot, and its title; `designated` where a word before the number names it."""

    number: str | None
    title: Text
    designated: bool = False


@lru_cache(maxsize=32)
def _number(designations: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in designations) or r"(?!)"
    number = r"\d{1,3}(?:\.\d{1,3})*"
    return re.compile(
        rf"\s*(?:(?P<name>{names})\s+(?:nr\.?\s+)?(?P<named>{number})(?:\s*[.:)]\s*|\s+)"
        rf"|(?:(?:kapitel|avsnitt|bilaga)\s+)?(?P<plain>{number})(?:[.:)]?\s+|[.:)]\s*))(?:[–—-]\s+)?(?=\S)",
        re.IGNORECASE,
    )


def split_number(paragraph: Paragraph, designations: tuple[str, ...] = ()) -> Numbered:
    """A heading's number, automatic or typed, and its title's words."""
    words = paragraph.content.strip()
    if paragraph.number and paragraph.list_level is None:
        automatic = paragraph.number.rstrip(".:) ")
        found = _number(designations).match(automatic + ": ·")
        named = found["named"] if found else None
        return Numbered(named or automatic, words, designated=named is not None)
    folded = fold(words.text)
    found = _number(designations).match(folded.text)
    if found is None:
        return Numbered(None, words)
    title = words.cut(folded.origin(found.end())).strip()
    return Numbered(found["named"] or found["plain"], title, designated=found["named"] is not None)


class Outline:
    """Gives headings their levels as they come: a line that only looks like one is placed by what stands before it."""

    def __init__(self, hints: Hints = NO_HINTS) -> None:
        self._hints = hints
        self._base = 0  # the level of the last heading by style or number
        self._fake = 0  # the level of the last unnumbered line after it
        self._bare = False  # whether nothing stands under that line yet
        self._chapter: str | None = None
        self._kind: str | None = None  # which chapter of the framework that may be
        self._step = 0  # the number of the last line that counts something else than sections
        self._worded = True  # whether chapters are told by their words alone so far

    def heading(self, paragraph: Paragraph, over_text: Callable[[], bool]) -> Heading | None:
        """The heading that the next paragraph is, if it is one; `over_text` tells whether something stands under it."""
        if not paragraph.text.strip():
            return None
        heading = self._real(paragraph) or self._looking(paragraph, over_text)
        if heading is None:
            self._bare = False
        return heading

    def pass_over(self) -> None:
        """Go on past something that is no paragraph."""
        self._bare = False

    def _real(self, paragraph: Paragraph) -> Heading | None:
        """The heading that a paragraph is by its style or outline level."""
        if paragraph.level is None:
            return None
        numbered = split_number(paragraph, self._hints.designations)
        self._settle(paragraph.level, numbered)
        return Heading(numbered.title.text, paragraph.level, numbered.title, numbered.number)

    def _looking(self, paragraph: Paragraph, over_text: Callable[[], bool]) -> Heading | None:
        """The heading that a reader takes a styleless line for: numbered, or wholly bold or in capitals, over text."""
        if not _may_be_heading(paragraph):
            return None
        numbered = split_number(paragraph, self._hints.designations)
        if _is_run_in(numbered) and not self._hints.goal(numbered.title.text):
            return None
        stands_out = paragraph.wholly("bold") or in_capitals(numbered.title.text)
        level = self._numbered_level(numbered, stands_out=stands_out)
        if level is not None:
            self._settle(level, numbered)
        elif stands_out and over_text():
            level = self._level(numbered)
        else:
            return None
        return Heading(numbered.title.text, min(level, DEEPEST), numbered.title, numbered.number, fake=True)

    def _settle(self, level: int, numbered: Numbered) -> None:
        """Go on from a heading whose level is sure."""
        self._base, self._fake, self._bare, self._step, self._worded = level, 0, False, 0, False
        if numbered.number and not numbered.designated:
            self._chapter = numbered.number.split(".")[0]
        if level == 1:
            self._kind = self._hints.near(numbered.title.text)

    def _numbered_level(self, numbered: Numbered, *, stands_out: bool) -> int | None:
        """The level that a typed number claims, where it fits the numbers before it; else None ('1. Steg ett')."""
        if numbered.number is None or numbered.designated:
            return None
        parts = numbered.number.split(".")
        if self._chapter is not None and len(parts) > 1 and (stands_out or parts[0] == self._chapter):
            return len(parts)
        if not stands_out:
            return None
        if self._chapter is None:
            return len(parts) if self._base == 0 else None
        follows = self._chapter.isdigit() and 0 < int(parts[0]) - int(self._chapter) <= _LARGEST_GAP
        return 1 if len(parts) == 1 and follows and not self._goes_on(numbered) else None

    def _goes_on(self, numbered: Numbered) -> bool:
        """Whether a number counts what is no chapter: labels, or '5. E-arkiv' after '4. E-tjänst' in chapter 4."""
        if self._hints.label(numbered.title.text):
            return True
        following = self._step and numbered.number == str(self._step + 1)
        return bool(following) and self._hints.near(numbered.title.text) in {None, self._kind}

    def _level(self, numbered: Numbered) -> int:
        """The level of a line without a number that tells it.

        A label stands under what it divides, and the next line does not stand under the label.
        """
        if self._hints.label(numbered.title.text):
            self._bare = False
            return (self._fake or self._base) + 1
        if self._worded and numbered.number is None and self._hints.chapter(numbered.title.text):
            self._base, self._fake, self._bare = 1, 0, False
            return 1
        within = self._bare and numbered.number is None
        level = self._fake + 1 if within else self._fake or self._base + 1
        self._fake, self._bare = level, numbered.number is None
        self._step = int(numbered.number) if numbered.number and numbered.number.isdecimal() else self._step
        return level


def _is_run_in(numbered: Numbered) -> bool:
    """Whether a line is a label and its words; '3.1 Fokusområde 1: Skola' is none."""
    sectioned = numbered.number is not None and "." in numbered.number
    return not sectioned and _RUN_IN.match(numbered.title.text) is not None


def _may_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return bool(
        len(text) <= LONGEST_FAKE
        and paragraph.list_level is None
        and "\n" not in text
        and paragraph.style not in {"caption", "title", "subtitle"}
        and any(character.isalpha() for character in text)
        and not _ENDS_SENTENCE.search(text)
        and not BULLET.match(text)
        and not CAPTION.match(text)
        and not _PAGE.search(text)
    )


def in_capitals(text: str) -> bool:
    """Three letters or more, all capitals: how typists set headings off."""
    return text.isupper() and sum(character.isalpha() for character in text) >= 3  # noqa: PLR2004
