"""Findings as comments in the margin of the Word file that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from planlint import word
from planlint.model.finding import Finding
from planlint.model.note import Note
from planlint.model.outcome import Outcome, Run
from planlint.model.rule import Language
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.texts import say

BODY = "document"


def annotate(data: bytes, outcome: Outcome, run: Run, written: datetime) -> bytes:
    """A copy of the Word file, whose bytes `data` are what the outcome is about, with its findings as comments.

    `written` is the time that new comments bear. Raises InputError for what is no Word file.
    """
    gone = say("comment-gone", run.language)
    return word.annotate(data, notes_on(outcome, run), run.reading, written=written, gone=gone)


def notes_on(outcome: Outcome, run: Run) -> tuple[Note, ...]:
    """The outcome's findings as notes. One that is accepted is kept only where somebody has answered its comment.

    What is found about the file is the same in both readings, and its places are those of the final one.
    """
    about_file = {rule.code for rule in run.rules if rule.about == "file"}
    return tuple(
        Note(
            finding.fingerprint,
            finding.location.place,
            tuple(_lines(finding, run.language)),
            answers=finding.suppressed is not None,
            final=finding.rule in about_file,
        )
        for finding in outcome.findings
    )


def _lines(finding: Finding, language: Language) -> Iterator[str]:
    """Code, how grave, and message; what it is about, where the comment cannot stand there; why; what to do."""
    page = Page(language)
    judged = f" ({page.say('judged')})" if finding.kind == "judged" else ""
    yield f"{finding.rule} {page.say(f'severity-{finding.severity}')}{judged}: {printable(finding.message)}"
    place = finding.location.place
    if place.part != BODY:
        quote = printable(place.text)
        yield page.say("comment-elsewhere", part=page.part_name(place.part), quote=quote)
    if finding.suggestion:
        yield f"{page.say('suggestion')} {printable(finding.suggestion)}"
    yield f"{page.say('why')} {printable(finding.why)}"
    yield f"{page.say('help')} {printable(finding.help)}"
