"""What lacks in a compilation that people have filled in, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from planlint import __version__
from planlint.consult.verify import fails
from planlint.model.filled import STANDPOINTS, FilledTable
from planlint.model.rule import Language
from planlint.model.shortfall import Shortfall, ShortfallKind
from planlint.report.check_view import ToolView
from planlint.report.consultation.shortfalls_text import say_shortfall
from planlint.report.view import SCHEMA_VERSION, Count, View, Words


class ShortfallView(View):
    """One thing that lacks or differs; `number`, `id`, `element` and `where` are null where it is about no row."""

    kind: ShortfallKind
    fails: bool
    """Whether the compilation is not done because of it."""
    message: Words
    number: Words | None
    id: Words | None
    element: Words | None
    where: Words | None
    """The table or sheet, and the line in it."""
    view: Words | None
    """How the view begins."""


class StandpointsView(View):
    """How many rows there are, and how many have each standpoint."""

    rows: Count
    met: Count
    partly: Count
    not_met: Count
    noted: Count
    none: Count


class CheckedTableView(View):
    """A compilation that people have filled in, held against what it was made of."""

    schema_version: Literal["1"]
    tool: ToolView
    path: Words
    lang: Language
    standpoints: StandpointsView
    shortfalls: tuple[ShortfallView, ...]
    failing: Count


def view_shortfalls(table: FilledTable, shortfalls: Sequence[Shortfall], language: Language) -> CheckedTableView:
    """The shortfalls as programs see them; `language` is that of messages."""
    said = [row.standpoint for row in table.rows]
    counts = {each.replace("-", "_"): said.count(each) for each in STANDPOINTS}
    return CheckedTableView(
        schema_version=SCHEMA_VERSION,
        tool=ToolView(name="planlint", version=__version__),
        path=table.path,
        lang=language,
        standpoints=StandpointsView(rows=len(said), none=said.count(None), **counts),
        shortfalls=tuple(_view(shortfall, language) for shortfall in shortfalls),
        failing=sum(map(fails, shortfalls)),
    )


def _view(shortfall: Shortfall, language: Language) -> ShortfallView:
    return ShortfallView(
        kind=shortfall.kind,
        fails=fails(shortfall),
        message=say_shortfall(shortfall, language),
        number=shortfall.number or None,
        id=shortfall.id or None,
        element=shortfall.element or None,
        where=shortfall.where or None,
        view=shortfall.view or None,
    )
