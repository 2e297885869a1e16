"""Returned versions read, and their views told in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from planlint import word
from planlint.consult.answers.version import read_version
from planlint.consult.cells import name_spot
from planlint.model.consultation import Said, Sent, Told
from planlint.model.document import Document, Paragraph, paragraphs
from planlint.model.edit import Edit
from planlint.model.returned import Returned, TrackedChange
from planlint.model.text import Text
from samples.source.comments import Comments
from samples.source.revisions import Tracker
from tests.consult.returned import sent, version


def read(change: Callable[[Tracker, Comments], None]) -> Told:
    """What the Norrådalen plan says after a change."""
    return read_version(word.read_returned(version(change)), sent())


def told(said: Said) -> tuple[str, str, str, str]:
    """A view's kind, the spot's name, the quote and the proposal."""
    return said.kind, name_spot(said.spot, "sv"), said.quote, said.proposal


def views(told_: Told) -> list[tuple[str, str, str, str]]:
    """All views in that form."""
    return [told(said) for said in told_.said]


def edits(told_: Told) -> list[Edit]:
    """All edits that the views are."""
    return [edit for said in told_.said for edit in said.edits]


def lines(document: Document) -> list[str]:
    """The body's words, a paragraph a line, without white space; contents and empty paragraphs left out."""
    every = (each for each in paragraphs(document.body) if each.content and each.contents_level is None)
    return ["".join(each.text.split()) for each in every]


def counts_hold(answer: Told) -> bool:
    """Whether each mark and each comment of the file is in exactly one view."""
    marks, comments = sum(said.marks for said in answer.said), sum(said.comments for said in answer.said)
    return (marks, comments) == (answer.revisions, answer.comments)


def document(texts: Iterable[str]) -> Document:
    """A document of plain paragraphs."""
    body = tuple(Paragraph(Text("document", index, 0, text)) for index, text in enumerate(texts))
    return Document("word", "original", body, len(body))


def returned(texts: Iterable[str], changes: Iterable[TrackedChange] = ()) -> Returned:
    """A file that came back with these paragraphs; its final reading is not told apart."""
    made = document(texts)
    return Returned(made, made, tuple(changes))


def sent_as(texts: Iterable[str], of: Sent) -> Sent:
    """A plan of plain paragraphs, with the spots of another: for what has nothing to do with spots."""
    return replace(of, document=document(texts), spots=of.spots[:1])
