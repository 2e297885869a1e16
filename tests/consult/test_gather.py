"""Equal views are one, whoever holds them and however they were put."""

from planlint.consult.gather import gather
from planlint.model.consultation import Holder, Reply, Said
from planlint.model.edit import Remove, Replace
from tests.consult.views import SENT, WORDING, added, inserted, moved, place, removed, reworded, said, whole

GOAL = next(spot for spot in SENT.spots if spot.sort == "goal" and spot.number == "2A")
OLD = "Natthjälp med kamera finns på plats inom 14 dagar från ansökan"
NEW = "Natthjälp med kamera finns på plats inom 10 dagar från ansökan"


def groups(*views: tuple[str, Said]) -> list[list[str]]:
    """Who hold each view together, in order."""
    holders = [Holder(respondent, index, view) for index, (respondent, view) in enumerate(views)]
    return [[holder.respondent for holder in group] for group in gather(holders, WORDING)]


def test_the_same_change_by_two_is_one() -> None:
    one, other = (
        ("Hedmyra kommun", reworded("14 dagar", "10 dagar")),
        ("Granå kommun", reworded("14 dagar", "10 dagar")),
    )
    assert groups(one, other) == [["Granå kommun", "Hedmyra kommun"]]


def test_the_same_change_cut_in_other_pieces_is_one() -> None:
    pieces = (Replace(place("14 dagar").cut(0, 2), ""), Replace(place("14 dagar").cut(2, 2), "10"))
    views = reworded("14 dagar", "10 dagar"), reworded("14", "10"), said(kind="insertion", way="tracked", edits=pieces)
    assert groups(*zip("ABC", views, strict=True)) == [["A", "B", "C"]]


def test_the_space_before_or_after_a_word_is_the_same_word() -> None:
    assert groups(("A", inserted("plats", " senast")), ("B", inserted("plats ", "senast "))) == [["A", "B"]]


def test_a_paragraph_emptied_is_one_removed() -> None:
    emptied = reworded(whole("Utbilda nattpersonalen").text, "")
    assert groups(("A", removed("Utbilda nattpersonalen")), ("B", emptied)) == [["A", "B"]]


def test_other_capitals_are_another_change() -> None:
    assert groups(("A", reworded("Natthjälp", "natthjälp")), ("B", reworded("Natthjälp", "NATTHJÄLP"))) == [
        ["A"],
        ["B"],
    ]


def test_other_words_places_and_ways_to_go_are_other_changes() -> None:
    views = [
        reworded("14 dagar", "10 dagar"),
        reworded("14 dagar", "12 dagar"),
        reworded("30 minuter", "10 dagar"),
        removed("Utbilda nattpersonalen"),
        moved("Utbilda nattpersonalen", "Välja sensorer"),
        moved("Utbilda nattpersonalen", "Införa surfplattor"),
        added("Utbilda nattpersonalen", "Utbilda dagpersonalen"),
        added("Utbilda nattpersonalen", "Utbilda kvällspersonalen"),
    ]
    assert groups(*zip("ABCDEFGH", views, strict=True)) == [[name] for name in "ABCDEFGH"]


def test_moves_and_new_paragraphs_are_gathered_too() -> None:
    for view in (moved("Utbilda nattpersonalen", "Välja sensorer"), added("Utbilda nattpersonalen", "Öva")):
        assert groups(("A", view), ("B", view)) == [["A", "B"]]


def test_a_wording_in_a_form_is_the_change_that_makes_it_where_nothing_more_is_said() -> None:
    tracked = reworded("14 dagar", "10 dagar")
    form = said(kind="fact", way="form", spot=GOAL, proposal=NEW)
    assert groups(("Hedmyra", tracked), ("Askeby", form)) == [["Hedmyra", "Askeby"]]
    quoting = said(kind="fact", way="letter", spot=GOAL, quote=OLD, proposal=NEW)
    assert groups(("Hedmyra", tracked), ("Askeby", quoting)) == [["Hedmyra", "Askeby"]]
    part = said(kind="fact", way="letter", spot=GOAL, quote="inom 14 dagar", proposal="inom 10 dagar")
    assert groups(("Hedmyra", tracked), ("Askeby", part)) == [["Hedmyra", "Askeby"]]


