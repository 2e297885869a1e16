"""A status report that a screen reader reads badly: every fault in the file itself that planlint looks for."""

from __future__ import annotations

from samples.source import headers
from samples.source.body import Body
from samples.source.nodes import Node, name, paragraph
from samples.source.package import OFFICE, Package, assemble
from samples.source.plan import understand

_SOURCE = """
# Lägesrapport om inloggning i Norrådalen

Publiceringsdatum 2026-11-20

Version 1.0

Ansvarig E-råd Norrådalen

## 1 Läget i kommunerna

Fyra av de sex kommunerna har infört den gemensamma inloggningen. Tallvik och Granå gör det under våren, när deras
system för skolan är utbytta. Fler invånare än vi trodde använder tjänsterna på kvällar och helger, och frågorna till
kommunernas kontaktcenter har blivit färre sedan i höstas.

| Kommun | Inloggning | Tjänster | Nästa steg |
|---|---|---|---|
| Hedmyra | Införd | 14 | Utbilda kontaktcenter |
| Tallvik | Planerad | 0 | Byta system för skolan |
| Granå | Planerad | 3 | Byta system för skolan |

## 2 Mer att läsa

Hur inloggningen fungerar och vad den kostar kan man läsa [här](https://norradalen.example/e-rad/inloggning).
Protokollen från e-rådets möten finns på
[https://norradalen.example/e-rad/moten/2026/protokoll-och-handlingar](https://norradalen.example/e-rad/moten/2026).

Nästa rapport kommer när våren är slut.
"""
_IMAGE = "rIdKarta"
_LANGUAGE = b'w:lang w:val="sv-SE"'


def inaccessible() -> Package:
    """The report as a Word file: in English by its styles, without a title, descriptions and a header row."""
    content = understand(_SOURCE)
    body = Body(content)
    made = assemble(content, body, [block for _, block in body.blocks()])
    kind, styles = made.parts["word/styles.xml"]
    made.parts["word/styles.xml"] = (kind, styles.replace(_LANGUAGE, b'w:lang w:val="en-US"'))
    made.relations[_IMAGE] = (f"{OFFICE}/image", "media/image1.png")
    _spoil(made.document)
    return made


def _spoil(document: Node) -> None:
    """Take out what helps, and put in what gets in the way."""
    for mark in list(document.iter(name("w:tblHeader"))):
        mark.set(name("w:val"), "0")
    first, *_, last = [block for block in document.iter(name("w:p")) if _style(block) in {"Rubrik1", None}]
    for _ in range(4):
        first.addprevious(paragraph(None))
    for number, description in enumerate((None, "karta.png"), start=1):
        first.addnext(paragraph(None, headers.emblem(_IMAGE, description, number)))
    for _ in range(2):
        last.addprevious(paragraph(None))


def _style(block: Node) -> str | None:
    style = block.find(f"{name('w:pPr')}/{name('w:pStyle')}")
    return None if style is None else style.get(name("w:val"))
