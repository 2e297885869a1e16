"""Chapters that are missing or empty: one cause gives one finding."""

from tests.checks.held import hits, told
from tests.word.build import docx, p, styled, table

WHOLE = {
    "1 Sammanfattning": "Sex kommuner.",
    "2 Nuläge": "Olika system.",
    "3 Fokusområden": "### 3.1 Digital trygghet\n\n1A: Invånarna litar på tjänsterna.",
    "4 Insatser": "### 4.1 Säker inloggning",
    "5 Bilagor": "### 5.1 Beslutsprocess\n\nStyrgruppen beslutar.\n\n### 5.2 Begreppslista\n\nOrd: ord.\n\n"
    "### 5.3 Svenskt ramverk för digital samverkan\n\nTretton principer.",
}


def plan(**changed: str | None) -> str:
    """The whole plan, with chapters by their first figure (`c5`) taken out or given other words."""
    chapters = {title: changed.get(f"c{title[0]}", words) for title, words in WHOLE.items()}
    return "# Handlingsplan\n\n" + "\n\n".join(
        f"## {t}\n\n{words}" for t, words in chapters.items() if words is not None
    )


def test_a_whole_plan_lacks_nothing() -> None:
    assert hits("PL101", plan()) == hits("PL108", plan()) == []


def test_without_appendices_one_finding_speaks_for_what_stands_in_them() -> None:
    (hit,) = hits("PL101", plan(c5=None))
    assert (hit.case, [words.sv for words in hit.words["held"]]) == (  # type: ignore[union-attr]
        "holder",
        ["Beslutsprocess", "Begreppslista", "Svenskt ramverk för digital samverkan"],
    )


def test_appendices_without_a_chapter_over_them_lack_only_what_is_not_there() -> None:
    source = plan(c5=None) + "\n\n## 5 Begreppslista\n\nOrd: ord."
    assert [(hit.case, hit.words["chapter"].sv) for hit in hits("PL101", source)] == [  # type: ignore[union-attr]
        ("default", "Beslutsprocess"),
        ("default", "Svenskt ramverk för digital samverkan"),
    ]


def test_empty_appendices_are_empty_and_what_they_hold_is_not_missing_too() -> None:
    source = plan(c5="")
    assert hits("PL101", source) == []
    assert told(hits("PL108", source)) == [("holder", "Bilagor")]


def test_a_chapter_with_an_empty_paragraph_or_table_is_empty_and_one_with_words_in_a_table_is_not() -> None:
    body = p("Handlingsplan", '<w:pStyle w:val="Title"/>') + styled("Rubrik1", "Sammanfattning") + p() + table()
    body += styled("Rubrik1", "Nuläge") + table("<w:tr><w:tc><w:p><w:r><w:t>Så är det</w:t></w:r></w:p></w:tc></w:tr>")
    body += styled("Rubrik1", "Insatser") + styled("Rubrik2", "Säker inloggning")
    (hit,) = hits("PL108", docx(body))
    assert (hit.case, hit.place.text, hit.subject and hit.subject.id) == ("default", "Sammanfattning", "Sammanfattning")


def test_what_could_not_be_read_may_be_the_chapter() -> None:
    chunk = '<w:altChunk r:id="rId-x"/>'
    body = styled("Rubrik1", "Sammanfattning") + chunk + styled("Rubrik1", "Nuläge") + styled("Rubrik1", "Insatser")
    assert told(hits("PL108", docx(body))) == [("default", "Nuläge"), ("default", "Insatser")]


def test_a_heading_that_may_be_the_chapter_makes_it_undecided() -> None:
    source = plan(c2=None) + "\n\n## 6 Nulägesbild 2026\n\nOlika system."
    (hit,) = hits("PL101", source)
    assert (hit.case, hit.place.text, hit.undecided) == ("unsure", "Nulägesbild 2026", True)
