"""The people of a Word file, as its people.xml knows them: who an author is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from planlint.errors import InputError
from planlint.word import names
from planlint.word.package import Package

_ADDRESS: Final = re.compile(r"(?:\w+::)?([^\s:@|]{1,64}@[^\s:@|]{1,190}\.[^\s:@|.]{2,63})(?:::.*)?", re.DOTALL)
"""An account as Word states it, "S::name@kommun.se::" and its key in the directory, or an address alone."""


def read_addresses(package: Package) -> Mapping[str, str]:
    """The address of each author for whom the file states one; a part that is broken states none."""
    try:
        name = package.related(package.main, "people")
        root = None if name is None else package.xml(name)
    except InputError:
        root = None
    found: dict[str, str] = {}
    for person in () if root is None else root.iter(names.PERSON):
        presence = person.find(names.PRESENCE)
        address = None if presence is None else _ADDRESS.fullmatch(presence.get(names.USER, "")[:1_000].strip())
        if address:
            found.setdefault(person.get(names.PERSON_AUTHOR, ""), address[1])
    return found
