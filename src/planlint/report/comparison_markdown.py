"""What changed between two versions as Markdown, for a comment on a pull request or a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.markdown import MARKER
from planlint.model.comparison import Comparison
from planlint.model.words import Words
from planlint.report import markdown_fit as fitting
from planlint.report.blocks import RANKS
from planlint.report.comparison_told import Account, Remark, Row, editorial_words, tell
from planlint.report.comparison_told_links import Review
from planlint.report.markdown import MAX_COMMENT
from planlint.report.markdown_changes import MOST_WORDS, write_change, write_more, write_pieces
from planlint.report.markdown_escape import shown, shown_within
from planlint.report.markdown_fit import Shared
from planlint.report.page import Page

COMPARED: Final = f"{MARKER}\n<!-- planlint compare -->"
"""What it begins with: unseen by people; by it planlint knows its own file, and programs a comparison's comment."""
MOST_ITEMS: Final = 12
_FIRST: Final = min(RANKS.values()) - 1
_AFTER_FINDINGS: Final = max(RANKS.values()) + 1
_LAST: Final = _AFTER_FINDINGS + 1


def render_comparison_markdown(comparison: Comparison, limit: int | None = MAX_COMMENT) -> str:
    """The comparison as Markdown of at most `limit` bytes (32,768 or more), or as long as it is.

    Where not everything fits, links to look at again are kept, then new findings, then changes in their order; it is
    said how much is left out.
    """
    sheet = _Sheet(Page(comparison.new.language))
    account = tell(comparison, MOST_ITEMS)
    head, pieces = sheet.head(account), list(sheet.pieces(account))
    everything = head + fitting.join(pieces)
    if limit is None or fitting.size(everything) <= limit:
        return everything
    room = limit - fitting.size(head) - fitting.size(sheet.left_out(len(pieces), len(pieces)))
    kept = fitting.fit(pieces, room)
    return head + sheet.left_out(len(pieces) - len(kept), len(pieces)) + fitting.join(kept)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What it is written on; every method gives Markdown, the plan's words made harmless."""

    page: Page

    def head(self, account: Account) -> str:
        """The title, the versions, and the changes in numbers."""
        heading = f"## {self.page.say('comparison-title')}\n\n**{shown(account.title, MOST_WORDS)}**\n\n"
        sides = "".join(
            f"- {self._say(side.lead)} "
            + " · ".join(shown_within(each, MOST_WORDS) for each in (side.path, *map(self._raw, side.facts)))
            + "\n"
            for side in account.sides
        )
        numbers = self._numbers(account) if account.rows else f"{self.page.say('compare-identical')}\n"
        found = {"new": len(account.new), "gone": len(account.gone), "left": account.left}
        notes = [self.page.say("findings-count", **found)]
        notes += [self._raw(account.frameworks)] if account.frameworks else []
        notes += [self._raw(editorial_words(account))] if account.editorial else []
        if account.differs:
            notes.append(self.page.say("diff-hint"))
        return f"{COMPARED}\n{heading}{sides}\n{numbers}\n" + "\n".join(
            f"{shown(each, MOST_WORDS)}\n" for each in notes
        )

    def left_out(self, number: int, every: int) -> str:
        """How much is left out."""
        return f"\n{self.page.say('comparison-left-out', number=number, all=every)}\n"

    def pieces(self, account: Account) -> Iterator[fitting.Piece]:
        """Everything below the head."""
        reviews = Shared("reviews", self._heading(3, self.page.say("links-to-review")))
        for review in account.reviews:
            yield fitting.Piece(self._review(review), _FIRST, (reviews,))
        changes = Shared("changes", self._heading(3, self.page.say("comparison-changes")))
        for number, chapter in enumerate(account.chapters):
            title = shown(chapter.title, MOST_WORDS) or self.page.say("whole-document")
            above = Shared(number, self._heading(4, title))
            for told in chapter.elements:
                yield fitting.Piece(write_change(told, self.page), _AFTER_FINDINGS, (changes, above))
        findings = Shared("findings", self._heading(3, self.page.say("findings-title")))
        new = Shared("new", self._heading(4, f"{self.page.say('findings-new')} ({len(account.new)})"))
        for remark in account.new:
            yield fitting.Piece(self._remark(remark), RANKS[remark.severity], (findings, new))
        yield from self._gone(account.gone, findings)

    def _gone(self, remarks: Sequence[Remark], findings: Shared) -> Iterator[fitting.Piece]:
        what = self.page.say("comparison-show-gone", what=self.page.count("finding", len(remarks)))
        title = self._heading(4, f"{self.page.say('findings-gone')} ({len(remarks)})")
        if remarks:
            listed = "".join(self._remark(remark) for remark in remarks[: 2 * MOST_ITEMS])
            more = write_more(len(remarks) - 2 * MOST_ITEMS, self.page)
            folded = f"{title}<details><summary>{what}</summary>\n\n{listed}{more}\n</details>\n"
            yield fitting.Piece(folded, _LAST, (findings,))

    def _numbers(self, account: Account) -> str:
        columns = ("part", "before", "now", "new", "gone", "changed", "same")
        head = tuple(self.page.say(f"column-{column}") for column in columns)
        lines = [head, ("---", *["---:"] * (len(head) - 1)), *map(self._row, account.rows)]
        return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)

    def _row(self, row: Row) -> tuple[str, ...]:
        name = self._say(row.name) + (f" ({', '.join(map(self._say, row.ways))})" if row.ways else "")
        return (name, *map(str, (row.old, row.new, row.added, row.removed, row.changed, row.same)))

    def _review(self, review: Review) -> str:
        words = f"  > {write_pieces(review.words)}\n" if review.words else ""
        return f"- {self._say(review.says)}\n{words}"

    def _remark(self, remark: Remark) -> str:
        head = f"**{self.page.say(f'severity-{remark.severity}')} {remark.rule}**"
        cause = f" *{self._say(remark.cause)}*" if remark.cause else ""
        return f"- {head} {self._say(remark.says)}{cause}\n"

    def _heading(self, level: int, words: str) -> str:
        return f"\n{'#' * level} {words}\n\n"

    def _raw(self, words: Words) -> str:
        return words.in_language(self.page.language)

    def _say(self, words: Words) -> str:
        """Words that may hold the plan's."""
        return shown_within(self._raw(words), MOST_WORDS)
