"""Findings as a page shows them: those of one rule in one section together, with links to what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from planlint.model.finding import Finding, Severity, Wording
from planlint.model.rule import Language, Rule
from planlint.model.words import Words
from planlint.report.blocks import GATHER_FROM, Block
from planlint.report.html.quote import Quote, clip, message, quote
from planlint.report.html.words import LANGUAGES, both_ways
from planlint.report.passage import Paragraphs, paragraph_around
from planlint.report.wording import (
    later_sentences,
    needs_quoting,
    new_suggestion,
    says,
    shared_beginning,
    under_heading,
)

MOST_RELATED: Final = 12
"""How many places a finding is compared with on a page."""
IN_SIGHT: Final = 3
"""How many of them stand open; more are folded."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to what a finding is about, in the matrices: a goal's row, an intervention's column."""

    anchor: str
    subject: str
    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """One finding: what it says, HTML in both languages; the words, others to compare with, what might stand there."""

    id: str
    says: Markup
    quote: Quote | None
    related: tuple[Quote, ...]
    untold: int
    """How many places more it could be compared with."""
    suggestion: str
    tie: Tie | None

    @property
    def folded(self) -> bool:
        """Whether the places that it is compared with are too many to stand open."""
        return len(self.related) > IN_SIGHT


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, or several of one rule with what they have in common over them; `head` is empty for one."""

    severity: Severity
    rule: str
    name: str
    judged: bool
    head: Markup
    places: tuple[Place, ...]
    why: Words
    help: Words


@dataclass(frozen=True, slots=True)
class Desk:
    """What one document's findings are shown with.

    `ids` are the findings' names on the page by identity, for two findings may be equal; `ties` leads from what a
    finding may be about to where that stands in the matrices; `spoken` is the language of the findings.
    """

    ids: Mapping[int, str]
    ties: Mapping[tuple[str, str], str]
    paragraphs: Paragraphs
    rules: Mapping[str, Rule]
    spoken: Language


def view_items(block: Block, section: str, desk: Desk) -> tuple[Item, ...]:
    """What a block shows under its section: one item where its findings are many, else one for each."""
    if len(block.findings) >= GATHER_FROM:
        return (_gathered(block.findings, section, desk),)
    return tuple(_alone(finding, section, desk) for finding in block.findings)


def _alone(finding: Finding, section: str, desk: Desk) -> Item:
    said = {language: under_heading(_message(finding, language, desk), section) for language in LANGUAGES}
    return _item(finding, Markup(""), (_place(finding, said, section, desk),), desk)


def _gathered(findings: Sequence[Finding], section: str, desk: Desk) -> Item:
    """What the findings have in common once, then each with what is its own."""
    heads: dict[Language, str] = {}
    said: dict[Language, list[str]] = {}
    for language in LANGUAGES:
        messages = [_message(finding, language, desk) for finding in findings]
        in_turn = zip(findings, messages, strict=True)
        shared = shared_beginning(replace(finding, message=words) for finding, words in in_turn)
        heads[language] = shared or title_of(findings[0], desk.rules).in_language(language)
        said[language] = [later_sentences(each) if shared else under_heading(each, section) for each in messages]
    places = tuple(
        _place(finding, {language: said[language][index] for language in LANGUAGES}, section, desk, heads[desk.spoken])
        for index, finding in enumerate(findings)
    )
    return _item(findings[0], _spoken(heads), places, desk)


def title_of(finding: Finding, rules: Mapping[str, Rule]) -> Words:
    """What the finding's rule is called; its short name where the run does not know the rule."""
    rule = rules.get(finding.rule)
    return rule.title if rule else Words(sv=finding.name, en=finding.name)


def _item(finding: Finding, head: Markup, places: tuple[Place, ...], desk: Desk) -> Item:
    own = Wording(finding.message, finding.why, finding.help)
    sv, en = (own, finding.translation) if desk.spoken == "sv" else (finding.translation, own)
    return Item(
        severity=finding.severity,
        rule=finding.rule,
        name=finding.name,
        judged=finding.kind == "judged",
        head=head,
        places=places,
        why=Words(sv=sv.why, en=en.why),
        help=Words(sv=sv.help, en=en.help),
    )


def _place(finding: Finding, said: Mapping[Language, str], section: str, desk: Desk, head: str = "") -> Place:
    told, location = f"{head} {said[desk.spoken]}", finding.location
    paragraph = paragraph_around(location.place, desk.paragraphs)
    related = [each for each in finding.related if not says(told, each.place.text)]
    return Place(
        id=desk.ids[id(finding)],
        says=_spoken(said) if said[desk.spoken] else Markup(""),
        quote=quote(location, section, desk.paragraphs) if needs_quoting(location, told, paragraph) else None,
        related=tuple(quote(each, section, desk.paragraphs) for each in related[:MOST_RELATED]),
        untold=max(0, len(related) - MOST_RELATED),
        suggestion=clip(new_suggestion(finding)),
        tie=_tie(finding, desk),
    )


def _tie(finding: Finding, desk: Desk) -> Tie | None:
    subject = finding.subject
    anchor = desk.ties.get((subject.type, subject.id))
    return Tie(anchor, subject.type, subject.id) if anchor else None


def _message(finding: Finding, language: Language, desk: Desk) -> str:
    return finding.message if language == desk.spoken else finding.translation.message


def _spoken(said: Mapping[Language, str]) -> Markup:
    return both_ways(*(message(said[language]) for language in LANGUAGES))
