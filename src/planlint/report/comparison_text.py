"""What changed between two versions, as text: in brief, chapter by chapter, links to look at again, findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from planlint.model.comparison import Cause, Change, Comparison, NewFinding, Tally
from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.report.block_text import STYLES
from planlint.report.comparison_items import INDENT, content_lines
from planlint.report.comparison_told import tell_cause
from planlint.report.comparison_told_links import Review, tell_links
from planlint.report.comparison_words import diff_line, name_element, what_became
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.report.terminal import CHAPTER

MOST_FINDINGS: Final = 20
"""How many findings are shown before it is said how many more there are; `planlint check` shows them all."""


def render_comparison(comparison: Comparison, page: Page) -> str:
    """The whole comparison. What did not change is counted, not shown."""
    shown = [change for change in comparison.changes if change.kinds != ("editorial",)]
    lines = [*_sides(comparison, page), Line(), *_brief(comparison, page)]
    for chapter, changes in groupby(shown, key=lambda change: change.chapter):
        lines += [Line(), *_title(printable(chapter) or page.say("whole-document"), page)]
        for change in changes:
            lines += _change(change, page)
    lines += _review(tell_links(comparison), page)
    lines += _findings(comparison, page)
    return page.render(lines)


def _sides(comparison: Comparison, page: Page) -> Iterator[Line]:
    for key, run in (("compare-old", comparison.old), ("compare-new", comparison.new)):
        lead = page.say(key)
        yield from page.wrap(_side(run, page), hanging=max(len(page.say("compare-old")), 7) + 1, lead=lead)
    old, new = (run.outcomes[0].framework or "" for run in (comparison.old, comparison.new))
    if old != new:
        yield from page.wrap(page.say("compare-frameworks", old=old, new=new))


def _side(run: Run, page: Page) -> Line:
    """The file, what the plan states of itself, and how its tracked changes are read."""
    outcome = run.outcomes[0]
    control = outcome.plan.control if outcome.plan else None
    facts = (
        [page.say("compare-version", version=printable(control.version.text))] if control and control.version else []
    )
    facts += [printable(control.date.text)] if control and control.date else []
    facts += [page.count(f"revision-{run.reading}", outcome.revisions)] if outcome.revisions else []
    return line((printable(outcome.path), "bold"), "".join(f" · {fact}" for fact in facts))


def _brief(comparison: Comparison, page: Page) -> Iterator[Line]:
    """How many of each sort came, went, changed and are as they were; nothing of sorts where all are."""
    changed = [tally for tally in comparison.tallies if tally.kinds]
    yield from page.wrap(line((page.say("compare-summary"), "bold")))
    if not changed:
        yield from page.wrap(page.say("compare-identical"), indent=2)
    names = {tally.sort: page.say(f"sorts-{tally.sort}") for tally in changed}
    widest = max(map(len, names.values()), default=0)
    for tally in changed:
        yield from page.wrap(_counts(tally, page), indent=2, hanging=widest + 2, lead=names[tally.sort])
    links = sum(review.links for review in tell_links(comparison))
    if links:
        yield from page.wrap(line((page.say("review", number=links), "yellow")), indent=2)
    found = comparison.findings
    counts = {"new": len(found.new), "gone": len(found.gone), "left": len(found.left)}
    yield from page.wrap(page.say("findings-count", **counts), indent=2)
    if editorial := comparison.editorial:
        yield from page.wrap(page.say("editorial-left-out", places=page.count("place", editorial)), indent=2)


def _counts(tally: Tally, page: Page) -> str:
    said = [page.say(f"tally-{kind}", number=number) for kind, number in tally.kinds.items()]
    if tally.sort == "control":
        return page.say("change-changed")
    if tally.old != tally.new:
        said.insert(0, page.say("compare-counts", old=tally.old, new=tally.new))
    return ", ".join((*said, page.say("compare-same", number=tally.same)))


def _title(words: str, page: Page) -> list[Line]:
    return page.wrap(line((words, "bold")), lead=CHAPTER, hanging=len(CHAPTER))


def _change(change: Change, page: Page) -> Iterator[Line]:
    head = line((name_element(change.element, page), "bold"), f": {what_became(change, page)}")
    yield from page.wrap(head, indent=2, hanging=2)
    yield from content_lines(change, page)


def _review(reviews: Sequence[Review], page: Page) -> Iterator[Line]:
    """Links to goals that say something else than they did, by goal, and links that kept their code only."""
    if reviews:
        yield Line()
        yield from _title(page.say("links-to-review"), page)
    for review in reviews:
        yield from page.wrap(review.says.in_language(page.language), indent=2, hanging=2)
        if review.words:
            yield from page.wrap(diff_line(review.words), indent=INDENT)


def _findings(comparison: Comparison, page: Page) -> Iterator[Line]:
    found = comparison.findings
    if found.new or found.gone:
        yield Line()
        yield from _title(page.say("findings-title"), page)
    yield from _listed(page.say("findings-new"), found.new, page)
    yield from _listed(page.say("findings-gone"), [NewFinding(finding, None) for finding in found.gone], page)


def _listed(title: str, found: Sequence[NewFinding], page: Page) -> Iterator[Line]:
    if not found:
        return
    yield from page.wrap(line((f"{title} ({len(found)})", "bold")), indent=2)
    for each in found[:MOST_FINDINGS]:
        yield from page.wrap(_finding(each.finding, each.cause, page), indent=INDENT, hanging=2)
    if len(found) > MOST_FINDINGS:
        yield from page.wrap(page.say("change-more", number=len(found) - MOST_FINDINGS), indent=INDENT)


def _finding(finding: Finding, cause: Cause | None, page: Page) -> Line:
    severity = page.say(f"severity-{finding.severity}")
    because = f" {tell_cause(cause).in_language(page.language)}" if cause else ""
    words = f"  {printable(finding.message)}{because}"
    return line((severity, STYLES[finding.severity]), (f" {finding.rule}", "bold"), words)
