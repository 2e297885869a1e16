"""A configuration file read: what it says, as values of Config."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from planlint.config.settings import Exemption
from planlint.config.toml import read_toml
from planlint.model.configuration import Configuration, ExemptionEntry, PhaseWordLevels
from planlint.model.rule import Level, Phase, PhaseLevels, RuleSetting
from planlint.rulebook.book import ENDINGS
from planlint.rulebook.mistakes import Mistake, tell, validate
from planlint.rulebook.nearest import shorten
from planlint.rulebook.schemas import shipped_schema
from planlint.rulebook.source import Source, Where
from planlint.texts import PHASES

_SAME: Final = {"reading": "reading", "lang": "language", "fail_on": "fail_on", "select": "select"}
"""Keys whose values Config takes as they stand, and its names for them."""
_PATHS: Final = {"rules": "rule_folder", "baseline": "baseline", "plan": "plan"}
"""Keys that name a file or a folder, and Config's names for them."""


def read_config(path: Path, name: str) -> dict[str, object]:
    """What the file says, by Config's field; what it does not say is not there.

    `name` is the file as error messages have it. Raises UsageError with file and line for the first mistake.
    """
    source = read_toml(path, name)
    for where, sv, en in _strange_texts(source.data, ()):
        raise tell(Mistake(where, sv, en), (source,))
    stated = _stated(source)
    found: dict[str, object] = {"source": source, **dict(_plain_values(stated)), **dict(_paths(stated, path.parent))}
    found["rules"] = _settings(stated, source)
    found["ignore"] = tuple(entry for entry in stated.ignore or () if isinstance(entry, str))
    found["exemptions"] = tuple(_exemptions(stated, source))
    found["words"], found["abbreviations"] = stated.words.allowed, stated.words.abbreviations
    return found


def phase_of(word: str) -> Phase:
    """The phase that goes by the word, in Swedish or English."""
    return next(phase for phase, name in PHASES.items() if word in (phase, name))


def _stated(source: Source) -> Configuration:
    try:
        return Configuration.model_validate(source.data)
    except ValidationError:  # the schema has the words for it, but its library takes long to start
        return validate(Configuration, shipped_schema("config"), source.data, (source,))


def _strange_texts(value: object, where: Where) -> Iterator[tuple[Where, str, str]]:
    """Texts that cannot be meant, with what is wrong with them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strange_texts(inner, (*where, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _strange_texts(inner, (*where, place))
    elif isinstance(value, str) and "\0" in value:
        yield where, "texten har ett tecken som inte går att visa", "the text has a character that cannot be shown"
    elif isinstance(value, str) and not value.strip():
        name = ".".join(step for step in where if isinstance(step, str))
        yield where, f"”{name}” är tom", f"“{name}” is empty"


def _plain_values(stated: Configuration) -> Iterator[tuple[str, object]]:
    for key, field in _SAME.items():
        if (value := getattr(stated, key)) is not None:
            yield field, value
    if stated.phase is not None:
        yield "phase", phase_of(stated.phase)


def _paths(stated: Configuration, folder: Path) -> Iterator[tuple[str, object]]:
    """Paths from the file's own folder."""
    for key, field in _PATHS.items():
        if (value := getattr(stated, key)) is not None:
            yield field, folder / value
    if stated.framework is not None:
        is_file = stated.framework.endswith(ENDINGS)
        yield "framework", str(folder / stated.framework) if is_file else stated.framework


def _settings(stated: Configuration, source: Source) -> Mapping[str, RuleSetting]:
    """What is moved of each rule, by the word that names it."""
    words = dict.fromkeys((*stated.severity, *stated.options))
    return {
        word: RuleSetting(
            severity=_levels(stated.severity.get(word), ("severity", word), source),
            options=stated.options.get(word, {}),
        )
        for word in words
    }


def _levels(levels: Level | PhaseWordLevels | None, where: Where, source: Source) -> Level | PhaseLevels | None:
    if not isinstance(levels, PhaseWordLevels):
        return levels
    found: dict[Phase, Level] = {}
    for word, level in levels.model_dump(exclude_none=True).items():
        phase = phase_of(word)
        if phase in found:
            sv = f"”{PHASES[phase]}” och ”{phase}” är samma fas; stryk en av dem"
            en = f"“{PHASES[phase]}” and “{phase}” are the same phase; strike one of them"
            raise tell(Mistake((*where, word), sv, en), (source,))
        found[phase] = level
    return PhaseLevels(**found)


def _exemptions(stated: Configuration, source: Source) -> Iterator[Exemption]:
    for place, entry in enumerate(stated.ignore or ()):
        if isinstance(entry, ExemptionEntry):
            where: Where = ("ignore", place)
            until = _day(entry.until, (*where, "until"), source)
            yield Exemption(entry.rule, entry.reason, entry.subject, until, source.line(where))


def _day(word: str | None, where: Where, source: Source) -> date | None:
    """The day, written as TOML does or in quotation marks."""
    try:
        return None if word is None else date.fromisoformat(word)
    except ValueError:
        shown = shorten(word)
        sv = f"”ignore.until” är ”{shown}” men ska vara ett datum, till exempel 2027-06-30"
        en = f"“ignore.until” is “{shown}” but should be a date, such as 2027-06-30"
        raise tell(Mistake(where, sv, en), (source,)) from None
