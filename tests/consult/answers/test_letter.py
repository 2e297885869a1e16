"""Letters in several habits, each with every view that it holds and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from planlint.model.consultation import Told
from tests.consult.letters import letter, marked_letter, sample, spot_of, views, where

WHOLE = "Planen som helhet"
CARE = "4.2 Digital tillsyn och mobil dokumentation"
ROBUST = "3.4 Robust infrastruktur"
SERVICES = "4.3 Gemensamma e-tjänster"
SCHOOL = "4.1 En ingång till skolans läromedel"
FIBRE = "4.5 Förstudie om bredband och reservvägar"


def asides(told: Told) -> list[str]:
    return [aside.text for aside in told.asides]


def test_a_letter_with_a_heading_for_each_element() -> None:
    told = letter(
        """Tallviks kommun
Kommunstyrelsen
2026-11-20
Dnr KS 2026/231

Till Norrådalens kommunalförbund

Yttrande över förslag till Handlingsplan för digitalisering i Norrådalen 2027–2029

Hej!

Vi har läst planen noga. Den är tydlig och
genomarbetad.

Kostnaderna är däremot svåra att överblicka.

Avsnitt 4.2 Digital tillsyn och mobil dokumentation

Det framgår inte hur samtycke hämtas in. Kan tidplanen flyttas fram?

E-rådets roll
Rådet bör även följa upp avtalen.

Effektmål 2A

Målet är svårt att mäta.

Övriga synpunkter

Planen bör få en mer tillgänglig layout.

Med vänlig hälsning

Ingrid Sollén
Kommundirektör
"""
    )
    assert views(told) == [
        (
            WHOLE,
            "Vi har läst planen noga. Den är tydlig och genomarbetad.\nKostnaderna är däremot svåra att överblicka.",
        ),
        (CARE, "Det framgår inte hur samtycke hämtas in. Kan tidplanen flyttas fram?"),
        (f"{CARE} – E-rådets roll", "Rådet bör även följa upp avtalen."),
        ("Effektmål 2A", "Målet är svårt att mäta."),
        (WHOLE, "Planen bör få en mer tillgänglig layout."),
    ]
    assert asides(told) == [
        "Tallviks kommun",
        "Kommunstyrelsen",
        "2026-11-20",
        "Dnr KS 2026/231",
        "Till Norrådalens kommunalförbund",
        "Yttrande över förslag till Handlingsplan för digitalisering i Norrådalen 2027–2029",
        "Hej!",
        "Övriga synpunkter",
        "Med vänlig hälsning",
        "Ingrid Sollén",
        "Kommundirektör",
    ]
    assert (told.form, told.respondent, told.dated) == ("letter", "Tallviks kommun", date(2026, 11, 20))
    assert {(said.kind, said.way, said.author) for said in told.said} == {("statement", "letter", "")}


def test_a_letter_of_bullets() -> None:
    told = letter(
        """Hej!

Här kommer synpunkter från Granå kommun:

- Avsnitt 2.1: Analysen bör nämna kommunala bolag.
- Mål 2A och 2B är svåra att följa upp.
- Insats 4.3: e-rådets roll är otydlig.
- Kommunernas roll i insats 4.1 blir dyr. Vem betalar licenserna?
- Bilaga 5.2 bör ta upp fler ord.
- Avsnitt 9.9 saknar vi.
- Tidplanen är för snäv.

Mvh
Noor Haddad, Granå kommun
noor.haddad@grana.example
"""
    )
    assert views(told) == [
        ("2.1 Behovsanalys", "Avsnitt 2.1: Analysen bör nämna kommunala bolag."),
        ("Effektmål 2A", "Mål 2A och 2B är svåra att följa upp."),
        (f"{SERVICES} – E-rådets roll", "Insats 4.3: e-rådets roll är otydlig."),
        (f"{SCHOOL} – Kommunernas roll", "Kommunernas roll i insats 4.1 blir dyr. Vem betalar licenserna?"),
        ("5.2 Begreppslista", "Bilaga 5.2 bör ta upp fler ord."),
        ("(not-found)", "Avsnitt 9.9 saknar vi."),
        ("(no-place)", "Tidplanen är för snäv."),
    ]
    assert asides(told) == [
        "Hej!",
        "Här kommer synpunkter från Granå kommun:",
        "Mvh",
        "Noor Haddad, Granå kommun",
        "noor.haddad@grana.example",
    ]
    assert told.respondent == "Granå kommun"


def test_running_prose_is_cut_between_sentences_about_different_things() -> None:
    told = letter(
        """Hedmyra kommun avger följande yttrande.

