"""`planlint init`: a configuration to begin with, never over another."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.config.template import TEMPLATE

Planlint = Callable[..., tuple[int, str, str]]


def test_it_writes_the_file_and_says_what_to_do_next(planlint: Planlint, folder: Path) -> None:
    told = (
        "Skrev planlint.toml. Allt i den är förval tills du ändrar något.\n"
        "Nästa steg: öppna filen, ta bort # framför det du vill ändra, och kör planlint check på planen.\n"
    )
    assert planlint("init") == (0, told, "")
    assert (folder / "planlint.toml").read_bytes() == TEMPLATE.encode()
    assert sorted(path.name for path in folder.iterdir()) == ["plan.md", "planlint.toml", "protokoll.md"]


def test_a_plan_is_checked_as_before(planlint: Planlint) -> None:
    before = planlint("check", "plan.md")
    planlint("init")
    assert planlint("check", "plan.md") == before


def test_a_folder_may_be_named_and_the_language(planlint: Planlint, folder: Path) -> None:
    (folder / "under").mkdir()
    status, out, err = planlint("init", "under", "--lang", "en")
    assert (status, err) == (0, "")
    assert out.startswith("Wrote under/planlint.toml. Everything in it is the default")
    assert (folder / "under" / "planlint.toml").is_file()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_stands_there_is_never_overwritten(planlint: Planlint, folder: Path, kind: str) -> None:
    path = folder / "planlint.toml"
    if kind == "file":
        path.write_text("min egen", encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(folder / "borta.toml")
    line = "planlint: ”planlint.toml” finns redan; ändra i den, eller flytta den först.\n"
    assert planlint("init") == (2, "", line)
    assert kind != "file" or path.read_text(encoding="utf-8") == "min egen"
    assert sorted(each.name for each in folder.iterdir()) == ["plan.md", "planlint.toml", "protokoll.md"]


def test_a_folder_that_is_not_there_is_told(planlint: Planlint, folder: Path) -> None:
    assert planlint("init", "borta") == (
        2,
        "",
        "planlint: ”borta/planlint.toml” kan inte skrivas (mappen finns inte).\n",
    )
    assert planlint("init", "plan.md", "--lang", "en")[2].startswith("planlint: “plan.md/planlint.toml” cannot be")
    assert not (folder / "borta").exists()


def test_a_disk_that_is_full_leaves_nothing(planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "hardlink_to", full)
    monkeypatch.setattr(Path, "rename", full)
    assert planlint("init") == (
        2,
        "",
        "planlint: ”planlint.toml” kan inte skrivas (No space left on device).\n",
    )
    assert sorted(path.name for path in folder.iterdir()) == ["plan.md", "protokoll.md"]


def test_a_disk_without_links_will_do(planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_self: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", none)
    assert planlint("init")[0] == 0
    assert (folder / "planlint.toml").read_text(encoding="utf-8") == TEMPLATE
    assert planlint("init")[0] == 2


def test_somebody_who_is_faster_keeps_the_file(
    planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def late(self: Path, target: Path) -> None:
        self.write_text("snabbare", encoding="utf-8")
        link(target, self)

    monkeypatch.setattr(Path, "hardlink_to", late)
    assert planlint("init")[0] == 2
    assert (folder / "planlint.toml").read_text(encoding="utf-8") == "snabbare"
