"""`planlint consult compile`: everything that came back on a plan, put together by its own elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planlint.cli.consultation.inputs import (
    Held,
    complain_of_unread,
    invited_option,
    read_plan,
    read_timeline,
    source_of,
    timeline_option,
)
from planlint.cli.consultation.names import names_in, organisations_in
from planlint.cli.consultation.tables import form_in, spare_tables
from planlint.cli.files import hold_writable, replace_file
from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    debug_option,
    files_in,
    force_option,
    format_option,
    held_against,
    help_option,
    lang_option,
    option,
)
from planlint.cli.output import Color, complain, page, tell_written, write
from planlint.cli.outputs import spare_documents
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, UNREADABLE
from planlint.cli.values import document_path
from planlint.errors import InputError, UsageError
from planlint.intake import Source, read_bytes
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.model.consultation import Calendar, Compilation, Entry, Sent
    from planlint.model.filled import FilledTable
    from planlint.model.rule import Language
    from planlint.report.page import Page

ENDINGS: Final = {".docx": "docx", ".xlsx": "xlsx", ".html": "html", ".json": "json"}
TABLES: Final = {ending: form for ending, form in ENDINGS.items() if form in {"docx", "xlsx"}}
"""What people fill in, and what can be brought up to date."""


@click.command("compile", cls=SpokenCommand, help="consult-compile-help")
@click.argument("plan", metavar="PLAN", type=document_path)
@click.argument("answers", nargs=-1, required=True, metavar="ANSWER…", type=document_path)
@option("--output", "-o", "outputs", type=document_path, multiple=True, metavar="FILE", help="consult-output-help")
@option("--update", is_flag=True, help="consult-update-help")
@force_option
@invited_option
@option("--respondent", "respondents", multiple=True, metavar="NAME=FILE", help="consult-respondent-help")
@option("--anonymise", "anonymous", is_flag=True, help="consult-anonymise-help")
@timeline_option
@format_option("text", "json")
@held_against
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(  # noqa: PLR0913 - click hands over each option
    plan: Path,
    answers: tuple[Path, ...],
    *,
    outputs: tuple[Path, ...],
    update: bool,
    force: bool,
    invited: Path | None,
    respondents: tuple[str, ...],
    anonymous: bool,
    timeline: Path | None,
    form: str,
    color: Color,
    **settings: Settings,
) -> int:
    """Compile the answers."""
    from planlint.consult.answers.find import find_answers
    from planlint.consult.compile import compile_answers
    from planlint.consult.table.read import read_table
    from planlint.consult.trials import with_trials
    from planlint.consult.update import late_entries

    beside = [path for path in (plan, invited, timeline, *files_in(settings)) if path]
    sources = find_answers(answers, Path.cwd(), (*beside, *outputs) if update else beside)
    given = _given(respondents, sources)
    _hold(outputs, [*beside, *(source.path for source in sources)], update=update, force=force)
    held = read_plan(plan, settings)
    tables = {output: read_table(source_of(output)) for output in outputs} if update else {}
    calendar = read_timeline(timeline, held)
    asked = _invited(invited, calendar)
    read = compile_answers(
        _in_language(held.sent, tables.values()),
        sources,
        given={**names_in(tables.values(), sources), **given},
        invited=tuple(dict.fromkeys((*asked, *organisations_in(tables.values())))),
        calendar=calendar,
        anonymous=anonymous or any(table.anonymous for table in tables.values()),
        debug=held.config.debug,
    )
    compilation = replace(read, invited=tuple(each for each in read.invited if each.name in asked))
    _complain(compilation, held)
    if all(answer.error for answer in compilation.answers):
        raise _nothing_read()
    if form == "json" or not update:
        compilation = with_trials(compilation, held.config, held.rulebook, sources)
    late = {output: late_entries(compilation, table) for output, table in tables.items()}
    _write(outputs, compilation, tables, late, held.config.language)
    _tell(compilation, late, form, page(held.config.language, color))
    return UNREADABLE if any(answer.error for answer in compilation.answers) else FINE


def _write(
    outputs: Sequence[Path],
    compilation: Compilation,
    tables: Mapping[Path, FilledTable],
    late: Mapping[Path, Sequence[Entry]],
    language: Language,
) -> None:
    """Every output: brought up to date where it is a table that was read, else made anew."""
    for output in outputs:
        if output in tables:
            replace_file(output, _updated(output, tables[output], compilation, late[output]))
        else:
            replace_file(output, _rendered(output, compilation, language))
    tell_written(outputs, language)


def _tell(compilation: Compilation, late: Mapping[Path, Sequence[Entry]], form: str, paper: Page) -> None:
    """What was compiled, or what came to the tables that were brought up to date, on standard output."""
    from planlint.report.consultation.compilation_text import render_compilation_text, render_update_text

    if form == "json":
        write(_json(compilation, paper.language))
    elif late:
        write(render_update_text(late, compilation, paper))
    else:
        write(render_compilation_text(compilation, paper))


def _given(respondents: Sequence[str], sources: Iterable[Source]) -> Mapping[str, str]:
    """By answer, who it is from, as the user says. Raises UsageError for what is no NAME=FILE of an answer."""
    shown = {source.path.resolve(): source.shown for source in sources}
    given: dict[str, str] = {}
    for each in respondents:
        name, _, file = (part.strip() for part in each.partition("="))
        if not name or not file:
            raise UsageError(
                f"”{each}” är inget NAMN=FIL för --respondent, till exempel ”Tallviks kommun=svar/tallvik.docx”.",
                f"“{each}” is no NAME=FILE for --respondent, such as “Tallviks kommun=answers/tallvik.docx”.",
            )
        path = Path(file)
        if not path.exists():
            raise UsageError(
                f"filen ”{file}” som --respondent nämner finns inte.",
                f"the file “{file}” that --respondent names does not exist.",
            )
        answer = shown.get(path.resolve())
        if answer is None:
            raise UsageError(
                f"filen ”{file}” som --respondent nämner är inte bland svaren.",
                f"the file “{file}” that --respondent names is not among the answers.",
            )
        if given.setdefault(answer, name) != name:
            raise UsageError(
                f"--respondent ger filen ”{file}” två namn: ”{given[answer]}” och ”{name}”.",
                f"--respondent gives the file “{file}” two names: “{given[answer]}” and “{name}”.",
            )
    return given


def _hold(outputs: Sequence[Path], read: Sequence[Path], *, update: bool, force: bool) -> None:
    """Raises UsageError for a file that may not be written, before anything is read."""
    if update and not outputs:
        raise UsageError(
            "--update behöver --output med sammanställningen som ska fyllas på.",
            "--update needs --output with the compilation that is to be added to.",
        )
    for output in outputs:
        form_in(output, TABLES if update else ENDINGS)
        spare_documents(output, read)
        hold_writable(output)
        if update and not output.exists():
            raise UsageError(
                f"”{output}” finns inte att fylla på; kör utan --update första gången.",
                f"“{output}” is not there to add to; run without --update the first time.",
            )
        if not update:
            spare_tables(output, force=force, updates=True)


def _invited(path: Path | None, calendar: Calendar) -> tuple[str, ...]:
    if path is None:
        return calendar.invited
    from planlint.consult.invited import read_invited

    return read_invited(source_of(path))


def _nothing_read() -> InputError:
    return InputError(
        "unreadable",
        "Inget av svaren gick att läsa, så någon sammanställning blev det inte.",
        "None of the answers could be read, so there is no compilation.",
    )


def _complain(compilation: Compilation, held: Held) -> None:
    """Say what could not be read, and where only a person's name tells who answers."""
    from planlint.consult.respondents import is_person

    language = held.config.language
    complain_of_unread(compilation, language)
    for answer in compilation.answers:
        if answer.told and answer.told.foreign:
            complain(say("consult-foreign", language, path=answer.path))
    persons = {name for answer in compilation.answers for name in answer.respondents if is_person(name)}
    for name in sorted(persons):
        complain(say("consult-person", language, name=name))


