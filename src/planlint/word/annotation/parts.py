"""What planlint writes in a Word file beside the body: the comments part, and what the package says of it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final, cast

from lxml import etree
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.comments import MARKER, is_marked
from planlint.word.names import w
from planlint.word.package import Package, relationships_of
from planlint.word.values import attributes_of
from planlint.word.xml import is_strict, parse, write

_KIND: Final = "comments"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS: Final = f"{_PACKAGE}/relationships"
_NO_RELATIONSHIPS: Final = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
_OVERRIDE: Final = f"{{{_PACKAGE}/content-types}}Override"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ROWS: Final = {"commentsExtended": "paraId", "commentsIds": "paraId", "commentsExtensible": "durableId"}
"""The parts that say more of comments, a row for each, and the attribute that tells whose the row is."""


@dataclass(frozen=True, slots=True)
class CommentsPart:
    """The comments part: its name, its root, what it is written like, and whether the file has it already."""

    name: str
    root: Element
    like: bytes
    stands: bool


def open_comments(package: Package) -> CommentsPart:
    """The file's comments part, or a new one; in either case with all that planlint's own comments need."""
    name = package.related(package.main, _KIND)
    content = None if name is None else package.content(name)
    if name is not None and content is not None:
        return CommentsPart(name, _prepare(parse(content, name)), content, stands=True)
    name = _dangling(package) or _new_name(package)
    root = _prepare(etree.Element(w("comments"), nsmap={"w": names.WORD}))
    return CommentsPart(name, root, package.content(package.main) or b"", stands=False)


def is_marked_package(package: Package) -> bool:
    """Whether the file is as planlint wrote it."""
    name = package.related(package.main, _KIND)
    return is_marked(None if name is None else package.xml(name))


def _dangling(package: Package) -> str | None:
    """The name that the body has for its comments, though there is no such part."""
    for relationship in package.relationships(package.main).values():
        if relationship.kind == _KIND and not relationship.external and relationship.target:
            return relationship.target
    return None


def _new_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    tries = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return next(name for name in tries if not package.holds(name))


def _prepare(root: Element) -> Element:
    """The root, or one in its place, that declares what planlint's comments use, and the mark of planlint's hand."""
    root = declare(root, {"w": names.WORD, "w14": names.WORD_2010, "mc": names.COMPATIBILITY, "planlint": MARKER})
    _ignore(root, next(prefix for prefix, space in root.nsmap.items() if prefix and space == names.WORD_2010))
    return root


def declare(root: Element, spaces: Mapping[str, str]) -> Element:
    """The root, or one in its place, with a prefix for each of these namespaces, if possible the one given."""
    known = {space for prefix, space in root.nsmap.items() if prefix}
    missing = {_free(prefix, root): space for prefix, space in spaces.items() if space not in known}
    if not missing:
        return root
    new = etree.Element(root.tag, attributes_of(root), nsmap=cast("dict[str, str]", root.nsmap) | missing)
    new.text = root.text
    new.extend(list(root))
    return new


def _free(prefix: str, root: Element) -> str:
    """The prefix, or one like it that the root does not have."""
    return next(each for number in count() if (each := f"{prefix}{number or ''}") not in root.nsmap)


def _ignore(root: Element, prefix: str | None) -> None:
    """Lets programs that do not know a namespace pass over it."""
    ignored = root.get(names.IGNORABLE, "").split()
    if prefix and prefix not in ignored:
        root.set(names.IGNORABLE, " ".join([*ignored, prefix]))


def write_comments(package: Package, part: CommentsPart) -> dict[str, bytes]:
    """The comments part as bytes by its name and, for a new one, the parts that must tell of it."""
    written = {part.name: write(part.root, part.like, part.name)}
    if not part.stands:
        written |= dict(_tell_of(package, part.name))
    return written


def _tell_of(package: Package, name: str) -> Iterator[tuple[str, bytes]]:
    """The relationships of the main part and the content types, with the comments part among them."""
    if _dangling(package) is None:
        yield _relate(package, name)
    content = package.content(_CONTENT_TYPES)
    if content is not None:
        root = parse(content, _CONTENT_TYPES)
        for override in root.iterchildren(_OVERRIDE):
            if override.get("PartName", "").casefold() == f"/{name}".casefold():
                remove(override)
        SubElement(root, _OVERRIDE, {"PartName": f"/{name}", "ContentType": _CONTENT_TYPE})
        yield _CONTENT_TYPES, write(root, content, _CONTENT_TYPES)


def _relate(package: Package, name: str) -> tuple[str, bytes]:
    """The main part's relationships with one to its comments, which stand in the same folder."""
    part = relationships_of(package.main)
    content = package.content(part)
    root = parse(content or _NO_RELATIONSHIPS, part)
    taken = {each.get("Id") for each in root}
    identifier = next(each for number in count(1) if (each := f"rId{number}") not in taken)
    office = _STRICT_OFFICE if is_strict(package.content(package.main) or b"") else _OFFICE
    stated = {"Id": identifier, "Type": f"{office}/{_KIND}", "Target": posixpath.basename(name)}
    SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", stated)
    return part, write(root, content or b"", part)


def drop_rows(package: Package, dropped: Collection[str]) -> dict[str, bytes]:
    """The parts that say more of comments without those whose last paragraphs have these ids; none if none say it."""
    written: dict[str, bytes] = {}
    identifiers = set(dropped)
    for kind, attribute in _ROWS.items():
        name = package.related(package.main, kind)
        content = None if name is None else package.content(name)
        if name is None or content is None:
            continue
        root = parse(content, name)
        rows = [row for row in root if _stated(row, attribute) in identifiers]
        identifiers |= {_stated(row, "durableId") for row in rows} - {""}
        for row in rows:
            remove(row)
        if rows:
            written[name] = write(root, content, name)
    return written


def _stated(row: Element, attribute: str) -> str:
    """The row's attribute of that name, whatever its namespace."""
    return next((str(value) for name, value in row.items() if str(name).rpartition("}")[2] == attribute), "")
