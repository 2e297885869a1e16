"""A finding's message as it reads in its place: under its section's heading, or once for several findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from planlint.language.normalise import normalise
from planlint.language.sentences import sentences
from planlint.model.finding import Finding, Location
from planlint.model.text import Text
from planlint.report.passage import is_whole
from planlint.report.printable import printable

_NAMED: Final = re.compile(r"\b(insatsen|intervention) [”“]([^”]+)”", re.IGNORECASE)
"""An intervention named in a message, as the rules' messages write it."""
_QUOTED: Final = re.compile(r"[”“]([^”]+)”")
_GAP: Final = "…"
BEGINNING: Final = 32
"""Characters by which a reader knows a text again."""
READ: Final = 4_000
"""Characters of a message that are looked through: longer than any that rules write of a plan that people write."""
SENTENCE: Final = 60
"""Characters from which words that a message quotes can be found without the paragraph around them."""


def under_heading(message: str, section: str) -> str:
    """The message without the intervention's name where it stands under that very name."""
    heading = printable(section)

    def without_name(match: re.Match[str]) -> str:
        return match[1] if heading.endswith(printable(match[2])) else match[0]

    return _NAMED.sub(without_name, message) if heading else message


def says(message: str, words: str) -> bool:
    """Whether the message already has the words, or the beginning of long ones; no words are always said."""
    beginning = normalise(words.lstrip()[: 2 * BEGINNING])[:BEGINNING]
    return beginning.rstrip(" .:;,") in normalise(message[:READ])


def is_heading(location: Location) -> bool:
    """Whether the words are the very heading that the finding is shown under, or none: they need not be said twice."""
    words = location.place.text
    return not words.strip() or any(
        above.endswith(words) and not any(map(str.isalpha, above[: -len(words)])) for above in location.path[-1:]
    )


def needs_quoting(location: Location, told: str, paragraph: Text) -> bool:
    """Whether the words are to be shown beside what is `told`: not where they are the heading, or all said already."""
    if is_heading(location):
        return False
    words = location.place.text
    alone = len(words) > SENTENCE or is_whole(location.place, paragraph)
    return not (alone and says(told, words))


def new_suggestion(finding: Finding) -> str:
    """What might stand there instead; '' where there is nothing, or the finding says it already."""
    suggestion = finding.suggestion or ""
    known = (finding.message, *(each.place.text for each in finding.related))
    return "" if any(says(each, suggestion) for each in known) else suggestion


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
