"""Versions of the Norrådalen plan as municipalities send them back, made with tracked changes and comments."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from planlint.config import Config
from planlint.consult.sent import read_sent
from planlint.intake import Source
from planlint.model.consultation import Sent
from samples.source.comments import Comments
from samples.source.nodes import Node, name, node
from samples.source.package import package
from samples.source.plan import Content, read_plan, understand
from samples.source.revisions import Stroke, Tracker
from tests.consult.plans import BOOK

CONFIG = Config(phase="consultation")
TALLVIK = Stroke("Ingrid Sollén, Tallviks kommun", "2026-11-06T10:06:00Z")
HEDMYRA = Stroke("Mats Åkervall, Hedmyra kommun", "2026-11-03T10:03:00Z")
GRANA = Stroke("Noor Haddad, Granå kommun", "2026-11-10T10:10:00Z")


@cache
def _understood() -> Content:
    return understand(read_plan())


@cache
def plan() -> bytes:
    """The plan that was sent out."""
    return package(_understood()).write()


@cache
def sent() -> Sent:
    return read_sent(Source(Path("plan.docx"), "plan.docx", content=plan()), CONFIG, BOOK)


def source(path: str, data: bytes) -> Source:
    return Source(Path(path), path, content=data)


def version(change: Callable[[Tracker, Comments], None]) -> bytes:
    """The plan after somebody has worked on it."""
    made = package(_understood())
    tracker, comments = Tracker(made.document), Comments()
    change(tracker, comments)
    if comments.written:
        comments.add_to(made)
    return made.write()


def strike_section(tracker: Tracker, opening: str, until: str, by: Stroke) -> None:
    """Strike out a section with its heading and its tables, up to another heading."""
    following: Node | None = tracker.find(opening)
    end = tracker.find(until)
    while following is not None and following is not end:
        for row in following.iter(name("w:tr")):
            properties = row.find(name("w:trPr"))
            if properties is None:
                properties = node("w:trPr")
                row.insert(0, properties)
            properties.append(tracker.stamp("w:del", by))
        for paragraph in following.iter(name("w:p")):
            _strike(tracker, paragraph, by)
        following = following.getnext()


def _strike(tracker: Tracker, paragraph: Node, by: Stroke) -> None:
    for link in paragraph.findall(name("w:hyperlink")):
        tracker.strike(link.findall(name("w:r")), by)
    if paragraph.findall(name("w:r")):
        tracker.delete(paragraph, by)
    else:
        tracker.mark(paragraph, "w:del", by)
