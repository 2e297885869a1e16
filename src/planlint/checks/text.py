"""Texts held against each other: a goal and its copies, items of one part, benefits and goals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planlint.checks.links import likeness, likest_goal
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.goal_codes import split_code
from planlint.language.normalise import normalise, same_words, word_diff, words
from planlint.language.stems import content_stems
from planlint.model.finding import Hit
from planlint.model.plan import Goal, Intervention, LinkStatus
from planlint.model.rule import Strict
from planlint.model.text import Text

LONGEST_DIFF = 2_000
"""Characters of either text that a word diff looks at: its time grows with the square of them."""

_CONTEXT = 2  # words kept on either side of a change
_CHANGE = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")
_ENDS = " .:;,"
_FIGURES = re.compile(r"\d+(?:[ \u00a0.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


class DriftOptions(Strict):
    """From what share of equal characters, 0–100, a text counts as a goal's.

    `linked`: after the goal's code in an intervention; `elsewhere`: after it elsewhere in the plan; `other`: as the
    text of another goal than the one whose code it stands after.
    """

    linked: int
    elsewhere: int
    other: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """A goal's text where it is repeated; `intervention` is None outside the interventions' goal parts."""

    text: Text
    intervention: Intervention | None = None


def goal_copies(scope: Scope) -> dict[str, list[_Copy]]:
    """Where goals' texts are repeated, by code: in links from interventions, then anywhere else after the code.

    Not for a code that is defined twice: nobody can tell which text is right.
    """
    copies: dict[str, list[_Copy]] = defaultdict(list)
    taken = {(goal.text.part, goal.text.paragraph) for goal in scope.plan.goals}
    for intervention in scope.plan.interventions:
        for link in intervention.links:
            taken.update((text.part, text.paragraph) for text in (link.place, link.text) if text)
            if link.status is LinkStatus.RESOLVED and link.goal and link.text:
                copies[link.goal.code].append(_Copy(link.text, intervention))
    for code, text in _coded_texts(scope):
        if (text.part, text.paragraph) not in taken:
            copies[code].append(_Copy(text))
    return copies


def _coded_texts(scope: Scope) -> Iterator[tuple[str, Text]]:
    """Texts of the plan that stand after a goal's code, in the same paragraph or the next cell."""
    defined = Counter(goal.code for goal in scope.plan.goals)
    codes, texts = tuple(code for code, times in defined.items() if times == 1), scope.plan.texts
    for index, text in enumerate(texts):
        if not codes or not text.text.lstrip().startswith(codes):
            continue
        found = split_code(text.text, scope.framework.goals.code)
        if found and found[0] in codes:
            rest = text.cut(found[1]).strip()
            for copy in (rest,) if rest else texts[index + 1 : index + 2]:
                yield found[0], copy


def drifted_goal(node: Goal, scope: Scope, options: DriftOptions) -> Iterator[Hit]:
    """A place where the goal's text is repeated in other words. The code's separator and the end do not count."""
    for copy in scope.table(goal_copies).get(node.code, ()):
        told = (copy.intervention and not _is_note(copy.text)) or _is_copy(copy, node, options)
        if told and not same_words(copy.text.text, node.text.text):
            yield _drift(copy, node, scope, options)


def _is_note(text: Text) -> bool:
    """Whether all that stands after a code is a note in parentheses: 'Mål 3C (arkivfrågor)'."""
    return text.text.startswith("(") and text.text.rstrip(_ENDS).endswith(")") and text.text.count("(") == 1


def _is_copy(copy: _Copy, goal: Goal, options: DriftOptions) -> bool:
    return likeness(copy.text.text, goal.text.text) >= options.elsewhere


def _drift(copy: _Copy, goal: Goal, scope: Scope, options: DriftOptions) -> Hit:
    """What to say of a copy: that it differs, that it is another goal's text, or that it cannot be told."""
    differs: dict[str, str] = {"code": goal.code, "diff": changes(goal.text.text, copy.text.text)}
    related, right = (goal.text,), goal.text.text
    if copy.intervention is None:
        return Hit(copy.text, "elsewhere", differs, related, right)
    named = {"code": goal.code, "title": copy.intervention.heading.title}
    own = likeness(copy.text.text, goal.text.text)
    other = likest_goal(copy.text.text, scope, max(options.other, own + 1))
    if other and other.code != goal.code:
        return Hit(copy.text, "other", {**named, "other": other.code}, (goal.text, other.text), right)
    if own < options.linked and not is_piece(copy.text, goal.text):
        return Hit(copy.text, "unlike", named, related, undecided=True)
    return Hit(copy.text, words={**named, **differs}, related=related, suggestion=right)


