"""What the rules say of the plan as it was sent, as each respondent wants it, and with all changes that agree."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from planlint import engine
from planlint.config import Config
from planlint.consult.claims import trimmed
from planlint.consult.compare import compare
from planlint.consult.conflicts import changing
from planlint.consult.wording import Paragraph, Wording
from planlint.engine import Means
from planlint.errors import InputError
from planlint.intake import Source, read_bytes
from planlint.model.comparison import FindingChanges
from planlint.model.consultation import Answer, Compilation, Entry, Sent, Trial, Trials
from planlint.model.document import Reading
from planlint.model.edit import Edit, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text
from planlint.rulebook import Rulebook

MOST_TRIES: Final = 200
"""How often a plan's file is written anew to find the changes that do not go together; half a minute for 20 pages."""
OF_CACHE: Final = frozenset({"stale_contents"})
"""The checks of what Word brings up to date by itself when it is asked to."""


class _Bench:
    """The plan as it was sent, and what it is held against each time."""

    def __init__(self, sent: Sent, config: Config, rulebook: Rulebook) -> None:
        """With the framework that the plan was read with, whatever it looks like once it is changed."""
        outcome = sent.run.outcomes[0]
        framework = config.framework or (None if outcome.fallback else outcome.framework)
        fixed = replace(config, framework=framework, baseline=None)
        self.sent = sent
        self.wording = Wording(sent)
        self._means: dict[Reading, Means] = {
            reading: engine.prepare(replace(fixed, reading=reading), rulebook)
            for reading in {"final", sent.run.reading}
        }
        self._passed_over = frozenset(
            rule.code for rule in sent.run.rules if rule.about == "file" or rule.check in OF_CACHE
        )

    def hold(self, data: bytes, ending: str, reading: Reading) -> FindingChanges | None:
        """How the findings differ in another version of the plan, its bytes; None where that cannot be read.

        What is found of the file came with it, and is not what anyone wants of the plan. A table of contents is brought
        up to date once the plan is decided.
        """
        path = Path(self.sent.run.outcomes[0].path).with_suffix(ending)
        means = self._means[reading]
        examined = engine.examine_all([(Source(path, path.as_posix(), content=data), means)])
        if examined[0].outcome.plan is None:
            return None
        found = compare(self.sent.run, engine.sum_up(examined, means.config)).findings
        return FindingChanges(
            tuple(each for each in found.new if each.finding.rule not in self._passed_over),
            tuple(each for each in found.gone if each.rule not in self._passed_over),
            tuple(each for each in found.left if each.rule not in self._passed_over),
        )


def with_trials(
    compilation: Compilation, config: Config, rulebook: Rulebook, sources: Iterable[Source] = ()
) -> Compilation:
    """The compilation with its trials; without any where no change can be tried.

    `sources` are the files of the answers, in their order, for what a version says that no list of edits holds.
    """
    sent = compilation.sent
    bench = _Bench(sent, config, rulebook)
    each = tuple(_each(compilation, bench, tuple(sources)))
    together, contradicted = _together(compilation, bench)
    if not each and together is None and not contradicted:
        return compilation
    findings = tuple(finding for finding in sent.run.outcomes[0].findings if finding.suppressed is None)
    trials = Trials(findings, each, together, contradicted, _causers(each, together))
    return replace(compilation, trials=trials)


def _each(compilation: Compilation, bench: _Bench, sources: Sequence[Source]) -> Iterator[Trial]:
    """A trial for everyone who wants the plan changed, in the order of their names."""
    versions = _versions(compilation, sources)
    wanted: dict[str, list[Entry]] = defaultdict(list)
    for entry in compilation.entries:
        for respondent in entry.respondents:
            wanted[respondent].append(entry)
    for respondent in sorted(versions.keys() | wanted.keys(), key=lambda name: (name.casefold(), name)):
        findings = None
        if respondent in versions:
            source, answer = versions[respondent]
            findings = _hold_version(source, answer, bench)
        if findings is None:
            findings, _ = _hold_edits(wanted[respondent], bench)
        if findings is not None:
            yield Trial(respondent, findings)


def _versions(compilation: Compilation, sources: Sequence[Source]) -> dict[str, tuple[Source, Answer]]:
    """By respondent, the one version in which all that they want is seen: theirs alone, every change of it tracked."""
    files: dict[str, list[int]] = defaultdict(list)
    for index, answer in enumerate(compilation.answers):
        for respondent in answer.respondents:
            files[respondent].append(index)
    return {
        respondent: (sources[indices[0]], compilation.answers[indices[0]])
        for respondent, indices in files.items()
        if len(indices) == 1 and indices[0] < len(sources) and _shows_all(compilation.answers[indices[0]])
    }


def _shows_all(answer: Answer) -> bool:
    told = answer.told
    if told is None or told.form != "version" or len(answer.respondents) != 1:
        return False
    return any(said.edits for said in told.said) and all(said.way != "untracked" for said in told.said)


