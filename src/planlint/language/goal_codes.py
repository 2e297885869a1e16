"""Codes of effect goals: at the beginning of a line, and in running text.

A code after a cue ("effektmål 4B"), at the beginning of a line or in parentheses is certain. A bare one ("4B") is a
guess, made only where the plan declares that code. The code's own form and the cues are the framework's; what stands
here is how Swedish writes lists and ranges of codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from planlint.language.designations import counts_something, names_something_else
from planlint.language.numbers import LONGEST_RANGE

GOAL_CUES = ("effektmål", "effekt mål", "mål")
"""What may stand before the code on a goal's own line, where the framework names no cues."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_WORD_LETTERS = "IÅÖ"  # letters that are words of their own: "mål 2 i planen" names no goal 2I
_TECHNOLOGY = re.compile(r"[2-6][DG]|[248]K", re.IGNORECASE)
_ENDING = r"(?:uppfyllelse(?:n|ns)?|et|ets|en|ens|s|n)?"
_LINK = re.compile(
    r"\s*[:(#]|\s+[–—-](?=\s)|\s+(?:koder(?:na)?|kod(?:en)?|är|för|med|enligt|nr|nummer|numren|både|såväl|främst|särskilt|"
    r"framför\s+allt|bland\s+annat|bl\.?\s?a|till\s+exempel|t\.?\s?ex)\b[.:]?(?=[\s(#])",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?:\s*[,;/&+]\s*(?:(?:och|samt|resp\.|respektive|eller)\s+)?"
    r"|\s+(?:och|samt|respektive|resp\.|eller|som|såväl\s+som)\s+)(?:(?:nr\.?|nummer|#)\s*)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*[-‐‑–—−]\s*|\s+(?:till\s+och\s+med|till|t\.?\s?o\.?\s?m\.?)\s+", re.IGNORECASE)
