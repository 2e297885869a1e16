"""Whether edits can be made together, and each at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml.etree import _Element as Element

from planlint.model.edit import Add, AddRow, Edit, Join, Remove, RemoveRow, Split
from planlint.model.text import Text
from planlint.word import names
from planlint.word.document import BODY_PART
from planlint.word.editing.around import leave_closed
from planlint.word.editing.manuscript import Manuscript

Place = tuple[str, int]
"""A paragraph: its part and its index."""


def place_of(index: int) -> Text:
    """A place in a paragraph of the body, which says nothing of its words."""
    return Text(BODY_PART, index, 0, "")


def row_of(manuscript: Manuscript, place: Text) -> Element:
    """The w:tr that the place's paragraph stands in. Raises ValueError for one in no table."""
    found = next(manuscript.members(place)[0].iterancestors(names.ROW), None)
    if found is None:
        raise ValueError(f"no row of a table is at {place}")
    return found


def check(manuscript: Manuscript, edits: Sequence[Edit]) -> None:
    """Raises ValueError for edits whose place does not hold, and for those that contradict one another."""
    _check_paragraphs(manuscript, edits)
    going: set[Element] = set()
    for edit in edits:
        if isinstance(edit, Remove | RemoveRow):
            gone = manuscript.members(edit.place) if isinstance(edit, Remove) else [row_of(manuscript, edit.place)]
            if not going.isdisjoint(gone):
                raise ValueError(f"two edits take away what is at {edit.place}")
            going.update(gone)
    for edit in edits:
        if not going.isdisjoint(_around(manuscript, edit)):
            raise ValueError(f"another edit takes away what {edit} changes")


def _check_paragraphs(manuscript: Manuscript, edits: Sequence[Edit]) -> None:
    """Each edit is at words that are there; a paragraph that goes has no other edit, and one is joined once."""
    sorts: defaultdict[Place, list[type[Edit]]] = defaultdict(list)
    for edit in edits:
        if isinstance(edit, Add | AddRow):
            if edit.after != -1 or isinstance(edit, AddRow):
                manuscript.paragraph(place_of(edit.after))
            continue
        paragraph = manuscript.hold(edit.place)
        if isinstance(edit, Remove | Join) and edit.place.text != paragraph.text:
            raise ValueError(f"{edit.place} is not the whole paragraph")
        if isinstance(edit, Split) and edit.place.text:
            raise ValueError(f"a paragraph ends at a spot, not at the words {edit.place}")
        sorts[edit.place.part, edit.place.paragraph].append(type(edit))
    for place, found in sorts.items():
        if found.count(Join) > 1 or (Remove in found and len(found) > 1):
            raise ValueError(f"edits contradict one another in paragraph {place}")


def _around(manuscript: Manuscript, edit: Edit) -> list[Element]:
    """What is around what an edit changes, and around what is added: it may not go."""
    if isinstance(edit, Add):
        return [] if edit.after == -1 else [*leave_closed(manuscript.members(place_of(edit.after))[-1]).iterancestors()]
    if isinstance(edit, AddRow):
        return [*row_of(manuscript, place_of(edit.after)).iterancestors()]
    if isinstance(edit, RemoveRow):
        return [*row_of(manuscript, edit.place).iterancestors()]
    return [*manuscript.members(edit.place)[0].iterancestors()]
