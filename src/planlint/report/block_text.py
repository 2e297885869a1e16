"""Findings that belong together, as text: what is wrong, the author's words, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planlint.language.normalise import normalise
from planlint.language.sentences import sentences
from planlint.model.finding import Finding, Location, Severity
from planlint.model.text import Text
from planlint.report.blocks import Block, section_of
from planlint.report.line import Line, Style, line
from planlint.report.page import Page
from planlint.report.passage import Paragraphs, is_whole, paragraph_around, quoted
from planlint.report.printable import printable

STYLES: Final[dict[Severity, Style]] = {"error": "red", "warning": "yellow", "info": "cyan"}
MOST_PLACES: Final = 12
"""How many places a block shows before it says how many more there are."""
MOST_RELATED: Final = 3
BEGINNING: Final = 32
"""Characters by which a reader knows a text again."""
INDENT: Final = 2
DEEP: Final = 6
"""Where what belongs to a finding's head begins, in cells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one document's findings are written with: the page, the rules' titles by code, the plan's paragraphs."""

    page: Page
    titles: Mapping[str, str]
    paragraphs: Paragraphs


def block_lines(block: Block, section: str, sheet: Sheet) -> Iterator[Line]:
    """The block under its section's title, without why and what to do."""
    page = sheet.page
    shown = block.findings[:MOST_PLACES]
    if block.gathered:
        yield from _gathered(block, shown, sheet)
    else:
        for finding in shown:
            yield from page.wrap(_head(finding, page, finding.message), indent=INDENT, hanging=DEEP - INDENT)
            yield from _evidence(finding, section, sheet, DEEP)
    if left := len(block.findings) - len(shown):
        yield from page.wrap(page.say("more", places=page.count("place", left)), indent=DEEP)


def advice_lines(finding: Finding, page: Page) -> Iterator[Line]:
    """Why it matters and what to do, a sentence each; `planlint explain` has the rest."""
    leads = {page.say("why"): finding.why, page.say("help"): finding.help}
    hanging = max(map(len, leads)) + 1
    for lead, text in leads.items():
        yield from page.wrap(printable(_sentences(text)[0]), indent=DEEP, hanging=hanging, lead=lead)


def _gathered(block: Block, shown: tuple[Finding, ...], sheet: Sheet) -> Iterator[Line]:
    """What the findings have in common once, then each place with what is its own."""
    page = sheet.page
    beginnings = {_nameless(_sentences(finding.message)[0], finding) for finding in block.findings}
    shared = beginnings.pop() if len(beginnings) == 1 else ""
    what = shared or sheet.titles.get(block.first.rule, block.first.name)
    head = _head(block.first, page, f"{what.rstrip('.')} ({page.count('place', len(block.findings))})")
    yield from page.wrap(head, indent=INDENT, hanging=DEEP - INDENT)
    for finding in shown:
        section = section_of(finding)
        own = " ".join(_sentences(finding.message)[1 if shared else 0 :])
        yield from page.wrap(line((printable(section), "bold")), indent=DEEP, hanging=INDENT)
        yield from page.wrap(printable(own), indent=DEEP + INDENT)
        yield from _evidence(finding, section, sheet, DEEP + INDENT)


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(Text("", 0, 0, text))] or [""]


def _nameless(sentence: str, finding: Finding) -> str:
    """The sentence with '…' for the name of what it is about."""
    name = finding.subject.words
    return sentence.replace(name, "…") if name else sentence


def _head(finding: Finding, page: Page, message: str) -> Line:
    judged = f" ({page.say('judged')})" if finding.kind == "judged" else ""
    severity = page.say(f"severity-{finding.severity}")
    return line((severity, STYLES[finding.severity]), (f" {finding.rule}", "bold"), f"{judged}  {printable(message)}")


def _evidence(finding: Finding, section: str, sheet: Sheet, indent: int) -> Iterator[Line]:
    """The author's words, what they are compared with, and what might stand there instead."""
    page, location = sheet.page, finding.location
    paragraph = paragraph_around(location.place, sheet.paragraphs)
    told = is_whole(location.place, paragraph) and _says(finding.message, location.place.text)
    if not (told or _is_heading(location)):
        yield from quoted(location.place, paragraph, _label(location, section, paragraph, page), page, indent)
    for related in finding.related[:MOST_RELATED]:
        if not _says(finding.message, related.place.text):
            lead = " ".join((page.say("related"), *map(printable, related.path[-1:])))
            yield from quoted(related.place, related.place, lead, page, indent)
    suggestion = finding.suggestion or ""
    if not any(_says(told, suggestion) for told in (finding.message, *(each.place.text for each in finding.related))):
        lead = page.say("suggestion") + " "
        yield from page.wrap(printable(suggestion), indent=indent, hanging=len(lead), lead=lead)


def _label(location: Location, section: str, paragraph: Text, page: Page) -> str:
    """What stands between the section and the paragraph: the part's label, or which part of the file it is."""
    if location.place.part != "document":
        return page.part_name(location.place.part)
    path = location.path
    below = path[path.index(section) + 1 :] if section in path else path[1:]
    return " › ".join(printable(words) for words in below if not words.endswith(paragraph.text))


def _says(message: str, words: str) -> bool:
    """Whether the message already has the words, or the beginning of long ones; no words are always said."""
    return normalise(words)[:BEGINNING].rstrip(" .:;,") in normalise(message)


def _is_heading(location: Location) -> bool:
    """Whether the words are the very heading that the finding is shown under, or none: they need not be said twice."""
    words = location.place.text
    return not words.strip() or any(
        above.endswith(words) and not any(map(str.isalpha, above[: -len(words)])) for above in location.path[-1:]
    )