def test_a_wording_in_a_form_with_reasons_stands_by_itself() -> None:
    tracked = reworded("14 dagar", "10 dagar")
    form = said(kind="fact", way="form", spot=GOAL, proposal=NEW, text="Vi klarar tio dagar.")
    assert groups(("A", tracked), ("B", form)) == [["A"], ["B"]]
    other = said(kind="fact", way="form", spot=GOAL, proposal=NEW + " och utredning")
    assert groups(("A", tracked), ("B", other)) == [["A"], ["B"]]


def test_a_wording_for_words_that_nobody_finds_is_a_view_of_its_own() -> None:
    section = next(spot for spot in SENT.spots if spot.title == "Kamera om natten")
    assert section.sort == "intervention"
    lost = said(kind="fact", way="form", spot=section, proposal="Kameror prövas.")
    assert groups(
        ("A", lost), ("B", lost), ("C", said(kind="fact", way="form", spot=GOAL, proposal="Kameror prövas."))
    ) == [
        ["A", "B"],
        ["C"],
    ]


def test_comments_in_the_same_words_on_the_same_words_are_one() -> None:
    one = said(spot=GOAL, quote="14 dagar", text="För  länge.")
    assert groups(("A", one), ("B", said(spot=GOAL, quote="14 DAGAR", text="för länge."))) == [["A", "B"]]
    for other in (
        said(spot=GOAL, quote="ansökan", text="För länge."),
        said(spot=SENT.spots[1], quote="14 dagar", text="För länge."),
        said(spot=None, why="not-found", quote="14 dagar", text="För länge."),
        said(spot=GOAL, quote="14 dagar", text="För länge.", proposal="10 dagar"),
        said(spot=GOAL, quote="14 dagar", text="För länge.", resolved=True),
        said(spot=GOAL, quote="14 dagar", text="För länge.", replies=(Reply("B", "", "Nej."),)),
        said(kind="question", way="form", spot=GOAL, quote="14 dagar", text="För länge."),
    ):
        assert groups(("A", one), ("B", other)) == [["A"], ["B"]]


def test_one_respondent_who_says_it_twice_holds_it_twice() -> None:
    view = removed("Utbilda nattpersonalen")
    holders = [Holder("A", 0, view), Holder("A", 1, view)]
    (group,) = gather(holders, WORDING)
    assert [holder.answer for holder in group] == [0, 1]
    assert sum(holder.said.marks for holder in group) == 4


def test_the_change_that_the_file_shows_stands_first() -> None:
    untracked = said(kind="rewording", way="untracked", edits=(Replace(place("14 dagar"), "10 dagar"),))
    form = said(kind="fact", way="form", spot=GOAL, proposal=NEW)
    assert groups(("Askeby", form), ("Björke", untracked), ("Dalby", reworded("14 dagar", "10 dagar"))) == [
        ["Dalby", "Björke", "Askeby"]
    ]


def test_whoever_comes_first_the_groups_are_the_same() -> None:
    views = [("B", reworded("14 dagar", "10 dagar")), ("A", reworded("14", "10")), ("C", removed("Utbilda natt"))]
    assert groups(*views) == [["A", "B"], ["C"]]
    assert groups(*reversed(views)) == [["C"], ["A", "B"]]


def test_a_remove_of_two_paragraphs_is_not_that_of_one() -> None:
    both = (Remove(whole("Utbilda nattpersonalen")), Remove(whole("Välja sensorer")))
    assert groups(
        ("A", removed("Utbilda nattpersonalen")), ("B", said(kind="deletion", way="tracked", edits=both))
    ) == [
        ["A"],
        ["B"],
    ]
