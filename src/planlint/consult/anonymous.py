"""Persons' names taken out of what came back, their organisations put in."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from planlint.consult.persons import person_in
from planlint.language.folding import fold
from planlint.model.consultation import Told

_WAYS: Final = {"å": "[åa]", "ä": "[äa]", "ö": "[öo]", "é": "[ée]", "è": "[èe]", "ü": "[üu]", "ø": "[øo]"}
_CLOSING: Final = re.compile(r"hälsning|\bmvh\b|regards|sincerely|uppdrag|^För\s", re.IGNORECASE)
_NONE: Final = re.compile(r"(?!)")


class People:
    """The persons of a consultation and whom each speaks for. `nameless` is what stands for one of nobody known."""

    def __init__(self, nameless: str) -> None:
        self._nameless = nameless
        self._known: dict[str, str] = {}
        self._patterns: tuple[re.Pattern[str], re.Pattern[str]] | None = None

    def learn(self, told: Told | None, each: list[str], name: str) -> None:
        """Take in a file's authors, those who reply, and who signs, with whose views they are."""
        for said, who in zip(told.said, each, strict=True) if told else ():
            self.add(person_in(said.author), who)
        for said in told.said if told else ():
            for reply in said.replies:
                person = person_in(reply.author)
                if person and self._key(person) not in self._known:
                    self.add(person, self._nameless)
        for signed in _signed(told) if told else ():
            self.add(person_in(signed), name)
        for author, address in told.addresses.items() if told else ():
            person = person_in(author)
            who = self._known.get(self._key(person), name) if person else name
            self._put(address, who)

    def add(self, person: str, who: str) -> None:
        """Take in one person, by the name in both orders."""
        if not person:
            return
        for name in (person, " ".join(reversed(person.split()))):
            if self._known.get(self._key(name), self._nameless) == self._nameless:
                self._put(name, who)

    def who(self, person: str) -> str:
        """Whom a person speaks for; '' where that is not known."""
        found = self._known.get(self._key(person), "")
        return "" if found == self._nameless else found

    def in_text(self, text: str) -> str:
        """A text with whom they speak for in the place of persons' full names and their addresses."""
        return self._compiled()[0].sub(lambda found: self._known.get(self._key(found[0]), self._nameless), text)

    def in_path(self, path: str) -> str:
        """A file's name likewise; there 'Ingrid_Sollen' is Ingrid Sollén."""
        by_plain = {_plain(name): who for name, who in self._known.items()}
        return self._compiled()[1].sub(lambda found: by_plain.get(_plain(found[0]), self._nameless), path)

    def _put(self, name: str, who: str) -> None:
        self._known[self._key(name)] = who
        self._patterns = None

    def _compiled(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        if self._patterns is None:
            names = sorted(filter(None, self._known), key=len, reverse=True)
            told = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
            filed = "|".join(r"[\s_.,-]*".join(map(_loosely, name.split())) for name in names if "@" not in name)
            self._patterns = (
                re.compile(rf"(?<!\w)(?:{told})(?=s?(?!\w))", re.IGNORECASE) if told else _NONE,
                re.compile(rf"(?<![^\W_])(?:{filed})(?![^\W_])", re.IGNORECASE) if filed else _NONE,
            )
        return self._patterns

    def _key(self, name: str) -> str:
        return " ".join(fold(name).text.split()).casefold()


def _signed(told: Told) -> list[str]:
    """The lines under a letter's closing words: there, two words with capitals are a name and no heading."""
    lines = [aside.text for aside in told.asides]
    closing = next((index for index, line in enumerate(lines) if _CLOSING.search(line)), len(lines))
    return lines[closing + 1 :]


def reply_author(organisation: str | None, author: str, people: People) -> str:
    """What to call one who replies to a comment: the organisation, as far as it is known."""
    return organisation or people.who(person_in(author))


def letter_of(index: int) -> str:
    """A, B … Z, AA, AB …, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _loosely(word: str) -> str:
    """A word as a file's name may have it, without dots and rings."""
    return "".join(_WAYS.get(character, re.escape(character)) for character in word)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold().translate(str.maketrans("åäöéèüø", "aaoeeuo")))
