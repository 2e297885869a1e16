"""`planlint compare`: what changed in the plan between two versions, or by the tracked changes of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

import click

from planlint.cli.files import hold_writable, replace_file
from planlint.cli.options import (
    SEVERITIES,
    Settings,
    color_option,
    config_option,
    configure_all,
    debug_option,
    files_in,
    force_option,
    format_option,
    framework_option,
    help_option,
    ignore_option,
    lang_option,
    option,
    phase_option,
    reading_option,
    select_option,
)
from planlint.cli.output import Color, complain, complain_of_unread, page, write
from planlint.cli.outputs import spare_documents, spare_word_file
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND, UNREADABLE
from planlint.cli.values import document_path, one_word_of, suggest_value
from planlint.errors import UsageError
from planlint.intake import WORD_ENDINGS
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.config import Config
    from planlint.model.comparison import Comparison
    from planlint.model.document import Reading
    from planlint.model.outcome import Run
    from planlint.report.page import Page

Form = Literal["text", "json", "html", "markdown", "docx"]
FORMS: Final = get_args(Form)
ENDINGS: Final[dict[str, Form]] = {
    ".html": "html",
    ".docx": "docx",
    ".md": "markdown",
    ".json": "json",
    ".txt": "text",
}
"""The form that a file has by its ending, where none is asked for."""


@click.command("compare", cls=SpokenCommand, help="compare-help")
@click.argument("paths", nargs=-1, required=True, metavar="OLD [NEW]", type=document_path)
@reading_option
@option(
    "--reading-old",
    callback=one_word_of("final", "original"),
    metavar="final|original",
    help="reading-old-help",
)
@phase_option
@framework_option
@select_option
@ignore_option
@option(
    "--fail-on",
    callback=one_word_of(*SEVERITIES, "never"),
    default="never",
    metavar="|".join((*SEVERITIES, "never")),
    help="compare-fail-on-help",
)
@format_option(*FORMS, default=None)
@option("--output", "-o", type=document_path, metavar="FILE", help="compare-output-help")
@force_option
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(  # noqa: PLR0913 - click hands over each option
    paths: tuple[Path, ...],
    *,
    form: Form | None,
    output: Path | None,
    force: bool,
    color: Color,
    reading_old: Reading | None,
    **settings: Settings,
) -> int:
    """Show what changed in the plan."""
    from planlint.consult import compare
    from planlint.report import page as paper
    from planlint.report.printable import printable

    old, new = _two(paths)
    if output:
        spare_documents(output, (old, new, *files_in(settings)))
        hold_writable(output)
        form = _form_in(output, form)
        if output.suffix.lower() in WORD_ENDINGS:
            spare_word_file(output, force=force)
    config = configure_all(settings, (new,)).run
    before = reading_old or ("original" if len(paths) == 1 else "final")
    if len(paths) == 1 and before == config.reading:
        raise UsageError(
            "ett dokument jämförs med sig självt i två läsningar; ange --reading och --reading-old olika.",
            "one document is compared with itself in two readings; make --reading and --reading-old differ.",
        )
    runs = _read(old, replace(config, reading=before)), _read(new, config)
    _hold(*runs)
    comparison = compare(*runs)
    if output:
        replace_file(output, _render(comparison, form, paper.Page(config.language)))
        write(say("saved", config.language, path=printable(str(output))))
    else:
        write(_render(comparison, form, page(config.language, color)))
    return _status(comparison)


def _form_in(output: Path, asked: Form | None) -> Form:
    """The form for a file: the one asked for, else by its ending. Raises UsageError for an ending without a form.

    Word opens a file with one of its endings only if it is a document, and that ending is .docx.
    """
    ending = output.suffix.lower()
    form = asked or ENDINGS.get(ending)
    if form is None or (ending in WORD_ENDINGS and (form, ending) != ("docx", ".docx")):
        sv, en = suggest_value(ending, ENDINGS)
        raise UsageError(
            f"”{output}” har ingen ändelse som säger vad jämförelsen ska bli{sv}",
            f"“{output}” has no ending that tells what the comparison should be{en}",
        )
    return form


def _render(comparison: Comparison, form: Form | None, page: Page) -> str | bytes:
    """The comparison in that form; only text has a page's width and colours."""
    if form == "json":
        from planlint.report.comparison_json import view_comparison
        from planlint.report.json import render_json

        return render_json(view_comparison(comparison))
    if form == "html":
        from planlint.report.html.comparison_page import render_comparison_html

        return render_comparison_html(comparison)
    if form == "markdown":
        from planlint.report.comparison_markdown import render_comparison_markdown

        return render_comparison_markdown(comparison)
    if form == "docx":
        from planlint.report.comparison_docx import render_comparison_docx

        return render_comparison_docx(comparison)
    from planlint.report.comparison_text import render_comparison

    return render_comparison(comparison, page)


def _two(paths: tuple[Path, ...]) -> tuple[Path, Path]:
    """The old version and the new one; one path is both."""
    from planlint.intake import is_folder

    if len(paths) > 2:  # noqa: PLR2004 - two versions
        extra = " ".join(map(str, paths[2:]))
        raise UsageError(
            f"två versioner jämförs, den gamla och den nya; detta är fler: {extra}",
            f"two versions are compared, the old and the new; this is more: {extra}",
        )
    for path in paths:
        if is_folder(path):
            raise UsageError(f"”{path}” är en mapp; ange ett dokument.", f"“{path}” is a folder; name one document.")
    return paths[0], paths[-1]


def _read(path: Path, config: Config) -> Run:
    """The document read and held against the rules: the new version's configuration holds for both."""
    from planlint import engine, rulebook
    from planlint.intake import find_sources

    return engine.run(find_sources((path,), Path.cwd()), config, rulebook.load())


def _hold(old: Run, new: Run) -> None:
    """Say what could not be read, and end with 3 there. Raises UsageError for documents of two kinds."""
    for run in (old, new):
        complain_of_unread(run)
    if any(run.outcomes[0].error for run in (old, new)):
        raise click.exceptions.Exit(UNREADABLE)
    kinds = [run.outcomes[0].kind for run in (old, new)]
    if "unknown" not in kinds and kinds[0] != kinds[1]:
        raise UsageError(
            f"”{old.outcomes[0].path}” och ”{new.outcomes[0].path}” är dokument av olika slag.",
            f"“{old.outcomes[0].path}” and “{new.outcomes[0].path}” are documents of different kinds.",
        )
    for run, kind in zip((old, new), kinds, strict=True):
        if kind == "unknown":
            complain(say("compare-no-plan", run.language, path=run.outcomes[0].path))


def _status(comparison: Comparison) -> int:
    """3 where a rule broke, else 1 where a new finding counts, else 0."""
    if comparison.old.outcomes[0].faults or comparison.new.outcomes[0].faults:
        return UNREADABLE
    counted = {finding.fingerprint for finding in comparison.new.counted}
    return FOUND if any(each.finding.fingerprint in counted for each in comparison.findings.new) else FINE
