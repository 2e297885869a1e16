"""TOML read with its lines, and every way in which it can be no TOML."""

import time
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.config.places import lines_of, tokens_of
from planlint.config.toml import read_toml
from planlint.errors import UsageError

TEXT = '''\
# [severity]
select = ["PL2", # not "here"
  'PL3',
  [1, {a = 2}]]

[severity]
PL204 = {utkast = "error",   remiss = "off"}
"two words" . 'and [more]' = 1.5
many = """
[[ignore]]
x = 1""""
raw = \'\'\'
'x' \'\'\'

[[ignore]]
rule = "a"
[ignore.deep.er]
x = 1
[[ignore]]
until = 2026-01-31
at = 07:30:00

[a.b]
[a]
c.d = 1
'''


def test_data_and_lines(file: Path) -> None:
    file.write_text(TEXT, encoding="utf-8")
    source = read_toml(file, "planlint.toml")
    assert source.name == "planlint.toml"
    assert source.data["ignore"] == [
        {"rule": "a", "deep": {"er": {"x": 1}}},
        {"until": "2026-01-31", "at": "07:30:00"},
    ]
    assert source.lines == {
        ("select",): 2,
        ("select", 0): 2,
        ("select", 1): 3,
        ("select", 2): 4,
        ("select", 2, 0): 4,
        ("select", 2, 1): 4,
        ("select", 2, 1, "a"): 4,
        ("severity",): 6,
        ("severity", "PL204"): 7,
        ("severity", "PL204", "utkast"): 7,
        ("severity", "PL204", "remiss"): 7,
        ("severity", "two words"): 8,
        ("severity", "two words", "and [more]"): 8,
        ("severity", "many"): 9,
        ("severity", "raw"): 12,
        ("ignore",): 15,
        ("ignore", 0): 15,
        ("ignore", 0, "rule"): 16,
        ("ignore", 0, "deep"): 17,
        ("ignore", 0, "deep", "er"): 17,
        ("ignore", 0, "deep", "er", "x"): 18,
        ("ignore", 1): 19,
        ("ignore", 1, "until"): 20,
        ("ignore", 1, "at"): 21,
        ("a",): 23,
        ("a", "b"): 23,
        ("a", "c"): 25,
        ("a", "c", "d"): 25,
    }


