"""The options that several commands share. Defaults are the configuration's own: what is not given is not passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from planlint.cli.speech import SpokenOption
from planlint.cli.values import document_path, one_of, one_word_of
from planlint.texts import PHASES

if TYPE_CHECKING:
    from planlint.config import Config, Configurations
    from planlint.rulebook import Rulebook

Settings = str | bool | Path | tuple[str, ...] | None
Decorator = Callable[[Any], Any]
Decorated = TypeVar("Decorated")
SEVERITIES: Final = ("error", "warning", "info")


def option(*flags: str, **settings: Any) -> Decorator:  # noqa: ANN401 - handed on to click
    """An option whose help is a key of planlint.texts."""
    return click.option(*flags, cls=SpokenOption, **settings)


def lang_option(**settings: Any) -> Decorator:  # noqa: ANN401 - as above
    """`--lang`, for the command and for the program's own help."""
    return option("--lang", "language", callback=one_word_of("sv", "en"), metavar="sv|en", help="lang-help", **settings)


help_option: Final = click.help_option("--help", "-h", cls=SpokenOption, help="help-help")
debug_option: Final = option("--debug", is_flag=True, help="debug-help")
color_option: Final = option(
    "--color",
    callback=one_word_of("auto", "always", "never"),
    default="auto",
    metavar="auto|always|never",
    help="color-help",
)
framework_option: Final = option("--framework", metavar="NAME|FILE", help="framework-help")
reading_option: Final = option(
    "--reading", callback=one_word_of("final", "original"), metavar="final|original", help="reading-help"
)
select_option: Final = option("--select", multiple=True, metavar="CODES", help="select-help")
ignore_option: Final = option("--ignore", multiple=True, metavar="CODES", help="ignore-help")
config_option: Final = option("--config", type=document_path, metavar="FILE", help="config-help")
baseline_option: Final = option("--baseline", type=document_path, metavar="FILE", help="baseline-option-help")
plan_option: Final = option("--plan", type=document_path, metavar="PLAN", help="plan-help")
force_option: Final = option("--force", is_flag=True, help="force-help")
output_option: Final = option(
    "--output", "-o", "outputs", type=document_path, multiple=True, metavar="FILE", help="output-help"
)
phase_option: Final = option(
    "--phase",
    callback=one_of({**{name: phase for phase, name in PHASES.items()}, **{phase: phase for phase in PHASES}}),
    metavar="|".join(PHASES.values()),
    help="phase-help",
)


def held_against(command: Decorated) -> Decorated:
    """The options that say how far the plan has come, how it is read, and which rules it is held against."""
    for one in (ignore_option, select_option, reading_option, framework_option, phase_option):  # the last comes first
        command = one(command)
    return command


def format_option(*formats: str, default: str | None = "text") -> Decorator:
    """`--format`. Where it is not given, the form is `default`."""
    return option(
        "--format",
        "form",
        callback=one_word_of(*formats),
        default=default,
        metavar="|".join(formats),
        help="format-help",
    )


def files_in(settings: Mapping[str, Settings]) -> list[Path]:
    """The files that options name for reading: a plan, a baseline, a configuration."""
    return [value for value in settings.values() if isinstance(value, Path)]


def configure(settings: Mapping[str, Settings]) -> Config:
    """The configuration that the options make; what was not given keeps the configuration's own default."""
    from planlint.config import Config

    return Config(**_given(settings))


def configure_all(settings: Mapping[str, Settings], paths: Sequence[Path]) -> Configurations:
    """The configuration of every document at the paths: options first, then its `planlint.toml`. Raises UsageError."""
    from planlint.config import configurations

    given = {"today": datetime.now().astimezone().date(), **_given(settings)}
    return configurations(paths, Path.cwd(), given, named=given.pop("config", None))


def rules_here(settings: Mapping[str, Settings]) -> tuple[Rulebook, Config]:
    """The rules as the configuration of the current folder moves them, its own included; and that configuration."""
    from planlint import rulebook
    from planlint.rulebook.select import settle

    config, book = configure_all(settings, (Path.cwd(),)).run, rulebook.load()
    if config.rule_folder is not None:
        book = book.with_rules(rulebook.load_own(config.rule_folder))
    return book.model_copy(update={"rules": settle(book.rules, config.rules)}), config


def _given(settings: Mapping[str, Settings]) -> dict[str, Any]:
    """What was given: an option that may be repeated and was not is an empty tuple, a switch that is off False."""
    return {name: value for name, value in settings.items() if value not in (None, (), False)}
