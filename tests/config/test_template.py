"""What `planlint init` writes can be used as it stands, and line by line."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.config import Config
from planlint.config.template import TEMPLATE
from planlint.model.configuration import Configuration, ExemptionEntry, WordLists
from planlint.texts import PHASES

Read = Callable[[str | bytes], Config]

UNCOMMENTED = re.sub(r"^#(?=[^ #\n])", "", TEMPLATE, flags=re.MULTILINE)


def test_as_it_stands_it_changes_nothing(read: Read) -> None:
    config = read(TEMPLATE)
    assert config == Config(source=config.source)


def test_with_everything_switched_on_it_is_valid_and_shows_every_setting(read: Read) -> None:
    config = read(UNCOMMENTED)
    assert config.source is not None
    data = config.source.data
    assert set(data) == set(Configuration.model_fields)
    assert isinstance(data["words"], dict)
    assert set(data["words"]) == set(WordLists.model_fields)
    assert isinstance(data["ignore"], list)
    assert set(data["ignore"][0]) == set(ExemptionEntry.model_fields)
    assert len(config.exemptions) == 1


@pytest.mark.parametrize("line", [line for line in TEMPLATE.splitlines() if re.match(r"#[a-z_]+ = ", line)])
def test_each_setting_above_the_tables_can_be_switched_on_alone(read: Read, line: str) -> None:
    if TEMPLATE.index(line) > TEMPLATE.index("[severity]"):
        return
    assert read(TEMPLATE.replace(line, line.removeprefix("#"))).source is not None


def test_the_defaults_that_it_names_are_those_that_hold() -> None:
    defaults = {
        "phase": PHASES[Config().phase],
        "reading": Config().reading,
        "lang": Config().language,
        "fail_on": Config().fail_on,
    }
    for key, value in defaults.items():
        before, _, _ = TEMPLATE.partition(f'#{key} = "{value}"')
        assert before != TEMPLATE, key
        assert before.rstrip().endswith(f"Förval: {value}."), key


def test_its_lines_are_no_wider_than_an_editor(tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    assert max(map(len, TEMPLATE.splitlines())) <= 120
