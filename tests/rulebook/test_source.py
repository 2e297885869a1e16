"""What is no plain YAML is refused with its line; what is, means what people expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own

RULE = "goals/unserved-goal.yaml"
BIG = b"# " + b"x" * 1_000_000

NO_START_SV = "ett tecken som inte får stå först; sätt texten inom citattecken, och dra in med mellanslag, inte tabb"
NO_START_EN = "a character that may not stand first; put the text in quotation marks, and indent with spaces, not tabs"
NO_YAML: dict[str, tuple[str | bytes, str, str]] = {
    "open bracket": (
        "code: [1,\nname: x",
        "1: ingen giltig YAML: en hakparentes som aldrig stängs",
        "1: not valid YAML: a bracket that is never closed",
    ),
    "open quotation": (
        "code: x\nname: 'x\n",
        "2: ingen giltig YAML: ett citattecken som aldrig stängs",
        "2: not valid YAML: a quotation mark that is never closed",
    ),
    "tab": (
        "a:\n\t- b",
        f"2: ingen giltig YAML: {NO_START_SV}",
        f"2: not valid YAML: {NO_START_EN}",
    ),
    "control character": (
        "å: 1\nb: \x01",
        "2: ingen giltig YAML: control characters are not allowed",
        "2: not valid YAML: control characters are not allowed",
    ),
    "the same key twice": (
        "a: 1\nb: 2\na: 3\n",
        "3: nyckeln ”a” står två gånger",
        "3: the key “a” stands twice",
    ),
    "number as key": (
        "1: a",
        "1: en nyckel ska vara text",
        "1: a key should be text",
    ),
    "list as key": (
        "? [a]\n: b",
        "1: en nyckel ska vara text",
        "1: a key should be text",
    ),
    "empty": (
        "",
        "1: filen ska bestå av nycklar med värden",
        "1: the file should hold keys with values",
    ),
    "list on top": (
        "- a",
        "1: filen ska bestå av nycklar med värden",
        "1: the file should hold keys with values",
    ),
    "two documents": (
        "a: 1\n---\nb: 2",
        "2: två dokument i samma fil",
        "2: two documents in one file",
    ),
    "alias of nothing": (
        "a: &x 1\nb: *y",
        "2: *y saknar ett &y före sig",
        "2: *y has no &y before it",
    ),
    "alias of itself": ("a: &x [*x]", "1: *x saknar ett &x före sig", "1: *x has no &x before it"),
    "aliases that grow": (
        "a: &a [" + "x, " * 100 + "]\nb: &b [" + "*a, " * 100 + "]\nc: &c [" + "*b, " * 100 + "]\n",
        "3: filen blir större än 1 MB",
        "3: the file grows larger than 1 MB",
    ),
    "tag": (
        "a: !!python/object:os.system x",
        "1: typer i YAML (!) används inte här",
        "1: YAML's types (!) are not used here",
    ),
    "deep": (
        "a: " + "[" * 100000,
        "1: för många nivåer i varandra",
        "1: too many levels inside one another",
    ),
    "not UTF-8": (
        b"a: 1\nb: \xe5",
        "2: texten är inte UTF-8; spara filen som UTF-8",
        "2: not UTF-8; save it as such",
    ),
}


@pytest.mark.parametrize("kind", NO_YAML)
def test_what_is_no_yaml_is_told_with_its_line(own: Own, kind: str) -> None:
    text, sv, en = NO_YAML[kind]
    own.write(RULE, text)
    assert own.mistake() == (f"rules/{RULE}:{sv}", f"rules/{RULE}:{en}")


def test_a_file_larger_than_any_rule_is_refused(own: Own) -> None:
    own.write(RULE, BIG)
    assert own.mistake() == (f"rules/{RULE}: filen är större än 1 MB", f"rules/{RULE}: the file is larger than 1 MB")


def test_a_folder_named_as_a_rule_is_told(own: Own) -> None:
    (own.folder / "goals" / "folder.yaml").mkdir()
    assert own.mistake() == (
        "rules/goals/folder.yaml: är en mapp, inte en fil", "rules/goals/folder.yaml: is a folder, not a file",
    )  # fmt: skip


def test_an_alias_says_the_same_again(own: Own) -> None:
    own.change(RULE, "  sv: Koppla en insats till målet.", "  sv: &help Koppla en insats till målet.")
    own.change(RULE, "  en: Link an intervention to the goal.", "  en: *help")
    assert own.read().rules[0].help.en == "Koppla en insats till målet."


def test_words_that_yaml_1_1_takes_for_something_else_are_text(own: Own) -> None:
    own.change(RULE, "  sv: Koppla en insats till målet.", "  sv: no")
    own.change(RULE, '    date: "2019"', "    date: 2019-05-01")
    rule = own.read().rules[0]
    assert (rule.help.sv, rule.source[0].date) == ("no", "2019-05-01")
