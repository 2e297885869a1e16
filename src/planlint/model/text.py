"""A leaf of the plan: words, and the place in the file where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words from one paragraph and their place.

    `part` is the part of the file ("document", "header1", "footnotes" …); `paragraph` counts the part's `w:p`
    elements in document order from 0 (in Markdown: its blocks); `start` counts code points from the beginning of
    the paragraph in the reading that was checked. The invariant is `paragraph_text[start:end] == text`.
    """

    part: str
    paragraph: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """One past the last character, in the paragraph's code points."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Text:
        """The words from `start` up to `end`, both counted from the beginning of this text."""
        if start <= 0 and (end is None or end >= len(self.text)):
            return self
        start = max(0, min(start, len(self.text)))
        return Text(self.part, self.paragraph, self.start + start, self.text[start:end])

    def strip(self, characters: str | None = None) -> Text:
        """The same words without white space (or `characters`) at either end."""
        right = len(self.text.rstrip(characters))
        return self.cut(right - len(self.text[:right].lstrip(characters)), right)

    def __bool__(self) -> bool:
        """True where there is something to read."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Struck(Text):
    """Words that the reading does not show, such as deleted ones, at the spot where they would stand."""

    @property
    def end(self) -> int:
        """As `start`: the reading has no characters for them."""
        return self.start
