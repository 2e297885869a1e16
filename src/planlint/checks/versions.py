"""The version history, and what the headers and the front page say beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.dates import parse_date
from planlint.language.normalise import normalise
from planlint.language.versions import Version, comes_before, parse_version
from planlint.model.control import Control, StatedIn, Statement, VersionRow
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

_NUMBERLESS = Words(sv="utan nummer", en="without a number")
_WHERE: Final[Mapping[StatedIn, Words]] = MappingProxyType(
    {
        "header": Words(sv="I sidhuvudet", en="In the page header"),
        "footer": Words(sv="I sidfoten", en="In the page footer"),
        "front": Words(sv="På framsidan", en="On the front page"),
    }
)


@dataclass(frozen=True, slots=True)
class Backward:
    """A row of the history that goes back: the rows that it comes after and has an earlier date or version than."""

    row: VersionRow
    date: VersionRow | None
    version: VersionRow | None


def history_order(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A row whose date or version is earlier than that of the row before it; the newest row may stand on top."""
    for back in scope.table(backward_rows):
        row, before = back.row, back.date or back.version or back.row
        words: dict[str, HitWords] = {"version": _number(row), "before": _number(before)}
        words |= {"date": row.date.text, "earlier": before.date.text}
        case = "version" if back.date is None else "both" if back.version else "date"
        place, other = (row.version, before.version) if case == "version" else (row.date, before.date)
        yield Hit(place, case, words, related=(other,), subject=_subject(row))


def backward_rows(scope: Scope) -> tuple[Backward, ...]:
    """The rows that go back, oldest first; what cannot be read as a date or a version is passed over."""
    rows = scope.plan.control.versions
    oldest_first = scope.plan.control.newest in rows[-1:]
    found = _held_against_earlier(rows if oldest_first else rows[::-1])
    return tuple(back for back in found if back.date or back.version)


def _held_against_earlier(rows: Sequence[VersionRow]) -> Iterator[Backward]:
    dated: tuple[date, VersionRow] | None = None
    numbered: tuple[Version, VersionRow] | None = None
    for row in rows:
        day, version = parse_date(row.date.text), parse_version(row.version.text)
        yield Backward(
            row,
            dated[1] if day and dated and day < dated[0] else None,
            numbered[1] if version and numbered and comes_before(version, numbered[0]) else None,
        )
        dated = (day, row) if day else dated
        numbered = (version, row) if version else numbered


def _number(row: VersionRow) -> HitWords:
    return row.version.text or _NUMBERLESS


def _subject(row: VersionRow) -> Subject:
    return Subject("version", row.version.text, row.reason.text)


def reused_version(node: Plan, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Versions that stand on several dates with different reasons for change: one hit that lists them."""
    reused = [rows for rows in _by_version(node.control) if _reused(rows)]
    if reused:
        listed = [f"{rows[0].version.text} ({', '.join(_dates(rows))})" for rows in reused]
        first = tuple(rows[0].version for rows in reused)
        yield Hit(reused[0][1].version, words={"versions": ", ".join(listed)}, related=first)


def _by_version(control: Control) -> list[list[VersionRow]]:
    found: dict[object, list[VersionRow]] = defaultdict(list)
    for row in control.versions:
        if row.version and row.date:
            found[parse_version(row.version.text) or normalise(row.version.text)].append(row)
    return list(found.values())


def _dates(rows: Sequence[VersionRow]) -> tuple[str, ...]:
    """The dates in the order written, each once."""
    return tuple(dict.fromkeys(row.date.text for row in rows))


def _reused(rows: Sequence[VersionRow]) -> bool:
    reasons = {normalise(row.reason.text) for row in rows}
    return len(_dates(rows)) > 1 and len(reasons) > 1


def version_mismatch(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A page header, a footer or the front page with another version or date than the newest row of the history.

    Headers that say the same are one hit. A date or version of the newest row that itself goes back is not compared.
    """
    newest = node.control.newest
    if newest is None:
        return
    wrong = next((back for back in scope.table(backward_rows) if back.row is newest), Backward(newest, None, None))
    told: dict[tuple[StatedIn, str, str], list[Text]] = {}
    for group in _by_part(node.control):
        version = None if wrong.version else _other(group, "version", newest.version)
        day = None if wrong.date else _other(group, "date", newest.date)
        if version or day:
            key = (group[0].where, version.text if version else "", day.text if day else "")
            told.setdefault(key, []).extend(text for text in (version, day) if text)
    for (where, version_said, date_said), places in told.items():
        case = "both" if version_said and date_said else "version" if version_said else "date"
        words: dict[str, HitWords] = {"where": _WHERE[where], "stated": version_said, "version": newest.version.text}
        words |= {"stated_date": date_said, "date": newest.date.text}
        row = newest.date if case == "date" else newest.version
        yield Hit(places[0], case, words, related=(row, *places[1:]), subject=_subject(newest))


def _by_part(control: Control) -> list[list[Statement]]:
    """What is stated of version and date, each header and footer and the front page by itself."""
    found: dict[tuple[StatedIn, str], list[Statement]] = defaultdict(list)
    for one in control.statements:
        if one.where in _WHERE:
            found[one.where, one.text.part].append(one)
    return list(found.values())


def _other(group: Sequence[Statement], key: str, newest: Text) -> Text | None:
    """The first statement of a field in one place, if it can be read and none there is what the history says."""
    read: Callable[[str], object] = parse_version if key == "version" else parse_date
    stated = [(one.text, read(one.text.text)) for one in group if one.key == key]
    known = [(text, value) for text, value in stated if value is not None]
    expected = read(newest.text)
    differs = expected is not None and all(value != expected for _, value in known)
    return known[0][0] if known and differs else None


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "history_order": CheckSpec(
            history_order,
            Plan,
            dict.fromkeys(("date", "version", "both"), holes("version", "before", "date", "earlier")),
        ),
        "reused_version": CheckSpec(reused_version, Plan, {"default": holes("versions")}),
        "version_mismatch": CheckSpec(
            version_mismatch,
            Plan,
            dict.fromkeys(("version", "date", "both"), holes("where", "stated", "version", "stated_date", "date")),
        ),
    }
)
"""By the names that rule files use."""
