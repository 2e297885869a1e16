"""Where planlint's own data stands: rules and schemas."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKED = _PACKAGE / "_data"


def installed() -> bool:
    """Whether this is a wheel's copy, with its data beside the code, and not a checkout."""
    return _PACKED.is_dir()


def data_dir() -> Path:
    """The folder that holds `rules/` and `schemas/`: in the package as installed, else the top of the checkout."""
    return _PACKED if installed() else _PACKAGE.parent.parent
