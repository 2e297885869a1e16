"""Views that want the same words to be something else."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planlint import word
from planlint.consult.conflicts import find_conflicts
from planlint.consult.wording import Wording
from planlint.model.consultation import Holder, Said
from planlint.model.document import paragraphs
from planlint.model.edit import Join, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text
from tests.consult.returned import plan, sent
from tests.consult.views import SENT, WORDING, added, hold, inserted, moved, place, removed, reworded, said, whole

GOAL = next(spot for spot in SENT.spots if spot.sort == "goal" and spot.number == "2A")
NIGHT = "Utbilda nattpersonalen"
SUMMARY = "Planen samlar det som kommunerna gör tillsammans."


def clash(*views: Said) -> list[tuple[int, ...]]:
    """The conflicts of views that one respondent each holds."""
    return find_conflicts(hold(*((f"Kommun {index}", view) for index, view in enumerate(views))), WORDING)


def test_the_same_words_changed_differently() -> None:
    assert clash(reworded("14 dagar", "10 dagar"), reworded("14 dagar", "12 dagar")) == [(1,), (0,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (reworded("kommunerna", "kommunen"), reworded("kommunerna", "regionerna")),  # no letter of which is both's
        (reworded("som kommunerna gör", "vi gör"), reworded("kommunerna", "kommunen")),
        (reworded(SUMMARY, "Planen är vår."), reworded("tillsammans", "ihop")),
        (inserted("kommunerna gör", " redan"), reworded("gör tillsammans", "skapar")),
        (inserted("kommunerna", " själva"), inserted("kommunerna", " aldrig")),
        (removed(NIGHT), reworded("nattpersonalen", "all personal")),
        (removed(NIGHT), inserted("nattpersonalen", " och vikarier")),
        (moved(NIGHT, "Välja sensorer"), removed(NIGHT)),
        (moved(NIGHT, "Välja sensorer"), moved(NIGHT, "Införa surfplattor")),
        (moved(NIGHT, "Välja sensorer"), reworded("nattpersonalen", "all personal")),
        (
            said(kind="rewording", way="tracked", edits=(Split(place("tillsammans").cut(0, 0)),)),
            reworded("gör tillsammans", "skapar"),
        ),
        (said(kind="rewording", way="tracked", edits=(Join(whole("Välja sensorer")),)), removed("Välja sensorer")),
        (said(kind="rewording", way="tracked", edits=(Join(whole("Välja sensorer")),)), removed(NIGHT)),
        (
            said(kind="fact", way="form", spot=GOAL, proposal="Natthjälp finns inom 12 dagar", text="Lagom."),
            reworded("14 dagar", "10 dagar"),
        ),
        (
            said(kind="fact", way="form", spot=GOAL, proposal="Natthjälp finns inom 12 dagar"),
            said(kind="fact", way="form", spot=GOAL, proposal="Natthjälp finns inom 10 dagar"),
        ),
        (
            said(kind="fact", way="letter", spot=GOAL, quote="inom 14 dagar", proposal="inom 12 dagar"),
            inserted("inom 14 dagar", " och netto"),
        ),
        (said(kind="fact", way="form", spot=GOAL, proposal="Natthjälp finns"), removed("Natthjälp med kamera")),
    ],
)
def test_what_cannot_both_be_met(one: Said, other: Said) -> None:
    assert clash(one, other) == [(1,), (0,)]
    assert clash(other, one) == [(1,), (0,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (reworded("14 dagar", "10 dagar"), reworded("14", "10")),
        (reworded("som kommunerna gör", "som kommunen gör"), reworded("gör tillsammans", "gör ihop")),
        (reworded("kommunerna", "vi"), inserted("kommunerna ", "redan ")),
        (inserted("tillsammans.", " Den gäller i tre år."), inserted("tillsammans.", " Rådet äger den.")),
        (added(NIGHT, "Öva"), added(NIGHT, "Följa upp")),
        (added(NIGHT, "Öva"), removed(NIGHT)),
        (removed(NIGHT), reworded(whole(NIGHT).text, "")),
        (removed(NIGHT), said(spot=GOAL, quote="14 dagar", text="Länge.")),
        (said(kind="formatting", way="tracked", spot=GOAL), said(kind="formatting", way="tracked", spot=GOAL)),
        (
            said(
                kind="fact",
                way="form",
                spot=GOAL,
                proposal="Natthjälp med kamera finns på plats inom 10 dagar från ansökan",
                text="Vi klarar tio.",
            ),
            reworded("14 dagar", "10 dagar"),
        ),
        (
            said(kind="fact", way="letter", spot=GOAL, quote="inom 14 dagar", proposal="inom 12 dagar"),
            reworded("Natthjälp med kamera", "Nattkamera"),
        ),
        (
            said(kind="rewording", way="tracked", edits=(Join(whole("Välja sensorer")),)),
            said(kind="rewording", way="tracked", edits=(Join(whole("Välja sensorer")),)),
        ),
        (
            said(
                kind="insertion",
                way="tracked",
                edits=(Split(whole(NIGHT).cut(len(NIGHT))), Replace(whole(NIGHT).cut(len(NIGHT)), "Öva")),
            ),
            said(
                kind="insertion",
                way="tracked",
                edits=(Split(whole(NIGHT).cut(len(NIGHT))), Replace(whole(NIGHT).cut(len(NIGHT)), "Mäta")),
            ),
        ),
    ],
)
def test_what_can_both_be_met(one: Said, other: Said) -> None:
    assert clash(one, other) == [(), ()]
    assert clash(other, one) == [(), ()]


def test_one_respondent_contradicts_no_one_by_saying_two_things() -> None:
    views = hold(("Hedmyra", reworded("14 dagar", "10 dagar")), ("Hedmyra", reworded("14 dagar", "12 dagar")))
    assert find_conflicts(views, WORDING) == [(), ()]
    shared = [(*views[0], Holder("Granå", 2, reworded("14 dagar", "10 dagar"))), views[1]]
    assert find_conflicts(shared, WORDING) == [(1,), (0,)]


def test_a_row_that_goes_against_what_changes_in_it() -> None:
    row = said(kind="deletion", way="tracked", edits=(RemoveRow(whole("Nyttokalkyl")),))
    cell = reworded("kostar och ger", "kostar")
    assert clash(row, cell) == [(1,), (0,)]
    assert clash(row, reworded("på webben", "på nätet")) == [(), ()]
    assert clash(row, removed("Nyttokalkyl")) == [(), ()]


def struck(*paragraphs_: Text) -> Said:
    """Paragraphs that go together, tracked."""
    return said(kind="deletion", way="tracked", edits=tuple(map(Remove, paragraphs_)))


def section(first: str, last: str) -> Said:
    """All paragraphs of the plan from one to another that go, tracked."""
    every = [each.content for each in paragraphs(SENT.document.body)]
    return struck(*every[every.index(whole(first)) : every.index(whole(last)) + 1])


def test_what_is_added_to_an_element_that_goes() -> None:
    area = "Kamera om natten"
    gone = section(area, "Förhandla ramavtal")
    beside = [spot for spot in SENT.spots if spot.sort == "intervention" and spot.title == area]
    duties = next(spot for spot in beside if spot.part == "E-rådets roll")
    above = SENT.spots[beside[0].chapter]
    last = replace(added("Förhandla ramavtal", "Utvärdera."), spot=duties)
    for new in (added("Ostörd sömn", "Tryggare nätter."), last):
        assert clash(gone, new) == [(1,), (0,)]
        assert clash(new, gone) == [(1,), (0,)]
    carried = replace(moved("Införa surfplattor", "Förhandla ramavtal"), to=duties)
    assert clash(gone, carried) == [(1,), (0,)]
    assert clash(gone, replace(added("Förhandla ramavtal", "Ny insats"), spot=above)) == [(), ()]
    assert clash(section(NIGHT, NIGHT), added(NIGHT, "Öva")) == [(), ()]
    assert find_conflicts(hold(("Granå", gone), ("Granå", last)), WORDING) == [(), ()]


def test_what_is_added_after_a_goal_that_goes() -> None:
    new = replace(added("Natthjälp med kamera", "2C: Alla får hjälp"), spot=GOAL)
    goals = whole("Natthjälp med kamera"), whole("Hemtjänsten lägger 30")
    assert clash(struck(goals[0]), new) == [(), ()]
    assert clash(struck(*goals), new) == [(1,), (0,)]


def test_everyone_against_everyone_is_told_once_each() -> None:
    views = [reworded("14 dagar", f"{number} dagar") for number in range(15, 64)]
    everyone = set(range(49))
    assert clash(*views) == [tuple(sorted(everyone - {index})) for index in range(49)]


def test_many_changes_in_one_paragraph_take_their_time_from_how_many_meet() -> None:
    class Long(Wording):
        def text(self, paragraph: tuple[str, int]) -> str:
            assert paragraph == ("document", 0)
            return "ord " * 20_000

    edits = [Replace(Text("document", 0, 4 * index, "ord"), "mål") for index in range(20_000)]
    views = hold(
        *(
            (f"K{index}", said(kind="rewording", way="tracked", spot=GOAL, edits=(edit,)))
            for index, edit in enumerate(edits)
        )
    )
    assert not any(find_conflicts(views, Long(SENT)))


@st.composite
def strokes(draw: st.DrawFn) -> Said:
    """Other words for any stretch of a paragraph, or a paragraph that goes or ends there."""
    paragraph = draw(st.sampled_from(PARAGRAPHS))
    start = draw(st.integers(0, len(paragraph.text)))
    end = draw(st.integers(start, min(len(paragraph.text), start + 30)))
    edit = draw(
        st.sampled_from(
            (
                Replace(paragraph.cut(start, end) if (start, end) != (0, len(paragraph.text)) else paragraph, "nytt"),
                Replace(paragraph.cut(min(start, len(paragraph.text) - 1), end + 1), ""),
                Split(paragraph.cut(start, start)),
                Remove(paragraph),
                Join(paragraph),
            )
        )
    )
    return said(kind="rewording", way="tracked", spot=sent().spots[0], edits=(edit,))


PARAGRAPHS = [each.content for each in paragraphs(sent().document.body) if len(each.text) > 100][3:6]
SENT_WORDING = Wording(sent())


@settings(max_examples=60, deadline=None)
@given(st.lists(strokes(), min_size=2, max_size=4))
def test_what_contradicts_nothing_can_be_made_together(views: list[Said]) -> None:
    held = hold(*((f"Kommun {index}", view) for index, view in enumerate(views)))
    assume(not any(find_conflicts(held, SENT_WORDING)))
    edits = list(dict.fromkeys(edit for view in views for edit in view.edits))
    assert word.apply_edits(plan(), edits)
