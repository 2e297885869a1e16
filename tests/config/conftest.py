"""A configuration file to write, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.config import Config
from planlint.config.file import read_config
from planlint.config.hold import hold_config, hold_framework_name
from planlint.errors import UsageError
from planlint.rulebook import load

Read = Callable[[str | bytes], Config]
Mistake = Callable[[str | bytes], tuple[str, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the file stands."""
    return tmp_path / "planlint.toml"


@pytest.fixture
def read(file: Path) -> Read:
    """The configuration that a text gives, held against the rules that ship."""

    def call(text: str | bytes) -> Config:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        config = Config(**read_config(file, str(file)))  # type: ignore[arg-type]
        hold_framework_name(config, load())
        hold_config(config, load())
        return config

    return call


@pytest.fixture
def mistake(read: Read, file: Path) -> Mistake:
    """What is wrong with a text, in Swedish and in English, from the file's base name on."""

    def call(text: str | bytes) -> tuple[str, str]:
        with pytest.raises(UsageError) as caught:
            read(text)
        folder = f"{file.parent}/"
        assert caught.value.sv.startswith(folder)
        assert caught.value.en.startswith(folder)
        return caught.value.sv.removeprefix(folder), caught.value.en.removeprefix(folder)

    return call
