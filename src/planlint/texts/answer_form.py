"""What the form that respondents fill in says, by key: Swedish, English."""

from typing import Final

ANSWER_FORM: Final[dict[str, tuple[str, str]]] = {}
