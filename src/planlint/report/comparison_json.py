"""How a comparison becomes its view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planlint import __version__
from planlint.model.comparison import (
    Cause,
    Change,
    Comparison,
    Element,
    FindingChanges,
    LinkChange,
    PartChange,
    Piece,
    PrincipleChanges,
    Regrouped,
    Reworded,
    SuspectLink,
)
from planlint.model.finding import Finding, Location
from planlint.model.outcome import Run
from planlint.model.places import path_of
from planlint.model.plan import GoalLink, Landmark, PrincipleMention
from planlint.model.text import Text
from planlint.report.check_view import FaultView, FindingView, ToolView, view_report
from planlint.report.comparison_view import (
    CauseView,
    ChangeView,
    ComparisonRunView,
    ComparisonView,
    ElementView,
    FindingChangesView,
    HomesView,
    LinkChangeView,
    LinkView,
    MentionChangeView,
    NewFindingView,
    PartChangeView,
    PieceView,
    PrincipleChangesView,
    RegroupedView,
    ReorderedView,
    RewordedView,
    ShiftView,
    SideView,
    SuspectLinkView,
    TallyView,
)
from planlint.report.outline_view import PeriodView
from planlint.report.view import SCHEMA_VERSION, LocationView, view_location
from planlint.texts import PHASES


def view_comparison(comparison: Comparison) -> ComparisonView:
    """The comparison as programs see it."""
    old, new = comparison.old, comparison.new
    views = _Views(_landmarks(old), _landmarks(new))
    return ComparisonView(
        schema_version=SCHEMA_VERSION,
        tool=ToolView(name="planlint", version=__version__),
        run=ComparisonRunView(phase=PHASES[new.phase], lang=new.language),
        old=_side(old),
        new=_side(new),
        tallies=tuple(
            TallyView(sort=each.sort, old=each.old, new=each.new, same=each.same, kinds=dict(each.kinds))
            for each in comparison.tallies
        ),
        changes=tuple(map(views.change, comparison.changes)),
        suspect_links=tuple(map(views.suspect, comparison.suspects)),
        findings=views.findings(comparison.findings, _finding_views(old), _finding_views(new)),
    )


def _landmarks(run: Run) -> tuple[Landmark, ...]:
    plan = run.outcomes[0].plan
    return plan.landmarks if plan else ()


def _side(run: Run) -> SideView:
    outcome = run.outcomes[0]
    control = outcome.plan.control if outcome.plan else None
    return SideView(
        path=outcome.path,
        sha256=outcome.sha256,
        kind=outcome.kind,
        framework=outcome.framework,
        reading=run.reading,
        revisions=outcome.revisions,
        title=control.title.text if control and control.title else None,
        version=control.version.text if control and control.version else None,
        date=control.date.text if control and control.date else None,
        period=PeriodView(start=control.period[0], end=control.period[1]) if control and control.period else None,
        faults=tuple(FaultView(rule=fault.rule, message=fault.message) for fault in outcome.faults),
    )


def _finding_views(run: Run) -> dict[str, FindingView]:
    """The findings of a version by fingerprint, as `check` shows them."""
    shown = view_report(run).documents[0].findings
    return {view.fingerprint: view for view in shown}


def _pieces(pieces: Iterable[Piece]) -> tuple[PieceView, ...]:
    return tuple(PieceView(kind=piece.kind, words=piece.words) for piece in pieces)


@dataclass(frozen=True, slots=True)
class _Views:
    """Parts of a comparison as views, with places in both versions."""

    before: tuple[Landmark, ...]
    after: tuple[Landmark, ...]

    def change(self, change: Change) -> ChangeView:
        return ChangeView(
            sort=change.sort,
            kinds=change.kinds,
            old=self._element(change.old) if change.old else None,
            new=self._element(change.new) if change.new else None,
            title=self._reworded(change.title) if change.title else None,
            moved=HomesView(old=change.homes[0], new=change.homes[1]) if change.homes else None,
            parts=tuple(map(self._part, change.parts)),
            shifts=tuple(
                ShiftView(old_part=each.old_key, new_part=each.new_key, words=self._reworded(each.words))
                for each in change.shifts
            ),
            links=tuple(map(self._link_change, change.links)),
            principles=self._principles(change.principles),
        )

    def suspect(self, suspect: SuspectLink) -> SuspectLinkView:
        return SuspectLinkView(
            intervention=suspect.new.id,
            goal=suspect.code,
            old=self._old(suspect.old_link.place),
            new=self._new(suspect.new_link.place),
            words=self._reworded(suspect.goal),
        )

    def findings(
        self, findings: FindingChanges, old: dict[str, FindingView], new: dict[str, FindingView]
    ) -> FindingChangesView:
        def views(found: Iterable[Finding], known: dict[str, FindingView]) -> tuple[FindingView, ...]:
            return tuple(known[each.fingerprint] for each in found)

        return FindingChangesView(
            new=tuple(
                NewFindingView(
                    finding=new[each.finding.fingerprint], cause=self._cause(each.cause) if each.cause else None
                )
                for each in findings.new
            ),
            gone=views(findings.gone, old),
            left=views(findings.left, new),
        )

    def _cause(self, cause: Cause) -> CauseView:
        return CauseView(
            kind=cause.kind,
            element=cause.element.id,
            words=tuple(map(self._reworded, cause.words)),
            parts=tuple(part.key for part in cause.parts),
            unlinked=tuple(each.id for each in cause.unlinked),
        )

    def _part(self, part: PartChange) -> PartChangeView:
        return PartChangeView(
            key=part.key,
            label=part.label,
            added=tuple(map(self._new, part.added)),
            removed=tuple(map(self._old, part.removed)),
            reworded=tuple(map(self._reworded, part.reworded)),
            regrouped=tuple(map(self._regrouped, part.regrouped)),
            reordered=tuple(ReorderedView(old=self._old(old), new=self._new(new)) for old, new in part.reordered),
            emptied=part.emptied,
        )

    def _reworded(self, words: Reworded) -> RewordedView:
        return RewordedView(
            old=self._old(words.old), new=self._new(words.new), diff=_pieces(words.pieces), editorial=words.editorial
        )

    def _regrouped(self, words: Regrouped) -> RegroupedView:
        return RegroupedView(
            old=tuple(map(self._old, words.old)),
            new=tuple(map(self._new, words.new)),
            diff=_pieces(words.pieces),
            editorial=words.editorial,
        )

    def _link_change(self, change: LinkChange) -> LinkChangeView:
        return LinkChangeView(
            kind=change.kind,
            old=self._link(change.old, self.before) if change.old else None,
            new=self._link(change.new, self.after) if change.new else None,
        )

    def _link(self, link: GoalLink, landmarks: tuple[Landmark, ...]) -> LinkView:
        return LinkView(
            id=link.code,
            status=link.status.value,
            location=_located(link.place, landmarks),
            goal=_located(link.goal.text, landmarks) if link.goal else None,
        )

    def _principles(self, changes: PrincipleChanges) -> PrincipleChangesView:
        def views(
            told: Iterable[tuple[int, PrincipleMention]], landmarks: tuple[Landmark, ...]
        ) -> tuple[MentionChangeView, ...]:
            return tuple(
                MentionChangeView(number=number, location=_located(mention.place, landmarks))
                for number, mention in told
            )

        return PrincipleChangesView(added=views(changes.added, self.after), removed=views(changes.removed, self.before))

    def _element(self, element: Element) -> ElementView:
        return ElementView(
            id=element.id,
            number=element.number,
            title=element.title.text,
            location=view_location(element.where),
        )

    def _old(self, text: Text) -> LocationView:
        return _located(text, self.before)

    def _new(self, text: Text) -> LocationView:
        return _located(text, self.after)


def _located(text: Text, landmarks: tuple[Landmark, ...]) -> LocationView:
    return view_location(Location(path_of(landmarks, text), text))
