"""How Swedish writes dates."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
"""The months' names, in order."""

DATE: Final = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}", re.IGNORECASE)
"""A date in figures (ISO 8601) or in running text ("3 april 2026"); not whether it exists."""
