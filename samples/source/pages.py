"""Pages beside the plan: the timeline of the consultation, a roadmap, and the plan of another association."""

from __future__ import annotations

from samples.source.body import Body
from samples.source.package import Package, assemble
from samples.source.plan import FOLDER, NORRADALEN, Association, understand

TIMELINE = FOLDER / "norradalen-tidplan.md"
SKARLANDA = FOLDER / "skarlanda-plan.md"
ROADMAP = FOLDER / "norradalen-fardplan.md"

_LAST = "| 2027-02-08–2027-02-12 | Planen och remissredogörelsen publiceras på förbundets webbplats. | Processledaren |"

EDITS = (
    ("Version 1.0", "Version 0.1"),
    ("Publiceringsdatum 2026-09-15", "Publiceringsdatum 2026-05-22"),
    ("| 2026-08-17–2026-09-11 |", "| 2026-05-25–2026-06-16 |"),
    ("| 2026-09-14 | E-rådet går igenom förslaget och beslutar att skicka det på remiss. | E-rådet |\n", ""),
    (
        "| 2026-09-15–2026-11-27 | Handlingsplanen är ute på remiss i de sex kommunerna. |",
        "| 2026-06-22–2026-08-14 | Handlingsplanen skickas ut på remiss. Synpunkterna sammanställs av varje kommun. |",
    ),
    (
        "| 2026-11-30–2027-01-08 | Synpunkterna sammanställs och bearbetas, och en remissredogörelse skrivs. |",
        "| 2026-08-10–2026-08-28 | Förslaget omarbetas. |",
    ),
    ("| 2027-01-11–2027-01-22 |", "| 2026-08-31–2026-09-04 |"),
    ("| 2027-01-25–2027-02-05 |", "| 2026-09-07–2026-09-11 |"),
    (_LAST + "\n", ""),
    ("den 27 november 2026", "den 31 september 2026"),
)
"""What the timeline with faults has otherwise than the good one: old words, new words."""


def timeline() -> Package:
    """The timeline in good order."""
    return page(TIMELINE.read_text(encoding="utf-8"))


def faulty_timeline() -> Package:
    """The timeline with faults. Raises ValueError where an edit's words are not in the good one."""
    text = TIMELINE.read_text(encoding="utf-8")
    for old, new in EDITS:
        if old not in text:
            raise ValueError(f"not in the timeline: {old}")
        text = text.replace(old, new)
    return page(text)


def roadmap() -> Package:
    """The roadmap."""
    return page(ROADMAP.read_text(encoding="utf-8"))


def skarlanda() -> Package:
    """The plan of another association, with actions under numbered goals."""
    coast = Association("Skärlanda kommunalförbund", "skarlanda.example")
    return page(SKARLANDA.read_text(encoding="utf-8"), coast)


def page(text: str, association: Association = NORRADALEN) -> Package:
    """A page without a table of contents, from Markdown."""
    content = understand(text, association)
    body = Body(content)
    return assemble(content, body, [block for _, block in body.blocks()])
