"""Which field of a project card a line names, and which words stand beside the label."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from planlint.language.normalise import words
from planlint.model.forms.card import CardForms
from planlint.model.framework import Framework, Label
from planlint.model.text import Text
from planlint.model.words import Words
from planlint.recognise.labels import LONGEST_LABEL, Labels, build_labels

_UNSURE: Final = frozenset({"title", "number"})
"""Fields whose labels are ordinary words, and count only with something that parts them from the value."""

BOUNDS: Final = frozenset({"start", "end"})
"""The keys of the fields that divide the period."""

_SHORT: Final = 8
"""Words in a line that may be a label and its value though the value begins with a small letter (a judgement)."""

_RUN_TOGETHER: Final = 3
"""Labels in one line from which it is several typed lines that were run together (a judgement)."""

_LEADS = " .:–—-\t\n"


@dataclass(frozen=True, slots=True)
class LabelFound:
    """A label: its field's key ('' where the framework does not know it), itself, and its value on the same line."""

    key: str
    label: Text
    value: Text | None = None


@dataclass(frozen=True, slots=True)
class CardLabels:
    """The labels of the card's fields.

    `begun` finds one at the beginning of a line with nothing to part it from its value, `inside` one in running text.
    """

    labels: Labels
    begun: re.Pattern[str]
    inside: re.Pattern[str]
    keys: frozenset[str]
    """The keys of all fields."""

    def any_label(self, text: str) -> bool:
        """Whether the whole text is a label."""
        return self.labels.any_label(text)

    def near(self, text: str) -> str | None:
        """The field whose label stands in a longer one, for what surely is a label."""
        return self.labels.near(text)

    def run_in(self, text: str, set_off: int) -> tuple[int, int] | None:
        """For a line that begins in bold: where the label that this may be ends, and where words begin."""
        return self.labels.run_in(text, set_off) if set_off < len(text) else None

    def whole(self, content: Text) -> LabelFound | None:
        """The label that the whole text is."""
        key = self.labels.match(content.text.rstrip())
        return LabelFound(key, content.strip(_LEADS)) if key else None

    def beside(self, content: Text, set_off: int = 0, known: Collection[str] = ()) -> LabelFound | None:
        """The label that a text begins with, and the value after it: 'Insatstyp: Förstudie', 'Insatstyp Förstudie'.

        Without anything to part them, only for a field that is not `known` yet, and where what follows looks like a
        value; `set_off` counts the characters in front that are bold.
        """
        split = self.labels.split(content.text, None, set_off)
        if split is not None:
            return LabelFound(split[0], content.cut(0, split[1]).strip(_LEADS), content.cut(split[2]).strip() or None)
        found = self.begun.match(content.text[:LONGEST_LABEL])
        key = self.labels.match(found[0]) if found else None
        if found is None or key is None or key in known or not _is_value(content.text[found.end() :], content.text):
            return None
        return LabelFound(key, content.cut(0, found.end()).strip(), content.cut(found.end()).strip())

    def begins(self, text: str) -> bool:
        """Whether a line is or begins with a label."""
        return self.of_line(Text("", 0, 0, text)) is not None

    def cut(self, content: Text) -> list[Text]:
        """The typed lines that a line is: Markdown runs lines together that have no empty line between them."""
        if self.beside(content) is None:
            return [content]
        begins: dict[str, int] = {}
        for found in self.inside.finditer(content.text):
            key = self.labels.match(found["label"])
            if key and key not in begins:
                begins[key] = found.start("label")
        if len(begins) < _RUN_TOGETHER or min(begins.values()) > 0:
            return [content]
        starts = sorted(begins.values())
        return [content.cut(start, end).strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]

    def of_line(self, content: Text) -> LabelFound | None:
        """The label that a line is or begins with."""
        return self.whole(content) or self.beside(content)


def _is_value(rest: str, line: str) -> bool:
    """Whether what follows a label on its line is a value, not the rest of a sentence."""
    first = rest.lstrip(' \t\u00a0”"(')[:1]
    return first.isupper() or first.isdigit() or (len(words(line)) <= _SHORT and not line.rstrip().endswith("."))


def build_card_labels(forms: CardForms) -> CardLabels:
    """The labels of the framework's card."""
    fields = {key: Label(title=one.title, forms=one.forms) for key, one in forms.fields.items()}
    nothing = Words(sv="", en="")
    framework = Framework(name="card", title=nothing, parts={}, fields=fields)
    begun = re.compile(rf"\s*(?:{_any_of(forms, _UNSURE)})(?=\s+[^\s–—-])", re.IGNORECASE)
    inside = re.compile(rf"(?<!\S)(?P<label>{_any_of(forms, _UNSURE | BOUNDS)})(?::|(?=\s+[A-ZÅÄÖ\d]))")
    return CardLabels(build_labels(framework, lambda _: False), begun, inside, frozenset(fields))


def _any_of(forms: CardForms, without: frozenset[str]) -> str:
    """An expression for the labels of all fields but some, the longest first."""
    plain = (form for key, one in forms.fields.items() if key not in without for form in one.forms)
    longest = sorted(plain, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest) or r"(?!)"
