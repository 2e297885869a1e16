"""Findings that the configuration accepts, by rule and subject, until a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planlint.checks import CHECKS
from planlint.checks.suppressions import hits_of
from planlint.config import Config, Exemption
from planlint.engine.examined import Examined
from planlint.engine.findings import codes_of, in_order, word
from planlint.engine.suppress import BEGINNING
from planlint.language.normalise import normalise
from planlint.model.finding import Finding
from planlint.model.outcome import Outcome
from planlint.model.suppression import Unused
from planlint.rulebook.select import Selected

Key = tuple[str, str | None]
"""A rule's code, and a subject's id as it is compared; None for every subject."""


def exempt_all(examined: Sequence[Examined]) -> list[Examined]:
    """The same documents in the same order, findings that their configurations accept with the reason.

    What a configuration accepts in vain is told once, on the first document that it is for and a report shows.
    """
    groups: dict[Path | None, list[int]] = defaultdict(list)
    for place, each in enumerate(examined):
        if each.shown:
            groups[each.config.file].append(place)
    exempted = list(examined)
    for places in groups.values():
        for place, each in zip(places, _exempt([examined[place] for place in places]), strict=True):
            exempted[place] = each
    return exempted


def _exempt(group: Sequence[Examined]) -> list[Examined]:
    """The same for documents that share one configuration."""
    config = group[0].config
    if not config.exemptions:
        return list(group)
    codes = codes_of(group[0].rules)
    unused = tuple(_unused(group, codes))
    telling = next((each for each in group if _late(each) and each.outcome.plan), None) if unused else None
    outcomes = [_told(each, unused) if each is telling else each.outcome for each in group]
    reasons = {_key(each, codes): each.reason for each in reversed(config.exemptions) if not _expired(each, config)}
    return [
        replace(each, outcome=replace(outcome, findings=tuple(_exempted(one, reasons) for one in outcome.findings)))
        for each, outcome in zip(group, outcomes, strict=True)
    ]


def _exempted(finding: Finding, reasons: Mapping[Key, str]) -> Finding:
    if finding.suppressed is not None:
        return finding
    reason = next((reasons[key] for key in _keys(finding) if key in reasons), None)
    return finding if reason is None else replace(finding, suppressed=reason, exempted=True)


def _unused(group: Sequence[Examined], codes: Mapping[str, str]) -> Iterator[Unused]:
    """Exemptions that are out of date; and those that nothing needs, where every document told all that it could."""
    config = group[0].config
    found = {key for each in group for finding in each.outcome.findings for key in _keys(finding)}
    told = frozenset().union(*(each.ran for each in group))
    told -= {fault.rule for each in group for fault in each.outcome.faults}
    told -= {one.rule.code for each in group for one in _late(each)}
    whole = not any(each.outcome.error for each in group)
    for each in config.exemptions:
        key = _key(each, codes)
        if _expired(each, config):
            yield _as_unused(each, config)
        elif whole and key[0] in told and key not in found:
            yield replace(_as_unused(each, config), case="setting-unmatched")


def _as_unused(exemption: Exemption, config: Config) -> Unused:
    return Unused(
        "setting-expired",
        BEGINNING,
        exemption.reason,
        (exemption.rule,),
        exemption.subject,
        config.file.name if config.file else "",
        exemption.line,
        exemption.until,
    )


def _told(each: Examined, unused: Iterable[Unused]) -> Outcome:
    """What came of the document, with what the rules about suppressions say of these."""
    outcome, language = each.outcome, each.config.language
    if outcome.plan is None:
        return outcome
    more = [one for rule in _late(each) for one in word(rule, hits_of(unused), outcome.plan, language)]
    return replace(outcome, findings=in_order((*outcome.findings, *more)))


def _late(each: Examined) -> list[Selected]:
    return [one for one in each.running if CHECKS[one.rule.check].last]


def _expired(exemption: Exemption, config: Config) -> bool:
    return exemption.until is not None and config.today is not None and exemption.until < config.today


def _key(exemption: Exemption, codes: Mapping[str, str]) -> Key:
    subject = None if exemption.subject is None else normalise(exemption.subject)
    return codes.get(exemption.rule.strip().casefold(), ""), subject


def _keys(finding: Finding) -> tuple[Key, Key]:
    """What an exemption of the finding may say: its subject, or none."""
    return (finding.rule, normalise(finding.subject.id)), (finding.rule, None)
