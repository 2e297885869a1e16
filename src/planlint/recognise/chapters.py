"""Where the framework's chapters stand in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planlint.model.document import paragraphs
from planlint.model.framework import Framework
from planlint.model.plan import Chapter
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.link import goal_named_by
from planlint.recognise.sections import Section, Tree

DEEPEST_CHAPTER = 2
"""How deep a chapter of the framework may stand: chapters, and sections of the appendices."""

LONGEST_TITLE = 8
"""Words; a longer title that merely contains a chapter's form is about something else (a judgement)."""

Forms = Mapping[str, list[tuple[str, tuple[str, ...]]]]
"""Chapters' keys with the words of their forms, by the first word."""


def find_chapters(tree: Tree, framework: Framework) -> dict[str, Section]:
    """The section for each chapter of the framework that the document has, by key.

    A title that is one of the forms wins over one that contains a form; then the outermost, then the first. A title
    that also labels a part ('Principer') is tried late, and not in the chapters where such labels stand. The document's
    own title, set as a heading, is tried last.
    """
    names_goal = goal_named_by(framework.goals)
    ranked = [one for one in _sections(tree) if not names_goal(one[1].heading.title)]
    ranked.sort(key=lambda pair: pair[0])
    shared = _shared_titles(framework)
    own = {framework.goals.chapter, framework.interventions.chapter}
    sure = [one for depth, one in ranked if depth < DEEPEST_CHAPTER or key_of(one.heading.title) not in shared]
    found = _named(sure, framework, set(framework.chapters))
    ranked = [*(one for one in ranked if one[0]), *(one for one in ranked if not one[0])]
    outer = [one for depth, one in ranked if depth < DEEPEST_CHAPTER]
    found |= _near(outer, framework, own - found.keys(), found)
    inside = {inner.heading.place for key in own & found.keys() for inner in _below(found[key])}
    rest = [one for _, one in ranked if one.heading.place not in inside]
    found |= _named(rest, framework, framework.chapters.keys() - found.keys())
    found |= _near(rest, framework, framework.chapters.keys() - found.keys(), found)
    if framework.goals.chapter in framework.chapters.keys() - found.keys():
        found |= _gathered(tree, framework)
    return {key: found[key] for key in framework.chapters if key in found}


def _gathered(tree: Tree, framework: Framework) -> dict[str, Section]:
    """The goals' chapter where none holds them: goals as chapters of their own, 'Mål 1 …' and 'Mål 2 …'.

    It bears the first goal's heading.
    """
    goals = framework.goals
    if goals.form != "headings" or goals.nested:
        return {}
    outer = tree.sections[0].sections if len(tree.sections) == 1 else tree.sections
    named = goal_named_by(goals)
    own = tuple(one for one in outer if named(one.heading.title))
    return {goals.chapter: Section(own[0].heading, (), own)} if len(own) > 1 else {}


def _shared_titles(framework: Framework) -> frozenset[str]:
    """What labels of goals, parts and fields are compared by."""
    labels = (*framework.parts.values(), *framework.fields.values())
    return frozenset(map(key_of, (*framework.goals.labels, *(form for label in labels for form in label.forms))))


def _sections(tree: Tree) -> Iterator[tuple[int, Section]]:
    """The sections that may be chapters with their depth; the only outermost one may be the title, set as a heading."""
    only = len(tree.sections) == 1
    for section in tree.sections:
        yield 0 if only else 1, section
        for inner in section.sections:
            yield 1 if only else DEEPEST_CHAPTER, inner
            yield from ((DEEPEST_CHAPTER, deeper) for deeper in inner.sections if only)


def _below(section: Section) -> Iterator[Section]:
    for inner in section.sections:
        yield from inner.walk()


def _named(sections: Sequence[Section], framework: Framework, keys: Iterable[str]) -> dict[str, Section]:
    """The first section whose title is one of a chapter's forms, by key."""
    first: dict[str, tuple[int, Section]] = {}
    for rank, section in enumerate(sections):
        first.setdefault(key_of(section.heading.title), (rank, section))
    found: dict[str, Section] = {}
    for key in keys:
        forms = map(key_of, framework.chapters[key].forms)
        exact = [first[form] for form in forms if form in first]
        if exact:
            found[key] = min(exact, key=lambda pair: pair[0])[1]
    return found


def _near(
    sections: Sequence[Section], framework: Framework, keys: Iterable[str], found: Mapping[str, Section]
) -> dict[str, Section]:
    """The first section, none of those found, whose title contains one of a chapter's forms, by key."""
    taken = {section.heading.place for section in found.values()}
    near: dict[str, Section] = {}
    wanted, forms = set(keys), form_words(framework)
    for section in sections if wanted else ():
        key = chapter_in(section.heading.title, forms)
        if key in wanted and key not in near and section.heading.place not in taken:
            near[key] = section
    return near


def form_words(framework: Framework) -> Forms:
    """The forms of the framework's chapters as `chapter_in` takes them."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for key, chapter in framework.chapters.items():
        for form in filter(None, map(words_of, chapter.forms)):
            found.setdefault(form[0], []).append((key, form))
    return found


def chapter_in(title: str, forms: Forms) -> str | None:
    """The chapter whose form stands first in the title, as whole words ('Våra fokusområden 2026')."""
    written = words_of(title)
    if len(written) > LONGEST_TITLE:
        return None
    for spot, word in enumerate(written):
        here = [(-len(form), key) for key, form in forms.get(word, ()) if written[spot : spot + len(form)] == form]
        if here:
            return min(here)[1]
    return None


def chapter_titles(framework: Framework) -> frozenset[str]:
    """What the chapters' own titles are compared by."""
    return frozenset(key_of(form) for chapter in framework.chapters.values() for form in chapter.forms)


def chapters_of(found: Mapping[str, Section]) -> tuple[Chapter, ...]:
    """The chapters as the plan keeps them, in the framework's order."""
    return tuple(
        Chapter(key, section.heading, empty=not section.sections and not _says_something(section))
        for key, section in found.items()
    )


def _says_something(section: Section) -> bool:
    """Whether a reader sees something under the heading itself: words or images, in tables and text boxes too."""
    return any(paragraph.text.strip() or paragraph.images for paragraph in paragraphs(section.blocks))
