"""`planlint compare`: what changed in the plan between two versions, or by the tracked changes of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planlint.cli.options import (
    SEVERITIES,
    Settings,
    color_option,
    config_option,
    configure_all,
    debug_option,
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
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND, UNREADABLE
from planlint.cli.values import document_path, one_word_of
from planlint.errors import UsageError
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.config import Config
    from planlint.model.comparison import Comparison
    from planlint.model.document import Reading
    from planlint.model.outcome import Run

FORMS: Final = ("text", "json")


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
@format_option(*FORMS)
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(
    paths: tuple[Path, ...], *, form: str, color: Color, reading_old: Reading | None, **settings: Settings
) -> int:
    """Show what changed in the plan."""
    from planlint.consult import compare

    old, new = _two(paths)
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
    if form == "json":
        from planlint.report.comparison_json import view_comparison
        from planlint.report.json import render_json

        write(render_json(view_comparison(comparison)))
    else:
        from planlint.report.comparison_text import render_comparison

        write(render_comparison(comparison, page(config.language, color)))
    return _status(comparison)


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
