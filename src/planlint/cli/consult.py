"""`planlint consult`: ask for answers on a plan, compile them, check that each is answered, give account."""

from __future__ import annotations

from typing import Final

import click

from planlint.cli.groups import Commands
from planlint.cli.options import help_option, lang_option

COMMANDS: Final = ("template", "compile", "check", "account")


@click.group("consult", cls=Commands, members=COMMANDS, package="planlint.cli.consultation", help="consult-help")
@lang_option(expose_value=False)
@help_option
def command() -> None:
    """Run a consultation."""
