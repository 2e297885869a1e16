"""Page headers and footer, filled with what the front page says."""

from __future__ import annotations

from collections.abc import Mapping

from samples.source.body import WIDTH
from samples.source.nodes import Node, field, node, paragraph, run, value
from samples.source.plan import Association

LOGO = "rIdLogo"
"""The relationship of the first page's header to the emblem."""

_SIDE = 828000
"""The emblem's side: 23 mm, in English metric units of 1/36,000 mm."""


def first_header(association: Association) -> Node:
    """The first page's: the emblem and the association's name."""
    words = run(association.name, node("w:b"), node("w:bCs"), value("w:color", "1B4B5A"), value("w:sz", 26))
    description = f"{association.name}s emblem: ett berg och en å"
    return node("w:hdr", _grid([(1500, [emblem(LOGO, description)]), (WIDTH - 1500, [words])]), paragraph("Sidhuvud"))


def header(front: Mapping[str, str], pages: int) -> Node:
    """Every other page's: date, page, responsible, version and title."""
    page = [run("Sida "), *field("PAGE", "2"), run(" ("), *field("NUMPAGES", str(pages)), run(")")]
    rows = [
        (f"Publiceringsdatum {front['Publiceringsdatum']}", page),
        (f"Ansvarig {front['Ansvarig']}", [run(f"Version {front['Version']}")]),
    ]
    tables = _grid(*([(6400, [run(left)]), (WIDTH - 6400, right)] for left, right in rows))
    line = node("w:pBdr", node("w:bottom", {"w:val": "single", "w:sz": "6", "w:space": "4", "w:color": "1F6B5C"}))
    return node("w:hdr", tables, paragraph("Sidhuvud", run(f"Titel {front['title']}"), properties=(line,)))


def footer(association: Association) -> Node:
    """The association's name and address on every page."""
    address = node("w:r", node("w:tab"))
    return node("w:ftr", paragraph("Sidfot", run(association.name), address, run(association.site)))


def _grid(*rows: list[tuple[int, list[Node]]]) -> Node:
    """A table without lines, for layout in a header."""
    width = node("w:tblW", {"w:w": str(WIDTH), "w:type": "dxa"})
    margins = node("w:tblCellMar", *(node(f"w:{side}", {"w:w": "0", "w:type": "dxa"}) for side in ("left", "right")))
    properties = node("w:tblPr", width, node("w:tblLayout", {"w:type": "fixed"}), margins)
    columns = (node("w:gridCol", {"w:w": str(size)}) for size, _ in rows[0])
    table = node("w:tbl", properties, node("w:tblGrid", *columns))
    for row in rows:
        cells = [
            node(
                "w:tc",
                node("w:tcPr", node("w:tcW", {"w:w": str(size), "w:type": "dxa"}), value("w:vAlign", "center")),
                paragraph("Sidhuvud", *words, properties=(value("w:jc", "right"),) if i and len(rows) > 1 else ()),
            )
            for i, (size, words) in enumerate(row)
        ]
        table.append(node("w:tr", *cells))
    return table


def emblem(relation: str, description: str | None, number: int = 1) -> Node:
    """The emblem by its relationship and its number in the part, described (or not) for those who do not see it."""
    size = {"cx": str(_SIDE), "cy": str(_SIDE)}
    names = {"id": str(number), "name": "Emblem"} | ({"descr": description} if description else {})
    picture = node(
        "pic:pic",
        node("pic:nvPicPr", node("pic:cNvPr", names), node("pic:cNvPicPr")),
        node("pic:blipFill", node("a:blip", {"r:embed": relation}), node("a:stretch", node("a:fillRect"))),
        node(
            "pic:spPr",
            node("a:xfrm", node("a:off", {"x": "0", "y": "0"}), node("a:ext", size)),
            node("a:prstGeom", {"prst": "rect"}, node("a:avLst")),
        ),
    )
    data = node("a:graphicData", {"uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"}, picture)
    margins = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = node("wp:inline", margins, node("wp:extent", size), node("wp:docPr", names), node("a:graphic", data))
    return node("w:r", node("w:drawing", inline))
