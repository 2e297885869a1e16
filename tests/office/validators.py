"""Two programs from PyPI that tell whether Word would open a file, and what they have to say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import docx_integrity  # type: ignore[import-untyped]
import openxml_audit  # type: ignore[import-untyped]

Program = Callable[[Path], Counter[str]]

_INDEX = re.compile(r"\[\d+\]")


def audit(path: Path) -> Counter[str]:
    """What openxml-audit complains of in the file, without counting where.

    By a validator of its own: one that has seen another file may take that one's comments for this one's.
    """
    found = openxml_audit.OpenXmlValidator(max_errors=0).validate(path).errors
    return _counted(f"{each.part_uri} {_INDEX.sub('', each.path)}: {each.description}" for each in found)


def integrity(path: Path) -> Counter[str]:
    """What docx-integrity complains of in the file, hints included."""
    return _counted(f"{_INDEX.sub('', each.where)}: {each.code} {each.message}" for each in docx_integrity.check(path))


def losses(before: Path, after: Path) -> list[str]:
    """What docx-integrity misses in a file that was made of another."""
    found = docx_integrity.compare(before, after)
    return [f"{each.code} {each.message}" for each in found if each.severity != docx_integrity.INFO]


def _counted(complaints: Iterable[str]) -> Counter[str]:
    """The complaints and how often each is made; once for a run's properties, which a run that is split has twice."""
    counts = Counter(complaints)
    return Counter({each: 1 if "rPr" in each.partition(":")[0] else counts[each] for each in counts})
