"""Sentences of a paragraph, by rule: a paragraph's end always ends one; an abbreviation's full stop does not."""

from __future__ import annotations

import re
from itertools import pairwise

from planlint.model.text import Text

# With a full stop at the end, and never the last word of a sentence that another follows.
_ABBREVIATIONS = frozenset(
    """
    t.ex ex bl.a dvs d.v.s nr kap ev kl s.k resp ca bl jfr ang avs bil tel inkl exkl max min mån fr.o.m t.o.m o.dyl
    dyl forts följ förf prop dir art st sid s p st.f m.a.o p.g.a pga f.n f.d fd i.st.f o.d e.kr f.kr ggr jmf obs ordf
    sekr sv eng vol ver övers alt enl gm hr fr dr prof med kand vd tf v.g äv eg etc.p n.b ung mkt tab fig
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)
# These often end a sentence: they do where the next word has a capital.
_MAY_END = frozenset("m.m mm m.fl mfl o.s.v osv etc o.dyl dyl st kr tkr mkr".split())  # noqa: SIM905 - as above

_END = re.compile(r"[.!?…]{1,3}[”’\"')\]»]{0,3}(?=\s)|\n\s*")
_LAST_WORD = re.compile(r"[\w.:/-]{1,40}$")
_OPENS = re.compile(r"\s*[”’\"'(\[«–—•-]{0,3}\s?(?=[^\W_])")


def sentences(text: Text) -> tuple[Text, ...]:
    """The sentences of one paragraph or list item, each with its place, without white space at either end.

    A line break ends a sentence too, unless the next line goes on in lower case.
    """
    ends = [end.end() for end in _END.finditer(text.text) if _ends_sentence(text.text, end)]
    pieces = (text.cut(start, end) for start, end in pairwise((0, *ends, len(text.text)))) if ends else (text,)
    return tuple(stripped for piece in pieces if (stripped := piece.strip()))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    opens = _OPENS.match(text, end.end())
    if opens is None:
        return True
    following = text[opens.end()]
    if following.islower():
        return False
    if not end.group().startswith("."):
        return True
    word = _LAST_WORD.search(text, max(0, end.start() - 40), end.start())
    last = word.group().casefold().lstrip(".:/-") if word else ""
    if last in _MAY_END:
        return True
    initial = len(last) == 1 and last.isalpha() and word is not None and word.group().isupper()
    return not (initial or last in _ABBREVIATIONS)
