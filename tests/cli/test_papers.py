"""What planlint makes about a plan is no plan, also when people have saved it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

Planlint = Callable[..., tuple[int, str, str]]


@pytest.fixture
def papers(folder: Path, root: Path) -> Path:
    """A plan, and beside it what people have filled in and saved."""
    shutil.rmtree(folder / "papper", ignore_errors=True)
    inside = folder / "papper"
    inside.mkdir()
    samples = root / "samples"
    shutil.copy(samples / "norradalen-plan.docx", inside / "plan.docx")
    shutil.copy(samples / "remiss" / "svar" / "lillsele-blankett.docx", inside / "blankett.docx")
    document = docx.Document(str(samples / "remiss" / "sammanstallning.docx"))
    document.add_paragraph("Vi har börjat fylla i.")
    document.save(str(inside / "sammanställning.docx"))
    return inside


def test_beside_a_plan_they_are_passed_over(papers: Path, planlint: Planlint) -> None:
    status, out, _ = planlint("check", str(papers), "--phase", "remiss", "--format", "json")
    told = json.loads(out)
    assert (status, [each["path"] for each in told["documents"]]) == (0, ["papper/plan.docx"])


@pytest.mark.parametrize("name", ["blankett.docx", "sammanställning.docx"])
def test_named_outright_they_are_told_to_be_no_plan(papers: Path, planlint: Planlint, name: str) -> None:
    status, out, _ = planlint("check", str(papers / name), "--format", "json")
    (document,) = json.loads(out)["documents"]
    assert (status, document["kind"]) == (1, "unknown")
    assert "PL002" in {finding["rule"] for finding in document["findings"]}
    assert not {finding["rule"][:3] for finding in document["findings"]} & {"PL2", "PL3", "PL4"}


def test_among_the_answers_a_compilation_is_said_to_be_none(papers: Path, planlint: Planlint) -> None:
    status, out, err = planlint("consult", "compile", str(papers / "plan.docx"), str(papers), "--format", "json")
    told = {answer["path"]: (answer["error"] or {}).get("code") for answer in json.loads(out)["answers"]}
    assert (status, told["papper/blankett.docx"]) == (3, None)
    assert told["papper/sammanställning.docx"] is not None
    assert "papper/sammanställning.docx" in err
    assert {entry["respondents"][0] for entry in json.loads(out)["entries"]} == {"Lillsele kommun"}
