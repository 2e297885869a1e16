"""`planlint explain`: one rule in prose."""

from __future__ import annotations

import sys

import click

from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    debug_option,
    help_option,
    lang_option,
    rules_here,
)
from planlint.cli.output import Color, page, write
from planlint.cli.speech import SpokenCommand


@click.command("explain", cls=SpokenCommand, help="explain-help")
@click.argument("code", metavar="CODE")
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(code: str, color: Color, **settings: Settings) -> None:
    """Explain a rule: laid out for reading on a terminal or in colour, as its Markdown elsewhere."""
    from planlint.rulebook.explain import explain
    from planlint.rulebook.select import find

    book, config = rules_here(settings)
    language = config.language
    text = explain(find(book.rules, code), language, next(iter(book.principle_sets.values()), None))
    if sys.stdout.isatty() or color == "always":
        from rich.markdown import Markdown

        from planlint.report.rich_page import render_rich

        text = render_rich(Markdown(text), page(language, color))
    write(text)
