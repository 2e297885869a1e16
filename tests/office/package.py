"""A Word file's parts, opened without planlint's own code, so that what planlint writes is judged by somebody else."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
ID: Final = f"{W}id"
CONTENT_TYPES: Final = "[Content_Types].xml"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points to: the last word of its type, and the part's name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file's entries by name, in the archive's order."""

    entries: Mapping[str, bytes]

    @property
    def main(self) -> str:
        """The part that holds the text."""
        return next(each.target for each in self.relationships("") if each.kind == "officeDocument")

    def relationships(self, part: str) -> list[Relationship]:
        """What the part points to inside the file; '' is the package."""
        data = self.entries.get(relationships_of(part))
        folder = posixpath.dirname(part)
        return [
            Relationship(each.get("Type", "").rpartition("/")[2], _resolve(folder, each.get("Target", "")))
            for each in (() if data is None else parse(data))
            if each.get("TargetMode") != "External"
        ]

    def related(self, kind: str) -> str | None:
        """The part of that kind that the main part points to."""
        return next((each.target for each in self.relationships(self.main) if each.kind == kind), None)

    def xml(self, kind: str) -> Element | None:
        """The root of the part of that kind that the main part points to, if it is there."""
        name = self.related(kind)
        return None if name is None or name not in self.entries else parse(self.entries[name])

    @property
    def document(self) -> Element:
        """The root of the main part."""
        return parse(self.entries[self.main])


def unpack(data: bytes) -> Package:
    """The file's parts. Raises AssertionError for an archive with a damaged entry or two of one name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
        assert len({name.casefold() for name in names}) == len(names), "two entries of one name"
        return Package({name: archive.read(name) for name in names})


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The file that has these entries."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def relationships_of(part: str) -> str:
    """The name of the part that holds what a part points to."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def parse(data: bytes) -> Element:
    """The root, in transitional namespaces."""
    plain = data.decode("utf-16").encode() if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data
    plain = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", plain.removeprefix(b"\xef\xbb\xbf"), count=1)
    mapped = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", plain)
    return etree.fromstring(mapped, etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True))


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
