"""A Word file opened for changes: what stands where in it, in one reading, and which of its parts have been changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml.etree import XPath
from lxml.etree import _Element as Element

from planlint.model.document import Paragraph, Reading, paragraphs
from planlint.model.text import Text
from planlint.word import names
from planlint.word.annotation.naming import fresh_ids
from planlint.word.document import BODY_PART, read_package
from planlint.word.package import Package
from planlint.word.styles import Styles
from planlint.word.tracing import Line, Trace
from planlint.word.xml import write

_IDS = XPath("//@w:id", namespaces={"w": names.WORD}, smart_strings=False)
_NO_ONE = "no paragraph {} in {}, as the reading has it"


class _Opened(Package):
    """A package that keeps the roots of the parts that have been read."""

    def __init__(self, data: bytes) -> None:
        self.roots: list[tuple[str, Element]] = []
        super().__init__(data)

    def xml(self, name: str) -> Element | None:
        root = super().xml(name)
        if root is not None:
            self.roots.append((name, root))
        return root


class Manuscript:
    """A file, traced in one reading. Raises InputError as `planlint.word.read`."""

    def __init__(self, data: bytes, reading: Reading) -> None:
        self.reading = reading
        self._package = _Opened(data)
        self._trace = Trace()
        self.document = read_package(self._package, reading, self._trace.begin)
        self._changed: dict[str, Element] = {}
        self._read = {
            (paragraph.content.part, paragraph.content.paragraph): paragraph
            for blocks in (*(part.blocks for part in reversed(self.document.parts)), self.document.body)
            for paragraph in paragraphs(blocks)
        }

    @property
    def body(self) -> Element:
        """The body; the first one of a file that has several. Raises ValueError for a file without any."""
        bodies = self._trace.parts[BODY_PART].bodies
        if not bodies:
            raise ValueError("no body")
        return bodies[0]

    @cached_property
    def styles(self) -> Styles:
        """The file's styles."""
        name = self._package.related(self._package.main, "styles")
        return Styles(None if name is None else self._package.xml(name))

    @cached_property
    def fresh(self) -> Iterator[str]:
        """Ids that no tracked change, bookmark or comment has."""
        return fresh_ids([found for _, root in self._package.roots for found in _ids(root)])

    def paragraph(self, place: Text) -> Paragraph:
        """The paragraph that the place is in. Raises ValueError where the reading has none."""
        found = self._read.get((place.part, place.paragraph))
        if found is None:
            raise ValueError(_NO_ONE.format(place.paragraph, place.part))
        return found

    def hold(self, place: Text) -> Paragraph:
        """The paragraph that the place is in. Raises ValueError where other words stand at the place."""
        found = self.paragraph(place)
        if not 0 <= place.start <= place.end <= len(found.text) or found.text[place.start : place.end] != place.text:
            raise ValueError(f"other words stand at {place}")
        return found

    def line(self, place: Text) -> Line:
        """What stands in the place's paragraph."""
        return self._trace.parts[place.part].line(place.paragraph)

    def members(self, place: Text) -> list[Element]:
        """The w:p elements that the place's paragraph is made of: several where marks between them are gone."""
        self.paragraph(place)
        traced = self._trace.parts[place.part]
        indices = range(place.paragraph, traced.lasts.get(place.paragraph, place.paragraph) + 1)
        found: list[Element] = []
        for element in (traced.paragraphs[index] for index in indices if index in traced.paragraphs):
            if not found or all(above is not found[-1] for above in element.iterancestors(names.PARAGRAPH)):
                found.append(element)
        return found

    def change(self, element: Element) -> None:
        """Notes that the part that the element stands in changes."""
        root = element.getroottree().getroot()
        self._changed.update({name: each for name, each in self._package.roots if each is root})

    def save(self) -> bytes:
        """The file with its changes; every part that has none as it was. Raises InputError for what grew too large."""
        parts = {name: write(root, self._package.content(name) or b"", name) for name, root in self._changed.items()}
        return self._package.rewrite(parts)


def _ids(root: Element) -> list[str]:
    found = _IDS(root)
    return [str(each) for each in found] if isinstance(found, list) else []
