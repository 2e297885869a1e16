"""Checks for rules of the user's own: general ones, that any word or number in a rule file can fill."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.own import amounts, parts, phrasing
from planlint.checks.scope import CheckSpec

SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType({**parts.SPECS, **phrasing.SPECS, **amounts.SPECS})
"""By the names that rule files use."""
