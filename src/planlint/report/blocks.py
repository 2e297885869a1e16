"""Findings put in the order that a person reads them: by chapter and intervention, equal ones gathered, worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.model.finding import Finding

GATHER_FROM: Final = 3
"""How many findings a rule must have in one section, or in how many sections of a chapter, to be shown as one."""
RANKS: Final = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Block:
    """Findings of one rule and one severity that are shown together; never empty."""

    findings: tuple[Finding, ...]
    gathered: bool = False
    """True where they come from several sections, so that each place is named."""

    @property
    def first(self) -> Finding:
        """The first of them, for what they have in common."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class Section:
    """An intervention or another section; `title` is empty for what concerns the chapter itself."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter; `title` is empty for what stands outside all chapters."""

    title: str
    sections: tuple[Section, ...]


def arrange(findings: Iterable[Finding], *, across: bool = True) -> tuple[Group, ...]:
    """The findings by chapter and section. Chapters, sections and blocks come worst first, else as in the document.

    With `across`, what a rule finds in many sections of one chapter comes once, with what concerns the chapter itself;
    else every section has its own. Suppressed findings are left out.
    """
    chapters: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.suppressed is None:
            chapters[finding.location.path[0] if finding.location.path else ""].append(finding)
    groups = [Group(title, _sections(members, across=across)) for title, members in chapters.items()]
    return tuple(sorted(groups, key=lambda group: _rank(group.sections[0].blocks)))


def section_of(finding: Finding) -> str:
    """The title of the section that the finding belongs to: its intervention, else the heading under the chapter's."""
    below = finding.location.path[1:]
    if finding.subject.type == "intervention" and finding.subject.words:
        own = next((words for words in below if words.endswith(finding.subject.words)), None)
        return own or _named(finding.subject.id, finding.subject.words)
    return below[0] if below else ""


def _named(number: str, words: str) -> str:
    return words if number == words else f"{number} {words}"


def _sections(findings: Sequence[Finding], *, across: bool) -> tuple[Section, ...]:
    homes = defaultdict(set)
    for finding in findings:
        homes[_likeness(finding)].add(section_of(finding))
    common: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    own: dict[str, dict[tuple[str, ...], list[Finding]]] = {}
    for finding in findings:
        likeness = _likeness(finding)
        if across and len(homes[likeness]) >= GATHER_FROM:
            common[likeness].append(finding)
        else:
            own.setdefault(section_of(finding), defaultdict(list))[likeness].append(finding)
    gathered = [Block(tuple(each), gathered=True) for each in common.values()]
    whole = [*gathered, *(Block(tuple(each)) for each in own.pop("", {}).values())]
    apart = [Section(title, _worst_first(Block(tuple(each)) for each in rows.values())) for title, rows in own.items()]
    sections = [Section("", _worst_first(whole)), *apart] if whole else apart
    return tuple(sorted(sections, key=lambda section: _rank(section.blocks)))


def _likeness(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, finding.severity, finding.kind)


def _worst_first(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(sorted(blocks, key=lambda block: RANKS[block.first.severity]))


def _rank(blocks: Sequence[Block]) -> int:
    """How grave the worst of blocks is that stand worst first."""
    return RANKS[blocks[0].first.severity]
