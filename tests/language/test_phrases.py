"""Phrases with a star, and where they stand."""

import pytest

from planlint.language.phrases import find_phrases, says


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Nätverket godkänner planen.", "godkän*"),
        ("För godkännande", "godkän*"),
        ("PÅ REMISS", "på remiss"),
        ("på\u00a0remiss", "på remiss"),
        ("Kommundirektörsnätverket", "*nätverket"),
        ("redogörelse för de inkomna synpunkterna", "redogör* för … synpunkt*"),
        ("redogörelse för synpunkter", "redogör* för … synpunkt*"),
    ],
)
def test_what_a_phrase_is_found_in(text: str, phrase: str) -> None:
    assert says(text, (phrase,))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("remissvar", "remiss"),
        ("området", "rådet"),
        ("ogodkänd", "godkän*"),
        ("redogörelse. För synpunkter", "redogör* för … synpunkt*"),
        ("a.b", "a*b"),
        ("vad som helst", ()),
    ],
)
def test_what_it_is_not_found_in(text: str, phrase: str | tuple[()]) -> None:
    assert not says(text, (phrase,) if isinstance(phrase, str) else phrase)


def test_places_are_those_of_the_text_as_written() -> None:
    text = "E\u00ad-rådet och sty\u00adrelsen"
    assert [text[start:end] for start, end in find_phrases(text, ("e-rådet", "*styrelsen"))] == [
        "E\u00ad-rådet",
        "sty\u00adrelsen",
    ]
