"""References inside the document: to appendices and sections by number and title, fields, links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planlint.checks.outline import Spot, body_paragraphs, number_lead, spot_of
from planlint.checks.passages import Passage, chapter_subject, passages
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key, normalise, words
from planlint.language.section_references import FIELD_ERROR, SectionReference, find_section_references
from planlint.language.stems import stems
from planlint.model.document import Link, Paragraph, paragraphs
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Heading, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

MOST_LINKS = 100
"""Links of one paragraph that are held against its references by number."""

_LEAST_SHARED = 4
"""Letters that two titles have in common where one may be the other in short."""

_BUILT_IN = frozenset({"_top", "top"})
"""Places that Word knows without a bookmark."""

_TYPED = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)[.:)]?\s")
_NOT_IN_ANCHOR = re.compile(r"[^\w\s-]")


class ReferenceOptions(Strict):
    """`likeness`: from what share of equal characters, 0–100, words after a number are its section's title."""

    likeness: int


@dataclass(frozen=True, slots=True)
class Targets:
    """What references may lead to.

    `sections` and `appendices` are headings by number, `numbers` every number that stands before something; `titles`
    are headings by their normalised titles; `bookmarks` are names, folded, with the headings that bear them.
    """

    sections: Mapping[str, Heading]
    appendices: Mapping[str, Heading]
    numbers: frozenset[str]
    titles: Mapping[tuple[str, ...], Heading]
    bookmarks: Mapping[str, Heading | None]


def targets(scope: Scope) -> Targets:
    """What there is to refer to in the document. Call it through `scope.table`."""
    sections: dict[str, Heading] = {}
    appendices: dict[str, Heading] = {}
    body = scope.table(body_paragraphs)
    for heading in (*scope.plan.headings, *(one.heading for one in scope.plan.interventions)):
        paragraph = body.get(spot_of(heading.place))
        lead = number_lead(heading, paragraph) if paragraph else ""
        if heading.number:
            series = appendices if lead.casefold().startswith("bilag") else sections
            series.setdefault(heading.number, heading)
    titles = {words(one.title): one for one in reversed(scope.plan.headings) if words(one.title)}
    return Targets(sections, appendices, frozenset(_numbers(scope)), titles, _bookmarks(scope))


def _numbers(scope: Scope) -> Iterator[str]:
    """Every number that stands before a paragraph, automatic or typed, with the numbers of headings.

    Not those of an ordinary list's items ('6'), which are no sections.
    """
    for heading in scope.plan.headings:
        if heading.number:
            yield heading.number
    for paragraph in paragraphs(scope.document.body):
        if paragraph.contents_level is None:
            typed = _TYPED.match(paragraph.text)
            automatic = (paragraph.number or "").rstrip(".:) ")
            yield from ((automatic,) if paragraph.list_level is None or "." in automatic else ())
            yield from ((typed[1],) if typed else ())


def _every_paragraph(scope: Scope) -> Iterator[Paragraph]:
    yield from paragraphs(scope.document.body)
    for part in scope.document.parts:
        yield from paragraphs(part.blocks)


def _bookmarks(scope: Scope) -> dict[str, Heading | None]:
    """The names that links may lead to; in Markdown the headings' anchors."""
    headings = {spot_of(heading.place): heading for heading in scope.plan.headings}
    found: dict[str, Heading | None] = {}
    for paragraph in _every_paragraph(scope):
        heading = headings.get(spot_of(paragraph.content))
        for name in paragraph.bookmarks:
            found[name.casefold()] = heading
        if scope.document.source == "markdown" and paragraph.level:
            found.setdefault(anchor(paragraph.text), heading)
    return found


def anchor(title: str) -> str:
    """The name that Markdown gives a heading for links: '5.3 Svenskt ramverk' → '53-svenskt-ramverk'."""
    return _NOT_IN_ANCHOR.sub("", normalise(title)).replace(" ", "-")


def broken_references(_node: Plan, scope: Scope, options: ReferenceOptions) -> Iterator[Hit]:
    """References that lead nowhere, or to another section than the one that they name."""
    around = {spot_of(passage.text): passage for passage in scope.table(passages)}
    told: dict[Spot, set[int]] = defaultdict(set)
    for hit in (*_errors(scope), *_named(scope, options), *_dangling(scope)):
        spot, stretch = spot_of(hit.place), range(hit.place.start, hit.place.end)
        if told[spot].isdisjoint(stretch):
            told[spot].update(stretch)
            yield replace(hit, subject=around[spot].subject if spot in around else chapter_subject(None))


def _errors(scope: Scope) -> Iterator[Hit]:
    """What Word has put in the place of a reference that it could not follow; in the rows of the contents, one hit."""
    rows: list[Text] = []
    for paragraph in _every_paragraph(scope):
        for found in FIELD_ERROR.finditer(paragraph.text) if "!" in paragraph.text else ():
            place = paragraph.content.cut(*found.span())
            if paragraph.contents_level is not None:
                rows.append(place)
            else:
                yield Hit(place, "error", {"quote": excerpt(place.text)})
    if rows:
        yield Hit(rows[0], "error", {"quote": excerpt(rows[0].text)}, related=tuple(rows[1:]))


def _named(scope: Scope, options: ReferenceOptions) -> Iterator[Hit]:
    """References by number: to a number that no section has, or with another section's title."""
    known, links = scope.table(targets), _links(scope)
    history = {spot_of(cell) for row in scope.plan.control.versions for cell in (row.date, row.version, row.reason)}
    for passage in scope.table(passages):
        if passage.sort != "heading" and spot_of(passage.text) not in history:
            for reference in find_section_references(passage.text.text):
                hit = _judged(reference, passage, known, options) or _moved(reference, passage, known, links)
                if hit is not None:
                    yield hit


