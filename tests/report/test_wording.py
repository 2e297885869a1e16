from dataclasses import replace

import pytest

from planlint.model.finding import Finding, Subject
from planlint.model.text import Text
from planlint.report.wording import first_sentence, later_sentences, shared_beginning, under_heading


@pytest.mark.parametrize(
    ("message", "section", "shown"),
    [
        ("Insatsen ”E-arkiv” har ingen bakgrund.", "4.2 E-arkiv", "Insatsen har ingen bakgrund."),
        ("Under ”Roll” i insatsen ”E-arkiv” saknas något.", "4.2 E-arkiv", "Under ”Roll” i insatsen saknas något."),
        ("The intervention “E-arkiv” has no background.", "4.2 E-arkiv", "The intervention has no background."),
        ("Insatsen ”E-arkiv” har ingen bakgrund.", "4.3 Annat", "Insatsen ”E-arkiv” har ingen bakgrund."),
        ("Insatsen ”E-arkiv” har ingen bakgrund.", "", "Insatsen ”E-arkiv” har ingen bakgrund."),
        ("Två insatser heter ”E-arkiv”: 4.2 och 4.3.", "4.2 E-arkiv", "Två insatser heter ”E-arkiv”: 4.2 och 4.3."),
        ("Insatserna ”A” och ”E-arkiv” har samma nummer.", "E-arkiv", "Insatserna ”A” och ”E-arkiv” har samma nummer."),
        ("Insatsen ”E\u00adarkiv” är tom.", "4.2 E\u00adarkiv", "Insatsen är tom."),
    ],
)
def test_a_name_is_not_said_again_under_that_very_name(message: str, section: str, shown: str) -> None:
    assert under_heading(message, section) == shown


def test_sentences_of_advice() -> None:
    assert first_sentence("Rätta koden. Läs sedan om.") == "Rätta koden."
    assert later_sentences("Rätta koden. Läs sedan om. Klart.") == "Läs sedan om. Klart."
    assert (first_sentence(""), later_sentences("Ett.")) == ("", "")


def _about(finding: Finding, message: str, subject: Subject, words: str = "") -> Finding:
    place = Text("document", 1, 0, words or subject.words)
    return replace(finding, message=message, subject=subject, location=replace(finding.location, place=place))


PORTAL, ARCHIVE = Subject("intervention", "4.1", "Portal"), Subject("intervention", "4.2", "E-arkiv")
ROOM, GROWTH = Subject("goal", "1A", "Alla har rum att växa i."), Subject("goal", "2B", "Fler växer och trivs.")


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (
            ("Insatsen ”Portal” saknar princip. Pröva 1.", PORTAL),
            ("Insatsen ”E-arkiv” saknar princip. Pröva 2.", ARCHIVE),
            "Insatsen saknar princip.",
        ),
        (
            ("Insatsen ”Portal” är tom: delen ”Roll” saknas.", PORTAL),
            ("Insatsen ”E-arkiv” är tom: delen ”Roll” saknas.", ARCHIVE),
            "Insatsen är tom: delen ”Roll” saknas.",
        ),
        (
            ("Insatsen ”Portal” är tom: delen ”Roll” saknas.", PORTAL),
            ("Insatsen ”E-arkiv” är tom: delen ”Nytta” saknas.", ARCHIVE),
            "",
        ),
        (
            ("Ingen insats är kopplad till 1A: ”Alla har rum …”.", ROOM),
            ("Ingen insats är kopplad till 2B: ”Fler växer och …”.", GROWTH),
            "Ingen insats är kopplad till …",
        ),
        (
            ("Mål 1A går inte att mäta: ”Alla har rum …” har inget tal.", ROOM),
            ("Mål 2B går inte att mäta: ”Fler växer …” har inget tal.", GROWTH),
            "Mål … går inte att mäta: ”…” har inget tal.",
        ),
        (("1 av 5 nyttor går att mäta.", PORTAL), ("0 av 8 nyttor går att mäta.", ARCHIVE), ""),
    ],
)
def test_what_findings_have_in_common(
    findings: tuple[Finding, ...], first: tuple[str, Subject], second: tuple[str, Subject], shared: str
) -> None:
    assert shared_beginning([_about(findings[0], *first), _about(findings[0], *second)]) == shared
