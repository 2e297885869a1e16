"""What only a Word file has: merged cells, text boxes, captions, titles set as headings, underlined labels."""

from collections.abc import Callable

import pytest

from planlint import word
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.rulebook import Rulebook
from tests.word.build import STYLES, cell, docx, p, r, row, styled, table

ReadBody = Callable[[str], Plan]

CAPTION = '<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/></w:style>'
BOLD, LINE = "<w:b/>", '<w:u w:val="single"/>'
AREAS = (
    styled("Rubrik1", "3 Fokusområden")
    + styled("Rubrik2", "3.1 Skola")
    + p("1A: Alla når")
    + p("1B: Alla kan")
    + styled("Rubrik1", "4 Insatser")
)
ITEM = styled("Rubrik2", "4.1 Lärportal")


@pytest.fixture
def read_body(fyrbodal: Framework, rulebook: Rulebook) -> ReadBody:
    def plan(body: str) -> Plan:
        document = word.read(docx(p("Handlingsplan") + body, styles=STYLES + CAPTION))
        return recognise(document, fyrbodal, rulebook.principle_sets["digg-1.3"])

    return plan


def box(inside: str) -> str:
    return p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def filled(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(part.key, [item.text for item in part.items]) for part in plan.interventions[0].parts if part.items]


def test_a_label_beside_several_rows(read_body: ReadBody) -> None:
    first, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    plan = read_body(
        AREAS
        + ITEM
        + table(
            row(cell("Effektmål", first), cell("1A"), cell("Alla når")),
            row(cell("", on), cell("1B"), cell("Alla kan")),
            row(cell("Nytta", first), cell("Kort sikt"), cell("Snabbare svar")),
            row(cell("", on), cell("Lång sikt"), cell("Lägre kostnad")),
            row(cell("Aktiviteter"), cell("Köpa", '<w:gridSpan w:val="2"/>')),
        )
    )
    assert filled(plan)[1:] == [
        ("benefits_short", ["Snabbare svar"]),
        ("benefits_long", ["Lägre kostnad"]),
        ("activities", ["Köpa"]),
    ]
    links = [(link.code, link.text and link.text.text) for link in plan.interventions[0].links]
    assert links == [("1A", "Alla når"), ("1B", "Alla kan")]
    assert plan.unplaced == ()


def test_divisions_as_plain_lines_in_a_cell(read_body: ReadBody) -> None:
    value = p("Kortsiktig nytta") + p("Snabbare svar") + p("Långsiktig nytta") + p("Lägre kostnad")
    plan = read_body(AREAS + ITEM + table(row(cell("Förväntad nytta"), cell(value)), row(cell("Budget"), cell("10"))))
    assert filled(plan) == [
        ("benefits_short", ["Snabbare svar"]),
        ("benefits_long", ["Lägre kostnad"]),
        ("funding", ["10"]),
    ]


def test_labels_that_are_only_underlined(read_body: ReadBody) -> None:
    bullets = p("• Köpa") + p("• Införa")
    plan = read_body(
        AREAS + ITEM + p("Text.") + p(r("Aktiviteter 2027", LINE)) + bullets + p(r("E-rådets roll", LINE)) + p("• Leda")
    )
    assert filled(plan) == [("activities", ["Köpa", "Införa"]), ("council_role", ["Leda"])]


def test_a_typed_bullet_in_bold_or_capitals_is_no_heading(read_body: ReadBody) -> None:
    plan = read_body(AREAS + ITEM + p(r("Aktiviteter", BOLD)) + p(r("- Köpa", BOLD)) + p("- INFÖRA") + p("- Leda"))
    assert filled(plan) == [("activities", ["Köpa", "INFÖRA", "Leda"])]
    assert [heading.title for heading in plan.headings][-1] == "Lärportal"


def test_a_caption_is_no_item(read_body: ReadBody) -> None:
    plan = read_body(
        AREAS + ITEM + p(r("Aktiviteter", BOLD)) + p("- Köpa") + styled("Beskrivning", "Så hänger det ihop")
    )
    assert filled(plan) == [("activities", ["Köpa"])]


def test_an_intervention_that_stands_in_a_text_box(read_body: ReadBody) -> None:
    plan = read_body(AREAS + ITEM + box(p("Bakgrunden.") + p(r("Aktiviteter", BOLD)) + p("- Köpa")) + p())
    assert filled(plan) == [("activities", ["Köpa"])]
    assert [text.text for text in plan.interventions[0].background] == ["Bakgrunden."]


def test_goals_in_a_text_box_count_where_no_others_stand(read_body: ReadBody) -> None:
    boxed = (
        styled("Rubrik1", "3 Fokusområden")
        + styled("Rubrik2", "3.1 Skola")
        + box(p("1A: Alla når") + p("1B: Alla kan"))
    )
    copied = AREAS.replace(p("1A: Alla når"), box(p("1A: Alla når!")) + p("1A: Alla når"))
    for body in (boxed, copied):
        assert [(g.code, g.text.text) for g in read_body(body).goals] == [("1A", "Alla når"), ("1B", "Alla kan")]


def test_the_documents_title_as_a_heading_is_no_chapter_for_a_word_in_it(read_body: ReadBody) -> None:
    plan = read_body(
        styled("Rubrik1", "Plan för insatser i skolan")
        + styled("Rubrik2", "Gemensamma insatser")
        + styled("Rubrik3", "Lärportal")
        + p(r("Aktiviteter", BOLD))
        + p("- Köpa")
    )
    assert [one.heading.title for one in plan.interventions] == ["Lärportal"]


def test_rows_of_contents_typed_in_bold_are_no_headings(read_body: ReadBody) -> None:
    tab = "<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>4</w:t></w:r>"
    rows = p(r("3 Fokusområden", BOLD) + tab) + p(r("3.1 Skola ........ 4", BOLD)) + p(r("4 Insatser . . . 5", BOLD))
    body = p(r("3 Fokusområden", BOLD)) + p(r("3.1 Skola", BOLD)) + p("1A: Alla når") + p(r("4 Insatser", BOLD))
    plan = read_body(rows + p("Text.") + body + p("Text."))
    assert [heading.title for heading in plan.headings] == ["Fokusområden", "Skola", "Insatser"]
    assert [goal.code for goal in plan.goals] == ["1A"]
