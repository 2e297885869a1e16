"""Markdown for a comment on a pull request, the summary of a job, or a file: what a person reads first.

GitHub takes 65,536 characters in a comment and a MiB in a summary. It has been seen to count the one in characters and
in bytes; here bytes are counted, which is within both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from planlint.markdown import MARKER
from planlint.model.finding import Finding
from planlint.model.outcome import Outcome, Run
from planlint.report.blocks import RANKS
from planlint.report.coverage import Line as Row
from planlint.report.coverage import measure, percentage, reached
from planlint.report.exchange import failures, whole
from planlint.report.line import Line
from planlint.report.markdown_escape import shown
from planlint.report.markdown_findings import MOST_TITLE, finding_pieces
from planlint.report.markdown_fit import Piece, Shared, fit, join, size
from planlint.report.page import Page
from planlint.report.summary import DIFF_MARKS, SEVERITIES, document_summary, question_lines
from planlint.texts import PHASES

MAX_COMMENT: Final = 65_000
"""Bytes; some are left for what others put before or after it."""
LEAST: Final = 32_768
"""Bytes below which no limit can be kept: what stands above the findings may take as much."""
MOST_ROWS: Final = 20
MOST_PATH: Final = 100
MOST_LINES: Final = 8
MOST_LINE: Final = 300
WIDE: Final = 1_000
"""Cells of a page on which hardly any sentence is broken, and a hostile one costs no time."""
_BEFORE_FINDINGS: Final = min(RANKS.values()) - 1
_AFTER_FINDINGS: Final = max(RANKS.values()) + 1


def render_markdown(run: Run, limit: int | None = MAX_COMMENT) -> str:
    """The run as Markdown of at most `limit` bytes (`LEAST` or more), or as long as it is.

    Where not everything fits, whole findings are left out, the gravest kept, and it is said how many.
    """
    page = Page(run.language, WIDE)
    head, pieces = _head(run, page), list(_pieces(run, page))
    everything = head + join(pieces)
    if limit is None or size(everything) <= limit:
        return everything
    room = limit - size(head) - size(_left_out(pieces, [], page))
    kept = fit(pieces, room)
    return head + _left_out(pieces, kept, page) + join(kept)


def _head(run: Run, page: Page) -> str:
    """The verdict, the documents with their counts, and in which phase they were read."""
    phase = PHASES[run.phase] if page.language == "sv" else run.phase
    lines = [page.say("phase", phase=phase)]
    if run.passed_over:
        lines.append(f"{page.count('passed-over', run.passed_over)}.")
    if run.own:
        lines.append(f"{page.count('own', run.own)}.")
    if any(mark in finding.message for finding in _shown(run.outcomes) for mark in DIFF_MARKS):
        lines.append(page.say("diff-hint"))
    paragraphs = "".join(f"\n{shown(line, MOST_LINE)}\n" for line in lines)
    return f"{MARKER}\n## planlint: {_verdict(run, page)}\n{_table(run, page)}{paragraphs}"


def _verdict(run: Run, page: Page) -> str:
    counted, listed = _numbers(run.counted, page), _numbers(_shown(run.outcomes), page)
    words = page.say("verdict-mend", what=counted) if counted else page.say("no-findings")
    if listed and not counted:
        words = page.say("verdict-fine", what=listed)
    if whole(run):
        return words
    failed = sum(1 for outcome in run.outcomes if outcome.error or outcome.faults)
    unread = page.say("verdict-unread", documents=page.count("document", failed))
    return page.say("joined", one=unread, other=words) if listed else unread


def _numbers(findings: Sequence[Finding], page: Page) -> str:
    """The findings by severity: "3 fel, 4 varningar"; '' for none."""
    numbers = Counter(finding.severity for finding in findings)
    return ", ".join(page.count(severity, numbers[severity]) for severity in SEVERITIES if numbers[severity])


def _shown(outcomes: Sequence[Outcome]) -> list[Finding]:
    return [finding for outcome in outcomes for finding in outcome.findings if finding.suppressed is None]


def _table(run: Run, page: Page) -> str:
    """A row for each document, the gravest ones where there are many."""
    if not run.outcomes:
        return ""
    gravest = sorted(range(len(run.outcomes)), key=lambda place: _gravity(run.outcomes[place]))[:MOST_ROWS]
    rows = [_row(run.outcomes[place], page) for place in sorted(gravest)]
    if left := len(run.outcomes) - len(rows):
        rows.append((page.say("rows-left", documents=page.count("document", left)), "", "", "", ""))
    head = tuple(page.say(f"column-{column}") for column in ("document", *SEVERITIES, "suppressed"))
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _gravity(outcome: Outcome) -> int:
    if outcome.error or outcome.faults:
        return _BEFORE_FINDINGS
    return min((RANKS[finding.severity] for finding in _shown([outcome])), default=_AFTER_FINDINGS)


def _row(outcome: Outcome, page: Page) -> tuple[str, ...]:
    path = shown(outcome.path, MOST_PATH)
    if outcome.error:
        return (page.say("row-unread", path=path), "–", "–", "–", "–")
    numbers = Counter(finding.severity for finding in _shown([outcome]))
    suppressed = len(outcome.findings) - numbers.total()
    return (path, *(str(numbers[severity]) for severity in SEVERITIES), str(suppressed))


def _left_out(pieces: Sequence[Piece], kept: Sequence[Piece], page: Page) -> str:
    """How many findings are left out."""
    ranks = set(RANKS.values())
    number = sum(piece.rank in ranks for piece in pieces) - sum(piece.rank in ranks for piece in kept)
    what = page.count("finding", number)
    return f"\n{page.say('left-out', what=what)}\n"


def _pieces(run: Run, page: Page) -> Iterator[Piece]:
    titles = {rule.code: rule.title.in_language(run.language) for rule in run.rules}
    for number, outcome in enumerate(run.outcomes):
        above = Shared(number, _document(outcome, run, page))
        for failure in failures(outcome, page):
            yield Piece(f"\n**{shown(failure.words, MOST_LINE)}**\n", _BEFORE_FINDINGS, (above,))
        yield from finding_pieces(outcome, titles, page, above)
        questions = _bullets(question_lines(outcome, page)) if outcome.questions else ""
        yield Piece(questions, _AFTER_FINDINGS, (above,))


def _document(outcome: Outcome, run: Run, page: Page) -> str:
    """What stands above a document's findings: its path and title, what was read, what serves the goals."""
    title = outcome.plan.control.title if outcome.plan else None
    heading = f"\n### {shown(outcome.path, MOST_PATH)}\n"
    named = f"\n{shown(title.text, MOST_TITLE)}\n" if title else ""
    if outcome.error:
        return heading
    return heading + named + _bullets(document_summary(outcome, run, page)) + _coverage(outcome, page)


