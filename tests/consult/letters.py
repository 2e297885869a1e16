"""The sample plan as it was sent out, and letters about it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planlint import markdown
from planlint.config import Config
from planlint.consult.answers.letter import plain_document, read_letter
from planlint.consult.cells import name_spot
from planlint.consult.sent import read_sent
from planlint.intake import Source
from planlint.model.consultation import Said, Sent, Told
from planlint.rulebook import load

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"


@cache
def sample(name: str = "norradalen-plan.docx") -> Sent:
    """A sample as the consultation reads it."""
    return read_sent(Source(SAMPLES / name, name), Config(phase="consultation"), load())


def letter(text: str) -> Told:
    """What a letter in plain text says of the sample plan."""
    return read_letter(plain_document(text), sample())


def marked_letter(text: str) -> Told:
    """What a letter in Markdown says of it."""
    return read_letter(markdown.read(text), sample())


def where(said: Said) -> str:
    """What a view is about, as the table names it; why it is about nothing where it is not."""
    return name_spot(said.spot, "sv") if said.spot else f"({said.why})"


def views(told: Told) -> list[tuple[str, str]]:
    """Where each view stands and what it says."""
    return [(where(said), said.text) for said in told.said]


def spot_of(text: str) -> str:
    """Where the one view of a text of one paragraph stands."""
    (said,) = letter(text).said
    return where(said)