def test_a_mark_and_windows_line_ends_change_nothing(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    marked = read_toml(file, "planlint.toml")
    file.write_text(TEXT, encoding="utf-8")
    assert marked == read_toml(file, "planlint.toml")


CLOSED = "ett citattecken som aldrig stängs"
BROKEN = {
    "phase = remiss": "1: ingen giltig TOML: värdet går inte att läsa; text står inom citattecken (tecken 9)",
    "\nphase remiss": "2: ingen giltig TOML: ett likhetstecken saknas efter nyckeln (tecken 7)",
    'a = 1\nfas å = "x"': "2: ingen giltig TOML: ett likhetstecken saknas efter nyckeln (tecken 5)",
    "å = 1": "1: ingen giltig TOML: här ska en nyckel eller en [rubrik] stå (tecken 1)",
    "a.å = 1": "1: ingen giltig TOML: en nyckel med andra tecken än A–Z, 0–9, - och _ står inom citattecken (tecken 3)",
    "a = 1 b = 2": "1: ingen giltig TOML: text efter värdet; en rad har en nyckel och ett värde, "
    "och text står inom citattecken (tecken 7)",
    "[a\nb = 1": "1: ingen giltig TOML: en hakparentes saknas efter rubriken (tecken 3)",
    "[[a]\nb = 1": "1: ingen giltig TOML: en hakparentes saknas efter rubriken (tecken 4)",
    "a = [1,\n2\n\n": "1: ingen giltig TOML: en lista som aldrig stängs med ]",
    "a = {b = 1": "1: ingen giltig TOML: en tabell som aldrig stängs med }",
    "a = {b = 1,\nc = 2}": "1: ingen giltig TOML: en nyckel med andra tecken än A–Z, 0–9, - och _ står inom "
    "citattecken (tecken 12)",
    'a = "x': f"1: ingen giltig TOML: {CLOSED}",
    'a = "x\nb = 1': f"1: ingen giltig TOML: {CLOSED} (tecken 7)",
    "a = 'x\nb = 1": f"1: ingen giltig TOML: {CLOSED}",
    'x = 1\na = """x\n\ny': f"2: ingen giltig TOML: {CLOSED}",
    "a = '''x\n\ny": f"1: ingen giltig TOML: {CLOSED}",
    'a = "\x01"': "1: ingen giltig TOML: ett styrtecken (tecken 6)",
    'a = "C:\\Plan"': "1: ingen giltig TOML: ett bakstreck i en text; skriv / i sökvägar, eller sätt texten inom "
    "'enkla citattecken' (tecken 10)",
    'a = "C:\\Users"': "1: ingen giltig TOML: ett bakstreck i en text; skriv / i sökvägar, eller sätt texten inom "
    "'enkla citattecken' (tecken 10)",
    "a = 2026-02-30": "1: ingen giltig TOML: datumet finns inte (tecken 5)",
    "a = 1\na = 2\nb = 3": "2: ingen giltig TOML: namnet står två gånger (tecken 6)",
    "[a]\n[a]\nb = 1": "2: ingen giltig TOML: namnet står två gånger (tecken 3)",
    "a = {b = 1, b = 2}": "1: ingen giltig TOML: namnet står två gånger (tecken 18)",
    'ignore = ["PL2"]\n[[ignore]]\nrule = "PL204"': "2: ingen giltig TOML: ”ignore” är redan en lista; stäng av hela "
    "regler under [severity], eller skriv alla som [[ignore]] (tecken 9)",
    "a = 0x" + "f" * 17: "1: talet är för stort",
    "\na = [1, inf]": "2: talet är för stort",
    "a = nan": "1: talet är för stort",
    "\na = " + "[" * 60: "2: för många nivåer i varandra",
    "\n" + ".".join("a" * 60) + " = 1": "2: för många nivåer i varandra",
    "[" + ".".join("a" * 60) + "]": "1: för många nivåer i varandra",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_toml_is_told_with_line_and_column(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_toml(file, "planlint.toml")
    assert caught.value.sv == f"planlint.toml:{BROKEN[text]}"
    assert caught.value.en.startswith(f"planlint.toml:{BROKEN[text].partition(':')[0]}: ")


def test_the_same_in_english(file: Path) -> None:
    file.write_text("phase = remiss", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_toml(file, "planlint.toml")
    assert caught.value.en == (
        "planlint.toml:1: not valid TOML: the value cannot be read; text goes in quotation marks (character 9)"
    )


def test_a_number_of_thousands_of_digits_is_too_large(file: Path) -> None:
    file.write_text("a = " + "9" * 5_000, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_toml(file, "planlint.toml")
    assert caught.value.sv == "planlint.toml: ingen giltig TOML: talet är för stort"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 400_000,
        "a = " + "{a = " * 90_000,
        ".".join(["a"] * 400_000) + " = 1",
        "".join(f"[a{n}]\n" for n in range(5_000)),
        'a = "' + "\\" * 400_000,
        "'" * 399_999,
        'a = """' + '""a' * 100_000,
    ],
)
def test_nothing_takes_long(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with suppress(UsageError):
        read_toml(file, "planlint.toml")
    assert time.perf_counter() - start < 4


PIECES = st.one_of(
    st.sampled_from(["[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\n", " ", "#", '"', "'", '"""', "'''", "\\"]),
    st.sampled_from(["a", "b-c", "1", "1.5", "true", "2026-01-31", "07:30:00", "inf", "a = 1\n", "[a]\n", "[[b]]\n"]),
    st.text(max_size=3),
)


@settings(max_examples=400, deadline=1_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=100), st.lists(PIECES, max_size=40).map(lambda p: "".join(p).encode())))
def test_whatever_stands_in_the_file_gives_data_or_one_line(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    told = ["planlint.toml"]
    try:
        read_toml(file, "planlint.toml")
    except UsageError as error:
        told = error.sv.splitlines()
    assert len(told) == 1
    assert told[0].startswith("planlint.toml")
    assert len(told[0]) < 250


KEYS = st.sampled_from(["a", "b", "c c", "å", "[x]", ""])
VALUES = st.recursive(
    st.sampled_from(["1", "1.5", "true", '"t"', "'#'", '"""\n[a]\n"""', "2026-01-31"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ",\n".join(items) + "]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f'"{key}" = {value}' for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=6,
)


def ways(value: object, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if where:
        yield where
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ways(inner, (*where, key))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ways(inner, (*where, place))


@settings(max_examples=300, deadline=1_000)
@given(
    tables=st.lists(st.tuples(st.sampled_from(["[x]", "[[x]]", "[x.y]", "[[x.y]]", "[z]"]), st.tuples(KEYS, VALUES)))
)
def test_every_key_and_item_of_any_toml_has_its_line(tables: list[tuple[str, tuple[str, str]]]) -> None:
    text = "".join(f'{heading}\n"{key}" = {value}\n' for heading, (key, value) in tables)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(tokens_of(text))
    assert set(lines) == set(ways(data))
    assert all(1 <= line <= text.count("\n") for line in lines.values())
