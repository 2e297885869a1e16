"""Groups of commands, each imported when it is used, so that help costs little more than click."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from planlint.cli.speech import SpokenCommand, language_of
from planlint.cli.status import WRONG_USAGE
from planlint.cli.values import suggest_value
from planlint.errors import UsageError
from planlint.texts import say


class Commands(SpokenCommand, click.Group):
    """A group that knows its commands by name; in `package` the module of that name holds each as `command`.

    What a command is for stands in planlint.texts under its own name and those of the groups around it.
    """

    def __init__(self, *args: Any, members: Sequence[str], package: str, **settings: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*args, **settings)
        self._members = tuple(members)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The commands' names, in the order in which help shows them."""
        return list(self._members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command with that name, imported now."""
        if cmd_name not in self._members:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
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
        if not args[0].startswith("-") and args[0] not in self._members:
            sv, en = suggest_value(args[0], self._members)
            raise UsageError(f"okänt kommando ”{args[0]}”{sv}", f"unknown command “{args[0]}”{en}")
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Options, then a command."""
        return [*super().collect_usage_pieces(ctx), say("command-metavar", language_of(ctx))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options; no command is imported for it."""
        language = language_of(ctx)
        above = "".join(f"{each.info_name}-" for each in _lineage(ctx))
        with formatter.section(say("commands", language)):
            formatter.write_dl([(name, say(f"{above}{name}-help", language)) for name in self._members])
        super().format_options(ctx, formatter)


def _lineage(ctx: click.Context) -> list[click.Context]:
    """The groups around, from the outermost in, but for the program itself."""
    return [*_lineage(ctx.parent), ctx] if ctx.parent else []
