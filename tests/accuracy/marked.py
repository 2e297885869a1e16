"""Whole documents whose findings were judged one by one: the samples, and the 2020–2022 plan where it is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planlint.model.document import Reading
from tests.accuracy.mutants import HERE, SAMPLES
from tests.accuracy.observe import look
from tests.accuracy.score import Tally

PLANS = HERE.parents[2] / "shared" / "plans"
FIVE = ("fake-headings", "gdocs-like", "libreoffice", "swedish-styles", "tables")
"""The forms of the 2020–2022 plan that have the same faults."""
READINGS: tuple[Reading, ...] = ("final", "original")
_GUIDE = "README.md"


@dataclass(frozen=True)
class Judged:
    """A document's findings by verdict ("true", "false", "missed"): how many of each rule and subject."""

    path: Path
    reading: Reading
    verdicts: dict[str, Counter[tuple[str, str]]]


@dataclass(frozen=True)
class Outcome:
    """A document held against its verdicts: counts, findings that nobody judged, and verdicts without a finding."""

    judged: Judged
    tally: Tally
    unjudged: Counter[tuple[str, str]]
    gone: Counter[tuple[str, str]]


def judged_samples() -> list[Judged]:
    """Every sample, those without findings too."""
    rows = [(name, rest) for name, *rest in _rows("samples.tsv")]
    files = sorted(one for one in SAMPLES.iterdir() if one.suffix in {".md", ".docx"} and one.name != _GUIDE)
    return [Judged(file, "final", _verdicts([rest for name, rest in rows if name == file.name])) for file in files]


def judged_plans() -> list[Judged]:
    """The 2020–2022 plan in its forms; none where it is not at hand."""
    if not PLANS.is_dir():
        return []
    rows = [(name, rest) for name, *rest in _rows("plans.tsv")]
    made = [Judged(PLANS / f"{name}.docx", "final", _verdicts([r for of, r in rows if of == "five"])) for name in FIVE]
    for reading in READINGS:
        mine = [rest for of, rest in rows if of == f"tracked-comments {reading}"]
        made.append(Judged(PLANS / "tracked-comments.docx", reading, _verdicts(mine)))
    return made


def _rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / "marked" / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _verdicts(rows: list[list[str]]) -> dict[str, Counter[tuple[str, str]]]:
    counts: dict[str, Counter[tuple[str, str]]] = {"true": Counter(), "false": Counter(), "missed": Counter()}
    for rule, subject, verdict, *_ in rows:
        counts[verdict][rule, subject] += 1
    return counts


def hold(documents: list[Judged]) -> list[Outcome]:
    """Every document held against its verdicts."""
    seen = {
        reading: dict(zip(paths, look(paths, reading), strict=True))
        for reading in READINGS
        if (paths := [one.path for one in documents if one.reading == reading])
    }
    return [
        _held(one, Counter((finding.rule, finding.subject.id) for finding in seen[one.reading][one.path]))
        for one in documents
    ]


def _held(one: Judged, found: Counter[tuple[str, str]]) -> Outcome:
    true, false, missed = one.verdicts["true"], one.verdicts["false"], one.verdicts["missed"]
    unjudged, gone = found - true - false, (true + false) - found
    right = true & found
    wrong = found - right
    return Outcome(one, Tally(_by_rule(right), _by_rule(wrong), _by_rule(true - found + missed)), unjudged, gone)


def _by_rule(counts: Counter[tuple[str, str]]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for (rule, _), count in counts.items():
        sums[rule] += count
    return sums
