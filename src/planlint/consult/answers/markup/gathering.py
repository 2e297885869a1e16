"""Changes of how words look, gathered: one view for each author and spot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planlint.consult.answers.markup.drafts import Draft, shorten
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.standing import Standing
from planlint.model.consultation import Spot
from planlint.model.returned import TrackedChange

LONGEST_PIECE: Final = 60
"""Characters of each of the words whose looks were changed."""
BETWEEN: Final = " … "
"""What stands between them."""


def gather_looks(
    changes: Iterable[TrackedChange], blanks: Iterable[Draft], ground: Ground, standing: Standing
) -> Iterator[Draft]:
    """One view for each spot of all that one author changed of the looks; `blanks` are empty paragraphs."""
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in (*blanks, *(_draft(change, ground, standing) for change in changes)):
        found[draft.spot.index].append(draft)
    for drafts in found.values():
        yield _together(drafts)


def is_layout(change: TrackedChange, ground: Ground) -> bool:
    """Whether it is about a page and not about words: the layout of what is no table."""
    line = ground.find(change.place)
    return change.scope == "layout" and (line is None or not ground.answer[line].row)


def _draft(change: TrackedChange, ground: Ground, standing: Standing) -> Draft:
    line = ground.find(change.place)
    at, start = (ground.before(change.place), 0) if line is None else ground.locate(line, change.place.start)
    spot: Spot = standing.at(at, start)
    return Draft("formatting", at, start, spot, change.place, quote=change.place.text.strip(), changes=(change,))


def _together(drafts: Sequence[Draft]) -> Draft:
    first = min(drafts, key=lambda draft: (draft.line, draft.start))
    pieces: list[str] = []
    for draft in drafts:
        words = " ".join(draft.quote.split())
        if words and not any(words in piece for piece in pieces):
            pieces = [piece for piece in pieces if piece not in words] + [words]
    return Draft(
        kind="formatting",
        line=first.line,
        start=first.start,
        spot=first.spot,
        place=first.place,
        quote=shorten(BETWEEN.join(shorten(piece, LONGEST_PIECE) for piece in pieces)),
        edits=tuple(edit for draft in drafts for edit in draft.edits),
        changes=tuple(change for draft in drafts for change in draft.changes),
    )
