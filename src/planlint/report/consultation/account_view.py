"""`consult account` as JSON: the view of how a consultation's views were treated that other programs rely on."""

from __future__ import annotations

from typing import Literal

from planlint.model.filled import Standpoint
from planlint.model.rule import Language
from planlint.model.treatment import Bond, Doubt
from planlint.report.check_view import ToolView
from planlint.report.comparison_view import ChangeView, SideView
from planlint.report.view import Count, View, Words


class AccountRunView(View):
    """What the run was asked for."""

    phase: Literal["utkast", "remiss", "publicering"]
    lang: Language


class BasisView(View):
    """A file that the table was made from, as the table says; `digest` is how that of its bytes begins."""

    respondents: Words
    path: Words
    revisions: Count
    comments: Count
    views: Count
    digest: Words


class TableView(View):
    """The compilation that people filled in, and what it was made from. `plan` is null where it does not say."""

    path: Words
    lang: Language
    anonymous: bool
    plan: BasisView | None
    basis: tuple[BasisView, ...]


class AccountCalendarView(View):
    """What a timeline says of the consultation."""

    last_day: str | None
    responsible: tuple[Words, ...]


class TreatedView(View):
    """A view as the table has it, and what became of it.

    `standpoint` is null where it has none yet; `changes` are indices of `changes`. `doubt` is for the one who writes
    the account: "unseen" where the view is met and nothing shows it in the plan, "despite" where it is not met and the
    plan has its words. `where` is the row's place in the table.
    """

    number: Words
    id: Words
    where: Words
    respondents: Words
    chapter: Words
    element: Words
    kind: Words
    quote: Words
    text: Words
    proposal: Words
    standpoint: Standpoint | None
    reason: Words
    version: Words
    responsible: Words
    changes: tuple[Count, ...]
    doubt: Doubt | None


class AccountCauseView(View):
    """A view that a change came from, its index among `views`; `bond` tells what ties them."""

    view: Count
    bond: Bond


class MadeView(View):
    """A change of the plan, or as much of one as came from the same views; none where no view can be seen in it."""

    change: ChangeView
    causes: tuple[AccountCauseView, ...]


class AccountCountsView(View):
    """The account in numbers. `open` are views without a standpoint, `tied` changes that came from views."""

    views: Count
    met: Count
    partly: Count
    not_met: Count
    noted: Count
    open: Count
    changes: Count
    tied: Count


class AccountView(View):
    """The whole account. The same input gives the same bytes: no time stamps, no absolute paths."""

    schema_version: Literal["1"]
    tool: ToolView
    run: AccountRunView
    old: SideView
    """The plan as it was sent out."""
    new: SideView
    table: TableView
    calendar: AccountCalendarView
    respondents: tuple[Words, ...]
    counts: AccountCountsView
    views: tuple[TreatedView, ...]
    changes: tuple[MadeView, ...]
