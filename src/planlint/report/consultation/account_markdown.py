"""The account of a consultation as Markdown, for a page or a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.markdown import MARKER
from planlint.model.consultation import Calendar
from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from planlint.model.words import Words
from planlint.report.consultation.account_said import MOST_VIEW, SaidLine
from planlint.report.consultation.account_told import (
    COLUMNS,
    HEADS,
    MOST_HOLDERS,
    MOST_REASON,
    Account,
    ChapterMade,
    ChapterViews,
    Reasoned,
    ViewTold,
    tell_account,
)
from planlint.report.markdown_changes import MOST_WORDS, write_change, write_pieces
from planlint.report.markdown_escape import shown, shown_within
from planlint.report.page import Page

MOST_ITEMS: Final = 60


def render_account_markdown(treatment: Treatment, calendar: Calendar, language: Language) -> str:
    """The account. The same treatment gives the same text."""
    account = tell_account(treatment, calendar, MOST_ITEMS)
    return f"{MARKER}\n" + "\n".join(_Sheet(Page(language)).write(account))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What it is written on; every method gives Markdown, other people's words made harmless."""

    page: Page

    def write(self, account: Account) -> Iterator[str]:
        """The blocks, which lines without words set apart."""
        yield f"# {self.page.say('account-title')}: {shown_within(account.title, MOST_WORDS)}\n"
        yield f"{self.page.say('account-consultation-lead')}\n"
        yield from self._consultation(account)
        yield f"## {self.page.say('account-summary')}\n"
        yield self._counts(account)
        yield from self._changes(account)
        yield from self._unmet(account)
        yield f"## {self.page.say('account-views')}\n"
        if not account.chapters:
            yield f"{self.page.say('account-no-views')}\n"
        for chapter in account.chapters:
            yield f"### {shown_within(self._in(chapter.title), MOST_WORDS)}\n"
            yield self._views(chapter)

    def _consultation(self, account: Account) -> Iterator[str]:
        yield f"## {self.page.say('account-consultation')}\n"
        facts = [(self._in(label), self._in(value)) for label, value in account.facts]
        if account.respondents:
            answered = self.page.say("account-answered", number=len(account.respondents))
            facts.append((answered, "; ".join(account.respondents)))
        yield "".join(f"- {label}: {shown_within(value, MOST_HOLDERS)}\n" for label, value in facts)

    def _counts(self, account: Account) -> str:
        columns = account.columns
        rows = [(self._in(each.title), each.counts) for each in account.chapters]
        rows.append((self.page.say("account-all"), account.counts))
        heads = [self.page.say("column-chapter"), *(self._in(HEADS[each]) for each in columns)]
        return _table(
            [heads, ["---", *["---:"] * len(columns)]],
            ([shown(title, MOST_WORDS), *(str(numbers[each]) for each in columns)] for title, numbers in rows),
        )

    def _changes(self, account: Account) -> Iterator[str]:
        if not (account.tied or account.other):
            yield f"## {self.page.say('account-changes')}\n\n{self.page.say('account-no-changes')}\n"
        for key, chapters in (("account-tied", account.tied), ("account-other", account.other)):
            if chapters:
                yield f"## {self.page.say(key)}\n\n{self.page.say(f'{key}-lead')}\n"
                yield f"{self.page.say('comparison-legend')}\n"
            for chapter in chapters:
                yield from self._chapter(chapter)
        if account.editorial:
            yield f"{self._in(account.editorial)}\n"

    def _chapter(self, chapter: ChapterMade) -> Iterator[str]:
        yield f"### {shown_within(chapter.title, MOST_WORDS) or self.page.say('whole-document')}\n"
        told = ""
        for each in chapter.made:
            ties = "; ".join(f"{self._in(tie.says)}: {self._in(tie.bond)}" for tie in each.ties)
            came_from = f"  - {self.page.say('column-from')}: {shown_within(ties, MOST_HOLDERS)}\n" if ties else ""
            told += write_change(each.told, self.page) + came_from
        yield told

    def _unmet(self, account: Account) -> Iterator[str]:
        if not account.views:
            return
        yield f"## {self.page.say('account-unmet')}\n"
        if account.unmet:
            yield f"{self.page.say('account-unmet-lead', title=self.page.say('account-views'))}\n"
            yield self._reasons(account.unmet)
        else:
            yield f"{self.page.say('account-none-unmet')}\n"
        if account.partly:
            yield f"### {self.page.say('account-unmet-partly')}\n"
            yield self._reasons(account.partly)

    def _reasons(self, groups: Iterable[Reasoned]) -> str:
        heads = [self.page.say(f"column-{column}") for column in ("views-no", "respondent", "reason")]
        return _table(
            [heads, ["---"] * len(heads)],
            (
                [
                    shown(", ".join(view.number for view in group.views), MOST_HOLDERS),
                    shown(group.respondents, MOST_HOLDERS),
                    _lines(group.reason) or self.page.say("account-no-reason"),
                ]
                for group in groups
            ),
        )

    def _views(self, chapter: ChapterViews) -> str:
        heads = [self.page.say(f"column-{column}") for column in COLUMNS]
        return _table([heads, ["---"] * len(heads)], map(self._view, chapter.views))

    def _view(self, view: ViewTold) -> Sequence[str]:
        return (
            shown(view.number, MOST_WORDS),
            shown(view.respondents, MOST_HOLDERS),
            shown(view.element, MOST_WORDS),
            "<br>".join(map(self._said, view.said)),
            f"**{self._in(view.verdict)}**",
            _lines(view.reason),
            _lines(map(self._in, view.led_to)),
        )

    def _said(self, line: SaidLine) -> str:
        lead = [f"*{self._in(line.lead)}*"] if line.lead else []
        words = write_pieces(line.pieces, MOST_VIEW)
        return " ".join((*lead, *([words] if words else [])))

    def _in(self, words: Words) -> str:
        return words.in_language(self.page.language)


def _lines(lines: Iterable[str]) -> str:
    """Lines in a cell."""
    return "<br>".join(shown(line, MOST_REASON) for line in lines)


def _table(heads: Iterable[Sequence[str]], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (*heads, *rows))
