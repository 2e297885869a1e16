"""Runs for the reports that other programs read: one of every kind of document and trouble, and a hostile one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planlint import markdown
from planlint.model.finding import BASELINE, Finding, Location, Subject
from planlint.model.framework import PrincipleSet
from planlint.model.outcome import Fault, Outcome, Run, Trouble
from planlint.model.rule import Language, Rule, Severities, Words
from planlint.model.text import Text

RULES = tuple(
    Rule(
        code=code,
        name="a-rule",
        title=Words(sv=f"Vad {code} finner", en=f"What {code} finds"),
        kind=kind,
        severity=Severities(draft="off", consultation=level, publication="error"),
        subject="goal",
        check="none",
        messages={"default": Words(sv="Fel.", en="Wrong.")},
        why=Words(sv="Därför.", en="Because."),
        help=Words(sv="Ändra det.", en="Change it."),
    )
    for code, kind, level in (
        ("PL204", "exact", "warning"),
        ("PL207", "judged", "info"),
        ("PL402", "exact", "error"),
        ("PL999", "exact", "off"),
    )
)
"""Rules with words of the tests' own; the last is off and finds nothing."""
HOSTILE = (
    "::error file=x,title=y::z\n::add-mask::a\r\n##[error]b %0A %3A ]]> <script>alert(1)</script> </details> <!-- "
    "![x](javascript:1) [y](1) {0} {1} | a | b | ``` ~~~ @evil a@b.se #12 GH-7 0123abc http://x.se www.x.se :smile: "
    "$x$ =cmd() \x00\x1b[31m\u202e\ud800\ufffe\u2028 1. - > # * _ & &lt; \\ \" '"
)


@pytest.fixture
def hostile_words() -> str:
    return HOSTILE


@pytest.fixture(scope="session")
def lines() -> tuple[int, ...]:
    """On which lines the small plan's paragraphs begin."""
    return markdown.read((Path(__file__).parent.parent / "plan.md").read_text(encoding="utf-8")).lines


@pytest.fixture(scope="session")
def marked(outcome: Outcome, lines: tuple[int, ...]) -> Outcome:
    """The small plan with its lines, and findings that are accepted in each of the three ways."""
    *others, first, second = outcome.findings
    accepted = (
        replace(second, fingerprint="a" * 16),
        replace(second, fingerprint="b" * 16, suppressed="avvikelsen är beslutad", exempted=True),
        replace(second, fingerprint="c" * 16, suppressed=BASELINE),
    )
    return replace(outcome, findings=(*others, first, *accepted), lines=lines)


@pytest.fixture(scope="session")
def worded(outcome: Outcome) -> Outcome:
    """The same plan as if it were a Word file: no lines, and a finding in a header."""
    header = Text("header2", 3, 5, "Version 0.4")
    above = replace(
        outcome.findings[0],
        rule="PL505",
        severity="error",
        message="Sidhuvudet säger 0.4.",
        location=Location((), header),
        suggestion="0.5",
        fingerprint="d" * 16,
    )
    return replace(outcome, path="planer/plan, 100 % klar.docx", findings=(outcome.findings[8], above))


@pytest.fixture(scope="session")
def make(marked: Outcome, worded: Outcome, principles: PrincipleSet) -> Callable[[Language], Run]:
    """A run over one document of every sort, in a language."""
    trouble = Trouble("encrypted", "Filen är krypterad. Ta bort lösenordet.", "The file is encrypted.")
    unread = Outcome("hemlig.docx", "1" * 64, kind="unknown", framework=None, plan=None, error=trouble)
    missing = Outcome(
        "borta.docx", "", "unknown", None, None, error=Trouble("missing", "Filen finns inte.", "No such file.")
    )
    broken = replace(
        worded, path="trasig.docx", sha256="2" * 64, findings=(), faults=(Fault("PL204", "KeyError: 'x'"),)
    )
    clean = replace(worded, path="felfri.docx", sha256="3" * 64, findings=(), revisions=0, comments=0)
    unknown = Outcome(
        "brev.docx", "4" * 64, kind="unknown", framework="base-sv", plan=clean.plan, principles=principles
    )

    def made(language: Language) -> Run:
        outcomes = tuple(_in(each, language) for each in (marked, worded, unread, missing, broken, clean, unknown))
        counted = tuple(
            finding
            for each in outcomes
            for finding in each.findings
            if finding.severity == "error" and finding.suppressed is None
        )
        return Run("consultation", "final", language, outcomes, counted, passed_over=2, rules=RULES)

    return made


def _in(outcome: Outcome, language: Language) -> Outcome:
    if language == "sv":
        return outcome
    findings = tuple(_translated(finding) for finding in outcome.findings)
    error = outcome.error and replace(outcome.error, message=outcome.error.translation)
    return replace(outcome, findings=findings, error=error)


def _translated(finding: Finding) -> Finding:
    other = finding.translation
    return replace(finding, message=other.message, why=other.why, help=other.help)


@pytest.fixture
def hostile(outcome: Outcome, lines: tuple[int, ...], hostile_words: str) -> Callable[[str], Run]:
    """A run in which everything that a file can decide is those words."""

    def made(words: str = hostile_words) -> Run:
        subject = Subject("intervention", words, words)
        findings = tuple(_hostile(replace(each, subject=subject), words) for each in outcome.findings)
        first = replace(outcome, path=f"a/{words}.md", findings=findings, lines=lines)
        trouble = Trouble("damaged", words, words)
        lost = Outcome(words, "", kind="unknown", framework=None, plan=None, error=trouble)
        broken = replace(first, path=f"b{words}", findings=findings[-1:], faults=(Fault("PL303", words),))
        return Run("draft", "final", "sv", (first, lost, broken), counted=findings[:6])

    return made


def _hostile(finding: Finding, words: str) -> Finding:
    location = finding.location
    place = replace(location.place, text=words)
    there = Location((words, words, words), place)
    return replace(
        finding,
        message=words,
        why=words,
        help=words,
        location=there,
        related=(there,),
        suggestion=f"{words}!",
        suppressed=None if finding.suppressed is None else words,
    )
