"""Views on the small plan of `plans`, made by hand: what readers of files would hand over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from planlint.config import Config
from planlint.consult.sent import read_sent
from planlint.consult.spots import Places
from planlint.consult.wording import Wording
from planlint.intake import Source
from planlint.model.consultation import Holder, Said, Sent
from planlint.model.document import Paragraph, paragraphs
from planlint.model.edit import Add, Remove, Replace
from planlint.model.text import Text
from tests.consult.plans import BOOK, PLAN, write

CONFIG = Config(phase="consultation")
SENT: Sent = read_sent(Source(Path("plan.md"), "plan.md", content=write(PLAN).encode()), CONFIG, BOOK)
WORDING = Wording(SENT)


def place(words: str, within: str | None = None) -> Text:
    """Where words stand in the plan, the first time; `within` is how their paragraph begins."""
    for paragraph in paragraphs(SENT.document.body):
        content = paragraph.content
        if words in content.text and (within is None or content.text.startswith(within)):
            start = content.text.index(words)
            return content.cut(start, start + len(words))
    raise LookupError(words)


def whole(words: str) -> Text:
    """The paragraph in which the words stand."""
    for paragraph in paragraphs(SENT.document.body):
        if words in paragraph.text:
            return paragraph.content
    raise LookupError(words)


def said(**fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """A view at the spot of its first edit, unless told."""
    edits = fields.get("edits", ())
    if "spot" not in fields:
        fields["spot"] = Places(SENT.spots).at(edits[0].place) if edits else SENT.spots[0]
    return Said(**{"kind": "comment", "way": "comment", **fields})


def reworded(old: str, new: str, **fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """Words struck and others written in their place, tracked."""
    place_of = place(old)
    edits = (Replace(place_of, new),)
    return said(kind="rewording", way="tracked", edits=edits, quote=old, proposal=new, marks=2, **fields)


def inserted(after: str, new: str, **fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """Words written after others, tracked."""
    spot = place(after)
    edits = (Replace(spot.cut(len(after)), new),)
    return said(kind="insertion", way="tracked", edits=edits, quote=after, proposal=new, marks=1, **fields)


def removed(words: str, **fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """A whole paragraph struck, tracked."""
    paragraph = whole(words)
    return said(kind="deletion", way="tracked", edits=(Remove(paragraph),), quote=paragraph.text, marks=2, **fields)


def moved(words: str, after: str, **fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """A whole paragraph moved to after another, tracked."""
    paragraph = whole(words)
    edits = (Remove(paragraph), Add(whole(after).paragraph, (Paragraph(paragraph),)))
    return said(kind="move", way="tracked", edits=edits, quote=paragraph.text, marks=4, **fields)


def added(after: str, new: str, **fields: Any) -> Said:  # noqa: ANN401 - any of its fields
    """A new paragraph after another, tracked."""
    above = whole(after)
    block = Paragraph(replace(above, paragraph=above.paragraph + 1, start=0, text=new))
    spot = Places(SENT.spots).at(above)
    edits = (Add(above.paragraph, (block,)),)
    return said(kind="insertion", way="tracked", spot=spot, edits=edits, proposal=new, marks=2, **fields)


def hold(*views: tuple[str, Said]) -> list[tuple[Holder, ...]]:
    """Each view alone, with who holds it."""
    return [(Holder(respondent, index, view),) for index, (respondent, view) in enumerate(views)]
