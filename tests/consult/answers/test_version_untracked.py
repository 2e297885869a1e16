"""Differences that nothing marks: what the words of a returned plan tell, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.consult.answers.markup.align import Group, align
from planlint.consult.answers.markup.lines import list_lines
from planlint.consult.answers.markup.words import WordMap
from planlint.consult.answers.version import find_version, read_version
from planlint.model.consultation import Said
from planlint.model.document import Cell, Document, Paragraph, Row, Table
from planlint.model.edit import Add, AddRow, Join, Remove, RemoveRow, Replace, Split
from planlint.model.returned import Returned, TrackedChange
from planlint.model.text import Text
from tests.consult.answers.told import document, returned, sent_as
from tests.consult.returned import sent

PLAN = [
    "1 Inledning",
    "Planen gäller alla sex kommuner. Den följs upp varje år.",
    "",
    "2 Mål",
    "Invånarna kan sköta sina ärenden på webben.",
    "Personalen har rätt kunskap om digitala verktyg.",
    "3 Insatser",
    "Projektet inför en gemensam e-tjänst för bygglov i alla kommuner.",
    "Kostnaden delas efter antalet invånare.",
]


def differences(now: list[str], *changes: TrackedChange, was: list[str] | None = None) -> list[tuple[str, str, str]]:
    """What is told of a text: kind, quote, proposal."""
    return [(said.kind, said.quote, said.proposal) for said in told(now, *changes, was=was)]


def told(now: list[str], *changes: TrackedChange, was: list[str] | None = None) -> tuple[Said, ...]:
    said = read_version(returned(now, changes), sent_as(was or PLAN, sent())).said
    return tuple(each for each in said if each.way == "untracked")


def at(place: int, *texts: str, instead: int = 0) -> list[str]:
    """The plan with other paragraphs at an index, in place of some."""
    return [*PLAN[:place], *texts, *PLAN[place + instead :]]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (PLAN, []),
        (at(1, "Planen gäller alla sju kommuner. Den följs upp varje år.", instead=1),
         [("rewording", "Planen gäller alla sex kommuner.", "Planen gäller alla sju kommuner.")]),
        (at(1, "Planen gäller alla sex kommuner. Den följs upp noga varje år.", instead=1),
         [("insertion", "Den följs upp varje år.", "Den följs upp noga varje år.")]),
        (at(1, "Planen gäller kommuner. Den följs upp varje år.", instead=1),
         [("deletion", "Planen gäller alla sex kommuner.", "Planen gäller kommuner.")]),
        (at(1, "Planen gäller alla sex kommuner.", instead=1), [("deletion", "Den följs upp varje år.", "")]),
        (at(5, "Företagen kan göra detsamma."), [("insertion", "", "Företagen kan göra detsamma.")]),
        (at(5, instead=1), [("deletion", PLAN[5], "")]),
        (at(5, "Något helt annat står här.", instead=1), [("rewording", PLAN[5], "Något helt annat står här.")]),
        (at(1, "Planen gäller alla sex kommuner.", "Den följs upp varje år.", instead=1),
         [("rewording", PLAN[1], "Planen gäller alla sex kommuner.\nDen följs upp varje år.")]),
        (at(4, f"{PLAN[4]} {PLAN[5]}", instead=2), [("rewording", f"{PLAN[4]}\n{PLAN[5]}", PLAN[4] + PLAN[5])]),
        ([PLAN[5], *PLAN[:5], *PLAN[6:]], [("move", PLAN[5], "")]),
    ],
)  # fmt: skip
def test_other_words_are_told_by_sentence(now: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert differences(now) == expected


@pytest.mark.parametrize(
    "now",
    [
        [text for text in PLAN if text],
        [each for text in PLAN for each in (text, "")],
        at(1, "Planen\u00a0gäller alla sex kom\u00admuner.  Den följs\tupp varje år. ", instead=1),
        at(7, "Projektet inför en gemensam e\u2011tjänst för bygglov i alla kommuner.", instead=1),
        at(3, "2 MÅL", instead=1),
        at(4, "Inva\u030anarna kan sko\u0308ta sina a\u0308renden pa\u030a webben.", instead=1),
    ],
)
def test_what_no_reader_sees_is_no_difference(now: list[str]) -> None:
    assert differences(now) == []


def test_quotation_marks_of_another_shape_are_no_difference_and_a_capital_is_one() -> None:
    was = ["Vi säger ”hej” till alla.", *PLAN]
    assert differences(['Vi säger "hej" till alla.', *PLAN], was=was) == []
    assert differences(["Vi säger ”Hej” till alla.", *PLAN], was=was) == [
        ("rewording", "Vi säger ”hej” till alla.", "Vi säger ”Hej” till alla.")
    ]


def numbered(*, typed: bool) -> Document:
    """A list and a heading whose numbers are typed, or made by the program."""
    rows = [("2A:", "Målet nås."), ("4.1", "En insats"), ("•", "En punkt.")]
    paragraphs = [
        Paragraph(Text("document", at, 0, f"{label}\u2003{text}"))
        if typed
        else Paragraph(Text("document", at, 0, text), number=label, list_level=0, bullet=label == "•")
        for at, (label, text) in enumerate(rows)
    ]
    return Document("word", "original", tuple(paragraphs), len(paragraphs))


@pytest.mark.parametrize("typed", [True, False])
def test_numbers_and_bullets_may_be_typed_or_automatic(typed: bool) -> None:  # noqa: FBT001 - pytest's way
    plan, back = numbered(typed=typed), numbered(typed=not typed)
    assert read_version(Returned(back, back, ()), replace(sent_as([], sent()), document=plan)).said == ()


def test_contents_and_headers_are_left_to_the_program() -> None:
    contents = Paragraph(Text("document", 0, 0, ""), contents_level=1)
    plan = replace(document(["", *PLAN]), body=(contents, *document(["", *PLAN]).body[1:]))
    renumbered = replace(
        plan, body=(replace(contents, content=Text("document", 0, 0, "1 Inledning\t4")), *plan.body[1:])
    )
    assert read_version(Returned(renumbered, renumbered, ()), replace(sent_as([], sent()), document=plan)).said == ()


def test_text_boxes_may_stand_in_another_order() -> None:
    def with_boxes(*texts: str) -> Document:
        boxes = tuple(Paragraph(Text("document", 20 + at, 0, text)) for at, text in enumerate(texts))
        made = document(PLAN)
        return replace(
            made, body=(*made.body[:-1], Paragraph(Text("document", len(PLAN) - 1, 0, PLAN[-1]), boxes=boxes))
        )

    plan = replace(sent_as([], sent()), document=with_boxes("Ruta ett.", "Ruta två."))
    back = with_boxes("Ruta två.", "Ruta ett.")
    assert read_version(Returned(back, back, ()), plan).said == ()
    unboxed = document([*PLAN, "Ruta ett.", "Ruta två."])
    assert read_version(Returned(unboxed, unboxed, ()), plan).said == ()


def test_new_words_that_tracking_strikes_again_are_told_once() -> None:
    struck = TrackedChange("deletion", "words", "A", "", Text("document", 5, 0, "Ströks igen."), 5)
    answer = read_version(returned(at(5, "Ströks igen."), [struck]), sent_as(PLAN, sent()))
    assert [(said.way, said.kind, said.quote, said.edits) for said in answer.said] == [
        ("tracked", "deletion", "Ströks igen.", ())
    ]


def test_the_one_author_of_a_file_is_the_author_of_what_nothing_marks() -> None:
    changes = [TrackedChange("deletion", "words", name, "", Text("document", 8, 0, "Kostnaden "), 8) for name in "AB"]
    assert [said.author for said in told(at(5, "Nytt stycke här."), *changes[:1])] == ["A"]
    assert [said.author for said in told(at(5, "Nytt stycke här."), *changes)] == [""]


def test_tracked_words_are_put_into_the_plan_s_own_sentence() -> None:
    """The file's paragraph has other words before them, which nothing marks."""
    now = at(7, "Det stora projektet inför en gemensam e-tjänst för bygglov i alla kommuner.", instead=1)
    place = now[7].index("alla kommuner")
    change = TrackedChange("deletion", "words", "A", "", Text("document", 7, place, "alla "), 7)
    (tracked,) = (
        said for said in read_version(returned(now, [change]), sent_as(PLAN, sent())).said if said.way == "tracked"
    )
    assert (tracked.quote, tracked.proposal) == (PLAN[7], PLAN[7].replace("alla ", ""))
    assert tracked.edits == (Replace(Text("document", 7, PLAN[7].index("alla"), "alla "), ""),)


