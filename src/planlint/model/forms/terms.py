"""Words that plans of a kind use, may use and should not use."""

from __future__ import annotations

from planlint.model.words import Strict


class TermForms(Strict):
    """Words that plans of a kind use, may use and should not use."""
