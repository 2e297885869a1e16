"""Writing comments into a file that has planlint's comments: what is kept, renewed, removed, and left for an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planlint import word
from planlint.model.note import Note
from tests.word.annotate.margin import WRITTEN, annotate, canonical, entries, entry, find, inside, marks, note
from tests.word.build import archive, docx, p, r

BODY = p(r("Kommunen ska göra mer")) + p(r("och låta bli annat."))
PLAIN = docx(BODY)
LATER = WRITTEN + timedelta(days=3)
ONE, TWO = note(1, find(PLAIN, "göra")), note(2, find(PLAIN, "låta"))


def answered(data: bytes, parent: str, author: str = "Kim", number: str = "90") -> bytes:
    """The file after somebody has answered the comment with that paragraph, on the same words, in Word."""
    packed = entries(data)
    reply = (
        f'<w:comment w:id="{number}" w:author="{author}"><w:p w14:paraId="00000{number}0">{r("Nej.")}</w:p></w:comment>'
        "</w:comments>"
    )
    rows = (
        f'<w15:commentEx w15:paraId="{parent}" w15:done="1"/>'
        f'<w15:commentEx w15:paraId="00000{number}0" w15:paraIdParent="{parent}" w15:done="1"/>'
    )
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    packed["word/comments.xml"] = packed["word/comments.xml"].replace(b"</w:comments>", reply.encode())
    packed["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{w15}">{rows}</w15:commentsEx>'.encode()
    related = '<Relationship Id="rIdEx" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    packed[name] = packed[name].replace(b"</Relationships>", related.encode())
    text = packed["word/document.xml"].decode()
    for mark in ("Start", "End"):
        own = f'<w:commentRange{mark} w:id="0"/>'
        text = text.replace(own, own + own.replace('"0"', f'"{number}"'))
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r></w:p>'
    packed["word/document.xml"] = text.replace("</w:p>", reference, 1).encode()
    return archive(dict(packed))


def unnamed(data: bytes) -> bytes:
    """The file with other ids of paragraphs, as after a trip through another program."""
    packed = entries(data)
    for number, each in enumerate(marks(data)):
        new = f"0BAD{number:04X}".encode()
        packed["word/comments.xml"] = packed["word/comments.xml"].replace(each.paragraph.encode(), new)
    return archive(dict(packed))


def test_the_same_notes_change_nothing() -> None:
    made = annotate(PLAIN, ONE, TWO)
    assert annotate(made, ONE, TWO, written=LATER) == made


def test_a_new_note_is_added() -> None:
    made = annotate(annotate(PLAIN, TWO), ONE, TWO, written=LATER)
    assert [(each.id, each.words, each.date[:10]) for each in marks(made)] == [
        ("0", "låta", "2026-11-22"),
        ("1", "göra", "2026-11-25"),
    ]


def test_a_note_that_is_gone_goes_with_its_marks() -> None:
    made = annotate(annotate(PLAIN, ONE, TWO), TWO)
    assert [each.words for each in marks(made)] == ["låta"]
    assert inside(made).count("comment") == inside(annotate(PLAIN, TWO)).count("comment")
    assert word.read(made) == word.read(PLAIN)


def test_without_notes_nothing_is_left_but_the_cuts() -> None:
    made = annotate(annotate(PLAIN, ONE, TWO))
    first = r("Kommunen ska ") + r("göra") + r(" mer")
    assert inside(made) == canonical(p(first) + p(r("och ") + r("låta") + r(" bli annat.")))
    assert inside(made, "word/comments.xml") == ""


def test_a_comment_says_what_its_note_says_now() -> None:
    before = annotate(PLAIN, ONE)
    made = annotate(before, replace(ONE, lines=("PL001 Annat fel.", "Ny rad")), written=LATER)
    was, now = marks(before)[0], marks(made)[0]
    assert (now.id, now.paragraph, now.date, now.words) == (was.id, was.paragraph, was.date, was.words)
    assert now.text == "PL001 Annat fel.\nNy rad"


def test_a_comment_moves_with_its_words() -> None:
    made = annotate(annotate(PLAIN, ONE), replace(ONE, place=find(PLAIN, "bli")), written=LATER)
    assert [(each.id, each.words, each.date[:10]) for each in marks(made)] == [("0", "bli", "2026-11-22")]


def test_a_comment_whose_words_are_gone_is_set_again() -> None:
    packed = entries(annotate(PLAIN, ONE))
    packed["word/document.xml"] = entry(PLAIN, "word/document.xml")
    made = annotate(archive(dict(packed)), ONE)
    assert made == annotate(PLAIN, ONE)


def test_an_equal_first_line_tells_the_comment_too() -> None:
    lost = unnamed(annotate(PLAIN, ONE, TWO))
    made = annotate(lost, replace(TWO, lines=(TWO.lines[0], "Nytt")), ONE, written=LATER)
    assert [(each.id, each.text, each.date[:10], each.paragraph) for each in marks(made)] == [
        ("0", "PL001 Fel.\nVarför: så är det.", "2026-11-22", "0BAD0000"),
        ("1", "PL002 Fel.\nNytt", "2026-11-22", "0BAD0001"),
    ]
    assert annotate(made, replace(TWO, lines=(TWO.lines[0], "Nytt")), ONE) == made


def test_equal_first_lines_are_told_apart_by_order() -> None:
    first, second = (replace(each, lines=("PL001 Lika.",)) for each in (ONE, TWO))
    made = annotate(unnamed(annotate(PLAIN, first, second)), first, second)
    assert [(each.id, each.words) for each in marks(made)] == [("0", "göra"), ("1", "låta")]


def test_a_comment_without_an_id_gets_one() -> None:
    packed = entries(annotate(PLAIN, ONE))
    named = marks(annotate(PLAIN, ONE))[0].paragraph
    packed["word/comments.xml"] = packed["word/comments.xml"].replace(f' w14:paraId="{named}"'.encode(), b"")
    assert marks(annotate(archive(dict(packed)), ONE))[0].paragraph == named


def test_an_answered_comment_is_kept_and_says_so() -> None:
    before = annotate(PLAIN, ONE, TWO)
    data = answered(before, marks(before)[0].paragraph)
    made = annotate(data, TWO)
    assert [(each.id, each.text, each.words) for each in marks(made)] == [
        ("0", "PL001 finns inte längre.", "göra"),
        ("1", "PL002 Fel.\nVarför: så är det.", "låta"),
    ]
    assert [(each.text, each.words) for each in marks(made, "Kim")] == [("Nej.", "göra")]
    reply = word.read(made).comments[0]
    assert (reply.text, reply.answers, reply.resolved) == ("Nej.", "PL001 finns inte längre.", True)
    assert reply.anchor == find(PLAIN, "göra")
    assert entry(made, "word/commentsExtended.xml") == entry(data, "word/commentsExtended.xml")
    assert annotate(made, TWO) == made
    back = annotate(made, ONE, TWO)
    assert [each.text for each in marks(back)] == [each.text for each in marks(before)]


def test_an_answer_of_planlint_s_own_keeps_nothing() -> None:
    before = annotate(PLAIN, ONE, TWO)
    made = annotate(answered(before, marks(before)[0].paragraph, "planlint"), TWO)
    assert [each.words for each in marks(made)] == ["låta"]
    assert b"commentEx " not in entry(made, "word/commentsExtended.xml")


def test_an_accepted_note_stays_where_it_is_answered_and_is_not_written_anew() -> None:
    accepted = replace(ONE, answers=True)
    assert marks(annotate(PLAIN, accepted)) == []
    before = annotate(PLAIN, ONE)
    assert marks(annotate(before, accepted)) == []
    data = answered(before, marks(before)[0].paragraph)
    made = annotate(data, accepted)
    assert [(each.text, each.words) for each in marks(made)] == [("PL001 Fel.\nVarför: så är det.", "göra")]
    assert annotate(made, accepted) == made
    lost = annotate(unnamed(data), accepted)
    assert [each.text for each in marks(lost)] == []


def test_rows_of_removed_comments_go() -> None:
    made = annotate(PLAIN, ONE, TWO)
    names = [each.paragraph for each in marks(made)]
    packed = entries(made)
    ids, more = "urn:ids", "urn:more"
    rows = "".join(f'<i:commentId i:durableId="D{at}" i:paraId="{name}"/>' for at, name in enumerate(names))
    packed["word/commentsIds.xml"] = f'<i:commentsIds xmlns:i="{ids}">{rows}</i:commentsIds>'.encode()
    packed["word/commentsExtensible.xml"] = (
        f'<e:commentsExtensible xmlns:e="{more}"><e:commentExtensible e:durableId="D0"/>'
        '<e:commentExtensible e:durableId="D1"/><e:commentExtensible e:durableId="D2"/></e:commentsExtensible>'
    ).encode()
    related = "".join(
        f'<Relationship Id="r{kind}" Type="x/{kind}" Target="{kind}.xml"/>'
        for kind in ("commentsIds", "commentsExtensible")
    )
    name = "word/_rels/document.xml.rels"
    packed[name] = packed[name].replace(b"</Relationships>", f"{related}</Relationships>".encode())
    data = archive(dict(packed))
    assert entries(annotate(data, ONE, TWO)) == packed
    left = annotate(data, TWO)
    assert inside(left, "word/commentsIds.xml") == rows.partition("/>")[2].replace("/>", "></i:commentId>")
    assert [mark in entry(left, "word/commentsExtensible.xml") for mark in (b"D0", b"D1", b"D2")] == [False, True, True]


def test_a_reference_with_words_beside_it_leaves_them() -> None:
    packed = entries(annotate(PLAIN, ONE))
    packed["word/document.xml"] = packed["word/document.xml"].replace(
        b'<w:commentReference w:id="0"/>', b'<w:commentReference w:id="0"/><w:t>kvar</w:t>'
    )
    made = annotate(archive(dict(packed)))
    assert canonical(p(r("Kommunen ska ") + r("göra") + "<w:r><w:t>kvar</w:t></w:r>" + r(" mer"))) in inside(made)


def test_a_comment_that_shares_its_id_with_a_person_s_is_left_alone() -> None:
    packed = entries(annotate(PLAIN, ONE))
    said = '<w:comment w:id="0" w:author="Kim"><w:p/></w:comment></w:comments>'
    packed["word/comments.xml"] = packed["word/comments.xml"].replace(b"</w:comments>", said.encode())
    data = archive(dict(packed))
    made = annotate(data, TWO)
    assert word.read(made) == word.read(data)
    assert inside(made).count('<w:commentRangeStart w:id="0">') == 1


def test_white_space_between_elements_stays() -> None:
    body = "\n <w:p>\n  <w:r>\n   <w:t>Att göra</w:t>\n  </w:r>\n  <w:r>\n   <w:t>mer</w:t>\n  </w:r>\n </w:p>\n"
    data = docx(body)
    one, two = note(1, find(data, "göra")), note(2, find(data, "göramer"))
    made = annotate(data, one, two)
    assert annotate(made, one, two) == made
    assert annotate(annotate(made, one), one, two) == made
    removed = annotate(annotate(data, note(3, find(data, "mer"))))
    assert inside(removed) == canonical(body)


@pytest.mark.parametrize("order", [(ONE, TWO), (TWO, ONE)])
def test_the_order_of_the_notes_does_not_matter_to_their_places(order: tuple[Note, ...]) -> None:
    assert {each.words for each in marks(annotate(PLAIN, *order))} == {"göra", "låta"}