def test_edits_are_in_the_plan_s_own_places() -> None:
    whole = [Text("document", at, 0, text) for at, text in enumerate(PLAN)]
    (added,) = told(["", *at(5, "Nytt stycke här.")])
    (edit,) = added.edits
    assert isinstance(edit, Add)
    assert (edit.after, [block.text for block in edit.blocks if isinstance(block, Paragraph)]) == (
        4,
        ["Nytt stycke här."],
    )
    assert [said.edits for said in told(at(5, instead=1))] == [(Remove(whole[5]),)]
    (split,) = told(at(1, "Planen gäller alla sex kommuner.", "Den följs upp varje år.", instead=1))
    assert split.edits == (Split(Text("document", 1, 32, "")),)
    (join,) = told(at(4, f"{PLAN[4]} {PLAN[5]}", instead=2))
    assert join.edits == (Join(whole[4]),)


def table(rows: list[tuple[str, str]]) -> Document:
    """The plan with a table of two columns after it."""
    made, index, body = document(PLAN), len(PLAN), []
    for row in rows:
        cells = tuple(Cell((Paragraph(Text("document", index + at, 0, words)),)) for at, words in enumerate(row))
        body.append(Row(cells))
        index += 2
    return replace(made, body=(*made.body, Table(tuple(body))), paragraphs=index)


