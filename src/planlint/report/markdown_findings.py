"""A document's findings as Markdown: by chapter and section, each with the author's words and advice to fold out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planlint.model.finding import Finding, Location
from planlint.model.outcome import Outcome
from planlint.report.block_text import MOST_RELATED
from planlint.report.blocks import GATHER_FROM, RANKS, Block, arrange, section_of
from planlint.report.exchange import BODY, WAY, line_of, title_of
from planlint.report.markdown_escape import shown, shown_within
from planlint.report.markdown_fit import Piece, Shared
from planlint.report.page import Page
from planlint.report.passage import Paragraphs, cut_passage, index_paragraphs, is_whole, paragraph_around
from planlint.report.wording import is_heading, later_sentences, says, shared_beginning, under_heading

MOST_TITLE: Final = 200
MOST_QUOTE: Final = 240
MOST_MESSAGE: Final = 800
MOST_ADVICE: Final = 1_500
"""Cells that a text gets; what is longer loses its middle. Rules' own texts are a third of it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document's findings are written with: the page, rules' titles by code, the document, its paragraphs."""

    page: Page
    titles: Mapping[str, str]
    outcome: Outcome
    paragraphs: Paragraphs


def finding_pieces(outcome: Outcome, titles: Mapping[str, str], page: Page, above: Shared) -> Iterator[Piece]:
    """A piece for each finding that is not suppressed, under its document's heading `above`."""
    sheet = Sheet(page, titles, outcome, index_paragraphs(outcome.plan.texts if outcome.plan else ()))
    for number, group in enumerate(arrange(outcome.findings)):
        title = shown(group.title, MOST_TITLE) or page.say("whole-document")
        chapter = Shared((above.key, number), f"\n#### {title}\n")
        for place, section in enumerate(group.sections):
            heading = shown(section.title, MOST_TITLE) or (page.say("whole-chapter") if place else "")
            under = Shared((chapter.key, place), f"\n##### {heading}\n\n" if heading else "\n")
            for order, block in enumerate(section.blocks):
                yield from _block(block, section.title, sheet, (above, chapter, under), order)


def _block(block: Block, section: str, sheet: Sheet, above: tuple[Shared, ...], order: int) -> Iterator[Piece]:
    """The findings of one rule; many of them as a list below what they have in common."""
    advice = _advice(block.first, sheet.page, above[0])
    rank = RANKS[block.first.severity]
    if not block.gathered and len(block.findings) < GATHER_FROM:
        for finding in block.findings:
            message = under_heading(finding.message, section)
            lead = f"**{title_of(finding, sheet.page)}** {shown(message, MOST_MESSAGE)}"
            below = _evidence(finding, message, section, sheet, "  ")
            yield Piece(f"- {lead}{_place(finding.location, section, sheet)}\n{below}", rank, above, (advice,))
        return
    shared = shared_beginning(block.findings)
    first = shown(shared or sheet.titles.get(block.first.rule, block.first.name), MOST_MESSAGE)
    lead = f"- **{title_of(block.first, sheet.page)}** ({sheet.page.count('place', len(block.findings))}) {first}\n"
    common = (*above, Shared((above[-1].key, order), lead), advice)
    for finding in block.findings:
        yield Piece(_member(finding, shared, section, sheet, gathered=block.gathered), rank, common)


def _member(finding: Finding, shared: str, section: str, sheet: Sheet, *, gathered: bool) -> str:
    """One of several findings: where it is, and what is its own."""
    home = section_of(finding) if gathered else section
    own = later_sentences(finding.message) if shared else under_heading(finding.message, home)
    named = f"**{shown(home, MOST_TITLE)}**" if gathered and home else ""
    words = " ".join(filter(None, (named, shown(own, MOST_MESSAGE)))) + _place(finding.location, home, sheet)
    below = _evidence(finding, f"{shared} {own}", home, sheet, "    ")
    return f"  - {words.strip() or sheet.page.say('whole-document')}\n{below}"


def _evidence(finding: Finding, told: str, section: str, sheet: Sheet, indent: str) -> str:
    """The author's words, what they are compared with, and what might stand there; not what is `told` already."""
    page, place = sheet.page, finding.location.place
    paragraph = paragraph_around(place, sheet.paragraphs)
    alone = is_whole(place, paragraph)
    lines: list[str] = []
    if not (alone and says(told, place.text)) and not is_heading(finding.location):
        lines.append(_quoted(_passage(finding.location, sheet), page))
    for each in finding.related[: MOST_RELATED[finding.kind]]:
        if not says(told, each.place.text):
            words = _quoted(shown(each.place.text, MOST_QUOTE), page)
            lines.append(f"{page.say('related')}{_place(each, section, sheet)}: {words}")
    if finding.suggestion and not says(finding.message, finding.suggestion):
        lines.append(f"{page.say('suggestion')} {shown(finding.suggestion, MOST_QUOTE)}")
    return "".join(f"{indent}> {line}{hard}\n" for line, hard in zip(lines, _breaks(len(lines)), strict=True))


def _breaks(lines: int) -> list[str]:
    r"""What each line ends with: '\' where the next one begins anew."""
    return [*["\\"] * (lines - 1), ""] if lines else []


def _passage(location: Location, sheet: Sheet) -> str:
    """The words, bold in as much of their paragraph as there is room for."""
    place = location.place
    paragraph = paragraph_around(place, sheet.paragraphs)
    if is_whole(place, paragraph):
        return shown(place.text, MOST_QUOTE)
    passage = cut_passage(place, paragraph, MOST_QUOTE)
    before, spot, after = (shown_within(each, MOST_QUOTE) for each in (passage.before, passage.spot, passage.after))
    space, gap = " " * passage.before.endswith(" "), " " * passage.after.startswith(" ")
    return f"{before}{space}<b>{spot}</b>{gap}{after}"


def _quoted(words: str, page: Page) -> str:
    return f"{page.say('quote-opens')}{words}{page.say('quote-closes')}"


def _place(location: Location, section: str, sheet: Sheet) -> str:
    """What the headings do not tell: the label above the words, the part beside the text, the line."""
    path, place, page = location.path, location.place, sheet.page
    below = path[path.index(section) + 1 :] if section in path else path[1:]
    words = [shown(each, MOST_TITLE) for each in below if not each.endswith(place.text) or not place.text.strip()]
    told = [WAY.join(words)] if place.part == BODY else [page.part_name(place.part)]
    line = line_of(place, sheet.outcome)
    told += [] if line is None else [page.say("at-line", line=line)]
    return f" ({', '.join(filter(None, told))})" if any(told) else ""


def _advice(finding: Finding, page: Page, document: Shared) -> Shared:
    """Why it matters and what to do, folded; once for each rule in a document."""
    texts = {"why": finding.why, "help": finding.help}
    words = "".join(f"\n  **{page.say(key)}** {shown(text, MOST_ADVICE)}\n" for key, text in texts.items())
    summary = page.say("why-and-help")
    return Shared((document.key, finding.rule), f"\n  <details><summary>{summary}</summary>\n{words}\n  </details>\n\n")
