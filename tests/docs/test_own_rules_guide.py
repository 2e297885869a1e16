"""The guide to rules of one's own shows files that work, and names every check with its settings and cases."""

import re
from pathlib import Path

import pytest

from planlint.checks import own

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "egna-regler.md").read_text(encoding="utf-8")
FILES = sorted((ROOT / "samples" / "egna-regler").glob("*.yaml"))
SHOWN = re.findall(r"```yaml\n(.*?)\n```", GUIDE, re.DOTALL)


def test_five_rules_are_shown() -> None:
    assert len(SHOWN) == 5


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: re.findall(r"code: (\w+)", shown)[0])
def test_what_is_shown_is_a_file_that_is_there(shown: str) -> None:
    assert [path.name for path in FILES if path.read_text(encoding="utf-8").startswith(shown + "\ngood:")]


@pytest.mark.parametrize("name", own.SPECS)
def test_every_check_is_listed_with_its_settings_and_cases(name: str) -> None:
    (row,) = re.findall(rf"^\| `{name}` \|.*$", GUIDE, re.MULTILINE)
    _, _, settings, cases = (re.findall(r"`([a-z_]+)`", cell) for cell in row.strip("|").split("|"))
    assert sorted(settings) == sorted(own.SPECS[name].options.model_fields)
    assert sorted(cases) == sorted(own.SPECS[name].cases)