Kommunen ser positivt på att insats 4.4 görs som en förstudie. Den kan
spara pengar. Däremot är effektmål 3C för högt satt. Hur ska det mätas?

Målet bör sänkas.

Insatsen bör få en egen budget.

I steget Utreda saknas ett beslut.

Vi har i övrigt inget att erinra mot förslaget.

Hedmyra den 12 november 2026
Mats Åkervall
"""
    )
    archive = "4.4 Förstudie om ett gemensamt e-arkiv"
    assert views(told) == [
        (archive, "Kommunen ser positivt på att insats 4.4 görs som en förstudie. Den kan spara pengar."),
        ("Effektmål 3C", "Däremot är effektmål 3C för högt satt. Hur ska det mätas?"),
        ("Effektmål 3C", "Målet bör sänkas."),
        ("(no-place)", "Insatsen bör få en egen budget."),
        ("Processteg: Utreda", "I steget Utreda saknas ett beslut."),
        (WHOLE, "Vi har i övrigt inget att erinra mot förslaget."),
    ]
    assert asides(told) == ["Hedmyra kommun avger följande yttrande.", "Hedmyra den 12 november 2026", "Mats Åkervall"]
    assert (told.respondent, told.dated) == ("Hedmyra kommun", date(2026, 11, 12))


def test_a_letter_with_numbers_of_its_own() -> None:
    told = letter(
        """Remissvar från Mårdsjö kommun

1. Inledning
Vi har hållit två möten om planen.

2. Synpunkter på fokusområden
2.1 Likvärdig digital skola
Skolan behöver mer tid.
2.2 Fokusområde 4
Fibern är viktigast.

3. Synpunkter på insatserna
Insats 4.1
Vi föreslår att:
- tidplanen förlängs till 2029
- budgeten höjs
Se även avsnitt 2.1.
"""
    )
    assert views(told) == [
        (WHOLE, "Vi har hållit två möten om planen."),
        ("3.1 Likvärdig digital skola", "Skolan behöver mer tid."),
        (ROBUST, "Fibern är viktigast."),
        (SCHOOL, "Vi föreslår att:\n– tidplanen förlängs till 2029\n– budgeten höjs"),
        (SCHOOL, "Se även avsnitt 2.1."),
    ]
    assert told.respondent == "Mårdsjö kommun"


def test_one_that_has_nothing_to_say() -> None:
    told = letter("Älvhamns kommun har inget att erinra mot förslaget till handlingsplan.\n")
    (said,) = told.said
    assert (where(said), said.kind, said.why) == (WHOLE, "statement", None)
    assert said.spot is sample().spots[0]
    assert told.respondent == "Älvhamns kommun"
    assert told.asides == ()


def test_pages_are_looked_up_in_the_table_of_contents() -> None:
    contents = [(row.number, row.page) for row in sample().plan.contents]
    assert contents == [
        ("1", "4"), ("1.1", "4"), ("1.2", "4"), ("1.3", "4"), ("1.4", "4"),
        ("2", "5"), ("2.1", "5"), ("2.2", "5"),
        ("3", "6"), ("3.1", "6"), ("3.2", "6"), ("3.3", "6"), ("3.4", "7"),
        ("4", "8"), ("4.1", "8"), ("4.2", "10"), ("4.3", "12"), ("4.4", "14"), ("4.5", "16"),
        ("5", "18"), ("5.1", "18"), ("5.2", "19"), ("5.3", "20"),
    ]  # fmt: skip
    told = letter(
        """- Sida 4: ett komma saknas.
