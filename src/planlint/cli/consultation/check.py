"""`planlint consult check`: whether every view in a compilation is answered, none lost and none altered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.consultation.inputs import complain_of_unread, read_plan, source_of
from planlint.cli.consultation.names import names_in, organisations_in
from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    configure_all,
    debug_option,
    format_option,
    framework_option,
    help_option,
    lang_option,
    option,
    reading_option,
)
from planlint.cli.output import Color, page, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND, UNREADABLE
from planlint.cli.values import document_path
from planlint.errors import UsageError

if TYPE_CHECKING:
    from planlint.model.consultation import Compilation
    from planlint.model.filled import FilledTable


@click.command("check", cls=SpokenCommand, help="consult-check-help")
@click.argument("table", metavar="TABLE", type=document_path)
@option("--plan", type=document_path, metavar="PLAN", help="consult-plan-help")
@option("--answers", type=document_path, multiple=True, metavar="PATH", help="consult-answers-help")
@format_option("text", "json")
@framework_option
@reading_option
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(
    table: Path,
    *,
    plan: Path | None,
    answers: tuple[Path, ...],
    form: str,
    color: Color,
    **settings: Settings,
) -> int:
    """Check a filled-in compilation."""
    from planlint.consult.table.read import read_table
    from planlint.consult.verify import fails, verify

    if bool(plan) != bool(answers):
        raise UsageError(
            "svaren läses om mot planen: ange både --plan och --answers, eller ingen av dem.",
            "the answers are read again with the plan: give both --plan and --answers, or neither.",
        )
    filled = read_table(source_of(table))
    expected = _read_again(plan, answers, filled, table, settings) if plan else None
    shortfalls = verify(filled, expected)
    language = configure_all(settings, (table,)).run.language
    if form == "json":
        from planlint.report.consultation.shortfalls_json import view_shortfalls
        from planlint.report.json import render_json

        write(render_json(view_shortfalls(filled, shortfalls, language)))
    else:
        from planlint.report.consultation.shortfalls_text import render_shortfalls

        write(render_shortfalls(filled, shortfalls, page(language, color)))
    if expected and any(answer.error for answer in expected.answers):
        return UNREADABLE
    return FOUND if any(map(fails, shortfalls)) else FINE


def _read_again(
    plan: Path, answers: tuple[Path, ...], filled: FilledTable, table: Path, settings: dict[str, Settings]
) -> Compilation:
    """The answers compiled anew, as the table says that they were: the same names, and anonymised if it was."""
    from planlint.consult.answers.find import find_answers
    from planlint.consult.compile import compile_answers
    from planlint.model.consultation import Calendar

    held = read_plan(plan, settings)
    sent = replace(held.sent, run=replace(held.sent.run, language=filled.language))  # ids are of the table's words
    sources = find_answers(answers, Path.cwd(), (plan, table))
    compilation = compile_answers(
        sent,
        sources,
        given=names_in((filled,), sources),
        invited=organisations_in((filled,)),
        calendar=Calendar(),
        anonymous=filled.anonymous,
        debug=held.config.debug,
    )
    complain_of_unread(compilation, held.config.language)
    return compilation
