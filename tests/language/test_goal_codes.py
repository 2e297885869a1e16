"""Goal codes: at the beginning of a line, and in running text."""

import pytest

from planlint.language.goal_codes import CodeMention, find_codes, normalise_code, split_code

LETTERED = r"[1-9][0-9]?\s?[A-ZÅÄÖ]"
NUMBERED = r"[1-9][0-9]?(?:\.[0-9]+)?"
CUES = ("effektmål", "mål")
KNOWN = frozenset({"1A", "1B", "4A", "4B"})


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("1A: Bättre skolor", "1A", "Bättre skolor"),
        ("5B. Bättre skolor", "5B", "Bättre skolor"),
        ("2 B Bättre skolor", "2B", "Bättre skolor"),
        ("2B) Bättre skolor", "2B", "Bättre skolor"),
        ("(2B) Bättre skolor", "2B", "Bättre skolor"),
        ("1A – Bättre skolor", "1A", "Bättre skolor"),
        ("1A - bättre skolor", "1A", "bättre skolor"),
        ("1A bättre skolor", "1A", "bättre skolor"),
        ("1A:Bättre skolor", "1A", "Bättre skolor"),
        ("1A\tBättre skolor", "1A", "Bättre skolor"),
        ("  12C\u00a0Bättre skolor", "12C", "Bättre skolor"),
        ("Effektmål 4B: Bättre skolor", "4B", "Bättre skolor"),
        ("EFFEKT MÅL 4B", "4B", ""),
        ("mål nr 4b: bättre skolor", "4B", "bättre skolor"),
        ("4b: bättre skolor", "4B", "bättre skolor"),
        ("4B", "4B", ""),
        ("4B: ", "4B", ""),
    ],
)
def test_split_code(line: str, code: str, words: str) -> None:
    assert split_code(line, LETTERED) == (code, len(line) - len(words))


@pytest.mark.parametrize(
    "line",
    [
        "", "Bättre skolor", "1A–1C omfattas", "1A – 1C omfattas", "1A, 1B", "2A och 2B", "5A är målet", "3D-modell",
        "1A-kursen", "4 B § i lagen", "2020 var ett bra år", "3 I samverkan", "5 a 6 kommuner", "4b bättre skolor",
        "B4: skolor", "100A: skolor", "4BC: skolor", "Effektmål", "4.B: skolor",
    ],
)  # fmt: skip
def test_no_code_to_split(line: str) -> None:
    assert split_code(line, LETTERED) is None


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("Mål 1", ("1", 5)),
        ("Mål 1: Bättre skolor", ("1", 7)),
        ("mål 3 bättre skolor", ("3", 6)),
        ("1", ("1", 1)),
        ("1.2", ("1.2", 3)),
        ("1.2 Bättre skolor", ("1.2", 4)),
        ("1. Bättre skolor", ("1", 3)),
        ("1 Bättre skolor", ("1", 2)),
        ("14 kommuner deltar", None),
        ("2020 var ett bra år", None),
        ("1.2.3 Bättre skolor", None),
    ],
)
def test_split_code_where_codes_are_numbers(line: str, result: tuple[str, int] | None) -> None:
    assert split_code(line, NUMBERED) == result


def test_a_framework_whose_code_holds_the_word() -> None:
    assert split_code("Mål 1: Bättre skolor", r"Mål [0-9]+", ()) == ("MÅL1", 7)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se effektmål 4B.", [("4B", "4B", True)]),
        ("Se effektmålet 2 B.", [("2B", "2 B", True)]),
        ("Se mål 1A och 1B.", [("1A", "1A", True), ("1B", "1B", True)]),
        ("Se målen 4a samt 4b.", [("4A", "4a", True), ("4B", "4b", True)]),
        ("Effektmål: 3A, 5A", [("3A", "3A", True), ("5A", "5A", True)]),
        ("Effektmålens koder är 3A.", [("3A", "3A", True)]),
        ("Målet (3A) nås.", [("3A", "3A", True)]),
        ("Bättre utbyte (4B).", [("4B", "4B", True)]),
        ("Bättre utbyte (se 4B och 1A).", [("4B", "4B", True), ("1A", "1A", True)]),
        ("Effektmål 4A och B.", [("4A", "4A", True), ("4B", "B", True)]),
        ("4B: Bättre utbyte", [("4B", "4B", True)]),
        ("1A, 1B", [("1A", "1A", True), ("1B", "1B", True)]),
        ("Rubrik\n4B: Bättre utbyte", [("4B", "4B", True)]),
        ("Vi löser 4B nu.", [("4B", "4B", False)]),
        ("Vi löser 3B nu.", []),
        ("Flik 4A och 4B.", []),
        ("Skolgatan 4B.", []),
        ("Bilaga (4B) gäller.", []),
        ("Vi löser § 4 B nu.", []),
        ("Vi löser 4 B § nu.", []),
        ("Ring 0522-44 1A nu.", []),
        ("En 4B-lösning.", []),
        ("Delmål 4.b nås.", []),
        ("Projektmål 3A nås.", []),
        ("Agenda 2030 mål 4a nås.", []),
        ("Målet är 4 bilar.", []),
        ("Målet är 5 a 6 bilar.", []),
        ("Mål 5 a 6 bilar.", []),
        ("Når målet 2 i planen.", []),
        ("Bygg i 3D (3D) nu.", []),
    ],
)
def test_find_codes(text: str, found: list[tuple[str, str, bool]]) -> None:
    mentions = find_codes(text, LETTERED, CUES, KNOWN)
    assert [(*one.codes, text[one.start : one.end], one.certain) for one in mentions] == found


def test_a_range_is_one_mention_of_all_its_codes() -> None:
    text = "Effektmålen 1A–1C, 4A–B och 2A till 3B"
    assert find_codes(text, LETTERED, CUES) == (
        CodeMention(("1A", "1B", "1C"), 12, 17, certain=True),
        CodeMention(("4A", "4B"), 19, 23, certain=True),
        CodeMention(("2A", "3B"), 28, 38, certain=True),
    )


def test_codes_that_are_numbers_need_a_cue() -> None:
    text = "Vi når mål 1, 2 och 4–6 med 3 insatser (7)."
    assert [one.codes for one in find_codes(text, NUMBERED, CUES, frozenset({"3", "7"}))] == [
        ("1",), ("2",), ("4", "5", "6"),
    ]  # fmt: skip
    assert find_codes("Mål 3 kommuner ska nå", NUMBERED, CUES) == ()
    assert find_codes("Målet är 3.", NUMBERED, CUES) == ()


def test_without_cues_only_the_form_counts() -> None:
    assert find_codes("Se effektmål 4B.", LETTERED, ()) == ()


def test_normalise_code() -> None:
    assert normalise_code(" 2\u00a0b ") == "2B"
