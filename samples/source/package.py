"""The parts of a Word file put together: the template's, the body, headers, properties; the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from samples.source import headers
from samples.source.body import Body, check_numbers
from samples.source.contents import LAST_PAGE, table_of_contents
from samples.source.nodes import Node, node, serialise
from samples.source.plan import Content, Section

_TEMPLATE = Path(__file__).parent / "template"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Package:
    """A Word file while it is made: the root of its body's part, and the other parts by name."""

    document: Node
    content: Content
    links: list[str]
    parts: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """Content type and bytes by the part's name, as in "word/styles.xml"."""
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The document's relationships: id to type and target."""

    def add(self, name: str, kind: str, relation: str, data: bytes) -> None:
        """Add a part beside the document: content type without its first half, type of relationship."""
        content_type = kind if "/" in kind else f"{_WORD}.{kind}+xml"
        self.parts[f"word/{name}"] = (content_type, data)
        self.relations[f"rId{len(self.relations) + 1}"] = (
            relation if "://" in relation else f"{OFFICE}/{relation}",
            name,
        )

    def write(self) -> bytes:
        """The file."""
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relationships(
                {
                    "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                    "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                    "rId3": (f"{OFFICE}/extended-properties", "docProps/app.xml"),
                }
            ),
            "docProps/app.xml": _properties(self.content),
            "docProps/core.xml": _core(self.content),
            "word/document.xml": serialise(self.document),
            "word/_rels/document.xml.rels": _relationships(self.relations, self.links),
            "word/_rels/header1.xml.rels": _relationships({headers.LOGO: (f"{OFFICE}/image", "media/image1.png")}),
            "word/media/image1.png": (_TEMPLATE / "logo.png").read_bytes(),
            **{name: data for name, (_, data) in self.parts.items()},
        }
        return _zip(parts)

    def _content_types(self) -> bytes:
        main = {
            "word/document.xml": f"{_WORD}.document.main+xml",
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        }
        kinds = main | {name: kind for name, (kind, _) in self.parts.items()}
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "png": "image/png",
        }
        inside = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()]
        inside += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()]
        types = f'<Types xmlns="{_PACKAGE}/content-types">{"".join(inside)}</Types>'
        return (_HEAD + types).encode()


def package(
    content: Content, contents: tuple[Section, ...] | None = None, header: Mapping[str, str] | None = None
) -> Package:
    """A Word file of the content; `contents` and `header` are what those say instead, where nobody updated them."""
    check_numbers(content.sections)
    body = Body(content)
    first = next(section for section in content.sections if section.number)
    inside: list[Node] = []
    for number, block in body.blocks():
        if number == first.number:
            inside.append(table_of_contents(contents or content.sections))
        inside.append(block)
    return assemble(content, body, inside, header)


def assemble(content: Content, body: Body, inside: Sequence[Node], header: Mapping[str, str] | None = None) -> Package:
    """A Word file with these blocks in its body; `header` is what its headers say, if not what the front page does."""
    made = Package(node("w:document", node("w:body", *inside, _page())), content, body.links.addresses)
    for name in ("styles", "numbering", "settings"):
        made.add(f"{name}.xml", name, name, (_TEMPLATE / f"{name}.xml").read_bytes())
    made.add("header1.xml", "header", "header", serialise(headers.first_header(content.association)))
    made.add("header2.xml", "header", "header", serialise(headers.header(header or content.front, LAST_PAGE)))
    made.add("footer1.xml", "footer", "footer", serialise(headers.footer(content.association)))
    return made


def _page() -> Node:
    """An upright A4 page with 25 mm margins, and a first page with a header of its own."""
    margins = dict.fromkeys(("w:top", "w:right", "w:bottom", "w:left"), "1418") | {"w:header": "709", "w:footer": "567"}
    return node(
        "w:sectPr",
        node("w:headerReference", {"w:type": "first", "r:id": "rId4"}),
        node("w:headerReference", {"w:type": "default", "r:id": "rId5"}),
        node("w:footerReference", {"w:type": "first", "r:id": "rId6"}),
        node("w:footerReference", {"w:type": "default", "r:id": "rId6"}),
        node("w:pgSz", {"w:w": "11906", "w:h": "16838"}),
        node("w:pgMar", margins | {"w:top": "1985", "w:gutter": "0"}),
        node("w:cols", {"w:space": "708"}),
        node("w:titlePg"),
    )


def _relationships(relations: Mapping[str, tuple[str, str]], links: list[str] | None = None) -> bytes:
    inside = [f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>' for key, (kind, to) in relations.items()]
    inside += [
        f'<Relationship Id="rIdLink{i}" Type="{OFFICE}/hyperlink" Target={quoteattr(to)} TargetMode="External"/>'
        for i, to in enumerate(links or [], start=1)
    ]
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(inside)}</Relationships>'.encode()


def _core(content: Content) -> bytes:
    """The file's own properties, dated as the plan is."""
    moment = f"{content.front['Publiceringsdatum']}T08:00:00Z"
    stamp = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{{0}}>'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(content.document.properties.title)}</dc:title>"
        f"<dc:creator>{content.association.name}</dc:creator><dc:language>sv-SE</dc:language>"
        f"{stamp.format('created')}{stamp.format('modified')}</cp:coreProperties>"
    ).encode()


def _properties(content: Content) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    pages = f"<Pages>{LAST_PAGE}</Pages><Paragraphs>{content.document.paragraphs}</Paragraphs>"
    return (
        f'{_HEAD}<Properties xmlns="{space}">{pages}<Company>{content.association.name}</Company></Properties>'.encode()
    )


def repack(data: bytes) -> bytes:
    """A file that another program wrote, with nothing in it that depends on when."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _zip({entry.filename: archive.read(entry) for entry in archive.infolist()})


def _zip(parts: Mapping[str, bytes]) -> bytes:
    """The parts in their order, with the earliest time that a zip file knows."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()
