"""What the account of a consultation says, by key: Swedish, English."""

from typing import Final

ACCOUNT: Final[dict[str, tuple[str, str]]] = {}
