"""The author's words as a page quotes them, the spot marked in its context; and a message, its changes marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from planlint.model.finding import Location
from planlint.model.text import Text
from planlint.model.words import Words
from planlint.report.html.words import LANGUAGES, as_html
from planlint.report.page import Page
from planlint.report.passage import Paragraphs, cut_passage, is_whole, paragraph_around
from planlint.report.printable import printable_piece

CONTEXT: Final = 360
"""Cells of a passage: about five lines of a page, so that a reader finds the spot in the plan."""
REACH: Final = 2 * CONTEXT
"""Characters on either side of the spot from which the context is cut: a paragraph may be of any length."""
LONGEST: Final = 1_000
"""Characters of a message or a suggestion that a page shows: several times the longest that people's plans give."""
TITLE: Final = 200
"""Characters of a title that a page shows."""
_DIFFERENCE: Final = re.compile(r"\[-(.+?)-\]|\{\+(.+?)\+\}")
"""What planlint.language.normalise.word_diff marks changes with."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the plan, HTML with the spot marked; where they stand: headings, or the part beside the body."""

    words: Markup
    where: str
    part: Words | None


def quote(location: Location, above: str, paragraphs: Paragraphs) -> Quote:
    """The words of a location. `above` is the heading that the reader sees over it, which is not named again."""
    place = location.place
    paragraph = paragraph_around(place, paragraphs)
    start = place.start - paragraph.start
    near = paragraph.cut(start - REACH, start + len(place.text) + REACH)
    return Quote(_marked(place, near), where=_where(location, above, paragraph), part=_part(place))


def message(text: str) -> Markup:
    """A message as HTML: what it marks as taken out and put in is so marked."""
    text = clip(text)
    pieces: list[Markup] = []
    end = 0
    for found in _DIFFERENCE.finditer(text):
        pieces.append(as_html(text[end : found.start()]))
        tag = "del" if found[1] else "ins"
        pieces.append(Markup(f"<{tag}>{{}}</{tag}>").format(printable_piece(found[1] or found[2])))  # noqa: S704 -- no one's words
        end = found.end()
    return Markup("").join((*pieces, as_html(text[end:])))


def clip(text: str, most: int = LONGEST) -> str:
    """The text, or as much of its beginning as a page shows."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _marked(place: Text, near: Text) -> Markup:
    if is_whole(place, near) or len(place.text) > CONTEXT:
        return as_html(_ends(place.text))
    passage = cut_passage(place, near, CONTEXT)
    return Markup("{}<mark>{}</mark>{}").format(passage.before, passage.spot, passage.after)


def _ends(text: str) -> str:
    """The text, or its beginning and its end where it is long."""
    if len(text) <= 2 * CONTEXT:
        return text
    head, tail = text[:CONTEXT].rpartition(" ")[0], text[-CONTEXT // 2 :].partition(" ")[2]
    return f"{head} … {tail}" if head and tail else clip(text, CONTEXT)


def _part(place: Text) -> Words | None:
    """What people call the part of the file that the words stand in; None for the body."""
    if place.part == "document":
        return None
    return Words(**{language: Page(language).part_name(place.part) for language in LANGUAGES})


def _where(location: Location, above: str, paragraph: Text) -> str:
    """The headings and the label between what stands above and the words, without one that is the words themselves."""
    path = location.path
    below = path[path.index(above) + 1 :] if above in path else path[1:]
    return " › ".join(clip(words, TITLE) for words in below if not words.endswith(paragraph.text))
