"""Persons by their names, as people and programs write them: 'Ingrid Sollén', 'Sollén Ingrid (Tallvik)'."""

from __future__ import annotations

import re
from typing import Final

from planlint.consult.organisations import find_organisations, is_like_organisation
from planlint.language.folding import fold

_PART: Final = r"[A-ZÅÄÖÉ][\w'-]*[a-zåäöéèü]"
_NAME: Final = re.compile(rf"{_PART}(?:\s+(?:von|af|de|van|[A-ZÅÄÖÉ]\.?|{_PART})){{0,2}}\s+{_PART}")
_TURNED: Final = re.compile(rf"(?P<last>{_PART}(?:\s{_PART})?),\s*(?P<first>{_PART}(?:\s{_PART})?)")
_ACCOUNT: Final = re.compile(r"[\w.-]+\\+[\w.-]+")
_APART: Final = re.compile(r"\s*[,/|;()\[\]]\s*|\s+[–—-]\s+")


def segments(author: str) -> tuple[str, ...]:
    """The pieces of an author's name between commas, slashes, dashes and brackets."""
    return tuple(piece for piece in _APART.split(fold(author).text.strip()) if piece)


def is_person(name: str) -> bool:
    """Whether a name is only a person's: first and last name, in either order, and nothing of an organisation.

    So it is written in capitals, and so is an account of Windows: a domain, a backslash and a name.
    """
    plain = fold(name).text.strip()
    if _ACCOUNT.fullmatch(plain):
        return True
    if plain.isupper():
        plain = plain.title()
    if is_like_organisation(plain) or find_organisations(plain):
        return False
    return (_NAME.fullmatch(plain) or _TURNED.fullmatch(plain)) is not None


def person_in(author: str) -> str:
    """The person's name in an author's name, first name and last as written; '' where there is none."""
    plain = fold(author).text.strip()
    turned = _TURNED.fullmatch(plain)
    if turned and not is_like_organisation(plain):
        return f"{turned['first']} {turned['last']}"
    return next((piece for piece in segments(author) if is_person(piece)), "")
