"""How a plan is built: tried against the plan itself, since what reads the most of it describes it best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planlint.draft.entry import Entry, data_of
from planlint.draft.yaml import clean
from planlint.model.document import Document
from planlint.model.framework import Framework
from planlint.model.plan import LinkStatus, Plan
from planlint.recognise import recognise
from planlint.recognise.chapters import find_chapters
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.labels import GOALS
from planlint.recognise.match import serves_goals
from planlint.recognise.sections import Section, Tree
from planlint.rulebook import frame

GOAL_STEMS = ("mål", "fokus", "områd", "inriktning", "strateg", "prioriter", "utmaning", "kraftsamling", "tema")
"""Beginnings and ends of words in the titles of chapters that hold areas and goals."""
ACTION_STEMS = ("insats", "åtgärd", "aktivitet", "initiativ", "projekt", "satsning", "uppdrag", "utvecklingsarbete")
"""The same for interventions."""

FEWEST = 2
"""Sections that a chapter of goals or interventions has at least."""

MOST_WORDS = 3
"""Words of a label over goals (a judgement)."""

_NUMBERED = re.compile(r"([A-ZÅÄÖ][a-zåäöé]{2,20}) \d{1,2}(?:\.\d{1,2})?\b")
_OTHERS = frozenset({"bilaga", "kapitel", "avsnitt", "steg", "fas", "tabell", "figur", "bild", "version", "del"})
"""Words before numbers that name neither goals nor interventions."""
_CODES = (
    (r"[1-9][0-9]?\.[1-9][0-9]?", "två tal med punkt emellan (1.2)"),
    (r"[A-ZÅÄÖ]{1,2}[1-9][0-9]?", "bokstav och siffra (M1)"),
    (r"[1-9][0-9]?", "bara ett tal (1)"),
)
_NUMBERS = r"[1-9][0-9]?(?:\.[1-9][0-9]?){0,2}"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a plan is read as with some entries laid over a base."""

    entries: tuple[Entry, ...]
    framework: Framework
    plan: Plan


def find_shape(document: Document, tree: Tree, base: Framework) -> Shape:
    """The way in which most of the plan is read, and at least as much of everything as with the base alone.

    In a tie, the one that states the least. A framework that fits is not asked how it writes its goals.
    """
    words = (*_designations(tree, base), *_goal_labels(tree, base))
    chapters = tuple(_chapters(tree, base))
    plain = _read(document, base, ())
    shapes = [plain]
    forms = tuple(_goal_forms(base)) if base.fallback else ()
    for given in [(), words, chapters, (*words, *chapters)] if words and chapters else [(), (*words, *chapters)]:
        for entries in ((), *forms):
            shape = _read(document, base, (*given, *entries)) if given or entries else None
            if shape is not None and _is_sound(shape) and not is_less(shape.plan, plain.plan):
                shapes.append(shape)
    return max(shapes, key=lambda shape: (score(shape.plan), -len(data_of(shape.entries))))


def is_less(plan: Plan, other: Plan) -> bool:
    """Whether a reading finds fewer areas, goals or interventions than another one."""
    return (
        len(plan.focus_areas) < len(other.focus_areas)
        or len(plan.goals) < len(other.goals)
        or len(plan.interventions) < len(other.interventions)
    )


def score(plan: Plan) -> int:
    """How much a reading says; references that lead nowhere and codes that mean two things speak against it."""
    statuses = Counter(link.status for one in plan.interventions for link in one.links)
    repeated = len(plan.goals) - len({goal.code for goal in plan.goals})
    found = 2 * len(plan.goals) + 2 * len(plan.interventions) + len(plan.focus_areas)
    found += 2 * (statuses[LinkStatus.RESOLVED] + statuses[LinkStatus.BY_TEXT])
    return found - 3 * (statuses[LinkStatus.UNKNOWN] + statuses[LinkStatus.AMBIGUOUS] + repeated)


def _read(document: Document, base: Framework, entries: tuple[Entry, ...]) -> Shape:
    framework = frame(base, data_of(entries)) if entries else base
    return Shape(entries, framework, recognise(document, framework, None))


def _is_sound(shape: Shape) -> bool:
    """Whether goals that are read from headings are told by more than a section's number."""
    if shape.framework.link == "containment":
        return serves_goals(shape.plan)
    linked = any(link.goal for one in shape.plan.interventions for link in one.links)
    forms = shape.framework.goals
    return linked or forms.form == "items" or (forms.form == "coded-lines" and "A-Z" in forms.code)


