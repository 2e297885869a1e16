"""The plan itself, returned with changes and comments: what each of them says, and of what in the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planlint.consult.answers.markup.drafts import LONGEST_HINT, shorten
from planlint.consult.answers.markup.gathering import BETWEEN
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.margin import list_threads
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.untracked import only_author
from planlint.consult.answers.markup.views import Views
from planlint.consult.answers.markup.wishes import ARRIVING
from planlint.model.consultation import Said, Sent, Told
from planlint.model.returned import Returned, TrackedChange

LEAST: Final = 0.5
"""From here on a file is the plan: half of its words, in order. A letter that quotes every goal has a tenth."""
_WAYS: Final = ("tracked", "untracked", "comment", "form", "letter")


def find_version(returned: Returned, sent: Sent) -> Told | None:
    """What a file says, as `read_version`, where it is the plan with whatever was changed in it; None where it is not.

    Where all its words have been put in with tracking on, as by somebody who pasted the plan into another file, they
    are held against the plan as they are left, and that they were put in is a view of its own.
    """
    ground = Ground(sent.document, returned.document)
    if ground.share >= LEAST:
        return read_version(returned, sent, ground)
    left = Ground(sent.document, returned.final) if returned.changes else None
    return _read_left(returned, sent, left) if left and left.share >= LEAST else None


def read_version(returned: Returned, sent: Sent, ground: Ground | None = None) -> Told:
    """All that a returned version says, in the order of the plan; what stands nowhere in it comes last.

    A view is what one author wants of one sentence, of paragraphs or rows that come or go together, of what is moved,
    of the looks at one spot; a comment with its replies; or a difference that nothing marks. Each tracked change and
    each comment of the file is in exactly one of them. `ground` is the file's original reading held against the plan,
    where that has been done already.
    """
    ground = ground or Ground(sent.document, returned.document)
    standing = Standing(sent, ground)
    views = Views(returned, sent, ground, standing)
    placed = [*views.tracked(), *views.untracked(), *list_threads(returned, ground, standing)]
    placed.sort(key=lambda each: (each[1].spot is None, each[0], _WAYS.index(each[1].way)))
    return Told(
        form="version",
        said=tuple(said for _, said in placed),
        revisions=sum(change.marks for change in returned.changes),
        comments=len(returned.document.comments),
        addresses=returned.addresses,
    )


def _read_left(returned: Returned, sent: Sent, ground: Ground) -> Told:
    """What a file says as it was left, with who put its words in."""
    told = read_version(replace(returned, document=returned.final, changes=()), sent, ground)
    author = only_author(returned.changes, (comment.author for comment in returned.final.comments))
    said = (replace(each, author=author) if each.way == "untracked" else each for each in told.said)
    by_author: dict[str, list[TrackedChange]] = defaultdict(list)
    for change in returned.changes:
        by_author[change.author].append(change)
    every = (_of_all(changes, sent) for changes in by_author.values())
    return replace(told, said=(*every, *said), revisions=sum(change.marks for change in returned.changes))


def _of_all(changes: Sequence[TrackedChange], sent: Sent) -> Said:
    """That somebody put in, with tracking on, words from the first to the last."""
    written = [change.place.text for change in changes if change.kind in ARRIVING and change.place.text.strip()]
    return Said(
        kind="insertion" if written else "formatting",
        way="tracked",
        spot=sent.spots[0],
        proposal=BETWEEN.join(shorten(words, LONGEST_HINT) for words in dict.fromkeys((*written[:1], *written[-1:]))),
        author=changes[0].author,
        date=max(change.date for change in changes),
        marks=sum(change.marks for change in changes),
    )
