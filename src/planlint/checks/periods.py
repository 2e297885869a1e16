"""The period that the title states, against what else the document says of it and when it was adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.dates import parse_date
from planlint.language.folding import fold
from planlint.language.normalise import normalise
from planlint.language.periods import PERIOD, Period, parse_period, period_of, span_of_years
from planlint.language.versions import Version, parse_version
from planlint.model.control import Control
from planlint.model.finding import Hit
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

FIRST_WHOLE: Final[Version] = (1,)
"""The version that a document has when it is adopted first: 1.0, or 1."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SAYS = (
    r"\s+(?:gäller|avser|omfattar|löper|är|sträcker sig|spänner)"
    r"(?:\s+(?:giltig|över|från|och med|mellan|för|under))*"
)
_DURING = r"(?:\s+(?:för|under|avseende))?(?:\s+(?:åren|perioden|tiden|tidsperioden))?"
_LEADS = frozenset(
    {
        "",
        "i",
        "av",
        "för",
        "med",
        "enligt",
        "genom",
        "att",
        "och",
        "som",
        "under",
        "denna",
        "vår",
        "här",
        "hela",
        "till",
    }
    | {"på", "om", "ur", "är", "har", "ska"}
)
"""Words before 'handlingsplanen' that let it be this one; 'den regionala' and 'förra' do not."""


class PeriodOptions(Strict):
    """`share`: how much of the period may have gone when the plan is adopted, as a part of 1."""

    share: float


def plan_period(node: Plan, scope: Scope, options: PeriodOptions) -> Iterator[Hit]:
    """Other periods than the title's, said of the document itself: one hit; and an adoption late in the period: one.

    Titles that differ are not compared here: another rule lists them.
    """
    period, title = node.control.period, node.control.title
    if period is None or title is None:
        return
    others = [*_stated(node.control, period), *_said(node, scope, period)]
    words = {"period": f"{period[0]}–{period[1]}"}
    if others:
        said = quotations([text.text for text in others])
        yield Hit(others[0], "differs", {**words, "others": said}, related=(title, *others[1:]))
    adopted = _adopted(node.control)
    gone = _gone(parse_date(adopted.text) if adopted else None, period)
    if adopted and gone > options.share:
        percent = min(round(100 * gone), 100)
        yield Hit(adopted, "late", {**words, "date": adopted.text, "percent": percent}, related=(title,))


def _stated(control: Control, period: Period) -> Iterator[Text]:
    """What the front page, headers and footers state of the period of validity and that is another."""
    for one in control.statements:
        if one.key == "validity":
            stated = parse_period(one.text.text) or span_of_years(one.text.text)
            years = set(_YEAR.findall(one.text.text))
            allowed = {*period, str(int(period[1]) + 1)}
            if (stated != period) if stated else not years <= allowed:
                yield one.text


def _said(plan: Plan, scope: Scope, period: Period) -> Iterator[Text]:
    """Where running text says of the document itself that its period is another."""
    pattern = scope.table(own_period)
    for text in plan.texts:
        folded = fold(text.text)
        may_have = "20" in folded.text or "19" in folded.text
        for found in pattern.finditer(folded.text) if may_have and PERIOD.search(folded.text) else ():
            said = period_of(found)
            apart = said[1] <= period[0] or said[0] >= period[1]
            if said != period and (found["says"] or not apart) and (found["lead"] or "").strip().casefold() in _LEADS:
                yield text.cut(*folded.stretch(found.start("itself"), found.end()))


def own_period(scope: Scope) -> re.Pattern[str]:
    """An expression for 'handlingsplanen 2026–2028' and 'planen gäller för åren 2026–2028', and the word before it."""
    names = sorted(map(normalise, scope.framework.control.itself), key=len, reverse=True)
    itself = "|".join(map(re.escape, names)) or "(?!)"
    named = rf"(?<!\w)(?P<lead>\w+ )?(?<!\w)(?P<itself>{itself})"
    return re.compile(rf"{named}(?P<says>{_SAYS})?{_DURING}\s+{PERIOD.pattern}", re.IGNORECASE)


def _adopted(control: Control) -> Text | None:
    """The day of adoption: as stated, else that of version 1.0 in the history, else on a front page of version 1.0."""
    stated = [one.text for one in control.statements if one.key == "adopted" and parse_date(one.text.text)]
    whole = [row.date for row in control.versions if parse_version(row.version.text) == FIRST_WHOLE and row.date]
    first = control.version and not control.versions and parse_version(control.version.text) == FIRST_WHOLE
    return next(iter([*stated, *whole]), None) or (control.date if first else None)


def _gone(day: date | None, period: Period) -> float:
    """How much of the period had gone on that day: below 0 before it, above 1 after it."""
    if day is None or not period[0] <= period[1] < str(date.max.year):
        return 0.0
    begin, end = date(int(period[0]), 1, 1), date(int(period[1]) + 1, 1, 1)
    return (day - begin) / (end - begin)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "plan_period": CheckSpec(
            plan_period,
            Plan,
            {"differs": holes("period", "others"), "late": holes("period", "date", "percent")},
            PeriodOptions,
        ),
    }
)
"""By the names that rule files use."""
