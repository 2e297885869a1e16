import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planlint.model.text import Text
from planlint.report.page import Page
from planlint.report.passage import index_paragraphs, middle_out, paragraph_around, quoted

LONG = (
    "Införa en gemensam tjänst för inloggning med stöd av princip 14, så att en invånare som flyttar slipper börja om"
)


def _spot(paragraph: str, words: str) -> tuple[Text, Text]:
    whole = Text("document", 7, 0, paragraph)
    start = paragraph.index(words)
    return whole.cut(start, start + len(words)), whole


def _shown(paragraph: str, words: str, lead: str = "", width: int = 80) -> str:
    page = Page(width=width)
    return page.render(quoted(*_spot(paragraph, words), lead, page, 4))


@pytest.mark.parametrize(
    ("paragraph", "words", "lead", "shown"),
    [
        ("7C: Arkiven är digitala.", "7C", "Mål", "    Mål: ”7C: Arkiven är digitala.”\n          ^^\n"),
        (
            LONG,
            "princip 14",
            "",
            f"    ”… för inloggning med stöd av princip 14, så att en invånare som flyttar …”\n{' ' * 34}^^^^^^^^^^\n",
        ),
        ("1A: Arkiven är digitala.", "Arkiven är digitala.", "", "    ”Arkiven är digitala.”\n"),
        (
            "平仮名 princip 14 平仮名",
            "princip 14",
            "",
            "    ”平仮名 princip 14 平仮名”\n            ^^^^^^^^^^\n",
        ),
        (
            "före \x1b[31m princip 14 efter allt detta",
            "princip 14",
            "",
            "    ”före \ufffd[31m princip 14 efter allt detta”\n                ^^^^^^^^^^\n",
        ),
    ],
)  # fmt: skip
def test_the_spot_is_marked_below(paragraph: str, words: str, lead: str, shown: str) -> None:
    assert _shown(paragraph, words, lead) == shown


def test_a_long_lead_gets_its_own_line() -> None:
    lead = "FÖRVÄNTAD NYTTA › Kortsiktig nytta för alla kommuner"
    assert _shown(LONG, "princip 14", lead).splitlines()[0] == f"    {lead}:"


def test_a_whole_paragraph_takes_three_lines_at_most() -> None:
    words = " ".join(f"ord{number}" for number in range(300))
    lines = _shown(words, words).splitlines()
    assert len(lines) == 3
    assert "… " in " ".join(lines)
    assert lines[-1].endswith("ord299”")


@given(
    st.text(alphabet="ab å漢\u0301\u200d😀", max_size=90),
    st.text(alphabet="xy ö字", min_size=1, max_size=90),
    st.text(alphabet="cd é仮", max_size=90),
    st.integers(40, 100),
)
def test_no_line_is_wider_than_the_page(before: str, words: str, after: str, width: int) -> None:
    whole = Text("document", 0, 0, before + words + after)
    page = Page(width=width)
    lines = page.render(quoted(whole.cut(len(before), len(before + words)), whole, "", page, 4)).splitlines()
    assert all(cell_len(each) <= width for each in lines)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("en rad som får plats", 30, "en rad som får plats"),
        ("början av något som är långt och slutet", 24, "början av något … slutet"),
        ("medlemskommunernas", 10, "medlemsko…"),
    ],
)
def test_the_middle_is_left_out(text: str, width: int, shown: str) -> None:
    assert middle_out(text, width) == shown


def test_a_place_finds_the_paragraph_that_holds_it() -> None:
    one, two = Text("document", 3, 0, "Första cellen"), Text("document", 3, 20, "Andra cellen")
    paragraphs = index_paragraphs([one, two, Text("footnotes", 3, 0, "Andra cellen")])
    assert paragraph_around(Text("document", 3, 26, "cellen"), paragraphs) == two
    lost = Text("document", 9, 0, "cellen")
    assert paragraph_around(lost, paragraphs) == lost
