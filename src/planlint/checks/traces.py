"""What a file still carries of how it was written: tracked changes, comments, hidden text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.tallies import by_author, by_place, noun
from planlint.model.document import Comment, Document, Paragraph, Reading, Revision, paragraphs
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.suppression import is_suppression
from planlint.model.text import Struck, Text
from planlint.model.words import Words

_CHANGE = Words(sv="spårad ändring", en="tracked change")
_CHANGES = Words(sv="spårade ändringar", en="tracked changes")
_FORMAT = Words(sv="spårad ändring av formatering", en="tracked change of formatting")
_FORMATS = Words(sv="spårade ändringar av formatering", en="tracked changes of formatting")
_COMMENT = Words(sv="öppen kommentar", en="open comment")
_COMMENTS = Words(sv="öppna kommentarer", en="open comments")
_STRETCH = Words(sv="ställe", en="place")
_STRETCHES = Words(sv="ställen", en="places")


def tracked_changes(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Tracked changes that nobody has accepted or rejected: one hit that counts them; those of formatting apart."""
    revisions = scope.document.revisions
    worded = [revision for revision in revisions if revision.kind != "formatting"]
    formatted = [revision for revision in revisions if revision.kind == "formatting"]
    told = worded or formatted
    if not told:
        return
    places = [revision.place for revision in told]
    words: dict[str, HitWords] = {"authors": by_author(r.author for r in told), "places": by_place(places, node)}
    words["changes"] = noun(len(worded), _CHANGE, _CHANGES)
    words["formatting"] = noun(len(formatted), _FORMAT, _FORMATS)
    case = "formatting" if not worded else "both" if formatted else "default"
    shown = next((revision for revision in told if revision.place), told[0])
    yield Hit(_place(shown, scope.document.reading), case, words)


def _place(revision: Revision, reading: Reading) -> Text:
    """Where a change stands; words that the reading does not show take no room in it."""
    place = revision.place
    return place if revision.shown(reading) else Struck(place.part, place.paragraph, place.start, place.text)


def open_comments(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Threads of comments that are not resolved: one hit that counts them by who began them."""
    threads = list(_open_threads(scope.document))
    if not threads:
        return
    places = [thread.anchor for thread in threads if thread.anchor]
    words: dict[str, HitWords] = {
        "comments": noun(len(threads), _COMMENT, _COMMENTS),
        "authors": by_author(thread.author for thread in threads),
        "places": by_place(places, node),
    }
    yield Hit(places[0] if places else Text("document", 0, 0, ""), "default" if places else "placeless", words)


def _open_threads(document: Document) -> Iterator[Comment]:
    """The first comments of unresolved threads, in the order of their places; not those that speak to planlint."""
    known = {comment.id for comment in document.comments}
    begun = [comment for comment in document.comments if comment.parent not in known]
    begun.sort(key=lambda comment: (comment.anchor.paragraph, comment.anchor.start) if comment.anchor else (0, 0))
    yield from (comment for comment in begun if not comment.resolved and not is_suppression(comment))


def hidden_text(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Words that are formatted as hidden: one hit that counts the stretches. Rows of the contents do not count."""
    hidden = [text for text in _hidden(scope.document) if text]
    if hidden:
        words: dict[str, HitWords] = {
            "count": noun(len(hidden), _STRETCH, _STRETCHES),
            "quotes": quotations([text.text for text in hidden]),
            "places": by_place(hidden, node),
        }
        yield Hit(hidden[0], words=words, related=tuple(hidden[1:]))


def _hidden(document: Document) -> Iterator[Text]:
    for paragraph in every_paragraph(document):
        for mark in paragraph.marks:
            if mark.kind == "hidden":
                yield paragraph.content.cut(mark.start, mark.end).strip()


def every_paragraph(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the body and of the parts beside it, rows of the contents left out."""
    for blocks in (document.body, *(part.blocks for part in document.parts)):
        yield from (paragraph for paragraph in paragraphs(blocks) if paragraph.contents_level is None)


_COUNTED = ("authors", "places")

SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "tracked_changes": CheckSpec(
            tracked_changes,
            Plan,
            {
                "default": holes("changes", *_COUNTED),
                "both": holes("changes", "formatting", *_COUNTED),
                "formatting": holes("formatting", *_COUNTED),
            },
        ),
        "open_comments": CheckSpec(
            open_comments, Plan, dict.fromkeys(("default", "placeless"), holes("comments", *_COUNTED))
        ),
        "hidden_text": CheckSpec(hidden_text, Plan, {"default": holes("count", "quotes", "places")}),
    }
)
"""By the names that rule files use."""
