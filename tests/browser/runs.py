"""What the pages in these tests are about: real runs over samples, odd files and hostile plans."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypedDict, Unpack

import pytest

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.rulebook import load
from tests.browser import hostile

NO_PLAN: Final = "# Protokoll från årsmötet\n\n## Val av ordförande\n\nVi valde en ordförande.\n"


class Settings(TypedDict, total=False):
    """What differs between the runs."""

    language: Language
    select: tuple[str, ...]
    ignore: tuple[str, ...]


def check(folder: Path, *paths: Path, **settings: Unpack[Settings]) -> Run:
    """A run for a consultation over these files, as from that folder."""
    config = Config(phase="consultation", **settings)
    return engine.run(find_sources(paths, folder), config, load())


def draft(root: Path, _folder: Path) -> Run:
    """A plan with findings of every shape."""
    return check(root, root / "samples" / "norradalen-utkast.docx")


def few(root: Path, _folder: Path) -> Run:
    """The same held against some rules, whose findings have every colour there is."""
    return check(root, root / "samples" / "norradalen-utkast.docx", select=("PL204", "PL205", "PL206", "PL313"))


def draft_in_english(root: Path, _folder: Path) -> Run:
    """The same by somebody who reads English."""
    return check(root, root / "samples" / "norradalen-utkast.docx", language="en")


def styles(root: Path, _folder: Path) -> Run:
    """A real plan."""
    plan = root.parent / "shared" / "plans" / "swedish-styles.docx"
    if not plan.is_file():
        pytest.skip("the reference material is not beside this checkout")
    return check(plan.parent, plan)


def many(root: Path, folder: Path) -> Run:
    """Documents of every kind, one that is no plan, and one that cannot be read."""
    names = ("utkast", "projektkort-utkast", "tidplan-utkast", "fardplan", "remissvar")
    files = [folder / f"norradalen-{name}.docx" for name in names]
    for file in files:
        shutil.copy(root / "samples" / file.name, file)
    odd = folder / "protokoll.md"
    odd.write_text(NO_PLAN, encoding="utf-8")
    (folder / "skadad.docx").write_bytes(b"PK\x03\x04 inte mer")
    return check(folder, *files, odd, folder / "skadad.docx", folder / "borta.docx")


def clean(root: Path, _folder: Path) -> Run:
    """A plan without a finding."""
    return check(root, root / "samples" / "norradalen-plan.docx", select=("PL204",))


def hostile_plans(_root: Path, folder: Path) -> Run:
    """Plans whose words try to be more than words; without rules that say the same eight times of each."""
    first, second = folder / hostile.FILE, folder / "ond.docx"
    first.write_text(hostile.markdown(), encoding="utf-8")
    second.write_bytes(hostile.word())
    return check(folder, first, second, ignore=("PL304", "PL310", "PL311", "PL404"))


def no_plan(_root: Path, folder: Path) -> Run:
    """A document of no known kind."""
    file = folder / "protokoll.md"
    file.write_text(NO_PLAN, encoding="utf-8")
    return check(folder, file)


RUNS: Final[dict[str, Callable[[Path, Path], Run]]] = {
    made.__name__: made for made in (draft, few, draft_in_english, styles, many, clean, no_plan, hostile_plans)
}
