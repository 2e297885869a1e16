"""A Word file that came back: both readings of it, and every tracked change, from one parsing of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from planlint.archive.seal import is_sealed
from planlint.model.document import Document
from planlint.model.returned import Returned
from planlint.word.document import list_parts, read_package
from planlint.word.package import Package
from planlint.word.tracked.changes import Written, make_changes
from planlint.word.tracked.listing import Listing
from planlint.word.tracked.moves import name_moves
from planlint.word.tracked.people import read_addresses
from planlint.word.tracked.standing import Stands


class _Kept(Package):
    """A package whose parts are parsed once, for both readings: reading leaves them as they are."""

    def __init__(self, data: bytes) -> None:
        self._roots: dict[str, Element | None] = {}
        super().__init__(data)

    def xml(self, name: str) -> Element | None:
        """As in Package; what is given is shared."""
        if name not in self._roots:
            self._roots[name] = super().xml(name)
        return self._roots[name]


def read_returned_document(data: bytes) -> Returned:
    """A Word file's bytes as a file that came back. Raises InputError for what cannot be read."""
    package, stands = _Kept(data), Stands()
    original = read_package(package, "original", stands.begin)
    final = read_package(package, "final")
    written = Written(final)
    changes = [
        change
        for part, root in _parts(package, stands)
        for change in make_changes(part, Listing(stands.indexes).read(root), stands, written)
    ]
    sealed = is_sealed(data)
    return Returned(
        document=_owned(original, sealed=sealed),
        final=_owned(final, sealed=sealed),
        changes=name_moves(changes),
        addresses=read_addresses(package),
    )


def _parts(package: Package, stands: Stands) -> Iterator[tuple[str, Element]]:
    """The roots of the parts that reading went through, each once, with their names in places."""
    parts = {name: part for part, name in reversed(list_parts(package, stands.stories[0]))}
    for name, part in reversed(parts.items()):
        root = package.xml(name)
        if root is not None:
            yield part, root


def _owned(document: Document, *, sealed: bool) -> Document:
    return replace(document, own=document.own or sealed)
