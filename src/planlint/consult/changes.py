"""What became of each element of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from planlint.consult.diff import reword, same_text
from planlint.consult.leaves import GOAL_LINKS, PRINCIPLES
from planlint.consult.links import compare_links, copies
from planlint.consult.parts import compare_parts, says_something
from planlint.consult.versions import Versions, find_moved, is_rehomed, places_of_gone
from planlint.language.normalise import normalise
from planlint.model.comparison import Change, ChangeKind, Element, PartChange, PrincipleChanges, Sort
from planlint.model.plan import PrincipleMention
from planlint.model.text import Text

NAMED_BY_TEXT: Final[frozenset[Sort]] = frozenset({"goal", "version", "step"})
"""Sorts whose words are what they say, not what they are called: other words are a change, not a new name."""


def list_changes(versions: Versions) -> tuple[Change, ...]:
    """Every element that changed, in the order of the new version; what went, after what it stood after."""
    rows: list[tuple[tuple[int, int, int], Change]] = []
    for index, place in places_of_gone(versions).items():
        old = versions.old[index]
        rows.append((place, Change(old.sort, ("removed",), old, None, _chapter(old))))
    out_of_order = find_moved(versions)
    for index, new in enumerate(versions.new):
        if index not in versions.before:
            rows.append(((index, 0, 0), Change(new.sort, ("added",), None, new, _chapter(new))))
            continue
        change = _change(versions, versions.before[index], index)
        kinds = tuple(name_kinds(change, reordered=index in out_of_order))
        if kinds:
            rows.append(((index, 0, 0), replace(change, kinds=kinds)))
    return tuple(change for _, change in sorted(rows, key=lambda row: row[0]))


def _change(versions: Versions, i: int, j: int) -> Change:
    """What changed in an element that both versions have, its kinds aside; mostly nothing."""
    old, new = versions.old[i], versions.new[j]
    compared = compare_parts(old.parts, new.parts, versions.lexicon)
    principles = _principles(old, new)
    parts = [_untold(part, principles) for part in compared.parts]
    if copied := tuple(copies(old, new, versions.goals)):
        parts.append(PartChange(GOAL_LINKS, "", reworded=copied))
    return Change(
        sort=new.sort,
        kinds=(),
        old=old,
        new=new,
        chapter=_chapter(new),
        title=None if same_text(old.title.text, new.title.text) else reword(old.title, new.title),
        parts=tuple(part for part in parts if says_something(part)),
        shifts=compared.shifts,
        links=compare_links(old.links, new.links, versions.goals),
        principles=principles,
        homes=_homes(versions, old, new) if is_rehomed(versions, i, j) else None,
    )


def name_kinds(change: Change, *, reordered: bool) -> Iterator[ChangeKind]:
    """All that is to be said of an element that both versions have."""
    old, new, title = change.old, change.new, change.title
    reworded = title is not None and not title.editorial
    if reworded and change.sort not in NAMED_BY_TEXT:
        yield "renamed"
    if old and new and normalise(old.number or "") != normalise(new.number or ""):
        yield "renumbered"
    if change.homes:
        yield "moved"
    elif reordered:
        yield "reordered"
    links = change.links or change.principles.added or change.principles.removed
    if links or change.shifts or any(map(_weighs, change.parts)) or (reworded and change.sort in NAMED_BY_TEXT):
        yield "changed"
    elif change.parts or (title and title.editorial):
        yield "editorial"


def _weighs(part: PartChange) -> bool:
    """Whether more than punctuation, capitals and white space changed in a part."""
    other = bool(part.added or part.removed or part.reordered)
    return other or not (all(each.editorial for each in part.reworded) and all(e.editorial for e in part.regrouped))


def _principles(old: Element, new: Element) -> PrincipleChanges:
    before, after = (_by_number(each.mentions) for each in (old, new))
    return PrincipleChanges(
        tuple((number, after[number]) for number in sorted(after.keys() - before.keys())),
        tuple((number, before[number]) for number in sorted(before.keys() - after.keys())),
    )


def _by_number(mentions: Sequence[PrincipleMention]) -> dict[int, PrincipleMention]:
    found: dict[int, PrincipleMention] = {}
    for mention in mentions:
        for number in mention.numbers:
            found.setdefault(number, mention)
    return found


def _untold(part: PartChange, principles: PrincipleChanges) -> PartChange:
    """The part of principles without the items that a principle's coming or going tells of already."""
    if part.key != PRINCIPLES:
        return part
    came, went = ({_paragraph(mention.place) for _, mention in told} for told in (principles.added, principles.removed))
    told = [each for each in part.reworded if _paragraph(each.new) in came and _paragraph(each.old) in went]
    return replace(
        part,
        added=tuple(text for text in part.added if _paragraph(text) not in came),
        removed=tuple(text for text in part.removed if _paragraph(text) not in went),
        reworded=tuple(each for each in part.reworded if each not in told),
    )


def _homes(versions: Versions, old: Element, new: Element) -> tuple[str, str]:
    """The headings that an element stood and stands under, '' for none."""
    was = versions.old[old.parent].where.path if old.parent is not None else ()
    now = versions.new[new.parent].where.path if new.parent is not None else ()
    return (was[-1] if was else ""), (now[-1] if now else "")


def _chapter(element: Element) -> str:
    return element.where.path[0] if element.where.path and element.sort != "control" else ""


def _paragraph(text: Text) -> tuple[str, int]:
    return text.part, text.paragraph
