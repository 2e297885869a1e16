"""Findings that belong together, as text: what is wrong, the author's words, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planlint.model.finding import Finding, Kind, Location, Severity
from planlint.model.text import Text
from planlint.report.blocks import GATHER_FROM, Block, section_of
from planlint.report.line import Line, Style, line
from planlint.report.page import Page
from planlint.report.passage import Paragraphs, paragraph_around, quoted
from planlint.report.printable import printable
from planlint.report.wording import (
    first_sentence,
    later_sentences,
    needs_quoting,
    new_suggestion,
    says,
    shared_beginning,
    under_heading,
)

STYLES: Final[dict[Severity, Style]] = {"error": "red", "warning": "yellow", "info": "cyan"}
MOST_PLACES: Final = 12
"""How many places a block shows before it says how many more there are."""
MOST_RELATED: Final[dict[Kind, int]] = {"exact": 3, "judged": 1}
"""How many places a finding is compared with: all that a reader needs to mend it, or one to see what is meant."""
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
    if block.gathered or len(block.findings) >= GATHER_FROM:
        yield from _gathered(block, shown, section, sheet)
    else:
        for finding in shown:
            message = under_heading(finding.message, section)
            yield from page.wrap(_head(finding, page, message), indent=INDENT, hanging=DEEP - INDENT)
            yield from _evidence(finding, message, section, sheet, DEEP)
    yield from _more(len(block.findings) - len(shown), page, DEEP)


def advice_lines(finding: Finding, page: Page) -> Iterator[Line]:
    """Why it matters and what to do, a sentence each; `planlint explain` has the rest."""
    leads = {page.say("why"): finding.why, page.say("help"): finding.help}
    hanging = max(map(len, leads)) + 1
    for lead, text in leads.items():
        yield from page.wrap(printable(first_sentence(text)), indent=DEEP, hanging=hanging, lead=lead)


def _gathered(block: Block, shown: tuple[Finding, ...], title: str, sheet: Sheet) -> Iterator[Line]:
    """What the findings have in common once, then each place with what is its own."""
    page = sheet.page
    shared = shared_beginning(block.findings)
    head = _head(block.first, page, shared or sheet.titles.get(block.first.rule, block.first.name), len(block.findings))
    yield from page.wrap(head, indent=INDENT, hanging=DEEP - INDENT)
    above = "" if block.gathered else title
    for finding in shown:
        section = section_of(finding) if block.gathered else title
        if section != above:
            yield from page.wrap(line((printable(section), "bold")), indent=DEEP, hanging=INDENT)
        above = section
        own = later_sentences(finding.message) if shared else under_heading(finding.message, section)
        yield from page.wrap(printable(own), indent=DEEP + INDENT)
        yield from _evidence(finding, f"{shared} {own}", section, sheet, DEEP + INDENT)


def _more(left: int, page: Page, indent: int) -> list[Line]:
    return page.wrap(page.say("more", places=page.count("place", left)), indent=indent) if left > 0 else []


def _head(finding: Finding, page: Page, message: str, places: int = 1) -> Line:
    """How grave it is, the rule, what kind it is and in how many places it stands if in several, the message."""
    remarks = [page.say("judged")] if finding.kind == "judged" else []
    remarks += [page.count("place", places)] if places > 1 else []
    remark = f" ({', '.join(remarks)})" if remarks else ""
    severity = page.say(f"severity-{finding.severity}")
    return line((severity, STYLES[finding.severity]), (f" {finding.rule}", "bold"), f"{remark}  {printable(message)}")


def _evidence(finding: Finding, told: str, section: str, sheet: Sheet, indent: int) -> Iterator[Line]:
    """The author's words, what they are compared with, and what might stand there instead.

    What is `told` already is not shown again.
    """
    page, location = sheet.page, finding.location
    paragraph = paragraph_around(location.place, sheet.paragraphs)
    if needs_quoting(location, told, paragraph):
        yield from quoted(location.place, paragraph, _label(finding, told, section, paragraph, page), page, indent)
    most = MOST_RELATED[finding.kind]
    untold = [related for related in finding.related if not says(told, related.place.text)]
    shown = [related for related in finding.related[:most] if related in untold]
    for related in shown:
        lead = f"{page.say('related')} {_whereabouts(related, section, page)}".rstrip()
        yield from quoted(related.place, related.place, lead, page, indent)
    if finding.kind == "exact":
        yield from _more(len(untold) - len(shown), page, indent)
    if suggestion := new_suggestion(finding):
        lead = page.say("suggestion") + " "
        yield from page.wrap(printable(suggestion), indent=indent, hanging=len(lead), lead=lead)


def _label(finding: Finding, told: str, section: str, paragraph: Text, page: Page) -> str:
    """What stands between the section and the paragraph: the part's label, or which part of the file it is.

    A goal whose code is not told has its code there.
    """
    location, subject = finding.location, finding.subject
    if location.place.part != "document":
        return page.part_name(location.place.part)
    if subject.type == "goal" and location.place.text == subject.words and subject.id not in told:
        return printable(subject.id)
    path = location.path
    below = path[path.index(section) + 1 :] if section in path else path[1:]
    return " › ".join(printable(words) for words in below if not words.endswith(paragraph.text))


def _whereabouts(related: Location, section: str, page: Page) -> str:
    """Where what is compared stands: its section, or its label where the section is the finding's own."""
    if related.place.part != "document":
        return page.part_name(related.place.part)
    home = related.path[1:2] or related.path
    return printable((related.path[-1:] if section in home else home)[-1]) if home else ""
