"""Chapters, sections, goals, process, appendices and control, from Markdown."""

from collections.abc import Callable

import pytest

from planlint.model.plan import Plan
from planlint.rulebook import Rulebook

Read = Callable[..., Plan]


def test_a_fake_heading_is_told_by_its_number_or_its_bold(read: Read) -> None:
    plan = read(
        """
        # Handlingsplan för digitalisering

        **Dokumentstyrning**

        **Versionshistorik**

        Texten om versioner.

        **1 SAMMANFATTNING**

        Kort.

        **2 Nuläge**

        **2.1 Analys**

        Text.

        ANALYSENS GRÄNSER

        Mer text.

        **Beslut: E-rådet beslutar.**

        1. **Ett steg**
        """
    )
    assert [(h.level, h.number, h.title, h.fake) for h in plan.headings] == [
        (1, None, "Dokumentstyrning", True),
        (2, None, "Versionshistorik", True),
        (1, "1", "SAMMANFATTNING", True),
        (1, "2", "Nuläge", True),
        (2, "2.1", "Analys", True),
        (3, None, "ANALYSENS GRÄNSER", True),
    ]


def test_a_numbered_step_in_bold_does_not_break_the_chapter(read: Read) -> None:
    plan = read(
        """
        # Handlingsplan för digitalisering

        ## 4 Insatser

        ### 4.1 E-tjänst

        **1. Kartlägga ärendena**

        Först.

        ### 4.2 Arkiv

        Text.
        """
    )
    assert [one.id for one in plan.interventions] == ["4.1", "4.2"]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Våra fokusområden 2026–2028", "focus_areas"),
        ("FOKUSOMRÅDEN", "focus_areas"),
        ("Prioriterade insatser", "interventions"),
        ("Uppföljning av insatser", "follow_up"),
        ("Handlingsplanen i relation till andra styrdokument", None),
        ("Hur vi under åren framåt ska arbeta med alla dessa insatser", None),
    ],
)
def test_a_chapter_is_told_by_its_title(read: Read, title: str, key: str | None) -> None:
    plan = read(f"# Plan\n\n## 1 {title}\n\nText.\n\n## 2 Annat\n\nText.\n")
    assert [chapter.key for chapter in plan.chapters] == ([key] if key else [])


def test_goals_are_read_from_lines_lists_and_tables(read: Read) -> None:
    plan = read(
        """
        # Plan

        ## 3 Fokusområden

        ### 3.1 Kompetens

        Vi siktar på 1A: det är viktigt.

        **Effektmål**

        1A: Alla kan delta

        - 1B. Alla kan lita på tjänsterna

        ### 3.2 Trygghet

        | Kod | Effektmål |
        |---|---|
        | 2A | Alla vågar |

        ### 3.3 Tomt

        Inga mål här.
        """
    )
    assert [
        (area.ordinal, area.heading.title, [(g.code, g.text.text) for g in area.goals]) for area in plan.focus_areas
    ] == [
        (1, "Kompetens", [("1A", "Alla kan delta"), ("1B", "Alla kan lita på tjänsterna")]),
        (2, "Trygghet", [("2A", "Alla vågar")]),
        (3, "Tomt", []),
    ]


def test_stages_hold_decisions_and_deliverables(read: Read) -> None:
    plan = read(
        """
        # Plan

        ## 4 Insatser

        ## 5 Bilagor

        ### 5.1 Beslutsprocess

        Så här går det till.

        #### IDÉ

        Någon har en idé.

        Beslut: E-rådet beslutar om prioritet.

        #### LEVERANS: UTKAST

        #### REALISERA

        Beslut: Bokslutet godkänns av e-rådet och kommundirektörerna

        Beslut: Rapporten läggs till handlingarna.
        """
    )
    stages = [
        (s.heading.title, [(d.decider, d.text.text) for d in s.decisions], [t.text for t in s.deliverables])
        for s in plan.process
    ]
    assert stages == [
        ("IDÉ", [("E-rådet", "E-rådet beslutar om prioritet.")], ["UTKAST"]),
        (
            "REALISERA",
            [
                ("e-rådet och kommundirektörerna", "Bokslutet godkänns av e-rådet och kommundirektörerna"),
                ("", "Rapporten läggs till handlingarna."),
            ],
            [],
        ),
    ]
    assert "LEVERANS: UTKAST" not in [heading.title for heading in plan.headings]


def test_the_history_is_told_by_its_column_headings_in_any_order(read: Read) -> None:
    plan = read(
        """
        # Handlingsplan för digitalisering 2026–2028

        | Version | Datum | Ändring | Utförd av |
        |---|---|---|---|
        | 0.1 | 2026-01-10 | Första utkast | Ada |
        | 1.0 | 2026-03-01 | Beslut | Bo |

        ## 4 Insatser
        """
    )
    rows = [(r.date.text, r.version.text, r.issuer.text, r.reason.text) for r in plan.control.versions]
    assert rows == [("2026-01-10", "0.1", "Ada", "Första utkast"), ("2026-03-01", "1.0", "Bo", "Beslut")]
    assert (plan.control.version and plan.control.version.text, plan.control.date and plan.control.date.text) == (
        "1.0",
        "2026-03-01",
    )
    assert plan.control.period == ("2026", "2028")


