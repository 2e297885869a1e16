"""LIX, by hand."""

import pytest

from planlint.language.lix import Readability, count_words, readability


def test_lix_is_words_a_sentence_plus_long_words_in_per_cent() -> None:
    counts = readability(["Kommunerna samverkar om arkiv.", "Det går bra nu, sa hon i går."])
    assert counts == Readability(sentences=2, words=12, long_words=2)
    assert counts.lix == round(12 / 2 + 100 * 2 / 12)


def test_six_letters_are_not_long_and_figures_and_hyphens_are_no_letters() -> None:
    assert readability(["kommun kommuns 2020–2022 e-råden e-rådets"]).long_words == 2


def test_what_has_no_words_is_no_sentence() -> None:
    assert readability(["…", "–"]) == Readability(0, 0, 0)
    assert readability([]).lix == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("– ”!”", 0),
        ("bl.a. e-rådet", 2),
        ("den 18/10-2018 kl. 10.30", 4),
        ("2020–2022", 2),
        ("SKR:s IT-stöd", 2),
    ],
)
def test_words_as_a_reader_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words
