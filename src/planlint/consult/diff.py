"""Words that two texts have in common, and those that only one of them has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal

from planlint.language.normalise import words
from planlint.model.comparison import Piece, Reworded
from planlint.model.text import Text

LONGEST: Final = 4_000
"""Words; two texts of so many take some milliseconds and 2 MB. Longer ones are marked as changed throughout."""

_Run = tuple[Literal["same", "changed"], list[str], list[str]]


def same_text(old: str, new: str) -> bool:
    """Whether a reader sees the same: white space, composed letters and characters without width do not count."""
    return old == new or seen(old) == seen(new)


def seen(text: str) -> str:
    """The text as a reader sees it: characters composed, those without width dropped, every white space one space."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    shown = composed if composed.isprintable() else "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return " ".join(shown.split())


def reword(old: Text, new: Text) -> Reworded:
    """Two texts as one reworded."""
    editorial = words(old.text) == words(new.text)
    return Reworded(old, new, pieces(old.text, new.text), editorial)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one row, by whole words; in a change, what is gone stands first."""
    return pieces_of(old.split(), new.split())


def pieces_of(before: list[str], after: list[str]) -> tuple[Piece, ...]:
    """The same of texts that are words already."""
    runs = _runs(before, after)
    return tuple(
        Piece(kind, " ".join(said)) for tag, gone, came in runs for kind, said in _kinds(tag, gone, came) if said
    )


def _kinds(
    tag: Literal["same", "changed"], gone: list[str], came: list[str]
) -> Iterator[tuple[Literal["same", "gone", "new"], list[str]]]:
    if tag == "same":
        yield "same", came
    else:
        yield "gone", gone
        yield "new", came


def _runs(before: list[str], after: list[str]) -> list[_Run]:
    if max(len(before), len(after)) > LONGEST:
        return [("same", before, after)] if before == after else [("changed", before, after)]
    from rapidfuzz.distance import Indel

    runs: list[_Run] = []
    for code in Indel.opcodes(before, after):
        old, new = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        runs.append(("same" if code.tag == "equal" else "changed", old, new))
    return _joined(_without_crumbs(_joined(runs)))


def _without_crumbs(runs: list[_Run]) -> Iterator[_Run]:
    """Words in common that are fewer than what changed on either side of them only make a change hard to read."""
    for index, (tag, old, new) in enumerate(runs):
        inside = 0 < index < len(runs) - 1
        crumb = inside and tag == "same" and _size(new) < min(_weight(runs[index - 1]), _weight(runs[index + 1]))
        yield ("changed", old, new) if crumb else (tag, old, new)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Neighbours of one kind made one."""
    joined: list[_Run] = []
    for tag, members in groupby(runs, key=lambda run: run[0]):
        group = list(members)
        joined.append((tag, [word for run in group for word in run[1]], [word for run in group for word in run[2]]))
    return joined


def _weight(run: _Run) -> int:
    return max(_size(run[1]), _size(run[2]))


def _size(said: list[str]) -> int:
    return sum(map(len, said))
