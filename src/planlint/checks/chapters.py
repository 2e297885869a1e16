"""Whether the chapters that a framework asks for are there, and hold something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import chapter_subject
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words
from planlint.language.stems import stem
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Chapter, Heading, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

DEEPEST = 2
"""The level of headings below which none is a chapter under another name, or a section of the appendices."""

SHORTEST_STEM = 5
"""Letters of a stem that tell a chapter where a longer word begins with it ('Nulägesbild'; a judgement)."""


def missing_chapters(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A chapter that the framework requires and that the document does not have, under any of its names."""
    for key in _required(scope):
        if node.chapter(key) is None and not _told_elsewhere(key, scope):
            yield _missing(key, scope)


def _required(scope: Scope) -> list[str]:
    return [key for key, form in scope.framework.chapters.items() if form.required]


def _held(scope: Scope, holder: str | None) -> list[str]:
    """The required chapters that mostly stand in one."""
    return [key for key in _required(scope) if holder and scope.framework.chapters[key].within == holder]


def _told_elsewhere(key: str, scope: Scope) -> bool:
    """Whether another finding says it already, or the chapter only gathers others, of which some stand elsewhere.

    A chapter whose every section is missing too speaks for them; an empty one is another rule's.
    """
    plan = scope.plan
    if any(plan.chapter(held) for held in _held(scope, key)):
        return True
    holder = scope.framework.chapters[key].within
    if holder not in _required(scope):
        return False
    chapter = plan.chapter(holder)
    if chapter is not None:
        return chapter.empty
    return not any(plan.chapter(held) for held in _held(scope, holder))


def _missing(key: str, scope: Scope) -> Hit:
    """What to say of a chapter that is not there: undecided where a heading may be it under another name."""
    form = scope.framework.chapters[key]
    named: dict[str, HitWords] = {"chapter": form.title}
    other = _alike(form.forms, scope)
    if other is not None:
        return Hit(other.place, "unsure", {**named, "title": excerpt(other.title)}, undecided=True)
    holder = scope.plan.chapter(form.within or "")
    if holder is not None:
        return Hit(holder.heading.place, "section", {**named, "holder": holder.heading.title})
    held = tuple(scope.framework.chapters[one].title for one in _held(scope, key))
    return Hit(_beginning(scope.plan), "holder" if held else "default", {**named, "held": held})


def _alike(forms: tuple[str, ...], scope: Scope) -> Heading | None:
    """The first heading that is nothing known and has a word that begins as one of the chapter's names of one word."""
    plan = scope.plan
    known = {heading.place for heading in _known(plan)}
    names = tuple(
        root for form in forms if len(said := words(form)) == 1 and len(root := stem(said[0])) >= SHORTEST_STEM
    )
    unknown = (one for one in plan.headings if one.level <= DEEPEST and one.place not in known)
    return next((one for one in unknown if any(word.startswith(names) for word in words(one.title))), None)


def _known(plan: Plan) -> Iterator[Heading]:
    yield from (chapter.heading for chapter in plan.chapters)
    yield from (area.heading for area in plan.focus_areas)
    yield from (intervention.heading for intervention in plan.interventions)


def _beginning(plan: Plan) -> Text:
    """Where to speak of the whole document: its title, else its first words."""
    first = plan.texts[0].strip() if plan.texts else Text("document", 0, 0, "")
    return plan.control.title or first


def empty_chapters(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """The heading of a required chapter under which nothing stands."""
    required = _required(scope)
    for chapter in node.chapters:
        if chapter.empty and chapter.key in required and not _unread_under(chapter, node):
            heading = chapter.heading
            held = tuple(scope.framework.chapters[one].title for one in _held(scope, chapter.key))
            named: dict[str, HitWords] = {"title": heading.title, "held": held}
            gone = held and not any(node.chapter(one) for one in _held(scope, chapter.key))
            yield Hit(heading.place, "holder" if gone else "default", named, subject=chapter_subject(heading))


def _unread_under(chapter: Chapter, plan: Plan) -> bool:
    """Whether something that could not be read stands between the heading and the next one."""
    begin = chapter.heading.place.paragraph
    after = (one.place.paragraph for one in plan.headings if one.place.paragraph > begin)
    end = min(after, default=plan.paragraphs)
    return any(one.place.part == "document" and begin <= one.place.paragraph < end for one in plan.unread)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_chapters": CheckSpec(
            missing_chapters,
            Plan,
            {
                "default": holes("chapter"),
                "section": holes("chapter", "holder"),
                "holder": holes("chapter", "held"),
                "unsure": holes("chapter", "title"),
            },
        ),
        "empty_chapters": CheckSpec(
            empty_chapters, Plan, {"default": holes("title"), "holder": holes("title", "held")}
        ),
    }
)
"""By the names that rule files use."""
