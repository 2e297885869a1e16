"""A Word file as a package of parts, opened within limits so that no file can exhaust time or memory.

zipfile and lxml, not python-docx. Of what python-docx gives, reading could use only parts and relationships; it opens
no faster, takes 85 ms to import where lxml takes 25, and needs mended copies of the one file in fifteen that it refuses
(.docm, .dotx, dangling relationships, strict files).
"""

from __future__ import annotations

import posixpath
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element as Element

from planlint.archive.opening import BROKEN, check_size, index_entries, open_archive, unpack
from planlint.archive.sniff import PARTS
from planlint.word import sniff, trouble
from planlint.word.trouble import WORD
from planlint.word.xml import parse

MAX_RELATIONSHIPS: Final = 5_000
"""WORD.md, 'Hostile files': a limit that real files keep and that held against hostile ones."""
_OTHERS: Final = {start: name for start, name in PARTS.items() if start != "word/"}
"""How the names of other programs' parts begin, and what those files are."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points to: `kind` is the last word of its type, `target` a part's name or an outside address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file, unpacked when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data, WORD, sniff.refuse)
        self._entries = index_entries(self._archive, WORD)
        self._relationships: dict[str, Mapping[str, Relationship]] = {}
        self.main = self._find_main()

    def xml(self, name: str) -> Element | None:
        """The root of a part, or None where there is no such part. Raises InputError for one that cannot be read."""
        content = self.content(name)
        try:
            return None if content is None else parse(content, name)
        except BROKEN:
            raise trouble.broken_part(name) from None

    def holds(self, name: str) -> bool:
        """Whether there is such a part."""
        return self._entry(name) is not None

    def content(self, name: str) -> bytes | None:
        """The bytes of a part of XML, as `xml`."""
        entry = self._entry(name)
        if entry is None:
            return None
        check_size(entry, WORD)
        return self._unpack(entry)

    def rewrite(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with these parts in place of those that it has, or after them; every other part as it was."""
        target = BytesIO()
        changed = {entry.filename: content for name, content in parts.items() if (entry := self._entry(name))}
        with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
            warnings.simplefilter("ignore")  # a picture that is there twice stays there twice
            archive.comment = self._archive.comment
            for entry in self._archive.infolist():
                content = changed.get(entry.filename)
                archive.writestr(_same_entry(entry), self._unpack(entry) if content is None else content)
            for name, content in parts.items():
                if self._entry(name) is None:
                    archive.writestr(_new_entry(name), content)
        return target.getvalue()

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        return unpack(self._archive, entry, WORD)

    def relationships(self, name: str) -> Mapping[str, Relationship]:
        """What the part points to, by relationship id; '' stands for the package itself."""
        if name not in self._relationships:
            self._relationships[name] = self._read_relationships(name)
        return self._relationships[name]

    def _read_relationships(self, name: str) -> Mapping[str, Relationship]:
        folder = posixpath.dirname(name)
        root = self.xml(relationships_of(name))
        if root is None:
            return {}
        if len(root) > MAX_RELATIONSHIPS:
            raise trouble.too_large(
                f"fler än {MAX_RELATIONSHIPS} länkar mellan delarna",
                f"more than {MAX_RELATIONSHIPS} relationships between the parts",
            )
        return {child.get("Id", ""): _read_relationship(child, folder) for child in root}

    def related(self, name: str, kind: str) -> str | None:
        """The part of that kind that the part `name` points to, if it is there."""
        for relationship in self.relationships(name).values():
            if relationship.kind == kind and not relationship.external and self._entry(relationship.target):
                return relationship.target
        return None

    def _entry(self, name: str) -> zipfile.ZipInfo | None:
        return self._entries.get(name.casefold()) or self._entries.get(unquote(name).casefold())

    def _find_main(self) -> str:
        """The main document part; InputError where the archive is no Word file, or one without its text."""
        main = self.related("", "officeDocument") or "word/document.xml"
        if self._entry(main) and not main.casefold().startswith(tuple(_OTHERS)):
            return main
        for start, (sv, en) in _OTHERS.items():
            if any(name.startswith(start) for name in self._entries):
                raise trouble.not_word(sv, en)
        if any(name.startswith("word/") or name == "[content_types].xml" for name in self._entries):
            raise trouble.damaged(
                "delen word/document.xml, där texten står, saknas",
                "the part word/document.xml, which holds the text, is missing",
            )
        raise trouble.not_word("ett zip-arkiv", "a zip archive")


def relationships_of(name: str) -> str:
    """The name of the part that holds what the part `name` points to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _new_entry(name: str) -> zipfile.ZipInfo:
    """An entry for a part, packed as Word does and without a time: the same parts make the same archive."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
    return entry


def _same_entry(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry with the name, the time and the way of packing of another."""
    same = _new_entry(entry.filename)
    same.date_time, same.compress_type = entry.date_time, entry.compress_type
    return same


def _read_relationship(element: Element, folder: str) -> Relationship:
    """One relationship of a part in `folder`; an inside target becomes a part's name."""
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "").strip()
    if element.get("TargetMode") == "External":
        return Relationship(kind, target, external=True)
    path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
    return Relationship(kind, path.lstrip("/"), external=False)
