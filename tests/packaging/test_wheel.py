"""planlint as its users have it: a wheel in an environment of its own, started from anywhere."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from planlint import __version__


def run(*command: str | Path, folder: Path, statuses: tuple[int, ...] = (0,)) -> str:
    """What a command says, started in a folder and told nothing of the checkout."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode in statuses, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, root, folder=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel."""
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel, and sees what it depends on in this one."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder)
    bin_ = folder / ("Scripts" if os.name == "nt" else "bin")
    run(sys.executable, "-m", "pip", "--python", bin_ / "python", "install", "--no-deps", wheel, folder=folder)
    site = Path(
        run(bin_ / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return bin_


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*.*") if path.is_file()}


def test_rules_and_schemas_travel_in_the_wheel_once(root: Path, wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    packed = {name.removeprefix("planlint/_data/") for name in names if "/_data/" in name}
    assert packed == files(root / "rules") | files(root / "schemas") | {"rulebook.json"}
    assert len(names) == len(set(names))
    assert [name for name in names if not name.startswith(("planlint/", f"planlint-{__version__}.dist-info/"))] == []


WAYS_TO_RUN = (".pre-commit-hooks.yaml", ".containerignore")


def test_the_source_holds_what_it_takes_to_build_and_test(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        top = {Path(name).parts[1] for name in archive.getnames()}
    assert {"src", "rules", "schemas", "tests", "samples", "pyproject.toml", "hatch_build.py", "LICENSE"} <= top
    assert not {name for name in top if name.startswith(".") and name not in (".ci", ".gitignore", *WAYS_TO_RUN)}


def test_the_wheel_names_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"planlint-{__version__}.dist-info/METADATA").decode()
    assert "\nLicense-Expression: MIT\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata


def imported(source: Path) -> set[str]:
    """The top names of every module that a source file imports, wherever it does."""
    nodes = list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.partition(".")[0] for name in plain | {str(n.module) for n in nodes if isinstance(n, ast.ImportFrom)}}


def test_what_planlint_imports_comes_with_it(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"planlint-{__version__}.dist-info/METADATA").decode()
    asked = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:")]
    required = [line for line in asked if "extra ==" not in line or "spell" in line.partition(";")[2]]
    names = {re.split(r"[<>=~! ]", line.removeprefix("Requires-Dist: "))[0].lower() for line in required}
    modules = set().union(*map(imported, (root / "src").rglob("*.py"))) - sys.stdlib_module_names - {"planlint"}
    known = packages_distributions()
    assert {known[module][0].lower() for module in modules} <= names
    assert {"jsonschema", "pydantic", "click"} <= modules


def test_the_installed_rulebook_is_the_compiled_one(programs: Path) -> None:
    program = (
        "import sys; from planlint import resources, rulebook; rules = rulebook.load().rules;"
        "print(resources.data_dir().parent.parent.name, len(rules) > 0, 'planlint.checks' in sys.modules)"
    )
    assert run(programs / "python", "-c", program, folder=Path("/")) == "site-packages True False\n"


def test_it_tells_its_version(programs: Path) -> None:
    assert __version__ in run(programs / "planlint", "--version", folder=Path("/"))


def test_it_lists_its_rules(programs: Path) -> None:
    assert "PL204" in run(programs / "planlint", "rules", folder=Path("/"))


def test_it_checks_a_plan(root: Path, programs: Path) -> None:
    sample = root / "samples" / "norradalen-plan.docx"
    told = run(programs / "planlint", "check", sample, "--format", "json", folder=Path("/"), statuses=(0, 1))
    (document,) = json.loads(told)["documents"]
    assert (document["error"], document["kind"]) == (None, "plan")


def test_its_page_comes_with_templates_style_and_script(root: Path, programs: Path, tmp_path: Path) -> None:
    page = tmp_path / "rapport.html"
    sample = root / "samples" / "norradalen-plan.docx"
    run(programs / "planlint", "check", sample, "--output", page, folder=Path("/"), statuses=(0, 1))
    made = page.read_text(encoding="utf-8")
    for kind in ("style", "script"):
        assert len(made.partition(f"<{kind}>")[2].partition(f"</{kind}>")[0]) > 1_000
