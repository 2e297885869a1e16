"""A compilation in brief for the terminal: counts, who is missing, what contradicts what, what the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from planlint.consult.cells import told_cells
from planlint.consult.verify import spans
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import TOLD
from planlint.model.words import Words
from planlint.report.block_text import STYLES
from planlint.report.comparison_words import short
from planlint.report.consultation.compilation_told import Account, list_numbers, tell
from planlint.report.consultation.compilation_trials import TrialsTold, Verdict
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.texts import count

MOST: Final = 20
"""Items of a list that are shown before it is said how many more there are; the table has them all."""


def render_compilation_text(compilation: Compilation, page: Page) -> str:
    """What one wants to know before one opens the table."""
    account = tell(compilation)
    lines = [*_head(account, page), *_lists(account, page), *_clashes(account.clashes, page)]
    if account.trials:
        lines += _trials(account.trials, page)
    return page.render(lines)


def render_update_text(late: Mapping[Path, Sequence[Entry]], compilation: Compilation, page: Page) -> str:
    """What came to each table that late answers were taken into, what contradicts what in it, and who is missing."""
    lines: list[Line] = []
    for path, entries in late.items():
        lines += _added(printable(str(path)), entries, page)
    if any(late.values()):
        lines += (Line(), *page.wrap(page.say("update-untouched")))
    return page.render([*lines, *_lists(tell(compilation), page)])


def _added(path: str, entries: Sequence[Entry], page: Page) -> Iterator[Line]:
    if not entries:
        yield from page.wrap(page.say("update-none", path=path))
        return
    rows = count("new-row", len(entries), page.language)
    numbers = ", ".join(spans(entry.number for entry in entries))
    yield from page.wrap(page.say("update-rows", path=path, rows=rows, numbers=numbers))
    for entry in [entry for entry in entries if entry.against][:MOST]:
        yield from page.wrap(_clash(entry, page), indent=2, hanging=2)


def _head(account: Account, page: Page) -> Iterator[Line]:
    yield from page.wrap(line((f"{page.say('compilation-title')}: {account.title}", "bold")))
    for label, value in account.facts[1:]:
        yield from page.wrap(f"{_in(label, page)}: {value}", indent=2, hanging=2)
    yield Line()
    for each in account.numbers:
        yield from page.wrap(f"{_in(each.name, page)}: {each.number}", indent=2, hanging=2)
    for key, counts in (("kind", account.kinds), ("respondent", account.respondents), ("chapter", account.chapters)):
        items = [f"{_in(each.name, page)} {each.number}" for each in counts[:MOST]]
        if len(counts) > MOST:
            items.append(page.say("change-more", number=len(counts) - MOST))
        if items:
            told = f"{page.say(f'compilation-by-{key}')}: {' · '.join(items)}"
            yield from page.wrap(told, indent=2, hanging=2)


def _lists(account: Account, page: Page) -> Iterator[Line]:
    missing = account.missing
    if account.invited and not missing:
        yield from (Line(), *page.wrap(page.say("compilation-all-answered")))
    yield from _listed("compilation-missing", missing, page)
    yield from _listed("compilation-unread", [f"{path}: {_in(why, page)}" for path, why in account.unread], page)
    yield from _listed("compilation-late", [_in(each, page) for each in account.late], page)
    yield from _listed("compilation-foreign", account.foreign, page)


def _listed(key: str, items: Sequence[Line | str], page: Page) -> Iterator[Line]:
    if not items:
        return
    yield Line()
    yield from page.wrap(line((f"{page.say(key)} ({len(items)})", "bold")))
    for item in items[:MOST]:
        yield from page.wrap(item, indent=2, hanging=2)
    if len(items) > MOST:
        yield from page.wrap(page.say("change-more", number=len(items) - MOST), indent=2)


def _clashes(clashes: Iterable[Entry], page: Page) -> Iterator[Line]:
    yield from _listed("compilation-conflicts", [_clash(entry, page) for entry in clashes], page)


def _clash(entry: Entry, page: Page) -> Line:
    """A row that contradicts others: its number, whose it is, where, and what is wanted."""
    told = {column: printable(words) for column, words in zip(TOLD, told_cells(entry, page.language), strict=True)}
    wanted = short(told["proposal"]) if told["proposal"] else told["kind"].lower()
    against = page.say("remark-against", numbers=list_numbers(entry.against))
    rest = f" {short(told['respondent'])}, {short(told['element'])}: {wanted} ({against})"
    return line((f"{page.say('column-number')} {entry.number}", "bold"), rest)


def _trials(told: TrialsTold, page: Page) -> Iterator[Line]:
    yield Line()
    yield from page.wrap(line((page.say("compilation-trials"), "bold")))
    yield from page.wrap(page.say("compilation-trials-sent", number=told.sent), indent=2, hanging=2)
    if told.counts is not None:
        yield from page.wrap(page.say("compilation-trials-together", **told.counts), indent=2, hanging=2)
    if told.contradicted:
        numbers = list_numbers(told.contradicted)
        yield from page.wrap(page.say("compilation-trials-contradicted", numbers=numbers), indent=2, hanging=2)
    if told.differs:
        yield from page.wrap(page.say("diff-hint"), indent=2, hanging=2)
    yield from _listed("compilation-introduced", [_verdict(each, page) for each in told.introduced], page)
    yield from _listed("compilation-solved", [_verdict(each, page) for each in told.solved], page)


def _verdict(each: Verdict, page: Page) -> Line:
    remark = each.remark
    whose = "; ".join(map(printable, each.whose)) or page.say("compilation-only-together")
    severity = page.say(f"severity-{remark.severity}")
    cause = f" {_in(remark.cause, page)}" if remark.cause else ""
    rest = f"  {short(whose)}: {_in(remark.says, page)}{cause}"
    return line((severity, STYLES[remark.severity]), (f" {remark.rule}", "bold"), rest)


def _in(words: Words, page: Page) -> str:
    return words.in_language(page.language)
