"""The checkers themselves: of files broken on purpose each says what is broken, and of whole ones nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.office import unmarked, validators
from tests.office.build import comment, end, start, word_file
from tests.office.libreoffice import Annotation, Converter, read_annotations
from tests.office.odd import odd_files
from tests.office.package import CONTENT_TYPES, W, pack, unpack
from tests.office.schema import Schema
from tests.office.threads import Remark, faults, remarks
from tests.word.build import p, r

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
RELATIONSHIPS, EXTENDED = "word/_rels/document.xml.rels", "word/commentsExtended.xml"
SETTINGS = Counter(
    {
        "/word/document.xml : A required relationship type "
        f"'http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' is missing.": 1
        for kind in ("settings", "fontTable", "theme")
    }
)
"""What openxml-audit says of every file that is not from Word."""


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A file with four comments of people, two of them a thread."""
    return odd_files()["commented.docx"]


@pytest.fixture(scope="module")
def own() -> bytes:
    """A file with a comment of planlint's in the middle of a run that it split."""
    body = p(r("Vi ", "<w:b/>") + start(0) + r("ska", "<w:b/>") + end(0) + r(" samverka.", "<w:b/>")) + p("Punkt.")
    return word_file(body, comments=comment(0, "PL305 Fel: oklart.", "planlint"))


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with the first such words in the part replaced."""
    entries = dict(unpack(data).entries)
    assert old.encode() in entries[part]
    return pack({**entries, part: entries[part].replace(old.encode(), new.encode(), 1)})


def test_a_whole_file_is_faultless(whole: bytes, own: bytes, schema: Schema, tmp_path: Path) -> None:
    for data in (whole, own):
        assert (faults(data), schema.complaints(data)) == (Counter(), Counter())
        (tmp_path / "whole.docx").write_bytes(data)
        assert validators.audit(tmp_path / "whole.docx") == SETTINGS
        assert validators.integrity(tmp_path / "whole.docx") == Counter()


FAULTS = {
    "2 comments are numbered 4": (COMMENTS, 'w:id="5"', 'w:id="4"'),
    "there is no comment 9": (COMMENTS, 'w:id="9"', 'w:id="8"'),
    "comment 8 has no mark": (COMMENTS, 'w:id="9"', 'w:id="8"'),
    "'2147483648' is no comment's number": (COMMENTS, '"2147483000"', '"2147483648"'),
    "comment 4 has the time 26": (COMMENTS, '"Kim Ek" w:date="2026-01-02T03:04:05Z"', '"planlint" w:date="26"'),
    "comment 4 loses space: ' Oklart vem.'": (COMMENTS, ' xml:space="preserve">Oklart vem.', "> Oklart vem."),
    "comment 4 does not end with a paragraph": (COMMENTS, "</w:comment>", "<w:tbl/></w:comment>"),
    "paragraph id 0000000A is wrong": (COMMENTS, '"0000000B"', '"0000000A"'),
    "paragraph id 8000000B is wrong": (COMMENTS, '"0000000B"', '"8000000B"'),
    "commentsExtended has 1 rows for 0000000C": (COMMENTS, '"0000000C"', '"0000000E"'),
    "commentsExtended: 0000000F, which is answered, is not there": (EXTENDED, 'Parent="0000000A"', 'Parent="0000000F"'),
    "comment 5 has commentRangeEnd commentReference": (DOCUMENT, start(5), ""),
    "comment 9 has commentRangeStart commentReference": (DOCUMENT, '<w:commentRangeEnd w:id="9"/>', ""),
    "comment 5 has commentRangeStart commentRangeStart commentRangeEnd commentReference": (
        DOCUMENT, start(5), start(5) * 2,
    ),
    "a reference stands in a run with something else": (
        DOCUMENT, '<w:commentReference w:id="9"/>', '<w:t>x</w:t><w:commentReference w:id="9"/>',
    ),
    "comments are related 0 times, 1 parts not at all": (RELATIONSHIPS, "relationships/comments", "relationships/x"),
    "the content type of comments is stated 0 times": (CONTENT_TYPES, "ml.comments+xml", "ml.styles+xml"),
    "content types state /word/comments.xml 2 times": (
        CONTENT_TYPES, "<Override", '<Override PartName="/word/Comments.xml" ContentType="x"/><Override',
    ),
}  # fmt: skip
"""What is said of the file in which the first such words of a part are replaced."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_thread_is_seen(whole: bytes, fault: str) -> None:
    assert fault in faults(broken(whole, *FAULTS[fault]))


