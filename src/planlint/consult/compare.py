"""Two versions of a plan, read and held against the rules, as one comparison."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, get_args

from planlint.consult.changes import list_changes
from planlint.consult.findings import compare_findings
from planlint.consult.links import suspect_links
from planlint.consult.versions import Versions, match_versions
from planlint.model.comparison import Change, ChangeKind, Comparison, Sort, SuspectLink, Tally
from planlint.model.outcome import Run
from planlint.model.plan import Plan

_KINDS: Final[tuple[ChangeKind, ...]] = get_args(ChangeKind)


def compare(old: Run, new: Run) -> Comparison:
    """What changed in the plan from one version to the other. Each run is of one document that was read."""
    versions = match_versions(_plan(old), _plan(new))
    changes = list_changes(versions)
    return Comparison(
        old=old,
        new=new,
        changes=changes,
        suspects=tuple(_suspects(versions)),
        tallies=tuple(_tallies(versions, changes)),
        findings=compare_findings(old, new, versions, changes),
    )


def _plan(run: Run) -> Plan:
    plan = run.outcomes[0].plan
    if plan is None:
        raise ValueError("a document that was not read has nothing to compare")
    return plan


def _suspects(versions: Versions) -> Iterator[SuspectLink]:
    for old, new in versions.pairs:
        if new.sort == "intervention":
            yield from suspect_links(old, new, versions.goals)


def _tallies(versions: Versions, changes: Sequence[Change]) -> Iterator[Tally]:
    """One for each sort that either version has, in the order of Sort."""
    olds, news = (Counter(each.sort for each in row) for row in (versions.old, versions.new))
    same = Counter(new.sort for _, new in versions.pairs)
    kinds: dict[Sort, Counter[ChangeKind]] = defaultdict(Counter)
    for change in changes:
        kinds[change.sort].update(change.kinds)
        same[change.sort] -= change.old is not None and change.new is not None
    for sort in get_args(Sort):
        if olds[sort] or news[sort]:
            told = {kind: kinds[sort][kind] for kind in _KINDS if kinds[sort][kind]}
            yield Tally(sort, olds[sort], news[sort], same[sort], told)
