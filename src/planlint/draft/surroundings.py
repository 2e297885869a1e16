"""What stands around a plan's goals and interventions: its control fields, its actors, its principles, its sorts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from planlint.draft.entry import Entry
from planlint.draft.labels import as_label, key_name
from planlint.draft.yaml import clean
from planlint.language.normalise import normalise, words
from planlint.model.document import Block, Document, Paragraph, Table
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.recognise.lines import cell_text
from planlint.recognise.sections import Tree
from planlint.recognise.statements import build_field_labels

MOST_ACTORS = 15
MOST_FIELDS = 15
LONGEST_LINE = 150
"""Characters; what is longer on a front page is running text (a judgement)."""
FEWEST_TIMES = 2
"""How often an actor is named at least."""

_ACTOR = re.compile(
    r"(?<![\w-])[A-ZÅÄÖa-zåäö][\wåäö-]*?"
    r"(?:srådet|-rådet|-råd|snätverket|snätverk|nämnden|nämnd|styrgruppen|styrgrupp|ledningsgruppen|kommittén|kommitté"
    r"|direktionen|forum|styrelsen|fullmäktige|samverkansgruppen|sekretariatet|kansliet)(?![\w-])"
)
_ENDING = re.compile(r"(?:et|en|n)$")
_DOCUMENTS = ("handlingsplan", "färdplan", "genomförandeplan", "verksamhetsplan", "program", "strategi", "agenda")
_SORTS: Mapping[str, tuple[str, ...]] = {
    "preliminary-study": ("förstudie", "utredning"),
    "project": ("projekt",),
    "pilot": ("pilot",),
    "assignment": ("uppdrag",),
}
_FIELD = re.compile(r"\s*([A-ZÅÄÖ][^:.!?\n\t]{1,50}):\s*\S")


def control_entries(tree: Tree, plan: Plan, base: Framework) -> Iterator[Entry]:
    """What the front page and the headers state of the document itself, as required; labels that the base lacks."""
    stated: dict[str, str] = {}
    for one in plan.control.statements:
        if one.where in {"front", "header"} and one.key != "subtitle":
            stated.setdefault(one.key, f"”{clean(one.text.text)}”")
    if plan.control.versions:
        stated["history"] = f"{len(plan.control.versions)} rader"
    for key, field in base.control.fields.items():
        if key in stated and not field.required:
            yield Entry(("control", "fields", key, "required"), value=True, note=stated[key])
        elif key not in stated and field.required:
            note = f"krävs i {base.name}, men hittades inte"
            yield Entry(("control", "fields", key, "required"), value=False, note=note, on=False)
    yield from _new_fields(tree, base)


def _new_fields(tree: Tree, base: Framework) -> Iterator[Entry]:
    """Labels on the front page that the base does not know."""
    labels = build_field_labels(base.control, base.placeholders)
    taken = set(base.control.fields)
    for form in dict.fromkeys(_front_labels(tree.front)):
        if labels.key(form) is None and len(taken) < len(base.control.fields) + MOST_FIELDS:
            name = key_name(form, taken)
            taken.add(name)
            said = form[0].lower() + form[1:]
            yield Entry(("control", "fields", name, "title"), {"sv": said, "en": said}, "ny uppgift på framsidan")
            yield Entry(("control", "fields", name, "forms"), (form,))
            yield Entry(("control", "fields", name, "required"), value=True)


def _front_labels(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What stands as a label on the front page: before a colon, or in the first of two columns."""
    for block in blocks:
        forms: list[str] = []
        if isinstance(block, Paragraph):
            found = _FIELD.match(block.text) if len(block.text) <= LONGEST_LINE else None
            forms = [found[1]] if found else []
        elif isinstance(block, Table):
            forms = [cell_text(row.cells[0]) for row in block.rows if len(row.cells) == 2]  # noqa: PLR2004 - label, value
        yield from filter(None, map(as_label, forms))


def actor_entries(plan: Plan, base: Framework) -> Iterator[Entry]:
    """Councils, networks, boards and groups that the plan names more than once and that the base does not know."""
    known = {normalise(form) for actor in base.actors.values() for form in actor.forms}
    found: dict[str, Counter[str]] = {}
    for text in plan.texts:
        for match in _ACTOR.finditer(text.text):
            form = clean(match[0])
            if normalise(form) not in known:
                found.setdefault(_ENDING.sub("", normalise(form)), Counter())[normalise(form)] += 1
    ranked = sorted(found.values(), key=lambda forms: -forms.total())
    taken = set(base.actors)
    for forms in ranked[:MOST_ACTORS]:
        if forms.total() >= FEWEST_TIMES:
            title = forms.most_common(1)[0][0]
            name = key_name(title, taken).replace("_", "-")
            taken.add(name)
            yield Entry(("actors", name, "title"), {"sv": title, "en": title}, f"nämns {forms.total()} gånger")
            yield Entry(("actors", name, "forms"), tuple(sorted(forms)))


def sort_entries(plan: Plan, base: Framework) -> Iterator[Entry]:
    """The sorts of interventions, where the plan tells of more than one and the base of none."""
    if base.interventions.kinds:
        return
    told: Counter[str] = Counter()
    for one in plan.interventions:
        said = words(" ".join((one.heading.title, *(item.text for item in one.items("kind")))))
        told.update(sort for sort, stems in _SORTS.items() if any(word.startswith(stems) for word in said))
    if len(told) > 1:
        for sort, count in told.items():
            yield Entry(("interventions", "kinds", sort), _SORTS[sort], f"{count} insatser")


def principle_entries(
    document: Document, base: Framework, framework: Framework, sets: Mapping[str, PrincipleSet]
) -> Iterator[Entry]:
    """The set of principles that the plan lists or that its interventions refer to, where the base has none."""
    for name, facts in sets.items() if base.principle_set is None else ():
        plan = recognise(document, framework, facts)
        listed = len(plan.principles)
        referring = sum(any(not each.loose for each in one.principles) for one in plan.interventions)
        if 2 * listed >= len(facts.principles) or 2 * referring >= max(1, len(plan.interventions)):
            note = f"{listed} principer i planens lista, {referring} insatser hänvisar till dem"
            yield Entry(("principle_set",), name, note)


def title_entries(plan: Plan, base: Framework) -> Iterator[Entry]:
    """The document's title; what it calls itself there, where the base fits any document."""
    if plan.control.title:
        yield Entry(("title",), clean(plan.control.title.text))
    title = normalise(plan.control.title.text) if plan.control.title and base.fallback else ""
    own = next((word for word in _DOCUMENTS if word in title), None)
    if own and own not in map(normalise, base.titles):
        yield Entry(("titles",), (*base.titles, own), "ordet i dokumentets egen titel")
