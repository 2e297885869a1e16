"""Word files with the constructions that comments get wrong: small, valid, and made to be opened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.office.build import MACROS, TEMPLATE, change, comment, control, end, field, start, word_file
from tests.office.package import CONTENT_TYPES, pack, unpack
from tests.word.build import W, cell, p, r, row, styled, table


def _torn() -> bytes:
    return word_file(
        styled("Rubrik1", r("Ny") + r("läge") + r(" 2026", "<w:b/>"))
        + p(
            '<w:r w:rsidR="00AB12CD"><w:rPr><w:i/></w:rPr><w:t>Kommunen</w:t>'
            '<w:t xml:space="preserve"> arbetar </w:t></w:r><w:proofErr w:type="spellStart"/>'
            + r("till", "<w:b/>") + '<w:proofErr w:type="spellEnd"/>' + r("sammans ")
            + '<w:bookmarkStart w:id="7" w:name="_Ref7"/>' + r("med ") + '<w:bookmarkEnd w:id="7"/>' + r("regionen.")
        )
        + p(r(" Inledande och avslutande blanksteg ") + "<w:r><w:t> som inte visas </w:t></w:r>" + r("  dubbla  "))
        + p("<w:r><w:t>Före</w:t><w:tab/><w:t>efter</w:t><w:br/><w:t>rad</w:t><w:noBreakHyphen/><w:t>slut</w:t></w:r>")
        + p("<w:r><w:t>av</w:t><w:softHyphen/><w:t>stavning</w:t><w:lastRenderedPageBreak/><w:t>här</w:t></w:r>")
        + p("") + p(r("Sista stycket 🏔️ med å\u0308 och \U0001f1f8\U0001f1ea."))
    )  # fmt: skip


def _wrapped() -> bytes:
    link = f'<w:hyperlink w:anchor="_Ref7" w:history="1">{r("en länk ")}{r("i två delar", "<w:b/>")}</w:hyperlink>'
    return word_file(
        p(r("Se ") + link + r(" och ") + control(r("ett fält att fylla i")) + r(" här."))
        + p(
            r("Smart ") + f'<w:smartTag w:uri="urn:x" w:element="place">{r("Norrådalens kommun")}</w:smartTag>'
            + r(" och ") + f'<w:fldSimple w:instr=" AUTHOR ">{r("Kim Ek")}</w:fldSimple>' + r(" slut.")
        )
        + p(r("Enligt ") + field("REF _Ref7 \\h", r("avsnitt ") + r("fyra", "<w:b/>")) + r(" gäller detta."))
        + p(r("Länk: ") + field('HYPERLINK "https://example.se"', r("webbplatsen")) + r("."))
        + control(p("Ett helt stycke i en innehållskontroll.") + p(r("Och ") + control(r("en i den")) + r(".")))
        + p(f'{r("Riktning: ")}<w:dir w:val="rtl">{r("omvänd")}</w:dir>{r(" klar.")}')
        + p(f"{r('I ')}<w:customXml w:uri=\"urn:x\" w:element=\"y\">{r('egen XML')}</w:customXml>{r(' också.')}")
    )  # fmt: skip


def _tables() -> bytes:
    columns = '<w:gridCol w:w="3000"/>' * 2
    grid = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    inner = table(row(cell("Inre ett"), cell("Inre två")), properties=grid)
    return word_file(
        p("Före tabellen.")  # LibreOffice puts an empty paragraph before one that comes first and has comments
        + table(
            row(cell("Aktivitet"), cell("Ansvarig roll"), properties="<w:tblHeader/>"),
            row(cell(p(r("Införa ") + r("e-tjänster", "<w:b/>"))), cell(inner + p("Efter den inre tabellen"))),
            control(row(cell("Rad i kontroll"), control(cell("Cell i kontroll")))),
            row(cell("Över två", '<w:gridSpan w:val="2"/>')),
            row(cell(""), cell("Bredvid en tom cell")),
            properties=grid,
        )
        + p("Efter tabellen.")
    )


def _forms() -> bytes:
    """Content controls one after another, as forms have them."""
    grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
    rows = (row(cell(control(p(words)))) for words in ("Fyll i namn", "Fyll i roll", "Fyll i datum"))
    return word_file(
        p("Före.")
        + control(p("Rubrik att fylla i"))
        + control(p("Inledning att fylla i"))
        + table(*rows, properties=grid)
        + p("Efter.")
    )


def _contents() -> bytes:
    """A table of contents as Word writes it: its field ends in a paragraph of its own."""
    begin, middle, close = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    field_start = f'{begin}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>{middle}'
    lines = [_entry("Nuläge", "1", 3), _entry("Insatser", "2", 4), _entry("Ett e-arkiv", "3", 7)]
    lines[0] = styled("Innehll1", field_start + lines[0])
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    whole = p("Innehåll") + lines[0] + "".join(styled("Innehll1", line) for line in lines[1:]) + p(close)
    return word_file(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{whole}</w:sdtContent></w:sdt>"
        + styled("Rubrik1", '<w:bookmarkStart w:id="1" w:name="_Toc1"/>' + r("Nuläge") + '<w:bookmarkEnd w:id="1"/>')
        + p("Text under rubriken.")
    )


def _entry(title: str, bookmark: str, number: int) -> str:
    page = field(f"PAGEREF _Toc{bookmark} \\h", r(str(number)))
    return f'<w:hyperlink w:anchor="_Toc{bookmark}" w:history="1">{r(title)}<w:r><w:tab/></w:r>{page}</w:hyperlink>'


def _tracked() -> bytes:
    gone = '<w:r><w:delText xml:space="preserve">struken </w:delText></w:r>'
    return word_file(
        p(
            r("En ") + change("del", 901, gone)
            + change("ins", 902, r("ny och ") + r("bättre ", "<w:b/>")) + r("lydelse.")
        )
        + p(change("ins", 903, r("Allt är infogat i det här stycket.")))
        + p(change("del", 904, gone))
        + p(r("Stycke vars slut "), f"<w:rPr>{change('del', 905, '')}</w:rPr>") + p(r("är borttaget."))
        + p(change("moveFrom", 906, r("Flyttad mening.")) + r("Kvar här."))
        + p(change("moveTo", 907, r("Flyttad mening.")) + r(" Och mer."))
        + p(f'<w:hyperlink w:anchor="x">{change("ins", 908, r("infogad länk"))}</w:hyperlink>' + r(" efter."))
        + p(change("ins", 909, r("Infogat ") + change("del", 910, gone) + r("till slut.")))
        + p(r("Ändrad formatering här.", f"<w:b/>{change('rPrChange', 911, '<w:rPr/>')}"))
    )  # fmt: skip


def _boxes() -> bytes:
    box = f"<w:txbxContent>{p('Deltagare i rutan')}{p('Andra raden i rutan')}</w:txbxContent>"
    drawn = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="900000"/>'
        '<wp:docPr id="11" name="Textruta 1"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    shape = f'<w:pict><v:shape id="s1" style="width:141pt;height:71pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
    both = f'<mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>'
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    again = both.replace('"s1"', '"s3"').replace('"11"', '"12"')
    old = shape.replace('"s1"', '"s2"').replace("rutan", "gamla rutan")
    return word_file(
        p(r("Före rutan ") + f"<w:r>{both}</w:r>" + r(" efter rutan."))
        + p(f"<w:r>{again}</w:r>")
        + p(r("Gammal ") + f"<w:r>{old}</w:r>" + r(" ruta."))
        + p("Sist.")
    )


def _beside() -> bytes:
    notes = "".join(
        f'<w:{{0}} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    foot = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + r(" I en fotnot.") + "</w:p></w:footnote>"
    last = '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>' + r(" I en slutnot.") + "</w:p></w:endnote>"
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/>'
        '<w:footerReference w:type="default" r:id="rId-footer1"/></w:sectPr>'
    )
    return word_file(
        styled("Rubrik1", "Med noter")
        + p(r("Text med fotnot") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" och mer."))
        + p(r("Text med slutnot") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r("."))
        + p("Sista i avsnittet.", section) + p("Nästa avsnitt."),
        footnotes=notes.format("footnote") + foot, endnotes=notes.format("endnote") + last,
        header1=p("Sidhuvudets ord"), footer1=p("Sidfotens ord"),
    )  # fmt: skip


def _commented() -> bytes:
    said = (
        comment(4, "Oklart vem.", paragraph="0000000A") + comment(5, "Håller med.", "Bo Ek", "0000000B")
        + comment(9, "Överlappar.", paragraph="0000000C") + comment(2147483000, "Klart.", "Åsa Öst", "0000000D")
    )  # fmt: skip
    extended = (
        '<w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000C" w15:done="0"/><w15:commentEx w15:paraId="0000000D" w15:done="1"/>'
    )
    return word_file(
        p(
            r("Ansvaret ") + start(4) + start(5) + r("ligger ") + start(9) + r("hos") + end(4) + end(5)
            + r(" alla.") + end(9)
        )
        + start(2147483000) + p("Ett helt stycke.") + p(r("Och ett till.") + end(2147483000)),
        comments=said, commentsExtended=extended,
    )  # fmt: skip


def _unprefixed() -> bytes:
    """Without a prefix for Word's namespace, in UTF-16."""
    package = unpack(word_file(""))
    body = "<p><r><t>Utan prefix och med å, ä, ö.</t></r></p><p><r><t>Andra.</t></r></p>"
    text = f'<?xml version="1.0" encoding="UTF-16"?><document xmlns="{W}"><body>{body}</body></document>'
    return pack({**package.entries, package.main: text.encode("utf-16")})


