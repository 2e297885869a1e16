"""Where the framework's chapters stand in the document, and the sections that a chapter is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from planlint.language.normalise import label_key, words
from planlint.model.framework import Framework
from planlint.model.plan import Chapter
from planlint.recognise.sections import Section, Tree

DEEPEST_CHAPTER = 2
"""How deep a chapter of the framework may stand: chapters, and sections of the appendices."""

LONGEST_TITLE = 8
"""Words; a longer title that merely contains a chapter's form is about something else (a judgement)."""


def find_chapters(tree: Tree, framework: Framework) -> dict[str, Section]:
    """The section for each chapter of the framework that the document has, by key.

    A title that is one of the forms wins over one that contains a form; then the outermost, then the first.
    """
    ranked = [section for _, section in sorted(_sections(tree), key=lambda pair: pair[0])]
    first: dict[str, Section] = {}
    for section in ranked:
        first.setdefault(label_key(section.heading.title), section)
    found: dict[str, Section] = {}
    for key, chapter in framework.chapters.items():
        exact = [first[form] for form in map(label_key, chapter.forms) if form in first]
        if exact:
            found[key] = min(exact, key=ranked.index)
    taken = {section.heading.place for section in found.values()}
    forms = [(key, words(form)) for key, chapter in framework.chapters.items() for form in chapter.forms]
    for section in ranked:
        near = _contained(section.heading.title, forms)
        if near and near not in found and section.heading.place not in taken:
            found[near] = section
    return {key: found[key] for key in framework.chapters if key in found}


def _sections(tree: Tree) -> Iterator[tuple[int, Section]]:
    """The sections that may be chapters with their depth; the only outermost one may be the title, set as a heading."""
    only = len(tree.sections) == 1
    for section in tree.sections:
        yield 0 if only else 1, section
        for inner in section.sections:
            yield 1 if only else DEEPEST_CHAPTER, inner
            yield from ((DEEPEST_CHAPTER, deeper) for deeper in inner.sections if only)


def _contained(title: str, forms: list[tuple[str, tuple[str, ...]]]) -> str | None:
    """The chapter whose form stands first in the title, as whole words ('Våra fokusområden 2026')."""
    written = words(title)
    if len(written) > LONGEST_TITLE:
        return None
    spots = [(spot, -len(form), key) for key, form in forms if (spot := _spot(written, form)) is not None]
    return min(spots)[2] if spots else None


def _spot(written: tuple[str, ...], form: tuple[str, ...]) -> int | None:
    if not form or form[0] not in written:
        return None
    return next((i for i in range(len(written)) if written[i : i + len(form)] == form), None)


def chapters_of(found: Mapping[str, Section]) -> tuple[Chapter, ...]:
    """The chapters as the plan keeps them, in the framework's order."""
    return tuple(
        Chapter(key, section.heading, empty=not section.blocks and not section.sections)
        for key, section in found.items()
    )


@dataclass(frozen=True, slots=True)
class Member:
    """A section of a chapter, and the sections after it that belong to it (labels set on its own level)."""

    head: Section
    tail: tuple[Section, ...]


def members(chapter: Section, is_label: Callable[[str], bool], excluded: tuple[str, ...] = ()) -> tuple[Member, ...]:
    """The sections that a chapter is made of: its real headings, else the numbered lines, else the ones in bold."""
    pool = {id(section) for section in _pool([s for s in chapter.sections if not is_label(s.heading.title)])}
    keys = {label_key(title) for title in excluded}
    found: list[list[Section]] = []
    open_ = False
    for section in chapter.sections:
        if id(section) in pool:
            open_ = label_key(section.heading.title) not in keys
            if open_:
                found.append([section])
        elif open_:
            found[-1].append(section)
    return tuple(Member(head, tuple(tail)) for head, *tail in found)


def _pool(sections: list[Section]) -> list[Section]:
    real = [section for section in sections if not section.heading.fake]
    if real:
        level = min(section.heading.level for section in real)
        return [section for section in real if section.heading.level == level]
    return [section for section in sections if section.heading.number] or sections
