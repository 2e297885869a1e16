"""What a consultation's timeline is made of, and the norms for it."""

from __future__ import annotations

from planlint.model.words import Strict


class TimelineForms(Strict):
    """What a consultation's timeline is made of, and the norms for it."""
