"""The ECMA schema of WordprocessingML, held against a part as a conforming consumer sees it.

Such a consumer takes of every mc:AlternateContent the first choice that it understands, passes over what is of
namespaces that the file says may be ignored, and refuses what is of others (ISO/IEC 29500-3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, cast

from lxml import etree
from lxml.etree import QName
from lxml.etree import _Element as Element

from tests.office.package import MC, W, unpack

_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"
_UNDERSTOOD: Final = re.compile(r"^(wml|vml-|dml-|shared-)")
"""The schemas that Word files are written in; the spreadsheets' are left out."""
_RUN_PROPERTIES: Final = "w:rPr"


class Schema:
    """The schemas of a folder as one."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.glob("*.xsd") if _UNDERSTOOD.match(path.name))
        every = {etree.parse(str(path)).getroot().get("targetNamespace", ""): path for path in files}
        self.namespaces = {*every, "http://www.w3.org/XML/1998/namespace", ""}
        imports = "".join(
            f'<import namespace="{namespace}" schemaLocation="{path.as_uri()}"/>' for namespace, path in every.items()
        )
        whole = f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'
        self._schema = etree.XMLSchema(etree.fromstring(whole))

    def complaints(self, data: bytes) -> Counter[str]:
        """What is wrong with the main part, the comments, and the text boxes that only newer programs understand.

        What is wrong in a run's properties is told once however often: a run that is split has them twice.
        """
        package = unpack(data)
        found: Counter[str] = Counter()
        for name, root in (("document", package.document), ("comments", package.xml("comments"))):
            if root is not None:
                for part in (*_newer_boxes(root), root):
                    found.update(f"{name}: {complaint}" for complaint in self._complain(part))
        return Counter({complaint: 1 if _RUN_PROPERTIES in complaint else found[complaint] for complaint in found})

    def _complain(self, root: Element) -> Iterator[str]:
        yield from _Consumer(root, self.namespaces).complaints
        self._schema.validate(etree.ElementTree(root))
        for entry in cast("Iterable[Any]", self._schema.error_log):
            if not _elsewhere(entry.message):
                place = re.sub(r"\[\d+\]", "", entry.path or "").rpartition("/")[0].rpartition("/")[2]
                yield f"{place}: {entry.message}"


def _elsewhere(message: str) -> bool:
    """Whether the complaint is about content that an extension list may hold as it likes."""
    return "No matching global element declaration available, but demanded by the strict wildcard" in message


def _newer_boxes(root: Element) -> list[Element]:
    """Copies of the text boxes in choices, which a consumer of the plain schema never comes to."""
    boxes = (box for choice in root.iter(f"{MC}Choice") for box in choice.iter(f"{W}txbxContent"))
    return [_copy(box) for box in boxes]


def _copy(element: Element) -> Element:
    """The element alone, under the declarations that hold for it."""
    holder = etree.Element("holder", nsmap={prefix: uri for prefix, uri in element.nsmap.items() if prefix})
    ignorable = [name for each in element.iterancestors() if (name := each.get(f"{MC}Ignorable"))]
    if ignorable:
        holder.set(f"{MC}Ignorable", " ".join(ignorable))
    holder.append(etree.fromstring(etree.tostring(element, with_tail=False)))
    return holder[0]


class _Consumer:
    """Makes of a tree, in place, what a consumer sees who understands these namespaces."""

    def __init__(self, root: Element, namespaces: set[str]) -> None:
        self._understood = namespaces
        self.complaints = [complaint for element in root.iter() for complaint in _undeclared(element)]
        self._choose(root)
        waiting = [root]
        while waiting:
            waiting.extend(self._see(waiting.pop()))
        for element in root.iter():
            for name in [name for name in element.attrib if str(name).startswith(MC)]:
                del element.attrib[name]

    def _choose(self, root: Element) -> None:
        """Replaces every mc:AlternateContent by what the consumer takes of it, the outermost first."""
        while (alternatives := next(root.iter(f"{MC}AlternateContent"), None)) is not None:
            taken = next((each for each in alternatives if self._takes(each)), None)
            _replace(alternatives, [] if taken is None else list(taken))

    def _takes(self, branch: Element) -> bool:
        required = (branch.get("Requires") or "").split()
        return branch.tag == f"{MC}Fallback" or (
            bool(required) and all(branch.nsmap.get(prefix) in self._understood for prefix in required)
        )

    def _see(self, element: Element) -> list[Element]:
        """Takes from the element what the consumer does not know; gives the children that are left."""
        for name in list(element.attrib):
            if not str(name).startswith(MC) and self._is_strange(element, str(name)):
                del element.attrib[name]
        for child in list(element):
            if self._is_strange(child, child.tag):
                element.remove(child)
        return list(element)

    def _is_strange(self, element: Element, name: str) -> bool:
        """Whether the consumer does not know an element's or attribute's name; says so if it may not pass over it."""
        namespace = QName(name).namespace or ""
        if namespace in self._understood:
            return False
        if namespace not in _ignorable(element):
            self.complaints.append(f"{QName(element.tag).localname}: {name} is neither understood nor ignorable")
        return True


def _undeclared(element: Element) -> Iterator[str]:
    for prefix in (element.get(f"{MC}Ignorable") or "").split():
        if prefix not in element.nsmap:
            yield f"mc:Ignorable names {prefix}, which is not declared"


def _ignorable(element: Element) -> set[str]:
    above = (element, *element.iterancestors())
    return {each.nsmap.get(prefix) or "" for each in above for prefix in (each.get(f"{MC}Ignorable") or "").split()}


def _replace(element: Element, by: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = by
