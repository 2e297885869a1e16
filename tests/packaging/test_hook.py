"""The hook for pre-commit, which builds it of a clone of this checkout and runs it in a repository with documents.

What it depends on is lent to the environment that pre-commit makes, instead of being fetched; else all is as for its
users.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
import yaml

ROOT = Path(__file__).parents[2]
BUILT_OF = (
    "src",
    "rules",
    "schemas",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)


@dataclass(frozen=True)
class Repository:
    """A git repository, and the environment in which commands run in it."""

    folder: Path
    env: Mapping[str, str]

    def run(self, *command: str | Path) -> tuple[int, str]:
        """The exit status and what was said, on either stream."""
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        return done.returncode, done.stdout.decode("utf-8")

    def commit(self) -> str:
        """Everything there is; the commit's name."""
        for command in (("git", "init", "-q"), ("git", "add", "-A"), ("git", "commit", "-q", "-m", "Allt")):
            status, said = self.run(*command)
            assert status == 0, said
        return self.run("git", "rev-parse", "HEAD")[1].strip()


@pytest.fixture(scope="module")
def alone(installing: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a home and a git of its own."""
    home = tmp_path_factory.mktemp("home")
    people = {
        f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return {
        **installing,
        **people,
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }


@pytest.fixture(scope="module")
def published(alone: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """planlint as a repository that others name, and its commit."""
    folder = tmp_path_factory.mktemp("planlint")
    for name in BUILT_OF:
        there = ROOT / name
        if there.is_dir():
            shutil.copytree(there, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(there, folder / name)
    return folder, Repository(folder, alone).commit()


@pytest.fixture
def repository(alone: dict[str, str], published: tuple[Path, str], tmp_path: Path) -> Repository:
    """A repository that uses the hook as the guide says, with minutes that are no plan and a text about itself."""
    folder, commit = published
    config = {"repos": [{"repo": str(folder), "rev": commit, "hooks": [{"id": "planlint"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (tmp_path / "README.md").write_text("# Våra planer\n", encoding="utf-8")
    (tmp_path / "~$plan.docx").write_bytes(b"\x05Astrid")
    minutes = docx.Document()
    minutes.add_heading("Protokoll från årsmötet")
    minutes.add_paragraph("Vi valde en ordförande.")
    minutes.save(str(tmp_path / "protokoll.docx"))
    return Repository(tmp_path, alone)


@pytest.fixture
def hooked(repository: Repository) -> Callable[..., tuple[int, str]]:
    """Runs the hook over what stands in the repository."""

    def call() -> tuple[int, str]:
        repository.commit()
        return repository.run(sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never", "--verbose")

    return call


def test_a_plan_in_order_passes_beside_documents_that_are_no_plan(
    repository: Repository, hooked: Callable[[], tuple[int, str]]
) -> None:
    shutil.copy(ROOT / "samples" / "norradalen-plan.docx", repository.folder / "plan.docx")
    status, said = hooked()
    assert status == 0, said
    assert "PL002" not in said
    assert "\nplan.docx\n" in said
    assert "\nprotokoll.docx\n" in said
    assert "README.md" not in said
    assert "~$plan.docx" not in said


def test_a_draft_with_faults_stops_the_commit(repository: Repository, hooked: Callable[[], tuple[int, str]]) -> None:
    shutil.copy(ROOT / "samples" / "norradalen-utkast.docx", repository.folder / "Utkast Ä.DOCX")
    status, said = hooked()
    assert status == 1, said
    assert "PL302" in said
    assert "- exit code: 1" in said
