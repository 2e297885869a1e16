"""A compilation of a few views of a small fictional plan, made by hand, and what people do to its table."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from planlint.config import Config
from planlint.consult.cells import identify, told_cells
from planlint.consult.sent import read_sent
from planlint.intake import Source
from planlint.model.consultation import Answer, Compilation, Entry, Holder, Said, Sent, Spot, Told
from planlint.model.rule import Language
from planlint.rulebook import load

PLAN = """# Handlingsplan för digital samverkan

## 1 Inledning

Planen samlar det som kommunerna gör tillsammans.

## 2 Fokusområden

### 2.1 Digital kompetens

Alla ska hänga med.

## 3 Insatser

### 3.1 Digital introduktion

Nyanställda får en introduktion.
"""
PATH = "planer/nordvik.md"


@cache
def sent() -> Sent:
    """The plan as it was sent out."""
    source = Source(Path(PATH), PATH, content=PLAN.encode())
    return read_sent(source, Config(phase="consultation"), load())


def spot(title: str) -> Spot:
    """The spot with that title."""
    return next(each for each in sent().spots if each.title == title)


def said(title: str, text: str, quote: str = "", proposal: str = "") -> Said:
    """A comment, or a proposed rewording where there is a proposal; title '' is the plan as a whole, '?' no place."""
    kind, way = ("rewording", "tracked") if proposal else ("comment", "comment")
    at = None if title == "?" else sent().spots[0] if not title else spot(title)
    return Said(kind, way, at, quote=quote, text=text, proposal=proposal, marks=2 if proposal else 0)  # type: ignore[arg-type]


View = tuple[Said, tuple[str, ...]]


def compiled(
    views: Sequence[View],
    *,
    language: Language = "sv",
    against: Sequence[tuple[int, int]] = (),
    anonymous: bool = False,
) -> Compilation:
    """The views, each with those who hold it, compiled; the file of a respondent is named after them.

    `against`: pairs of views, by their indices, that contradict each other.
    """
    names = sorted({name for _, holders in views for name in holders})
    order = sorted(range(len(views)), key=lambda index: _order(views[index][0]))
    numbers = {index: number for number, index in enumerate(order, 1)}
    entries = []
    for index in order:
        view, holders = views[index]
        rivals = {b for a, b in against if a == index} | {a for a, b in against if b == index}
        entry = Entry(
            numbers[index],
            "",
            tuple(Holder(name, names.index(name), view) for name in sorted(holders)),
            tuple(sorted(numbers[rival] for rival in rivals)),
        )
        entries.append(replace(entry, id=identify(told_cells(entry, language))))
    answers = tuple(_answer(name, [view for view, holders in views if name in holders]) for name in names)
    return Compilation(sent(), answers, tuple(entries), anonymous=anonymous)


def _order(view: Said) -> int:
    return view.spot.index if view.spot else len(sent().spots)


def _answer(name: str, views: Sequence[Said]) -> Answer:
    told = Told("version", tuple(views), revisions=sum(view.marks for view in views), comments=len(views))
    digest = hashlib.sha256(repr((name, [view.text for view in views])).encode()).hexdigest()
    return Answer(f"svar/{name}.docx", digest, (name,), told)


VIEWS: tuple[View, ...] = (
    (
        said(
            "",
            "Planen är bra.",
        ),
        ("Vinåker", "Nordvik"),
    ),
    (said("Inledning", "Nämn regionen.", quote="kommunerna gör tillsammans"), ("Nordvik",)),
    (said("Digital kompetens", "", quote="Alla ska hänga med.", proposal="Alla kan hänga med."), ("Vinåker",)),
    (said("Digital kompetens", "", quote="Alla ska hänga med.", proposal="Alla bör hänga med."), ("Nordvik",)),
    (said("Digital introduktion", "När?\nVem svarar?", quote="Nyanställda"), ("Vinåker",)),
    (said("?", "Se bilagan."), ("Nordvik",)),
)
FIRST = compiled(VIEWS, against=[(2, 3)])
LATE_VIEWS: tuple[View, ...] = (
    (VIEWS[0][0], ("Vinåker", "Nordvik", "Sjöbo län")),
    VIEWS[1],
    (said("Inledning", "Kortare inledning."), ("Sjöbo län",)),
    VIEWS[2],
    VIEWS[3],
    (said("Digital kompetens", "", quote="Alla ska hänga med.", proposal="De flesta hänger med."), ("Sjöbo län",)),
    (said("Fokusområden", "Lägg till klimat."), ("Sjöbo län",)),
    *VIEWS[4:],
)
LATE = compiled(LATE_VIEWS, against=[(3, 4), (3, 5), (4, 5)])
