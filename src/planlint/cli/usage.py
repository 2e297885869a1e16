"""click's own complaints as one line in the reader's language."""

from __future__ import annotations

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from planlint.cli.values import suggest_value
from planlint.texts import Tongue, say


def explain_usage(error: click.ClickException, language: Tongue) -> str:
    """What is wrong with the command line, and where help is found."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "planlint"
    what = _what(error, context.command if context else None, language)
    return f"{what} {say('see-help', language, command=command)}"


def _what(error: click.ClickException, command: click.Command | None, language: Tongue) -> str:
    parameters = command.params if command else []
    if isinstance(error, NoSuchOption):
        known = [flag for each in parameters for flag in each.opts if flag.startswith("--")]
        near = suggest_value(error.option_name, known)[language == "en"] or "."
        return say("no-such-option", language, option=error.option_name, near=near)
    if isinstance(error, BadOptionUsage):
        flags = [each for each in parameters if error.option_name in each.opts and getattr(each, "is_flag", False)]
        return say("option-takes-no-value" if flags else "option-needs-value", language, option=error.option_name)
    if isinstance(error, MissingParameter) and error.param:
        return say("missing-argument", language, name=error.param.metavar or error.param.human_readable_name)
    if isinstance(command, click.Group):
        return say("missing-command", language)
    extra = error.format_message().partition("(")[2].removesuffix(")")  # click names them nowhere else
    return say("extra-argument", language, extra=extra)
