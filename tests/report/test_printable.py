import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.report.printable import encodable, escaped_json, printable

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("röd \x1b[31mtext\x1b[0m", "röd \ufffd[31mtext\ufffd[0m"),
        ("rad\x0bett\r\nrad\u2028två", "rad ett rad två"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("a\u2066b\u2069c\u200fd", "abcd"),
        ("mjuk\u00adt binde\u200bstreck", "mjukt bindestreck"),
        ("halv \ud83d symbol", "halv \ufffd symbol"),
        ("a\u030a", "å"),
        ("  två   mellanrum\t", "två mellanrum"),
        ("icke\u2011brytande", "icke\u2011brytande"),
        ("\x9b31m", "\ufffd31m"),
    ],
)
def test_what_could_steer_a_terminal_is_neutralised(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


@given(ANYTHING)
def test_nothing_printable_holds_controls_or_line_breaks(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    shown.encode("utf-8")


@given(ANYTHING)
def test_encodable_keeps_the_length_and_can_be_written(text: str) -> None:
    assert len(encodable(text)) == len(text)
    encodable(text).encode("utf-8")


@given(ANYTHING.map(encodable))
def test_escaping_json_keeps_the_data_and_leaves_no_controls(text: str) -> None:
    document = escaped_json(json.dumps({"x": text}, ensure_ascii=False))
    assert json.loads(document) == {"x": text}
    assert not set(document) & set("\x1b\x7f\x9b\u202e\u2066\u2028")
