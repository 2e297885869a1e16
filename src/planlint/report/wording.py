"""A finding's message as it reads in its place: under its section's heading, or once for several findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from planlint.language.normalise import normalise
from planlint.language.sentences import sentences
from planlint.model.finding import Finding
from planlint.model.text import Text
from planlint.report.printable import printable

_NAMED: Final = re.compile(r"\b(insatsen|intervention) [”“]([^”]+)”", re.IGNORECASE)
"""An intervention named in a message, as the rules' messages write it."""
_QUOTED: Final = re.compile(r"[”“]([^”]+)”")
_GAP: Final = "…"


def under_heading(message: str, section: str) -> str:
    """The message without the intervention's name where it stands under that very name."""
    heading = printable(section)

    def without_name(match: re.Match[str]) -> str:
        return match[1] if heading.endswith(printable(match[2])) else match[0]

    return _NAMED.sub(without_name, message) if heading else message


def first_sentence(text: str) -> str:
    """The text's first sentence; all of a text without an end to it."""
    return _sentences(text)[0]


def later_sentences(text: str) -> str:
    """What stands after the first sentence."""
    return " ".join(_sentences(text)[1:])


def shared_beginning(findings: Iterable[Finding]) -> str:
    """The first sentence that the findings have in common, '…' for what is each one's own; '' where there is none."""
    listed = list(findings)
    for nameless in (_without_name, _without_words):
        beginnings = {nameless(finding) for finding in listed}
        if len(beginnings) == 1:
            return beginnings.pop()
    return ""


def _without_name(finding: Finding) -> str:
    """The message's first sentence without the name of what it is about."""
    name = finding.subject.words
    sentence = under_heading(first_sentence(finding.message), name)
    return sentence.replace(name, _GAP) if name else sentence


def _without_words(finding: Finding) -> str:
    """The same without the author's words too, nor the code of what it is about."""
    own = [normalise(words) for words in (finding.subject.words, finding.location.place.text)]

    def hidden(match: re.Match[str]) -> str:
        beginning = normalise(match[1].removesuffix(_GAP)).strip()
        return match[0][0] + _GAP + match[0][-1] if any(words.startswith(beginning) for words in own) else match[0]

    sentence = _QUOTED.sub(hidden, _without_name(finding))
    if finding.subject.id:
        sentence = re.sub(rf"(?<!\w){re.escape(finding.subject.id)}(?!\w)", _GAP, sentence)
    return re.sub(rf": [”“]{_GAP}”\.?$", "", sentence)


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(Text("", 0, 0, text))] or [""]
