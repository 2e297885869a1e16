import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from planlint.markdown import MARKER
from planlint.model.finding import BASELINE
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.report.markdown import LEAST, MAX_COMMENT, MOST_ROWS, render_markdown
from planlint.report.markdown_fit import size
from planlint.report.printable import printable

Golden = Callable[[str, str], None]
Make = Callable[[Language], Run]
Hostile = Callable[[str], Run]

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OWN = {
    *("div", "h2", "h3", "h4", "h5", "p", "ul", "li", "strong", "b", "span", "blockquote", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
"""Every element that a report may have; the outermost is this test's own."""


def _page(text: str) -> etree._Element:
    """The report as a page."""
    return html.fromstring(f"<div>{PARSER.render(text)}</div>")


def _words(element: etree._Element) -> str:
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _rows(text: str) -> list[list[str]]:
    return [[_words(cell) for cell in row] for row in _page(text).iter("tr")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report(make: Make, golden: Golden, language: Language) -> None:
    golden(f"report.{language}.md", render_markdown(make(language)))


def test_a_program_knows_the_report_by_how_it_begins(make: Make) -> None:
    assert render_markdown(make("sv")).startswith(f"{MARKER}\n## planlint: ")


def test_the_verdict(make: Make) -> None:
    run = make("sv")

    def verdict(run: Run) -> str:
        return render_markdown(run).splitlines()[1].removeprefix("## planlint: ")

    fine = replace(run, outcomes=run.outcomes[:1])
    assert verdict(run) == "3 dokument kunde inte granskas helt och 5 fel att åtgärda"
    assert verdict(fine) == "5 fel att åtgärda"
    assert verdict(replace(fine, counted=())) == "inget som stoppar, 4 fel, 6 varningar, 2 upplysningar"
    assert verdict(replace(run, outcomes=run.outcomes[5:6], counted=())) == "inga anmärkningar"
    assert verdict(replace(run, outcomes=run.outcomes[2:3], counted=())) == "1 dokument kunde inte granskas helt"


def test_the_table_of_documents(make: Make) -> None:
    assert _rows(render_markdown(make("sv"))) == [
        ["Dokument", "Fel", "Varningar", "Upplysningar", "Undantagna"],
        ["planer/björkbygden.md", "4", "6", "2", "3"],
        ["planer/plan, 100 % klar.docx", "1", "1", "0", "0"],
        ["hemlig.docx (kunde inte läsas)", "–", "–", "–", "–"],
        ["borta.docx (kunde inte läsas)", "–", "–", "–", "–"],
        ["trasig.docx", "0", "0", "0", "0"],
        ["felfri.docx", "0", "0", "0", "0"],
        ["brev.docx", "0", "0", "0", "0"],
    ]


def test_of_many_documents_the_gravest_have_a_row(make: Make) -> None:
    run = make("sv")
    clean = [replace(run.outcomes[5], path=f"{number}.docx") for number in range(40)]
    rows = _rows(render_markdown(replace(run, outcomes=(*clean, *run.outcomes))))
    assert len(rows) == 1 + MOST_ROWS + 1
    assert rows[1:3] == [["0.docx", "0", "0", "0", "0"], ["1.docx", "0", "0", "0", "0"]]
    assert rows[-6][0] == "planer/björkbygden.md"
    assert rows[-1] == ["och 27 dokument till", "", "", "", ""]


def test_what_is_suppressed_is_counted_only(make: Make) -> None:
    run = make("sv")
    (first,) = run.outcomes[:1]
    hidden = tuple(replace(each, suppressed=BASELINE, message="Hemligt.") for each in first.findings)
    text = render_markdown(replace(run, outcomes=(replace(first, findings=hidden),), counted=()))
    assert "Hemligt" not in text
    assert _rows(text)[1] == ["planer/björkbygden.md", "0", "0", "0", "15"]


def test_why_and_what_to_do_are_told_once_a_rule_in_a_document(make: Make) -> None:
    run = make("sv")
    page = _page(render_markdown(replace(run, outcomes=run.outcomes[:1])))
    folded = [_words(each) for each in page.iter("details")]
    assert sum("Gör något åt PL401." in words for words in folded) == 1
    assert len(folded) == len({each.rule for each in run.outcomes[0].findings})
    assert {each.text for each in page.iter("summary")} == {"Varför, och vad ni kan göra"}


def test_the_words_stand_bold_in_their_paragraph(make: Make) -> None:
    run = make("sv")
    page = _page(render_markdown(replace(run, outcomes=run.outcomes[:1])))
    quotes = [_words(each).strip() for each in page.iter("blockquote")]
    assert "7C" in {each.text for each in page.iter("b")}
    assert any(quote.endswith("Förslag: 1A, 1B eller 2A") for quote in quotes)
    assert any(quote.split("\n")[1].startswith("Jämför (3.2 Digital trygghet") for quote in quotes if "\n" in quote)


def _many(run: Run, number: int) -> Run:
    """The small plan with its findings over and over, each with a fingerprint in its words."""
    first = run.outcomes[0]
    findings = [each for each in first.findings if each.suppressed is None]
    many = tuple(
        replace(finding, message=f"Nummer {count}: {finding.message}")
        for count in range(number)
        for finding in findings
    )
    return replace(run, outcomes=(replace(first, findings=many),), counted=())


def test_what_does_not_fit_is_left_out_whole_and_the_gravest_kept(make: Make) -> None:
    run = _many(make("sv"), 60)
    everything, cut = render_markdown(run, None), render_markdown(run)
    assert size(everything) > MAX_COMMENT
    assert MAX_COMMENT - 1_000 < size(cut) <= MAX_COMMENT
    note = re.search(r"Allt ryms inte här: (\d+) anmärkningar är utelämnade\.", cut)
    assert note
    kept = {*re.findall(r"Nummer \d+: [^\n]*", cut)}
    assert kept < {*re.findall(r"Nummer \d+: [^\n]*", everything)}
    assert sum(line.lstrip().startswith(("- **Fel", "- **Varning", "- **Upplysning")) for line in cut.split("\n"))
    assert "Allt ryms inte" not in everything
    assert render_markdown(run, size(everything)) == everything


@pytest.mark.parametrize("limit", [LEAST, MAX_COMMENT])
@pytest.mark.parametrize("words", ["$", "@a", "e\u0301\u0301", "🙂", "ord "])
def test_no_text_makes_it_too_long(hostile: Hostile, words: str, limit: int) -> None:
    run = hostile(words * 1_000)
    several = replace(run, outcomes=run.outcomes * 8)
    text = render_markdown(several, limit)
    assert len(text.encode("utf-8")) <= limit


def _held(text: str) -> None:
    """The page has only elements that a report makes, and no attribute that a plan could have put there."""
    page = _page(text)
    for element in page.iter(etree.Element):
        assert element.tag in OWN
        assert set(element.attrib) <= {"style"}
        assert element.tag != "span" or len(element.text or "") <= 6
        assert element.tag != "summary" or element.text == "Varför, och vad ni kan göra"


def test_no_words_come_alive(hostile: Hostile, hostile_words: str) -> None:
    text = render_markdown(hostile(hostile_words))
    text.encode("utf-8")
    _held(text)
    assert [each.text for each in _page(text).iter(etree.Comment)] == [" planlint "]
    words = _words(_page(text))
    assert printable(hostile_words)[:90] in words


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.sampled_from("<>&|`*_[]()#@:/-=+~$!\\\n \x00\u2028\ud800aå1."), min_size=1, max_size=30))
def test_no_text_comes_alive(hostile: Hostile, words: str) -> None:
    _held(render_markdown(hostile(words)))


def test_the_same_run_gives_the_same_bytes(make: Make) -> None:
    assert render_markdown(make("sv")) == render_markdown(make("sv"))
