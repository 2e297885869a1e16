"""Versions as documents write them."""

import pytest

from planlint.language.versions import Version, comes_before, parse_version


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("0.4", (0, 4)),
        ("1.0", (1,)),
        ("1", (1,)),
        (" Version\u00a00.10 (remiss)", (0, 10)),
        ("v1.2.3", (1, 2, 3)),
        ("Ver. 2", (2,)),
        ("0,3", (0, 3)),
        ("0.0", (0,)),
        ("2.", (2,)),
    ],
)
def test_a_version_is_parsed(text: str, version: Version) -> None:
    assert parse_version(text) == version


@pytest.mark.parametrize("text", ["", "A", "Remissversion", "2020-04-03", "2020", "12-3", "1a", "vår 2"])
def test_what_names_no_version_is_none(text: str) -> None:
    assert parse_version(text) is None


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("0.1", "0.2", True),
        ("0.9", "1.0", True),
        ("0.9", "0.10", False),  # 0.9 and 0.10 as decimals: cannot be told
        ("0.10", "0.9", False),
        ("0.15", "0.2", False),
        ("0.2", "0.15", False),
        ("1.0", "0.9", False),
        ("1.0", "1", False),
        ("1.2", "1.2.1", True),
    ],
)
def test_which_version_comes_first(one: str, other: str, *, before: bool) -> None:
    first, second = parse_version(one), parse_version(other)
    assert first is not None
    assert second is not None
    assert comes_before(first, second) is before
