"""Stems, measures, folding and the words of a goal."""

import subprocess
import sys

import pytest

from planlint.language.folding import fold
from planlint.language.measures import has_measure
from planlint.language.stems import content_stems, stem, stems

MEASURES = ("halveras", "hälften", "tre av fyra", "procent", "indikator", "mäts", "antal", "senast")


def test_forms_of_a_word_share_a_stem() -> None:
    assert stems("Kommunen, kommuner och kommunernas e-råd") == ("kommun", "kommun", "och", "kommun", "e-råd")
    assert stem("å" * 5000) == "å" * 5000


def test_content_stems_leave_out_what_carries_no_meaning() -> None:
    assert content_stems("Vi ska öppna upp data för 5 kommuner") == {"öppn", "dat", "kommun"}


@pytest.mark.parametrize(
    "text",
    [
        "Minska med 20 %", "20% fler", "Klart 2027", "Den 3 maj", "2027-01-01", "10 000 kronor", "1,5 timmar",
        "En 80-procentig ökning", "5–10 dagar", "Tiden halveras", "Tiden har halverats", "Hälften av alla",
        "Tre av fyra", "Två kommuner", "Flera indikatorer", "Det mäts", "Antalet ökar", "Några procentenheter",
    ],
)  # fmt: skip
def test_has_measure(text: str) -> None:
    assert has_measure(text, MEASURES)


@pytest.mark.parametrize(
    "text",
    [
        "", "Bättre skolor", "Ett bättre stöd", "En 5G-lösning", "Utbyggt 5G", "B2B", "En 3D-modell", "Se bilaga 5",
        "Enligt § 4", "Ring 0522-44", "Noll tolerans",
    ],
)  # fmt: skip
def test_has_no_measure(text: str) -> None:
    assert not has_measure(text, MEASURES)


def test_only_the_words_given_measure() -> None:
    assert not has_measure("Tiden halveras", ())


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Vanlig text", "Vanlig text"),
        ("a\tb\u00a0c\u202fd\n", "a b c d "),
        ("e\u2011råd", "e-råd"),
        ("e\u00adråd", "eråd"),
        ("a\u030a\u00ado\u0308", "åö"),
        ("\u00ad", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_folded_text_leads_back() -> None:
    written = "Se prin\u00adcip a\u030atta nu"
    result = fold(written)
    start = result.text.index("princip")
    begin, end = result.stretch(start, start + len("princip åtta"))
    assert written[begin:end] == "prin\u00adcip a\u030atta"
    assert result.stretch(len(result.text), len(result.text)) == (len(written), len(written))


def test_key_words_of_a_goal_come_from_spacy_and_from_nowhere_else() -> None:
    program = """
import sys
import planlint.language.goal_codes, planlint.language.measures, planlint.language.principles
from planlint.language.pipeline import key_words
assert "spacy" not in sys.modules
print(*key_words("Kommunen och kommunerna har t.ex. 5 trygga invånare med god tillgång till e-tjänster."), sep=";")
assert "spacy" in sys.modules
"""
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    assert result.stdout.strip().split(";") == ["kommunen", "trygga", "invånare", "tillgång", "e-tjänster"]
