"""References in labelled sentences: how many are found, and how many of those found are right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.accuracy.observe import BOOK
from tests.accuracy.score import Tally
from tests.language.test_accuracy import found, labelled

TESTS = Path(__file__).resolve().parent.parent
TUNING = TESTS.parents[1] / "shared" / "data" / "references.tsv"
BLIND = TESTS / "language" / "blind.tsv"
SORTS: Mapping[str, str] = {"P": "principle by number", "N": "principle by name", "G": "effect-goal code"}
FIRST_SIGHT: Mapping[str, tuple[str, str]] = {"P": ("1.00", "0.88"), "N": ("1.00", "0.91"), "G": ("1.00", "0.94")}
"""Precision and recall of the frozen matchers on the blind sentences when those were new: see blind.tsv."""


def tally_references(path: Path) -> Tally:
    """The counts over a file of labelled sentences, by sort of reference."""
    principles = BOOK.principles(BOOK.frameworks["fyrbodal-2020"])
    assert principles is not None
    tally = Tally()
    for one in labelled(path):
        for sort in SORTS:
            wanted, got = one.wanted.get(sort, frozenset()), found(one.sentence, sort, principles)
            tally.right[sort] += len(wanted & got)
            tally.false[sort] += len(got - wanted)
            tally.missed[sort] += len(wanted - got)
    return tally
