"""What the commands of a consultation read besides the answers: the plan, the timeline, the list of those invited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.cli.options import Settings, configure_all, option
from planlint.cli.output import complain
from planlint.cli.values import document_path
from planlint.errors import UsageError
from planlint.intake import Source, is_folder, shown_path
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.config import Config
    from planlint.model.consultation import Calendar, Compilation, Sent
    from planlint.model.rule import Language
    from planlint.rulebook import Rulebook

timeline_option = option("--timeline", type=document_path, metavar="FILE", help="timeline-help")
invited_option = option("--invited", type=document_path, metavar="FILE", help="invited-help")


@dataclass(frozen=True, slots=True)
class Held:
    """The plan that is on consultation, and what it is held against."""

    sent: Sent
    config: Config
    rulebook: Rulebook


def source_of(path: Path) -> Source:
    """A file that the user named. Raises UsageError for a folder."""
    if is_folder(path):
        raise UsageError(f"”{path}” är en mapp; ange ett dokument.", f"“{path}” is a folder; name one document.")
    return Source(path, shown_path(path, Path.cwd()))


def read_plan(path: Path, settings: Mapping[str, Settings]) -> Held:
    """The plan, by its own configuration and the options; says so where it is none. Raises InputError, UsageError."""
    from planlint import rulebook
    from planlint.consult.sent import read_sent

    source = source_of(path)
    config = replace(configure_all(settings, (path,)).of(path), baseline=None)
    book = rulebook.load()
    sent = read_sent(source, config, book)
    if sent.plan.kind == "unknown":
        complain(say("consult-no-plan", config.language, path=source.shown))
    return Held(sent, config, book)


def read_timeline(path: Path | None, held: Held) -> Calendar:
    """What the timeline in a file says, else the plan's own. Raises InputError, and UsageError for what is none."""
    from planlint.consult.calendar import read_calendar
    from planlint.consult.sent import read_sent

    if path is None:
        return read_calendar(held.sent.plan, held.sent.framework)
    told = read_sent(source_of(path), replace(held.config, framework=None, plan=None), held.rulebook)
    if not told.plan.timeline:
        raise UsageError(
            f"”{path}” innehåller ingen tidplan; ange sidan eller dokumentet med remissens steg.",
            f"“{path}” holds no timeline; name the page or the document with the consultation’s steps.",
        )
    return read_calendar(told.plan, told.framework)


def complain_of_unread(compilation: Compilation, language: Language) -> None:
    """Say which answers could not be read."""
    for answer in compilation.answers:
        if answer.error and answer.error.code == "no-plan":
            complain(say("consult-no-answers", language, path=answer.path))
        elif answer.error:
            complain(f"{answer.path}: {answer.error.message}")
