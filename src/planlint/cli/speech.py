"""Help in two languages: commands and options carry keys of planlint.texts, looked up when the help is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import click

from planlint.texts import Tongue, say


def language_in(arguments: Sequence[str]) -> Tongue:
    """The language that the arguments ask for, found before they are parsed so that a mistake is told in it."""
    for index, argument in enumerate(arguments):
        following = arguments[index + 1] if index + 1 < len(arguments) else ""
        if argument == "--lang=en" or (argument == "--lang" and following == "en"):
            return "en"
    return "sv"


def language_of(context: click.Context) -> Tongue:
    """The language of a command that is running."""
    return cast("Tongue", context.find_root().obj or "sv")


class SpokenOption(click.Option):
    """An option whose `help` is a key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        record = super().get_help_record(ctx)
        return (record[0], say(self.help or "", language_of(ctx))) if record else None


class SpokenCommand(click.Command):
    """A command whose `help` is a key."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; a complaint that does not know which command it is about is told."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands after the command's name in its usage line."""
        arguments = [piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx)]
        return [say("options-metavar", language_of(ctx)), *arguments]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        prefix = say("usage", language_of(ctx)) + " "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help or "", language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every option with its help."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for param in options if (record := param.get_help_record(ctx)) is not None]
        with formatter.section(say("options", language_of(ctx))):
            formatter.write_dl(records)
