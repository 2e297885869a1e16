"""GitHub Actions as a place to run in: annotations and a summary of the job come beside the report."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planlint.cli.output import complain
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.model.outcome import Run

MOST_SUMMARY: Final = 1_000_000
"""Characters; GitHub takes a MiB of summary from a step."""


def in_actions() -> bool:
    """Whether planlint runs in a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def as_plain_words(report: str) -> str:
    """A report whose lines GitHub takes for no commands, whatever the plan says.

    Between `::stop-commands::WORD` and `::WORD::` nothing is one; the word is made of the report, so that no text in
    it can hold it.
    """
    word = hashlib.sha256(report.encode("utf-8", "surrogatepass")).hexdigest()
    return f"::stop-commands::{word}\n{report}::{word}::\n"


def add_summary(run: Run) -> None:
    """Add the report to the job's summary, where GitHub names a file for it; what fails there fails no run."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from planlint.report.markdown import render_markdown

    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(render_markdown(run, limit=MOST_SUMMARY))
    except OSError as error:
        complain(say("no-job-summary", run.language, path=path, what=error.strerror or str(error)))
