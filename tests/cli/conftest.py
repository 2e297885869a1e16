"""The command line as a function, and a folder to stand in."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planlint.cli.main import run

NOT_A_PLAN = "# Protokoll från årsmötet\n\n## Val av ordförande\n\nVi valde en ordförande.\n"


class Result(NamedTuple):
    """What a run gave."""

    status: int
    out: str
    err: str


Planlint = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a plan that has faults and a document that is no plan."""
    shutil.copy(root / "tests" / "report" / "plan.md", tmp_path / "plan.md")
    (tmp_path / "protokoll.md").write_text(NOT_A_PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def planlint(folder: Path, capsys: pytest.CaptureFixture[str]) -> Planlint:  # noqa: ARG001 - stands in the folder
    """planlint in that folder, in this process."""

    def call(*arguments: str) -> Result:
        status = run(arguments)
        return Result(status, *capsys.readouterr())

    return call
