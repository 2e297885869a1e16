"""The benchmarks run, and what they measure is what they say."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from planlint.config import Config
from planlint.engine import examine, prepare
from planlint.intake import Source
from planlint.model.outcome import Outcome
from planlint.model.plan import LinkStatus
from planlint.rulebook import load


def run(root: Path, *arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, cwd=root, capture_output=True, encoding="utf-8").stdout


def check(file: Path) -> Outcome:
    return examine(Source(file, file.name), prepare(Config(phase="consultation", debug=True), load()))


def test_a_grown_plan_is_a_plan_in_good_order(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "grown.docx"
    pages = float(run(root, "-m", "benchmarks.plans", "60", str(file)))
    sample, grown = check(root / "samples" / "norradalen-plan.docx"), check(file)
    assert 60 <= pages < 65
    assert sample.plan
    assert grown.plan
    of_growing = {"PL204": "the last round is not full", "PL109": "more are counted", "PL110": "rounds are alike"}
    assert {f.rule for f in grown.findings} <= {f.rule for f in sample.findings} | of_growing.keys()
    first, more = sample.plan.interventions, grown.plan.interventions
    assert len(more) > 2 * len(first)
    assert more[len(first)].heading.title == f"{first[0].heading.title}, etapp 2"
    assert more[len(first)].number == f"4.{len(first) + 1}"
    assert {link.status for one in more for link in one.links} == {LinkStatus.RESOLVED}
    assert [area.ordinal for area in grown.plan.focus_areas] == [
        int(a.goals[0].code[:-1]) for a in grown.plan.focus_areas
    ]
    assert {(row.number, row.title) for row in grown.plan.contents} == {
        (heading.number, heading.title) for heading in grown.plan.headings if heading.number
    }


def test_goals_go_into_the_areas_when_the_codes_are_used_up(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "grown.docx"
    few = f"from benchmarks import plans; plans.LAST_AREA = 6; plans.main('60', {str(file)!r})"
    run(root, "-c", few)
    plan = check(file).plan
    assert plan
    assert len(plan.focus_areas) == 6
    codes = [goal.code for goal in plan.goals]
    assert len(set(codes)) == len(codes)
    assert {"1A", "1B", "1C", "1D"} <= set(codes)
    assert {link.status for one in plan.interventions for link in one.links} == {LinkStatus.RESOLVED}


def test_no_sentence_of_a_grown_plan_stands_more_often_than_in_the_sample(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "grown.docx"
    run(root, "-m", "benchmarks.plans", "60", str(file))
    sample = Counter(map(plain, sentences(root / "samples" / "norradalen-plan.docx")))
    grown = Counter(sentences(file))
    assert len(grown) > 2 * len(sample)
    assert [sentence for sentence, times in grown.items() if times > sample[plain(sentence)]] == []


def plain(sentence: str) -> str:
    return re.sub(r"^[0-9]+[A-ZÅÄÖ]: |, etapp [0-9]+", "", sentence)


def test_the_plan_to_warm_up_on_has_other_sentences(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.docx"
    run(root, "-m", "benchmarks.plans", "other", str(file))
    said, sample = sentences(file), sentences(root / "samples" / "norradalen-plan.docx")
    assert len(said) == len(sample)
    assert set(said).isdisjoint(sample)


def sentences(file: Path) -> list[str]:
    plan = check(file).plan
    assert plan
    return [text.text for text in plan.texts if len(plain(text.text)) > 60]


def test_the_same_plan_is_the_same_bytes(root: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.docx", tmp_path / "other.docx"
    for file in (one, other):
        run(root, "-m", "benchmarks.plans", "30", str(file))
    assert one.read_bytes() == other.read_bytes()


def test_reading_is_measured(root: Path) -> None:
    lines = run(root, "-m", "benchmarks.reading", "--own", "--rounds", "1", "--pages", "20").splitlines()
    assert lines[0] == "| method | pages | ms | × floor | aim | ms a page, smallest plan = 1 | peak MB |"
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert [row[0] for row in cells] == [
        "unzip + lxml parse",
        "planlint: read",
        "planlint: check",
        "planlint: check and page",
        "planlint: read and annotate",
    ]
    assert [row[4] for row in cells] == ["", "≤ 5", "≤ 15", "", ""]
    assert cells[0][3] == "1.0"
    assert all(float(row[2]) > 0 and float(row[6]) > 0 for row in cells)


def test_starting_is_measured(root: Path) -> None:
    lines = run(root, "-m", "benchmarks.starting", "--rounds", "1").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert [row[0] for row in cells] == [
        "`planlint --help`",
        "`planlint check --select PL2,PL3,PL4 norradalen-plan.docx`",
        "`planlint --version`",
        "`planlint explain PL301`",
        "`planlint rules`",
    ]
    assert [row[6] for row in cells] == ["≤ 1.5", "≤ 1.5", "", "", ""]
    assert all(float(row[4]) > 0 for row in cells)


def test_a_consultation_is_measured(root: Path) -> None:
    lines = run(root, "-m", "benchmarks.consultation", "--sizes", "1", "2").splitlines()
    assert lines[0] == "| answers | s | × floor | s an answer, fewest = 1 | peak MB |"
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert [row[0] for row in cells] == ["1", "2"]
    assert cells[0][3] == "1.00"
    assert all(float(cell) > 0 for row in cells for cell in row)
