"""`planlint` itself: its commands, each imported when it is used, so that `--help` costs little more than click."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from planlint import __version__
from planlint.cli.options import help_option, lang_option
from planlint.cli.speech import SpokenCommand, SpokenOption, language_of
from planlint.cli.status import WRONG_USAGE
from planlint.cli.values import suggest_value
from planlint.errors import UsageError
from planlint.texts import say

COMMANDS: Final = ("check", "outline", "coverage", "compare", "annotate", "explain", "rules", "baseline", "init")


class Commands(SpokenCommand, click.Group):
    """A group that knows its commands by name; the module of that name holds the command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The commands' names, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command with that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"planlint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; without any argument, help on standard error and the status of wrong usage."""
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(WRONG_USAGE)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command for a name that is none."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            sv, en = suggest_value(args[0], COMMANDS)
            raise UsageError(f"okänt kommando ”{args[0]}”{sv}", f"unknown command “{args[0]}”{en}")
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Options, then a command."""
        return [*super().collect_usage_pieces(ctx), say("command-metavar", language_of(ctx))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options; no command is imported for it."""
        language = language_of(ctx)
        with formatter.section(say("commands", language)):
            formatter.write_dl([(name, say(f"{name}-help", language)) for name in COMMANDS])
        super().format_options(ctx, formatter)


def _show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's
    if wanted:
        click.echo(f"planlint {__version__}")
        context.exit()


@click.group(cls=Commands, help="planlint-help", context_settings={"max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, cls=SpokenOption,
    help="version-help",
)  # fmt: skip
@lang_option(expose_value=False)
@help_option
def planlint() -> None:
    """Lint action plans."""