def _strict() -> bytes:
    package = unpack(word_file(p(r("Ett strikt ") + r("dokument", "<w:b/>") + r(".")) + p("Två stycken.")))
    mapped = re.compile(
        rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/(?=main|relationships)"
    )
    strict = {
        name: mapped.sub(rb"http://purl.oclc.org/ooxml/\1/", content) if name != CONTENT_TYPES else content
        for name, content in package.entries.items()
    }
    return pack(strict)


def _renamed() -> bytes:
    """With a main part of another name, at the top of the package, and absolute targets."""
    package = unpack(word_file(p("Huvuddelen heter något annat.") + p("Två stycken.")))
    moved = {
        name.replace("word/document.xml", "planen.xml").replace(
            "word/_rels/document.xml.rels", "_rels/planen.xml.rels"
        ): content
        for name, content in package.entries.items()
    }
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b'"word/document.xml"', b'"/planen.xml"')
    moved["_rels/planen.xml.rels"] = moved["_rels/planen.xml.rels"].replace(b'Target="', b'Target="/word/')
    moved[CONTENT_TYPES] = moved[CONTENT_TYPES].replace(b"/word/document.xml", b"/planen.xml")
    return pack(moved)


def _unstyled() -> bytes:
    """Without a relationship of the main part, and so without styles."""
    entries = dict(unpack(word_file(p("Inga mallar.") + p("Inga länkar till andra delar."))).entries)
    del entries["word/_rels/document.xml.rels"], entries["word/styles.xml"]
    entries[CONTENT_TYPES] = re.sub(rb'<Override PartName="/word/styles[^>]*>', b"", entries[CONTENT_TYPES])
    return pack(entries)