def _in_language(sent: Sent, tables: Iterable[FilledTable]) -> Sent:
    """The plan with the language of the tables that are added to: the ids of their rows are of words in it."""
    language = next((table.language for table in tables), sent.run.language)
    return replace(sent, run=replace(sent.run, language=language))


def _rendered(output: Path, compilation: Compilation, language: Language) -> str | bytes:
    form = form_in(output, ENDINGS)
    if form == "docx":
        from planlint.report.consultation.compilation_docx import render_compilation_docx

        return render_compilation_docx(compilation, language)
    if form == "xlsx":
        from planlint.report.consultation.compilation_xlsx import render_compilation_xlsx

        return render_compilation_xlsx(compilation, language)
    if form == "html":
        from planlint.report.html.compilation_page import render_compilation_html

        return render_compilation_html(compilation, language)
    return _json(compilation, language)


def _updated(output: Path, table: FilledTable, compilation: Compilation, late: Sequence[Entry]) -> bytes:
    """The table at the path with what it does not have yet. Raises InputError where it is no longer there."""
    if form_in(output, TABLES) == "docx":
        from planlint.report.consultation.update_docx import update_docx as update
    else:
        from planlint.report.consultation.update_xlsx import update_xlsx as update
    return update(read_bytes(source_of(output)), table, compilation, late)


def _json(compilation: Compilation, language: Language) -> str:
    from planlint.report.consultation.compilation_json import view_compilation
    from planlint.report.json import render_json

    return render_json(view_compilation(compilation, language))
