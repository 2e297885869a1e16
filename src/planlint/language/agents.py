"""Who does what a passive says: whether the sentence names anybody."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from planlint.language.passives import is_done, is_passive

_WE: Final = frozenset({"vi", "ni", "jag", "du", "man", "oss", "hon", "han"})
_TO: Final = frozenset(
    "för till åt från hos i på mot med inom mellan bland via vid kring om över under efter enligt utan inför".split()  # noqa: SIM905 - reads as a list
)
_NO_VERB: Final = _TO | {",", "och", "samt"}
"""What stands before a noun and not before a verb in the present tense."""
_ADVERBS: Final = frozenset(
    "sedan då också därefter även löpande inte nu alltid regelbundet kontinuerligt årligen först därmed".split()  # noqa: SIM905 - as above
)
_DUTY: Final = frozenset({"ska", "skall", "måste", "bör", "behöver"})
_MODAL: Final = frozenset({"ska", "skall", "måste", "bör", "får", "kan", "kommer", "behöver", "har", "hade", "skulle"})
# "med stöd av", "i form av", "framtagning av": nobody who does anything.
_PHRASES: Final = frozenset(
    """
    stöd hjälp form grund anledning följd del delar behov utifrån slags typ antal olika mängd resten uppföljning analys
    framtagning utveckling genomförande införande medel ledning samband oberoende beroende utfallet resultatet
    """.split()  # noqa: SIM905 - as above
)
_RELATIVES: Final = frozenset({"som", "vilket", "vilka", "vars", "där", "hur", "vad", "vem", "varför", "huruvida"})


_CONDITIONS: Final = frozenset({"när", "innan", "eftersom", "medan", "tills", "ifall"})
_ALSO_PREPOSITIONS: Final = frozenset({"om", "då"})
"""These set a condition only where a clause begins: 'beslut om medel', 'Om medel ges …'."""
_FINITE: Final = frozenset(
    {"är", "finns", "var", "blir", "har", "krävs", "behövs", "saknas", "vill", "visar", "leder", "gör"}
)
_BREAKS: Final = frozenset({",", ";", ":", "–", "-", "(", ")"})
_ADDED: Final = 6
"""Words from a comma to a verb that goes on with what stands before it (a judgement)."""


_LAW: Final = re.compile(
    r"(?!\w*(?:(?:för|in|an|upp|ut|av|över|om|på|be|samman|till|ned)slag|underlag|bolag|pålag)(?:en|arna)?)"
    r"\w*(?:lagen|lagarna|balken|förordningen|föreskrifterna)|lag|gdpr|lou"
)
_LAW_NEAR: Final = 8
"""Words from a sentence's beginning in which a law is what it is about ('Enligt hälso- och sjukvårdslagen …')."""


def names_agent(words: Sequence[str], verb: int, actors: Collection[int]) -> bool:
    """Whether a sentence names who does what the passive at `verb` says.

    `words` are the sentence's words and marks in lower case, `actors` the places of those that name a known actor.
    "av utredaren" after the verb names one; so does an actor that is no mere recipient ("skickas till kommunerna"), and
    "vi". Where 'av' may or may not name somebody, it is taken to: an author is not accused on a guess.
    """
    if not _WE.isdisjoint(words):
        return True
    if any(words[n] == "av" and words[n - 1] not in _PHRASES for n in range(verb + 1, len(words))):
        return True
    return any(not _is_recipient(words, actor) and not _undergoes(words, actor) for actor in actors)


def names_doer(words: Sequence[str], actors: Collection[int]) -> bool:
    """Whether a sentence has somebody who does something: who that is, the next sentence need not say again."""
    return not _WE.isdisjoint(words) or any(not _is_recipient(words, actor) for actor in actors)


def _is_recipient(words: Sequence[str], actor: int) -> bool:
    """Whether a preposition stands before an actor, also over a list: 'till styrgruppen, finansiärer och e-rådet'."""
    for before in range(actor - 1, max(-1, actor - 9), -1):
        word = words[before]
        if word in _TO:
            return True
        # What ends as a present tense does is a verb, unless a preposition makes a noun of it ("till kommuner och …").
        if word in _MODAL or word in _RELATIVES or (word.endswith(("er", "ar")) and words[before - 1] not in _NO_VERB):
            return False
    return False


def _undergoes(words: Sequence[str], actor: int) -> bool:
    """Whether an actor is what a passive is about: 'Medarbetarna ska också utbildas'."""
    rest = (word for word in words[actor + 1 :] if word not in _MODAL and word not in _ADVERBS)
    return is_passive(next(rest, ""))


def is_told(words: Sequence[str], verb: int) -> bool:
    """Whether a passive tells that something is done: not how things are, what can be done, or what a clause describes.

    Not 'omfattas', 'kan användas', 'de insatser som beslutas'.
    """
    possible = verb > 0 and words[verb - 1] in {"kunna", "kan"}
    return is_done(words[verb]) and not possible and not _is_subordinate(words, verb) and not _is_law(words, verb)


def _is_law(words: Sequence[str], verb: int) -> bool:
    """Whether a law asks for it: 'Enligt skollagen ska stöd ges', 'Arkivlagen kräver att handlingar bevaras'."""
    laws = [n for n in range(min(verb, _LAW_NEAR)) if _LAW.fullmatch(words[n])]
    return bool(laws) and (words[0] == "enligt" or "att" in words[laws[0] + 1 : verb])


def _is_subordinate(words: Sequence[str], verb: int) -> bool:
    """Whether the verb stands in a clause that describes, asks or sets a condition, and tells no step by itself.

    'de insatser som beslutas', 'hur det ska göras', 'Om en förstudie ska göras'; not 'Om intresse finns påbörjas …'.
    """
    for before in range(verb - 1, -1, -1):
        word = words[before]
        if word in _RELATIVES:
            return True
        if word in _CONDITIONS or (word in _ALSO_PREPOSITIONS and (before == 0 or words[before - 1] in _BREAKS)):
            return _FINITE.isdisjoint(words[before:verb])
        if word in _BREAKS and not _goes_on(words[before + 1 : verb]):
            return False
    return False


def _goes_on(words: Sequence[str]) -> bool:
    """Whether the words between a comma and a verb only add to what stands before: 'ska ändras, få mer tid eller …'."""
    return len(words) <= _ADDED and ("eller" in words or "och" in words)


def is_duty(words: Sequence[str], verb: int) -> bool:
    """Whether the verb is what shall be done: 'ska … revideras', 'måste tas fram'."""
    return not _DUTY.isdisjoint(words[max(0, verb - 8) : verb])
