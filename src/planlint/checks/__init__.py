"""The closed set of checks that rules name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from planlint.checks import duties, fit, links, presence, principles, sources, structure, text, wording
from planlint.checks.scope import CheckSpec, Node, NoOptions, Scope

__all__ = ["CHECKS", "CheckSpec", "NoOptions", "Node", "Scope"]

_MODULES = (presence, links, structure, text, wording, duties, fit, principles, sources)

CHECKS: Mapping[str, CheckSpec] = MappingProxyType(
    {name: spec for module in _MODULES for name, spec in module.SPECS.items()}
)
"""By the name that rule files use."""
