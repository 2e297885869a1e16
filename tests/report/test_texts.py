import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from planlint.texts import NOUNS, TEXTS, count, say


@cache
def _trees(root: Path) -> tuple[ast.Module, ...]:
    rooms = (root / "src" / "planlint" / room for room in ("cli", "report", "consult"))
    return tuple(ast.parse(file.read_text(encoding="utf-8")) for room in rooms for file in sorted(room.rglob("*.py")))


def _calls(root: Path, *names: str) -> Iterator[ast.expr]:
    """What stands as the key in calls of those names."""
    for tree in _trees(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in names:
                yield node.args[0]


def _name(called: ast.expr) -> str:
    """The name that a function is called by, or a page's method; other things have methods of the same names."""
    if isinstance(called, ast.Attribute):
        holder = getattr(called.value, "attr", getattr(called.value, "id", ""))
        return called.attr if holder in {"page", "_page"} else ""
    return getattr(called, "id", "")


def _asked_by_templates(root: Path, name: str) -> Iterator[nodes.Expr]:
    """The same in templates."""
    for file in sorted((root / "src/planlint/report/html/templates").glob("*.j2")):
        for call in Environment(autoescape=True).parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == name:
                yield call.args[0]


def _piece(part: nodes.Expr) -> str:
    return re.escape(part.value) if isinstance(part, nodes.Const) else ".+"


def _written(keys: Iterator[nodes.Expr]) -> set[str]:
    return {key.value for key in keys if isinstance(key, nodes.Const)}


def _pattern(key: ast.JoinedStr) -> str:
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in key.values)


def test_every_key_that_the_code_asks_for_is_there(root: Path) -> None:
    asked = {key.value for key in _calls(root, "say", "own", "own_words") if isinstance(key, ast.Constant)}
    counted = {
        key.value
        for key in _calls(root, "count", "counted")
        if isinstance(key, ast.Constant) and isinstance(key.value, str)  # itertools has a count too
    }
    asked |= _written(_asked_by_templates(root, "own"))
    counted |= _written(_asked_by_templates(root, "counted"))
    assert asked <= TEXTS.keys()
    assert counted <= NOUNS.keys()
    assert len(asked) > 40


def test_every_text_is_used_somewhere(root: Path) -> None:
    literal = {
        node.value
        for tree in _trees(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    literal |= _written(_asked_by_templates(root, "own")) | _written(_asked_by_templates(root, "counted"))
    calls = _calls(root, "say", "count", "own", "own_words", "counted")
    composed = [_pattern(key) for key in calls if isinstance(key, ast.JoinedStr)]
    in_templates = (*_asked_by_templates(root, "own"), *_asked_by_templates(root, "counted"))
    composed += ["".join(map(_piece, key.nodes)) for key in in_templates if isinstance(key, nodes.Concat)]
    by_value = {"resolved", "by-text", "unknown", "ambiguous"}  # LinkStatus
    unused = {
        key
        for key in (*TEXTS, *NOUNS)
        if key not in literal | by_value and not any(re.fullmatch(pattern, key) for pattern in composed)
    }
    assert unused == set()


def test_every_text_says_something_in_both_languages() -> None:
    assert [key for key, texts in TEXTS.items() if not all(text.strip() for text in texts)] == []


def test_both_languages_have_the_same_holes() -> None:
    def holes(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    with_holes = {key: texts for key, texts in TEXTS.items() if key != "diff-hint"}  # its braces are the marks
    assert {key: texts for key, texts in with_holes.items() if holes(texts[0]) != holes(texts[1])} == {}


@pytest.mark.parametrize(
    ("noun", "number", "swedish", "english"),
    [
        ("intervention", 1, "1 insats", "1 intervention"),
        ("intervention", 5, "5 insatser", "5 interventions"),
        ("focus-area", 0, "0 fokusområden", "0 focus areas"),
        ("goal", 1, "1 effektmål", "1 effect goal"),
        ("revision-final", 1, "1 spårad ändring, läst som om den hade godkänts", None),
        ("revision-final", 2, "2 spårade ändringar, lästa som om alla hade godkänts", None),
        ("judged", 1, "1 är en bedömning", "1 is a judgement"),
    ],
)
def test_numbers_and_nouns_agree(noun: str, number: int, swedish: str, english: str | None) -> None:
    assert count(noun, number, "sv") == swedish
    if english is not None:
        assert count(noun, number, "en") == english


def test_a_text_without_values_stands_as_it_is() -> None:
    assert say("diff-hint", "sv").endswith("{+ord som har kommit till+}.")


def test_an_unknown_key_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("no-such-text", "sv")
