"""What became of an element as Markdown: an item of a list, with what changed in it below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planlint.model.comparison import Piece
from planlint.model.words import Words
from planlint.report.comparison_told import Told
from planlint.report.comparison_told_items import Group, Item
from planlint.report.markdown_escape import shown, shown_within
from planlint.report.page import Page

MOST_WORDS: Final = 1_200
"""Cells of a stretch of words; what is longer loses its middle."""
_TAGS: Final = {"gone": "del", "new": "ins"}


def write_change(told: Told, page: Page) -> str:
    """Its name and what became of it, its own words, and what changed in it; not all that is in a new one."""
    name = f"{_say(told.sort, page)} {shown_within(told.name, MOST_WORDS)}".strip()
    home = f" ({shown_within(told.home, MOST_WORDS)})" if told.home else ""
    words = f"  > {write_pieces(told.words)}\n" if told.words else ""
    groups = "".join(_group(group, page) for group in told.groups) if told.mark == "changed" else ""
    return f"- **{name}**{home}: {_say(told.became, page)}\n{words}{groups}"


def write_pieces(pieces: Iterable[Piece], most: int = MOST_WORDS) -> str:
    """Both texts in one line, as HTML that GitHub shows struck through and underlined."""
    told = ((_TAGS.get(piece.kind, ""), shown(piece.words, most)) for piece in pieces)
    return " ".join(f"<{tag}>{words}</{tag}>" if tag else words for tag, words in told)


def write_more(number: int, page: Page, indent: str = "") -> str:
    """How many more there are, if any."""
    return f"{indent}- {page.say('change-more', number=number)}\n" if number > 0 else ""


def _group(group: Group, page: Page) -> str:
    name = f"  - {shown(group.name.in_language(page.language), MOST_WORDS)}\n" if group.name else ""
    indent = "    " if group.name else "  "
    items = "".join(f"{indent}- {_item(item, page)}\n" for item in group.items)
    return name + items + write_more(group.untold, page, indent)


def _item(item: Item, page: Page) -> str:
    lead = [_say(item.lead, page)] if item.lead else []
    words = [write_pieces(item.pieces)] if item.pieces else []
    return " ".join((f"{page.say(f'comparison-{item.mark}')}:", *lead, *words))


def _say(words: Words, page: Page) -> str:
    """Words that may hold the plan's."""
    return shown_within(words.in_language(page.language), MOST_WORDS)
