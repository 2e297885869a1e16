"""Small Word files for tests: the XML of a body, and whatever other parts the test is about, as a package."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "o": "urn:schemas-microsoft-com:office:office",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "commentsExtended": "w15:commentsEx",
    "header1": "w:hdr",
    "header2": "w:hdr",
    "footer1": "w:ftr",
}
"""The parts that `docx` makes, and their root elements."""
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2, 3, 4)
    )
    + '<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
)
"""The styles of Swedish Word that most tests need: Normal, Rubrik1–4 ('heading 1'–'heading 4'), Innehll1 ('toc 1')."""


def root(name: str, inside: str) -> str:
    """A part's root element with every namespace that the tests use."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{name} {_NAMESPACES}>{inside}</{name}>'


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; `inside` is its words where it holds no markup."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside if '<' in inside else r(inside)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text; nothing for no text."""
    if not text:
        return ""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(style: str, inside: str) -> str:
    """A paragraph in a style, which is named by its id."""
    return p(inside, f'<w:pStyle w:val="{style}"/>')


def table(*rows: str, properties: str = "") -> str:
    """A table of rows made with `row`."""
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells made with `cell`."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(inside: str = "", properties: str = "") -> str:
    """A cell; `inside` is the words of its only paragraph where it holds no markup."""
    blocks = inside if "<" in inside else p(inside)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{blocks}</w:tc>"


def docx(
    body: str = "",
    *,
    styles: str | None = STYLES,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, str | bytes] | None = None,
    **parts: str,
) -> bytes:
    """A Word file with this body.

    `parts` holds the inside of other parts by name (numbering, footnotes, header1 …), each related to the body as
    'rId-NAME'. `links` are outside addresses by relationship id; `files` replaces or adds whole entries.
    """
    inside = {**({} if styles is None else {"styles": styles}), **parts}
    related = "".join(
        f'<Relationship Id="rId-{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in inside
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    )
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        ),
        "word/document.xml": root("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(related),
        **{f"word/{name}.xml": root(ROOTS[name], content) for name, content in inside.items()},
        **(files or {}),
    }
    return archive(entries)


def relationships(inside: str) -> str:
    """A relationships part."""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def archive(entries: Mapping[str, str | bytes]) -> bytes:
    """A zip archive with these entries, always the same bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
