"""A walk through a form from top to bottom: who answers, then row by row what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from planlint.consult.answers.forms.columns import LANGUAGES, Columns, find_columns, find_field
from planlint.consult.answers.forms.lines import Line
from planlint.consult.answers.forms.places import Places
from planlint.consult.answers.forms.rows import View, read_loose, read_row
from planlint.consult.cells import DIGITS
from planlint.consult.form import HeadField, tell_kinds
from planlint.language.normalise import label_key, normalise
from planlint.texts import say
from planlint.texts.answer_form import ANSWER_FORM

_DIGEST: Final = rf"\s*([0-9a-f]{{{DIGITS}}})\b"


class Walk:
    """What has been read of a form by now. `digest` is the one of the plan that it was made from, '' for none."""

    def __init__(self, places: Places) -> None:
        self.views: list[View] = []
        self.head: dict[HeadField, str] = {}
        self.asides: list[str] = []
        self.digest = ""
        self._places = places
        self._columns: Columns | None = None

    def take_table(self, lines: Sequence[Line]) -> None:
        """Read a table: rows of views below its head; one without a head goes on with that of the table before."""
        for at, line in enumerate(lines):
            columns = find_columns(line)
            if columns:
                self.take_beside(lines[:at])
                self._columns = columns
                self._take_rows(lines[at + 1 :], columns)
                return
        if self._columns and self._goes_on(lines, self._columns):
            self._take_rows(lines, self._columns)
        else:
            self.take_beside(lines)

    def take_beside(self, lines: Iterable[Line]) -> None:
        """Read what stands in no row of views: who answers, the form's own words, and what people have added.

        Above the first row that is no view: a municipality writes there where to send the form. Below it is.
        """
        for line in filter(None, lines):
            self._find_digest(line.words)
            if self._take_field(line) or _is_own(line) or line.heading or self._places.names(line.words):
                continue
            if self._columns:
                self.views.append(read_loose(line, self._places))
            else:
                self.asides.append(line.words)

    def _take_rows(self, lines: Iterable[Line], columns: Columns) -> None:
        for line in filter(None, lines):
            view = read_row(line, columns, self._places)
            if view:
                self.views.append(view)
                self.asides += view.spare

    def _goes_on(self, lines: Sequence[Line], columns: Columns) -> bool:
        return any(self._places.knows(columns.read(line)["id"]) for line in lines)

    def _take_field(self, line: Line) -> bool:
        """Read who answers, where the line says it: a label and its value, in cells of their own or after a colon."""
        label, *values = [box.words for box in line.boxes]
        if not any(values) and ":" in label:
            label, _, value = label.partition(":")
            values = [value]
        field = find_field(label)
        if field is None:
            return False
        value = " ".join(" ".join(values).split())
        if value:
            self.head.setdefault(field, value)
            self.asides.append(f"{label.strip(' :')}: {value}")
        return True

    def _find_digest(self, words: str) -> None:
        for language in LANGUAGES:
            label = re.escape(normalise(say("form-checksum", language, digest="")))
            found = re.search(label + _DIGEST, normalise(words))
            if found:
                self.digest = found[1]


def _is_own(line: Line) -> bool:
    """Whether each cell of the line has only words that a form has from the beginning."""
    whole, beginnings = _own_words()
    keys = [label_key(box.words) for box in line.boxes if box.words]
    return all(key in whole or key.startswith(beginnings) for key in keys)


@cache
def _own_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The form's own texts, and the beginnings of those that say something else in each form."""
    texts = [text.partition("{") for pair in ANSWER_FORM.values() for text in pair]
    whole = {label_key(text) for text, hole, _ in texts if not hole}
    for language in LANGUAGES:
        for kind, meaning in tell_kinds(language):
            whole |= {label_key(kind), label_key(say("form-kind", language, kind=kind, meaning=meaning))}
    return frozenset(whole), tuple(key for text, hole, _ in texts if hole and (key := label_key(text)))