- På sidan 7 finns ett stavfel.
- S. 11 är svår att läsa.
- Sidan 8 är bra.
- Sidorna 10–11 kan kortas.
- Sida 99 saknas.
- På s. 8 står ”Lärarna i Mårdsjö har räknat ut”, vem är det?
- I avsnitt 2.1 på s. 5 saknas källor.
"""
    )
    assert [where(said) for said in told.said] == [
        "1 Sammanfattning",  # everything on page 4 stands under it
        "3 Fokusområden",
        CARE,  # 4.2 begins on page 10, the next section on 12
        "(several)",
        "4 Insatser",
        "(no-place)",
        SCHOOL,
        "2.1 Behovsanalys",
    ]


def test_one_in_english() -> None:
    told = letter(
        """Dear colleagues,

Lillsele Municipality thanks you for the opportunity to comment on the action plan.

Section 4.5 lacks a timetable. Goal 4A should read “At least 95 per cent can buy broadband”. Who pays for it?

Is the plan ready?

Kind regards
Anna Berg
"""
    )
    assert [(where(said), said.kind, said.text, said.proposal) for said in told.said] == [
        (FIBRE, "statement", "Section 4.5 lacks a timetable.", ""),
        (
            "Effektmål 4A",
            "statement",
            "Goal 4A should read “At least 95 per cent can buy broadband”. Who pays for it?",
            "At least 95 per cent can buy broadband",
        ),
        (WHOLE, "question", "Is the plan ready?", ""),
    ]
    assert told.respondent == "Lillsele Municipality"


def test_a_letter_in_markdown_with_headings_and_a_table() -> None:
    told = marked_letter(
        """# Remissvar från Tallviks kommun

## Fokusområden

Fyra områden är lagom.

### Robust infrastruktur

Fibern ska fram.

### Till sist

Alla områden är viktiga.

## Övrigt

Lycka till med arbetet.

