"""What is told of a compilation, apart from how it is laid out: counts, who is missing, chapters with their rows.

What is `Words` is the program's own; other texts are other people's, safe to show but escaped for no form yet. The
texts of the table's cells are `consult.cells.told_cells`, in the language of whoever asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from planlint.consult.cells import BETWEEN, DIGITS, digest_of, name_spot
from planlint.consult.diff import pieces_of
from planlint.model.comparison import Piece
from planlint.model.consultation import Answer, Calendar, Compilation, Entry, Spot
from planlint.model.filled import Column
from planlint.model.words import Words
from planlint.report.comparison_told_items import in_both, own_words
from planlint.report.consultation.compilation_clashes import order_clashes
from planlint.report.consultation.compilation_trials import TrialsTold, tell_trials
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable

MOST_NUMBERS: Final = 20
"""Numbers of other rows that a remark lists."""
MOST_NAME: Final = 200
"""Cells of a name, a title or a path before its middle is left out."""
UNKNOWN: Final = "–"
"""What stands for a number of a file that could not be read."""

Side = Literal["gone", "new"]
MARKED: Final[Mapping[Column, Side]] = {"quote": "gone", "proposal": "new"}
"""Columns whose words are held together, and what is marked in them: a reader sees at once what is to be changed."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something."""

    name: Words
    number: int


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a chapter, or those that stand at none. `plans`: its title is the plan's own words."""

    title: Words
    plans: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class BasisRow:
    """A file that the table was made from, as the basis shows it, column by column."""

    whose: Words
    path: str
    revisions: str
    comments: str
    views: str
    digest: str


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that is told. `clashes` are rows that contradict others, rivals side by side."""

    title: str
    facts: tuple[tuple[Words, str], ...]
    numbers: tuple[Count, ...]
    kinds: tuple[Count, ...]
    respondents: tuple[Count, ...]
    chapters: tuple[Count, ...]
    elements: tuple[Count, ...]
    """The elements and parts that something was said of: too many for the first pages of a document."""
    invited: int
    missing: tuple[str, ...]
    unread: tuple[tuple[str, Words], ...]
    late: tuple[Words, ...]
    foreign: tuple[str, ...]
    clashes: tuple[Entry, ...]
    trials: TrialsTold | None
    sections: tuple[Section, ...]
    unplaced: Section
    basis: tuple[BasisRow, ...]
    digest: Words

    @property
    def tables(self) -> tuple[Section, ...]:
        """The sections that have rows: the chapters, then what is not placed."""
        return tuple(each for each in (*self.sections, self.unplaced) if each.entries)


def tell(compilation: Compilation) -> Account:
    """What a report tells of it."""
    sections = tuple(_section(chapter, entries) for chapter, entries in chapters_of(compilation))
    placing = Section(own_words("compilation-not-placed"), plans=False, entries=compilation.unplaced)
    return Account(
        title=plan_title(compilation),
        facts=tuple(_facts(compilation)),
        numbers=tuple(_numbers(compilation)),
        kinds=_kinds(compilation.entries),
        respondents=_respondents(compilation),
        chapters=tuple(Count(each.title, len(each.entries)) for each in (*sections, placing) if each.entries),
        elements=_elements(compilation.entries),
        invited=len(compilation.invited),
        missing=tuple(name(each.name) for each in compilation.invited if not each.answered),
        unread=tuple(_unread(compilation)),
        late=tuple(_late(compilation.answers, compilation.calendar)),
        foreign=tuple(name(each.path) for each in compilation.answers if each.told and each.told.foreign),
        clashes=order_clashes(compilation.entries),
        trials=tell_trials(compilation.trials, compilation.sent.run.language) if compilation.trials else None,
        sections=sections,
        unplaced=placing,
        basis=tuple(_basis(compilation)),
        digest=_digest(compilation),
    )


def plan_title(compilation: Compilation) -> str:
    """The plan's own title, or its file's path where it has none."""
    title = compilation.sent.plan.control.title
    return name(title.text if title and title.text.strip() else compilation.sent.run.outcomes[0].path)


def name(text: str) -> str:
    """A name that somebody else wrote, on one line and no longer than a line or two."""
    return middle_out(printable(text), MOST_NAME)


def tell_remarks(entry: Entry) -> tuple[Words, ...]:
    """What is remarked on a row: which others it contradicts, and which earlier one says the same."""
    told = []
    if entry.against:
        told.append(own_words("remark-against", numbers=list_numbers(entry.against)))
    if entry.like is not None:
        told.append(own_words("remark-like", number=entry.like))
    return tuple(told)


def compare_words(quote: str, proposal: str) -> Mapping[Side, tuple[Piece, ...]]:
    """The plan's words and those that are wanted, each with what the other one does not have told apart.

    Empty where nothing is the same, or where one of them has more than a line or more than one space at a time: what is
    shown must be the very words.
    """
    before, after = quote.split(" "), proposal.split(" ")
    if not (all(before) and all(after)) or {"\n", "\t"} & {*quote, *proposal}:
        return {}
    found = pieces_of(before, after)
    if all(piece.kind != "same" for piece in found):
        return {}
    return {side: tuple(piece for piece in found if piece.kind in {"same", side}) for side in MARKED.values()}


def list_numbers(numbers: Sequence[int]) -> str:
    """Numbers of rows; '…' for those that are too many to list."""
    more = ", …" if len(numbers) > MOST_NUMBERS else ""
    return ", ".join(map(str, numbers[:MOST_NUMBERS])) + more


def same(text: str) -> Words:
    """Words that are the same in both languages, as names are."""
    return Words(sv=text, en=text)


def _facts(compilation: Compilation) -> Iterator[tuple[Words, str]]:
    """What was sent out, and what a timeline says of it."""
    outcome, control, calendar = compilation.sent.run.outcomes[0], compilation.sent.plan.control, compilation.calendar
    yield own_words("compilation-plan"), plan_title(compilation)
    if control.version:
        yield own_words("compilation-version"), name(control.version.text)
    yield own_words("compilation-file"), name(outcome.path)
    if calendar.last_day:
        yield own_words("compilation-last-day"), calendar.last_day.isoformat()
    if calendar.responsible:
        yield own_words("compilation-responsible"), BETWEEN.join(map(name, calendar.responsible))


def _numbers(compilation: Compilation) -> Iterator[Count]:
    told = [each.told for each in compilation.answers if each.told]
    contradicted = sum(bool(entry.against) for entry in compilation.entries)
    for key, number in (
        ("answers", len(compilation.answers)),
        ("respondents", len(respondents_of(compilation))),
        ("views", len(compilation.entries)),
        ("unplaced", len(compilation.unplaced)),
        ("contradicted", contradicted),
        ("asides", None if compilation.anonymous else sum(len(each.asides) for each in told)),
    ):
        if number is None:  # an anonymised compilation has none of them left to count
            continue
        yield Count(own_words(f"compilation-{key}"), number)


def _kinds(entries: Iterable[Entry]) -> tuple[Count, ...]:
    counted = Counter(entry.said.kind for entry in entries)
    return tuple(Count(own_words(f"view-{kind}"), number) for kind, number in counted.most_common())


def respondents_of(compilation: Compilation) -> tuple[str, ...]:
    """All who answered, each once: also one with nothing to say."""
    answered = (each for answer in compilation.answers for each in answer.respondents)
    return tuple(dict.fromkeys((*answered, *(each for entry in compilation.entries for each in entry.respondents))))


def _respondents(compilation: Compilation) -> tuple[Count, ...]:
    counted = Counter(each for entry in compilation.entries for each in entry.respondents)
    return tuple(Count(same(name(each)), counted[each]) for each in respondents_of(compilation))


def _elements(entries: Iterable[Entry]) -> tuple[Count, ...]:
    counted = Counter(entry.said.spot for entry in entries)
    return tuple(Count(in_both(partial(_element, spot)), number) for spot, number in counted.items())


def _element(spot: Spot | None, page: Page) -> str:
    return name(name_spot(spot, page.language))


def chapters_of(compilation: Compilation) -> Iterator[tuple[Spot, tuple[Entry, ...]]]:
    """The chapters that something was said of, in the plan's order, each with its rows."""
    chapters: dict[int, list[Entry]] = {}
    for entry in compilation.entries:
        if entry.said.spot is not None:
            chapters.setdefault(entry.said.spot.chapter, []).append(entry)
    for index, entries in sorted(chapters.items()):
        yield compilation.sent.spots[index], tuple(entries)


