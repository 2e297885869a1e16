"""Tracked changes and comments in a form, counted into the views that they stand in; none is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planlint.consult.answers.forms.places import Places
from planlint.consult.answers.forms.rows import View
from planlint.consult.answers.margin import comment_views
from planlint.consult.cells import clean
from planlint.model.consultation import Said, Sent
from planlint.model.document import Comment
from planlint.model.returned import TrackedChange
from planlint.texts import say

LONGEST: Final = 300
"""Characters of the words of changes that belong to no view."""


def count_changes(views: Sequence[View], changes: Sequence[TrackedChange], sent: Sent) -> tuple[Said, ...]:
    """The views, each with the changes in its row; one more for the changes that stand in no row with a view."""
    owners = {
        paragraph: index
        for index, view in enumerate(views)
        if view.said and view.line.span
        for paragraph in range(view.line.span[0], view.line.span[1] + 1)
    }
    marks = [0] * len(views)
    beside: list[TrackedChange] = []
    for change in changes:
        owner = owners.get(change.paragraph) if change.place.part == "document" else None
        if owner is None:
            beside.append(change)
        else:
            marks[owner] += change.marks
    said = tuple(replace(view.said, marks=count) for view, count in zip(views, marks, strict=True) if view.said)
    return (*said, _beside(beside, sent)) if beside else said


def place_comments(views: Sequence[View], comments: Sequence[Comment], places: Places) -> tuple[Said, ...]:
    """The comments, one view a thread: at what their row is about, else at what they name themselves."""
    spots = {
        paragraph: view.spot
        for view in views
        if view.spot and view.line.span
        for paragraph in range(view.line.span[0], view.line.span[1] + 1)
    }
    placed = []
    for said in comment_views(comments, places.targets):
        inside = said.place is not None and said.place.part == "document"
        spot = spots.get(said.place.paragraph) if said.place and inside else None
        placed.append(replace(said, spot=spot, why=None) if spot else said)
    return tuple(placed)


def _beside(changes: Sequence[TrackedChange], sent: Sent) -> Said:
    authors = {change.author for change in changes}
    words = " … ".join(filter(None, (clean(change.place.text) for change in changes if change.scope == "words")))
    return Said(
        kind="formatting",
        way="tracked",
        spot=None,
        quote=words if len(words) <= LONGEST else words[: LONGEST - 1] + "…",
        text=say("form-beside", sent.run.language),
        author=authors.pop() if len(authors) == 1 else "",
        marks=sum(change.marks for change in changes),
        why="no-place",
    )
