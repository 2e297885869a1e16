"""Who the answers are from, as a table that was made of them says: to read them again as they were read then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.intake import Source, read_bytes

if TYPE_CHECKING:
    from planlint.model.filled import FilledTable


def names_in(tables: Iterable[FilledTable], sources: Iterable[Source]) -> Mapping[str, str]:
    """By answer, who it is from where a table says one name: one that the user gave then is not in the file."""
    from planlint.consult.verify import digest_start

    named = {
        each.digest: each.respondents
        for table in tables
        for each in table.basis
        if each.respondents and ";" not in each.respondents
    }
    found: dict[str, str] = {}
    for source in sources if named else ():
        try:
            digest = digest_start(read_bytes(source))
        except InputError:
            continue
        if digest in named:
            found[source.shown] = named[digest]
    return found


def organisations_in(tables: Iterable[FilledTable]) -> tuple[str, ...]:
    """All who answered, as the tables name them."""
    from planlint.consult.cells import BETWEEN

    files = (each for table in tables for each in table.basis)
    return tuple(dict.fromkeys(name for each in files for name in each.respondents.split(BETWEEN) if name))
