"""Stretches that meet: the quick answer is the one that looking at every pair gives."""

import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from planlint.engine.spans import Spans, Stretch, stretch
from planlint.model.text import Text

PLACES = st.builds(
    Text, st.sampled_from(["document", "header1"]), st.integers(0, 3), st.integers(0, 4), st.text("ab", max_size=3)
)


def test_a_text_reaches_over_its_words_and_an_empty_one_over_its_paragraph() -> None:
    assert stretch(Text("document", 7, 3, "abc")) == Stretch(("document", 7, 3), ("document", 7, 6))
    assert stretch(Text("document", 7, 3, "")) == Stretch(("document", 7, 0), ("document", 7, sys.maxsize))
    assert stretch(Text("document", 7, 3, "abc"), 9) == Stretch(("document", 7, 3), ("document", 9, sys.maxsize))


@given(st.lists(st.tuples(PLACES, st.none() | st.integers(4, 6))), PLACES)
def test_something_meets_where_any_pair_does(held: list[tuple[Text, int | None]], asked: Text) -> None:
    members = [(stretch(*each), each) for each in held]
    place = stretch(asked)
    meeting = [each for span, each in members if span.start < place.end and place.start < span.end]
    found = Spans(members).meeting(place)
    assert (found in meeting) if meeting else found is None


def test_many_that_overlap_take_no_longer_than_many_that_do_not() -> None:
    began = time.process_time()
    spans = Spans((stretch(Text("document", 0, number, "a" * 100_000)), number) for number in range(50_000))
    met = [spans.meeting(stretch(Text("document", 0, number, "a"))) for number in range(50_000)]
    assert met[:3] == [0, 1, 2]
    assert time.process_time() - began < 5