_STRONG = re.compile(r"\)?\s*[:.)]\s*|\)?\s+[–—-]\s+")
_RUNNING_ON = re.compile(
    r"(?:och|samt|eller|respektive|resp|till|t\.?o\.?m|är|var|ska|har|kan|bör|måste|avser|gäller|handlar|berörs|omfattas)\b"
    r"|[–—&+§%-]",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\(\s*(?:(?:se|jfr|dvs\.|främst|särskilt|bland\s+annat|bl\.?\s?a\.|till\s+exempel|t\.?\s?ex\.)\s+)?",
    re.IGNORECASE,
)
_OTHER_GOALS = re.compile(r"agenda\s+2030|globala|hållbarhetsmål|\bfn\b|\bfn[:s]|\bsdg\b", re.IGNORECASE)
_NEAR = 60  # code points before a cue in which another set of goals is looked for: half a line


@dataclass(frozen=True, slots=True)
class CodeMention:
    """A code in running text, or a range of codes: normalised, in order. `start` and `end` are in code points.

    A list gives one mention for each code in it. `certain` is False for a bare code, which may be something else.
    """

    codes: tuple[str, ...]
    start: int
    end: int
    certain: bool


def normalise_code(code: str) -> str:
    """The code as the plan model has it: no white space, upper case ("2 b" → "2B")."""
    return "".join(code.split()).upper()


def split_code(text: str, code: str, cues: tuple[str, ...] = GOAL_CUES) -> tuple[str, int] | None:
    """For a line that begins with a goal's code: the normalised code, and where the goal's own words begin.

    `code` is the framework's expression for one code. The code may stand in parentheses or after a cue ("Mål 1:"), and
    be followed by ":", ".", ")", a dash, white space or nothing. None where the line begins otherwise.
    """
    start = len(text) - len(text.lstrip(" \t\u00a0\n("))
    cue = _cue(cues).match(text, start)
    if cue:
        start = _after_links(text, cue.end())
    end = _code_end(text, start, code)
    if end is None:
        return None
    written, rest = text[start:end], text[end:]
    if not rest.strip().strip(" \t\u00a0\n):."):
        return normalise_code(written), len(text)
    words = end + len(rest) - len(rest.lstrip())
    separator = _STRONG.match(text, end)
    if separator:
        words = separator.end()
        in_list = text[end:words].strip() in {"-", "–", "—"} and _code_end(text, words, code) is not None
        return None if in_list else (normalise_code(written), words)
    if words > end and not _RUNNING_ON.match(text, words) and _plain(written, text[words], after_cue=cue is not None):
        return normalise_code(written), words
    return None


def find_codes(
    text: str, code: str, cues: tuple[str, ...], known: frozenset[str] = frozenset()
) -> tuple[CodeMention, ...]:
    """The goal codes that a running text names, in order.

    `code` is the framework's expression for one code, `cues` its words that make a code a reference ("effektmål",
    "mål": inflections are understood), `known` the codes that the plan defines, normalised. Codes after a cue need not
    be known; bare ones must be.
    """
    found: dict[int, CodeMention] = {}
    covered: set[int] = set()
    for start, certain in _starts(text, code, cues, known):
        if start in covered:
            continue
        listed = _list_at(text, start, code, certain=certain)
        covered.update(position for mention in listed for position in range(mention.start, mention.end))
        if certain or not names_something_else(text, start):
            found.update((mention.start, mention) for mention in listed if certain or known.issuperset(mention.codes))
    return tuple(found[start] for start in sorted(found))


def has_cue(text: str, cues: tuple[str, ...]) -> bool:
    """Whether one of the cues stands in a running text, in whatever inflection: without one, no code is certain."""
    small = text.casefold()
    return any(cue.partition(" ")[0].casefold() in small for cue in cues) and _cue(cues).search(text) is not None


def cited_codes(text: str, code: str, cues: tuple[str, ...]) -> tuple[CodeMention, ...]:
    """The codes of a running text that stand after a cue ("effektmål 6B"), in order.

    None where a code may be a bare number: "mål 3" is as often somebody else's goal.
    """
    if re.fullmatch(code, "1"):
        return ()
    starts = [(cue, _after_links(text, cue.end())) for cue in _cue(cues).finditer(text)]
    cited = [start for cue, start in starts if _is_reference(text, cue, start, code)]
    return tuple(mention for start in cited for mention in _list_at(text, start, code, certain=True))


def _starts(text: str, code: str, cues: tuple[str, ...], known: frozenset[str]) -> Iterator[tuple[int, bool]]:
    """Where codes begin, and whether they are certain there; the certain ones first."""
    for cue in _cue(cues).finditer(text):
        start = _after_links(text, cue.end())
        if _is_reference(text, cue, start, code):
            yield start, True
    for start in _line_starts(text, code, cues):
        yield start, True
    if re.fullmatch(code, "1"):
        return
    for opening in _OPENING.finditer(text):
        if _fills_parentheses(text, opening, code, known):
            yield opening.end(), True
    for bare in re.finditer(rf"(?<![\w.,:/-])(?:{code})" if known else r"(?!)", text):
        if normalise_code(bare.group()) in known and _code_end(text, bare.start(), code) == bare.end():
            yield bare.start(), False


def _is_reference(text: str, cue: re.Match[str], start: int, code: str) -> bool:
    """Whether the words at `start`, after the cue and what links it, are a code that the cue is about."""
    end = _code_end(text, start, code)
    if end is None or _OTHER_GOALS.search(text, max(0, cue.start() - _NEAR), start):
        return False
    written = text[start:end]
    link = text[cue.end() : start].strip().casefold()
    if any(character.isalpha() for character in written):
        spaced = any(character.isspace() for character in written)
        return written.isupper() or not spaced or not (link or text[end : end + 2].strip().isdigit())
    return link in {"", ":", "(", "#", "nr", "nr.", "nummer"} and not counts_something(text, end)


def _line_starts(text: str, code: str, cues: tuple[str, ...]) -> Iterator[int]:
    """Where a line begins with a code and goes on as a goal's own line does."""
    offset = 0
    for line in text.splitlines(keepends=True):
        start = len(line) - len(line.lstrip(" \t\u00a0("))
        end = _code_end(line, start, code)
        written = line[start:end] if end else ""
        if written and not _TECHNOLOGY.fullmatch(written):
            in_list = len(_list_at(line, start, code, certain=True)) > 1
            if in_list or split_code(line, code, cues):
                yield offset + start
        offset += len(line)


def _fills_parentheses(text: str, opening: re.Match[str], code: str, known: frozenset[str]) -> bool:
    """Whether codes, and nothing else, stand in the parentheses: "(4B)", "(se 1A, 2B)"."""
    listed = _list_at(text, opening.end(), code, certain=True)
    if not listed or not text.startswith(")", listed[-1].end) or names_something_else(text, opening.start()):
        return False
    codes = [one for mention in listed for one in mention.codes]
    return known.issuperset(codes) or not any(_TECHNOLOGY.fullmatch(one) for one in codes)


def _list_at(text: str, start: int, code: str, *, certain: bool) -> list[CodeMention]:
    """The codes of the list that begins at `start`: "3A, 5A och 5B", "1A–1C", "4A och B"."""
    mentions: list[CodeMention] = []
    end = _code_end(text, start, code)
    while end is not None:
        first = last = normalise_code(text[start:end])
        until = _UNTIL.match(text, end)
        range_end = _next_code(text, until.end(), code, first) if until else None
        if until and range_end:
            last, end = range_end
        mentions.append(CodeMention(_range(first, last), start, end, certain))
        join = _JOIN.match(text, end)
        following = _next_code(text, join.end(), code, last) if join else None
        if join is None or following is None:
            break
        start, end = join.end(), following[1]
        if not text[start].isdigit():  # "4A och B": the letter alone, after the same number
            mentions.append(CodeMention((following[0],), start, end, certain))
            break
    return mentions


def _next_code(text: str, start: int, code: str, before: str) -> tuple[str, int] | None:
    """The code at `start`, normalised, and its end; a capital alone shares the number of the one `before`."""
    end = _code_end(text, start, code)
    if end is not None:
        return normalise_code(text[start:end]), end
    letter = text[start : start + 1]
    shared = before.rstrip(_LETTERS) + letter
    alone = letter.isupper() and not text[start + 1 : start + 2].isalnum()
    if alone and before[-1:].isalpha() and re.fullmatch(code, shared):
        return shared, start + 1
    return None


def _range(first: str, last: str) -> tuple[str, ...]:
    """Every code from the first to the last, where only the letter or the last number differs; else the two."""
    if first == last:
        return (first,)
    if first[:-1] == last[:-1] and first[-1] in _LETTERS and last[-1] in _LETTERS:
        letters = _LETTERS[_LETTERS.index(first[-1]) : _LETTERS.index(last[-1]) + 1]
        return tuple(first[:-1] + letter for letter in letters) or (first, last)
    stem = first.rstrip("0123456789")
    low, high = first[len(stem) :], last[len(stem) :]
    if (
        last.startswith(stem)
        and low.isdecimal()
        and high.isdecimal()
        and int(high[:4]) - int(low[:4]) in range(1, LONGEST_RANGE)
    ):
        return tuple(f"{stem}{number}" for number in range(int(low), int(high) + 1))
    return first, last


@lru_cache(maxsize=32)
def _one(code: str) -> re.Pattern[str]:
    """One code, and nothing that would make it a part of something else."""
    return re.compile(rf"(?:{code})(?!\w|[.,:]\d|\s?§)", re.IGNORECASE)


def _code_end(text: str, start: int, code: str) -> int | None:
    """Where the code that begins at `start` ends; None where none begins there."""
    found = _one(code).match(text, start)
    if found is None:
        return None
    written = found.group()
    if any(character.isspace() for character in written) and written[-1].upper() in _WORD_LETTERS:
        return None
    compound = text[found.end() : found.end() + 1] in set("-‐‑") and text[found.end() + 1 : found.end() + 2].isalpha()
    return None if compound else found.end()


@lru_cache(maxsize=32)
def _cue(cues: tuple[str, ...]) -> re.Pattern[str]:
    """The cues in every inflection, whole words."""
    words = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words}){_ENDING}(?!\w)" if cues else r"(?!)", re.IGNORECASE)


def _after_links(text: str, end: int) -> int:
    """Where what the cue links to begins: past at most three of "nr", ":", "(", "är", "för" …, and white space."""
    for _ in range(3):
        link = _LINK.match(text, end)
        if link is None:
            break
        end = link.end()
    return end + len(text[end : end + _NEAR]) - len(text[end : end + _NEAR].lstrip())


def _plain(written: str, following: str, *, after_cue: bool) -> bool:
    """Whether a code that only white space parts from the goal's words is surely a code."""
    if any(character.isalpha() for character in written):
        return written.isupper()
    return after_cue or following.isupper()