| Avsnitt | Synpunkt | Förslag |
|---|---|---|
| 4.3 Gemensamma e-tjänster | E-tjänsterna räcker inte. | Lägg till ”Bygga ut bygglovstjänsten.” |
| Mål 9Z | Finns det? | |
| Insats 4.2, aktiviteter | Vem utbildar? | |
"""
    )
    assert views(told) == [
        ("3 Fokusområden", "Fyra områden är lagom."),
        (ROBUST, "Fibern ska fram."),
        ("3 Fokusområden", "Alla områden är viktiga."),
        (WHOLE, "Lycka till med arbetet."),
        (SERVICES, "E-tjänsterna räcker inte.\nLägg till ”Bygga ut bygglovstjänsten.”"),
        ("(not-found)", "Finns det?"),
        (f"{CARE} – Aktiviteter", "Vem utbildar?"),
    ]
    assert told.said[4].proposal == "Bygga ut bygglovstjänsten."
    assert [said.kind for said in told.said[5:]] == ["question", "question"]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Avsnitt 4.2 är bra.", CARE),
        ("Kapitel 3 är bra.", "3 Fokusområden"),
        ("Punkt 5.1 är för lång.", "5.1 Beskrivning av beslutsprocess för insatsernas genomförande"),
        ("Insats 4.2 är bra.", CARE),
        ("Insatsen Gemensamma e-tjänster är bra.", SERVICES),
        ("Vad gäller Digital tillsyn och mobil dokumentation är vi tveksamma.", CARE),
        ("Insatsen ”Gemensamma e-tjänster” är bra.", SERVICES),
        ("Effektmål 2A är bra.", "Effektmål 2A"),
        ("Målen 4A–4B är bra.", "Effektmål 4A"),
        ("3B går inte att mäta.", "Effektmål 3B"),
        ("Aktiviteterna i 4.2 är för få.", f"{CARE} – Aktiviteter"),
        ("I insats 4.2 (långsiktig nytta) saknas ett årtal.", f"{CARE} – Långsiktig nytta"),
        ("Den kortsiktiga nyttan i insats 4.2 är oklar.", f"{CARE} – Kortsiktig nytta"),
        ("E-rådets roll i insats 4.3 är otydlig.", f"{SERVICES} – E-rådets roll"),
        ("Under rubriken ”Aktiviteter” i insats 4.5 saknas en punkt.", f"{FIBRE} – Aktiviteter"),
        ("Mål 2A i insats 4.2 bör strykas.", f"{CARE} – Effektmål"),
        ("Insats 4.2 och effektmål 2A hör ihop.", CARE),
        ("Fokusområde 2 är bra.", "3.2 Nära och trygg omsorg"),
        ("Fokusområde 3.3 är bra.", "3.3 Enkla e-tjänster och öppna arkiv"),
        ("Steget Realisera saknas i bilden.", "Processteg: Realisera"),
        ("Begreppet ”Indikator” bör strykas.", "Begrepp: Indikator"),
        ("Princip 5 är svår att förstå.", "Princip 5: Återanvänd från andra"),
        ("”Lärarna i Mårdsjö har räknat ut” är ett märkligt underlag.", SCHOOL),
        ("Enligt 3.2 ska omsorgen vara nära.", "3.2 Nära och trygg omsorg"),
        # nothing of the plan
        ("Kapitel 3 i kommunallagen gäller här.", WHOLE),
        ("Vi hade 4.2 miljoner i fjol.", WHOLE),
        ("Det är i princip bra.", WHOLE),
        ("Version 4.2 av systemet är gammal.", WHOLE),
        ("Vi bor på Storgatan 2A.", WHOLE),
        # what the plan has not, or has not as that
        ("Insats 3.1 är bra.", "(not-found)"),
        ("Insats 4.9 är bra.", "(not-found)"),
        ("Effektmål 9C är bra.", "(not-found)"),
        ("Fokusområde 9 är bra.", "(not-found)"),
        ("Bilaga 2 är bra.", "(not-found)"),
    ],
)
def test_what_a_sentence_names(text: str, spot: str) -> None:
    assert spot_of(text) == spot


def test_a_goal_that_interventions_repeat_is_the_goals_own_unless_they_are_named() -> None:
    words = "”Minst 90 procent av dem som ansöker om digital tillsyn”"
    assert spot_of(f"{words} är för mycket.") == "Effektmål 2A"
    assert spot_of(f"I insats 4.2 står {words}, är det rätt?") == f"{CARE} – Effektmål"


def test_quoted_words_that_stand_in_several_places_decide_nothing() -> None:
    told = letter("I planen står ”Kommunicera projektets innehåll och status till kommunledningarna” två gånger.")
    assert [(where(said), said.quote) for said in told.said] == [(WHOLE, "")]
    told = letter("Insats 4.1: ”Kommunicera projektets innehåll och status till kommunledningarna” är oklart.")
    assert [(where(said), said.quote) for said in told.said] == [
        (f"{SCHOOL} – E-rådets roll", "Kommunicera projektets innehåll och status till kommunledningarna")
    ]


@pytest.mark.parametrize(
    ("text", "quote", "proposal"),
    [
        ("Effektmål 2A: vi föreslår lydelsen ”Minst hälften har tillsyn”.", "", "Minst hälften har tillsyn"),
        ("Effektmål 2A bör lyda: ”Minst hälften. Alltid.”", "", "Minst hälften. Alltid."),
        ("Effektmål 2A bör lyda:\n”Minst hälften.”", "", "Minst hälften."),
        (
            "Formuleringen ”Anteckningarna finns i journalen samma timme” bör ändras till ”samma dag”.",
            "Anteckningarna finns i journalen samma timme",
            "samma dag",
        ),
        (
            "Vi vill att ”anteckningarna finns i  journalen” ersätts med ”noterna finns”.",
            "Anteckningarna finns i journalen",
            "noterna finns",
        ),
        ("Lydelsen ”Minst hälften” bör strykas.", "", ""),
        ("Ordet ”robust” är oklart.", "", ""),
    ],
)
def test_quotes_and_proposals(text: str, quote: str, proposal: str) -> None:
    (said,) = letter(text).said
    assert (said.quote, said.proposal) == (quote, proposal)


def test_under_a_heading_what_is_only_mentioned_decides_nothing() -> None:
    told = letter(
        """4.3 Gemensamma e-tjänster

Insatsen bör kopplas till mål 1A. Se även avsnitt 2.1 och 2.2.

Aktiviteter: Vi vill se ett årtal.

