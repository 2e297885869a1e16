"""The container file: read, and its steps done in a folder that stands in for the image.

No engine runs here, so this is not tried: the base image, other architectures, what `pip` fetches in the build, that
the user is nobody in particular, and a folder that is mounted.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = re.compile(r"(?<![\w./*])/(?=source|wheels|opt/planlint)")


@dataclass(frozen=True)
class Stage:
    """From what image, under what name, and each instruction after that with its words."""

    image: str
    name: str
    steps: tuple[tuple[str, str], ...]

    def of(self, instruction: str) -> list[str]:
        """The words of each such instruction."""
        return [words for kind, words in self.steps if kind == instruction]


def stages() -> list[Stage]:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    steps = [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines if line]
    starts = [index for index, (kind, _) in enumerate(steps) if kind == "FROM"]
    assert starts[0] == 0
    made = []
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        image, _, name = steps[start][1].partition(" AS ")
        made.append(Stage(image, name, tuple(steps[start + 1 : end])))
    return made


BUILD, LAST = stages()


def sent(name: str) -> bool:
    """Whether `.containerignore` lets a file at the top, or a folder, into the build."""
    kept = True
    for line in (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!").removeprefix("**/")
        if line and not line.startswith("#") and fnmatch(name, pattern):
            kept = line.startswith("!")
    return kept


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory, installing: dict[str, str], lend: Callable[[Path], None]) -> Path:
    """The folder that stands for the root of the build's file system, after its steps."""
    top = tmp_path_factory.mktemp("image")
    folder = top
    env = {**installing, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{installing['PATH']}"}
    for kind, words in BUILD.steps:
        if kind == "ARG":
            name, _, default = words.partition("=")
            env[name] = default.strip('"')
        elif kind == "WORKDIR":
            folder = top / words.lstrip("/")
            folder.mkdir(parents=True)
        elif kind == "COPY":
            *names, target = words.split()
            copy(names, folder / target, many=target.endswith("/"))
        else:
            assert kind == "RUN"
            command = INSIDE.sub(f"{top}/", words)
            done = subprocess.run(
                ("/bin/sh", "-c", command), cwd=folder, env=env, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
    lend(top / "opt" / "planlint")
    return top


def copy(names: list[str], target: Path, *, many: bool) -> None:
    """As COPY does with what the build is sent: files into a folder, a folder's contents to another name."""
    assert [name for name in names if not sent(name)] == []
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            assert many
            shutil.copy(ROOT / name, target / name)


def test_both_stages_are_of_one_small_python_by_its_tag() -> None:
    assert (BUILD.name, LAST.name) == ("build", "")
    assert BUILD.image == LAST.image
    assert re.fullmatch(r"python:3\.\d+-slim", BUILD.image)


def test_nothing_is_sent_but_what_the_wheel_is_built_of() -> None:
    copied = {name for words in BUILD.of("COPY") for name in words.split()[:-1]}
    assert {path.name for path in ROOT.iterdir() if sent(path.name)} == copied
    assert not sent(".git")
    assert not sent("__pycache__")


def test_what_runs_is_planlint_as_nobody_in_particular() -> None:
    assert LAST.of("COPY") == ["--from=build /opt/planlint /opt/planlint"]
    assert LAST.of("RUN") == []
    assert LAST.of("USER") == ["10001:10001"]
    assert LAST.of("WORKDIR") == ["/plan"]
    assert [json.loads(words) for words in (*LAST.of("ENTRYPOINT"), *LAST.of("CMD"))] == [["planlint"], ["--help"]]
    assert LAST.of("ENV") == ["PATH=/opt/planlint/bin:$PATH"]
    last = [kind for kind, _ in LAST.steps]
    assert last.index("COPY") < last.index("USER") < last.index("ENTRYPOINT")


def test_its_labels_are_the_packages_own_words() -> None:
    (words,) = LAST.of("LABEL")
    labels = dict(label.split("=", 1) for label in shlex.split(words))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert labels["org.opencontainers.image.title"] == "planlint"
    assert f'description = "{labels["org.opencontainers.image.description"]}"' in project
    assert f'license = "{labels["org.opencontainers.image.licenses"]}"' in project


def test_it_holds_no_secret_and_names_no_host() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    assert not re.search(r"https?:|token|password|secret|index-url", text, re.IGNORECASE)


def test_its_steps_make_a_planlint_that_checks_a_plan(image: Path, plain: dict[str, str], tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples" / "norradalen-utkast.docx", tmp_path / "plan.docx")
    (entry,) = [json.loads(words) for words in LAST.of("ENTRYPOINT")]
    (default,) = [json.loads(words) for words in LAST.of("CMD")]
    env = {**plain, "PATH": INSIDE.sub(f"{image}/", LAST.of("ENV")[0].removeprefix("PATH=").replace("$PATH", "/bin"))}
    statuses = []
    for words in (default, ["check", "--format", "json", "plan.docx"]):
        program = shutil.which(entry[0], path=env["PATH"])
        assert program is not None
        done = subprocess.run((program, *words), cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        statuses.append(done.returncode)
    assert statuses == [0, 1]
    assert json.loads(done.stdout)["documents"][0]["kind"] == "plan"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]


def test_what_the_image_takes_along_holds_neither_pip_nor_the_sources(image: Path) -> None:
    assert list((image / "opt").rglob("pip")) == []
    assert len(list((image / "wheels").iterdir())) == 1
