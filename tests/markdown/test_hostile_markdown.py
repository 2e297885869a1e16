"""No text makes the Markdown reader raise, lose its count or put a mark outside its paragraph."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.markdown import read
from planlint.model.document import paragraphs
from planlint.model.text import Text

PIECES = st.one_of(
    st.sampled_from(["# ", "## ", "- ", "1. ", "> ", "    ", "\n", "\n\n", "---\n", "a: b\n", "|", "|--|\n", "```\n"]),
    st.sampled_from(["<!-- planlint: ok – a -->", "<!-- planlint: ok -->\n", "- - ", "> - "]),
    st.sampled_from(["**", "*", "_", "`", "[", "](#", ")", "![", "<!--", "-->", "<b>", "&#0;", "\\", "  \n", "\t"]),
    st.sampled_from(["å", "\ufeff", "\u0301", "\x00", "\ud800"]),
)


@settings(max_examples=300)
@given(st.one_of(st.text(), st.text(alphabet=st.characters(codec=None)), st.lists(PIECES, max_size=40).map("".join)))
def test_every_paragraph_is_in_order_and_its_marks_lie_within_it(source: str) -> None:
    document = read(source)
    found = list(paragraphs(document.body))
    assert [p.content for p in found] == [Text("document", i, 0, p.text) for i, p in enumerate(found)]
    assert document.paragraphs == len(found)
    stretches = [(mark.start, mark.end, len(p.text)) for p in found for mark in p.marks]
    stretches += [(link.start, link.end, len(p.text)) for p in found for link in p.links]
    assert all(0 <= start < end <= length for start, end, length in stretches)
    anchors = [(each.anchor, each.until) for each in document.comments if each.anchor is not None]
    assert all(anchor in [p.content for p in found] for anchor, _ in anchors)
    assert all(anchor.paragraph < until < len(found) for anchor, until in anchors if until is not None)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("[" * 200_000, id="brackets"),
        pytest.param("![" * 4000, id="images"),
        pytest.param("<!--" * 80_000, id="comments never closed"),
        pytest.param("<!-- planlint: ok – a -->" * 20_000, id="comments to planlint"),
        pytest.param("<!-- planlint: ok – a -->\n\n- a\n" * 4_000, id="comments to planlint in a list"),
        pytest.param("*a **a " * 4000, id="emphasis never closed"),
        pytest.param("> " * 20_000, id="quotations"),
        pytest.param("|a" * 4000 + "\n" + "|-" * 4000, id="wide table"),
        pytest.param("---\n" + "\n" * 40_000, id="front matter of blank lines never closed"),
        pytest.param("---\n" + " \n" * 40_000, id="front matter of spaces never closed"),
        pytest.param("---\n" + "a: b\n" * 20_000, id="front matter never closed"),
    ],
)
def test_nothing_takes_long(source: str) -> None:
    began = time.process_time()
    read(source)
    assert time.process_time() - began < 4
