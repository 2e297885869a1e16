"""What is told of goal links that someone should look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planlint.model.comparison import Change, Comparison, Piece, SuspectLink
from planlint.model.words import Words
from planlint.report.comparison_items import goal_words
from planlint.report.comparison_told_items import own_words, told_pieces
from planlint.report.comparison_words import number_and_title
from planlint.report.printable import printable


@dataclass(frozen=True, slots=True)
class Review:
    """Links to look at again: what is said of them, the goal's words where they changed, and how many they are."""

    says: Words
    words: tuple[Piece, ...] = ()
    links: int = 1


def tell_links(comparison: Comparison) -> tuple[Review, ...]:
    """Links to goals in other words, by goal; then links that lead elsewhere or nowhere."""
    return (*_suspects(comparison.suspects), *_misled(comparison.changes))


def _suspects(suspects: Sequence[SuspectLink]) -> Iterator[Review]:
    """Links to goals that say something else than they did, by goal."""
    by_goal: dict[tuple[str, int, int], list[SuspectLink]] = {}
    for suspect in suspects:
        place = suspect.goal.new
        by_goal.setdefault((place.part, place.paragraph, place.start), []).append(suspect)
    for group in by_goal.values():
        names = "; ".join(number_and_title(suspect.new) for suspect in group)
        says = own_words("link-suspect", code=printable(group[0].code), interventions=names)
        yield Review(says, told_pieces(group[0].goal.pieces), len(group))


def _misled(changes: Iterable[Change]) -> Iterator[Review]:
    """Links that kept their code and lead elsewhere or nowhere."""
    for change in changes:
        for link in change.links:
            if link.old and link.kind in {"retargeted", "lost"}:
                yield Review(
                    own_words(
                        f"link-{link.kind}",
                        intervention=number_and_title(change.element),
                        code=printable(link.old.code),
                        new=goal_words(link.new) if link.new else "",
                        old=goal_words(link.old),
                    )
                )
