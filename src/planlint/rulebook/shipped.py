"""What planlint ships, without reading seventy files at every start; and a user's own framework.

A wheel carries the rulebook compiled to JSON. A checkout keeps it in `.cache/`, stamped with the names, sizes and times
of the files that it was made of. Either is only a shortcut: what cannot be used is made again from the files.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from planlint import resources
from planlint.model.framework import Framework
from planlint.model.rule import Rule
from planlint.rulebook.book import ENDINGS, Rulebook, files

if TYPE_CHECKING:
    from planlint.rulebook.source import Data, Source

COMPILED: Final = "rulebook.json"
"""The compiled form's name in a wheel, beside `rules`."""


@cache
def load() -> Rulebook:
    """The rules, frameworks and facts that planlint ships. Raises UsageError where a file of them is wrong."""
    data = resources.data_dir()
    if resources.installed():
        return load_from(data / "rules", data / COMPILED, times=False)
    return load_from(data / "rules", data / ".cache" / COMPILED)


def load_from(rules: Path, compiled: Path, *, times: bool = True) -> Rulebook:
    """The rulebook in a folder, by its compiled form where that is fresh, else from the files, compiled anew.

    `times` False leaves the files' times out of what makes the form fresh: installing a wheel sets them.
    """
    now = stamp(rules, times=times)
    if (rulebook := _read_compiled(compiled, now)) is not None:
        return rulebook
    from planlint.checks import CHECKS
    from planlint.rulebook.folder import read_rulebook

    rulebook = read_rulebook(rules, CHECKS)
    with suppress(OSError):  # a folder that cannot be written to costs time, nothing else
        write_compiled(rulebook, compiled, now)
    return rulebook


def load_framework(path: Path, rules: Sequence[Rule] | None = None) -> Framework:
    """A user's own framework. It may extend a shipped one by name, or a file beside it.

    It may move `rules`, those that ship where none are given. Raises UsageError.
    """
    from planlint.rulebook.source import read

    return _made(read(path, str(path)), load().rules if rules is None else rules)


def make_framework(text: str) -> Framework:
    """A framework from the text of a file that is not there yet. It may extend a shipped one. Raises UsageError."""
    from planlint.rulebook.source import parse

    return _made(parse(text, "text"), load().rules)


def frame(base: Framework, data: Data) -> Framework:
    """A framework with data laid over it, as a file that extends it would; the data is trusted to fit."""
    from planlint.rulebook.extend import laid_over

    return Framework.model_validate(laid_over(base.model_dump(mode="json", exclude_unset=True), data))


def _made(source: Source, rules: Sequence[Rule]) -> Framework:
    from planlint.checks import CHECKS
    from planlint.rulebook.folder import no_base, read_framework
    from planlint.rulebook.source import Source, read

    shipped = load()

    def find(source: Source, name: str) -> Source:
        if name.endswith(ENDINGS):
            beside = Path(source.name).parent / name
            return read(beside, str(beside))
        if name not in shipped.frameworks:
            raise no_base(source, name, shipped.frameworks)
        base = shipped.frameworks[name].model_dump(mode="json", exclude={"extends"}, exclude_unset=True)
        return Source(name, base, {})

    return read_framework(source, find, shipped.principle_sets, rules, CHECKS)


def load_own(folder: Path, framework: Framework | None = None) -> tuple[Rule, ...]:
    """A user's own rules from a folder. Raises UsageError.

    They may name the parts of every shipped framework, and of the user's own, if there is one.
    """
    from planlint.checks import CHECKS
    from planlint.rulebook.own import read_own

    book = load()
    known = [*book.frameworks.values(), *([framework] if framework else [])]
    parts = {key for one in known for key in (*one.parts, *one.fields)}
    return read_own(folder, CHECKS, book.rules, parts)


def stamp(rules: Path, *, times: bool) -> bytes:
    """One line that changes when a file of the rulebook is added, taken away or changed."""
    states = ((path, path.stat()) for path in files(rules))
    parts = (f"{path.parent.name}/{path.name} {s.st_size} {s.st_mtime_ns if times else 0}" for path, s in states)
    return ascii("; ".join(parts)).encode()


def write_compiled(rulebook: Rulebook, compiled: Path, now: bytes) -> None:
    """Puts the compiled form in place in one step, so that nobody reads half of it. Raises OSError."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=compiled.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(now + b"\n" + rulebook.model_dump_json(exclude_unset=True).encode())
        Path(name).replace(compiled)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _read_compiled(compiled: Path, now: bytes) -> Rulebook | None:
    try:
        then, _, body = compiled.read_bytes().partition(b"\n")
        return Rulebook.model_validate_json(body) if then == now else None
    except (OSError, ValidationError):
        return None
