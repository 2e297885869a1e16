"""The guides to reports, for people and for pipelines: every command shown is run, every file shown is held valid."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from planlint.cli import status
from planlint.cli.main import run
from planlint.report.formats import ENDINGS
from planlint.rulebook import load

ROOT = Path(__file__).parents[2]
GUIDES = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("rapporter", "ci")}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
FORWARDED = ("phase", "framework", "config", "baseline", "select", "ignore", "fail-on")
"""The action's inputs that are options of `planlint check` by the same name."""


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDES[name], re.DOTALL)


def commands(name: str) -> list[str]:
    """What the guide tells its reader to type, in its order."""
    return [line[2:] for block in blocks(name, "console") for line in block.splitlines()]


def mentioned(name: str) -> list[str]:
    """Whole commands in its running text and tables."""
    spans = re.findall(r"`(planlint \w+ [^`]+)`", re.sub(r"```.*?```", "", GUIDES[name], flags=re.DOTALL))
    return [span for span in spans if not set(span) & {"…", "<"}]


def start(line: str) -> int:
    """Run a command as it is shown."""
    program, *words = shlex.split(line)
    assert program == "planlint"
    return run(words)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a strategist stands: a draft, and a folder with a plan."""
    shutil.copy(ROOT / "samples" / "norradalen-utkast.docx", tmp_path / "plan.docx")
    (tmp_path / "mapp").mkdir()
    shutil.copy(ROOT / "samples" / "skarlanda-plan.docx", tmp_path / "mapp" / "plan.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The top of a repository: a plan in order, and a card."""
    for sample, there in (("plan", "planer/plan"), ("projektkort", "kort/projektkort")):
        (tmp_path / there).parent.mkdir()
        shutil.copy(ROOT / "samples" / f"norradalen-{sample}.docx", tmp_path / f"{there}.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_for_people_runs_in_the_order_shown(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = commands("rapporter")
    assert len(shown) == 11
    plan = (desk / "plan.docx").read_bytes()
    for line in shown:
        assert start(line) == 0, f"{line}: {capsys.readouterr().err}"
    made = {"rapport.html", "alla.html", "granskad.docx", "granskad-2.docx", "matris.html", "matris.xlsx", "matris.csv"}
    assert {path.name for path in desk.iterdir()} == made | {"plan.docx", "mapp"}
    assert (desk / "plan.docx").read_bytes() == plan


def test_every_command_that_its_text_mentions_runs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = mentioned("rapporter")
    assert len(shown) == 6
    for line in shown:
        assert start(line) in {0, 1}, f"{line}: {capsys.readouterr().err}"
    assert desk.is_dir()


def test_a_copy_that_somebody_works_in_is_spared_as_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forced = [line for line in commands("rapporter") if line.endswith(" --force")]
    assert len(forced) == 1
    plain = forced[0].removesuffix(" --force")
    assert [start(plain), start(plain)] == [0, 0]
    shutil.copy(ROOT / "samples" / "norradalen-plan.docx", desk / "granskad.docx")
    assert start(plain) == 2
    assert "--force" in capsys.readouterr().err
    assert start(forced[0]) == 0


def test_copies_in_a_folder_are_passed_over_as_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(desk / "plan.docx", desk / "mapp" / "utkast.docx")
    assert run(["annotate", "mapp/utkast.docx", "-o", "mapp/granskad.docx"]) == 0
    capsys.readouterr()
    assert run(["check", "mapp", "--fail-on", "never"]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"^mapp/.*", said, re.MULTILINE) == ["mapp/plan.docx", "mapp/utkast.docx"]


def test_a_plan_where_all_is_mended_has_no_comment_left_as_it_says(desk: Path) -> None:
    """The same file, checked for nothing: what was found is gone, and so are the comments."""
    assert start("planlint annotate plan.docx -o granskad.docx") == 0
    assert start("planlint annotate granskad.docx -o ren.docx --select PL315") == 0
    assert comments(desk / "ren.docx") == comments(desk / "plan.docx")
    assert len(comments(desk / "granskad.docx")) > len(comments(desk / "plan.docx"))


def comments(path: Path) -> list[str]:
    """The text of every comment in a Word file."""
    import docx

    return [comment.text for comment in docx.Document(str(path)).comments]


def test_every_command_for_pipelines_runs_in_the_order_shown(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [*commands("ci"), *pipelines(), *containers()]
    assert len(shown) == 9
    for line in shown:
        assert start(line) == 0, f"{line}: {capsys.readouterr()}"
    made = {"planlint.sarif", "planlint.xml", "planlint.html", "planlint-baseline.json"}
    assert {path.name for path in archive.iterdir()} == made | {"planer", "kort"}


def pipelines() -> Iterator[str]:
    """What GitLab and Jenkins run."""
    (gitlab,) = [block for block in map(yaml.safe_load, blocks("ci", "yaml")) if "planlint" in block]
    yield from gitlab["planlint"]["script"]
    (jenkins,) = blocks("ci", "groovy")
    yield from re.findall(r"sh '(.*?)'", jenkins)


def containers() -> Iterator[str]:
    """What runs in the container: all that follows its name."""
    for line in "".join(blocks("ci", "sh")).splitlines():
        if line.startswith("podman run "):
            yield "planlint" + line.partition(" planlint")[2]


def test_what_pipelines_collect_is_what_they_write() -> None:
    gitlab, jenkins = pipelines()
    (job,) = [block["planlint"] for block in map(yaml.safe_load, blocks("ci", "yaml")) if "planlint" in block]
    collected = [job["artifacts"]["reports"]["junit"], *job["artifacts"]["paths"]]
    assert re.findall(r"--output (\S+)", gitlab) == collected
    (groovy,) = blocks("ci", "groovy")
    assert re.findall(r"--output (\S+)", jenkins) == re.findall(r"(?:testResults|artifacts): '(.*?)'", groovy)


def test_the_container_is_built_of_the_file_that_is_there() -> None:
    (build,) = re.findall(r"podman build .*--file (\S+) \.", "".join(blocks("ci", "sh")))
    (argument,) = re.findall(r"--build-arg (\w+)=", GUIDES["ci"])
    assert f"\nARG {argument}=" in (ROOT / build).read_text(encoding="utf-8")


def workflows() -> list[dict[str, Any]]:
    """Those for GitHub; YAML takes their `on` for true."""
    return [block for block in map(yaml.safe_load, blocks("ci", "yaml")) if "jobs" in block]


def steps() -> list[dict[str, Any]]:
    return [step for workflow in workflows() for job in workflow["jobs"].values() for step in job["steps"]]


def uses(step: dict[str, Any], name: str) -> bool:
    return bool(re.fullmatch(rf"{name}@v[\d.]+", step.get("uses", "")))


def test_the_workflows_ask_for_no_more_than_they_need() -> None:
    plain, full = workflows()
    assert plain["permissions"] == {"contents": "read"}
    assert (full["permissions"], full["jobs"]["planlint"]["permissions"]) == (
        {},
        {"contents": "read", "actions": "read", "security-events": "write", "pull-requests": "write"},
    )
    assert [step["with"] for step in steps() if uses(step, "actions/checkout")] == [{"persist-credentials": False}] * 2
    assert [step for step in steps() if "${{" in step.get("run", "")] == []
    assert "pull_request_target" not in str([sorted(map(str, workflow)) for workflow in workflows()])


def test_the_workflows_run_the_action_with_inputs_that_it_has(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start("planlint baseline planer -o planlint-baseline.json") == 0
    used = [step for step in steps() if uses(step, "ORGANISATION/planlint")]
    assert len(used) == 2
    for step in used:
        inputs = step["with"]
        assert inputs.keys() <= ACTION["inputs"].keys()
        words = [f"--{name}={inputs[name]}" for name in FORWARDED if name in inputs]
        reports = [f"--output={line}" for line in inputs.get("output", "").splitlines()]
        assert run(["check", *words, *reports, "--", *inputs["paths"].splitlines()]) == 0, capsys.readouterr()
    assert archive.is_dir()


def test_later_steps_take_what_the_action_writes() -> None:
    (full,) = [step for step in steps() if step.get("id") == "planlint"]
    written = full["with"]["output"].splitlines()
    text = str([step for step in steps() if step is not full])
    assert set(re.findall(r"planlint\.\w+(?=')", text)) == set(written)
    assert set(re.findall(r"hashFiles\('(.*?)'\)", text)) == set(written)
    assert set(re.findall(r"steps\.planlint\.outputs\.(\w+)", text)) <= ACTION["outputs"].keys()


def table(name: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, its own heading left out."""
    section = GUIDES[name].split(f"# {heading}\n")[1]
    rows = re.findall(r"^\| (.*) \|$", section.partition("\n#")[0], re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in rows[1:] if not row.startswith("---")]


def test_every_input_and_output_of_the_action_is_told() -> None:
    told = {
        name: default.strip("`")
        for names, default, _ in table("ci", "Åtgärdens indata")
        for name in re.findall(r"`([\w-]+)`", names)
    }
    assert told == {name: facts["default"] for name, facts in ACTION["inputs"].items()}
    (outputs,) = re.findall(r"^Utdata: (.*?)\.", GUIDES["ci"], re.MULTILINE)
    assert re.findall(r"`(\w+)`", outputs) == list(ACTION["outputs"])


def test_every_ending_and_every_status_is_told() -> None:
    assert [row[0].strip("`") for row in table("ci", "Rapporter för program")] == [
        *sorted(ENDINGS, key=[".sarif", ".xml", ".json", ".md", ".html"].index),
        ".docx",
    ]
    statuses = [status.FINE, status.FOUND, status.WRONG_USAGE, status.UNREADABLE]
    assert [int(row[0]) for row in table("ci", "Vad som stoppar")] == statuses


def test_the_configuration_of_pre_commit_is_valid_and_its_hook_is_there(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text,) = [block for block in blocks("ci", "yaml") if block.startswith("repos:")]
    file = archive / ".pre-commit-config.yaml"
    file.write_text(text, encoding="utf-8")
    command = (sys.executable, "-m", "pre_commit", "validate-config", file)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    ((hook,),) = [each["hooks"] for each in yaml.safe_load(text)["repos"]]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == offered["id"]
    assert set(offered["args"]) <= set(hook["args"])
    assert [name for name in ("planer/plan.docx", "brev.docx") if re.search(hook["files"], name)] == [
        "planer/plan.docx"
    ]
    assert start(" ".join([offered["entry"], *hook["args"], "planer/plan.docx"])) == 0, capsys.readouterr()


@pytest.mark.parametrize("name", GUIDES)
def test_the_rules_that_it_names_exist(name: str) -> None:
    assert set(re.findall(r"PL\d{3}", GUIDES[name])) <= {rule.code for rule in load().rules}


@pytest.mark.parametrize("name", GUIDES)
def test_its_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", GUIDES[name])
    assert len(targets) > 3
    files = {target for target in targets if not target.startswith("#")}
    assert [target for target in files if not (ROOT / "docs" / target).exists()] == []
    headings = {line.lower().replace(" ", "-") for line in re.findall(r"^#+ (.*)$", GUIDES[name], re.MULTILINE)}
    assert {target[1:] for target in targets if target.startswith("#")} <= headings


def test_the_suppression_that_it_shows_is_one() -> None:
    from planlint.model.document import Comment
    from planlint.model.suppression import is_suppression

    (shown,) = re.findall(r"`(planlint: ok [^`]*)`", GUIDES["rapporter"])
    assert is_suppression(Comment("0", "", "", shown))