def _goal_forms(base: Framework) -> Iterator[tuple[Entry, ...]]:
    """The ways to write goals and to link to them that are tried beside the base's own."""
    free = Entry(("goals", "code_follows_area"), value=False, note="koden behöver inte börja med områdets nummer")
    for code, words in _CODES:
        yield Entry(("goals", "code"), code, f"målens kod: {words}"), free
    headings = Entry(("goals", "form"), "headings", "målen är rubriker med nummer")
    numbers = Entry(("goals", "code"), _NUMBERS, "numret i rubriken")
    yield headings, numbers, free
    yield Entry(("goals", "form"), "items", "målen är punkter utan kod under en etikett"), free
    for nested in (False, True):
        for chapter in dict.fromkeys((base.goals.chapter, base.interventions.chapter)):
            yield (
                headings,
                numbers,
                free,
                Entry(("goals", "chapter"), chapter),
                Entry(("goals", "nested"), nested, "målen står i områden" if nested else "målen står i kapitlet"),
                Entry(("link",), "containment", "en åtgärd hör till det mål som den står under"),
                Entry(("interventions", "chapter"), chapter),
                Entry(("interventions", "under_goals"), value=True),
            )


def _designations(tree: Tree, base: Framework) -> Iterator[Entry]:
    """Words before numbers in headings that the base does not know: 'Spår 1 …', 'Spår 2 …'."""
    known = {word.casefold() for word in (*base.goals.designations, *base.interventions.designations, *base.goals.cues)}
    found = Counter(match[1] for one in tree.walk() if (match := _NUMBERED.match(one.heading.title)))
    words = [w for w, n in found.items() if n >= FEWEST and w.casefold() not in known | _OTHERS]
    sorts: dict[tuple[str, str], list[str]] = {}
    for word in words:
        path = ("interventions", "designations") if _has(word, ACTION_STEMS) else ("goals", "designations")
        sorts.setdefault(("goals", "cues") if "mål" in word.casefold() else path, []).append(word)
    for (key, name), new in sorts.items():
        old = getattr(getattr(base, key), name)
        written = [word.casefold() for word in new] if name == "cues" else new
        yield Entry((key, name), (*old, *written), f"ord före numret i rubriker: {', '.join(new)}")


def _goal_labels(tree: Tree, base: Framework) -> Iterator[Entry]:
    """Lines that look like headings, come again and again, and have a word for goals in them: labels over goals."""
    known = {key_of(form) for form in base.goals.labels}
    titles = [clean(one.heading.title) for one in tree.walk() if not one.heading.number]
    found = Counter(title for title in titles if key_of(title) not in known and _is_goal_label(title))
    new = tuple(title for title, count in found.items() if count >= FEWEST)
    if new:
        note = f"etikett över målen: {', '.join(new)}"
        yield Entry(("goals", "labels"), (*base.goals.labels, *new), note)
        if GOALS in base.parts:
            yield Entry(("parts", GOALS, "forms"), (*base.parts[GOALS].forms, *new), note)


def _is_goal_label(title: str) -> bool:
    said = words_of(title)
    return len(said) <= MOST_WORDS and any(word.endswith(("mål", "målen")) for word in said)


def _chapters(tree: Tree, base: Framework) -> Iterator[Entry]:
    """Chapters that may hold the goals or the interventions, where the base knows none by its title."""
    known = find_chapters(tree, base)
    taken = {section.heading.place for section in known.values()}
    for key, stems in ((base.goals.chapter, GOAL_STEMS), (base.interventions.chapter, ACTION_STEMS)):
        if key in known:
            continue
        free = [one for one in outer_sections(tree) if one.heading.place not in taken and len(one.sections) >= FEWEST]
        named = [one for one in free if _has(one.heading.title, stems)]
        if named:
            title = clean(named[0].heading.title)
            taken.add(named[0].heading.place)
            forms = (title, *base.chapters[key].forms)
            note = f"gissat efter ordet i rubriken ”{title}”: kontrollera att det är rätt kapitel"
            yield Entry(("chapters", key, "forms"), forms, note)


def outer_sections(tree: Tree) -> tuple[Section, ...]:
    """The chapters and their sections; the only outermost one may be the title, set as a heading."""
    top = tree.sections[0].sections if len(tree.sections) == 1 else tree.sections
    return tuple(one for section in top for one in (section, *section.sections))


def _has(text: str, stems: Iterable[str]) -> bool:
    return any(word.startswith(tuple(stems)) or word.endswith(tuple(stems)) for word in words_of(text))
