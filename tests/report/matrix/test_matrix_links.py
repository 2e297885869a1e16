from planlint.report.coverage import Column, Line
from planlint.report.html.matrix_links import End, LinkPicture, draw_links
from planlint.report.html.matrix_type import fit, width_of

ARCHIVE = Column("4.1", "E-arkiv")
LOGIN = Column("4.2", "Trygg inloggning")


def test_the_whole_picture_of_a_small_plan() -> None:
    lines = (Line("1A", "Alla kan delta", (0,)), Line("1B", "Ledare kan leda", ()))
    assert draw_links(lines, (ARCHIVE, LOGIN), (80, 60)) == LinkPicture(
        width=778,
        height=76,
        left=(
            End(326, 40, "1A", 0, "Alla kan delta", 34, bare=False, badge_x=314),
            End(326, 64, "1B", 0, "Ledare kan leda", 34, bare=True, badge_x=314),
        ),
        right=(
            End(447, 40, "4.1", 459, "E-arkiv", 498, bare=False, badge_x=778),
            End(447, 64, "4.2", 459, "Trygg inloggning", 498, bare=True, badge_x=778),
        ),
        curves=("M326 40C386 40 386 40 447 40",),
    )


def test_the_shorter_side_is_spread_over_the_height() -> None:
    lines = tuple(Line(f"{n}A", "Ett mål", (0,)) for n in range(1, 5))
    picture = draw_links(lines, (ARCHIVE, LOGIN), (80, 60))
    assert [end.y for end in picture.left] == [40, 64, 88, 112]
    assert [end.y for end in picture.right] == [52, 100]


def test_without_numbers_titles_stand_at_the_dots() -> None:
    picture = draw_links((Line("", "Ett mål", (0,)),), (Column("E-arkiv", "E-arkiv"),), (80, 60))
    (left,), (right,) = picture.left, picture.right
    assert (left.code, left.words_x) == ("", 0)
    assert (right.code, right.words, right.words_x - right.x) == ("", "E-arkiv", 12)


def test_what_rests_on_nothing_leaves_room_for_its_badge() -> None:
    words = "Kommunerna har god förmåga att leda digital förändring tillsammans med varandra"
    served, bare = draw_links((Line("1A", words, (0,)), Line("1B", words, ())), (ARCHIVE,), (80, 60)).left
    assert width_of(bare.words) <= bare.badge_x - 80 - bare.words_x < width_of(served.words)


def test_a_column_that_is_not_shown_gets_no_line_but_still_counts() -> None:
    picture = draw_links((Line("1A", "Ett mål", (1,)),), (ARCHIVE,), (80, 60))
    assert picture.curves == ()
    assert [end.bare for end in picture.left] == [False]


def test_many_lines_get_more_room() -> None:
    def span(links: int) -> int:
        lines = tuple(Line(f"{n}A", "Ett mål", (0,)) for n in range(links))
        picture = draw_links(lines, (ARCHIVE,), (80, 60))
        return picture.right[0].x - picture.left[0].x

    assert [span(1), span(50), span(80), span(200)] == [121, 170, 200, 200]


def test_words_are_cut_to_the_width() -> None:
    assert fit("E-arkiv", 100) == "E-arkiv"
    assert fit("Samordnad upphandling", 100) == "Samordna…"
    assert fit("W" * 100_000, 100) == "WWWWW…"
    assert fit("a", 0) == "…"
    assert [width_of(each) for each in ("", "i", "a", "A", "W", "字")] == [0, 7, 10, 12, 15, 15]
