"""What the overview's sheet of a compilation's workbook holds, line by line, no matter how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planlint.consult.cells import told_cells
from planlint.model.consultation import Entry
from planlint.model.filled import TOLD
from planlint.model.rule import Language
from planlint.report.consultation.compilation_told import Account, Count, list_numbers
from planlint.report.consultation.compilation_trials import TrialsTold, Verdict
from planlint.texts import say


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells; a `head` stands over those that follow."""

    cells: Sequence[str | int]
    head: bool = False


def overview(account: Account, language: Language) -> Iterator[Line]:
    """The counts, who is missing, what could not be read or came late, the conflicts, what the rules say."""
    yield _head("compilation-sent", language)
    yield from (Line((label.in_language(language), value)) for label, value in account.facts)
    for key, counts in (
        ("compilation-numbers", account.numbers),
        ("compilation-by-kind", account.kinds),
        ("compilation-by-respondent", account.respondents),
        ("compilation-by-chapter", account.chapters),
        ("compilation-by-element", account.elements),
    ):
        yield from _counted(key, counts, language)
    missing = [(each,) for each in account.missing]
    if account.invited and not missing:
        missing = [(say("compilation-all-answered", language),)]
    yield from _listed("compilation-missing", missing, language)
    unread = [(path, why.in_language(language)) for path, why in account.unread]
    yield from _listed("compilation-unread", unread, language)
    yield from _listed("compilation-late", [(each.in_language(language),) for each in account.late], language)
    yield from _listed("compilation-foreign", [(each,) for each in account.foreign], language)
    yield from _clashes(account.clashes, language)
    if account.trials:
        yield from _trials(account.trials, language)


def _head(key: str, language: Language, *columns: str) -> Line:
    return Line((say(key, language), *(say(f"column-{column}", language) for column in columns)), head=True)


def _counted(key: str, counts: Iterable[Count], language: Language) -> Iterator[Line]:
    yield _head(key, language, "number-of")
    yield from (Line((count.name.in_language(language), count.number)) for count in counts)


def _listed(key: str, items: Sequence[tuple[str, ...]], language: Language) -> Iterator[Line]:
    if items:
        yield _head(key, language)
        yield from map(Line, items)


def _clashes(clashes: Sequence[Entry], language: Language) -> Iterator[Line]:
    if not clashes:
        return
    yield _head("compilation-conflicts", language, "contradicts", "respondent", "quote", "proposal")
    for entry in clashes:
        told = dict(zip(TOLD, told_cells(entry, language), strict=True))
        rest = (told["respondent"], told["quote"], told["proposal"] or told["kind"])
        yield Line((f"{say('column-number', language)} {entry.number}", list_numbers(entry.against), *rest))


def _trials(told: TrialsTold, language: Language) -> Iterator[Line]:
    yield _head("compilation-trials", language)
    yield Line((say("compilation-trials-sent", language, number=told.sent),))
    if told.counts is not None:
        yield Line((say("compilation-trials-together", language, **told.counts),))
    if told.contradicted:
        numbers = list_numbers(told.contradicted)
        yield Line((say("compilation-trials-contradicted", language, numbers=numbers),))
    if not (told.introduced or told.solved):
        yield Line((say("compilation-trials-none", language),))
    if told.differs:
        yield Line((say("diff-hint", language),))
    for key, verdicts in (("introduced", told.introduced), ("solved", told.solved)):
        if verdicts:
            yield _head(f"compilation-{key}", language, "code", "whose", "finding", "cause", "together")
            yield from (_verdict(each, language) for each in verdicts)


def _verdict(each: Verdict, language: Language) -> Line:
    remark = each.remark
    return Line(
        (
            say(f"severity-{remark.severity}", language),
            remark.rule,
            "; ".join(each.whose) or say("compilation-only-together", language),
            remark.says.in_language(language),
            remark.cause.in_language(language) if remark.cause else "–",
            say("yes" if each.together else "matrix-no", language),
        )
    )
