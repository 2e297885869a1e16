"""Comments in the margin: one view for each thread, at the words that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planlint.consult.answers.markup.drafts import shorten
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.streams import LAST
from planlint.model.consultation import Reply, Said
from planlint.model.document import Comment
from planlint.model.returned import Returned
from planlint.model.text import Text

_Placed = tuple[tuple[int, int], Said]


def list_threads(returned: Returned, ground: Ground, standing: Standing) -> Iterator[_Placed]:
    """Each thread, with where on the ground it stands: the line -2 for one that the file has no place for."""
    comments = returned.document.comments
    finals = {comment.id: comment.anchor for comment in returned.final.comments if comment.anchor}
    for root, replies in _threads(comments):
        yield _Thread(root, replies, ground, standing, finals).said()


def _threads(comments: Sequence[Comment]) -> Iterator[tuple[Comment, list[Comment]]]:
    """Comments that answer none, each with all that answer it or one another, in the order of the file."""
    parents = {comment.id: comment.parent for comment in comments}
    replies: dict[str, list[Comment]] = defaultdict(list)
    roots: list[Comment] = []
    for comment in comments:
        root = _root(comment.id, parents)
        if root == comment.id:
            roots.append(comment)
        else:
            replies[root].append(comment)
    for comment in roots:
        yield comment, replies.pop(comment.id, [])


def _root(identifier: str, parents: Mapping[str, str | None]) -> str:
    """The first comment of the thread; of a circle, which no editor writes, the one that comes first by its id."""
    seen = {identifier: None}
    while (parent := parents.get(identifier)) in parents and parent is not None:
        if parent in seen:
            return min(seen)
        identifier = parent
        seen[identifier] = None
    return identifier


@dataclass(frozen=True, slots=True)
class _Thread:
    root: Comment
    replies: Sequence[Comment]
    ground: Ground
    standing: Standing
    finals: Mapping[str, Text]

    def said(self) -> _Placed:
        """The thread as a view."""
        place = self._place()
        line, start = self._stand(place) if place else (-2, 0)
        return (line, start), Said(
            kind="comment",
            way="comment",
            spot=self.standing.at(line, start) if place else None,
            quote=shorten(self._quote()),
            text=self.root.text,
            author=self.root.author,
            date=self.root.date,
            place=place,
            comments=1 + len(self.replies),
            replies=tuple(Reply(each.author, each.date, each.text) for each in self.replies),
            resolved=self.root.resolved,
            why=None if place else "no-place",
        )

    def _place(self) -> Text | None:
        """The words that it is about; in the original, or else in the final reading."""
        return self.root.anchor or self.finals.get(self.root.id)

    def _stand(self, place: Text) -> tuple[int, int]:
        line = self.ground.find(place)
        return (self.ground.before(place), LAST) if line is None else self.ground.locate(line, place.start)

    def _quote(self) -> str:
        """The plan's words that it is about; where it is about new words, those."""
        anchor = self.root.anchor
        line = self.ground.find(anchor) if anchor else None
        if anchor and anchor.text.strip() and line is not None:
            begin = self.ground.locate(line, anchor.start)
            until = self.ground.locate(line, anchor.end, end=True)
            words = self.ground.lines[begin[0]].text.text[begin[1] : until[1] if until[0] == begin[0] else None].strip()
            return words or anchor.text.strip()
        final = self.finals.get(self.root.id)
        return final.text.strip() if final else ""
