"""Plans whose words try to be more than words, for answer forms."""

from __future__ import annotations

from dataclasses import replace

from planlint.model.consultation import Sent
from tests.consult.returned import sent
from tests.report.consultation.compilations import HOSTILE, SHOWN

__all__ = ["HOSTILE", "SHOWN", "hostile"]


def hostile() -> Sent:
    """The plan with such words as its title and as the title of a section."""
    control = sent().plan.control
    title = replace(control.title, text=HOSTILE) if control.title else None
    spots = tuple(
        replace(spot, title=HOSTILE, number=None) if spot.title == "Bakgrund" else spot for spot in sent().spots
    )
    return replace(sent(), spots=spots, plan=replace(sent().plan, control=replace(control, title=title)))
