"""Bodies made of every construction that holds words, nested and side by side, for tests that try many of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.word.build import cell, docx, p, r, row, table

_BY = 'w:author="Kim" w:date="2026-01-02T03:04:05Z"'
_WORDS = st.text(st.sampled_from("aåx \u00ad\U0001f1f8e\u0301"), max_size=8)
_LOOKS = st.sampled_from(["", "<w:b/>", f'<w:i/><w:rPrChange w:id="3" {_BY}><w:rPr/></w:rPrChange>'])
_LEAVES = st.one_of(
    _WORDS.map(lambda words: f"<w:t>{words}</w:t>"),
    _WORDS.map(lambda words: f'<w:t xml:space="preserve">{words}</w:t>'),
    st.sampled_from(
        [
            "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:lastRenderedPageBreak/>",
            '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:br w:type="page"/>', "<w:drawing/>",
        ]
    ),
)  # fmt: skip
_RUNS = st.builds(
    lambda look, leaves: f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(leaves)}</w:r>",
    _LOOKS,
    st.lists(_LEAVES, max_size=4),
)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _field(instruction: str, inside: str) -> str:
    told = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{_FIELD.format('begin')}{told}{_FIELD.format('separate')}{inside}{_FIELD.format('end')}"


def _control(kind: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _box(inside: str) -> str:
    held = f"<w:txbxContent><w:p>{inside}</w:p></w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _deleted(inside: str) -> str:
    for before, after in (("<w:t>", "<w:delText>"), ("<w:t ", "<w:delText "), ("</w:t>", "</w:delText>")):
        inside = inside.replace(before, after)
    return f'<w:del w:id="6" {_BY}>{inside}</w:del>'


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=3).map("".join)
    tracked = st.sampled_from(["ins", "moveTo"])
    return st.one_of(
        several.map(lambda each: f'<w:hyperlink w:anchor="x">{each}</w:hyperlink>'),
        several.map(lambda each: f'<w:smartTag w:uri="u" w:element="e">{each}</w:smartTag>'),
        several.map(lambda each: f'<w:fldSimple w:instr="TITLE">{each}</w:fldSimple>'),
        several.map(lambda each: f'<w:dir w:val="rtl">{each}</w:dir>'),
        several.map(_box),
        st.builds(_control, st.sampled_from(["", "<w:dropDownList/>", "<w:showingPlcHdr/>"]), several),
        st.builds(_field, st.sampled_from(['HYPERLINK "x"', "REF x", "TOC", "PAGE"]), several),
        st.builds(lambda kind, each: f'<w:{kind} w:id="5" {_BY}>{each}</w:{kind}>', tracked, several),
        several.map(_deleted),
    )


_MARKS = st.sampled_from(
    ["", "", "", f'<w:rPr><w:del w:id="8" {_BY}/></w:rPr>', f'<w:rPr><w:ins w:id="9" {_BY}/></w:rPr>']
)
_PIECES = st.recursive(_RUNS, _around, max_leaves=8)
_LOOSE = st.sampled_from(
    [
        _FIELD.format("begin"),
        _FIELD.format("separate"),
        _FIELD.format("end"),
        "<w:r><w:instrText>TOC</w:instrText></w:r>",
    ]
)
_PARAGRAPHS = st.builds(
    lambda mark, inside: f"<w:p>{f'<w:pPr>{mark}</w:pPr>' if mark else ''}{''.join(inside)}</w:p>",
    _MARKS,
    st.lists(st.one_of(_PIECES, _PIECES, _PIECES, _LOOSE), max_size=5),
)


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.one_of(
        several.map(lambda each: _control("", each)),
        st.builds(lambda one, two: table(row(cell(one + p()), cell(two + p()))), several, several),
        several.map(lambda each: f"<mc:AlternateContent><mc:Choice>{each}</mc:Choice></mc:AlternateContent>"),
    )


def word_file(blocks: Sequence[str]) -> bytes:
    """A Word file of these blocks and a last paragraph."""
    return docx("".join(blocks) + p(r("Sist")))


files = st.lists(st.recursive(_PARAGRAPHS, _blocks, max_leaves=4), max_size=5).map(word_file)
"""Word files."""
