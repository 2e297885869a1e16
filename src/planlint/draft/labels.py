"""The labels of a plan's interventions: which of the known ones they have, and which others come again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from planlint.draft.entry import Entry
from planlint.draft.yaml import clean
from planlint.model.framework import Framework
from planlint.model.plan import Intervention, Plan
from planlint.recognise.keys import key_of, words_of
from planlint.recognise.labels import GOALS, build_labels
from planlint.recognise.link import coded_by

NEARLY_ALL = 0.8
"""The share of interventions that have a part which is then required (a judgement; with few, all but one)."""

LONGEST = 50
MOST_WORDS = 5
"""What is longer is no label (a judgement)."""

_RUN_IN = re.compile(r"\s*([A-ZÅÄÖ][^:.!?\n\t]{1,60}):(?:\s|$)")
_TRANSLATED = str.maketrans("åäöéü", "aaoeu")


def label_entries(plan: Plan, base: Framework) -> Iterator[Entry]:
    """Known labels, as required where nearly all interventions have them; other cases as comments."""
    total = len(plan.interventions)
    if not total:
        return
    written = _written(plan.interventions)
    for sort, labels in (("parts", base.parts), ("fields", base.fields)):
        for key, label in labels.items():
            if key == GOALS and base.link == "containment":
                continue
            having = sum(_has(one, key) for one in plan.interventions)
            seen = f"i {having} av {total} insatser{_quoted(written.get(key))}"
            if label.required and not nearly_all(having, total):
                note = f"krävs i {base.name}, men finns {seen}"
                yield Entry((sort, key, "required"), value=False, note=note, on=False)
            elif having and not label.required:
                note = seen if nearly_all(having, total) else f"bara {seen}"
                yield Entry((sort, key, "required"), value=True, note=note, on=nearly_all(having, total))


def nearly_all(having: int, total: int) -> bool:
    """Whether so many of them have something that it seems to be meant for all."""
    return having == total or having >= max(2, total - 1) or having >= NEARLY_ALL * total > 1


def _has(one: Intervention, key: str) -> bool:
    return bool(one.part(key) or (key == "background" and one.background) or (key == GOALS and one.links))


def _written(interventions: Iterable[Intervention]) -> dict[str, Counter[str]]:
    """How each label is written, and how often."""
    found: dict[str, Counter[str]] = {}
    for part in (part for one in interventions for part in one.parts):
        found.setdefault(part.key, Counter())[clean(part.label.text).rstrip(" :")] += 1
    return found


def _quoted(forms: Counter[str] | None) -> str:
    """The forms of a label, the most common first; how often each, where there are several."""
    if not forms:
        return ""
    if len(forms) == 1:
        return f", ”{next(iter(forms))}”"
    return ", skriven " + ", ".join(f"”{form}” ({count})" for form, count in forms.most_common(4))


def new_labels(plan: Plan, base: Framework) -> Iterator[Entry]:
    """Labels that the base does not know and that at least half of the interventions have, as fields of their own.

    One with a word for goals is taken for what refers to them, where interventions refer to goals.
    """
    total = len(plan.interventions)
    found = _unknown(plan, base)
    taken = {*base.parts, *base.fields}
    for held in found.values():
        having = len(held)
        if having < max(2, (total + 1) // 2):
            continue
        written = Counter(form for forms in held.values() for form in forms)
        forms = tuple(form for form, _ in written.most_common(4))
        seen = f"i {having} av {total} insatser{_quoted(written)}"
        if base.link == "code" and GOALS in base.parts and any("mål" in word for word in words_of(forms[0])):
            yield Entry(("parts", GOALS, "forms"), (*forms, *base.parts[GOALS].forms), f"etikett över målen, {seen}")
            continue
        name = key_name(forms[0], taken)
        taken.add(name)
        yield from _field(name, forms, seen, required=nearly_all(having, total))


def _field(name: str, forms: tuple[str, ...], seen: str, *, required: bool) -> Iterator[Entry]:
    words = forms[0][0].lower() + forms[0][1:]
    note = f"ny etikett, {seen}: behåll, byt namn eller stryk"
    yield Entry(("fields", name, "title"), {"sv": words, "en": words}, note)
    yield Entry(("fields", name, "forms"), forms)
    yield Entry(("fields", name, "required"), value=True, on=required)


def _unknown(plan: Plan, base: Framework) -> dict[str, dict[int, list[str]]]:
    """The forms of labels that the base does not know: by what they are compared by, and by intervention."""
    labels = build_labels(base, coded_by(base.goals))
    unplaced: dict[str, list[str]] = {}
    for each in plan.unplaced:
        unplaced.setdefault(each.intervention, []).append(each.label.text)
    found: dict[str, dict[int, list[str]]] = {}
    for index, one in enumerate(plan.interventions):
        for form in _labels_in(one, unplaced.get(one.id, [])):
            if labels.match(form) is None and labels.near(form) is None:
                found.setdefault(key_of(form), {}).setdefault(index, []).append(form)
    return found


def _labels_in(one: Intervention, unplaced: list[str]) -> Iterator[str]:
    """What may be a label in an intervention: headings and cells that recognition took for one, and 'Words:'."""
    forms = unplaced + [found[1] for text in one.texts if (found := _RUN_IN.match(text.text))]
    yield from filter(None, map(as_label, forms))


def as_label(text: str) -> str | None:
    """The text as a label is written, if it is short enough for one and begins with a letter."""
    form = clean(text).rstrip(" :")
    fits = 1 < len(form) <= LONGEST and len(words_of(form)) <= MOST_WORDS and form[0].isalpha()
    return form if fits else None


def key_name(words: str, taken: Iterable[str] = (), otherwise: str = "falt") -> str:
    """A key made of words: small letters of the English alphabet and figures, an underscore between.

    `otherwise` is for words that have none of these.
    """
    name = re.sub(r"[^a-z0-9]+", "_", words.lower().translate(_TRANSLATED)).strip("_") or otherwise
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}_{number}", number + 1
    return unique
