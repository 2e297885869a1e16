"""Letters that nobody wrote: whatever they hold, they are read, in a time that grows with their length only."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.consult.answers.plain import plain_document
from tests.consult.letters import letter

WORDS = st.sampled_from(
    (
        *("avsnitt 4.2", "mål 2A", "”", "”Minst 90 procent av dem”", "Insats", "4.1", "s. 7", ":", "\n", "\n\n", "- "),
        *("1. ", "?", ". ", "Hej", "steget Utreda", "föreslår lydelsen", "Med vänlig hälsning", "Tallviks kommun"),
        *("\u00ad", "\u2028", "2026-11-20", "princip 5", "och", "se "),
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=40))
def test_every_letter_is_read_and_its_views_are_whole(pieces: list[str]) -> None:
    told = letter(" ".join(pieces))
    for said in told.said:
        assert (said.spot is None) == (said.why is not None)
        assert said.place is not None
        assert said.text.strip()
        assert all(line in said.text for line in said.proposal.splitlines())


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=40))
def test_plain_text_keeps_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    kept = "".join(block.text for block in plain_document(text).body)  # type: ignore[union-attr]
    assert [c for c in kept if c.isalnum()] == [c for c in text.lstrip("\ufeff") if c.isalnum()]


@pytest.mark.parametrize(
    "piece",
    ["”", "A b ", "4.2 ", "avsnitt 4.2, ", "insats 4.2\n", "- a:\n", "Ord. ", "(", "mål ", "Digital tillsyn och "],
)
def test_time_grows_with_length_only(piece: str) -> None:
    started = perf_counter()
    letter(piece * 4_000)
    assert perf_counter() - started < 10
