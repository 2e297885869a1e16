"""`python -m planlint.rulebook.generate` writes anew what is made of the models and the rules, in a checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from planlint import resources
from planlint.rulebook.explain import index
from planlint.rulebook.schemas import MODELS, generate_schema, path_of
from planlint.rulebook.shipped import load


def generated() -> Iterator[tuple[str, str]]:
    """Every generated file: its path in the checkout and its text. The schemas come first: reading rules takes them."""
    for sort in MODELS:
        yield path_of(sort), json.dumps(generate_schema(sort), ensure_ascii=False, indent=2) + "\n"
    yield "rules/README.md", index(load().rules, "sv")


def write(root: Path) -> None:
    """Writes them."""
    for path, text in generated():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(resources.data_dir())
