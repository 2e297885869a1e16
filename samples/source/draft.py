"""The draft: the good plan with the slips of a hurried author, and a header and contents that nobody updated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samples.source.draft_edits import EDITS, HIDDEN, Edit
from samples.source.package import Package, package
from samples.source.plan import read_plan, understand
from samples.source.revisions import hide, highlight

_BEFORE_HEADING = re.compile(r"^(?=#{1,3} )", re.MULTILINE)
_FORGOTTEN = "XX"
_STALE = {"title": "Handlingsplan för digitalisering i Norrådalen 2026–2028", "Version": "0.1"}
"""What the header of an earlier draft says."""


def draft() -> Package:
    """The draft as a Word file."""
    source = read_plan()
    content = understand(edited(source, EDITS))
    made = package(content, contents=understand(source).sections, header=content.front | _STALE)
    highlight(made.document, _FORGOTTEN)
    hide(made.document, HIDDEN)
    return made


def edited(source: str, edits: Iterable[Edit]) -> str:
    """The Markdown with every edit made in its section."""
    sections = _BEFORE_HEADING.split(source)
    for edit in edits:
        at = next(i for i, section in enumerate(sections) if section.startswith(edit.section))
        sections[at] = _apply(edit, sections[at])
    return "".join(sections)


def _apply(edit: Edit, section: str) -> str:
    """The section with one edit made. Raises ValueError unless its old text stands there exactly once."""
    pattern = ".*?".join(re.escape(piece) for piece in edit.old.split("…"))
    changed, times = re.subn(pattern, lambda _: edit.new, section, flags=re.DOTALL)
    if times != 1:
        raise ValueError(f"{edit.old!r} stands {times} times in {edit.section!r}")
    return changed
