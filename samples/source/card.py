"""The project card of the preliminary study 4.5, in good order and as somebody left it half done."""

from __future__ import annotations

from typing import Final

from samples.source.body import Body
from samples.source.draft_edits import Edit
from samples.source.package import Package, assemble
from samples.source.plan import FOLDER, understand

CARD: Final = FOLDER / "norradalen-projektkort.md"

CARD_EDITS: Final = (
    Edit("# 4.5", "| Processteg | Utreda |", "| Processteg | Pausad |", ("PL704",)),
    Edit("# 4.5", "| Ledare | Tove Marklund, Norrådalens kommunalförbund |\n", "", ("PL701",)),
    Edit("# 4.5", "| Mia Forsgren, Granå kommun…Älvhamns kommun |", "| – |", ("PL701",)),
    Edit("# 4.5", "Sluttid: 2027-12-17", "Sluttid: 2027-11-31", ("PL705",)),
    Edit("# 4.5", "4A. Minst 98 procent av hushållen", "4A. Minst 95 procent av hushållen", ("PL703",)),
    Edit("# 4.5", "4B. Alla samhällsviktiga…december 2028", "4D. Alla byar har en reservväg", ("PL702",)),
    Edit("# 4.5", "| 40 % |\n| Uppdaterad | 2027-06-04 |", "| 100 % |\n| Uppdaterad | 2027-02-05 |", ("PL706",)),
    Edit("# 4.5", "| Nyttokalkyl | Kostnad och nytta för varje sträcka fram till år 2035 |\n", "", ("PL707",)),
)
"""What is wrong in the second card, and the rules that say so."""


def card(source: str) -> Package:
    """A card's Markdown as a Word file."""
    content = understand(source)
    body = Body(content)
    return assemble(content, body, [block for _, block in body.blocks()])


def read_card() -> str:
    """The Markdown of the good card."""
    return CARD.read_text(encoding="utf-8")
