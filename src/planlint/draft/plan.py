"""The draft of a framework file for one plan: what is found, tried against the plan, and written with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planlint.draft.entry import Entry, data_of
from planlint.draft.labels import key_name, label_entries, new_labels
from planlint.draft.page import left_over, write_page
from planlint.draft.shape import Shape, find_shape, is_less
from planlint.draft.surroundings import (
    actor_entries,
    control_entries,
    principle_entries,
    sort_entries,
    title_entries,
)
from planlint.draft.yaml import clean
from planlint.errors import InputError
from planlint.model.document import Document
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.recognise import choose_framework, recognise
from planlint.recognise.chapters import find_chapters
from planlint.recognise.control import title_paragraph
from planlint.recognise.keys import key_of
from planlint.recognise.link import goal_named_by
from planlint.recognise.sections import Tree, build_tree
from planlint.rulebook import Rulebook, frame, make_framework

FEWEST_CHAPTERS = 2
"""Chapters that must be known where there are no areas, goals or interventions, before there is anything to draft."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted framework file: its text, the name of the framework that it extends, and the plan as read with it."""

    text: str
    base: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a draft is made of: the document, its sections, the framework to extend, all that ships."""

    document: Document
    tree: Tree
    base: Framework
    book: Rulebook


def draft_framework(document: Document, stem: str, shown: str, book: Rulebook) -> Drafted:
    """The draft for a plan. `stem` is what the framework is named after, `shown` how the plan's file is called.

    It reads the plan at least as well as the framework that it extends. Raises InputError where the document is no plan
    that anything can be drafted from.
    """
    base = _base(document, book)
    seen = _Seen(document, build_tree(document.body, title_paragraph(document.body)), base, book)
    shape = find_shape(document, seen.tree, base)
    found = shape.plan.focus_areas or shape.plan.goals or shape.plan.interventions
    if not found and len(shape.plan.chapters) < FEWEST_CHAPTERS:
        raise _nothing_found()
    left = tuple(left_over(seen.tree, shape.plan, base))
    for entries in (tuple(_all_entries(seen, shape)), shape.entries):
        text = write_page(_name(stem, book), shown, base, entries, left)
        framework = make_framework(text)
        plan = recognise(document, framework, book.principles(framework))
        if not is_less(plan, shape.plan):
            break
    return Drafted(text, base.name, plan)


def _base(document: Document, book: Rulebook) -> Framework:
    """The framework that the draft extends: what the plan is read with if it fits, else the one for any plan."""
    chosen = choose_framework(document, book.frameworks)
    if chosen.kind != "plan":
        raise InputError(
            "no-plan",
            f"Dokumentet är ingen plan utan läses med ramverket {chosen.name}. Ett utkast görs efter en plan.",
            f"The document is no plan; it is read with the framework {chosen.name}. A draft is made from a plan.",
        )
    known = recognise(document, chosen, None).kind != "unknown"
    return chosen if known else next(one for one in book.frameworks.values() if one.fallback)


def _nothing_found() -> InputError:
    return InputError(
        "no-plan",
        "Här finns varken mål, insatser eller kapitel som känns igen, så det finns inget att göra ett utkast av.",
        "There are neither goals, interventions nor chapters that are known here, so there is nothing to draft from.",
    )


def _name(stem: str, book: Rulebook) -> str:
    name = key_name(clean(stem), otherwise="plan").replace("_", "-")
    return f"{name}-egen" if name in book.frameworks else name


def _all_entries(seen: _Seen, shape: Shape) -> Iterator[Entry]:
    """Everything that was found; in the end it is put in the order of a framework file."""
    base, plan, framework = seen.base, shape.plan, shape.framework
    new = tuple(new_labels(plan, framework))
    if new:
        wider = frame(framework, data_of(new))
        read = recognise(seen.document, wider, None)
        new, plan, framework = ((), plan, framework) if is_less(read, plan) else (new, read, wider)
    yield from title_entries(plan, base)
    yield from _chapter_entries(seen, shape.framework)
    yield from shape.entries
    yield from sort_entries(plan, base)
    yield from label_entries(plan, shape.framework)
    yield from new
    yield from principle_entries(seen.document, base, framework, seen.book.principle_sets)
    yield from control_entries(seen.tree, plan, base)
    yield from actor_entries(plan, base)
    if plan.focus_areas and not plan.goals:
        note = "inga mål hittades i områdena: ta bort raden när goals stämmer"
        yield Entry(("rules", "PL201", "severity"), "off", note)


def _chapter_entries(seen: _Seen, framework: Framework) -> Iterator[Entry]:
    """The chapters that the plan has, as required; those that the base asks for in vain, as comments."""
    names_goal = goal_named_by(framework.goals)
    found = find_chapters(seen.tree, framework)
    for key, form in seen.base.chapters.items():
        title = clean(found[key].heading.title) if key in found else ""
        if not title and form.required:
            note = f"krävs i {seen.base.name} som ”{form.title.sv}”, men hittades inte"
            yield Entry(("chapters", key, "required"), value=False, note=note, on=False)
        elif title and not names_goal(title):
            if key_of(title) not in map(key_of, framework.chapters[key].forms):
                note = f"rubriken liknar ”{form.title.sv}”: kontrollera att det är samma kapitel"
                yield Entry(("chapters", key, "title"), {"sv": title, "en": title}, note)
                yield Entry(("chapters", key, "forms"), (title, *form.forms))
            if not form.required:
                yield Entry(("chapters", key, "required"), value=True, note=f"”{title}”")
