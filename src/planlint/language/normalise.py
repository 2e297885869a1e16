"""Text made comparable: what a reader takes for the same is the same."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_ODD = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u2010\u2011\u2212]")
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
LONGEST_DIFF = 1_000
"""Words: many times the longest goal that a person writes."""

_BETWEEN = re.compile(r"[\s\-\u2013\u2014_/]+")
_WORD = re.compile(r"\w+(?:[-:']\w+)*")


def normalise(text: str) -> str:
    """NFC, soft characters dropped, hyphens one kind, every white space one space, case folded."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _ODD.search(text):  # rare, and to translate is dear
            text = text.translate(_SOFT).translate(_HYPHENS)
    return " ".join(text.split()).casefold()


def label_key(text: str) -> str:
    """What labels are compared by: normalised, without spaces, hyphens and surrounding punctuation.

    "EFFEKT MÅL:", "Effektmål" and "effekt-mål" give the same key.
    """
    return _BETWEEN.sub("", normalise(text).strip(" .:;*_–—-"))


def words(text: str) -> tuple[str, ...]:
    """The normalised words of a text, punctuation left out."""
    return tuple(_WORD.findall(normalise(text)))


def same_words(one: str, other: str) -> bool:
    """Whether two texts agree but for case, white space and punctuation at the end."""
    return normalise(one).rstrip(" .:;,") == normalise(other).rstrip(" .:;,")


def word_diff(old: str, new: str) -> str:
    """`new` with what it changes of `old` marked: [-taken out-] {+put in+}, whole words.

    Texts longer than `LONGEST_DIFF` are marked as changed throughout: comparing takes time by the square.
    """
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > LONGEST_DIFF:
        return old if before == after else f"[-{' '.join(before)}-] {{+{' '.join(after)}+}}"
    pieces: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(" ".join(after[c:d]))
            continue
        if b > a:
            pieces.append("[-" + " ".join(before[a:b]) + "-]")
        if d > c:
            pieces.append("{+" + " ".join(after[c:d]) + "+}")
    return " ".join(pieces)
