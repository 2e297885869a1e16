"""Files that came back with changes within changes, anywhere: none is lost, and none takes long."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.errors import InputError
from planlint.word import read, read_returned
from planlint.word.tracked import listing
from tests.word.build import cell, docx, p, r, row, table
from tests.word.returning import check, count_marks, make_final, texts


def wrapped(name: str, inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element that is a change, by one of two people, around some things."""
    who = st.sampled_from(('w:author="Kim Ek" w:date="2020-01-11T16:00:00Z"', 'w:author="Bo Ek"'))
    return st.builds("<w:{0} {1}>{2}</w:{0}>".format, st.just(name), who, st.lists(inside, max_size=3).map("".join))


FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
HOLDERS = (
    "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
    FIELD,
)


def held(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What a paragraph holds runs in."""
    return st.builds(str.format, st.sampled_from(HOLDERS), st.lists(inside, max_size=3).map("".join))


runs = st.builds(r, st.text("abc å", min_size=1, max_size=3), st.sampled_from(("", "<w:b/>", "<w:b/><w:rPrChange/>")))
struck_runs = runs.map(lambda run: run.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText "))
leaves = st.one_of(runs, st.just("<w:r><w:tab/></w:r>"), st.just("<w:r><w:drawing/></w:r>"), held(runs))
inserted = wrapped("ins", leaves | wrapped("del", struck_runs))
deleted = wrapped("del", struck_runs | wrapped("ins", runs) | wrapped("del", struck_runs))
moved = wrapped("moveFrom", runs | wrapped("ins", runs)) | wrapped("moveTo", leaves)
changed = inserted | deleted | moved
inline = st.recursive(leaves | changed, held, max_leaves=12)
odd = settings(max_examples=100, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])


@odd
@given(st.lists(inline, min_size=1, max_size=8).map("".join))
def test_what_was_struck_and_what_is_new_make_the_final_words(inside: str) -> None:
    returned = check(docx(p(inside) + p("slut")))
    spot = "document", 0
    assert make_final(returned, spot, texts(returned.document)[spot]) == texts(returned.final)[spot]


anything = st.recursive(
    runs | struck_runs,
    lambda inside: st.one_of(*(wrapped(name, inside) for name in ("ins", "del", "moveFrom", "moveTo")), held(inside)),
    max_leaves=15,
)
marks = st.lists(st.sampled_from(("ins", "del", "moveFrom", "moveTo", "rPrChange")), max_size=2, unique=True)
ranges = st.sampled_from(("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"))
properties = st.builds(
    lambda names, after: f"<w:rPr>{''.join(f'<w:{name}/>' for name in names)}</w:rPr>{after}",
    marks,
    st.sampled_from(
        (
            "",
            "<w:pPrChange><w:pPr/></w:pPrChange>",
            "<w:numPr><w:ins/></w:numPr>",
            "<w:sectPr><w:sectPrChange/></w:sectPr>",
        )
    ),
)
paragraphs_of = st.builds(
    p, st.lists(anything, max_size=4).map("<w:bookmarkEnd/>".join).map("<w:r/>{}".format), properties
)


def boxed(blocks: str) -> str:
    """A paragraph with a text box, and its copy for older programs."""
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></v:shape></w:pict>"
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def tabled(blocks: str, of_row: str, of_cell: str) -> str:
    rest = "<w:tblPr><w:tblPrChange/></w:tblPr>"
    return table(row(cell("<w:p/>"), cell(blocks + "<w:p/>", of_cell), properties=of_row), properties=rest)


def contained(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks within others."""
    many = st.lists(blocks, max_size=3).map("".join)
    of_row = st.sampled_from(("", "<w:ins/>", "<w:del/>", "<w:ins/><w:del/>", "<w:trPrChange/>"))
    of_cell = st.sampled_from(("", "<w:cellIns/>", "<w:cellDel/>", "<w:cellMerge/>", "<w:tcPrChange/>"))
    around = st.sampled_from(("{}", "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", "<w:moveTo>{}</w:moveTo>"))
    return st.one_of(
        st.builds(tabled, many, of_row, of_cell),
        st.builds(lambda inside, outside: p(outside.format(boxed(inside))), many, around),
        st.builds(lambda inside: f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>", many),
        st.builds(str.format, around, many),
        st.builds(lambda name, number: f"<w:{name} w:id='{number}' w:name='m{number}'/>", ranges, st.integers(0, 2)),
    )


blocks_of = st.lists(st.recursive(paragraphs_of, contained, max_leaves=8), max_size=5).map("".join)


@odd
@given(blocks_of, blocks_of, st.booleans())
def test_no_change_is_lost_whatever_stands_in_what(body: str, note: str, referred: bool) -> None:  # noqa: FBT001
    reference = p("<w:r><w:footnoteReference w:id='1'/></w:r>") if referred else ""
    section = "<w:sectPr><w:headerReference r:id='rId-header1'/><w:sectPrChange/></w:sectPr>"
    check(docx(body + reference + section, footnotes=f"<w:footnote w:id='1'>{note}</w:footnote>", header1=note))


def scattered(template: str, count: int) -> Iterator[str]:
    """The template over and over with a number in it: what is all the same is packed too tightly to be opened."""
    numbers = random.Random(7)  # noqa: S311  # no secret
    return (template.format(numbers.getrandbits(64)) for _ in range(count))


MARK = "<w:ins w:id='{}'/>"
HOSTILE: Mapping[str, str] = {
    "changes side by side": p("".join(scattered("<w:ins w:id='{}'><w:r><w:t>x</w:t></w:r></w:ins>", 8_000))),
    "of two people": p("".join(scattered("<w:ins w:id='{0}' w:author='{0}'><w:r><w:t>x</w:t></w:r></w:ins>", 8_000))),
    "changes within changes": p(
        "<w:ins><w:del><w:r><w:t>y</w:t></w:r></w:del>" * 60
        + "<w:del><w:r><w:t>x</w:t></w:r></w:del>" * 10_000
        + "</w:ins>" * 60
    ),
    "paragraphs joined": "".join(
        scattered("<w:p><w:pPr><w:rPr><w:ins w:id='{}'/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", 6_000)
    ),
    "marks on one paragraph": p(r("x"), f"<w:rPr>{''.join(scattered(MARK, 30_000))}</w:rPr>"),
    "ranges": p(
        "".join(scattered("<w:moveFromRangeStart w:id='{0}' w:name='{0}'/><w:moveFrom><w:r/></w:moveFrom>", 8_000))
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_many_changes_take_no_more_than_a_few_times_what_reading_takes(name: str) -> None:
    data = docx(HOSTILE[name])
    began = time.process_time()
    read(data)
    plain = time.process_time() - began
    returned = read_returned(data)
    assert time.process_time() - began - plain < 15 * plain + 1
    assert sum(change.marks for change in returned.changes) == count_marks(data)


def test_more_changes_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert listing.MAX_MARKS == 250_000
    monkeypatch.setattr(listing, "MAX_MARKS", 3)
    assert len(read_returned(docx(p("<w:ins/>" * 3 + r("x")), header1=p("<w:ins/>"))).changes) == 1
    with pytest.raises(InputError, match="more than 3 tracked changes") as error:
        read_returned(docx(p("<w:ins/>" * 4)))
    assert error.value.code == "too-large"
