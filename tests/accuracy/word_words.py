"""The XML that Word mutants are made of, and the places in the good plan where it goes."""

from __future__ import annotations

from tests.accuracy.edits import Change
from tests.word.build import p, r, root

BODY = "word/document.xml"
CORE = "docProps/core.xml"
HEADER = "word/header2.xml"
STYLES = "word/styles.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_END = "</w:t></w:r></w:p>"
AFTER = {
    "1.1": f"långt från kommunhuset.{_END}",
    "1.4": f"Hela planen utvärderas våren 2029.{_END}",
    "2.1": f"båda har läst och kommenterat resultatet.{_END}",
    "2.2": f"lämnar resten till varje kommun.{_END}",
    "3.1": f"stödet till lärarna varierar.{_END}",
    "3.4": f"utan förbindelse i 31 timmar.{_END}",
}
"""Ends of paragraphs of the good plan, by the section that they stand in."""
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def change(old: str, new: str, part: str = BODY) -> Change:
    """Words that stand once in a part, and what takes their place."""
    return Change(old=old, new=new, part=part)


def placed(section: str, xml: str) -> Change:
    """Blocks after a paragraph of a section."""
    return change(AFTER[section], AFTER[section] + xml)


def extended(section: str, xml: str) -> Change:
    """Runs at the end of a paragraph of a section."""
    return change(AFTER[section], AFTER[section].removesuffix("</w:p>") + xml + "</w:p>")


def related(key: str, kind: str, target: str, mode: str = "") -> Change:
    """A relationship of the document's."""
    outside = ' TargetMode="External"' if mode else ""
    one = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
    return change("</Relationships>", f"{one}</Relationships>", RELATIONS)


def made(name: str, content: str) -> Change:
    """A part that the file did not have."""
    return Change(new=content, part=name)


def drawing(width: int, height: int, description: str = "", inside: str = "") -> str:
    """A run with a picture; sizes in EMU. `inside` goes into its properties."""
    described = f' descr="{description}"' if description else ""
    return (
        f'<w:r><w:drawing {_SPACES}><wp:inline><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="77" name="Bild 7"{described}>{inside}</wp:docPr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="77" name="Bild 7"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill/><pic:spPr/>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def figure(kind: str, description: str = "") -> str:
    """A run with a SmartArt figure ("diagram") or a chart ("chart")."""
    described = f' descr="{description}"' if description else ""
    return (
        f'<w:r><w:drawing {_SPACES}><wp:inline><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="78" name="F"{described}/>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def link(key: str, words: str) -> str:
    """A run of words that leads to a relationship's target."""
    return f'<w:hyperlink r:id="{key}">{r(words)}</w:hyperlink>'


def commented(words: str, *, number: int = 1) -> str:
    """A paragraph with a comment on it."""
    mark = f'w:id="{number}"'
    return p(
        f"<w:commentRangeStart {mark}/>{r(words)}<w:commentRangeEnd {mark}/><w:r><w:commentReference {mark}/></w:r>"
    )


def comments(words: str, *, done: bool = False) -> tuple[Change, ...]:
    """The parts that hold one comment, resolved or not."""
    said = (
        '<w:comment w:id="1" w:author="Ingrid Sollén" w:date="2026-10-01T09:00:00Z" w:initials="IS">'
        f'<w:p w14:paraId="0A000001">{r(words)}</w:p></w:comment>'
    )
    state = f'<w15:commentEx w15:paraId="0A000001" w15:done="{int(done)}"/>'
    return (
        made("word/comments.xml", root("w:comments", said)),
        made("word/commentsExtended.xml", root("w15:commentsEx", state)),
        change(
            "</Relationships>",
            f'<Relationship Id="rIdC1" Type="{OFFICE}/comments" Target="comments.xml"/><Relationship Id="rIdC2" '
            'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
            'Target="commentsExtended.xml"/></Relationships>',
            RELATIONS,
        ),
    )


def tracked(kind: str, words: str) -> str:
    """Words that are inserted ("ins") or deleted ("del") with tracking on."""
    run = r(words) if kind == "ins" else r(words).replace("w:t ", "w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="91" w:author="Ingrid Sollén" w:date="2026-10-01T09:00:00Z">{run}</w:{kind}>'


def sdt(words: str, *, prompt: bool) -> str:
    """A content control in a line; with `prompt` it shows what nobody has filled in."""
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return f"<w:sdt><w:sdtPr><w:text/>{shows}</w:sdtPr><w:sdtContent>{r(words)}</w:sdtContent></w:sdt>"
