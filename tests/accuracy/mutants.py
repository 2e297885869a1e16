"""Mutants: copies of a good document with an edit, and the findings that the edit makes true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy.edits import Change, read_change

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
BASES = {
    "plan": SAMPLES / "norradalen-plan.md",
    "card": SAMPLES / "norradalen-projektkort.md",
    "timeline": SAMPLES / "norradalen-tidplan.md",
    "roadmap": SAMPLES / "norradalen-fardplan.md",
    "word": SAMPLES / "norradalen-plan.docx",
}
"""What the mutants are made from: documents in good order, by the names that the groups give as `base`."""


_KEYS = {"edit", "finds", "missed", "untrue", "text", "alone", "why"}


@dataclass(frozen=True)
class Mark:
    """A finding: its rule, its subject's id ('*' for any), and words of its quote or message."""

    rule: str
    subject: str
    words: str


@dataclass(frozen=True)
class Mutant:
    """An edit and the marks that it makes true; none for a near-miss of `rule`.

    `marks` are found today; `missed` are as true and are not found, `false` are found and are not true: known faults of
    the tool, which count as such, and `why` says what they are. `text` is a whole document of its own in place of an
    edit. `alone` keeps a mutant from sharing a copy with others.
    """

    rule: str
    name: str
    on: str
    changes: tuple[Change, ...]
    marks: tuple[Mark, ...] = ()
    missed: tuple[Mark, ...] = ()
    false: tuple[Mark, ...] = ()
    text: str = ""
    alone: bool = False
    why: str = ""

    @property
    def theme(self) -> str:
        """The file that it stands in; mutants share copies within one."""
        return self.name.partition(":")[0]

    @property
    def faulty(self) -> bool:
        """Whether it has a fault that its rule is about; else it is a near-miss."""
        return any(mark.rule == self.rule for mark in self.true)

    @property
    def true(self) -> tuple[Mark, ...]:
        """What should be found in it."""
        return self.marks + self.missed


@cache
def mutants() -> tuple[Mutant, ...]:
    """Every mutant, those of Word files too."""
    from tests.accuracy.word_mutants import WORD_MUTANTS

    files = sorted((HERE / "mutations").glob("*.yaml"))
    return (*(one for file in files for one in _in_file(file)), *WORD_MUTANTS)


def _in_file(file: Path) -> Iterator[Mutant]:
    for group in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader):
        for kind, short in (("faults", "fault"), ("near", "near-miss")):
            for number, entry in enumerate(group.get(kind, ()), start=1):
                yield _mutant(group, f"{file.stem}: {group['rule']} {short} {number}", entry)


def _mutant(group: Mapping[str, str], name: str, entry: Mapping[str, Any]) -> Mutant:
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    rule, edits = group["rule"], entry.get("edit", [])
    marks, missed, false = (
        tuple(_mark(line, rule) for line in entry.get(kind, ())) for kind in ("finds", "missed", "untrue")
    )
    return Mutant(
        rule,
        name,
        group.get("base", "plan"),
        tuple(read_change(edit) for edit in (edits if isinstance(edits, list) else [edits])),
        marks,
        missed,
        false,
        entry.get("text", ""),
        bool(entry.get("alone", group.get("alone", "text" in entry))),
        entry.get("why", ""),
    )


def _mark(line: str, rule: str) -> Mark:
    """A mark written as 'subject | words' or, where it is another rule's, 'PL000 subject | words'."""
    where, _, words = line.partition("|")
    first, _, rest = where.strip().partition(" ")
    if first.startswith("PL") and first[2:].isdigit():
        return Mark(first, rest.strip(), words.strip())
    return Mark(rule, where.strip(), words.strip())
