"""Who answers, and how persons are taken out."""

from __future__ import annotations

import pytest

from planlint.consult.anonymous import letter_of
from planlint.consult.respondents import (
    Response,
    anonymise,
    is_person,
    list_invited,
    name_respondents,
    organisation_in,
)
from planlint.model.consultation import Aside, Invited, Reply, Said, Told

INVITED = ("Tallviks kommun", "Granå kommun", "Region Norr", "Norrtälje kommun", "Borås stad", "Norr kommun")


def said(author: str = "", text: str = "Bra.", **more: object) -> Said:
    return Said("comment", "comment", None, text=text, author=author, why="no-place", **more)  # type: ignore[arg-type]


def told(*views: Said, form: str = "version", **more: object) -> Told:
    return Told(form, views, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("author", "address", "known", "unknown"),
    [
        ("Ingrid Sollén, Tallviks kommun", "", "Tallviks kommun", "Tallviks kommun"),
        ("Sollén Ingrid (Tallvik)", "", "Tallviks kommun", "Tallvik"),
        ("Ingrid Sollén / Region Norr", "", "Region Norr", "Region Norr"),
        ("Ingrid Sollén – Granå", "", "Granå kommun", None),
        ("TALLVIKS KOMMUN", "", "Tallviks kommun", "TALLVIKS KOMMUN"),
        ("Ingrid Sollén", "ingrid.sollen@tallvik.se", "Tallviks kommun", "tallvik.se"),
        ("Ingrid Sollén", "S::ingrid@epost.grana.se::1", "Granå kommun", "grana.se"),
        ("Ingrid Sollén", "ingrid@boras.se", "Borås stad", "boras.se"),
        ("Ingrid Sollén", "ingrid@regionnorr.se", "Region Norr", "regionnorr.se"),
        ("Ingrid Sollén", "ingrid@gmail.com", None, None),
        ("Ingrid Sollén (Södertälje)", "", "Södertälje", "Södertälje"),
        ("Ingrid Sollén (Konsult)", "", None, None),
        ("Ingrid Sollén (KLK)", "", None, None),
        ("Sollén, Ingrid", "", None, None),
        ("Lena Ek, Kommunstyrelsen", "", None, None),
        ("Norr", "", None, None),  # Region Norr, or Norr kommun
        ("", "", None, None),
    ],
)
def test_the_organisation_of_an_author(author: str, address: str, known: str | None, unknown: str | None) -> None:
    assert organisation_in(author, address, INVITED) == known
    assert organisation_in(author, address, ()) == unknown


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ingrid Sollén", True),
        ("Sollén, Ingrid", True),
        ("Anna-Karin von Essen", True),
        ("Bo Hallstad", True),
        ("INGRID SOLLÉN", True),
        ("KOMMUN\\insol01", True),
        ("Ingrid", False),
        ("Tallvik", False),
        ("Tallviks kommun", False),
        ("Region Norr", False),
        ("REGION NORR", False),
        ("synpunkter på planen", False),
        ("tallvik.se", False),
        ("remissvar", False),
    ],
)
def test_a_person(name: str, person: bool) -> None:  # noqa: FBT001
    assert is_person(name) is person


def test_what_decides_who_answers() -> None:
    files = (
        ("a.docx", told(said("Ingrid Sollén"), respondent="Granå kommun")),
        ("b.docx", told(said("Sollén Ingrid (Tallvik)"), said("Ada Ek, Region Norr"), said())),
        ("svar/remissvar-TALLVIK.docx", told(said("Ingrid Sollén"))),
        ("c.docx", told(said("Ingrid Sollén"))),
        ("d.docx", told(said(), said("IS"))),
        ("e.docx", told(said("Ingrid Sollén", respondent="Norrtälje kommun"), respondent="Granå kommun")),
        ("f.docx", told(said("Ingrid Sollén, Granå kommun"))),
        ("NorrtäljeKommun svar.docx", None),
        ("g.docx", told()),
    )
    named = name_respondents(files, {"f.docx": "tallvik"}, INVITED)
    assert [(one.path, one.name, one.each) for one in named] == [
        ("a.docx", "Granå kommun", ("Granå kommun",)),
        ("b.docx", "b", ("Tallviks kommun", "Region Norr", "b")),
        ("svar/remissvar-TALLVIK.docx", "Tallviks kommun", ("Tallviks kommun",)),
        ("c.docx", "Ingrid Sollén", ("Ingrid Sollén",)),
        ("d.docx", "IS", ("IS", "IS")),
        ("e.docx", "Granå kommun", ("Norrtälje kommun",)),
        ("f.docx", "Tallviks kommun", ("Tallviks kommun",)),
        ("NorrtäljeKommun svar.docx", "Norrtälje kommun", ()),
        ("g.docx", "g", ()),
    ]
    assert named[1].respondents == ("Tallviks kommun", "Region Norr", "b")
    assert named[7].respondents == ("Norrtälje kommun",)


