"""What a reader takes for the same is the same."""

import pytest

from planlint.language.normalise import label_key, normalise, same_words, word_diff, words


@pytest.mark.parametrize(
    ("written", "normalised"),
    [
        ("  E\u2011Rådets\u00a0\tROLL\n", "e-rådets roll"),
        ("ra\u030ad\u00adets", "rådets"),
        ("A \u2212 B", "a - b"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_normalise(written: str, normalised: str) -> None:
    assert normalise(written) == normalised


@pytest.mark.parametrize("label", ["EFFEKT MÅL", "Effektmål:", "effekt-mål", " Effekt–mål . ", "**Effektmål**"])
def test_labels_that_are_one(label: str) -> None:
    assert label_key(label) == "effektmål"


def test_words_leave_punctuation_out() -> None:
    assert words("E-rådets roll, bl.a. ”5:e” mötet!") == ("e-rådets", "roll", "bl", "a", "5:e", "mötet")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bättre skolor.", "BÄTTRE  skolor", True),
        ("Bättre skolor:", "Bättre skolor;", True),
        ("Bättre skolor", "Bättre skola", False),
        ("Bättre, skolor", "Bättre skolor", False),
    ],
)
def test_same_words(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("a b c", "a b c", "a b c"),
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b", "a b c", "a b {+c+}"),
        ("a b c", "c", "[-a b-] c"),
        ("", "a", "{+a+}"),
    ],
)
def test_word_diff(old: str, new: str, marked: str) -> None:
    assert word_diff(old, new) == marked


def test_a_diff_of_endless_texts_is_not_made() -> None:
    old, new = "a " * 1001, "a " * 1000 + "b"
    assert word_diff(old, new) == f"[-{old.strip()}-] {{+{new}+}}"
    assert word_diff(old, old) == old
