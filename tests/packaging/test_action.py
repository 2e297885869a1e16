"""The GitHub Action: its steps run as GitHub runs them, with planlint installed from this checkout.

What is not tried: GitHub itself, its setup-python (this Python stands in for it), macOS and Windows.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ACTION = yaml.safe_load((Path(__file__).parents[2] / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PYTHON, INSTALL, CHECK, STATUS = STEPS
LONE = re.compile(r"\$\{\{ (inputs|steps)\.([\w.-]+) \}\}")
RECORDER = """#!/bin/sh
printf '%s\\0' "$@" > "$RECORD"
"""


@dataclass(frozen=True)
class Done:
    """What a step did: how it ended, what it said, the outputs and the summary that it handed to GitHub."""

    status: int
    out: str
    err: str
    outputs: dict[str, str]
    summary: str


@dataclass(frozen=True)
class Job:
    """A job on GitHub: its workspace, and what lies outside it."""

    workspace: Path
    temp: Path
    env: Mapping[str, str]

    def play(self, step: dict[str, Any], inputs: Mapping[str, str], steps: Mapping[str, str]) -> Done:
        """Run a step with those inputs of the action and those outputs of earlier steps (`install.programs`)."""
        outputs, summary = self.temp / "outputs", self.temp / "summary"
        for file in (outputs, summary):
            file.write_text("", encoding="utf-8")
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        values = {"inputs": {**defaults(), **inputs}, "steps": {**dict.fromkeys(known_outputs(), ""), **steps}}
        env = {
            **self.env,
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(Path(__file__).parents[2]),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
            **{name: valued(text, values) for name, text in step["env"].items()},
        }
        command = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script))  # GitHub's `shell: bash`
        done = subprocess.run(
            command, cwd=self.workspace, env=env, capture_output=True, text=True, check=False, encoding="utf-8"
        )
        lines = outputs.read_text(encoding="utf-8").splitlines()
        told = dict(line.split("=", 1) for line in lines)
        return Done(done.returncode, done.stdout, done.stderr, told, summary.read_text(encoding="utf-8"))


def defaults() -> dict[str, str]:
    return {name: facts["default"] for name, facts in ACTION["inputs"].items()}


def known_outputs() -> list[str]:
    """What the steps may hand on, as the expressions name it."""
    return ["python.python-path", "install.programs", "check.status"]


def valued(text: str, values: Mapping[str, Mapping[str, str]]) -> str:
    """An expression's value; an expression is all that stands there."""
    found = LONE.fullmatch(text)
    assert found, text
    return values[found[1]][found[2].replace(".outputs.", ".", 1)]


@pytest.fixture
def job(tmp_path: Path, plain: dict[str, str]) -> Job:
    """With an empty workspace."""
    for name in ("workspace", "temp"):
        (tmp_path / name).mkdir()
    return Job(tmp_path / "workspace", tmp_path / "temp", plain)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, installing: dict[str, str], lend: Callable[[Path], None]) -> str:
    """Where the action's own step has put planlint."""
    folder = tmp_path_factory.mktemp("a runner")
    (folder / "temp").mkdir()
    done = Job(folder, folder / "temp", installing).play(INSTALL, {}, {"python.python-path": sys.executable})
    assert (done.status, list(done.outputs)) == (0, ["programs"]), done.err
    lend(Path(done.outputs["programs"]).parent)
    return done.outputs["programs"]


@pytest.fixture
def recorded(job: Job) -> Callable[..., list[str]]:
    """What planlint is started with, told the inputs; a program that only writes it down stands in for planlint."""
    programs = job.temp / "programs"
    programs.mkdir()
    (programs / "planlint").write_text(RECORDER, encoding="utf-8")
    (programs / "planlint").chmod(0o755)
    recording = Job(job.workspace, job.temp, {**job.env, "RECORD": str(job.temp / "record")})

    def call(**inputs: str) -> list[str]:
        named = {name.replace("_", "-"): value for name, value in inputs.items()}
        done = recording.play(CHECK, named, {"install.programs": str(programs)})
        assert (done.status, done.out, done.err, done.outputs) == (0, "", "", {"status": "0"})
        command, report, *words = (job.temp / "record").read_text(encoding="utf-8").removesuffix("\0").split("\0")
        assert (command, Path(report.removeprefix("--output=")).name) == ("check", "planlint.json")
        return words

    return call


def test_it_has_what_github_asks_of_a_composite_action() -> None:
    assert {"name", "description", "inputs", "outputs", "runs", "branding", "author"} == ACTION.keys()
    assert ACTION["runs"]["using"] == "composite"
    assert all(facts.keys() == {"description", "default"} for facts in ACTION["inputs"].values())
    assert all(isinstance(facts["default"], str) for facts in ACTION["inputs"].values())
    assert all(facts.keys() == {"description", "value"} for facts in ACTION["outputs"].values())
    assert all("shell" in step for step in STEPS if "run" in step)


def test_it_uses_one_other_action_and_that_as_it_was_on_a_day() -> None:
    assert [re.sub(r"@[0-9a-f]{40}$", "@", step["uses"]) for step in STEPS if "uses" in step] == [
        "actions/setup-python@"
    ]


def test_no_script_holds_an_expression_and_every_input_is_used() -> None:
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []
    text = json.dumps([[step.get("env"), step.get("with"), step.get("if")] for step in STEPS])
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


def test_what_it_hands_out_is_what_the_check_writes() -> None:
    assert {name: facts["value"] for name, facts in ACTION["outputs"].items()} == {
        name: f"${{{{ steps.check.outputs.{name} }}}}"
        for name in ("status", "errors", "warnings", "infos", "suppressed", "json")
    }


