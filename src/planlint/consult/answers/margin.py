"""Comments in a letter's margin, as views: placed by their own words, since what they hang at is the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from planlint.consult.answers.decide import decide
from planlint.consult.answers.targets import Pointed, Targets
from planlint.model.consultation import Reply, Said
from planlint.model.document import Comment


def comment_views(comments: Sequence[Comment], targets: Targets) -> list[Said]:
    """One view a thread, the first comment's, with the others as replies; every comment is in one of them."""
    known = {comment.id: comment for comment in comments}
    threads: dict[str, list[Comment]] = defaultdict(list)
    for comment in comments:
        threads[_root(comment, known).id].append(comment)
    return [_view(known[first], thread, targets) for first, thread in threads.items()]


def _root(comment: Comment, known: dict[str, Comment]) -> Comment:
    """The comment that a thread begins with."""
    seen = {comment.id}
    while comment.parent is not None and comment.parent in known and comment.parent not in seen:
        comment = known[comment.parent]
        seen.add(comment.id)
    return comment


def _view(first: Comment, thread: list[Comment], targets: Targets) -> Said:
    pointed = decide(first.text, targets, None) or Pointed(None, "no-place")
    replies = tuple(Reply(one.author, one.date, one.text) for one in thread if one is not first)
    return Said(
        kind="comment",
        way="comment",
        spot=pointed.spot,
        quote=pointed.quote,
        text=first.text,
        author=first.author,
        date=first.date,
        place=first.anchor,
        comments=len(thread),
        replies=replies,
        resolved=first.resolved,
        why=pointed.why,
    )
