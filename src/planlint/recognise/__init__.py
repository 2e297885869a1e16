"""From Document and Framework to Plan: one module for each part of a plan, then references resolved."""

from __future__ import annotations

from planlint.recognise.match import choose_framework
from planlint.recognise.plan import recognise

__all__ = ["choose_framework", "recognise"]
