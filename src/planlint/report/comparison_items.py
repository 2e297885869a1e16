"""What changed inside an element, as lines: its words, its parts item by item, its links and principles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planlint.consult import TEXT
from planlint.model.comparison import Change, LinkChange, PartChange, PrincipleChanges, Shift
from planlint.model.plan import GoalLink
from planlint.report.comparison_words import diff_line, item_words, name_part, short
from planlint.report.line import Line, Style, line
from planlint.report.page import Page
from planlint.report.printable import printable

INDENT: Final = 4
MOST_ITEMS: Final = 12
"""How many items of one sort a part shows before it says how many more there are."""
_PLUS: Final[tuple[str, Style]] = ("+ ", "cyan")
_MINUS: Final[tuple[str, Style]] = ("− ", "red")
_OTHER: Final[tuple[str, Style]] = ("~ ", "yellow")


def content_lines(change: Change, page: Page) -> Iterator[Line]:
    """What changed in an element that both versions have, but for punctuation; the words of one that came or went."""
    yield from _own_words(change, page)
    if change.old is None or change.new is None:
        return
    for part in sorted(change.parts, key=lambda part: part.key != TEXT):  # what has no name stands below no other's
        yield from _part_lines(part, page)
    yield from _shift_lines(change.shifts, page)
    yield from _link_lines(change.links, page)
    yield from _principle_lines(change.principles, page)


def _shift_lines(shifts: Sequence[Shift], page: Page) -> Iterator[Line]:
    """Items that went from one part to another, those of one way together."""
    ways: dict[tuple[str, str], list[Shift]] = {}
    for shift in shifts:
        old = name_part(shift.old_key, shift.old_label, page) or page.say("part-text")
        new = name_part(shift.new_key, shift.new_label, page) or page.say("part-text")
        ways.setdefault((old, new), []).append(shift)
    for (old, new), group in ways.items():
        yield from page.wrap(page.say("change-shifted", old=old, new=new), indent=INDENT)
        for shift in group[:MOST_ITEMS]:
            yield from _item(_OTHER, diff_line(shift.words.pieces), page)
        yield from _more(len(group), page)


def _own_words(change: Change, page: Page) -> Iterator[Line]:
    """The element's own words where they are not its name: of a goal or a version, and where they changed."""
    if change.title and not change.title.editorial:
        yield from page.wrap(diff_line(change.title.pieces), indent=INDENT)
    elif change.sort in {"goal", "version"} and (change.old is None or change.new is None):
        yield from page.wrap(item_words(change.element.title), indent=INDENT)


def _part_lines(part: PartChange, page: Page) -> Iterator[Line]:
    """The part's name, then its items; nothing where only punctuation changed."""
    lines = list(_items(part, page))
    if lines:
        yield from page.wrap(name_part(part.key, part.label, page), indent=INDENT)
        yield from lines


def _items(part: PartChange, page: Page) -> Iterator[Line]:
    reworded = [each for each in part.reworded if not each.editorial]
    regrouped = [each for each in part.regrouped if not each.editorial]
    yield from _some((_item(_MINUS, item_words(text), page) for text in part.removed[:MOST_ITEMS]), part.removed, page)
    yield from _some((_item(_PLUS, item_words(text), page) for text in part.added[:MOST_ITEMS]), part.added, page)
    yield from _some((_item(_OTHER, diff_line(each.pieces), page) for each in reworded[:MOST_ITEMS]), reworded, page)
    for each in regrouped[:MOST_ITEMS]:
        told = page.say("change-joined" if len(each.old) > 1 else "change-split")
        yield from _item(_OTHER, line(f"{told} ", *diff_line(each.pieces).pieces), page)
    moves = [line(f"{page.say('change-item')} ", item_words(new)) for _, new in part.reordered]
    yield from _some((_item(_OTHER, each, page) for each in moves[:MOST_ITEMS]), moves, page)


def _item(mark: tuple[str, Style], words: Line | str, page: Page) -> list[Line]:
    pieces = words.pieces if isinstance(words, Line) else ((words, ""),)
    return page.wrap(line(mark, *pieces), indent=INDENT + 2, hanging=2)


def _some(shown: Iterable[list[Line]], every: Sequence[object], page: Page) -> Iterator[Line]:
    """The lines, and how many more there are."""
    for lines in shown:
        yield from lines
    yield from _more(len(every), page)


def _more(every: int, page: Page) -> list[Line]:
    left = every - MOST_ITEMS
    return page.wrap(page.say("change-more", number=left), indent=INDENT + 2) if left > 0 else []


def _link_lines(links: Iterable[LinkChange], page: Page) -> Iterator[Line]:
    """Links that came and went; those that lead elsewhere are told where links are to be looked at again."""
    shown = [link for link in links if link.kind in {"added", "removed", "found"}]
    if shown:
        yield from page.wrap(page.say("outline-goal-links"), indent=INDENT)
    for change in shown:
        if change.kind == "removed" and change.old:
            yield from _item(_MINUS, name_link(change.old), page)
        elif change.kind == "added" and change.new:
            yield from _item(_PLUS, name_link(change.new), page)
        elif change.new:
            text = page.say("link-found", code=printable(change.new.code), text=goal_words(change.new))
            yield from _item(_OTHER, text, page)


def name_link(link: GoalLink) -> str:
    """A link's code and the goal's words."""
    return " ".join(part for part in (printable(link.code), goal_words(link)) if part)


def goal_words(link: GoalLink) -> str:
    """The words of the goal that a link means; what it repeats of them where the goal is not in the plan."""
    text = link.goal.text if link.goal else link.text
    return short(printable(text.text)) if text else ""


def _principle_lines(principles: PrincipleChanges, page: Page) -> Iterator[Line]:
    if principles.added or principles.removed:
        yield from page.wrap(page.say("outline-principles"), indent=INDENT)
    for mark, told in ((_MINUS, principles.removed), (_PLUS, principles.added)):
        for number, mention in told:
            words = printable(mention.place.text)
            name = words if str(number) in words else f"{page.say('sort-principle')} {number} ({words})"
            yield from _item(mark, name, page)
