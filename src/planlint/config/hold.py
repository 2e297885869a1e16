"""A configuration file held against the rules: what it names must be there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from planlint.config.settings import Config
from planlint.errors import UsageError
from planlint.rulebook import Rulebook
from planlint.rulebook.book import ENDINGS
from planlint.rulebook.nearest import shorten
from planlint.rulebook.select import select

if TYPE_CHECKING:
    from planlint.rulebook.source import Source, Where


def hold_config(config: Config, rulebook: Rulebook) -> None:
    """Raises UsageError, with file and line, for a rule or an option in the file that is not known."""
    if config.source is not None:
        _hold_selections(config.source, rulebook)
        _hold_settings(config.source, rulebook)


def hold_framework_name(config: Config, rulebook: Rulebook) -> None:
    """Raises UsageError, with file and line, for a framework in the file that is not known."""
    source = config.source
    name = source.data.get("framework") if source is not None else None
    if source is None or not isinstance(name, str):
        return
    if not name.endswith(ENDINGS):
        try:
            rulebook.framework(name)
        except UsageError as error:
            raise _at(("framework",), source, error) from None
    elif not os.path.lexists(Path(source.name).parent / name):
        shown = shorten(name)
        gone = UsageError(f"ramverksfilen ”{shown}” finns inte", f"there is no framework file “{shown}”")
        raise _at(("framework",), source, gone)


def _hold_selections(source: Source, rulebook: Rulebook) -> None:
    from planlint.rulebook.settings import hold_word

    for where, text in _texts(source):
        try:
            select(rulebook.rules, "draft", (text,))
        except UsageError as error:
            raise _at(where, source, error) from None
    for place, entry in enumerate(_list(source, "ignore")):
        if isinstance(entry, dict):
            hold_word(entry["rule"], ("ignore", place, "rule"), (source,), rulebook.rules)


def _hold_settings(source: Source, rulebook: Rulebook) -> None:
    from planlint.checks import CHECKS
    from planlint.rulebook.mistakes import Mistake, tell
    from planlint.rulebook.settings import hold_options, hold_word

    for key in ("severity", "options"):
        seen: dict[str, str] = {}
        for word, stated in cast("dict[str, Any]", source.data.get(key, {})).items():
            rule = hold_word(word, (key, word), (source,), rulebook.rules)
            if rule.code in seen:
                sv, en = f"”{word}” är samma regel som ”{seen[rule.code]}”", f"“{word}” is “{seen[rule.code]}” again"
                raise tell(Mistake((key, word), sv, en), (source,))
            seen[rule.code] = word
            if key == "options":
                hold_options(rule, stated, (key, word), (source,), CHECKS)


def _texts(source: Source) -> Iterator[tuple[Where, str]]:
    """The codes, beginnings of codes and names that choose rules, each where it stands."""
    for key in ("select", "ignore"):
        for place, text in enumerate(_list(source, key)):
            if isinstance(text, str):
                yield (key, place), text


def _list(source: Source, key: str) -> list[Any]:
    return cast("list[Any]", source.data.get(key, []))


def _at(where: Where, source: Source, error: UsageError) -> UsageError:
    from planlint.rulebook.mistakes import Mistake, tell

    return tell(Mistake(where, error.sv, error.en), (source,))
