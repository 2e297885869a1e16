from hypothesis import given
from hypothesis import strategies as st

from planlint.report.markdown_fit import Piece, Shared, fit, join, size

CHAPTER = Shared("chapter", "\n# Kapitel\n\n")
ADVICE = Shared("rule", "\n  råd\n\n")
PIECES = [
    Piece("- info\n", 2, (CHAPTER,), (ADVICE,)),
    Piece("- fel\n", 0, (CHAPTER,), (ADVICE,)),
    Piece("- varning\n", 1, (CHAPTER,)),
]


def test_what_is_shared_comes_once_and_no_two_empty_lines_meet() -> None:
    assert join([*PIECES, Piece("\n# Nästa\n", 0)]) == (
        "\n# Kapitel\n\n- info\n\n  råd\n\n- fel\n- varning\n\n# Nästa\n"
    )


def test_the_gravest_are_kept_in_the_order_that_they_are_read() -> None:
    room = size("\n# Kapitel\n\n- fel\n\n  råd\n\n- varning\n")
    assert fit(PIECES, room) == PIECES[1:]
    assert fit(PIECES, room - 1) == PIECES[1:2]


def test_nothing_less_grave_takes_the_place_of_what_finds_no_room() -> None:
    assert fit([Piece("x" * 100, 0), Piece("y", 1)], 50) == []


def test_size_is_in_bytes() -> None:
    assert size("åäö…") == 9


pieces = st.builds(
    Piece,
    st.text("aå\n", max_size=9),
    st.integers(0, 3),
    st.lists(st.sampled_from([CHAPTER, Shared("other", "ö" * 7)]), max_size=2).map(tuple),
    st.lists(st.just(ADVICE), max_size=1).map(tuple),
)


@given(listed=st.lists(pieces, max_size=12), limit=st.integers(0, 150))
def test_what_is_kept_fits(listed: list[Piece], limit: int) -> None:
    kept = fit(listed, limit)
    assert size(join(kept)) <= limit
    gravest = max((piece.rank for piece in kept), default=0)
    assert all(piece in kept for piece in listed if piece.rank < gravest)
