"""The compiled form is a shortcut that never changes what is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import planlint.checks
from planlint.rulebook import load as load_shipped
from planlint.rulebook.folder import read_rulebook
from planlint.rulebook.shipped import load_from, stamp, write_compiled

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own

RULE = "goals/unserved-goal.yaml"


@pytest.fixture
def compiled(own: Own) -> Path:
    """The compiled form of the test's own rulebook."""
    path = own.folder.parent / "cache" / "rulebook.json"
    write_compiled(own.read(), path, stamp(own.folder, times=True))
    return path


def test_a_fresh_form_is_taken_and_the_files_are_not_read(
    own: Own, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = own.read()
    monkeypatch.setattr(yaml, "parse", lambda *_: pytest.fail("reads a file"))
    assert load_from(own.folder, compiled) == expected


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\n\x00", b"STAMP", b"STAMP\n", b'STAMP\n{"rules": [1]}'])
def test_a_broken_form_is_made_again(
    own: Own, compiled: Path, content: bytes, monkeypatch: pytest.MonkeyPatch, checks: object
) -> None:
    monkeypatch.setattr(planlint.checks, "CHECKS", checks)
    whole = compiled.read_bytes()
    compiled.write_bytes(content.replace(b"STAMP", stamp(own.folder, times=True)))
    assert load_from(own.folder, compiled) == own.read()
    assert compiled.read_bytes() == whole


@pytest.mark.parametrize("change", ["words", "time", "new file", "file gone"])
def test_a_changed_folder_is_read_again(
    own: Own, compiled: Path, change: str, monkeypatch: pytest.MonkeyPatch, checks: object
) -> None:
    monkeypatch.setattr(planlint.checks, "CHECKS", checks)
    if change == "words":
        own.change(RULE, "Effektmål utan insats", "Ett effektmål utan insats")
    elif change == "time":
        os.utime(own.folder / RULE, ns=(1, 1))
    elif change == "new file":
        own.write("frameworks/sund-2.yaml", "name: sund-2\nextends: sund\n")
    else:
        (own.folder / RULE).unlink()
    before = compiled.read_bytes()
    assert load_from(own.folder, compiled) == own.read()
    assert compiled.read_bytes() != before


def test_what_cannot_be_written_is_done_without(
    own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checks: object
) -> None:
    monkeypatch.setattr(planlint.checks, "CHECKS", checks)
    blocked = tmp_path / "file"
    blocked.touch()
    assert load_from(own.folder, blocked / "rulebook.json") == own.read()


def test_a_form_half_written_is_never_seen_and_leaves_nothing(
    own: Own, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    before = compiled.read_bytes()
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):  # noqa: PT011 - it is the one raised above
        write_compiled(own.read(), compiled, b"new")
    assert [path.read_bytes() for path in compiled.parent.iterdir()] == [before]


def test_times_do_not_count_where_installing_sets_them(own: Own) -> None:
    before = stamp(own.folder, times=False)
    os.utime(own.folder / RULE, ns=(1, 1))
    assert stamp(own.folder, times=False) == before
    own.change(RULE, "PL204", "PL2044")
    assert stamp(own.folder, times=False) != before


def test_what_is_shipped_holds(root: Path) -> None:
    shipped = read_rulebook(root / "rules", planlint.checks.CHECKS)
    assert load_shipped() == shipped
    codes = [rule.code for rule in shipped.rules]
    assert codes == sorted(codes)


def test_loading_imports_nothing_heavy(root: Path) -> None:
    load_shipped()  # so that the form is fresh
    heavy = "{'jsonschema', 'spacy', 'docx', 'lxml', 'rapidfuzz', 'markdown_it', 'rich', 'yaml', 'planlint.checks'}"
    program = f"import sys; from planlint.rulebook import load; load(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root / "src")
    assert done.stdout.strip() == "[]"
