"""The principles as facts."""

import re

from planlint.language.principles import match_title
from planlint.model.framework import PrincipleSet

OFFICIAL = [
    "Samverka som förstahandsval",
    "Arbeta aktivt med juridiken",
    "Öppna upp",
    "Skapa transparens till den interna hanteringen",
    "Återanvänd från andra",
    "Se till att information och data kan överföras",
    "Sätt användaren i centrum",
    "Gör digitala tjänster tillgängliga och inkluderande",
    "Gör det säkert",
    "Hitta rätt balans för den personliga integriteten",
    "Använd ett språk som användarna förstår",
    "Gör administrationen enkel",
    "Ha helhetssyn på informationshantering",
]


def test_the_official_names(principles: PrincipleSet) -> None:
    assert [(one.number, one.title) for one in principles.principles] == list(enumerate(OFFICIAL, start=1))
    assert [one.number for one in principles.principles if one.quoted_only] == [3, 9]


def test_owners_follow_one_another(principles: PrincipleSet) -> None:
    assert [(one.name, one.since, one.until) for one in principles.owners] == [
        ("eSam", "2018", "2020-01-31"),
        ("Digg", "2020-01-31", None),
    ]
    assert (principles.version, principles.dated) == ("1.3", "2019")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", principles.checked)
    assert all(source.url for source in principles.source)


def test_every_name_is_its_own(principles: PrincipleSet) -> None:
    matched = [match_title(one.title, principles) for one in principles.principles]
    assert matched == list(principles.principles)


def test_every_wording_is_tried(principles: PrincipleSet) -> None:
    """An anchor that no wording holds would be dead, a name without its own anchor would never be found."""
    for one in principles.principles:
        assert any(anchor in one.title.lower() for anchor in one.anchors), one.title
        wordings = " ".join((one.title, *one.patterns, *one.loose)).lower()
        assert all(anchor[:7] in wordings for anchor in one.anchors), one.title