def _links(scope: Scope) -> dict[Spot, tuple[int, tuple[Link, ...]]]:
    """The links inside the document by paragraph, with where the paragraph's text begins."""
    return {
        spot_of(one.content): (one.content.start, own[:MOST_LINKS])
        for one in _every_paragraph(scope)
        if one.links and (own := tuple(link for link in one.links if link.kind != "external"))
    }


def _judged(reference: SectionReference, passage: Passage, known: Targets, options: ReferenceOptions) -> Hit | None:
    """What is wrong with a reference's number or title, if anything is."""
    place = passage.text.cut(reference.start, reference.end)
    named: dict[str, HitWords] = {"quote": excerpt(place.text), "number": reference.number}
    heading = _found(reference, known)
    title = passage.text.cut(*reference.title) if reference.title else None
    if heading is not None:
        other = _other_title(title, reference, heading, known, options) if title else None
        if title is None or other is None:
            return None
        named |= {"written": excerpt(other), "title": excerpt(heading.title)}
        return Hit(title.cut(0, len(other)), "title", named, (heading.place,), suggestion=heading.title)
    if reference.number in known.numbers or not known.sections:
        return None
    sure = "." in reference.number or reference.kind != "appendix" or bool(known.appendices)
    meant = _titled(title, known)
    if meant is not None and meant.number:
        named |= {"title": excerpt(meant.title), "meant": meant.number}
        return Hit(place, "number", named, (meant.place,), suggestion=meant.number)
    return Hit(place, "missing" if sure else "unsure", named, undecided=not sure)


def _found(reference: SectionReference, known: Targets) -> Heading | None:
    first, second = known.sections, known.appendices
    if reference.kind == "appendix":
        first, second = second, first
    return first.get(reference.number) or (second.get(reference.number) if reference.kind == "appendix" else None)


def _titled(title: Text | None, known: Targets) -> Heading | None:
    """The heading whose title the words begin with, the longest title first."""
    said = words(title.text) if title else ()
    return next((known.titles[said[:size]] for size in range(len(said), 0, -1) if said[:size] in known.titles), None)


def _other_title(
    title: Text, reference: SectionReference, heading: Heading, known: Targets, options: ReferenceOptions
) -> str | None:
    """What is written for the title where it is not the section's: another's, or one that is nearly right."""
    from rapidfuzz import fuzz

    said, right = words(title.text), words(heading.title)
    if said[: len(right)] == right or right[: len(said)] == said or stems(title.text) == stems(heading.title):
        return None
    other = _titled(title, known)
    if other is not None and (reference.marked or len(words(other.title)) == len(said)):
        return title.text
    alike = fuzz.ratio(normalise(title.text), normalise(heading.title)) >= options.likeness
    drifted = alike and label_key(title.text) != label_key(heading.title) and said[:1] == right[:1]
    return title.text if drifted or _is_no_word_of(title.text.strip(), reference, right) else None


def _is_no_word_of(written: str, reference: SectionReference, right: tuple[str, ...]) -> bool:
    """Whether one word with a capital letter ends a sentence and has nothing of the title ('i bilaga 5.2 Indikatorer').

    Several words may be a sentence that has no full stop before it.
    """
    begins = written[:_LEAST_SHARED].casefold()
    alike = any(word.startswith(begins) or begins in word for word in right)
    return reference.start > 0 and written.isalpha() and len(written) >= _LEAST_SHARED and not alike


def _moved(
    reference: SectionReference,
    passage: Passage,
    known: Targets,
    links: Mapping[Spot, tuple[int, tuple[Link, ...]]],
) -> Hit | None:
    """A number that a field or a link stands under which leads to a section with another number by now."""
    begin, own = links.get(spot_of(passage.text), (0, ()))
    place = passage.text.cut(reference.start, reference.end)
    for link in own:
        heading = known.bookmarks.get(link.target.casefold())
        over = begin + link.start < place.end and place.start < begin + link.end
        if over and heading is not None and heading.number and heading.number != reference.number:
            named: dict[str, HitWords] = {"quote": excerpt(place.text), "number": reference.number}
            named |= {"meant": heading.number, "title": excerpt(heading.title)}
            return Hit(place, "moved", named, (heading.place,), suggestion=heading.number)
    return None


def _dangling(scope: Scope) -> Iterator[Hit]:
    """Fields and links to a bookmark that the document does not have; rows of the contents are another rule's."""
    bookmarks = scope.table(targets).bookmarks
    for paragraph in _every_paragraph(scope):
        if paragraph.contents_level is not None or not paragraph.links:
            continue
        for link in paragraph.links:
            name = link.target.casefold()
            if link.kind != "external" and name and name not in _BUILT_IN and name not in bookmarks:
                place = paragraph.content.cut(link.start, link.end)
                if place:
                    case = "field" if link.kind == "reference" else "link"
                    yield Hit(place, case, {"quote": excerpt(place.text)})


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "broken_references": CheckSpec(
            broken_references,
            Plan,
            {
                "missing": holes("quote", "number"),
                "unsure": holes("quote", "number"),
                "number": holes("quote", "number", "title", "meant"),
                "title": holes("quote", "number", "written", "title"),
                "moved": holes("quote", "number", "title", "meant"),
                "error": holes("quote"),
                "field": holes("quote"),
                "link": holes("quote"),
            },
            ReferenceOptions,
        ),
    }
)
"""By the names that rule files use."""
