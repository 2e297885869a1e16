# ruff: noqa: E501 (a change of XML is one value; broken over lines it is harder to read)
"""Mutants of the good plan as a Word file, for what Markdown cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.accuracy.edits import Change
from tests.accuracy.mutants import Mark, Mutant
from tests.accuracy.word_words import (
    CORE,
    HEADER,
    STYLES,
    change,
    commented,
    comments,
    drawing,
    extended,
    figure,
    link,
    made,
    placed,
    related,
    sdt,
    tracked,
)  # fmt: skip
from tests.word.build import cell, p, r, row, styled, table

_Edits = Change | tuple[Change, ...]
_Faults = Mapping[str, Sequence[tuple[_Edits, str]]]
_SMALL = 360000
_TITLE = "Handlingsplan för digitalisering i Norrådalen 2027–2029"
_EMPTY = "<w:p/>"
_BIG = table(*(row(cell(a), cell(b)) for a, b in (("Kommun", "Hushåll"), ("Granå", "210"), ("Hedmyra", "340"))))

FAULTS: _Faults = {
    "PL001": [
        ((placed("1.1", '<w:altChunk r:id="rIdA"/>'), related("rIdA", "aFChunk", "afchunk.mht"),
          made("word/afchunk.mht", "x")), "|"),
        (placed("2.1", p(drawing(5_700_000, 8_400_000, "Inskannad sida ur behovsanalysen"))), "|"),
        (placed("3.1", p(figure("diagram", "Fyra rutor med pilar emellan"))), "|"),
    ],
    "PL103": [
        (placed("1.4", p(r("1.5 Revidering", "<w:b/>")) + p("Planen revideras när hälften av tiden har gått.")), "| 1.5 Revidering"),
        (placed("2.1", p(r("Så gjordes enkäten", '<w:b/><w:sz w:val="28"/>')) + p("Enkäten låg på webben i sex veckor.")), "| Så gjordes enkäten"),
        (change('<w:pStyle w:val="Rubrik3"/></w:pPr><w:r><w:t xml:space="preserve">Analysens avgränsning</w:t></w:r>',
                f'</w:pPr>{r("Analysens avgränsning", "<w:b/>")}'), "| Analysens avgränsning"),
    ],
    "PL104": [
        (change('<w:t xml:space="preserve">Uppföljning</w:t></w:r><w:bookmarkEnd', '<w:t xml:space="preserve">Uppföljning och lärande</w:t></w:r><w:bookmarkEnd'), "| Uppföljning"),
        (placed("1.4", styled("Rubrik2", "Samråd") + p("Planen har gått på samråd två gånger.")), "| Samråd"),
        (change('<w:t xml:space="preserve">Begreppslista</w:t></w:r><w:r><w:tab/>', '<w:t xml:space="preserve">Ordlista</w:t></w:r><w:r><w:tab/>'), "| Ordlista"),
    ],
    "PL504": [
        (change(f"Titel {_TITLE}", "Titel Digital agenda för Norrådalen", HEADER), "| Digital agenda"),
        (change(f"<dc:title>{_TITLE}", "<dc:title>Mall för handlingsplan", CORE), "| Mall för handlingsplan"),
        (change(f"Titel {_TITLE}", "Titel Handlingsplan för digitalisering i Norrådalen 2026–2028", HEADER), "| 2026–2028"),
    ],
    "PL505": [
        (change("Version 0.4", "Version 0.3", HEADER), "0.4 | 0.3"),
        (change("Publiceringsdatum 2026-09-15", "Publiceringsdatum 2026-06-05", HEADER), "0.4 | 2026-06-05"),
        (change("Version 0.4", "Version 1.0", HEADER), "0.4 | 1.0"),
    ],
    "PL506": [
        (extended("1.1", r(" Kolla siffran med regionen.", '<w:highlight w:val="yellow"/>')), "| Kolla siffran"),
        (placed("2.1", p(sdt("Klicka eller tryck här för att ange text.", prompt=True))), "| Klicka eller tryck här"),
        (extended("3.4", r(" Kostnaden är XXX kronor.", "<w:i/>")), "| XXX"),
    ],
    "PL606": [
        (extended("1.1", tracked("ins", " Det gäller alla byar.")), "| Ingrid Sollén"),
        (extended("2.2", tracked("del", " Det här stryks.")), "| Ingrid Sollén"),
        (placed("1.4", p(f"{tracked('ins', 'Ett nytt stycke.')}")), "| Ingrid Sollén"),
    ],
    "PL607": [
        ((placed("1.1", commented("Vägarna är långa.")), *comments("Stämmer det här?")), "| Ingrid Sollén"),
        ((placed("2.2", commented("Planerna liknar varandra.")), *comments("Lägg till skolplanen.")), "| Ingrid Sollén"),
        ((placed("3.4", commented("Nätet är sårbart.")), *comments("ok")), "| Ingrid Sollén"),
    ],
    "PL608": [
        (extended("1.1", r(" Fråga ekonomen om detta.", "<w:vanish/>")), "| Fråga ekonomen"),
        (placed("2.1", p(r("Sekretess: se bilagan.", "<w:vanish/>"))), "| Sekretess"),
        (placed("3.1", table(row(cell("Skola"), cell(p(r("Hemlig siffra 12", "<w:vanish/>")))), row(cell("Granå"), cell("4")),
                             properties='<w:tblPr><w:tblLook w:firstRow="0"/></w:tblPr>')), "| Hemlig siffra"),
    ],
    "PL901": [
        (change('<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>', '<w:lang w:val="en-US"/>', STYLES), "| engelska"),
        ((change('<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>', "", STYLES),
          change('<w:themeFontLang w:val="sv-SE"/>', "", "word/settings.xml"), change("<dc:language>sv-SE</dc:language>", "", CORE)), "|"),
        (change('<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>', '<w:lang w:val="nb-NO"/>', STYLES), "| norska"),
    ],
    "PL902": [
        (change(f"<dc:title>{_TITLE}</dc:title>", "<dc:title></dc:title>", CORE), "| ingen titel"),
        (change(f"<dc:title>{_TITLE}</dc:title>", "", CORE), "| ingen titel"),
        (change(f"<dc:title>{_TITLE}</dc:title>", "<dc:title> </dc:title>", CORE), "| ingen titel"),
    ],
    "PL903": [
        (placed("1.1", p(drawing(_SMALL, _SMALL))), "* |"),
        (placed("2.2", p(drawing(_SMALL, _SMALL, "image3.png"))), "* | image3.png"),
        (placed("3.4", p(figure("chart"))), "* | diagram"),
    ],
    "PL904": [
        (placed("2.2", table(*(row(cell(p(r(a, "<w:b/>"))), cell(p(r(b, "<w:b/>"))), cell(c)) for a, b, c in (
            ("System", "År", "Kostnad"), ("Arkiv A", "1998", "12"), ("Arkiv B", "2003", "31"))))), "* | System"),
        (placed("3.1", table(*(row(*(cell(x) for x in line)) for line in (
            ("Skola", "Elever", "Lärare"), ("Granåskolan", "212", "19"), ("Byskolan", "48", "5"))))), "* | Skola"),
        (placed("1.1", table(row(cell(p(r("År", "<w:b/>"))), cell(p(r("Kronor", "<w:b/>")))), row(cell("2027"), cell("3,2")), row(cell("2028"), cell("4,1")))), "* | År"),
        (placed("1.4", _BIG), "* | Kommun"),
    ],
    "PL905": [
        ((extended("1.1", r(" Läs ") + link("rIdX1", "här") + r(".")), related("rIdX1", "hyperlink", "https://granå.example/plan", "x")), "* | här"),
        ((extended("2.2", r(" Se ") + link("rIdX2", "https://www.norradalen.example/dokument/2026/09/15/styrdokument-v2.pdf") + r(".")),
          related("rIdX2", "hyperlink", "https://www.norradalen.example/dokument/2026/09/15/styrdokument-v2.pdf", "x")), "* | styrdokument-v2.pdf"),
        ((extended("3.4", r(" ") + link("rIdX3", "Läs mer")), related("rIdX3", "hyperlink", "https://granå.example/nät", "x")), "* | Läs mer"),
    ],
    "PL906": [
        (placed("1.1", _EMPTY * 3), "|"),
        (placed("2.1", _EMPTY * 2), "|"),
        (placed("3.4", p(r(" ")) * 4), "|"),
    ],
}  # fmt: skip
"""By rule: what is done, and the mark of what is then true ('*': any subject)."""

NEAR: Mapping[str, Sequence[_Edits]] = {
    "PL001": [
        placed("1.1", p(drawing(2_000_000, 1_500_000, "Karta över Norrådalens sex kommuner"))),
        placed("2.1", p(f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:line from="0,0" to="9,0"/></w:pict></w:r>{r("Efter linjen.")}')),
        placed("3.4", p(figure("chart", "Hushåll utan fiber per kommun, 210 i Granå"))),
    ],
    "PL103": [
        placed("1.4", p(r("Observera att talen är preliminära, och att de kommuner som svarar sent räknas med nästa år.", "<w:b/>"))),
        placed("2.1", p(r("Figur 2: ", "<w:b/>") + r("svar per kommun"))),
        placed("2.2", p(r("OBS! ", "<w:b/>") + r("Planerna gäller till och med år 2028."))),
        extended("3.4", r(" Det är bråttom.", "<w:b/>")),
    ],
    "PL104": [
        change('<w:t xml:space="preserve">Sammanfattning</w:t></w:r><w:r><w:tab/>', '<w:t xml:space="preserve">SAMMANFATTNING</w:t></w:r><w:r><w:tab/>'),
        placed("2.1", styled("Rubrik3", "Enkätens frågor") + p("Frågorna finns hos processledaren.")),
        change('<w:t xml:space="preserve">Begreppslista</w:t></w:r><w:r><w:tab/>', '<w:t xml:space="preserve">Begreppslista </w:t></w:r><w:r><w:tab/>'),
    ],
    "PL504": [
        change(f"Titel {_TITLE}", f"{_TITLE.upper()}", HEADER),
        change(f"Titel {_TITLE}", "Norrådalens kommunalförbund", HEADER),
        change(f"Titel {_TITLE}", f"{_TITLE.replace('–', '-')}, remissversion", HEADER),
    ],
    "PL505": [
        change("Version 0.4", "Version: 0.4 (remiss)", HEADER),
        change("Publiceringsdatum 2026-09-15", "15 september 2026", HEADER),
        change("Version 0.4", "", HEADER),
    ],
    "PL506": [
        extended("1.1", r(" Det är viktigt.", '<w:highlight w:val="none"/>')),
        placed("2.1", p(sdt("Valet är gjort: öppen data.", prompt=False))),
        extended("3.4", r(" Det gäller alla.", '<w:color w:val="C00000"/>')),
    ],
    "PL606": [
        extended("1.1", r(" Texten är understruken men inte spårad.", '<w:u w:val="single"/>')),
        extended("2.2", r(" Texten är genomstruken för hand.", "<w:strike/>")),
        change('<w:zoom w:percent="100"/>', '<w:zoom w:percent="100"/><w:trackRevisions/>', "word/settings.xml"),
    ],
    "PL607": [
        (placed("1.1", commented("Vägarna är långa.")), *comments("Stämmer det här?", done=True)),
        (placed("2.2", commented("Planerna liknar varandra.")), *comments("Åtgärdat.", done=True)),
        placed("3.4", p("Kommentarer från kommunerna har tagits in i texten.")),
    ],
    "PL608": [
        extended("1.1", r(" Synlig text.", '<w:vanish w:val="0"/>')),
        extended("2.2", r(" Vit text på mörk botten.", '<w:color w:val="FFFFFF"/>')),
        extended("3.4", r(" Liten text.", '<w:sz w:val="12"/>')),
    ],
    "PL901": [
        placed("1.1", p(r("The plan is also summarised in English for visitors.", '<w:lang w:val="en-GB"/>'))),
        change('<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>', '<w:lang w:val="sv-FI"/>', STYLES),
        change("<dc:language>sv-SE</dc:language>", "", CORE),
    ],
    "PL902": [
        change(f"<dc:title>{_TITLE}", f"<dc:title>{_TITLE.upper()}", CORE),
        change("<dc:creator>", "<dc:subject></dc:subject><dc:creator>", CORE),
        change("<dc:creator>Norrådalens kommunalförbund</dc:creator>", "", CORE),
    ],
    "PL903": [
        placed("1.1", p(drawing(_SMALL, _SMALL, "En karta där de sex kommunerna är utmärkta"))),
        placed("2.2", p(drawing(_SMALL, _SMALL, inside='<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'))),
        placed("3.4", p(f'<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="5" name="Linje"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>{r("Efter linjen.")}')),
    ],
    "PL904": [
        placed("1.4", table(row(cell("Kommun"), cell("Hushåll"), properties="<w:tblHeader/>"), row(cell("Granå"), cell("210")), row(cell("Hedmyra"), cell("340")))),
        placed("2.2", table(row(cell("Kontakt"), cell("Ylva Norlander")), row(cell("Telefon"), cell("0500-31 02 30")), row(cell("Öppet"), cell("vardagar 8–16")))),
        placed("3.1", table(row(cell(p(r("Tips! ", "<w:b/>") + r("Fråga läraren om inloggningen krånglar."))))) + _EMPTY),
    ],
    "PL905": [
        (extended("1.1", r(" Läs ") + link("rIdX1", "kommunförbundets stadgar") + r(".")), related("rIdX1", "hyperlink", "https://granå.example/plan", "x")),
        (extended("2.2", r(" Sidan finns på ") + link("rIdX2", "norradalen.example") + r(".")), related("rIdX2", "hyperlink", "https://www.norradalen.example/", "x")),
        (extended("3.4", r(" Skriv till ") + link("rIdX3", "ylva.norlander@norradalen.example") + r(".")), related("rIdX3", "hyperlink", "mailto:ylva.norlander@norradalen.example", "x")),
    ],
    "PL906": [
        placed("1.1", _EMPTY),
        placed("2.1", p('<w:r><w:br w:type="page"/></w:r>') + _EMPTY),
        placed("3.1", table(row(cell("Kontakt"), cell("Ylva Norlander")), row(cell("Telefon"), cell("0500-31 02 30"))) + _EMPTY),
    ],
}  # fmt: skip


def _mutants() -> Iterator[Mutant]:
    for rule, faults in FAULTS.items():
        for number, (edits, mark) in enumerate(faults, start=1):
            yield Mutant(rule, f"word: {rule} fault {number}", "word", _all(edits), (_mark(rule, mark),))
    for rule, near in NEAR.items():
        for number, edits in enumerate(near, start=1):
            yield Mutant(rule, f"word: {rule} near-miss {number}", "word", _all(edits))


def _mark(rule: str, mark: str) -> Mark:
    subject, _, words = mark.partition("|")
    return Mark(rule, subject.strip(), words.strip())


def _all(edits: _Edits) -> tuple[Change, ...]:
    return edits if isinstance(edits, tuple) else (edits,)


WORD_MUTANTS = tuple(_mutants())
