"""Suppressions that accept nothing: without a reason, out of date, or no longer needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, get_args

from planlint.checks.scope import CheckSpec, NoOptions, Scope, holes
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.plan import Plan
from planlint.model.suppression import Unused, UnusedCase


def unused_suppression(_node: Plan, scope: Scope, _options: NoOptions) -> Iterator[Hit]:
    """A hit for each suppression in the document that accepts nothing, at the words that it stands on."""
    return hits_of(scope.unused)


def hits_of(unused: Iterable[Unused]) -> Iterator[Hit]:
    """The hits. What the configuration accepts is known again by the rule and the subject that it names."""
    for each in unused:
        if not each.file:
            yield Hit(each.place, each.case, {"words": each.words, "rules": ", ".join(each.rules)})
            continue
        named = " ".join((*each.rules, f"({each.subject})" if each.subject else "")).strip()
        until = str(each.until or "")
        words: dict[str, HitWords] = {"named": named, "file": each.file, "line": each.line, "until": until}
        yield Hit(each.place, each.case, words, subject=Subject("document", "", named))


_IN_COMMENT: Final = holes("words", "rules")
_IN_SETTING: Final = holes("named", "file", "line", "until")

SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unused_suppression": CheckSpec(
            unused_suppression,
            Plan,
            {case: _IN_SETTING if case.startswith("setting") else _IN_COMMENT for case in get_args(UnusedCase)},
            last=True,
        ),
    }
)
"""By the names that rule files use."""
