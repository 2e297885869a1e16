"""`planlint rules`: every rule in a line."""

from __future__ import annotations

import click

from planlint.cli.options import Settings, color_option, configure, debug_option, help_option, lang_option
from planlint.cli.output import Color, page, write
from planlint.cli.speech import SpokenCommand


@click.command("rules", cls=SpokenCommand, help="rules-help")
@lang_option()
@color_option
@debug_option
@help_option
def command(color: Color, **settings: Settings) -> None:
    """List all rules."""
    from planlint import rulebook
    from planlint.report.rules_text import render_rules

    write(render_rules(rulebook.load().rules, page(configure(settings).language, color)))
