"""planlint as the user's shell starts it."""

import errno
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

SHELL = "import subprocess, sys; sys.exit(subprocess.run(['sh', '-c', sys.argv[1]]).returncode)"
BROKEN = """
from planlint.engine import documents
def broken(*_, **__):
    raise ZeroDivisionError("oj")
documents.read_document = broken
from planlint.cli import main
main()
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


@pytest.mark.parametrize(("redirection", "status"), [(">&-", 1), ("2>&-", 1), (">/dev/full", 2)])
def test_streams_that_take_nothing_leave_the_status_honest(
    folder: Path, env: dict[str, str], redirection: str, status: int
) -> None:
    done = _in_shell("check plan.md", redirection, folder, env)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    if status == 2:
        assert done.stderr.decode() == (
            f"planlint: det går inte att skriva ut rapporten ({os.strerror(errno.ENOSPC)}).\n"
        )


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_a_complaint_that_nobody_can_hear_is_told_by_the_status(
    folder: Path, env: dict[str, str], redirection: str
) -> None:
    assert _in_shell("check borta.md", redirection, folder, env).returncode == 3
    assert _in_shell("check --nej", redirection, folder, env).returncode == 2


def _in_shell(
    arguments: str, redirection: str, folder: Path, env: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    return _start("-c", SHELL, f'"{sys.executable}" -m planlint {arguments} {redirection}', folder=folder, **env)


def test_debug_shows_where_a_fault_arose_and_keeps_the_status(folder: Path, env: dict[str, str]) -> None:
    done = _start("-c", BROKEN, "check", "plan.md", "--debug", folder=folder, **env)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().startswith("Traceback (most recent call last):\n")
    assert done.stderr.decode().endswith("ZeroDivisionError: oj\n")
    done = _start("-c", BROKEN, "check", "plan.md", folder=folder, **env)
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False)


def test_a_plan_with_errors_fails_the_shell(folder: Path, env: dict[str, str]) -> None:
    done = _start("-m", "planlint", "check", "plan.md", "--quiet", folder=folder, **env)
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"\r" not in done.stdout