def _hold_version(source: Source, answer: Answer, bench: _Bench) -> FindingChanges | None:
    """How the findings differ in the version as its author leaves it; None where the file is no longer the same."""
    try:
        data = read_bytes(source)
    except InputError:
        return None
    if hashlib.sha256(data).hexdigest() != answer.sha256:
        return None
    return bench.hold(data, source.path.suffix, "final")


def _together(compilation: Compilation, bench: _Bench) -> tuple[Trial | None, tuple[int, ...]]:
    """The plan with every change that no other contradicts, and the numbers of those that are left out."""
    changing_it = [entry for entry in compilation.entries if _edits(entry)]
    against = {entry.number for entry in changing_it if entry.against}
    findings, left_out = _hold_edits([entry for entry in changing_it if entry.number not in against], bench)
    contradicted = tuple(sorted({*against, *left_out}))
    return (None if findings is None else Trial("", findings)), contradicted


def _hold_edits(entries: Sequence[Entry], bench: _Bench) -> tuple[FindingChanges | None, tuple[int, ...]]:
    """How the findings differ with the entries' changes made, and the numbers of those that could not be made."""
    edited = [entry for entry in entries if _edits(entry)]
    if not edited or bench.sent.document.source != "word":
        return None, ()
    data, made = _make(bench, edited)
    left_out = tuple(entry.number for entry in edited if entry.number not in made)
    if data is None:
        return None, left_out
    return bench.hold(data, ".docx", bench.sent.run.reading), left_out


def _make(bench: _Bench, entries: Sequence[Entry]) -> tuple[bytes | None, frozenset[int]]:
    """The plan with as many of the entries' changes as go together, the first ones first, and their numbers.

    Halves are tried of what does not go together as a whole, so that one offender costs the logarithm of their number.
    """
    from planlint import word

    sent, made = bench.sent, list[Entry]()
    result: bytes | None = None
    waiting = [list(entries)]
    for _ in range(MOST_TRIES):
        if not waiting:
            break
        group = waiting.pop()
        try:
            result = word.apply_edits(sent.data, list(_combined((*made, *group), bench.wording)), sent.run.reading)
            made += group
        except ValueError:
            half = len(group) // 2
            waiting += [group[half:], group[:half]] if half else []
    return result, frozenset(entry.number for entry in made)


def _combined(entries: Sequence[Entry], wording: Wording) -> Iterator[Edit]:
    """The edits of all entries, and what several of them want at one place alike, once.

    All that an entry writes at one spot between two characters is one thing: it may begin as another's does. What
    strikes words of a paragraph or a row that another takes away is made with that.
    """
    wanted = [list(_trimmed(_edits(entry))) for entry in entries]
    every = list(chain.from_iterable(wanted))
    rows = {place for edit in every if isinstance(edit, RemoveRow) for place in wording.row(_paragraph(edit.place))}
    gone = rows | {_paragraph(edit.place) for edit in every if isinstance(edit, Remove)}
    made: set[tuple[Edit, ...]] = set()
    for edits in wanted:
        there: dict[Hashable, list[Edit]] = defaultdict(list)
        for edit in edits:
            struck = isinstance(edit, Replace) and not edit.words and _paragraph(edit.place) in gone
            if not struck and not (isinstance(edit, Remove) and _paragraph(edit.place) in rows):
                there[_spot(edit)].append(edit)
        fresh = [tuple(each) for each in there.values() if tuple(each) not in made]
        made.update(fresh)
        yield from chain.from_iterable(fresh)


def _trimmed(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, other words without those that they leave as they are: so what is wanted alike is alike."""
    for edit in edits:
        if not isinstance(edit, Replace) or not (edit.place.text and edit.words):
            yield edit
            continue
        start, end, words = trimmed(edit.place.text, 0, len(edit.place.text), edit.words)
        if start < end or words:
            yield Replace(edit.place.cut(start, end), words)


def _spot(edit: Edit) -> Hashable:
    """The spot between two characters that an edit writes at; the edit itself where it does something else."""
    if isinstance(edit, Replace | Split) and not edit.place.text:
        return edit.place.part, edit.place.paragraph, edit.place.start
    return edit


def _paragraph(text: Text) -> Paragraph:
    return text.part, text.paragraph


def _edits(entry: Entry) -> tuple[Edit, ...]:
    return changing(entry.holders).edits


def _causers(each: Iterable[Trial], together: Trial | None) -> Mapping[str, tuple[str, ...]]:
    """By finding that is new or gone with everyone's changes, whose changes alone make it so."""
    if together is None:
        return {}
    by: dict[str, list[str]] = {fingerprint: [] for side in _sides(together) for fingerprint in side}
    sides = _sides(together)
    for trial in each:
        for own, all_in_all in zip(_sides(trial), sides, strict=True):
            for fingerprint in own & all_in_all:
                by[fingerprint].append(trial.respondent)
    return {fingerprint: tuple(names) for fingerprint, names in by.items() if names}


def _sides(trial: Trial) -> tuple[frozenset[str], frozenset[str]]:
    """The fingerprints of what is new, and of what is gone."""
    new = frozenset(each.finding.fingerprint for each in trial.findings.new)
    return new, frozenset(each.fingerprint for each in trial.findings.gone)
