"""Comments as LibreOffice shows them: every one there, on the words that it is about, beside people's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from planlint import word
from planlint.model.document import Reading, paragraphs
from planlint.model.text import Struck
from tests.office.build import control, word_file
from tests.office.cases import Case, annotate, everywhere, mended
from tests.office.libreoffice import Annotation, Converter, read_annotations
from tests.office.threads import AUTHOR, remarks
from tests.word.build import p

BEFORE, AFTER, MENDED = "before ", "after ", "mended "
MENDED_FILES = {"norradalen-utkast.docx", "tracked-comments.docx", "odd-commented.docx", "odd-tracked.docx"}
UNSEEN: Mapping[Reading, str] = {"final": "deletion", "original": "insertion"}
"""The tracked changes whose words a reading does not have."""

FIRST_IN_CONTROLS = {
    "wrapped": ["Ett helt stycke i en innehållskontroll."],
    "tables": ["Cell i kontroll"],
    "forms": [
        "Rubrik att fylla i", "Inledning att fylla i", "Fyll i namn", "Fyll i roll", "Fyll i datum",
    ],
}  # fmt: skip
WIDER = {
    ("odd-wrapped.docx", "Norrådalens"): "Norrådalens kommun",  # a smart tag, which LibreOffice makes a field of
    ("odd-wrapped.docx", "kommun"): "Norrådalens kommun",
    ("odd-wrapped.docx", "Kim"): "Kim Ek",  # fields, whose words come anew when they are updated
    ("odd-wrapped.docx", "Ek"): "Kim Ek",
    ("odd-wrapped.docx", "avsnitt"): "avsnitt fyra",
    ("odd-wrapped.docx", "fyra"): "avsnitt fyra",
    ("odd-wrapped.docx", "egen"): "egen XML",
    ("odd-wrapped.docx", "XML"): "egen XML",
    ("odd-maths.docx", "x"): "",  # a formula, which holds no text
    ("odd-maths.docx", "y"): "",
    ("odd-maths.docx", "Formeln x+y gäller."): "Formeln gäller.",
    ("odd-maths.docx", "rmeln x+y gälle"): "rmeln gälle",
    ("odd-maths.docx", "d tecke"): "d tecken",  # words with their pronunciation above
    ("odd-maths.docx", "Klart ✓ja."): "Klart \uf0fcja.",
    ("odd-maths.docx", "art ✓j"): "art \uf0fcj",
    ("odd-tracked.docx", "Infogat till slut."): "Infogat struken till slut.",  # deleted from what is inserted
    ("odd-tracked.docx", "fogat till slu"): "fogat struken till slu",
    **{
        (f"odd-{name}.docx", words): ""  # the first paragraph of a content control, which LibreOffice makes a field of
        for name, texts in FIRST_IN_CONTROLS.items()
        for text in texts
        for words in (text, text[2:-2], *re.findall(r"\w+", text))
    },
}
"""By file and words: other words that the comment is on in LibreOffice, where it cannot be on those."""

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files(cases: tuple[Case, ...], annotated: Files) -> Files:
    """Each file as it was, with its comments, and (some) with half of them once the rest is mended."""
    again = [case for case in cases if case.name in MENDED_FILES]
    return {
        **{BEFORE + case.name: case.data for case in cases},
        **{AFTER + name: data for name, data in annotated.items()},
        **{MENDED + each.name: annotate(annotated[each.name], mended(each).notes, each.reading) for each in again},
    }


@pytest.fixture(scope="module")
def shown(cases: tuple[Case, ...], files: Files, libreoffice: Converter) -> Mapping[str, list[Annotation]]:
    """The comments of each of them, but for those that had none before planlint wrote in them."""
    unseen = {case.name: UNSEEN[case.reading] for case in cases}
    wanted = {name: data for name, data in files.items() if not name.startswith(BEFORE) or remarks(data)}
    flat = libreoffice(wanted, "fodt")
    return {name: read_annotations(text, unseen[name.partition(" ")[2]]) for name, text in flat.items()}


@pytest.fixture(scope="module")
def texts(files: Files, libreoffice: Converter) -> Mapping[str, str]:
    """The text of each of them."""
    return libreoffice(files, "txt")


Shown = Mapping[str, list[Annotation]]


def test_every_file_opens(files: Files, shown: Shown, texts: Mapping[str, str]) -> None:
    assert texts.keys() == files.keys()
    assert {name for name in files if not name.startswith(BEFORE)} <= shown.keys()


def test_every_comment_is_there(cases: tuple[Case, ...], shown: Shown) -> None:
    wanted = {stage + case.name: case for stage in (AFTER, MENDED) for case in cases}
    wanted |= {MENDED + case.name: mended(case) for case in cases}
    wrong = {name for name in shown.keys() & wanted.keys() if said(shown[name]) != lines(wanted[name])}
    assert wrong == set()


def said(shown: list[Annotation]) -> Counter[str]:
    return Counter(each.text for each in shown if each.author == AUTHOR)


def lines(case: Case) -> Counter[str]:
    return Counter("\n".join(note.lines) for note in case.notes)


def test_people_s_comments_stay(shown: Shown) -> None:
    left = {name: Counter(each for each in found if each.author != AUTHOR) for name, found in shown.items()}
    before = {name: left.get(BEFORE + name.partition(" ")[2], Counter()) for name in left}
    assert {name for name, found in left.items() if found != before[name]} == set()
    assert left[BEFORE + "odd-commented.docx"].total() == 4


def test_the_text_is_the_same(texts: Mapping[str, str]) -> None:
    assert {name for name, text in texts.items() if text != texts[BEFORE + name.partition(" ")[2]]} == set()


def test_comments_are_on_the_words(cases: tuple[Case, ...], shown: Shown) -> None:
    wrong = [each for case in cases for each in misplaced(case, shown[AFTER + case.name])]
    assert wrong == []


def test_a_control_at_the_very_end_keeps_its_words(libreoffice: Converter) -> None:
    data = word_file(p("Före.") + control(p("Allra sist")))
    case = Case("last.docx", data, everywhere(data, "final"))
    files = {case.name: case.annotated}
    assert said(read_annotations(libreoffice(files, "fodt")[case.name])) == lines(case)
    assert libreoffice(files, "txt")[case.name] == "Före.\nAllra sist\n"


def misplaced(case: Case, shown: list[Annotation]) -> list[tuple[str, str, str]]:
    """File, words, and the words that the comment is on, where these are others."""
    found = {each.text: each for each in shown if each.author == AUTHOR}
    document = word.read(case.data, case.reading)
    texts = {each.content.paragraph: each.text for each in paragraphs(document.body)}
    title = next((text for text in texts.values() if text.strip()), "")
    wrong = []
    for note in case.notes:
        place, annotation = note.place, found.get("\n".join(note.lines), NOWHERE)
        seen = folded(annotation.unseen if isinstance(place, Struck) else annotation.words)
        words = folded(title if place.part.startswith(("header", "footer")) else place.text)
        whole = not words and seen == folded(texts.get(place.paragraph, ""))
        if not whole and not is_on(words, seen) and WIDER.get((case.name, words)) != seen:
            wrong.append((case.name, words, seen))
    return wrong


NOWHERE = Annotation(AUTHOR, "", "no comment")


def is_on(words: str, seen: str) -> bool:
    """Whether a comment on what is seen is about the words: nothing else, or a lone note or box that has them."""
    inside = re.fullmatch(r"\[([^][]*)\]", seen)
    beside = folded(re.sub(r"\[[^][]*\]", "", seen))
    return words in {seen, beside} or bool(words and inside and words in inside[1])


def folded(words: str) -> str:
    """The words without what LibreOffice writes in another way."""
    return " ".join(words.replace("\u00ad", "").split())
