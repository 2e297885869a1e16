"""Whether an intervention's words fit the goals that it refers to: a guess, since authors choose links, not words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.links import PART
from planlint.checks.quoting import MOST
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.pipeline import key_words
from planlint.language.stems import stem, stems
from planlint.model.finding import Hit
from planlint.model.plan import Intervention
from planlint.model.rule import Strict

KeyWords = dict[str, dict[str, str]]
"""By goal's code: the stems of its key words, and the words themselves."""


class FitOptions(Strict):
    """`common`: a word that stands in more than this share of the goals tells nothing of any of them.

    `margin`: how much larger the share of its key words must be for another goal to fit better.
    """

    common: float
    margin: float


def suspect_goal_link(node: Intervention, scope: Scope, options: FitOptions) -> Iterator[Hit]:
    """A goal whose key words are nowhere in the intervention, or another goal that fits it better.

    Silent where interventions stand under their goals: the author has placed them there, and need not repeat its words.
    """
    linked = {link.goal.code: link for link in node.links if link.goal}
    if not linked or scope.framework.link != "code":
        return
    said = _words_beside_goals(node)
    keys = scope.table(goal_key_words, options)
    shares = {code: sum(f" {key}" in said for key in own) / len(own) for code, own in keys.items() if own}
    for code, link in linked.items():
        if shares.get(code) == 0:
            words = {"title": node.heading.title, "code": code, "words": ", ".join(keys[code].values())}
            yield Hit(link.place, "absent", words)
    best = max(shares, key=lambda code: shares[code], default="")
    if best and best not in linked and shares[best] > max(shares.get(code, 0) for code in linked) + options.margin:
        shared = ", ".join([word for key, word in keys[best].items() if f" {key}" in said][:MOST])
        named = {"title": node.heading.title, "code": best, "linked": ", ".join(linked), "words": shared}
        yield Hit(next(iter(linked.values())).place, "better", named, suggestion=best)


def _words_beside_goals(node: Intervention) -> str:
    """The stems of all that the intervention says, but for its goal part, a blank before each."""
    goals = {(item.part, item.paragraph) for item in node.items(PART)}
    return "".join(
        f" {one}" for text in node.texts if (text.part, text.paragraph) not in goals for one in stems(text.text)
    )


def goal_key_words(scope: Scope, options: FitOptions) -> KeyWords:
    """The key words of every goal, without those that many goals share."""
    found = {goal.code: {stem(word): word for word in key_words(goal.text.text)} for goal in scope.plan.goals}
    counts = Counter(key for own in found.values() for key in own)
    most = options.common * len(found)
    return {code: {key: word for key, word in own.items() if counts[key] <= most} for code, own in found.items()}


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "suspect_goal_link": CheckSpec(
            suspect_goal_link,
            Intervention,
            {"absent": holes("title", "code", "words"), "better": holes("title", "code", "linked", "words")},
            FitOptions,
        ),
    }
)
"""By the names that rule files use."""