Effektmål 3A är däremot för lågt satt. Detta påverkar även insats 4.4.

Allt annat är bra.
"""
    )
    assert views(told) == [
        (SERVICES, "Insatsen bör kopplas till mål 1A. Se även avsnitt 2.1 och 2.2."),
        (f"{SERVICES} – Aktiviteter", "Aktiviteter: Vi vill se ett årtal."),
        ("Effektmål 3A", "Effektmål 3A är däremot för lågt satt. Detta påverkar även insats 4.4."),
        (SERVICES, "Allt annat är bra."),
    ]


def test_a_heading_that_the_plan_has_not_leads_nowhere() -> None:
    told = letter("Avsnitt 9.9 Robotar\n\nRobotar är bra.\n\nInsats 4.1 är bättre.\n")
    assert views(told) == [("(not-found)", "Robotar är bra."), (SCHOOL, "Insats 4.1 är bättre.")]


def test_a_number_and_a_label_on_a_line_of_their_own_lead_what_follows_until_the_letter_comes_to_its_end() -> None:
    told = letter(
        """4.1 – Aktiviteter
Punkten om utbildning saknar budget.

4.2, Kommunernas roll: Sju dagar är för kort.

I övrigt har kommunen inget att erinra.
"""
    )
    assert views(told) == [
        ("4.1 En ingång till skolans läromedel – Aktiviteter", "Punkten om utbildning saknar budget."),
        (f"{CARE} – Kommunernas roll", "4.2, Kommunernas roll: Sju dagar är för kort."),
        (WHOLE, "I övrigt har kommunen inget att erinra."),
    ]


def test_a_heading_that_leads_nowhere_is_told_with_what_stands_under_it() -> None:
    (said,) = letter("Effektmål 9Z\n\nMålet saknas men borde finnas.").said
    assert (where(said), said.quote, said.text) == ("(not-found)", "Effektmål 9Z", "Målet saknas men borde finnas.")


def test_a_line_of_the_head_tells_who_answers_whatever_the_name_is_like() -> None:
    for label in ("Svar från", "Remissinstans", "Svarande"):
        told = letter(f"REMISSVAR\n\n{label}: Digital Bygd\n\nAvsnitt 4.2 saknar tidplan.")
        assert (told.respondent, views(told)) == ("Digital Bygd", [(CARE, "Avsnitt 4.2 saknar tidplan.")])


def test_items_go_with_the_paragraph_above_them() -> None:
    told = letter(
        """Insats 4.1 behöver mer arbete.
- Kraven är oklara.
- Insats 4.2 är bättre.
- Vem leder projektet?

Vi undrar dessutom:
- Vem ansvarar för insats 4.5?

Vi har följande synpunkter:
- Mål 1A är bra.
"""
    )
    assert [(where(said), said.kind, said.text) for said in told.said] == [
        (SCHOOL, "statement", "Insats 4.1 behöver mer arbete."),
        (SCHOOL, "statement", "Kraven är oklara."),
        (CARE, "statement", "Insats 4.2 är bättre."),
        (SCHOOL, "question", "Vem leder projektet?"),
        (FIBRE, "question", "Vi undrar dessutom: Vem ansvarar för insats 4.5?"),
        ("Effektmål 1A", "statement", "Mål 1A är bra."),
    ]
    assert asides(told) == ["Vi har följande synpunkter:"]


def test_a_letters_own_summary_is_not_the_plans() -> None:
    told = letter("Sammanfattning\n\nVi stöder arbetet.\n\n1 Sammanfattning\n\nTexten är för kort.\n")
    assert views(told) == [(WHOLE, "Vi stöder arbetet."), ("1 Sammanfattning", "Texten är för kort.")]


def test_places_are_those_of_the_letter() -> None:
    told = letter("Mål 1A är bra. Insats 4.2 är svår.")
    places = [(said.place.paragraph, said.place.start, said.place.text) for said in told.said if said.place]
    assert places == [(0, 0, "Mål 1A är bra."), (0, 15, "Insats 4.2 är svår.")]


def test_an_empty_letter() -> None:
    assert letter("\n\n") == Told("letter", ())
