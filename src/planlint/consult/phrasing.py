"""Sentences made comparable, so that those of a plan can be found again in what people ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from planlint.consult.elements import list_elements
from planlint.language.normalise import normalise, words
from planlint.language.sentences import sentences
from planlint.model.plan import Plan
from planlint.model.text import Text

_FEWEST: Final = 2
"""Words that a sentence has to have to tell where it came from; 'Ja' and 'Beslut' stand in many places."""
_CODE: Final = re.compile(r"(\w+(?:\.\w+)*)[.:)]?\s+")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Makes sentences comparable. `codes` are those of elements, which Word's automatic numbers leave out."""

    codes: frozenset[str]

    @classmethod
    def of(cls, *plans: Plan) -> Phrasing:
        """For these plans: numbers such as "2A" and "4.2", but no mere numbers, which begin ordinary sentences."""
        numbers = {normalise(each.number) for plan in plans for each in list_elements(plan) if each.number}
        return cls(frozenset(number for number in numbers if not number.isdigit()))

    def sentences(self, text: str) -> frozenset[str]:
        """Its sentences, those that tell something."""
        lines = (Text("", 0, 0, line) for line in text.split("\n"))
        return self._telling(sentence.text for line in lines for sentence in sentences(line))

    def lines(self, text: str) -> frozenset[str]:
        """Its lines, each as a whole, however short."""
        return frozenset(filter(None, map(self._same, text.split("\n"))))

    def said(self, text: str) -> frozenset[str]:
        """Its lines and their sentences, those that tell something."""
        return self._telling(text.split("\n")) | self.sentences(text)

    def within(self, text: str) -> str:
        """The words of a text in a row, so that it can be asked whether those of another stand among them."""
        return f" {' | '.join(' '.join(words(self._same(line))) for line in text.split(chr(10)))} "

    def of_plan(self, plan: Plan) -> frozenset[str]:
        """All that a plan says."""
        return frozenset().union(*(self.said(text.text) for text in plan.texts))

    def _telling(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(self._same(text) for text in texts if len(words(text)) >= _FEWEST)

    def _same(self, text: str) -> str:
        plain = normalise(text).rstrip(" .:;,")
        code = _CODE.match(plain)
        return plain[code.end() :] if code and code[1] in self.codes else plain
