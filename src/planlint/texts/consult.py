"""The consultation's commands and what they tell on the terminal, by key: Swedish, English."""

from typing import Final

CONSULT: Final[dict[str, tuple[str, str]]] = {}
