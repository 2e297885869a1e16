"""How the account of a consultation becomes its view."""

from __future__ import annotations

from dataclasses import asdict, replace

from planlint import __version__
from planlint.model.consultation import Calendar
from planlint.model.filled import TOLD, Basis
from planlint.model.rule import Language
from planlint.model.treatment import Treated, Treatment
from planlint.report.check_view import ToolView
from planlint.report.comparison_json import view_comparison
from planlint.report.consultation.account_view import (
    AccountCalendarView,
    AccountCauseView,
    AccountCountsView,
    AccountRunView,
    AccountView,
    BasisView,
    MadeView,
    TableView,
    TreatedView,
)
from planlint.report.view import SCHEMA_VERSION
from planlint.texts import PHASES


def view_account(treatment: Treatment, calendar: Calendar, language: Language) -> AccountView:
    """The account as programs see it."""
    comparison = replace(treatment.comparison, changes=tuple(made.change for made in treatment.changes))
    compared, table = view_comparison(comparison), treatment.table
    return AccountView(
        schema_version=SCHEMA_VERSION,
        tool=ToolView(name="planlint", version=__version__),
        run=AccountRunView(phase=PHASES[comparison.new.phase], lang=language),
        old=compared.old,
        new=compared.new,
        table=TableView(
            path=table.path,
            lang=table.language,
            anonymous=table.anonymous,
            plan=_basis(table.plan) if table.plan else None,
            basis=tuple(map(_basis, table.basis)),
        ),
        calendar=AccountCalendarView(
            last_day=calendar.last_day.isoformat() if calendar.last_day else None, responsible=calendar.responsible
        ),
        respondents=treatment.respondents,
        counts=_counts(treatment),
        views=tuple(map(_treated, treatment.views)),
        changes=tuple(
            MadeView(
                change=change,
                causes=tuple(AccountCauseView(view=cause.view, bond=cause.bond) for cause in made.causes),
            )
            for made, change in zip(treatment.changes, compared.changes, strict=True)
        ),
    )


def _basis(basis: Basis) -> BasisView:
    return BasisView(**asdict(basis))


def _counts(treatment: Treatment) -> AccountCountsView:
    return AccountCountsView(
        views=len(treatment.views),
        met=treatment.count("met"),
        partly=treatment.count("partly"),
        not_met=treatment.count("not-met"),
        noted=treatment.count("noted"),
        open=treatment.count(None),
        changes=len(treatment.changes),
        tied=sum(bool(made.causes) for made in treatment.changes),
    )


def _treated(treated: Treated) -> TreatedView:
    row = treated.row
    told = dict(zip(TOLD, row.told, strict=True))
    return TreatedView(
        number=row.number,
        id=row.id,
        where=row.where,
        respondents=told["respondent"],
        chapter=treated.chapter,
        element=told["element"],
        kind=told["kind"],
        quote=told["quote"],
        text=told["view"],
        proposal=told["proposal"],
        standpoint=row.standpoint,
        reason=row.reason,
        version=row.change,
        responsible=row.responsible,
        changes=treated.changes,
        doubt=treated.doubt,
    )
