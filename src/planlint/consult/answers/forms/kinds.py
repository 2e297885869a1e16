"""The kind of a view, as people write it."""

from __future__ import annotations

import re
from typing import Final

from planlint.consult.answers.forms.columns import LANGUAGES
from planlint.language.normalise import label_key, normalise
from planlint.model.consultation import ViewKind
from planlint.texts import say

_KINDS: Final[tuple[tuple[ViewKind, tuple[str, ...]], ...]] = (
    ("fact", ("sak", "fakt", "innehåll", "substan", "fact", "content")),
    ("question", ("fråg", "undran", "oklar", "question", "unclear", "query")),
    ("editorial", ("redak", "redig", "språk", "stav", "korr", "editor", "language", "spelling", "typo")),
    ("support", ("stöd", "stödj", "tillstyrk", "instäm", "bifall", "support", "agree", "endorse")),
)
"""How the words for each kind begin, in both languages."""
_DENIED: Final = re.compile(r"\b(?:inte|ej|inget|ingen|not|no|don['’]t|disagree)\b")
_NOTHING: Final = re.compile(
    r"(?:(?:inga|ingen|inget|no)\s+(?:synpunkt(?:er)?|kommentar(?:er)?|comments?|views?))[.!]?"
)


def read_kind(words: str) -> ViewKind | None:
    """The kind that the words name, by the first of them that does; None where none does, or one is denied."""
    plain = normalise(words)
    if _DENIED.search(plain):
        return None
    for word in re.findall(r"\w+", plain):
        for kind, beginnings in _KINDS:
            if word.startswith(beginnings):
                return kind
    return None


def says_nothing(words: str) -> bool:
    """Whether somebody only says that there is nothing to say."""
    return _NOTHING.fullmatch(normalise(words)) is not None


def is_prompt(words: str) -> bool:
    """Whether the cell only asks to choose: some programs turn a list's prompt into text."""
    return label_key(words) in {label_key(say("form-choose", language)) for language in LANGUAGES}
