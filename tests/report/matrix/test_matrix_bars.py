from planlint.report.coverage import Column
from planlint.report.html.matrix_bars import Bar, BarPicture, BarRow, draw_balance, draw_bars

COLUMNS = (Column("4.1", "E-arkiv"), Column("4.2", "Trygg inloggning"))


def test_two_series_side_by_side_to_one_scale() -> None:
    assert draw_bars(COLUMNS, ((4, 0), (1, 2))) == BarPicture(
        width=771,
        height=76,
        words_x=39,
        roots=(331, 551),
        rows=(
            BarRow(
                40,
                "4.1",
                "E-arkiv",
                (Bar(331, 33, 110, 4, 447, leftward=False), Bar(551, 33, 27, 1, 584, leftward=False)),
            ),
            BarRow(
                64,
                "4.2",
                "Trygg inloggning",
                (Bar(331, 57, 0, 0, 337, leftward=False), Bar(551, 57, 55, 2, 612, leftward=False)),
            ),
        ),
    )


def test_two_series_back_to_back() -> None:
    picture = draw_balance(COLUMNS, (5, 0), (2, 5))
    assert picture.roots == (550, 552)
    assert picture.width == 772
    assert [row.bars for row in picture.rows] == [
        (Bar(440, 33, 110, 5, 434, leftward=True), Bar(552, 33, 44, 2, 602, leftward=False)),
        (Bar(550, 57, 0, 0, 544, leftward=True), Bar(552, 57, 110, 5, 668, leftward=False)),
    ]
    assert [bar.root for row in picture.rows for bar in row.bars] == [550, 552, 550, 552]


def test_the_least_number_can_be_seen_beside_the_greatest() -> None:
    (row, _) = draw_bars(COLUMNS, ((1, 1000),)).rows
    assert row.bars[0].width == 2


def test_nothing_anywhere_gives_no_bars() -> None:
    assert [bar.width for row in draw_bars(COLUMNS, ((0, 0),)).rows for bar in row.bars] == [0, 0]
