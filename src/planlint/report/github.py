"""Annotations for GitHub Actions: workflow commands on standard output.

The commands and their escapes are those of GitHub's workflow commands for a step, as actions/runner reads them
(`ActionCommand.TryParseV2`): data has no bare '%', CR or LF, a property no ':' or ',' either. The runner shows the
first ten of each level in a step and cuts a message at 4,096 characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planlint.model.finding import Finding, Severity
from planlint.model.outcome import Outcome, Run
from planlint.report.blocks import RANKS
from planlint.report.exchange import failures, line_of, title_of, told, way_to
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import encodable, printable
from planlint.report.wording import first_sentence

LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
MOST_CELLS: Final = 1_200
"""Of a message, of a place and of advice each: together well below what the runner cuts."""


def render_annotations(run: Run) -> str:
    """A command for each finding that is not suppressed, and for what could not be checked; the gravest first.

    Only Markdown has lines; in a Word file the message says where the words stand.
    """
    page = Page(run.language)
    commands = [_command("error", outcome.path, None, "planlint", words) for outcome, words in _failed(run, page)]
    found = ((outcome, finding) for outcome in run.outcomes for finding in outcome.findings)
    shown = [(outcome, finding) for outcome, finding in found if finding.suppressed is None]
    shown.sort(key=lambda each: RANKS[each[1].severity])
    commands += [_annotation(finding, outcome, page) for outcome, finding in shown]
    return "".join(f"{command}\n" for command in commands)


def _failed(run: Run, page: Page) -> Iterator[tuple[Outcome, str]]:
    return (
        (outcome, middle_out(failure.words, MOST_CELLS))
        for outcome in run.outcomes
        for failure in failures(outcome, page)
    )


def _annotation(finding: Finding, outcome: Outcome, page: Page) -> str:
    title = f"{title_of(finding, page)} {finding.name}"
    advice = f"{page.say('help')} {printable(first_sentence(finding.help))}"
    place = f"{page.say('exchange-place')} {way_to(finding.location, page)}"
    pieces = (told(finding, page), place, advice)
    message = "\n".join(middle_out(piece, MOST_CELLS) for piece in pieces)
    return _command(LEVELS[finding.severity], outcome.path, line_of(finding.location.place, outcome), title, message)


def _command(level: str, path: str, line: int | None, title: str, message: str) -> str:
    where = f",line={line}" if line is not None else ""
    return f"::{level} file={_property(encodable(path))}{where},title={_property(printable(title))}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
