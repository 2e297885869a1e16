"""What is said of a table that people fill in: what lacks in it, what was altered, by key: Swedish, English."""

from typing import Final

STANDPOINTS: Final[dict[str, tuple[str, str]]] = {}
