"""Pairs, orders and diffs, held against the plain definition."""

from itertools import combinations, pairwise, permutations
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.consult.assign import LARGEST, assign
from planlint.consult.diff import LONGEST, pieces, reword, same_text
from planlint.consult.match import LIKE_ELEMENTS, Lexicon, match_elements, match_items, profile
from planlint.consult.moves import moved
from planlint.model.text import Text

pair = st.tuples(st.integers(0, 3), st.integers(0, 3))
WORDS = ["en", "två", "tre", "fyra", "och", "det", "som", "gäller"]
SIMPLE = settings(max_examples=60, deadline=None)


def texts(*words: str) -> list[Text]:
    return [Text("document", index, 0, each) for index, each in enumerate(words)]


@SIMPLE
@given(st.dictionaries(pair, st.integers(1, 20).map(lambda number: number / 20), max_size=12))
def test_no_other_pairs_are_more_alike_together(scores: dict[tuple[int, int], float]) -> None:
    chosen = assign(scores)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    best = max(
        sum(scores.get((row, column), 0.0) for row, column in enumerate(columns)) for columns in permutations(range(4))
    )
    assert abs(sum(scores[each] for each in chosen) - best) < 1e-9


def test_the_pairs_are_chosen_together_not_one_by_one() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}
    assert assign(scores) == [(0, 1), (1, 0)]


def test_a_group_too_large_to_solve_takes_the_best_pair_first() -> None:
    size = LARGEST + 1
    scores = {(row, column): 0.5 + (row == column) / 10 for row in range(size) for column in range(size)}
    assert assign(scores) == [(index, index) for index in range(size)]


@SIMPLE
@given(st.permutations(range(6)))
def test_as_few_as_can_be_moved_and_the_same_from_the_other_side(order: list[int]) -> None:
    names = [f"namn {index}" for index in range(len(order))]
    there = [(old, new) for old, new in enumerate(order)]
    out = moved(there, names)
    stays = [new for index, new in enumerate(order) if index not in out]
    assert stays == sorted(stays)
    longest = max(size for size in range(7) for kept in combinations(order, size) if list(kept) == sorted(kept))
    assert len(stays) == longest
    assert moved([(new, old) for old, new in there], names) == out


def test_nothing_to_move() -> None:
    assert moved([], []) == frozenset()


@SIMPLE
@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.lists(st.sampled_from(WORDS), max_size=12),
)
def test_pieces_make_both_texts(old: list[str], new: list[str]) -> None:
    found = pieces(" ".join(old), " ".join(new))
    assert [word for each in found if each.kind != "new" for word in each.words.split()] == old
    assert [word for each in found if each.kind != "gone" for word in each.words.split()] == new
    assert all(one.kind != other.kind for one, other in pairwise(found))


def test_a_word_in_common_between_two_changes_is_no_island() -> None:
    found = pieces("Kommunerna betalar och ansvarar fullt", "Förbundet finansierar och upphandlar fullt")
    assert [(each.kind, each.words) for each in found] == [
        ("gone", "Kommunerna betalar och ansvarar"),
        ("new", "Förbundet finansierar och upphandlar"),
        ("same", "fullt"),
    ]


def test_texts_too_long_to_compare_are_changed_throughout() -> None:
    long = "ord " * (LONGEST + 1)
    assert [each.kind for each in pieces(long, f"{long} till")] == ["gone", "new"]
    assert [each.kind for each in pieces(long, long)] == ["same"]


def test_what_a_reader_sees_is_compared() -> None:
    assert same_text("en  ny\u00a0e-tjänst", "en ny e-tja\u0308nst")
    assert same_text("in\u00adsats", "insats")
    assert not same_text("Insats", "insats")
    old, new = texts("En ny insats", "en ny, insats.")
    assert reword(old, new).editorial
    assert not reword(*texts("10 dagar", "14 dagar")).editorial


def test_items_are_paired_by_what_they_say() -> None:
    old = texts("Utbilda 40 handledare i kommunerna", "Samma punkt", "Samma punkt")
    new = texts("Samma punkt", "Bygga nya lokaler", "Utbilda 60 handledare i kommunerna", "Samma punkt")
    assert match_items(old, new, Lexicon((*old, *new))) == [(0, 2), (1, 0), (2, 3)]


def test_what_only_ends_alike_is_another_item() -> None:
    old, new = texts("Tillsätta utredare för förstudien"), texts("Agera styrgrupp för förstudien")
    assert match_items(old, new, Lexicon((*old, *new))) == []


def test_half_of_the_content_is_enough_under_another_name_and_number() -> None:
    items = texts(*(f"unik{index} sak{index} ord{index}" for index in range(8)))
    lexicon = Lexicon(items)
    old = profile("4.1", "Gemensam inloggning", items)
    kept = profile("4.7", "Portalen", items[:4])
    little = profile("4.7", "Portalen", items[:1])
    assert match_elements([old], [kept], lexicon) == [(0, 0)]
    assert match_elements([old], [little], lexicon) == []
    assert LIKE_ELEMENTS < 0.7


def test_elements_that_nothing_tells_apart_are_paired_in_order() -> None:
    rows = [profile("", "Indikatorer", texts("Se bilaga")) for _ in range(3)]
    assert match_elements(rows, rows[:2], Lexicon(texts("Se bilaga"))) == [(0, 0), (1, 1)]


def test_lists_that_repeat_themselves_take_their_time_by_length_not_by_its_square() -> None:
    began = process_time()
    size = 3_000
    old = texts(*(f"samma ord i varje punkt {index % 7}" for index in range(size)))
    new = texts(*(f"samma ord i alla punkter {index % 5}" for index in range(size)))
    assert match_items(old, new, Lexicon((*old, *new))) == []
    rows = [profile("", "Indikatorer", texts(f"Se bilaga {index}")) for index in range(size)]
    assert len(match_elements(rows, rows[::-1], Lexicon(old))) == size
    assert process_time() - began < 10
