"""What a project card is made of."""

from __future__ import annotations

from planlint.model.words import Strict


class CardForms(Strict):
    """What a project card is made of."""
