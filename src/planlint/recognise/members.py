"""The sections that a chapter is made of: its focus areas, its interventions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planlint.model.text import Text
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.sections import Section


@dataclass(frozen=True, slots=True)
class Member:
    """A section of a chapter, and the sections after it that belong to it (labels set on its own level)."""

    head: Section
    tail: tuple[Section, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The head and the tail."""
        return self.head, *self.tail


@dataclass(frozen=True, slots=True)
class Sort:
    """What tells the members of a chapter from the other sections in it.

    `label` tells a title that is a label inside a member, `near` one that may be, where labels stand on the members'
    level. `marks` gives what a member is known by (the keys of its labels, the codes of its goals), and `repeat` says
    that every member has the same ones. `excluded` and `collective` are titles, and words in titles, of sections that
    are no members; the latter only where nothing marks them.
    """

    label: Callable[[str], bool]
    marks: Callable[[Iterable[Section]], tuple[str, ...]]
    near: Callable[[str], bool] = lambda _: False
    repeat: bool = False
    excluded: frozenset[str] = frozenset()
    collective: frozenset[str] = frozenset()
    chapters: frozenset[Text] = frozenset()
    """The headings of the framework's chapters: one that stands in this chapter is no member of it."""


def members(chapter: Section, sort: Sort) -> tuple[Member, ...]:
    """The members of a chapter: its real headings, else the numbered lines, else the ones in bold.

    Sections that tell of all members, and those that only gather members under a heading, are none.
    """
    grouped = _grouped(chapter, sort)
    numbered = any(member.head.heading.number for member in grouped)
    kept = [one for one in grouped if not _doubtful(one, sort, numbered=numbered) or sort.marks(one.sections)]
    if sort.repeat and all(member.head.heading.fake and not member.head.heading.number for member in kept):
        kept = _rounds(kept, sort)
    return _opened(kept, sort)


def _grouped(chapter: Section, sort: Sort) -> list[Member]:
    """The sections that may be members, each with the labels after it."""
    pool = _pool([section for section in chapter.sections if not sort.label(section.heading.title)])
    beside_labels = len(pool) < len(chapter.sections)
    if beside_labels or any(section.heading.number for section in pool):
        pool = [section for section in pool if section.heading.number or not sort.near(section.heading.title)]
    chosen = {id(section) for section in pool}
    found: list[list[Section]] = []
    open_ = False
    for section in chapter.sections:
        if id(section) in chosen:
            open_ = key_of(section.heading.title) not in sort.excluded and section.heading.place not in sort.chapters
            if open_:
                found.append([section])
        elif open_:
            found[-1].append(section)
    return [Member(head, tuple(tail)) for head, *tail in found]


def _pool(sections: list[Section]) -> list[Section]:
    real = [section for section in sections if not section.heading.fake]
    if real:
        level = min(section.heading.level for section in real)
        return [section for section in real if section.heading.level == level]
    return [section for section in sections if section.heading.number] or sections


def _doubtful(member: Member, sort: Sort, *, numbered: bool) -> bool:
    """Whether only what is in a section can tell that it is a member: by its heading it may tell of all of them."""
    heading = member.head.heading
    unnumbered = numbered and not heading.number
    return unnumbered or not sort.collective.isdisjoint(words_of(heading.title))


def _rounds(found: list[Member], sort: Sort) -> list[Member]:
    """Lines in bold, some of which are labels that nobody knows: a new member begins a new round of labels."""
    kept: list[list[Section]] = []
    seen: set[str] = set()
    for member in found:
        marks = sort.marks(member.sections)
        if seen and seen.isdisjoint(marks):
            kept[-1] += member.sections
        else:
            kept.append(list(member.sections))
            seen = set()
        seen.update(marks)
    return [Member(head, tuple(tail)) for head, *tail in kept]


def _opened(found: list[Member], sort: Sort) -> tuple[Member, ...]:
    """The members, and those that a section only gathers, in its place ('4.1 Digital skola' over '4.1.1 Läromedel')."""
    if not sort.repeat:
        return tuple(found)
    inner = [_inner(member, sort) for member in found]
    several = any(_repeated(one, sort) for one in inner)
    return tuple(
        one for member, below in zip(found, inner, strict=True) for one in (below if several and below else (member,))
    )


def _inner(member: Member, sort: Sort) -> tuple[Member, ...]:
    """The members that stand in a section which has nothing of a member itself; else none."""
    sections = member.head.sections
    begin = next((i for i, section in enumerate(sections) if not sort.label(section.heading.title)), None)
    if begin is None:
        return ()
    own = Section(member.head.heading, member.head.blocks, sections[:begin])
    if sort.marks((own, *member.tail)):
        return ()
    below = members(Section(member.head.heading, (), sections[begin:]), sort)
    return tuple(one for one in below if sort.marks(one.sections))


def _repeated(found: tuple[Member, ...], sort: Sort) -> bool:
    """Whether one of these has the same marks as one before it: a label stands once in a member."""
    seen: set[str] = set()
    for member in found:
        marks = set(sort.marks(member.sections))
        if not seen.isdisjoint(marks):
            return True
        seen |= marks
    return False
