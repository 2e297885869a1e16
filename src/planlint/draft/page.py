"""The text of a drafted framework file, for people to read and change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planlint.draft.entry import Entry
from planlint.draft.yaml import clean, render_entries, scalar
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.recognise.keys import key_of
from planlint.recognise.link import goal_named_by
from planlint.recognise.sections import Tree

MOST_NAMED = 20
"""Unknown chapters that are listed."""

_ORDER = (
    "titles", "chapters", "goals", "link", "interventions", "parts", "fields", "principle_set", "control", "actors",
    "rules",
)  # fmt: skip
_HEAD = """\
# Utkast till ramverk för planer som {shown}, gjort av planlint init --from.
# Läs igenom det och ändra det som är fel. Här står bara det som skiljer planen från {base}; allt annat gäller som
# det står där. Rader som börjar med # gör ingenting: ta bort tecknet # (inget mellanslag) där raden stämmer för er.
# Vad nycklarna betyder står i docs/eget-ramverk.md.
name: {name}
extends: {base}
title:
  sv: {title}
  en: {title}"""
_NO_GOALS = """
# Inga mål hittades. Se goals i guiden: hur målen skrivs (form), deras kod (code) och vad som står över dem (labels)."""
_NO_INTERVENTIONS = """
# Inga insatser hittades. Se interventions i guiden: vilket kapitel de står i (chapter) och vad de kallas."""


def write_page(name: str, shown: str, base: Framework, entries: Iterable[Entry], left: Iterable[str]) -> str:
    """The file: its head, the entries, and the lines of what is `left` to a person.

    `name` is the framework's, `shown` what the plan's file is called.
    """
    entries = list(entries)
    title = next((one.value for one in entries if one.path == ("title",)), name)
    head = _HEAD.format(shown=clean(shown), base=base.name, name=scalar(name), title=scalar(str(title)))
    stated = sorted((one for one in entries if one.path[0] in _ORDER), key=lambda one: _ORDER.index(one.path[0]))
    return "\n".join((head, *render_entries(stated), *left)) + "\n"


def left_over(tree: Tree, plan: Plan, base: Framework) -> Iterator[str]:
    """What could not be placed: chapters that the base does not know; no goals, no interventions."""
    known = {chapter.heading.place for chapter in plan.chapters}
    named = goal_named_by(base.goals)
    own = {key_of(form) for form in (*base.control.sections, *base.control.contents)}
    top = tree.sections[0].sections if len(tree.sections) == 1 else tree.sections
    titles = [one.heading.title for one in top if one.heading.place not in known and not named(one.heading.title)]
    unknown = [clean(title) for title in titles if key_of(title) not in own]
    if unknown:
        yield f"\n# Kapitel i planen som {base.name} inte känner till. Ska något krävas, lägg till det under chapters:"
        yield from (f"#   {title}" for title in unknown[:MOST_NAMED])
    if not plan.goals:
        yield _NO_GOALS
    if not plan.interventions:
        yield _NO_INTERVENTIONS
