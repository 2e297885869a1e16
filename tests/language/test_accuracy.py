"""How many labelled references are found, and how many of those found are right."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from planlint.language.goal_codes import find_codes
from planlint.language.principles import find_mentions
from planlint.model.framework import PrincipleSet
from planlint.model.text import Text

CODE = r"[1-9][0-9]?\s?[A-ZÅÄÖ]"
CUES = ("effektmål", "mål")
FLOORS = {
    # kind: (precision, recall), the level reached on both files; a change that lowers it must say why
    "P": (1.0, 1.0),
    "N": (1.0, 1.0),
    "G": (1.0, 1.0),
}


@dataclass(frozen=True)
class Labelled:
    sentence: str
    wanted: dict[str, frozenset[str]]


def labelled(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, _, labels = line.partition("\t")
        pairs = [label.split("=") for label in labels.split(";") if label]
        yield Labelled(sentence, {kind: frozenset(values.split(",")) for kind, values in pairs})


def found(sentence: str, kind: str, principles: PrincipleSet) -> frozenset[str]:
    if kind == "G":
        mentions = find_codes(sentence, CODE, CUES)
        return frozenset(code for mention in mentions if mention.certain for code in mention.codes)
    by = "number" if kind == "P" else "name"
    references = find_mentions(Text("document", 0, 0, sentence), principles)
    return frozenset(str(n) for one in references if one.by == by and not one.loose for n in one.numbers)


def check(path: Path, kind: str, principles: PrincipleSet) -> None:
    right = wrong = missed = 0
    misses = []
    for one in labelled(path):
        wanted, got = one.wanted.get(kind, frozenset()), found(one.sentence, kind, principles)
        right, wrong, missed = right + len(wanted & got), wrong + len(got - wanted), missed + len(wanted - got)
        if wanted != got:
            misses.append(f"{one.sentence!r}: wanted {sorted(wanted)}, got {sorted(got)}")
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= FLOORS[kind][0], "\n".join(misses)
    assert recall >= FLOORS[kind][1], "\n".join(misses)


@pytest.mark.parametrize("kind", FLOORS)
def test_tuning_sentences(kind: str, shared: Path, principles: PrincipleSet) -> None:
    check(shared / "data/references.tsv", kind, principles)


@pytest.mark.parametrize("kind", FLOORS)
def test_sentences_of_our_own(kind: str, principles: PrincipleSet) -> None:
    check(Path(__file__).parent / "blind.tsv", kind, principles)


def test_there_are_enough_of_every_kind() -> None:
    ours = list(labelled(Path(__file__).parent / "blind.tsv"))
    counts = {kind: sum(len(one.wanted.get(kind, ())) for one in ours) for kind in FLOORS}
    assert counts == {"P": 65, "N": 35, "G": 34}
    assert sum(not one.wanted for one in ours) == 58


def test_bare_codes_that_the_plan_declares(shared: Path) -> None:
    known = frozenset({"1A", "1B", "1C", "2A", "2B", "3A", "3B", "4A", "4B", "5A", "5B"})
    wrong = [
        one.sentence
        for one in labelled(shared / "data/references.tsv")
        if {c for m in find_codes(one.sentence, CODE, CUES, known) for c in m.codes} != one.wanted.get("G", frozenset())
    ]
    assert wrong == []
