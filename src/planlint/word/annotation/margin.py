"""The comments part: which comments are planlint's own, which of the notes they are, and what they say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.model.note import Note
from planlint.word import names
from planlint.word.annotation.naming import paragraph_ids
from planlint.word.comments import OWN_AUTHOR, is_own, last_paragraph_id, words_of
from planlint.word.names import w

_INITIALS: Final = "pl"
_CODE: Final = re.compile(r"\w+")
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML may not hold."""
_SPACES: Final = re.compile(r"[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Own:
    """A comment of planlint's own that stands in the file; `answered` where somebody has replied to it."""

    element: Element
    words: str
    answered: bool

    @property
    def id(self) -> str:
        """The comment's id."""
        return self.element.get(names.ID, "")

    @property
    def name(self) -> str:
        """The id of its last paragraph, by which replies know it; '' where it has none."""
        return last_paragraph_id(self.element)


@dataclass(frozen=True, slots=True)
class Style:
    """How comments are written: the styles' ids, None for styles that the file does not have, and new ones' time."""

    text: str | None
    reference: str | None
    written: datetime


def own_comments(root: Element, extended: Element | None) -> tuple[Own, ...]:
    """The comments that planlint wrote, but for one that shares its id; `extended` is commentsExtended.xml."""
    every = tuple(root.iterchildren(names.COMMENT))
    shared = Counter(each.get(names.ID) for each in every)
    people = {last_paragraph_id(each) for each in every if not is_own(each)} - {""}
    rows = () if extended is None else extended.iterchildren(names.COMMENT_EXTENSION)
    answered = {each.get(names.EXTENSION_PARENT) for each in rows if each.get(names.EXTENSION_ID) in people}
    return tuple(
        Own(each, words_of(each), last_paragraph_id(each) in answered)
        for each in every
        if is_own(each) and shared[each.get(names.ID)] == 1
    )


def pair(notes: Sequence[Note], own: Sequence[Own], taken: Collection[str]) -> dict[int, Own]:
    """Which of the comments each note is, by the note's number: by its key, else by an equal first line.

    `taken` are ids of paragraphs of others. A note that is kept for its answers only is a comment with answers.
    """
    pairs = _pair_by_key(notes, {each.name: each for each in own if each.name}, set(taken))
    known = {each.element for each in pairs.values()}
    lines: defaultdict[tuple[str, bool], deque[Own]] = defaultdict(deque)
    for each in own:
        if each.element not in known:
            lines[_first_line(each.words), each.answered].append(each)
    for number, note in enumerate(notes):
        line = _first_line(text_of(note))
        alike = lines[line, True] or (() if note.answers else lines[line, False])
        if alike and number not in pairs:
            pairs[number] = alike.popleft()
    return pairs


def _pair_by_key(notes: Sequence[Note], own: Mapping[str, Own], taken: set[str]) -> dict[int, Own]:
    pairs: dict[int, Own] = {}
    for number, note in enumerate(notes):
        found = own.get(free_name(note, taken))
        if found and (found.answered or not note.answers):
            pairs[number] = found
            taken.add(found.name)
    return pairs


def free_name(note: Note, taken: Collection[str]) -> str:
    """The id that the paragraph of the note's comment should have: the first of its ids that is not taken."""
    return next(name for name in paragraph_ids(note.key) if name not in taken)


def _first_line(words: str) -> str:
    return words.partition("\n")[0]


def text_of(note: Note) -> str:
    """What the note's comment says, without what XML cannot hold."""
    return "\n".join(_SPACES.sub(" ", _FORBIDDEN.sub("\ufffd", line)) for line in note.lines)


class Margin:
    """The comments part while it is written. `taken` are ids of paragraphs, `fresh` gives ids of comments."""

    def __init__(self, root: Element, style: Style, taken: set[str], fresh: Iterator[str]) -> None:
        self._root = root
        self._style = style
        self._taken = taken
        self._fresh = fresh

    def set(self, note: Note, own: Own | None) -> str:
        """Lets a comment, a new one where none stands, say what the note says; its id."""
        if own is None:
            return self._add(note)
        if own.words != text_of(note) or not own.name:
            self._write(own.element, text_of(note), own.name or self._take(note))
        return own.id

    def outlive(self, own: Own, gone: str) -> None:
        """Says of a comment with answers that its finding is gone; the answers stay with it."""
        code = _CODE.match(own.words)
        words = f"{code[0]} {gone}" if code else gone
        if own.words != words:
            self._write(own.element, words, own.name)

    def _add(self, note: Note) -> str:
        style, identifier = self._style, next(self._fresh)
        date = style.written.strftime("%Y-%m-%dT%H:%M:%SZ")
        stated = {names.ID: identifier, names.AUTHOR: OWN_AUTHOR, names.DATE: date, names.INITIALS: _INITIALS}
        self._write(SubElement(self._root, names.COMMENT, stated), text_of(note), self._take(note))
        return identifier

    def _take(self, note: Note) -> str:
        name = free_name(note, self._taken)
        self._taken.add(name)
        return name

    def _write(self, comment: Element, words: str, name: str) -> None:
        """The words as the comment's only paragraph; its lines are lines there, so that one id names it all."""
        comment[:] = []
        paragraph = SubElement(comment, names.PARAGRAPH, {names.PARAGRAPH_ID: name})
        if self._style.text is not None:
            SubElement(SubElement(paragraph, names.PARAGRAPH_PROPERTIES), names.STYLE, {names.VALUE: self._style.text})
        mark = SubElement(paragraph, names.RUN)
        if self._style.reference is not None:
            properties = SubElement(mark, names.RUN_PROPERTIES)
            SubElement(properties, names.RUN_STYLE, {names.VALUE: self._style.reference})
        SubElement(mark, w("annotationRef"))
        run = SubElement(paragraph, names.RUN)
        for number, line in enumerate(words.split("\n")):
            if number:
                SubElement(run, w("br"))
            SubElement(run, names.TEXT, {names.SPACE: "preserve"}).text = line
