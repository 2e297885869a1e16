"""Which configuration a document has."""

import os
from pathlib import Path

import pytest

from planlint.config import Config, configurations
from planlint.config.find import find_file
from planlint.errors import UsageError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders in folders, with a file in the outermost, which is the current one, and the innermost."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "planlint.toml").write_text('phase = "remiss"\nselect = ["PL2"]\nlang = "en"\n', encoding="utf-8")
    (tmp_path / "a" / "b" / "c" / "planlint.toml").write_text(
        'phase = "publicering"\nignore = ["PL204"]\nfail_on = "info"\nrules = "egna"\n', encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("plan.md", "planlint.toml"),
        ("a/plan.md", "planlint.toml"),
        ("a/b/finns/inte/plan.md", "planlint.toml"),
        ("a/b/c/plan.md", "a/b/c/planlint.toml"),
        ("a/b/c", "a/b/c/planlint.toml"),
        ("a/b/c/../plan.md", "planlint.toml"),
        ("a/b", "planlint.toml"),
    ],
)
def test_the_nearest_above_the_document_is_found(tree: Path, path: str, found: str) -> None:
    assert find_file(tree / path) == tree / found


def test_a_file_in_the_current_folder_counts_only_where_it_is_above(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree / "a" / "b" / "c")
    assert find_file(Path("../plan.md")) == tree / "planlint.toml"
    assert find_file(Path("plan.md")) == tree / "a" / "b" / "c" / "planlint.toml"


@pytest.mark.parametrize("path", ["/", "/plan.md", "å" * 300 + "/plan.md", "a\0b/plan.md"])
def test_where_there_is_none_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_file(Path(path)) is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this system")
def test_a_linked_document_goes_by_where_the_link_is(tree: Path) -> None:
    (tree / "a" / "plan.md").symlink_to(tree / "a" / "b" / "c" / "plan.md")
    assert find_file(tree / "a" / "plan.md") == tree / "planlint.toml"


def test_each_document_has_its_own_but_what_belongs_to_the_run(tree: Path) -> None:
    paths = [tree / "plan.md", tree / "a" / "b" / "c" / "plan.md"]
    found = configurations(paths, tree, {})
    outer, inner = (found.of(path) for path in paths)
    assert (found.run, outer.file, inner.file) == (outer, Path("planlint.toml"), Path("a/b/c/planlint.toml"))
    assert (outer.phase, outer.select, outer.ignore) == ("consultation", ("PL2",), ())
    assert (inner.phase, inner.select, inner.ignore) == ("consultation", (), ("PL204",))
    assert (inner.language, inner.fail_on, inner.rule_folder) == ("en", "error", Path("a/b/c/egna"))


def test_the_first_path_decides_for_the_run(tree: Path) -> None:
    found = configurations([tree / "a" / "b" / "c" / "plan.md", tree / "plan.md"], tree, {})
    assert (found.run.phase, found.run.language, found.run.fail_on) == ("publication", "sv", "info")
    assert found.of(tree / "plan.md").phase == "publication"


def test_options_win_over_every_file(tree: Path) -> None:
    given = {"phase": "draft", "select": ("PL3",), "language": "sv"}
    found = configurations([tree / "plan.md"], tree, given)
    for path in (tree / "plan.md", tree / "a" / "b" / "c" / "plan.md"):
        config = found.of(path)
        assert (config.phase, config.select, config.language) == ("draft", ("PL3",), "sv")
    assert found.of(tree / "a" / "b" / "c" / "plan.md").ignore == ("PL204",)


def test_a_named_file_is_everybodys(tree: Path) -> None:
    named = tree / "a" / "b" / "c" / "planlint.toml"
    found = configurations([tree / "plan.md"], tree, {}, named)
    assert found.run.ignore == found.of(tree / "plan.md").ignore == ("PL204",)
    assert found.run.phase == "publication"


def test_a_file_is_read_once(tree: Path) -> None:
    found = configurations([tree / "plan.md"], tree, {})
    first = found.of(tree / "plan.md")
    (tree / "planlint.toml").unlink()
    (tree / "planlint.toml").write_text("trasig", encoding="utf-8")
    assert found.of(tree / "a" / "annan.md") is first


def test_without_a_file_there_are_the_options_and_what_holds_anyway(tmp_path: Path) -> None:
    found = configurations([tmp_path / "plan.md"], tmp_path, {"phase": "publication"})
    assert found.run == found.of(tmp_path / "plan.md") == Config(phase="publication")
    assert found.run.file is None


def test_a_file_outside_the_current_folder_is_named_in_full(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "a")
    found = configurations([tree / "plan.md"], tree / "a", {})
    assert found.run.file == tree / "planlint.toml"


@pytest.mark.parametrize("kind", ["folder", "gone"])
def test_what_is_no_file_is_told(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if kind == "folder":
        (tmp_path / "planlint.toml").mkdir()
    else:
        (tmp_path / "planlint.toml").symlink_to(tmp_path / "borta.toml")
    with pytest.raises(UsageError) as caught:
        configurations([tmp_path / "plan.md"], tmp_path, {})
    told = {"folder": "är en mapp, inte en fil", "gone": "filen finns inte"}[kind]
    assert caught.value.sv == f"planlint.toml: {told}"


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        configurations([tmp_path / "plan.md"], tmp_path, {}, Path("borta.toml"))
    assert (caught.value.sv, caught.value.en) == ("borta.toml: filen finns inte", "borta.toml: no such file")
