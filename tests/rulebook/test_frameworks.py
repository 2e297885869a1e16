"""A framework states what differs from the one that it extends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planlint.errors import UsageError
from planlint.model.framework import Framework
from planlint.rulebook import load_framework, shipped

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own


@pytest.fixture(autouse=True)
def base(own: Own, monkeypatch: pytest.MonkeyPatch) -> Framework:
    """What is shipped is here the tests' own rulebook; its one framework."""
    rulebook = own.read()
    monkeypatch.setattr(shipped, "load", lambda: rulebook)
    return rulebook.frameworks["sund"]


USER = "name: egen\ntitle: {sv: Egen, en: Own}\nextends: sund\n"


def test_a_users_framework_states_only_what_differs(tmp_path: Path, base: Framework) -> None:
    file = tmp_path / "egen.yaml"
    file.write_text(USER + "parts:\n  goal_links:\n    forms: [Vinst]\n    required: false\n", encoding="utf-8")
    made = load_framework(file)
    assert (made.name, made.extends, made.parts["goal_links"].forms) == ("egen", "sund", ("Vinst",))
    assert made.parts["goal_links"].title == base.parts["goal_links"].title
    assert list(made.parts) == list(base.parts)
    assert (
        made.model_copy(update={"name": base.name, "title": base.title, "extends": None, "parts": base.parts}) == base
    )


def test_a_users_framework_may_extend_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "bas.yaml").write_text(USER, encoding="utf-8")
    file = tmp_path / "egen.yaml"
    file.write_text("name: vår\nextends: bas.yaml\n".replace("vår", "var"), encoding="utf-8")
    made = load_framework(file)
    assert (made.name, made.title.sv, made.extends) == ("var", "Egen", "bas.yaml")


MISTAKES = {
    "unknown base": (
        "name: a\nextends: sun\n",
        "egen.yaml:2: okänt ramverk ”sun”, menade du ”sund”?",
        "egen.yaml:2: unknown framework “sun”, did you mean “sund”?",
    ),
    "base gone": ("name: a\nextends: borta.yaml\n", "borta.yaml: filen finns inte", "borta.yaml: no such file"),
    "itself": (
        "name: a\nextends: egen.yaml\n",
        "egen.yaml:2: ”extends” går i cirkel: egen.yaml → egen.yaml",
        "egen.yaml:2: “extends” goes in a circle: egen.yaml → egen.yaml",
    ),
    "circle": (
        "name: a\nextends: två.yaml\n",
        "två.yaml:1: ”extends” går i cirkel: egen.yaml → två.yaml → egen.yaml",
        "två.yaml:1: “extends” goes in a circle: egen.yaml → två.yaml → egen.yaml",
    ),
    "no title": ("name: a\n", "egen.yaml:1: nyckeln ”title” saknas", "egen.yaml:1: the key “title” is missing"),
    "no name, which is never a base's": (
        "extends: tre.yaml\n",
        "egen.yaml:1: nyckeln ”name” saknas",
        "egen.yaml:1: the key “name” is missing",
    ),
    "part of its own, incomplete": (
        "name: a\nextends: tre.yaml\nparts:\n  budget:\n    required: true\n",
        "egen.yaml:4: nyckeln ”title” saknas i ”parts.budget”",
        "egen.yaml:4: the key “title” is missing in “parts.budget”",
    ),
    "part of the base's own, incomplete": (
        "name: a\nextends: fem.yaml\nparts:\n  goal_links:\n    required: true\n",
        "fem.yaml:5: nyckeln ”forms” saknas i ”fields.ansvar”",
        "fem.yaml:5: the key “forms” is missing in “fields.ansvar”",
    ),
    "unknown key": (
        "name: a\nextends: tre.yaml\ngoals:\n  lables: [Mål]\n",
        "egen.yaml:4: okänd nyckel ”lables”, menade du ”labels”?",
        "egen.yaml:4: unknown key “lables”, did you mean “labels”?",
    ),
    "unknown key in the base": (
        "name: a\nextends: fyra.yaml\n",
        "fyra.yaml:5: okänd nyckel ”requierd”, menade du ”required”?",
        "fyra.yaml:5: unknown key “requierd”, did you mean “required”?",
    ),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_in_a_users_framework_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    text, sv, en = MISTAKES[kind]
    monkeypatch.chdir(tmp_path)
    Path("två.yaml").write_text("extends: egen.yaml\nname: b\n", encoding="utf-8")
    Path("tre.yaml").write_text("extends: sund\nname: c\n", encoding="utf-8")
    Path("fyra.yaml").write_text(
        "extends: sund\nname: d\nparts:\n  goal_links:\n    requierd: true\n", encoding="utf-8"
    )
    Path("fem.yaml").write_text(
        "extends: sund\n# Ett fält till.\nname: e\nfields:\n  ansvar: {title: {sv: Ansvar, en: Duty}}\n",
        encoding="utf-8",
    )
    Path("egen.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_framework(Path("egen.yaml"))
    assert (caught.value.sv, caught.value.en) == (sv, en)
