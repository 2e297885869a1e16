"""Text that means harm: never an error, places always true, time in step with length."""

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planlint.language.goal_codes import find_codes, split_code
from planlint.language.measures import has_measure
from planlint.language.principles import find_mentions, match_title, suggest
from planlint.language.sentences import sentences
from planlint.language.stems import content_stems
from planlint.model.framework import PrincipleSet
from planlint.model.text import Text

CODE = r"[1-9][0-9]?\s?[A-ZÅÄÖ]"
CUES = ("effektmål", "mål")
KNOWN = frozenset({"1A", "4B"})
PIECES = st.sampled_from(
    [
        "princip", "principerna", "principen om", "Princip nr", " ", ", ", ". ", " och ", "–", "1", "5", "14", "0",
        "fem", "femte", "5:e", "P5", "(", ")", "nr ", "”", ":", "\n", "\t", "\u00a0", "\u00ad", "\u030a", "a\u030a",
        "İ", "ß",
        "Öppna upp", "Gör det säkert", "Återanvänd från andra", "samverkan", "förstahandsval", "mål ", "effektmål ",
        "1A", "4b", "4 B", "§", "i princip", "EIF", "GDPR", "t.ex.", "%", "kommuner", "\U0001f600", "\x00", "\ud7ff",
    ]
)  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
ON_A_BUSY_MACHINE = settings(max_examples=150, deadline=None)


@ON_A_BUSY_MACHINE
@given(written=HOSTILE, start=st.integers(0, 50), cued=st.booleans())
def test_mentions_stand_where_they_say(principles: PrincipleSet, written: str, start: int, cued: bool) -> None:  # noqa: FBT001
    ends = 0
    for one in find_mentions(Text("document", 2, start, written), principles, cued=cued):
        assert written[one.place.start - start : one.place.end - start] == one.place.text != ""
        assert one.place.start - start >= ends
        assert one.numbers
        ends = one.place.end - start


@ON_A_BUSY_MACHINE
@given(written=HOSTILE, known=st.sampled_from([frozenset[str](), KNOWN]))
@example(written="1A\x1f", known=KNOWN)
def test_codes_stand_where_they_say(written: str, known: frozenset[str]) -> None:
    ends = 0
    for one in find_codes(written, CODE, CUES, known):
        assert ends <= one.start < one.end <= len(written)
        assert one.codes
        ends = one.end
    split = split_code(written, CODE)
    assert split is None or 0 < split[1] <= len(written)


@ON_A_BUSY_MACHINE
@given(written=HOSTILE)
def test_sentences_hold_every_visible_character(written: str) -> None:
    pieces = sentences(Text("document", 0, 3, written))
    assert all(written[one.start - 3 : one.end - 3] == one.text for one in pieces)
    assert "".join("".join(one.text.split()) for one in pieces) == "".join(written.split())


@ON_A_BUSY_MACHINE
@given(written=HOSTILE)
def test_the_rest_takes_any_text(principles: PrincipleSet, written: str) -> None:
    assert suggest([written], principles) == suggest([written], principles)
    assert has_measure(written, ("hälften",)) in {True, False}
    assert match_title(written, principles) is None or written.strip()
    assert "" not in content_stems(written)


@pytest.mark.parametrize(
    "unit",
    [
        "princip ", "princip 1, ", "1, ", "å", " ", "samverka ", '("', "första, ", "P5 ", "öppna upp ", "a\u0301", ".",
        "princip Öppna upp, ", "information och ", "(nr 5)", "princip som ", "principer som är ", "GDPR ", "mål ",
        "mål 1A, ", "1A\n", "(1A", "effektmål nr ", "4B ", "\n", "1 ", "a.", "\u00ad", "användare alltid ",
    ],
)  # fmt: skip
def test_time_is_in_step_with_length(unit: str, principles: PrincipleSet) -> None:
    """All of it together takes a tenth of a second on a quiet machine; were time quadratic, it would take a minute."""
    line = unit * (30_000 // len(unit))
    jobs: list[Callable[[], object]] = [
        lambda: find_mentions(Text("document", 0, 0, line), principles),
        lambda: find_codes(line, CODE, CUES, KNOWN),
        lambda: split_code(line, CODE),
        lambda: has_measure(line, ("hälften",)),
        lambda: suggest([line], principles),
    ]
    start = time.perf_counter()
    for job in jobs:
        job()
    assert time.perf_counter() - start < 5


def test_a_line_of_a_megabyte(principles: PrincipleSet) -> None:
    line = "princip " * 125_000
    start = time.perf_counter()
    assert find_mentions(Text("document", 0, 0, line), principles) == ()
    assert find_codes(line, CODE, CUES, KNOWN) == ()
    assert time.perf_counter() - start < 20  # 1.1 s where it was measured; hours if every word looked at all the others
