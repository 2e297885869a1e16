"""The only place that knows spaCy: its Swedish tokenizer, with our sentences and passives as parts of its pipeline.

spaCy takes 0.8 s and 200 MB to load, so it is imported when the first text is asked about, and nowhere else. It serves
the rules that need tokens: the comparison of goals and texts (key words), and who does what (passives and actors).
What regular expressions on the text do better or as well, and at a fifth of the time, is done with them: references,
abbreviations, terms, and sentences where no token is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from planlint.language.agents import is_duty, is_told, names_agent, names_doer
from planlint.language.passives import LAST, is_done, is_passive
from planlint.language.sentences import sentences
from planlint.language.stems import STOP_WORDS, stem
from planlint.model.text import Text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span, Token

LONGEST = 20_000
"""Characters that are looked at; a goal is a line, a paragraph half a page."""

LONGEST_SENTENCE: Final = 200
"""Words and marks; nobody tells a step in a longer one, and each passive in it looks at them all."""

PASSIVES: Final = "passives"
"""The name of the pipeline's span group with the passives, each one token."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_HYPHENS: Final = str.maketrans("\u2010\u2011\u00a0", "-- ")


@cache
def swedish() -> Language:
    """The Swedish tokenizer of spaCy, then our sentences (`doc.sents`) and passives (`doc.spans[PASSIVES]`)."""
    import spacy
    from spacy.language import Language

    Language.component("planlint_sentences", func=_with_sentences)
    Language.component("planlint_passives", func=_with_passives)
    nlp = spacy.blank("sv")
    nlp.add_pipe("planlint_sentences")
    nlp.add_pipe("planlint_passives")
    return nlp


def _with_sentences(doc: Doc) -> Doc:
    starts = {sentence.start for sentence in sentences(Text("", 0, 0, doc.text))}
    for token in doc:
        token.is_sent_start = not starts.isdisjoint(range(token.idx, token.idx + len(token)))
    return doc


def _with_passives(doc: Doc) -> Doc:
    doc.spans[PASSIVES] = [
        doc[token.i : token.i + 1]
        for token in doc
        if is_passive(token.text) and (token.is_sent_start or token.text.islower())
    ]
    return doc


@lru_cache(maxsize=8)
def _actors(names: tuple[str, ...]) -> PhraseMatcher:
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(swedish().vocab, attr="LOWER")
    matcher.add("actor", [swedish().make_doc(name) for name in names])
    return matcher


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive that says that something is done: its sentence, the verb, and whether anybody is named who does it."""

    sentence: Text
    verb: Text
    named: bool
    duty: bool
    """True after "ska", "måste", "bör", "behöver"."""


def passives(text: Text, actors: tuple[str, ...], endings: tuple[str, ...] = ()) -> Iterator[Passive]:
    """The passives of a paragraph's main clauses that say what is done, not how things are.

    `actors` are names of known actors in every form, blind to case; `endings` what words for others end in ("gruppen").
    """
    said = text.text[:LONGEST]
    if not any(word[-1] in LAST and is_passive(word) and is_done(word) for word in _WORD.findall(said)):
        return  # most paragraphs: to look is a hundredth of what tokens cost
    doc = swedish()(said.translate(_HYPHENS))
    named = {n for _, start, end in _actors(actors)(doc) for n in range(start, end)} if actors else set()
    named |= {token.i for token in doc if endings and token.lower_.endswith(endings)}
    verbs = {span.start for span in doc.spans[PASSIVES]}
    follows = False
    for sentence in doc.sents:
        inside = [n - sentence.start for n in range(sentence.start, sentence.end) if n in named]
        words = [token.lower_ for token in sentence[:LONGEST_SENTENCE]]
        told = (n for n in range(len(words)) if sentence.start + n in verbs and is_told(words, n))
        for verb in told if len(sentence) <= LONGEST_SENTENCE else ():
            by = follows or names_agent(words, verb, inside)
            yield Passive(_place(text, sentence), _place(text, sentence[verb : verb + 1]), by, is_duty(words, verb))
        follows = names_doer(words, [n for n in inside if n < LONGEST_SENTENCE])


def _place(text: Text, span: Span) -> Text:
    return text.cut(span.start_char, span.end_char).strip()


def _carries_meaning(token: Token) -> bool:
    """No function word, no number, no code ("4B"), no punctuation; "e-tjänster" is a word."""
    return not token.is_stop and len(token.text) > 1 and all(part.isalpha() for part in token.text.split("-"))


def key_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning, in lower case and in order, each once whatever its inflection.

    They are compared with other texts by their stems (`planlint.language.stems.stem`).
    """
    by_stem: dict[str, str] = {}
    for token in swedish().make_doc(text[:LONGEST]):
        word = token.lower_
        if _carries_meaning(token) and word.strip(".") not in STOP_WORDS:
            by_stem.setdefault(stem(word), word)
    return tuple(by_stem.values())