def _bullets(lines: Iterator[Line]) -> str:
    """Lines of text as a list, those that are indented one level down."""
    plain = [line.plain for line in lines]
    items = [f"{'  ' * text.startswith(' ')}- {shown(text, MOST_LINE)}\n" for text in plain if text.strip()]
    return "".join(["\n", *items]) if items else ""


def _coverage(outcome: Outcome, page: Page) -> str:
    """How many goals and principles interventions serve, and which none serves."""
    if outcome.plan is None or outcome.kind != "plan" or not outcome.plan.interventions:
        return ""
    coverage = measure(outcome.plan, outcome.principles)
    parts = {"goals": coverage.goals, "principles": coverage.principles}
    return "".join(line for kind, rows in parts.items() if rows for line in _served(kind, rows, page))


def _served(kind: str, rows: Sequence[Row], page: Page) -> Iterator[str]:
    numbers = {"reached": reached(rows), "all": len(rows), "percent": percentage(rows)}
    unserved = [row for row in rows if not row.served]
    lead = f" {page.say(f'{kind}-unserved')}" if unserved else ""
    yield f"- {page.say(f'{kind}-reached', **numbers)}{lead}\n"
    for row in unserved[:MOST_LINES]:
        yield f"  - {shown(f'{row.key} {row.text}', MOST_LINE)}\n"
    if len(unserved) > MOST_LINES:
        yield f"  - {page.say('lines-left', number=len(unserved) - MOST_LINES)}\n"