def is_piece(one: Text, other: Text) -> bool:
    """Whether one text holds the other: a goal cut short, or a goal with more after it."""
    shorter, longer = sorted((normalise(one.text).rstrip(_ENDS), normalise(other.text).rstrip(_ENDS)), key=len)
    return shorter in longer


def changes(old: str, new: str) -> str:
    """A word diff that leaves out what counts as equal and long stretches between changes: '… i [-de-] {+sina+} …'."""
    before, after = old.strip()[:LONGEST_DIFF].rstrip(_ENDS), new.strip()[:LONGEST_DIFF].rstrip(_ENDS)
    written = set(before.split())
    spelling = {normalise(word): word for word in before.split()}
    after = " ".join(word if word in written else spelling.get(normalise(word), word) for word in after.split())
    diff = word_diff(before, after)
    pieces = [piece.split() for piece in _CHANGE.split(diff)]
    for index in range(0, len(pieces), 2):
        pieces[index] = _nearest_words(pieces[index], first=index == 0, last=index == len(pieces) - 1)
    return " ".join(word for piece in pieces for word in piece)


def _nearest_words(piece: list[str], *, first: bool, last: bool) -> list[str]:
    """A stretch without changes: the words nearest to the changes on either side of it."""
    head = [] if first else piece[:_CONTEXT]
    tail = [] if last else piece[-_CONTEXT:]
    return piece if len(piece) <= len(head) + len(tail) else [*head, "…", *tail]


def repeated_item(node: Intervention, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    """An item that has already been said in the same part."""
    for part in node.parts:
        first: dict[str, Text] = {}
        for item in part.items:
            key = normalise(item.text).rstrip(_ENDS)
            if key in first and words(key):
                named = {"title": node.heading.title, "label": part.label.text, "quote": excerpt(item.text)}
                yield Hit(item, words=named, related=(first[key],))
            first.setdefault(key, item)


class RestatementOptions(Strict):
    """`parts`: where the benefits stand; `change_words`: words that say how much, not what; `least`: content words."""

    parts: tuple[str, ...]
    change_words: tuple[str, ...]
    least: int = 2


def restated_goal(node: Intervention, _scope: Scope, options: RestatementOptions) -> Iterator[Hit]:
    """A benefit whose every content word and size is in a goal that the intervention refers to."""
    linked = {link.goal.code: link.goal for link in node.links if link.goal}
    goals = [(goal, content_stems(goal.text.text)) for goal in linked.values()]
    change = content_stems(" ".join(options.change_words))
    for item in (item for key in options.parts for item in node.items(key)):
        said = content_stems(item.text) - change
        restated = next((one for one, meaning in goals if said <= meaning and _sizes(item) <= _sizes(one.text)), None)
        if restated and len(said) >= options.least:
            named = {"title": node.heading.title, "quote": excerpt(item.text), "code": restated.code}
            yield Hit(item, words=named, related=(restated.text,))


def _sizes(text: Text) -> frozenset[str]:
    """The figures of a text: a benefit with a size of its own says more than the goal; with a year, only when."""
    return frozenset(figure for figure in _FIGURES.findall(text.text) if not _YEAR.fullmatch(figure))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "drifted_goal": CheckSpec(
            drifted_goal,
            Goal,
            {
                "default": holes("code", "title", "diff"),
                "elsewhere": holes("code", "diff"),
                "other": holes("code", "title", "other"),
                "unlike": holes("code", "title"),
            },
            DriftOptions,
        ),
        "repeated_item": CheckSpec(repeated_item, Intervention, {"default": holes("title", "label", "quote")}),
        "restated_goal": CheckSpec(
            restated_goal, Intervention, {"default": holes("title", "quote", "code")}, RestatementOptions
        ),
    }
)
"""By the names that rule files use."""
