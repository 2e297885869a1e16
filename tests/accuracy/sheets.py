"""Mutants that do not disturb each other, put together in copies of their base, so that few documents are read."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from tests.accuracy.edits import Unfit, apply
from tests.accuracy.mutants import BASES, Mutant
from tests.word.build import archive

Content = str | dict[str, str | bytes]
"""A document that mutants are made in: Markdown, or the entries of a Word file."""


@dataclass
class Sheet:
    """A copy of a base with the edits of one or more mutants."""

    on: str
    content: Content
    mutants: list[Mutant] = field(default_factory=list)
    touched: Counter[str] = field(default_factory=Counter)
    """The lines of the base that its mutants change."""

    @property
    def name(self) -> str:
        """What its file is called."""
        return "base" if not self.mutants else f"{self.mutants[0].name}, {len(self.mutants)}".replace(" ", "-")

    @property
    def ending(self) -> str:
        """The ending of its file."""
        return ".md" if isinstance(self.content, str) else ".docx"

    def write(self) -> bytes:
        """The file."""
        return self.content.encode() if isinstance(self.content, str) else archive(self.content)

    def takes(self, mutant: Mutant) -> bool:
        """Put the mutant's edits in, if they fit and can be told from those that are there."""
        if any(one.alone for one in self.mutants) or any(_clash(mutant, one) for one in self.mutants):
            return False
        lines = touched(mutant)
        if mutant.theme != self.mutants[0].theme or lines & self.touched:
            return False
        try:
            self.content = edited(self.content, mutant)
        except Unfit:
            return False
        self.mutants.append(mutant)
        self.touched += lines
        return True


def _clash(one: Mutant, other: Mutant) -> bool:
    """Whether a finding of one could be taken for, or hide behind, a finding of the other."""
    ones, others = ({(mark.rule, mark.subject) for mark in (*each.true, *each.false)} for each in (one, other))
    near, faulty = {m.rule for m in (one, other) if not m.faulty}, {m.rule for m in (one, other) if m.faulty}
    return bool(ones & others) or bool(near & faulty)


@cache
def touched(mutant: Mutant) -> Counter[str]:
    """The lines of its base that a mutant changes. Raises ValueError for a mutant that does not fit its base."""
    good = base(mutant.on)
    try:
        return _lines(good) - _lines(edited(good, mutant))
    except Unfit as error:
        raise ValueError(f"{mutant.name}: {error}") from None


def _lines(content: Content) -> Counter[str]:
    if isinstance(content, str):
        return Counter(line for line in content.splitlines() if line.strip())
    texts = (part if isinstance(part, str) else part.decode() for name, part in content.items() if name.endswith("l"))
    return Counter(line for text in texts for line in text.split("</w:p>"))


def edited(content: Content, mutant: Mutant) -> Content:
    """The content after the mutant's edits. Raises Unfit."""
    if mutant.text:
        return mutant.text
    for change in mutant.changes:
        if isinstance(content, str):
            content = apply(change, content)
        else:
            was = content.get(change.part, "")
            text = was if isinstance(was, str) else was.decode()
            content = {**content, change.part: apply(change, text)}
    return content


@cache
def base(on: str) -> Content:
    """The good document that a mutant's `on` names."""
    path = BASES[on]
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sheets(mutants: Sequence[Mutant], *, apart: bool = False) -> list[Sheet]:
    """Every mutant in a copy of its base, as many to a copy as can be told apart; with `apart`, one to a copy."""
    made: list[Sheet] = []
    for mutant in mutants:
        alone = apart or mutant.alone
        if alone or not any(sheet.on == mutant.on and sheet.takes(mutant) for sheet in made):
            lines = Counter() if mutant.text else touched(mutant)
            made.append(Sheet(mutant.on, edited(base(mutant.on), mutant), [mutant], lines))
    return made
