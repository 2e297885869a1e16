"""Findings that came, went and are left between two versions, and what brought the new ones about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from planlint.consult.causes import Causes
from planlint.consult.owners import Identity, Owner
from planlint.consult.versions import Versions
from planlint.model.comparison import Change, FindingChanges, NewFinding
from planlint.model.finding import Finding
from planlint.model.outcome import Run


def compare_findings(old: Run, new: Run, versions: Versions, changes: Sequence[Change]) -> FindingChanges:
    """Findings by fingerprint; of the rest, those about one element that quote the same, or what became of it.

    A fingerprint holds the element's name. Without the second step a new name would make every old finding a new one.
    Last, what a rule says of the document as a whole in one version it may say of each element in the other.
    """
    before, after = old.outcomes[0].findings, new.outcomes[0].findings
    known = {finding.fingerprint for finding in before}
    there = {finding.fingerprint for finding in after}
    came = [each for each in after if each.fingerprint not in known]
    gone = [each for each in before if each.fingerprint not in there]
    owners = Owner.of(versions, 0, changes), Owner.of(versions, 1, changes)
    again = _left(gone, came, owners)
    again[0].update(_covered(gone, came, owners[0]))
    again[1].update(_covered(came, gone, owners[1]))
    causes = Causes(versions, changes, new.rules)
    return FindingChanges(
        new=tuple(
            NewFinding(each, causes.cause(each, owners[1].element(each)))
            for each in came
            if each.suppressed is None and each.fingerprint not in again[1]
        ),
        gone=tuple(each for each in gone if each.suppressed is None and each.fingerprint not in again[0]),
        left=tuple(
            each
            for each in after
            if each.suppressed is None and (each.fingerprint in known or each.fingerprint in again[1])
        ),
    )


def _left(gone: Iterable[Finding], came: Iterable[Finding], owners: tuple[Owner, Owner]) -> tuple[set[str], set[str]]:
    """The fingerprints, old and new, of findings that are the same but for the name of what they are about."""
    waiting: dict[Identity, list[str]] = defaultdict(list)
    for finding in gone:
        if (identity := owners[0].identity(finding)) is not None:
            waiting[identity].append(finding.fingerprint)
    left: tuple[set[str], set[str]] = set(), set()
    for finding in came:
        identity = owners[1].identity(finding)
        if identity is not None and waiting[identity]:
            left[0].add(waiting[identity].pop(0))
            left[1].add(finding.fingerprint)
    return left


def _covered(findings: Iterable[Finding], others: Iterable[Finding], owner: Owner) -> set[str]:
    """The fingerprints of findings of one version that a finding only the other one has says of the whole document.

    "None of the goals can be measured" says it of each goal that both versions have: where one of them becomes
    measurable, the rest are no worse than they were.
    """
    whole = {each.rule for each in others if each.subject.type == "document"}
    return {
        each.fingerprint
        for each in findings
        if each.rule in whole and each.subject.type != "document" and owner.is_in_both(each)
    }
