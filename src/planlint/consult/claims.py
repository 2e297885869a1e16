"""What a view wants of the plan's words: by the paragraph, in a form in which two views can be held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planlint.consult.diff import seen
from planlint.consult.wording import Paragraph, Wording
from planlint.model.consultation import Said, Way
from planlint.model.document import paragraphs
from planlint.model.edit import Add, AddRow, Edit, Join, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text

WRITTEN: Final[frozenset[Way]] = frozenset({"form", "letter"})
"""Ways in which a wording is proposed beside the plan, not made in it."""
END: Final = "¶"
"""What stands for a paragraph's end, where one comes or goes."""

LONGEST_WORD: Final = 100
"""Characters that are looked through for where a word begins or ends; the longest Swedish ones have half as many."""

ClaimKind = Literal["words", "gone", "joined", "wanted"]
Stroke = tuple[int, int, str]
"""Start and end in a paragraph, and what is to stand there."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a paragraph, and what a view wants there.

    "words": those words in place of whole words, or between them; "gone": the paragraph goes, and `words` tells where
    to, '' for nowhere; "joined": the paragraph before goes on in this one; "wanted": exactly those words, whatever
    stands there now.
    """

    start: int
    end: int
    words: str
    kind: ClaimKind


def key_of(said: Said, wording: Wording) -> Hashable | None:
    """What is the same for two views that make the same of the plan; None for one that makes nothing of it.

    A wording proposed in a form or a letter makes something only where nothing more is said with it.
    """
    if said.edits:
        return frozenset(_results(said.edits, wording)), seen(said.text)
    named = wording.named(said) if said.way in WRITTEN and not said.text.strip() else None
    if named is None:
        return None
    return frozenset(_results((Replace(named, said.proposal),), wording)), ""


def claims_of(said: Said, wording: Wording) -> Iterator[tuple[Paragraph, Claim]]:
    """What the view wants, by the paragraph."""
    if said.way in WRITTEN:
        yield from _wanted(said, wording)
        return
    for paragraph, strokes in strokes_of(said.edits).items():
        for claim in _changed(wording.text(paragraph), strokes):
            yield paragraph, claim
    yield from _whole(said, wording)


def strokes_of(edits: Iterable[Edit]) -> dict[Paragraph, list[Stroke]]:
    """The edits within paragraphs, in the order of their places."""
    strokes: dict[Paragraph, list[Stroke]] = defaultdict(list)
    for edit in edits:
        if isinstance(edit, Replace):
            strokes[_paragraph(edit.place)].append((edit.place.start, edit.place.end, edit.words))
        elif isinstance(edit, Split):
            strokes[_paragraph(edit.place)].append((edit.place.start, edit.place.start, END))
    return {paragraph: sorted(each, key=lambda stroke: stroke[:2]) for paragraph, each in strokes.items()}


def make(text: str, strokes: Iterable[Stroke], start: int, end: int) -> str:
    """The words from `start` to `end` after the strokes within them. `strokes` are in order."""
    pieces: list[str] = []
    for first, last, said in strokes:
        if start <= first and last <= end:
            pieces += (text[start:first], said)
            start = last
    return "".join((*pieces, text[start:end]))


def _results(edits: Sequence[Edit], wording: Wording) -> Iterator[tuple[object, ...]]:
    """What the edits come to, however they are cut into pieces."""
    for paragraph, strokes in strokes_of(edits).items():
        text = wording.text(paragraph)
        result = make(text, strokes, 0, max(len(text), strokes[-1][1]))
        yield ("words", paragraph, seen(result)) if result.strip() else ("gone", paragraph)
    for edit in edits:
        if isinstance(edit, Remove):
            yield "gone", _paragraph(edit.place)
        elif isinstance(edit, Join | RemoveRow):
            yield type(edit).__name__, _paragraph(edit.place)
        elif isinstance(edit, Add):
            yield "add", edit.after, tuple(seen(each.text) for each in paragraphs(edit.blocks))
        elif isinstance(edit, AddRow):
            yield (
                "row",
                edit.after,
                tuple(tuple(seen(each.text) for each in paragraphs(cell.blocks)) for cell in edit.row.cells),
            )