def test_one_organisation_has_one_name_over_all_files() -> None:
    files = (
        ("a.docx", told(said("Ada Ek (Tallvik)"))),
        ("b.docx", told(respondent="TALLVIKS KOMMUN")),
        ("c.docx", told(respondent="Tallviks kommun")),
        ("d.docx", told(said("Ada Ek"), addresses={"Ada Ek": "ada@tallvik.se"})),
        ("e.docx", told(respondent="Region Tallvik")),
        ("f.docx", told(respondent="Södertälje kommun")),
        ("g.docx", told(respondent="Norrtälje kommun")),
    )
    names = [one.name for one in name_respondents(files, {}, ())]
    # 'Tallvik' alone may be the region
    assert names[1:3] == ["Tallviks kommun"] * 2
    assert names[4:] == ["Region Tallvik", "Södertälje kommun", "Norrtälje kommun"]
    names = [one.name for one in name_respondents(files[:4], {}, ())]
    assert names == ["Tallviks kommun"] * 4


def test_who_of_the_invited_has_answered() -> None:
    responses = (Response("a.docx", None, "Tallvik"), Response("b.docx", told(said()), "b", ("Region Norr",)))
    assert list_invited(("Tallviks kommun", "Granå kommun", "Region Norr", "Norr kommun"), responses) == (
        Invited("Tallviks kommun", answered=True),
        Invited("Granå kommun", answered=False),
        Invited("Region Norr", answered=True),
        Invited("Norr kommun", answered=False),
    )


def test_persons_are_replaced_by_their_organisation() -> None:
    replies = (
        Reply("Mats Åkervall, Hedmyra kommun", "2026-11-01", "Fråga Ingrid Sollén."),
        Reply("Okänd Person", "", "Jag, Okänd Person, vet inte."),
    )
    view = said(
        "Ingrid Sollén, Tallviks kommun",
        "Sollén Ingrid och Mats Åkervalls förslag, mejla ingrid@tallvik.se.",
        replies=replies,
    )
    files = (
        ("svar Ingrid_Sollen.docx", told(view, addresses={"Ingrid Sollén, Tallviks kommun": "ingrid@tallvik.se"})),
        ("b.docx", told(said("Mats Åkervall, Hedmyra kommun", "Hej"))),
    )
    first, second = anonymise(name_respondents(files, {}, ()), (), "sv")
    assert (first.path, first.name, first.each) == (
        "svar Tallviks kommun.docx",
        "Tallviks kommun",
        ("Tallviks kommun",),
    )
    assert first.told is not None
    assert first.told.addresses == {}
    (view,) = first.told.said
    assert view.author == ""
    assert view.text == "Tallviks kommun och Hedmyra kommuns förslag, mejla Tallviks kommun."
    assert view.replies == (
        Reply("Hedmyra kommun", "2026-11-01", "Fråga Tallviks kommun."),
        Reply("", "", "Jag, [namn], vet inte."),
    )
    assert second.respondents == ("Hedmyra kommun",)


def test_a_respondent_that_is_only_a_person_gets_a_letter() -> None:
    files = (
        ("Ingrid Sollén.docx", told(said("Ingrid Sollén", "Jag, Ingrid Sollén, håller med."))),
        ("Sollén, Ingrid 2.docx", told(said("Ingrid Sollén"))),
        ("c.docx", told(said("Ada Ek"), said("Granå kommun"))),
    )
    named = name_respondents(files, {}, ())
    sv = anonymise(named, (), "sv")
    assert [(one.path, one.name, one.each) for one in sv] == [
        ("Remissinstans A.docx", "Remissinstans A", ("Remissinstans A",)),
        ("Remissinstans A 2.docx", "Remissinstans A", ("Remissinstans A",)),
        ("c.docx", "c", ("Remissinstans B", "Granå kommun")),
    ]
    assert sv[0].told is not None
    assert sv[0].told.said[0].text == "Jag, Remissinstans A, håller med."
    assert anonymise(named, (), "en")[2].each == ("Respondent B", "Granå kommun")


def test_a_letters_signature_is_taken_out_of_what_it_says() -> None:
    letter = told(
        said("", "Fråga Karin Ek om Robust Infrastruktur."),
        form="letter",
        respondent="Lillsele kommun",
        asides=(Aside("Robust Infrastruktur"), Aside("Med vänlig hälsning"), Aside("Karin Ek, strateg")),
    )
    (one,) = anonymise(name_respondents((("brev.txt", letter),), {}, ()), (), "sv")
    assert one.told is not None
    assert (one.told.respondent, one.told.asides) == ("Lillsele kommun", ())
    assert one.told.said[0].text == "Fråga Lillsele kommun om Robust Infrastruktur."


def test_files_that_get_the_same_name_are_told_apart() -> None:
    files = tuple((f"{name}.docx", told(said(name))) for name in ("Ada Ek, Granå kommun", "Bo Ek, Granå kommun"))
    paths = [one.path for one in anonymise(name_respondents(files, {}, ()), (), "sv")]
    assert paths == ["Granå kommun, Granå kommun.docx", "Granå kommun, Granå kommun (2).docx"]


def test_letters_go_on_after_z() -> None:
    assert [letter_of(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
