"""The names that Word's XML uses. Strict files are mapped to these transitional namespaces when they are parsed."""

from __future__ import annotations

from typing import Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = f"{{{WORD_2010}}}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPATIBILITY = f"{{{COMPATIBILITY}}}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_DECORATION = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def w(name: str) -> str:
    """The name in WordprocessingML's own namespace."""
    return f"{{{WORD}}}{name}"


BODY: Final = w("body")
PARAGRAPH: Final = w("p")
PARAGRAPH_PROPERTIES: Final = w("pPr")
RUN: Final = w("r")
RUN_PROPERTIES: Final = w("rPr")
TEXT: Final = w("t")
TABLE: Final = w("tbl")
ROW: Final = w("tr")
ROW_PROPERTIES: Final = w("trPr")
CELL: Final = w("tc")
CELL_PROPERTIES: Final = w("tcPr")
BOX: Final = w("txbxContent")
CONTROL: Final = w("sdt")
CONTROL_CONTENT: Final = w("sdtContent")
SECTION: Final = w("sectPr")
ALT_CHUNK: Final = w("altChunk")
NUMBERING: Final = w("numPr")
STYLE: Final = w("pStyle")
RUN_STYLE: Final = w("rStyle")
OUTLINE: Final = w("outlineLvl")
FIELD_CHARACTER: Final = w("fldChar")
BOOKMARK_START: Final = w("bookmarkStart")
COMMENT: Final = w("comment")
RANGE_START: Final = w("commentRangeStart")
RANGE_END: Final = w("commentRangeEnd")
COMMENT_REFERENCE: Final = w("commentReference")
PARAGRAPH_CHANGE: Final = w("pPrChange")
RUN_CHANGE: Final = w("rPrChange")
INSERTED: Final = w("ins")
DELETED: Final = w("del")
MOVED_FROM: Final = w("moveFrom")
MOVED_TO: Final = w("moveTo")
TRACKED: Final = (INSERTED, DELETED, MOVED_FROM, MOVED_TO)

ALTERNATIVES: Final = _COMPATIBILITY + "AlternateContent"
CHOICE: Final = _COMPATIBILITY + "Choice"
FALLBACK: Final = _COMPATIBILITY + "Fallback"

OBJECT: Final = w("object")
OLE_OBJECT: Final = _OFFICE + "OLEObject"
RULE: Final = _OFFICE + "hr"
IMAGE: Final = _VML + "imagedata"
INLINE: Final = _PLACED + "inline"
FLOATING: Final = _PLACED + "anchor"
DRAWN: Final = _PLACED + "docPr"
DECORATIVE: Final = _DECORATION + "decorative"
GRAPHIC: Final = f"{_DRAWING}graphic/{_DRAWING}graphicData"
PICTURE: Final = _PICTURE + "pic"
PICTURE_NAME: Final = _PICTURE + "cNvPr"
EXTENT: Final = _PLACED + "extent"
MATHS_TEXT: Final = MATHS + "t"
MATHS_RUN: Final = MATHS + "r"

VALUE: Final = w("val")
ID: Final = w("id")
KIND: Final = w("type")
AUTHOR: Final = w("author")
DATE: Final = w("date")
RELATION: Final = _RELATIONSHIPS + "id"
ANCHOR: Final = w("anchor")
NAME: Final = w("name")
BASED_ON: Final = w("basedOn")
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

INITIALS: Final = w("initials")
IGNORABLE: Final = _COMPATIBILITY + "Ignorable"
PARAGRAPH_ID: Final = _W14 + "paraId"
COMMENT_EXTENSION: Final = _W15 + "commentEx"
EXTENSION_ID: Final = _W15 + "paraId"
EXTENSION_PARENT: Final = _W15 + "paraIdParent"
EXTENSION_DONE: Final = _W15 + "done"
PERSON: Final = _W15 + "person"
PERSON_AUTHOR: Final = _W15 + "author"
PRESENCE: Final = _W15 + "presenceInfo"
USER: Final = _W15 + "userId"

TITLE: Final = _DUBLIN_CORE + "title"
LANGUAGE: Final = _DUBLIN_CORE + "language"