TERMS = [("Begrepp", "Betyder"), ("E-tjänst", "En tjänst på webben"), ("Mål", "Det vi vill nå"), ("Ansvarig", "")]


def in_table(now: list[tuple[str, str]]) -> list[Said]:
    back = table(now)
    return list(read_version(Returned(back, back, ()), replace(sent_as([], sent()), document=table(TERMS))).said)


def test_a_row_that_came_or_went_is_one_view() -> None:
    (came,) = in_table([*TERMS[:2], ("Indikator", "Ett mått"), *TERMS[2:]])
    assert (came.kind, came.quote, came.proposal) == ("insertion", "", "Indikator | Ett mått")
    (edit,) = came.edits
    assert isinstance(edit, AddRow)
    assert edit.after == len(PLAN) + 3
    (went,) = in_table([*TERMS[:2], TERMS[3]])
    assert (went.kind, went.quote, went.edits) == (
        "deletion", "Mål | Det vi vill nå", (RemoveRow(Text("document", len(PLAN) + 4, 0, "Mål")),),
    )  # fmt: skip


def test_an_empty_cell_that_is_filled_in_is_told_with_its_row() -> None:
    (said,) = in_table([*TERMS[:3], ("Ansvarig", "Kanslichefen")])
    assert (said.kind, said.proposal) == ("insertion", "Kanslichefen")


def test_another_word_alone_in_a_cell_is_a_rewording() -> None:
    (said,) = in_table([("Begrepp", "Förklaring"), *TERMS[1:]])
    assert (said.kind, said.quote, said.proposal) == ("rewording", "Betyder", "Förklaring")


def test_paragraphs_are_aligned_whatever_stands_between_them() -> None:
    old, new = ["a b c", "", "d e f", "g h i j", "k"], ["x y", "a b c", "d e f", "", "", "g h z j", "k"]
    groups = align(list_lines(document(old)), list_lines(document(new)))
    assert groups == (Group((0,), (1,)), Group((2,), (2,)), Group((3,), (5,)), Group((4,), (6,)))


def test_places_are_found_again_among_other_words() -> None:
    found = WordMap("Ett två tre fyra fem.", "Noll ett två 3 fyra, fem.")
    new = "Noll ett två 3 fyra, fem."
    spots = {said: (found.to_old(new.index(said), end=False), found.to_old(new.index(said) + len(said), end=True))
             for said in ("två", "fyra", "fem", "3")}  # fmt: skip
    assert spots == {"två": (4, 7), "fyra": (12, 16), "fem": (17, 20), "3": (8, 8)}


TEXTS = st.lists(st.sampled_from(["ett", "två", "tre", "Fyra.", "fem,", "sex", "–", "7"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_differences_make_one_text_the_other(old: str, new: str) -> None:
    made = old
    for each in reversed(list(WordMap(old, new).differences())):
        made = made[: each.start] + each.words + made[each.end :]
    assert made.casefold().split() == new.casefold().split()


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
@settings(max_examples=100, deadline=None)
def test_every_paragraph_is_in_one_pair_at_most_and_the_same_twice(old: list[str], new: list[str]) -> None:
    rows = list_lines(document(old)), list_lines(document(new))
    groups = align(*rows)
    for side in (0, 1):
        taken = [index for group in groups for index in (group.old, group.new)[side]]
        assert len(taken) == len(set(taken))
    assert groups == align(*rows)


@pytest.mark.parametrize(
    "now", [[f"Rad {n} {'ord ' * 9}" for n in reversed(range(3_000))], ["samma ord"] * 3_000, ["a", "b"] * 1_500]
)
def test_hostile_files_take_no_longer_than_others(now: list[str]) -> None:
    was = [f"Rad {n} {'ord ' * 9}" for n in range(3_000)]
    assert find_version(returned(now), sent_as(was, sent())) is None
    assert read_version(returned(now), sent_as(was, sent())).revisions == 0