def test_space_that_is_kept_is_no_fault(whole: bytes) -> None:
    assert faults(broken(whole, COMMENTS, ">Oklart vem.", "> Oklart vem.")) == Counter()


STRANGE = {
    "w:r: Element 'w:commentRangeStart': This element is not expected": (start(4), f"<w:r>{start(4)}</w:r>"),
    "w:p: Element 'w:commentRangeStart', attribute 'w:id': 'a' is not": (start(4), start(4).replace("4", "a")),
    "p: {urn:x}y is neither understood nor ignorable": ("<w:p>", '<w:p xmlns:x="urn:x" x:y="1">'),
    "y: {urn:x}y is neither understood nor ignorable": ("<w:p>", '<w:p xmlns:x="urn:x"><x:y/>'),
    "mc:Ignorable names w99, which is not declared": ('Ignorable="w14 w15"', 'Ignorable="w14 w15 w99"'),
}


@pytest.mark.parametrize("complaint", STRANGE)
def test_what_the_schema_does_not_have_is_seen(whole: bytes, schema: Schema, complaint: str) -> None:
    (found,) = schema.complaints(broken(whole, DOCUMENT, *STRANGE[complaint]))
    assert found.replace(W, "w:").startswith(f"document: {complaint}")


def test_what_the_schema_demands_of_comments_is_seen(whole: bytes, schema: Schema) -> None:
    (complaint,) = schema.complaints(broken(whole, COMMENTS, ' w:author="Kim Ek"', ""))
    assert complaint.endswith(
        "attribute '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}author' is required but missing."
    )


def test_a_choice_is_held_against_the_schema_as_the_fallback_is(schema: Schema) -> None:
    data = odd_files()["boxes.docx"]
    assert schema.complaints(data) == Counter()
    choice = broken(
        data, DOCUMENT, "<wps:txbx><w:txbxContent><w:p>", f"<wps:txbx><w:txbxContent><w:p><w:r>{start(1)}</w:r>"
    )
    fallback = broken(
        data, DOCUMENT, "<v:textbox><w:txbxContent><w:p>", f"<v:textbox><w:txbxContent><w:p><w:r>{start(1)}</w:r>"
    )
    assert [sum(schema.complaints(each).values()) for each in (choice, fallback)] == [1, 1]


def test_faults_in_a_run_s_properties_are_told_once(whole: bytes, schema: Schema) -> None:
    run = r("x", '<w:b w:val="x"/>')
    (once,) = schema.complaints(broken(whole, DOCUMENT, "<w:p>", f"<w:p>{run}")).items()
    (twice,) = schema.complaints(broken(whole, DOCUMENT, "<w:p>", f"<w:p>{run}{run}")).items()
    assert once == twice
    assert once[1] == 1


COMPLAINTS = {
    "CMT005": (DOCUMENT, '<w:commentReference w:id="9"/>', ""),
    "TXT001": (DOCUMENT, ' xml:space="preserve">ligger ', ">ligger "),
    "CMT004": (COMMENTS, 'w:id="9"', 'w:id="8"'),
    "REL002": (RELATIONSHIPS, 'Target="comments.xml"', 'Target="remarks.xml"'),
}


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_docx_integrity_sees(whole: bytes, tmp_path: Path, complaint: str) -> None:
    (tmp_path / "broken.docx").write_bytes(broken(whole, *COMPLAINTS[complaint]))
    assert complaint in {each.partition(": ")[2][:6] for each in validators.integrity(tmp_path / "broken.docx")}


