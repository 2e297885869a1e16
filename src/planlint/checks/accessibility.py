"""The file as a person meets it who hears it read or moves in it by keyboard: language, title, images, empty lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.identify import language_of
from planlint.model.document import Document, Image, Paragraph, Table, paragraphs
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

_WHOLE: Final = 100
_CAPTION: Final = "caption"
_TITLE: Final = "title"
_FILE_NAME: Final = re.compile(
    r"(?:[A-Za-z]:)?[^\n]{0,250}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic)", re.IGNORECASE
)
_SAME: Final[Mapping[str, str]] = MappingProxyType({"nb": "no", "nn": "no"})
"""Written forms of one language, which its common words do not tell apart."""


class LanguageOptions(Strict):
    """`least`: the share of the text that must be marked as its own language; `names`: of languages, by their tag."""

    least: float
    names: dict[str, Words]


class EmptyOptions(Strict):
    """`most`: how many empty paragraphs may stand in a row."""

    most: int


def wrong_language(node: Plan, scope: Scope, options: LanguageOptions) -> Iterator[Hit]:
    """A file that states no language for its text, or another one than the text is in."""
    document = scope.document
    stated = _stated_languages(document)
    total = sum(stated.values())
    if document.source == "markdown" or not total:
        return
    place = _beginning(node, document)
    if not any(stated):
        yield Hit(place, "missing")
        return
    spoken = language_of(paragraph.text for paragraph in paragraphs(document.body))
    others = {tag: count for tag, count in stated.items() if _primary(tag) != spoken}
    if spoken is None or sum(others.values()) <= (1 - options.least) * total:
        return
    tag = max(others, key=lambda tag: others[tag])
    words: dict[str, HitWords] = {"text": _name(spoken, options), "stated": _name(tag, options)}
    words["percent"] = round(100 * others[tag] / total)
    case = "whole" if words["percent"] == _WHOLE else "other"
    yield Hit(place, case if tag else "unmarked", words)


def _stated_languages(document: Document) -> Counter[str]:
    """Characters by language; what states none is in the language that the file's properties state."""
    counts: Counter[str] = Counter()
    for tag, count in document.languages.items():
        counts[tag or document.properties.language] += count
    return counts


def _primary(tag: str) -> str:
    """The language of a tag, without country and script: "sv" of "sv-SE"."""
    primary = tag.replace("_", "-").partition("-")[0].casefold()
    return _SAME.get(primary, primary)


def _name(tag: str, options: LanguageOptions) -> Words:
    """A language by name and, where it says more, its tag: 'engelska (en-US)'; the tag alone for one without a name."""
    name = options.names.get(_primary(tag))
    if name is None:
        return Words(sv=tag[:_LONGEST_TAG], en=tag[:_LONGEST_TAG])
    more = "" if tag == _primary(tag) else f" ({tag[:_LONGEST_TAG]})"
    return Words(sv=name.sv + more, en=name.en + more)


_LONGEST_TAG: Final = 35
"""Characters; RFC 5646, 4.4.1."""


def untitled_file(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A Word file without a title in its properties; the title of the front page is suggested."""
    document = scope.document
    if document.source == "markdown" or document.properties.title:
        return
    place, title = _beginning(node, document), _sure_title(node, document)
    if title:
        yield Hit(place, "titled", {"title": title}, suggestion=title)
    else:
        yield Hit(place)


def _sure_title(plan: Plan, document: Document) -> str:
    """The document's title in one line; '' where only its place, as the first line, makes it look like one."""
    title = plan.control.title
    if title is None:
        return ""
    titles = (paragraph for paragraph in paragraphs(document.body) if paragraph.style == _TITLE)
    styled = any(paragraph.content.paragraph == title.paragraph for paragraph in titles)
    return " ".join(title.text.split()) if styled or plan.kind != "unknown" else ""


def _beginning(plan: Plan, document: Document) -> Text:
    """The place of what is wrong with the file as a whole: before the title, else before the first words."""
    found = (paragraph.content for paragraph in paragraphs(document.body) if paragraph.content)
    first = plan.control.title or next(found, Text("document", 0, 0, ""))
    return first.cut(0, 0) if first.part == "document" else next(found, first).cut(0, 0)


def undescribed_image(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """An image in the text or in a note with no description, or with a file's name for one, and not decorative."""
    document = scope.document
    notes = [block for part in document.parts if part.kind in {"footnotes", "endnotes"} for block in part.blocks]
    shown = [*paragraphs(document.body), *paragraphs(tuple(notes))]
    images = [(at, image) for at, paragraph in enumerate(shown) for image in paragraph.images]
    for number, (at, image) in enumerate(images, start=1):
        case = _fault(image)
        if case:
            place = shown[at].content.cut(image.offset, image.offset)
            subject = Subject("image", str(number), _caption(shown, at))
            yield Hit(place, case, {"description": image.description}, subject=subject)


def _fault(image: Image) -> str | None:
    """The case of an image that nobody has described; None for one that is described or needs no description."""
    if image.decorative:
        return None
    if not image.description.strip():
        return image.kind
    return "file-name" if _FILE_NAME.fullmatch(image.description.strip()) else None


def _caption(shown: list[Paragraph], at: int) -> str:
    """The caption below or above the paragraph of an image, '' where it has none."""
    beside = (shown[i] for i in (at, at + 1, at - 1) if 0 <= i < len(shown))
    return next((paragraph.text for paragraph in beside if paragraph.style == _CAPTION), "")


def empty_paragraphs(_node: Plan, scope: Scope, options: EmptyOptions) -> Iterator[Hit]:
    """More empty paragraphs in a row than may stand so, outside tables, headers and notes: one hit with every place."""
    if scope.document.source == "markdown":
        return
    rows = [row for row in _empty_rows(scope.document) if len(row) > options.most]
    if rows:
        first, *others = [row[0].content for row in rows]
        words = {"count": sum(map(len, rows)), "places": len(rows)}
        yield Hit(first, "many" if others else "one", words, related=tuple(others))


def _empty_rows(document: Document) -> Iterator[list[Paragraph]]:
    """The empty paragraphs of the body that stand in a row; the first after a table is Word's own and left out."""
    row: list[Paragraph] = []
    after_table = False
    for block in document.body:
        if isinstance(block, Paragraph) and _is_empty(block):
            if not after_table:
                row.append(block)
            after_table = False
            continue
        yield row
        row, after_table = [], isinstance(block, Table)
    yield row


def _is_empty(paragraph: Paragraph) -> bool:
    """Whether nothing stands there. A number, a bullet, a note's mark and any other use is something."""
    numbered = paragraph.number is not None or paragraph.list_level is not None
    return not (paragraph.content or paragraph.used or paragraph.boxes or paragraph.notes or numbered)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "wrong_language": CheckSpec(
            wrong_language,
            Plan,
            {"missing": holes(), **dict.fromkeys(("whole", "other", "unmarked"), holes("text", "percent", "stated"))},
            LanguageOptions,
        ),
        "untitled_file": CheckSpec(untitled_file, Plan, {"default": holes(), "titled": holes("title")}),
        "undescribed_image": CheckSpec(
            undescribed_image,
            Plan,
            dict.fromkeys(("picture", "chart", "smart-art", "object", "file-name"), holes("description")),
        ),
        "empty_paragraphs": CheckSpec(
            empty_paragraphs, Plan, dict.fromkeys(("one", "many"), holes("count", "places")), EmptyOptions
        ),
    }
)
"""By the names that rule files use."""