def test_without_inputs_the_whole_workspace_is_checked(recorded: Callable[..., list[str]]) -> None:
    assert recorded() == ["--", "."]


HOSTILE = (
    '"; touch x; "',
    "'; touch x; '",
    "$(touch x)",
    "`touch x`",
    "${HOME}",
    "a  b ",
    "*",
    "-x",
    "--fail-on=never",
    "~/åäö “”",
    "a\\nb",
    "& touch x #",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_an_input_is_one_word_whatever_it_holds(job: Job, recorded: Callable[..., list[str]], value: str) -> None:
    (job.workspace / "plan.md").touch()
    names = ("output", "phase", "framework", "config", "baseline", "select", "ignore", "fail_on", "arguments", "paths")
    assert recorded(**dict.fromkeys(names, value)) == [
        *(f"--{name.replace('_', '-')}={value}" for name in names[:8]),
        value,
        "--",
        value,
    ]
    assert [path.name for path in job.workspace.iterdir()] == ["plan.md"]


def test_a_list_is_a_line_each(recorded: Callable[..., list[str]]) -> None:
    assert recorded(paths="a b.docx\n\n-c.docx\n", output="x.sarif\ny.html\n", arguments="--reading\noriginal\n") == [
        "--output=x.sarif",
        "--output=y.html",
        "--reading",
        "original",
        "--",
        "a b.docx",
        "-c.docx",
    ]


def test_a_plan_in_order_is_status_0(job: Job, root: Path, programs: str) -> None:
    shutil.copy(root / "samples" / "norradalen-plan.docx", job.workspace / "plan.docx")
    done = job.play(CHECK, {"paths": "plan.docx"}, {"install.programs": programs})
    report = json.loads(Path(done.outputs.pop("json")).read_text(encoding="utf-8"))
    assert [document["path"] for document in report["documents"]] == ["plan.docx"]
    summary = report["summary"]
    assert done.outputs == {
        "status": "0",
        "errors": "0",
        "warnings": str(summary["warning"]),
        "infos": str(summary["info"]),
        "suppressed": str(summary["suppressed"]),
    }


def test_findings_are_status_1_with_annotations_a_summary_and_every_report(job: Job, root: Path, programs: str) -> None:
    shutil.copy(root / "samples" / "norradalen-utkast.docx", job.workspace / "plan.docx")
    wanted = ["plan.sarif", "plan.html", "plan.xml", "plan.md"]
    done = job.play(
        CHECK, {"paths": "plan.docx", "phase": "remiss", "output": "\n".join(wanted)}, {"install.programs": programs}
    )
    assert (done.status, done.err) == (0, "")
    assert done.outputs["status"] == "1"
    assert int(done.outputs["errors"]) > 0
    assert sorted(path.name for path in job.workspace.iterdir()) == sorted(["plan.docx", *wanted])
    assert json.loads((job.workspace / "plan.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert len(re.findall(r"^::error ", done.out, re.MULTILINE)) > 0
    assert "PL302" in done.summary


def test_wrong_usage_is_status_2_and_nothing_is_counted(job: Job, programs: str) -> None:
    done = job.play(CHECK, {"phase": "slutet"}, {"install.programs": programs})
    assert (done.status, done.outputs) == (0, {"status": "2"})
    assert "slutet" in done.err


def test_a_file_that_cannot_be_read_is_status_3_and_the_others_are_counted(job: Job, root: Path, programs: str) -> None:
    shutil.copy(root / "samples" / "norradalen-utkast.docx", job.workspace / "plan.docx")
    done = job.play(CHECK, {"paths": "borta.docx\nplan.docx"}, {"install.programs": programs})
    assert (done.status, done.outputs["status"]) == (0, "3")
    assert int(done.outputs["errors"]) > 0
    assert "borta.docx" in done.err


def test_files_with_odd_names_are_read(job: Job, root: Path, programs: str) -> None:
    names = ['"; touch x.docx', "-x.docx", "[ab]* $(touch y).docx"]
    for name in names:
        shutil.copy(root / "samples" / "norradalen-plan.docx", job.workspace / name)
    done = job.play(CHECK, {"paths": "\n".join(names)}, {"install.programs": programs})
    report = json.loads(Path(done.outputs["json"]).read_text(encoding="utf-8"))
    assert [document["path"] for document in report["documents"]] == names
    assert sorted(path.name for path in job.workspace.iterdir()) == sorted(names)


@pytest.mark.parametrize("status", ["0", "1", "2", "3"])
def test_the_status_is_handed_on_last(job: Job, status: str) -> None:
    assert STEPS[-1] is STATUS
    assert job.play(STATUS, {}, {"check.status": status}).status == int(status)


def test_spelling_is_asked_for_by_one_word(job: Job) -> None:
    stand_in = job.temp / "python"
    stand_in.write_text(RECORDER.replace(">", ">>"), encoding="utf-8")
    stand_in.chmod(0o755)
    noting = Job(job.workspace, job.temp, {**job.env, "RECORD": str(job.temp / "record")})
    done = noting.play(INSTALL, {"spell": "true"}, {"python.python-path": str(stand_in)})
    assert done.status == 0, done.err
    assert (job.temp / "record").read_text(encoding="utf-8").split("\0")[-2] == f"{Path(__file__).parents[2]}[spell]"


def test_another_word_for_spelling_is_wrong_usage(job: Job) -> None:
    done = job.play(INSTALL, {"spell": "ja"}, {"python.python-path": sys.executable})
    assert (done.status, done.outputs, done.err) == (2, {}, "planlint: spell is true or false, not ja\n")


def test_no_python_is_set_up_where_none_is_asked_for() -> None:
    assert PYTHON["if"] == "inputs.python-version != ''"
    assert PYTHON["with"]["update-environment"] is False
