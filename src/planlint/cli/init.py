"""`planlint init`: write a configuration to begin with, or a framework file drafted from a plan."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.files import create_file
from planlint.cli.options import Settings, configure, debug_option, help_option, lang_option, option
from planlint.cli.output import complain, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import UNREADABLE
from planlint.cli.values import document_path
from planlint.errors import InputError, UsageError
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.draft import Drafted
    from planlint.texts import Tongue


@click.command("init", cls=SpokenCommand, help="init-help")
@click.argument("folder", default=".", metavar="[FOLDER]", type=document_path)
@option("--from", "plan", type=document_path, metavar="PLAN", help="from-help")
@option("--output", "-o", type=document_path, metavar="FILE", help="draft-output-help")
@lang_option()
@debug_option
@help_option
def command(folder: Path, plan: Path | None, output: Path | None, **settings: Settings) -> None:
    """Write a commented configuration, or the draft of a framework."""
    language = configure(settings).language
    if plan is not None:
        _write_draft(plan, output, folder, language)
    elif output is not None:
        raise UsageError("--output hör till --from PLAN.", "--output belongs to --from PLAN.")
    else:
        _write_configuration(folder, language)


def _write_configuration(folder: Path, language: Tongue) -> None:
    from planlint.config import FILE_NAME
    from planlint.config.template import TEMPLATE
    from planlint.report.printable import printable

    path = folder / FILE_NAME
    create_file(path, TEMPLATE)
    write(say("init-done", language, path=printable(str(path))))


def _write_draft(plan: Path, output: Path | None, folder: Path, language: Tongue) -> None:
    """Write the draft; `output` where it is named, else in the folder, with the plan's own name."""
    from planlint.report.page import Page
    from planlint.report.printable import printable
    from planlint.report.summary import read_counts
    from planlint.rulebook.book import ENDINGS, SUFFIX

    path = output or folder / f"{plan.stem}{SUFFIX}"
    if not path.name.endswith(ENDINGS):
        raise UsageError(f"”{path}” ska sluta på {SUFFIX}", f"“{path}” should end with {SUFFIX}")
    drafted = _draft(plan, language)
    create_file(path, drafted.text)
    shown = {"path": printable(str(path)), "plan": printable(str(plan)), "base": drafted.base}
    command_line = printable(shlex.join(("planlint", "check", str(plan), "--framework", str(path))))
    write(say("draft-done", language, read=read_counts(drafted.plan, Page(language)), command=command_line, **shown))


def _draft(plan: Path, language: Tongue) -> Drafted:
    """The draft from a plan. Says so and ends with 3 where the file cannot be read or is none."""
    from planlint.draft import draft_framework
    from planlint.intake import Source, read_bytes, read_document, shown_path
    from planlint.rulebook import load

    source = Source(plan, shown_path(plan, Path.cwd()))
    try:
        document = read_document(source, read_bytes(source), "final")
        return draft_framework(document, plan.stem, source.shown, load())
    except InputError as error:
        complain(f"{source.shown}: {error.sv if language == 'sv' else error.en}")
        raise click.exceptions.Exit(UNREADABLE) from None
