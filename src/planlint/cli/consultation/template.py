"""`planlint consult template`: an answer form made from the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from planlint.cli.consultation.inputs import read_plan, read_timeline, timeline_option
from planlint.cli.consultation.tables import form_in, spare_tables
from planlint.cli.files import hold_writable, replace_file
from planlint.cli.options import (
    Settings,
    config_option,
    debug_option,
    files_in,
    force_option,
    framework_option,
    help_option,
    lang_option,
    option,
    reading_option,
)
from planlint.cli.output import write
from planlint.cli.outputs import spare_documents
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE
from planlint.cli.values import document_path
from planlint.texts import count, say

ENDINGS: Final = {".docx": "docx", ".xlsx": "xlsx"}


@click.command("template", cls=SpokenCommand, help="consult-template-help")
@click.argument("plan", metavar="PLAN", type=document_path)
@option("--output", "-o", type=document_path, required=True, metavar="FILE", help="consult-template-output-help")
@force_option
@timeline_option
@framework_option
@reading_option
@config_option
@lang_option()
@debug_option
@help_option
def command(plan: Path, output: Path, *, force: bool, timeline: Path | None, **settings: Settings) -> int:
    """Write an answer form."""
    from planlint.consult.form import list_chapters
    from planlint.report.printable import printable

    form = form_in(output, ENDINGS)
    spare_documents(output, [path for path in (plan, timeline, *files_in(settings)) if path])
    hold_writable(output)
    spare_tables(output, force=force)
    held = read_plan(plan, settings)
    calendar, language = read_timeline(timeline, held), held.config.language
    if form == "xlsx":
        from planlint.report.consultation.form_xlsx import render_form_xlsx as render
    else:
        from planlint.report.consultation.form_docx import render_form_docx as render
    replace_file(output, render(held.sent, language, calendar))
    rows = count("form-row", sum(len(chapter.rows) for chapter in list_chapters(held.sent, language)), language)
    write(say("consult-template-done", language, path=printable(str(output)), rows=rows))
    return FINE
