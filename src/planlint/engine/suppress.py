"""Findings that an author has accepted, beside the words that they are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, TypeVar

from planlint.engine.spans import Spans, Stretch, stretch
from planlint.model.document import Comment
from planlint.model.finding import Finding
from planlint.model.suppression import Unused, UnusedCase, accepted_by
from planlint.model.text import Text

T = TypeVar("T")

LONGEST_REASON: Final = 500
"""Characters: every finding on the passage carries the reason."""
SHOWN: Final = 60
"""Characters of a comment's words by which its author knows it again."""
_ANSWERED: Final = 2_000
"""Characters of planlint's own comment in which the rule's code is looked for."""

_CODE: Final = re.compile(r"\b[A-Z]{2,4}\d{3}\b")
_SEPARATION: Final = re.compile(r"[\s:,.;\-\u2010-\u2015\u2212]*")
_RULE: Final = re.compile(
    r"[\s,/]*(?:(?:och|and|&)\s+)?(?:([A-Z]{2,4}\d+)\b|([a-z]+(?:-[a-z]+)*)(?![\w-]))", re.IGNORECASE
)
_NAMED: Final = re.compile(r"\s*(?:[:,;\u2010-\u2015\u2212]|-\s|$)")
"""What stands after a rule's name and not after a word with a hyphen in a sentence."""
BEGINNING: Final = Text("document", 0, 0, "")
"""The place of what stands nowhere in the document."""
_EVERY: Final = ""
"""The key, among codes, of what concerns every rule."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that accepts findings: of the rules with `codes`, or of every rule where it names none."""

    comment: Comment
    reason: str
    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """What it names as rules that no rule is."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The codes that it counts for: none where it has no reason, or names only what is no rule."""
        if not self.reason or self.comment.anchor is None:
            return ()
        return self.codes or (() if self.unknown else (_EVERY,))

    @property
    def stretch(self) -> Stretch:
        """The passage that it stands on; one that stands nowhere has no keys."""
        return stretch(BEGINNING if self.comment.anchor is None else self.comment.anchor, self.comment.until)

    def meets(self, spans: Mapping[str, Spans[T]]) -> bool:
        """Whether a finding that it counts for, by code, stands on its passage."""
        return any(key in spans and spans[key].meeting(self.stretch) is not None for key in self.keys)


def read_suppressions(comments: Iterable[Comment], codes: Mapping[str, str]) -> tuple[Suppression, ...]:
    """The comments that accept findings. `codes` gives every rule's code by its code and its name, casefolded."""
    found = ((comment, accepted_by(comment.text)) for comment in comments)
    return tuple(_read(comment, words, codes) for comment, words in found if words is not None)


def _read(comment: Comment, words: str, codes: Mapping[str, str]) -> Suppression:
    named, reason = _split(words, codes)
    known = dict.fromkeys(codes[word.casefold()] for word in named if word.casefold() in codes)
    unknown = tuple(word for word in named if word.casefold() not in codes)
    answered = () if named else tuple(dict.fromkeys(_answered(comment.answers, codes)))
    return Suppression(comment, _shortened(reason, LONGEST_REASON), tuple(known) or answered, unknown)


def _split(words: str, codes: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The rules that a suppression names, as written, and its reason; '' where no letter or digit is in it."""
    separation = _past(_SEPARATION, words, 0)
    apart = bool(words[:separation].strip())
    named: list[str] = []
    at = separation
    while (found := _RULE.match(words, at)) and _names_rule(found, codes, apart=apart):
        named.append(found[1] or found[2])
        at = found.end()
    reason = words[_past(_SEPARATION, words, at) :].strip()
    return tuple(named), reason if any(map(str.isalnum, reason)) else ""


def _past(pattern: re.Pattern[str], words: str, at: int) -> int:
    """Where a pattern that always matches ends."""
    found = pattern.match(words, at)
    return found.end() if found else at


def _names_rule(found: re.Match[str], codes: Mapping[str, str], *, apart: bool) -> bool:
    """Whether a word is meant as a rule, known or not. After a dash (`apart`) only what is one for sure is."""
    code, name = found[1], found[2]
    word = code or name
    if word.casefold() in codes:
        return bool(code) or "-" in name or not apart
    if apart:
        return False
    return bool(code) or ("-" in name and name.isascii() and bool(_NAMED.match(found.string, found.end())))


def _answered(words: str, codes: Mapping[str, str]) -> Iterator[str]:
    """The codes on the first line with any, of planlint's own comment: below it, others may be spoken of."""
    for line in words[:_ANSWERED].splitlines():
        found = [codes[code.casefold()] for code in _CODE.findall(line) if code.casefold() in codes]
        if found:
            yield from found
            return


def _shortened(words: str, most: int) -> str:
    """The words on one line, not longer than that."""
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def excuse(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> tuple[Finding, ...]:
    """The findings, those on a passage that is accepted with the reason: of a suppression that names the rule first."""
    members: dict[str, list[tuple[Stretch, str]]] = defaultdict(list)
    for suppression in suppressions:
        for key in suppression.keys:
            members[key].append((suppression.stretch, suppression.reason))
    spans = {key: Spans(each) for key, each in members.items()}
    return tuple(_excused(finding, spans) for finding in findings) if spans else tuple(findings)


def _excused(finding: Finding, spans: Mapping[str, Spans[str]]) -> Finding:
    place = stretch(finding.location.place)
    for key in (finding.rule, _EVERY):
        reason = spans[key].meeting(place) if key in spans else None
        if reason is not None:
            return replace(finding, suppressed=reason)
    return finding


@dataclass(frozen=True, slots=True)
class Ran:
    """What is known of a document: the findings of the rules with `codes`, all of which ran and did not break.

    `rest` gives what the other rules that could run on it find; None where that cannot be told.
    """

    codes: frozenset[str]
    findings: Sequence[Finding]
    rest: Callable[[], Sequence[Finding] | None]


def find_unused(suppressions: Sequence[Suppression], ran: Ran) -> Iterator[Unused]:
    """The suppressions that accept nothing, as far as that can be told from the rules that ran."""
    here = _spans(ran.findings)

    @cache
    def rest() -> Mapping[str, Spans[Finding]] | None:
        others = ran.rest()
        return None if others is None else _spans(others)

    for each in suppressions:
        if not each.reason:
            yield _unused(each, "no-reason")
        elif each.unknown:
            yield _unused(each, "unknown-rule", each.unknown)
        elif each.meets(here):
            continue
        elif each.codes and ran.codes.issuperset(each.codes):
            yield _unused(each, "unmatched-rules", each.codes)
        elif not each.codes and (others := rest()) is not None and not each.meets(others):
            yield _unused(each, "unmatched")


def _spans(findings: Iterable[Finding]) -> dict[str, Spans[Finding]]:
    members: dict[str, list[tuple[Stretch, Finding]]] = defaultdict(list)
    for finding in findings:
        place = stretch(finding.location.place)
        members[finding.rule].append((place, finding))
        members[_EVERY].append((place, finding))
    return {key: Spans(each) for key, each in members.items()}


def _unused(suppression: Suppression, case: UnusedCase, rules: tuple[str, ...] = ()) -> Unused:
    comment = suppression.comment
    place = BEGINNING if comment.anchor is None else comment.anchor
    return Unused(case, place, _shortened(comment.text, SHOWN), rules)
