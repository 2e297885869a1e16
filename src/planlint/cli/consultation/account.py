"""`planlint consult account`: how every view was treated, and which change of the plan came from which view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planlint.cli.consultation.inputs import Held, read_plan, read_timeline, source_of, timeline_option
from planlint.cli.consultation.tables import form_in, spare_tables
from planlint.cli.files import hold_writable, replace_file
from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    debug_option,
    files_in,
    force_option,
    held_against,
    help_option,
    lang_option,
    option,
)
from planlint.cli.output import Color, complain, page, tell_written, write
from planlint.cli.outputs import spare_documents
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND
from planlint.cli.values import document_path
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.model.consultation import Calendar
    from planlint.model.rule import Language
    from planlint.model.treatment import Treatment

ENDINGS: Final = {".docx": "docx", ".html": "html", ".md": "markdown", ".json": "json"}


@click.command("account", cls=SpokenCommand, help="consult-account-help")
@click.argument("table", metavar="TABLE", type=document_path)
@click.argument("old", metavar="OLD", type=document_path)
@click.argument("new", metavar="NEW", type=document_path)
@option(
    "--output", "-o", "outputs", type=document_path, multiple=True, metavar="FILE", help="consult-account-output-help"
)
@force_option
@timeline_option
@held_against
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(  # noqa: PLR0913 - click hands over each option
    table: Path,
    old: Path,
    new: Path,
    *,
    outputs: tuple[Path, ...],
    force: bool,
    timeline: Path | None,
    color: Color,
    **settings: Settings,
) -> int:
    """Give account of a consultation."""
    from planlint.consult import compare
    from planlint.consult.account import give_account
    from planlint.consult.table.read import read_table
    from planlint.report.consultation.account_text import render_account_text

    read = [path for path in (table, old, new, timeline, *files_in(settings)) if path]
    for output in outputs:
        form_in(output, ENDINGS)
        spare_documents(output, read)
        hold_writable(output)
        spare_tables(output, force=force)
    filled = read_table(source_of(table))
    before, after = read_plan(old, settings), read_plan(new, settings)
    _hold_plan(filled.plan.digest if filled.plan else "", before)
    treatment = give_account(filled, compare(before.sent.run, after.sent.run))
    language, calendar = after.config.language, read_timeline(timeline, before)
    for output in outputs:
        replace_file(output, _rendered(form_in(output, ENDINGS), treatment, calendar, language))
    tell_written(outputs, language)
    write(render_account_text(treatment, page(language, color)))
    return FOUND if treatment.count(None) or any(view.doubt for view in treatment.views) else FINE


def _hold_plan(digest: str, held: Held) -> None:
    """Say where the old version is not the one that the table was made from."""
    outcome = held.sent.run.outcomes[0]
    if digest and not outcome.sha256.startswith(digest):
        complain(say("consult-other-plan", held.config.language, path=outcome.path))


def _rendered(form: str, treatment: Treatment, calendar: Calendar, language: Language) -> str | bytes:
    if form == "docx":
        from planlint.report.consultation.account_docx import render_account_docx

        return render_account_docx(treatment, calendar, language)
    if form == "html":
        from planlint.report.html.account_page import render_account_html

        return render_account_html(treatment, calendar, language)
    if form == "markdown":
        from planlint.report.consultation.account_markdown import render_account_markdown

        return render_account_markdown(treatment, calendar, language)
    from planlint.report.consultation.account_json import view_account
    from planlint.report.json import render_json

    return render_json(view_account(treatment, calendar, language))
