"""Word files that programs open, made of the pieces of `tests.word.build` and of some more."""

from __future__ import annotations

import re
from typing import Final

from tests.office.package import CONTENT_TYPES, pack, relationships_of, unpack
from tests.word.build import STYLES, docx, r

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "commentsExtended": "commentsExtended", "header1": "header", "footer1": "footer",
}  # fmt: skip
_MAIN: Final = f"{_WORD}.document.main+xml"
MACROS: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE: Final = f"{_WORD}.template.main+xml"
_EXTENDED: Final = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"

_STYLES: Final = (
    STYLES
    + '<w:style w:type="paragraph" w:styleId="Kommentarer"><w:name w:val="annotation text"/></w:style>'
    + '<w:style w:type="character" w:styleId="Kommentarsreferens"><w:name w:val="annotation reference"/></w:style>'
)
"""With those of comments as Swedish Word names them."""

_BY: Final = 'w:author="Kim Ek" w:date="2026-01-02T03:04:05Z"'


def word_file(body: str, main: str = _MAIN, **parts: str) -> bytes:
    """A Word file that programs open: with content types, and a section at the end of the body."""
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    overrides = {"document": main, "styles": f"{_WORD}.styles+xml"}
    overrides |= {name: f"{_WORD}.{_PARTS[name]}+xml" for name in parts}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    made = docx(body + section, styles=_STYLES, links={}, files={}, **parts)
    types = f'<Types xmlns="{_TYPES}">{defaults}{types}</Types>'
    return _as_word_has_it({**unpack(made).entries, CONTENT_TYPES: types.encode(), "docProps/core.xml": _PROPERTIES})


_PROPERTIES: Final = (  # what the package's relationships name
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan</dc:title></cp:coreProperties>'
)


def _as_word_has_it(entries: dict[str, bytes]) -> bytes:
    """With the type that the extended comments' relationship has, and newer ids marked as such that may be ignored."""
    name = relationships_of("word/document.xml")
    entries[name] = re.sub(rb'Type="[^"]*/commentsExtended"', f'Type="{_EXTENDED}"'.encode(), entries[name])
    for part in ("word/document.xml", "word/comments.xml"):
        if part in entries:
            entries[part] = entries[part].replace(b" xmlns:w=", b' mc:Ignorable="w14 w15" xmlns:w=', 1)
    return pack(entries)


def comment(number: int, text: str, author: str = "Kim Ek", paragraph: str = "") -> str:
    """A comment, whose paragraph has this id."""
    named = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z" w:initials="KE">'
        f'<w:p{named}><w:pPr><w:pStyle w:val="Kommentarer"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="Kommentarsreferens"/></w:rPr><w:annotationRef/></w:r>{r(text)}</w:p></w:comment>'
    )


def start(number: int) -> str:
    """Where the words of a comment begin."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    """Where they end, and the comment's mark."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="Kommentarsreferens"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{mark}'


def field(instruction: str, result: str) -> str:
    """A field with what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(inside: str) -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="fält"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def change(kind: str, number: int, inside: str) -> str:
    """A tracked change around runs, or in properties."""
    return f'<w:{kind} w:id="{number}" {_BY}>{inside}</w:{kind}>'