def test_docx_integrity_misses_a_comment_that_is_gone(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "before.docx").write_bytes(whole)
    (tmp_path / "after.docx").write_bytes(broken(whole, COMMENTS, "Överlappar.", "PL305"))
    assert validators.losses(tmp_path / "before.docx", tmp_path / "before.docx") == []
    (loss,) = validators.losses(tmp_path / "before.docx", tmp_path / "after.docx")
    assert loss.startswith("FID004 a comment present in the source is gone")


def test_openxml_audit_sees_what_is_out_of_order(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(broken(whole, DOCUMENT, start(4), f"<w:r>{start(4)}</w:r>"))
    assert validators.audit(tmp_path / "broken.docx") - SETTINGS


def test_a_split_run_is_the_same_text(own: bytes) -> None:
    before = word_file(p(r("Vi ska samverka.", "<w:b/>")) + p("Punkt."))
    assert unmarked.without_own(own) == unmarked.without_own(before)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' xml:space="preserve">Vi ', ">Vi "),
        (">Vi <", ">Vi<"),
        ("<w:b/>", "<w:i/>"),
        ("<w:b/>", ""),
        ("<w:r>", '<w:r w:rsidR="00AB12CD">'),
        ("</w:p>", "</w:p><w:p/>"),
        ('<w:commentReference w:id="0"/>', '<w:commentReference w:id="0"/><w:tab/>'),
        ('<w:commentReference w:id="0"/>', '<w:commentReference w:id="1"/>'),
        ("<w:sectPr>", '<w:sectPr w:rsidR="00AB12CD">'),
    ],
)
def test_another_text_is_seen(own: bytes, old: str, new: str) -> None:
    assert unmarked.without_own(broken(own, DOCUMENT, old, new)) != unmarked.without_own(own)


def test_changed_comments_of_people_are_seen(whole: bytes, own: bytes) -> None:
    assert len(unmarked.comments_of_people(whole)) == 4
    assert unmarked.comments_of_people(own) == []
    changed = broken(whole, COMMENTS, "Överlappar.", "Överlappar!")
    assert unmarked.comments_of_people(changed) != unmarked.comments_of_people(whole)


def test_changed_parts_are_seen(whole: bytes) -> None:
    assert sorted(unmarked.other_parts(whole)) == ["_rels/.rels", "docProps/core.xml", EXTENDED, "word/styles.xml"]
    assert unmarked.other_parts(broken(whole, EXTENDED, "0000000C", "0000000c")) != unmarked.other_parts(whole)


def test_remarks_are_read_with_their_words(whole: bytes) -> None:
    assert remarks(whole) == [
        Remark("4", "Kim Ek", "Oklart vem."),
        Remark("5", "Bo Ek", "Håller med."),
        Remark("9", "Kim Ek", "Överlappar."),
        Remark("2147483000", "Åsa Öst", "Klart."),
    ]


def test_libreoffice_tells_which_words_a_comment_is_about(whole: bytes, own: bytes, libreoffice: Converter) -> None:
    files = {
        "whole.docx": whole,
        "own.docx": own,
        "moved.docx": broken(own, DOCUMENT, start(0) + r("ska", "<w:b/>"), r("ska", "<w:b/>") + start(0)),
        "unrelated.docx": broken(own, RELATIONSHIPS, "relationships/comments", "relationships/remarks"),
        "ändlös.docx": broken(own, DOCUMENT, '<w:commentRangeEnd w:id="0"/>', ""),
    }
    shown = {name: read_annotations(flat) for name, flat in libreoffice(files, "fodt").items()}  # not the unrelated one
    said = "PL305 Fel: oklart."
    assert shown == {
        "whole.docx": [
            Annotation("Bo Ek", "Håller med.", "ligger hos"),
            Annotation("Kim Ek", "Oklart vem.", "ligger hos"),
            Annotation("Kim Ek", "Överlappar.", "hos alla."),
            Annotation("Åsa Öst", "Klart.", "Ett helt stycke.\nOch ett till."),
        ],
        "own.docx": [Annotation("planlint", said, "ska")],
        "moved.docx": [Annotation("planlint", said, "")],
        "ändlös.docx": [Annotation("planlint", said, "")],
    }
