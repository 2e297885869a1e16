"""Equal views made one, with all who hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Final, get_args

from planlint.consult.claims import key_of
from planlint.consult.wording import Wording
from planlint.language.normalise import normalise
from planlint.model.consultation import Holder, Said, ViewKind, Way

CHANGES: Final[frozenset[ViewKind]] = frozenset({"insertion", "deletion", "rewording", "move"})
"""Kinds of views that change the plan's words: what they make of it tells them apart, not what they are called."""
_WAYS: Final[dict[Way, int]] = {way: index for index, way in enumerate(get_args(Way))}


def gather(holders: Iterable[Holder], wording: Wording) -> list[tuple[Holder, ...]]:
    """Those who hold the same view together, the one that says most of it first, then by name.

    Changes are the same where they make the same of the plan, and so is a wording that a form or a letter proposes and
    says nothing more of. Other views are the same where they are of one kind, at one spot, of the same quote and in the
    same words: case and white space aside.
    """
    groups: dict[Hashable, list[Holder]] = defaultdict(list)
    for holder in holders:
        key = key_of(holder.said, wording)
        groups[_said(holder.said) if key is None else key].append(holder)
    return [tuple(sorted(group, key=_order)) for group in groups.values()]


def _said(said: Said) -> Hashable:
    """What is the same for two views that say the same, with the same replies to them."""
    return (
        said.spot.index if said.spot else None,
        said.why,
        "change" if said.kind in CHANGES else said.kind,
        said.to.index if said.to else None,
        *map(normalise, (said.quote, said.text, said.proposal, said.after)),
        tuple((reply.author, normalise(reply.text)) for reply in said.replies),
        said.resolved,
    )


def _order(holder: Holder) -> tuple[int, str, str, tuple[str, ...], int]:
    """Changes that a file shows before those that have to be found, made ones before proposed ones; then by name.

    The answers' own order comes last, so that it decides only between views that are alike in all that is shown.
    """
    said = holder.said
    shown = said.quote, said.text, said.proposal, said.author, said.date
    return _WAYS[said.way], holder.respondent.casefold(), holder.respondent, shown, holder.answer
