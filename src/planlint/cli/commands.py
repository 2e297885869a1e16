"""`planlint` itself: its commands."""

from __future__ import annotations

from typing import Final

import click

from planlint import __version__
from planlint.cli.groups import Commands
from planlint.cli.options import help_option, lang_option
from planlint.cli.speech import SpokenOption

COMMANDS: Final = (
    "check", "outline", "coverage", "compare", "consult", "annotate", "explain", "rules", "baseline", "init",
)  # fmt: skip


def _show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's
    if wanted:
        click.echo(f"planlint {__version__}")
        context.exit()


@click.group(
    cls=Commands,
    members=COMMANDS,
    package="planlint.cli",
    help="planlint-help",
    context_settings={"max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, cls=SpokenOption,
    help="version-help",
)  # fmt: skip
@lang_option(expose_value=False)
@help_option
def planlint() -> None:
    """Lint action plans."""