def _wanted(said: Said, wording: Wording) -> Iterator[tuple[Paragraph, Claim]]:
    """The wording that a form or a letter proposes for what it names."""
    replaced = [edit for edit in said.edits if isinstance(edit, Replace)]
    named = wording.named(said)
    if not replaced and named:
        replaced = [Replace(named, said.proposal)]
    for edit in replaced:
        yield _paragraph(edit.place), Claim(edit.place.start, edit.place.end, seen(edit.words), "wanted")


def _whole(said: Said, wording: Wording) -> Iterator[tuple[Paragraph, Claim]]:
    """What is wanted of paragraphs as such."""
    after = "".join(f"{END}{edit.after}" for edit in said.edits if isinstance(edit, Add)) * (said.kind == "move")
    for edit in said.edits:
        if isinstance(edit, Remove):
            yield _paragraph(edit.place), _gone(wording, _paragraph(edit.place), after)
        elif isinstance(edit, RemoveRow):
            for paragraph in wording.row(_paragraph(edit.place)):
                yield paragraph, _gone(wording, paragraph, after)
        elif isinstance(edit, Join):
            part, number = _paragraph(edit.place)
            yield (part, number), Claim(edit.place.end, edit.place.end, END, "words")
            yield (part, number + 1), Claim(0, 0, END, "joined")


def _gone(wording: Wording, paragraph: Paragraph, words: str) -> Claim:
    return Claim(-1, len(wording.text(paragraph)) + 1, words, "gone")  # one beyond either end: what is there too


def _changed(text: str, strokes: Sequence[Stroke]) -> Iterator[Claim]:
    """The strokes as whole words; a paragraph without a word left is gone."""
    if text.strip() and not make(text, strokes, 0, len(text)).strip():
        yield Claim(-1, len(text) + 1, "", "gone")
        return
    for start, end, inside in _joined(text, strokes):
        first, last, said = trimmed(text, start, end, make(text, inside, start, end))
        if first < last or said:
            yield Claim(first, last, seen(said), "words")


def _joined(text: str, strokes: Sequence[Stroke]) -> Iterator[tuple[int, int, list[Stroke]]]:
    """The strokes in groups that overlap or touch, each with where its first and its last whole word begin and end."""
    reach, group = -1, list[int]()
    first = 0
    for start, end, index in sorted((*_widened(text, stroke), index) for index, stroke in enumerate(strokes)):
        if group and start > reach:
            yield first, reach, [strokes[each] for each in sorted(group)]
            group = []
        first = first if group else start
        reach = max(reach, end)
        group.append(index)
    if group:
        yield first, reach, [strokes[each] for each in sorted(group)]


def _widened(text: str, stroke: Stroke) -> tuple[int, int]:
    """From where to where whole words change by a stroke that cuts, or adds to, one of them."""
    start, end, said = stroke
    inside, before, after = text[start:end], text[max(0, start - 1) : start], text[end : end + 1]
    if _in_word(before) and any(map(_in_word, (inside[:1], (said or after)[:1]))):
        least = max(0, start - LONGEST_WORD)
        start = next((at for at in range(start, least, -1) if not _in_word(text[at - 1])), least)
    if _in_word(after) and any(map(_in_word, (inside[-1:], (said or before)[-1:]))):
        most = min(len(text), end + LONGEST_WORD)
        end = next((at for at in range(end, most) if not _in_word(text[at])), most)
    return start, end


def trimmed(text: str, start: int, end: int, said: str) -> Stroke:
    """A stroke without the whole words that it leaves as they are, at either end."""
    from rapidfuzz.distance import Postfix, Prefix

    old = text[start:end]
    front = _whole_words(old, said, Prefix.similarity(old, said))
    old, said = old[front:], said[front:]
    back = _whole_words(old[::-1], said[::-1], Postfix.similarity(old, said))
    return start + front, start + front + len(old) - back, said[: len(said) - back]


def _whole_words(one: str, other: str, length: int) -> int:
    """How much of a common beginning is whole words in both."""
    while length and _in_word(one[length - 1]) and any(_in_word(each[length : length + 1]) for each in (one, other)):
        length -= 1
    return length


def _in_word(character: str) -> bool:
    return character.isalnum()


def _paragraph(text: Text) -> Paragraph:
    return text.part, text.paragraph