def is_late(answer: Answer, calendar: Calendar) -> bool:
    """Whether an answer is dated after the last day to answer, where both days are known."""
    return answer.last is not None and calendar.last_day is not None and answer.last > calendar.last_day


def _section(chapter: Spot, entries: tuple[Entry, ...]) -> Section:
    title = in_both(lambda page: name(name_spot(chapter, page.language)))
    return Section(title, plans=chapter.index > 0, entries=entries)


def _unread(compilation: Compilation) -> Iterator[tuple[str, Words]]:
    swedish = compilation.sent.run.language == "sv"
    for answer in compilation.answers:
        if (error := answer.error) is not None:
            here, there = name(error.message), name(error.translation)
            yield name(answer.path), Words(sv=here, en=there) if swedish else Words(sv=there, en=here)


def _late(answers: Iterable[Answer], calendar: Calendar) -> Iterator[Words]:
    for answer in answers:
        if answer.last is not None and is_late(answer, calendar):
            who = BETWEEN.join(map(name, answer.respondents)) or UNKNOWN
            day = answer.last.isoformat()
            yield own_words("compilation-late-answer", respondents=who, path=name(answer.path), date=day)


def _basis(compilation: Compilation) -> Iterator[BasisRow]:
    """The plan, then every file that came back."""
    outcome = compilation.sent.run.outcomes[0]
    yield BasisRow(
        own_words("basis-plan"), name(outcome.path), str(outcome.revisions), str(outcome.comments), "0",
        outcome.sha256[:DIGITS],
    )  # fmt: skip
    views = Counter(holder.answer for entry in compilation.entries for holder in entry.holders)
    for index, answer in enumerate(compilation.answers):
        numbers = (UNKNOWN,) * 3
        if answer.told is not None:
            numbers = (str(answer.told.revisions), str(answer.told.comments), str(views[index]))
        whose = same(BETWEEN.join(map(name, answer.respondents)) or UNKNOWN)
        yield BasisRow(whose, name(answer.path), *numbers, answer.sha256[:DIGITS])


def _digest(compilation: Compilation) -> Words:
    """The line by which it is seen whether rows were added or taken away."""
    digest = digest_of(entry.id for entry in compilation.entries)
    line = own_words("table-digest", number=len(compilation.entries), digest=digest)
    if not compilation.anonymous:
        return line
    mark = own_words("table-anonymous")
    return Words(sv=f"{line.sv} · {mark.sv}", en=f"{line.en} · {mark.en}")
