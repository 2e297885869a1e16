"""Which lines go when paragraph marks go, and which are only joined to what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planlint.consult.answers.markup.lines import Line
from planlint.consult.answers.markup.wishes import Changes


@dataclass(slots=True)
class Going:
    """`removed` are lines that go with their marks; `joins` gives, by line, the one whose words follow its own then."""

    removed: set[int] = field(default_factory=set)
    joins: dict[int, int] = field(default_factory=dict)
    changes: defaultdict[int, Changes] = field(default_factory=lambda: defaultdict(tuple))
    """By line that goes or is joined, the marks that say so."""


def resolve(marks: Mapping[int, Changes], struck: Collection[int], lines: Sequence[Line]) -> Going:
    """What becomes of lines whose marks go. `struck` are those that lose all their words.

    Of paragraphs that become one, those without words left are taken out, and the rest are joined; where none has
    words left, the last one is what stays, as the file has it.
    """
    going = Going()
    for run in _runs(marks, lines):
        _resolve_run(run, marks, struck, lines, going)
    return going


def _runs(marks: Mapping[int, Changes], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines that become one, in order."""
    seen: set[int] = set()
    for start in sorted(marks):
        if start in seen:
            continue
        run = [start]
        while run[-1] in marks and _follow(lines, run[-1]):
            run.append(run[-1] + 1)
        seen.update(run)
        yield run


def _follow(lines: Sequence[Line], line: int) -> bool:
    """Whether the next line stands in the same cell and story."""
    if line + 1 >= len(lines):
        return False
    one, other = lines[line], lines[line + 1]
    return (one.story, one.cell, one.text.part) == (other.story, other.cell, other.text.part)


def _resolve_run(
    run: Sequence[int], marks: Mapping[int, Changes], struck: Collection[int], lines: Sequence[Line], going: Going
) -> None:
    left = [line for line in run if lines[line] and line not in struck]
    gone = [line for line in run if line not in left]
    if not left and run[-1] not in marks:
        gone = gone[:-1]
    going.removed.update(gone)
    joined = dict(pairwise(left))
    going.joins.update(joined)
    for line in run:
        if line not in marks:
            continue
        holder = line
        if line in left and line not in joined:
            holder = next((each for each in gone if each > line), line)
            if holder == line:
                going.joins[line] = line
        going.changes[holder] += marks[line]
