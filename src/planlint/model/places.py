"""The way to a place: the headings and the label above it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from planlint.model.plan import Landmark
from planlint.model.text import Text


def path_of(landmarks: Sequence[Landmark], place: Text) -> tuple[str, ...]:
    """The words of the headings and the label that stand over `place`, outermost first.

    `landmarks` are in reading order, all in the body. A place in another part of the file has no path.
    """
    if place.part != "document":
        return ()
    last = bisect_right(
        landmarks, (place.paragraph, place.end), key=lambda mark: (mark.place.paragraph, mark.place.start)
    )
    return landmarks[last - 1].path if last else ()
