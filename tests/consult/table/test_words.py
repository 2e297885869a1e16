"""The words for what becomes of a view are read freely, and nothing is guessed."""

import pytest

from planlint.consult.table.words import is_prompt, read_standpoint


@pytest.mark.parametrize(
    ("words", "standpoint"),
    [
        ("Tillgodoses", "met"),
        (" TILLGODOSES. ", "met"),
        ("Tillgodoses  delvis", "partly"),
        ("tillgodoses, delvis!", "partly"),
        ("Tillgodoses\ninte", "not-met"),
        ("Tillgodoses\u00a0inte", "not-met"),
        ("noteras", "noted"),
        ("Met", "met"),
        ("partly met", "partly"),
        ("Not met.", "not-met"),
        ("NOTED", "noted"),
    ],
)
def test_the_four_words_in_both_languages(words: str, standpoint: str) -> None:
    assert read_standpoint(words) == standpoint


@pytest.mark.parametrize(
    "words", ["", "delvis", "inte", "ja", "nej", "Tillgodoses, se nedan", "Tillgodoses inte delvis", "?", "Välj"]
)
def test_other_words_are_not_guessed(words: str) -> None:
    assert read_standpoint(words) is None


def test_a_prompt_is_no_answer() -> None:
    assert is_prompt("Välj")
    assert is_prompt(" choose ")
    assert not is_prompt("Välj bort")
