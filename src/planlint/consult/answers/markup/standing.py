"""At which of the plan's spots a change stands."""

from __future__ import annotations

from collections.abc import Sequence

from planlint.consult.answers.markup.ground import Ground
from planlint.consult.spots import Places
from planlint.model.consultation import Sent, Spot
from planlint.model.text import Text


class Standing:
    """Tells the spot of lines of the ground."""

    def __init__(self, sent: Sent, ground: Ground) -> None:
        self._ground = ground
        self._spots = sent.spots
        self._places = Places(sent.spots)
        self._inside = sorted((spot for spot in sent.spots[1:] if spot.place.part == "document"), key=_order)
        self._firsts = {spot.place.paragraph: spot for spot in reversed(self._inside)}
        self._written = [line.text for line in ground.plan if line and line.story == "document"]

    def at(self, line: int, offset: int = 0) -> Spot:
        """The spot of a place of the ground, -1 being before everything.

        What stands before the first spot of a paragraph, as a goal's code does, belongs to that one. The table of
        contents is of the plan as a whole, whatever it stands after.
        """
        known = self.known(line)
        if known < 0 or self._ground.lines[known].story == "contents":
            return self._spots[0]
        text = self._ground.lines[known].text
        spot = self._places.at(Text(text.part, text.paragraph, offset if known == line else len(text.text), ""))
        if text.part != "document" or spot.place.paragraph == text.paragraph:
            return spot
        return self._firsts.get(text.paragraph, spot)

    def known(self, line: int) -> int:
        """The line itself, or the nearest one above that the plan has; -1 where there is none."""
        while line >= 0 and self._ground.lines[line].foreign:
            line -= 1
        return line

    def under(self, line: int, level: int | None) -> Spot:
        """The spot of new paragraphs after a line. A heading stands under the nearest one of a higher level."""
        spot = self.at(line, 1 << 30)
        if level is None:
            return spot
        above = (each for each in self._spots[spot.index :: -1] if each.level is not None and each.level < level)
        return next((each for each in above if not each.part), self._spots[0])

    def of_stretch(self, lines: Sequence[int]) -> Spot:
        """The spot of lines that go: the first one of which nothing is left, else that of the first line."""
        known = [line for line in lines if not self._ground.lines[line].foreign]
        if known:
            first, last = (self._ground.lines[known[at]].text for at in (0, -1))
            begin, end = (first.paragraph, first.start), (last.paragraph, last.end)
            for at, spot in enumerate(self._inside):
                if begin <= _order(spot) < end and self._ends_by(at, last.paragraph):
                    return spot
        return self.at(lines[0])

    def _ends_by(self, at: int, paragraph: int) -> bool:
        """Whether no words of a spot, and of what stands under it, come after a paragraph."""
        following = next((each for each in self._inside[at + 1 :] if not _is_under(each, self._inside[at])), None)
        end = following.place.paragraph if following else self._written[-1].paragraph + 1
        return not any(paragraph < text.paragraph < end for text in self._written)


def _is_under(spot: Spot, above: Spot) -> bool:
    """Whether a later spot is part of one above it."""
    if above.part or above.level is None:
        return False
    return bool(spot.part) or spot.level is None or spot.level > above.level


def _order(spot: Spot) -> tuple[int, int]:
    return spot.place.paragraph, spot.place.start
