"""The baseline: findings that are accepted for now, by document, so that only new ones are reported.

The file is JSON, sorted, with a finding on each line: a change to it is read like any other change. `fingerprint` is
what counts; rule, subject and quote tell people what it stands for, `counts` sums them up.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from planlint.engine.examined import Examined
from planlint.errors import UsageError
from planlint.model.finding import BASELINE, Finding
from planlint.model.outcome import Outcome, Standing
from planlint.model.words import Strict
from planlint.rulebook.nearest import shorten
from planlint.rulebook.source import mistake

FILE_NAME: Final = "planlint-baseline.json"
VERSION: Final = "1"
_DAMAGED: Final = "ingen baslinje, eller en som är skadad", "no baseline, or one that is damaged"
MAX_BYTES: Final = 64 * 2**20
"""A quarter of a million findings."""


class Entry(Strict):
    """A finding that is accepted."""

    rule: str
    subject: str
    quote: str
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Accepted(Strict):
    """What is accepted of a document. `counts` tells people how many findings each rule has; nothing reads it."""

    counts: dict[str, int]
    findings: tuple[Entry, ...]


class _File(Strict):
    kind: Literal["planlint-baseline"]
    schema_version: Literal["1"]
    documents: dict[str, Accepted]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is accepted, by document: paths from `folder`, where the file stands, with '/'."""

    folder: Path
    documents: Mapping[str, tuple[Entry, ...]]

    def of(self, path: Path) -> tuple[Entry, ...] | None:
        """What is accepted of the document at a path; None where the baseline does not know it."""
        return self.documents.get(_name(path, self.folder))


@dataclass(frozen=True, slots=True)
class Change:
    """What recording did to a document's entries: how many there are now, and how many of them came and went."""

    path: str
    total: int
    new: int
    gone: int


def read_baselines(paths: Iterable[Path | None]) -> dict[Path, Baseline]:
    """The baselines in these files. Raises UsageError where one is missing, damaged or of another version."""
    return {path: _needed(path) for path in dict.fromkeys(paths) if path is not None}


def _needed(path: Path) -> Baseline:
    try:
        return read_baseline(path)
    except UsageError as error:
        again = " --force" if os.path.lexists(path) else ""
        raise UsageError(
            f"{error.sv}; gör den med ”planlint baseline{again}”",
            f"{error.en}; make it with “planlint baseline{again}”",
        ) from None


def compare_all(examined: Iterable[Examined], baselines: Mapping[Path, Baseline]) -> list[Examined]:
    """The same documents, findings that the baseline of their configuration accepts marked."""
    return [_compared(each, baselines) for each in examined]


def _compared(each: Examined, baselines: Mapping[Path, Baseline]) -> Examined:
    baseline = baselines.get(each.config.baseline) if each.config.baseline else None
    return each if baseline is None else replace(each, outcome=compare(each, baseline))


def compare(each: Examined, baseline: Baseline) -> Outcome:
    """What came of the document, findings of the baseline marked. What another one accepts is not accepted here."""
    outcome = each.outcome
    if outcome.error:
        return outcome
    entries = baseline.of(each.source.path)
    accepted = {entry.fingerprint for entry in entries or ()}
    findings = tuple(
        replace(finding, suppressed=BASELINE)
        if finding.suppressed is None and finding.fingerprint in accepted
        else finding
        for finding in outcome.findings
    )
    standing = Standing(entries is not None, len(_gone(entries or (), each)))
    return replace(outcome, findings=findings, baseline=standing)


def record(examined: Iterable[Examined], baseline: Baseline) -> tuple[Baseline, list[Change]]:
    """The baseline with what was found now. Documents not read, and rules that did not run, stay as they were.

    Findings that are suppressed are accepted already, with a reason, and are left out.
    """
    documents = dict(baseline.documents)
    changes: list[Change] = []
    for each in examined:
        if each.outcome.error:
            continue
        name = _name(each.source.path, baseline.folder)
        before = {entry.fingerprint: entry for entry in documents.get(name, ())}
        left = {key: entry for key, entry in before.items() if entry.rule not in each.ran}
        found = {one.fingerprint: _entry(one) for one in each.outcome.findings if one.suppressed is None}
        after = left | found
        documents[name] = tuple(sorted(after.values(), key=_order))
        changes.append(Change(name, len(after), len(after.keys() - before.keys()), len(before.keys() - after.keys())))
    return Baseline(baseline.folder, documents), changes


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises UsageError where there is none, or the file is damaged or of another version."""
    data = _load(path)
    if isinstance(data, dict) and data.get("kind") == "planlint-baseline" and data.get("schema_version") != VERSION:
        shown = shorten(data.get("schema_version", ""))
        sv = f"baslinjen har version ”{shown}”, men denna planlint läser version {VERSION}"
        en = f"the baseline is of version “{shown}”, but this planlint reads version {VERSION}"
        raise mistake(str(path), None, sv, en)
    try:
        file = _File.model_validate(data)
    except ValidationError as error:
        where = shorten(".".join(map(str, error.errors()[0]["loc"])))
        raise mistake(str(path), None, f"ingen hel baslinje ({where})", f"not a whole baseline ({where})") from None
    return Baseline(path.parent, {name: accepted.findings for name, accepted in file.documents.items()})


def write_out(baseline: Baseline) -> str:
    """The baseline as its file has it: the same findings give the same bytes."""
    documents = ",\n".join(_document(name, entries) for name, entries in sorted(baseline.documents.items()))
    inside = f"{{\n{documents}\n  }}" if documents else "{}"
    head = f'  "kind": "planlint-baseline",\n  "schema_version": "{VERSION}",\n'
    return f'{{\n{head}  "documents": {inside}\n}}\n'


def _document(name: str, entries: tuple[Entry, ...]) -> str:
    counts = dict(sorted(Counter(entry.rule for entry in entries).items()))
    findings = ",\n".join(f"        {_json(entry.model_dump())}" for entry in entries)
    inside = f"[\n{findings}\n      ]" if findings else "[]"
    return f'    {_json(name)}: {{\n      "counts": {_json(counts)},\n      "findings": {inside}\n    }}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _load(path: Path) -> object:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise mistake(str(path), None, "baslinjen finns inte", "there is no such baseline") from None
    except OSError as error:
        sv, en = f"går inte att läsa ({error.strerror})", f"cannot be read ({error.strerror})"
        raise mistake(str(path), None, sv, en) from None
    if len(data) > MAX_BYTES:
        raise mistake(str(path), None, "filen är större än 64 MB", "the file is larger than 64 MB")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise mistake(str(path), error.lineno, *_DAMAGED) from None
    except (ValueError, RecursionError):
        raise mistake(str(path), None, *_DAMAGED) from None


def _gone(entries: Iterable[Entry], each: Examined) -> list[Entry]:
    """The entries whose rule ran and did not find them."""
    found = {finding.fingerprint for finding in each.outcome.findings}
    return [entry for entry in entries if entry.rule in each.ran and entry.fingerprint not in found]


def _entry(finding: Finding) -> Entry:
    return Entry(
        rule=finding.rule,
        subject=shorten(finding.subject.id),
        quote=shorten(finding.location.place.text),
        fingerprint=finding.fingerprint,
    )


def _order(entry: Entry) -> tuple[str, str, str, str]:
    return entry.rule, entry.subject, entry.quote, entry.fingerprint


def _name(path: Path, folder: Path) -> str:
    """The path from the folder, with '/'; in full where there is no way from one to the other."""
    try:
        name = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        name = path.absolute().as_posix()
    return os.fsencode(name).decode("utf-8", "replace")
