"""Which part of the plan a label names, after normalisation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planlint.language.normalise import label_key
from planlint.model.framework import Framework, Label

LONGEST_LABEL = 80
"""Characters; a longer line is running text whatever it begins with (a judgement, three times the longest form)."""

_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?\s*$")


@dataclass(frozen=True, slots=True)
class Labels:
    """The framework's labels of an intervention's parts and fields, by key of comparison."""

    full: dict[str, str]
    short: dict[tuple[str, str], str]
    within: dict[str, str]
    """The part that a division divides, by the division's key."""
    fields: frozenset[str]
    """The keys that are fields, not parts."""

    def match(self, text: str, inside: str | None = None) -> str | None:
        """The part's key that the whole text is a label of; `inside` is the part in which it stands."""
        if len(text) > LONGEST_LABEL:
            return None
        key = label_key(text)
        found = self.full.get(key) or self.full.get(label_key(_ASIDE.sub("", text)))
        return found or self.short.get((self.within.get(inside or "", inside or ""), key))

    def split(self, text: str, inside: str | None = None) -> tuple[str, int] | None:
        """For 'Label: words' on one line: the part's key and where the words begin."""
        colon = text.find(":", 0, LONGEST_LABEL)
        if colon < 1:
            return None
        key = self.match(text[:colon], inside)
        return (key, colon + 1) if key else None

    def any_label(self, text: str) -> bool:
        """Whether the text is a label of some part, wherever it may stand."""
        key = label_key(text) if len(text) <= LONGEST_LABEL else ""
        return bool(key) and (self.match(text) is not None or any(short == key for _, short in self.short))


def build_labels(framework: Framework) -> Labels:
    """The labels of the framework's parts and fields."""
    every: dict[str, Label] = {**framework.parts, **framework.fields}
    return Labels(
        full={label_key(form): key for key, label in every.items() for form in label.forms},
        short={
            (label.within, label_key(form)): key
            for key, label in every.items()
            if label.within
            for form in label.short_forms
        },
        within={key: label.within for key, label in every.items() if label.within},
        fields=frozenset(framework.fields),
    )