def _maths() -> bytes:
    formula = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    ruby = (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
        '<w:hpsBaseText w:val="22"/><w:lid w:val="ja-JP"/></w:rubyPr>'
        f"<w:rt>{r('uttal')}</w:rt><w:rubyBase>{r('tecken')}</w:rubyBase></w:ruby></w:r>"
    )
    symbol = f'{r("Klart ").removesuffix("</w:r>")}<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>ja.</w:t></w:r>'
    return word_file(p(r("Formeln ") + formula + r(" gäller.")) + p(r("Med ") + ruby + r(".")) + p(symbol))


def odd_files() -> Mapping[str, bytes]:
    """The files by name."""
    return {
        "torn.docx": _torn(), "wrapped.docx": _wrapped(), "tables.docx": _tables(), "tracked.docx": _tracked(),
        "boxes.docx": _boxes(), "beside.docx": _beside(), "commented.docx": _commented(), "utf-16.docx": _unprefixed(),
        "strict.docx": _strict(), "renamed.docx": _renamed(), "unstyled.docx": _unstyled(), "maths.docx": _maths(),
        "forms.docx": _forms(), "contents.docx": _contents(),
        "macros.docm": word_file(p("Med makron."), MACROS), "template.dotx": word_file(p("En mall."), TEMPLATE),
    }  # fmt: skip
