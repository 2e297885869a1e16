"""What is generated is as it would be generated now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from planlint.rulebook import Rulebook, generate
from planlint.rulebook.generate import generated, write
from planlint.rulebook.schemas import Sort, shipped_schema
from planlint.rulebook.source import read

AGAIN = "run: python -m planlint.rulebook.generate"


@pytest.mark.parametrize("path", ["schemas/rule.schema.json", "schemas/framework.schema.json",
                                  "schemas/facts.schema.json", "schemas/own-rule.schema.json",
                                  "schemas/config.schema.json", "rules/README.md"])  # fmt: skip
def test_it_is_as_kept(root: Path, path: str) -> None:
    assert (root / path).read_text(encoding="utf-8") == dict(generated())[path], AGAIN


def test_writing_makes_what_is_generated(tmp_path: Path) -> None:
    write(tmp_path)
    made = {file.relative_to(tmp_path).as_posix(): file.read_text("utf-8") for file in tmp_path.rglob("*.*")}
    assert made == dict(generated())


def test_the_schemas_are_written_before_a_rule_is_held_against_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def read_rules() -> Rulebook:
        written.extend(sorted(file.name for file in tmp_path.rglob("*.*")))
        return Rulebook(rules=(), frameworks={}, principle_sets={})

    monkeypatch.setattr(generate, "load", read_rules)
    write(tmp_path)
    assert written == [
        "config.schema.json", "facts.schema.json", "framework.schema.json", "own-rule.schema.json", "rule.schema.json",
    ]  # fmt: skip


def shipped(root: Path, sort: Sort) -> list[Path]:
    folders = {"framework": ["frameworks"], "facts": ["facts"]}
    others = [path.name for path in (root / "rules").iterdir() if path.name not in ("frameworks", "facts")]
    return [file for folder in folders.get(sort, others) for file in sorted((root / "rules" / folder).glob("*.yaml"))]


@pytest.mark.parametrize("sort", ["rule", "framework", "facts"])
def test_every_shipped_file_fits_the_schema_that_editors_use(root: Path, sort: Sort) -> None:
    validator: Any = jsonschema.Draft202012Validator(shipped_schema(sort))
    validator.check_schema(shipped_schema(sort))
    files = shipped(root, sort)
    assert files
    for file in files:
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read(file, file.name).data)]
        assert errors == [], file
