"""Links: whether their words say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words
from planlint.model.document import Document, Link, Paragraph, paragraphs
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_ADDRESS: Final = re.compile(r"(?:(?:https?://|ftp://|www\.)\S|[\w.-]{1,80}\.[a-z]{2,12}/)\S*", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?:https?|ftp)://(?:www\.)?|www\.", re.IGNORECASE)


class LinkOptions(Strict):
    """`empty`: words that say nothing of where a link leads; `longest`: characters of an address that may be shown.

    Neither 'https://' nor 'www.' counts, as a reader passes over them.
    """

    empty: tuple[str, ...]
    longest: int


def unclear_link(_node: Plan, scope: Scope, options: LinkOptions) -> Iterator[Hit]:
    """A link whose words are nothing but 'här' and the like, or a long address."""
    empty = {words(phrase) for phrase in options.empty}
    for paragraph in _linking(scope.document):
        for link in _whole_links(paragraph):
            place = paragraph.content.cut(link.start, link.end).strip()
            case = _fault(place, empty, options.longest)
            if case:
                shown = excerpt(place.text)
                yield Hit(place, case, {"text": shown}, subject=Subject("link", shown, place.text))


def _linking(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of text and notes that have links; the contents page has its own words."""
    notes = (part.blocks for part in document.parts if part.kind in {"footnotes", "endnotes"})
    for blocks in (document.body, *notes):
        for paragraph in paragraphs(blocks):
            if paragraph.links and paragraph.contents_level is None:
                yield paragraph


def _whole_links(paragraph: Paragraph) -> Iterator[Link]:
    """The paragraph's links, put together where Word holds them in pieces; references, which Word words, left out."""
    current: Link | None = None
    for link in paragraph.links:
        if link.kind == "reference":
            continue
        if current and current.end == link.start and current.target == link.target:
            current = replace(current, end=link.end)
            continue
        if current:
            yield current
        current = link
    if current:
        yield current


def _fault(shown: Text, empty: set[tuple[str, ...]], longest: int) -> str | None:
    if words(shown.text) in empty:
        return "empty"
    if _ADDRESS.fullmatch(shown.text) and len(_SCHEME.sub("", shown.text, count=1)) > longest:
        return "address"
    return None


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unclear_link": CheckSpec(unclear_link, Plan, dict.fromkeys(("empty", "address"), holes("text")), LinkOptions),
    }
)
"""By the names that rule files use."""
