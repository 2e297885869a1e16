"""Each finding in its section: gathered or alone, the words in their context, links both ways, what is folded."""

from dataclasses import replace

import pytest

from planlint.model.finding import BASELINE, Finding, Location, Subject
from planlint.model.forms.checklist import Question
from planlint.model.outcome import Fault, Outcome, Standing
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.model.words import Words
from planlint.report.html.finding_view import MOST_RELATED
from tests.report.html.conftest import Show
from tests.report.html.reading import Element, find, only, said


def _of(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def test_each_finding_that_counts_is_there_once_under_its_own_name(page: Element, outcome: Outcome) -> None:
    counted = [f"d1-f-{number}" for number, each in enumerate(outcome.findings, 1) if each.suppressed is None]
    assert sorted(str(each.get("id")) for each in find(page, "//*[@data-finding]")) == sorted(counted)
    assert said(only(page, "//article[@id='d1-f-8']/h5")) == "Fel Planen har inget effektmål 7C."


def test_equal_findings_are_told_apart(show: Show, findings: tuple[Finding, ...]) -> None:
    assert [each.get("id") for each in find(show(findings[7], replace(findings[7])), "//article")] == [
        "d1-f-1",
        "d1-f-2",
    ]


def test_severity_is_told_by_word_and_shape(page: Element) -> None:
    tags = {
        (
            each.get("data-severity"),
            said(only(each, "./*/*[contains(@class, 'tag')]")),
            only(each, "./*/span//use").get("href"),
        )
        for each in find(page, "//article")
    }
    assert tags == {
        ("error", "Fel", "#shape-error"),
        ("warning", "Varning", "#shape-warning"),
        ("info", "Upplysning", "#shape-info"),
    }


def test_many_of_one_rule_in_a_section_share_their_head_and_their_advice(
    show: Show, findings: tuple[Finding, ...]
) -> None:
    repeated = findings[4]
    many = [
        replace(repeated, message=f"Punkten står två gånger. Det var nummer {number}.", fingerprint=f"{number:016}")
        for number in (1, 2, 3)
    ]
    item = only(show(*many), "//article")
    assert said(only(item, "./h5")) == "Varning Punkten står två gånger."
    assert said(only(item, "./*[@class='rule']")) == "Länk till anmärkningen PL314 a-rule 3 ställen"
    places = find(item, ".//li[@data-finding]")
    assert [each.get("id") for each in places] == ["d1-f-1", "d1-f-2", "d1-f-3"]
    assert [said(only(each, "./p")) for each in places] == [f"Det var nummer {number}." for number in (1, 2, 3)]
    assert len(find(item, ".//details")) == 1


def test_gathered_findings_without_a_common_beginning_stand_under_the_rules_title(
    show: Show, findings: tuple[Finding, ...]
) -> None:
    many = [replace(findings[4], message=message) for message in ("Ett.", "Två.", "Tre.")]
    item = only(show(*many), "//article")
    assert said(only(item, "./h5")) == "Varning Samma punkt två gånger i en del"
    assert [said(each) for each in find(item, ".//*[@class='own']")] == ["Ett.", "Två.", "Tre."]


def test_an_intervention_is_not_named_under_its_own_heading(page: Element) -> None:
    assert said(only(page, "//article[@id='d1-f-6']/h5")) == "Varning Insatsen nämner ingen princip."


def test_the_spot_is_marked_in_its_paragraph(page: Element) -> None:
    quoted = only(page, "//article[@id='d1-f-12']//q")
    assert only(quoted, "./mark").text == "princip 14"
    assert said(quoted).startswith("Införa en gemensam tjänst för inloggning med stöd av princip 14, så att en")


def test_what_a_message_marks_as_changed_is_marked_up(page: Element) -> None:
    assert [each.text for each in find(page, "//article[@id='d1-f-11']/h5//ins")] == ["tryggt och"]


def test_taken_out_and_put_in_are_told_apart(show: Show, findings: tuple[Finding, ...]) -> None:
    changed = replace(findings[10], message="Från [-gammalt-] till {+nytt+}, <b>.")
    head = only(show(changed), "//article/h5")
    swedish = only(head, "./*[@class='says']/*[@lang='sv']")
    assert [(each.tag, each.text) for each in swedish] == [("del", "gammalt"), ("ins", "nytt")]
    assert said(head) == "Varning Från gammalt till nytt, <b>."


def test_a_heading_is_not_quoted_under_itself(page: Element) -> None:
    assert find(page, "//article[@id='d1-f-7']//q") == []


def test_links_lead_both_ways_between_findings_and_matrices(page: Element) -> None:
    ties = {
        str(only(item, ".").get("id")): [str(each.get("href")) for each in find(item, ".//a[@class='tie']")]
        for item in find(page, "//article")
    }
    assert ties["d1-f-3"] == ["#d1-goal-2"]
    assert ties["d1-f-8"] == ["#d1-int-2"]
    assert ties["d1-f-12"] == []  # about a principle that does not exist
    heads = find(page, "//*[@class='part-head']//a")
    assert [each.get("href") for each in heads] == ["#d1-int-2", "#d1-int-3", "#d1-int-1"]
    back = {str(each.get("href")) for each in find(page, "//*[@class='matrices']//a")}
    assert {"#d1-f-3", "#d1-f-6", "#d1-f-7", "#d1-f-8"} <= back


def test_few_places_to_compare_with_stand_open_and_many_are_folded(show: Show, findings: tuple[Finding, ...]) -> None:
    (drifted,) = _of(findings, "PL205")

    def related(number: int) -> Element:
        texts = [
            Location(("3 Fokusområden", f"3.{n}"), Text("document", 900 + n, 0, f"Lydelse {n}")) for n in range(number)
        ]
        return show(replace(drifted, related=tuple(texts)))

    assert find(related(3), "//details[@class='related']") == []
    folded = only(related(20), "//details[@class='related']")
    assert said(only(folded, "./summary")) == "Se även 20 ställen"
    assert len(find(folded, ".//q")) == MOST_RELATED
    assert said(find(folded, ".//li")[-1]) == "… och på 8 ställen till"
    assert said(find(folded, ".//li")[0]) == "3.0Lydelse 0"


def test_words_outside_the_body_tell_which_part_they_stand_in(show: Show, findings: tuple[Finding, ...]) -> None:
    header = replace(findings[0], location=Location((), Text("header2", 0, 0, "Handlingsplan 2019")))
    where = only(show(header), "//article//*[@class='where']")
    assert (said(where, "sv"), said(where, "en")) == ("Sidhuvud", "Page header")


def test_a_long_paragraph_is_cut_around_the_spot(show: Show, plan: Plan, findings: tuple[Finding, ...]) -> None:
    words = " ".join(f"ord{number}" for number in range(20_000))
    start = words.index("ord10000")
    long = Text("document", 500, 0, words)
    finding = replace(findings[11], location=Location(("4 Insatser",), long.cut(start, start + 8)))
    quoted = said(only(show(finding, plan=replace(plan, texts=(*plan.texts, long))), "//q"))
    assert quoted.startswith("… ord")
    assert " ord9999 ord10000 ord10001 " in quoted
    assert quoted.endswith(" …")
    assert len(quoted) <= 360


def test_what_is_suggested_already_is_not_suggested_again(page: Element) -> None:
    suggestions = {str(each.getparent().get("id")): said(each) for each in find(page, "//*[@class='suggestion']")}  # type: ignore[union-attr]
    assert suggestions == {
        "d1-f-6": "Förslag: princip 13 Ha helhetssyn på informationshantering",
        "d1-f-8": "Förslag: 1A, 1B eller 2A",
    }


def test_a_judgement_says_that_it_is_one(page: Element) -> None:
    assert [each.get("id") for each in find(page, "//article[.//*[@class='judged']]")] == ["d1-f-2"]
    assert said(find(page, "//article[@id='d1-f-2']/details/p")[-1]) == (
        "Det här är en bedömning och kan vara fel. Den stoppar inte planen, om inte regeln har valts."
    )


def test_the_filter_offers_the_rules_and_chapters_that_there_are(page: Element) -> None:
    rules = find(page, "//select[@name='rule']/option")
    assert [each.get("value") for each in rules] == [
        "", "PL204", "PL205", "PL207", "PL302", "PL305", "PL314", "PL401", "PL402", "PL404",
    ]  # fmt: skip
    assert rules[5].text == rules[5].get("data-sv") == "PL305 Insats utan förväntad nytta (2)"
    assert rules[5].get("data-en") == "PL305 An intervention without expected benefits (2)"
    chapters = {str(each.get("value")): each.text for each in find(page, "//select[@name='chapter']/option")}
    assert chapters == {
        "": "Alla kapitel",
        "d1-c-1": "4 Insatser",
        "d1-c-2": "3 Fokusområden",
        "d1-c-3": "Dokumentet som helhet",
    }
    assert {str(each.get("data-chapter")) for each in find(page, "//*[@data-chapter]")} == chapters.keys() - {""}


def test_accepted_findings_are_folded_with_their_reasons(show: Show, findings: tuple[Finding, ...]) -> None:
    page = show(
        findings[2], replace(findings[7], suppressed=BASELINE), replace(findings[8], suppressed="E-rådet 3 maj")
    )
    section = only(page, "//section[@class='accepted']")
    assert said(only(section, ".//summary")) == "Visa 2 anmärkningar som inte räknas"
    assert [said(each) for each in find(section, ".//li")] == [
        "PL302 Hänvisning till ett effektmål som inte finns · 4.2 E-arkiv Står i baslinjen.",
        "PL401 Insats utan hänvisning till någon princip · 4.3 Trygg inloggning Skäl: E-rådet 3 maj",
    ]
    assert [said(each) for each in find(page, "//*[@class='tile-number']")] == ["0 fel", "1 varning", "0 upplysningar"]


def test_where_all_is_accepted_there_is_nothing_new(show: Show, findings: tuple[Finding, ...]) -> None:
    page = show(replace(findings[2], suppressed=BASELINE), baseline=Standing(listed=True, gone=2))
    assert said(only(page, "//*[@class='calm']")).startswith("Inga nya anmärkningar.")
    assert [said(each) for each in find(page, "//*[@class='notes']/li")][-2:] == [
        "Kvar från baslinjen: 1 varning.",
        "2 anmärkningar i baslinjen finns inte längre. Uppdatera den med planlint baseline.",
    ]


def test_a_document_that_is_no_plan_is_not_called_good(show: Show) -> None:
    page = show(kind="unknown", plan=None, findings=(), revisions=0, comments=0)
    assert find(page, "//*[@class='calm']") == []


def test_faults_and_questions_are_shown(show: Show) -> None:
    question = Question(title=Words(sv="Ansvar", en="Duty"), text=Words(sv="Vem gör vad?", en="Who does what?"))
    page = show(faults=(Fault("PL204", "KeyError: 'x'"),), questions=(question,))
    assert said(only(page, "//*[@class='alert']")) == (
        "Internt fel i regeln PL204: KeyError: 'x'. Övriga regler har körts. Rapportera gärna felet."
    )
    asked = only(page, "//section[@class='questions']//li")
    assert (said(asked, "sv"), said(asked, "en")) == ("Ansvar Vem gör vad?", "Duty Who does what?")


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"kind": "card", "compared": False}, "Effektmålen är inte jämförda med planens. Ange planen: --plan PLAN"),
        ({"fallback": True}, "Inget ramverk beskriver en plan som den här:"),
        (
            {"baseline": Standing(listed=False)},
            "Dokumentet finns inte i baslinjen, så alla anmärkningar räknas som nya.",
        ),
    ],
)
def test_how_the_document_was_read_is_noted(show: Show, changes: dict[str, object], note: str) -> None:
    notes = [said(each) for each in find(show(**changes), "//*[@class='notes']/li")]
    assert [each for each in notes if each.startswith(note)]


def test_a_finding_about_what_the_matrices_leave_out_leads_nowhere(show: Show, findings: tuple[Finding, ...]) -> None:
    stray = replace(findings[2], subject=Subject("goal", "9Z", "Ett annat mål"))
    assert find(show(stray), "//article//a[@class='tie']") == []
