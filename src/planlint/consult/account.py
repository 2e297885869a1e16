"""The account of a consultation: a filled-in table held against what changed in the plan between the two versions.

A view is tied to a change only where it can be seen. That nothing is tied does not say that no view had a part in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from planlint.consult.cells import name_spot
from planlint.consult.phrasing import Phrasing
from planlint.consult.spots import list_spots
from planlint.consult.strands import hold_only
from planlint.consult.traces import Trace, Traces
from planlint.model.comparison import Change, Comparison
from planlint.model.consultation import Spot, ViewKind
from planlint.model.filled import TOLD, FilledRow, FilledTable
from planlint.model.plan import Plan
from planlint.model.rule import Language
from planlint.model.treatment import Bond, Cause, Doubt, Made, Treated, Treatment
from planlint.texts import say

_ELEMENT, _KIND, _QUOTE, _PROPOSAL = (TOLD.index(column) for column in ("element", "kind", "quote", "proposal"))
_KINDS: Final[Mapping[str, ViewKind]] = {
    say(f"view-{kind}", language): kind for kind in get_args(ViewKind) for language in get_args(Language)
}


def give_account(table: FilledTable, comparison: Comparison) -> Treatment:
    """Which change came from which view, and where table and plan do not agree. A view may have several, or none."""
    old, new = (run.outcomes[0].plan for run in (comparison.old, comparison.new))
    if old is None or new is None:
        raise ValueError("a document that was not read has no changes to account for")
    traces = Traces.of(comparison.changes, old, new)
    atlas = Atlas.of(old, table.language)
    wishes = [Wish.of(row, atlas, traces.phrasing) for row in table.rows]
    ties = _tie(wishes, traces)
    changes, of_view = _changes(comparison.changes, traces, ties)
    return Treatment(
        table=table,
        comparison=comparison,
        views=tuple(
            Treated(wish.row, atlas.chapter(wish.row), of_view.get(view, ()), _doubt(wish, ties[view], traces))
            for view, wish in enumerate(wishes)
        ),
        changes=changes,
    )


def kind_of(row: FilledRow) -> ViewKind | None:
    """What kind of view a row holds; None where its cell says nothing known."""
    return _KINDS.get(row.told[_KIND].partition(" (")[0])


@dataclass(frozen=True, slots=True)
class Atlas:
    """The spots of the plan by the names that the table has for them; some have the same."""

    spots: tuple[Spot, ...]
    named: Mapping[str, tuple[Spot, ...]]

    @classmethod
    def of(cls, plan: Plan, language: Language) -> Atlas:
        """Of the plan as it was sent, named as in a table in that language."""
        spots = list_spots(plan)
        named: dict[str, list[Spot]] = defaultdict(list)
        for spot in spots:
            named[_key(name_spot(spot, language))].append(spot)
        return cls(spots, {name: tuple(found) for name, found in named.items()})

    def spot(self, row: FilledRow) -> Spot | None:
        """The one spot that a row can mean; None for none, for several, and for the plan as a whole."""
        found = self.named.get(_key(row.told[_ELEMENT]), ())
        return found[0] if len(found) == 1 and found[0].index else None

    def chapter(self, row: FilledRow) -> str:
        """The title that a row stands under; '' for none, and where it can be several."""
        chapters = {spot.chapter for spot in self.named.get(_key(row.told[_ELEMENT]), ())}
        chapter = self.spots[chapters.pop()] if len(chapters) == 1 else self.spots[0]
        return " ".join(part for part in (chapter.number or "", chapter.title) if part) if chapter.index else ""


@dataclass(frozen=True, slots=True)
class Wish:
    """A view, made ready to be held against the changes. `wants` and `quoted` are sentences and whole lines."""

    row: FilledRow
    spot: Spot | None
    kind: ViewKind | None
    wants: frozenset[str]
    quoted: frozenset[str]
    titles: frozenset[str]
    """The lines of what it asks for, or strikes: a title is often but a word."""
    quote: tuple[str, ...]
    proposal: tuple[str, ...]
    """Line by line, to be found among other words."""

    @classmethod
    def of(cls, row: FilledRow, atlas: Atlas, phrasing: Phrasing) -> Wish:
        """Of a row of the table."""
        quote, proposal = row.told[_QUOTE], row.told[_PROPOSAL]
        return cls(
            row=row,
            spot=atlas.spot(row),
            kind=kind_of(row),
            wants=phrasing.said(proposal),
            quoted=phrasing.said(quote),
            titles=phrasing.lines(proposal or quote),
            quote=_lines(quote, phrasing),
            proposal=_lines(proposal, phrasing),
        )

    @property
    def strikes(self) -> bool:
        """Whether what it quotes is to go."""
        return self.kind == "deletion" and not self.proposal


@dataclass(frozen=True, slots=True)
class Unasked:
    """What nobody asked for; `grown` where it is more than other words for what stood there."""

    grown: bool


def _tie(wishes: Sequence[Wish], traces: Traces) -> list[Mapping[int, Bond]]:
    """By view, what it is tied to: by its words, else by its place where the table says that it is met."""
    by_words = [tuple(_by_words(wish, traces)) for wish in wishes]
    asked: dict[int, list[Wish]] = defaultdict(list)
    for wish, found in zip(wishes, by_words, strict=True):
        for index in found:
            asked[index].append(wish)
    unasked = {index: each for index, trace in enumerate(traces.every) if (each := _unasked(trace, asked[index]))}
    return [
        _tied(found, "words") if found else _tied(_by_place(wish, traces, unasked), "place")
        for wish, found in zip(wishes, by_words, strict=True)
    ]


def _tied(found: Iterable[int], bond: Bond) -> Mapping[int, Bond]:
    return dict.fromkeys(found, bond)


def _by_words(wish: Wish, traces: Traces) -> Iterator[int]:
    """The very words that it asks for came, or those that it strikes went."""
    near = traces.near(wish.spot)
    found = {index for said in wish.wants for index in traces.came.get(said, ())}
    found |= {index for said in wish.quoted for index in traces.went.get(said, ()) if wish.strikes}
    for index in sorted(found | set(near)):
        trace = traces.every[index]
        if trace.whole:
            tied = _is_whole(wish, trace, traces.before)
        elif trace.strand.moved:
            tied = bool(wish.wants & trace.came) or (wish.kind == "move" and _stands(wish.quote, trace.old))
        else:
            struck = wish.strikes and bool(wish.quoted & trace.went) and not trace.came
            tied = bool(wish.wants & trace.came) or struck or (index in near and _is_put_right(wish, trace))
        if tied:
            yield index


def _is_whole(wish: Wish, trace: Trace, before: frozenset[str]) -> bool:
    """Whether an element that came or went as a whole is the one meant, not one that shares a sentence with it."""
    if not trace.strand.new:
        return wish.strikes and bool(trace.titles & wish.titles)
    shared = wish.wants & trace.came
    return bool(shared) and (bool(trace.titles & wish.titles) or 2 * len(shared) >= len(wish.wants - before))


def _is_put_right(wish: Wish, trace: Trace) -> bool:
    """Whether the words that it quotes gave way to those that it wants, be they parts of a sentence only."""
    if not (wish.quote and wish.proposal):
        return False
    came = _stands(wish.proposal, trace.new) and not _stands(wish.proposal, trace.old)
    return came and _stands(wish.quote, trace.old) and not _stands(wish.quote, trace.new)


def _unasked(trace: Trace, asked: Sequence[Wish]) -> Unasked | None:
    """What is in it that nobody asked for in these words, so that it may have come from another view."""
    if trace.bare:
        return None
    if trace.whole or not (trace.fresh or trace.lost) or any(_is_put_right(wish, trace) for wish in asked):
        return None if asked else Unasked(grown=True)
    wanted = frozenset[str]().union(*(wish.wants for wish in asked))
    left = trace.fresh - wanted if trace.fresh else trace.lost - wanted.union(*(wish.quoted for wish in asked))
    return Unasked(grown=len(trace.fresh - wanted) > len(trace.lost)) if left else None


def _by_place(wish: Wish, traces: Traces, unasked: Mapping[int, Unasked]) -> list[int]:
    """What changed where it stands, and what it may be that it asked for.

    That is, where the words that it quotes are gone, that one; else what nobody asked for in these words, before others
    the sentence that it quotes from; of its paragraph only what has grown. None where the words that it wants to be
    others still stand.
    """
    if wish.spot is None or wish.kind == "support" or wish.row.standpoint not in {"met", "partly"}:
        return []
    if _is_unmade(wish, traces):
        return []
    here = [index for index in traces.near(wish.spot) if not traces.every[index].bare]
    told = [
        index
        for index in here
        if _is_quoted(wish, trace := traces.every[index], traces.phrasing)
        and (index in unasked or not _stands(wish.quote, trace.new))
    ]
    return told or [index for index in here if index in unasked and _answers(wish, traces.every[index], unasked[index])]


def _answers(wish: Wish, trace: Trace, unasked: Unasked) -> bool:
    if trace.strand.moved:
        return False
    return not wish.quote or not trace.strand.old or (unasked.grown and _stands(wish.quote, trace.old))


def _is_quoted(wish: Wish, trace: Trace, phrasing: Phrasing) -> bool:
    """Whether a sentence that it quotes, or quotes from, is not as it was."""
    return bool(wish.quote) and any(
        _stands((line,), phrasing.within(sentence)) for sentence in trace.lost for line in wish.quote
    )


def _is_unmade(wish: Wish, traces: Traces) -> bool:
    """Whether it wants other words, or none, in place of what still stands where it stood."""
    wanted = wish.strikes or (wish.proposal and not _stands(wish.quote, " | ".join(wish.proposal)))
    if wish.spot is None or not wish.quote or not wanted:
        return False
    return _stands(wish.quote, traces.said_now(wish.spot))


def _doubt(wish: Wish, ties: Mapping[int, Bond], traces: Traces) -> Doubt | None:
    standpoint = wish.row.standpoint
    if standpoint == "not-met" and "words" in ties.values():
        return "despite"
    if standpoint != "met" or ties or wish.spot is None or wish.kind == "support":
        return None
    return "unseen" if _is_unmade(wish, traces) or not traces.touched(wish.spot) else None


def _changes(
    changes: Sequence[Change], traces: Traces, ties: Sequence[Mapping[int, Bond]]
) -> tuple[tuple[Made, ...], dict[int, tuple[int, ...]]]:
    """Every change, divided by where it came from; and by view, those that came from it."""
    causes: dict[int, list[Cause]] = defaultdict(list)
    for view, found in enumerate(ties):
        for index, bond in found.items():
            causes[index].append(Cause(view, bond))
    divided: dict[tuple[int, tuple[Cause, ...]], list[Trace]] = defaultdict(list)
    for index, trace in enumerate(traces.every):
        divided[trace.change, tuple(causes[index])].append(trace)
    made: list[Made] = []
    of_view: dict[int, list[int]] = defaultdict(list)
    for (change, came_from), held in divided.items():
        for cause in came_from:
            of_view[cause.view].append(len(made))
        made.append(Made(hold_only(changes[change], {trace.strand.slot for trace in held}), came_from))
    return tuple(made), {view: tuple(found) for view, found in of_view.items()}


def _stands(lines: Iterable[str], among: str) -> bool:
    """Whether all lines stand among the words."""
    listed = list(lines)
    return bool(listed) and all(line in among for line in listed)


def _lines(text: str, phrasing: Phrasing) -> tuple[str, ...]:
    return tuple(line for each in text.split("\n") if (line := phrasing.within(each)).strip())


def _key(name: str) -> str:
    return " ".join(name.split())