def test_the_front_page_states_version_and_date_before_the_history_does(read: Read) -> None:
    plan = read("# Handlingsplan\n\nVersion: 0.9\n\nPubliceringsdatum 3 april 2026\n\n## 4 Insatser\n")
    assert plan.control.version is not None
    assert plan.control.date is not None
    assert (plan.control.version.text, plan.control.date.text) == ("0.9", "3 april 2026")


@pytest.mark.parametrize(
    "listed",
    [
        "#### PRINCIP NR 1 – SAMVERKA SOM FÖRSTAHANDSVAL\n\nText.\n\n#### Princip 3: Öppna upp\n\nText.\n",
        "1. Samverka som förstahandsval – vi börjar med att fråga andra\n\nDen andra saknas.\n\n3. Öppna upp\n",
        "| Nr | Princip |\n|---|---|\n| 1 | Samverka som förstahandsval |\n| 3 | Öppna upp |\n",
        "| Princip | Namn |\n|---|---|\n| 1. | Samverka som förstahandsval |\n| 3. | Öppna upp |\n",
        "Princip 1: Samverka som förstahandsval\n\nText.\n\nPrincip 3: Öppna upp\n",
        "1\\. Samverka som förstahandsval\\\n3\\. Öppna upp\n",
        "#### 5.3.1 Samverka som förstahandsval\n\nText.\n\n#### 5.3.3 Öppna upp\n\nText.\n",
        "**P1 Samverka som förstahandsval**\n\nText.\n\n**P3 Öppna upp**\n\nText.\n",
    ],
)
def test_the_plans_own_list_of_principles(read: Read, listed: str) -> None:
    plan = read(f"# Plan\n\n## 4 Insatser\n\n## 5 Principer för digital samverkan\n\nText.\n\n{listed}")
    assert [(one.number, one.title.text.casefold()) for one in plan.principles] == [
        (1, "samverka som förstahandsval"),
        (3, "öppna upp"),
    ]
    assert plan.mentions == ()


@pytest.mark.parametrize("form", ["#### {}\n\nText.\n\n", "- {}\n", "- {} – så gör vi\n", "| {} | Så gör vi. |\n"])
def test_a_list_of_the_principles_without_numbers(read: Read, rulebook: Rulebook, form: str) -> None:
    titles = [principle.title for principle in rulebook.principle_sets["digg-1.3"].principles]
    listed = "".join(form.format(title) for title in [*titles[:4], "Något eget", *titles[6:], "Läs mer"])
    listed = "| Princip | Hos oss |\n|---|---|\n" + listed if listed.startswith("|") else listed
    plan = read(f"# Plan\n\n## 4 Insatser\n\n## 5 Principer för digital samverkan\n\nText.\n\n{listed}")
    assert [one.number for one in plan.principles] == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13]
    few = "".join(form.format(title) for title in titles[:3])
    assert read(f"# Plan\n\n## 4 Insatser\n\n## 5 Principer för digital samverkan\n\n{few}").principles == ()


def test_a_glossary_of_lines(read: Read) -> None:
    plan = read("# Plan\n\n## 4 Insatser\n\n## Begreppslista\n\nEffektmål: det vi vill nå\n\nNytta – något bättre\n")
    assert [(e.term.text, e.definition.text) for e in plan.glossary] == [
        ("Effektmål", "det vi vill nå"),
        ("Nytta", "något bättre"),
    ]


def test_a_document_of_another_kind_is_unknown(read: Read) -> None:
    plan = read("# Protokoll\n\n## Närvarande\n\nAda.\n\n## Sammanfattning\n\nKort.\n")
    assert (plan.kind, [chapter.key for chapter in plan.chapters]) == ("unknown", ["summary"])


def test_decisions_and_deliverables_under_labels_of_their_own(read: Read) -> None:
    plan = read(
        """
        # Plan

        ## 4 Insatser

        ## 5 Bilagor

        ### 5.1 Beslutsprocess

        #### IDÉ

        ##### Beslut

        E-rådet beslutar om prioritet.

        Sedan skickas en förfrågan.

        ##### Leveranser

        - Utkast
        - Intresseförfrågan

        #### BESLUT

        Beslut – Styrgruppen godkänner planen

        Leverans:

        Projektplan
        """
    )
    stages = [
        (s.heading.title, [d.text.text for d in s.decisions], [t.text for t in s.deliverables]) for s in plan.process
    ]
    assert stages == [
        ("IDÉ", ["E-rådet beslutar om prioritet."], ["Utkast", "Intresseförfrågan"]),
        ("BESLUT", ["Styrgruppen godkänner planen"], ["Projektplan"]),
    ]
    assert [heading.title for heading in plan.headings][-3:] == ["Beslutsprocess", "IDÉ", "BESLUT"]
