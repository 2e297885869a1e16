"""Comments: the words that they are about, answers, and whether they are resolved."""

from __future__ import annotations

from planlint.model.document import Comment
from planlint.model.text import Text
from planlint.word import read
from tests.word.build import cell, docx, p, r, row, table


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, text: str = "Oklart.", author: str = "Kim Ek", paragraph_id: str = "0000000A") -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2020-01-15T09:00:00Z">'
        f'<w:p w14:paraId="{paragraph_id}"><w:r><w:annotationRef/></w:r>{r(text)}</w:p></w:comment>'
    )


def anchors(body: str, count: int = 1) -> list[Text | None]:
    data = docx(body, comments="".join(comment(number) for number in range(count)))
    return [each.anchor for each in read(data).comments]


def place(paragraph: int, at: int, text: str) -> Text:
    return Text("document", paragraph, at, text)


def test_whole_comment() -> None:
    several = comment(0).replace("</w:comment>", f"{p(r('Rad två') + '<w:r><w:br/></w:r>' + r('och tre'))}</w:comment>")
    data = docx(p(r("Vi ") + start(0) + r("ska ") + r("sam") + end(0) + r("verka")), comments=several)
    assert read(data).comments == (
        Comment("0", "Kim Ek", "2020-01-15T09:00:00Z", "Oklart.\nRad två\noch tre", anchor=place(0, 3, "ska sam")),
    )


def test_range_over_paragraphs_is_its_words_in_the_first() -> None:
    assert anchors(p(r("a ") + start(0) + r("b")) + p(r("c") + end(0))) == [place(0, 2, "b")]


def test_range_that_begins_where_nothing_follows() -> None:
    assert anchors(p(r("a") + start(0)) + p() + p(r("b") + end(0))) == [place(2, 0, "b")]


def test_range_between_paragraphs_and_in_cells() -> None:
    body = start(0) + p("a") + p("b") + end(0) + table(row(cell(p(start(1) + r("c") + end(1)))))
    assert anchors(body, 2) == [place(0, 0, "a"), place(2, 0, "c")]


def test_range_of_nothing_between_paragraphs_is_the_next_ones_beginning() -> None:
    assert anchors(p("a") + p("b") + start(0) + end(0).partition("<w:r>")[0] + p("c")) == [place(2, 0, "")]


def test_range_around_deleted_words_is_a_spot() -> None:
    deleted = "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>"
    assert anchors(p(r("a ") + start(0) + deleted + end(0) + r("b"))) == [place(0, 2, "")]


def test_range_in_a_deleted_paragraph_keeps_its_place() -> None:
    deleted = "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>"
    body = p("a") + p(start(0) + deleted + end(0), "<w:rPr><w:del/></w:rPr>") + p("b")
    assert anchors(body) == [place(1, 0, "")]


def test_range_that_never_ends_is_the_rest_of_its_paragraph() -> None:
    assert anchors(p(r("a ") + start(0) + r("b")) + p("c")) == [place(0, 2, "b")]


def test_reference_without_a_range_is_a_spot() -> None:
    assert anchors(p(r("ab") + '<w:r><w:commentReference w:id="0"/></w:r>')) == [place(0, 2, "")]


def test_comment_that_the_body_does_not_mention_has_no_place() -> None:
    assert anchors(p("x")) == [None]


def test_range_around_a_text_box_takes_the_words_of_the_paragraph() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('i rutan')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert anchors(p(r("a ") + start(0) + box + r("b") + end(0))) == [place(0, 2, "b")]


def test_range_in_a_text_box() -> None:
    box = p(start(0) + r("i rutan") + end(0))
    body = p(f"<w:r><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></w:r>")
    assert anchors(body) == [place(1, 0, "i rutan")]


def test_answers_and_resolved_ones() -> None:
    comments = comment(0, paragraph_id="0000000A") + comment(1, "Håller med.", "Bo Ek", "0000000B")
    extended = (
        '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
    )
    data = docx(p(start(0) + start(1) + r("x") + end(0) + end(1)), comments=comments, commentsExtended=extended)
    seen = [(each.id, each.parent, each.resolved, each.anchor) for each in read(data).comments]
    assert seen == [("0", None, True, place(0, 0, "x")), ("1", "0", False, place(0, 0, "x"))]


def test_own_comments_are_left_out() -> None:
    data = docx(p(start(0) + r("x") + end(0)), comments=comment(0, author="planlint") + comment(1))
    assert [each.id for each in read(data).comments] == ["1"]


def test_a_range_over_paragraphs_tells_the_last_of_them() -> None:
    body = p(r("a ") + start(0) + r("b")) + p("c") + p(r("d") + end(0) + r("e")) + p("f")
    (one,) = read(docx(body, comments=comment(0))).comments
    assert (one.anchor, one.until) == (place(0, 2, "b"), 2)


def test_a_range_that_ends_before_the_words_of_a_paragraph_does_not_reach_it() -> None:
    body = p(start(0) + r("a")) + p("b") + p(end(0) + r("c"))
    (one,) = read(docx(body, comments=comment(0))).comments
    assert (one.anchor, one.until) == (place(0, 0, "a"), 1)
    (one,) = read(docx(start(0) + p("a") + p("b") + end(0) + p("c"), comments=comment(0))).comments
    assert (one.anchor, one.until) == (place(0, 0, "a"), 1)


def test_a_range_within_a_paragraph_has_no_other_end() -> None:
    (one,) = read(docx(p(start(0) + r("a") + end(0)) + p("b"), comments=comment(0))).comments
    assert one.until is None
    (one,) = read(docx(p(start(0) + r("a")) + p(end(0) + r("b")), comments=comment(0))).comments
    assert one.until is None


THREAD = (
    '<w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
    '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
)


def test_an_answer_without_words_of_its_own_has_those_that_it_answers() -> None:
    comments = comment(0, paragraph_id="0000000A") + comment(1, "Håller med.", "Bo Ek", "0000000B")
    data = docx(p(start(0) + r("x")) + p(r("y") + end(0)), comments=comments, commentsExtended=THREAD)
    seen = [(each.id, each.anchor, each.until) for each in read(data).comments]
    assert seen == [("0", place(0, 0, "x"), 1), ("1", place(0, 0, "x"), 1)]


def test_an_answer_to_an_own_comment_carries_what_that_says() -> None:
    own = comment(0, "Fel PL302", "planlint", "0000000A")
    data = docx(
        p(start(0) + r("x") + end(0)),
        comments=own + comment(1, "Så ska det vara.", "Bo Ek", "0000000B"),
        commentsExtended=THREAD,
    )
    (answer,) = read(data).comments
    assert (answer.id, answer.parent, answer.answers, answer.anchor) == ("1", None, "Fel PL302", place(0, 0, "x"))
