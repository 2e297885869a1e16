"""planlint as the user's shell starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "docx",
    "pydantic",
    "spacy",
    "rich",
    "jsonschema",
    "lxml",
    "yaml",
    "rapidfuzz",
    "snowballstemmer",
    "markdown_it",
}
GUARD = """
import sys
from planlint.cli.main import run
status = run(sys.argv[1:])
print(status, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def _start(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def env(root: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(root / "src")}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help"), ("outline", "--help")])
def test_help_and_version_import_nothing_heavy(folder: Path, env: dict[str, str], arguments: tuple[str, ...]) -> None:
    done = _start("-c", GUARD, *arguments, folder=folder, **env)
    status, *modules = done.stderr.decode().split()
    assert status == "0"
    assert not HEAVY & set(modules)


def test_version(folder: Path, env: dict[str, str]) -> None:
    from planlint import __version__

    done = _start("-m", "planlint", "--version", folder=folder, **env)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"planlint {__version__}\n".encode(), b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_what_comes_out_is_utf8_whatever_the_locale(
    folder: Path, env: dict[str, str], environment: dict[str, str]
) -> None:
    done = _start("-m", "planlint", "check", "plan.md", "borta.md", "--matrix", folder=folder, **env, **environment)
    assert done.returncode == 3
    assert "Effektmål × insatser" in done.stdout.decode("utf-8")
    assert "●" in done.stdout.decode("utf-8")
    assert done.stderr.decode("utf-8").startswith("planlint: borta.md: ")


def test_a_reader_that_goes_away_is_no_trouble(folder: Path, env: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "planlint", "check", "plan.md", "--format", "json"],
        cwd=folder,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141


def test_a_plan_with_errors_fails_the_shell(folder: Path, env: dict[str, str]) -> None:
    done = _start("-m", "planlint", "check", "plan.md", "--quiet", folder=folder, **env)
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"\r" not in done.stdout
