"""Where sentences end, and what places they have."""

import pytest

from planlint.language.sentences import sentences
from planlint.model.text import Text


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("En mening. Två meningar.", ["En mening.", "Två meningar."]),
        ("Vad? Jo! Så … Ja.", ["Vad?", "Jo!", "Så …", "Ja."]),
        ("Vi gör t.ex. Det här.", ["Vi gör t.ex. Det här."]),
        ("Se bl.a. Bilaga 1 och nr. 7 i kap. 3.", ["Se bl.a. Bilaga 1 och nr. 7 i kap. 3."]),
        ("Möten, mat m.m. Sedan åker vi.", ["Möten, mat m.m.", "Sedan åker vi."]),
        ("Möten, mat m.m. och annat.", ["Möten, mat m.m. och annat."]),
        ("Den 3. maj kl. 10 ses vi.", ["Den 3. maj kl. 10 ses vi."]),
        ("Vi följer princip 5. Sedan slutar vi.", ["Vi följer princip 5.", "Sedan slutar vi."]),
        ("A. Andersson skrev. Bo läste.", ["A. Andersson skrev.", "Bo läste."]),
        ("Hon sa ”nej.” Han gick.", ["Hon sa ”nej.”", "Han gick."]),
        ("Ja (det vet vi.) Nej.", ["Ja (det vet vi.)", "Nej."]),
        ("Version 1.3 gäller från 2020.", ["Version 1.3 gäller från 2020."]),
        ("Rad ett\nRad två", ["Rad ett", "Rad två"]),
        ("en rad som\ngår vidare", ["en rad som\ngår vidare"]),
        ("Utan punkt", ["Utan punkt"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_sentences(paragraph: str, expected: list[str]) -> None:
    assert [one.text for one in sentences(Text("document", 0, 0, paragraph))] == expected


def test_places() -> None:
    assert sentences(Text("footnotes", 3, 40, "En mening.  Två.")) == (
        Text("footnotes", 3, 40, "En mening."),
        Text("footnotes", 3, 52, "Två."),
    )
