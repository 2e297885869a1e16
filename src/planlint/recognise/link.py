"""Goal references resolved: each way in which one can fail has a name (LinkStatus)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planlint.language.folding import fold
from planlint.language.goal_codes import GOAL_CUES, CodeMention, find_codes, normalise_code, split_code
from planlint.language.normalise import normalise, words
from planlint.model.framework import GoalForms
from planlint.model.plan import Goal, GoalLink, LinkStatus
from planlint.model.text import Text
from planlint.recognise.lines import Line, without_number

_CLOSING = re.compile(r"(?<=\S)\s+\((?P<code>[^()]{1,8})\)\s*(?:[.;]|$)")
"""A goal's code in parentheses after its words."""
_SEMICOLON = re.compile(r";")
_QUOTED = re.compile(r"[”\"“„»'’][^”\"“„»«]*[”\"“«'’]")


def links_of(lines: Sequence[Line], known: Known, forms: GoalForms) -> tuple[GoalLink, ...]:
    """The references to goals in the lines of an intervention's goal part."""
    links: list[GoalLink] = []
    used = -1
    for index, line in enumerate(lines):
        if index == used:
            continue
        coded = coded_line(line, forms)
        if coded is None or _more_codes(coded[2], forms):
            links += _mentioned(line.content, known, forms)
            continue
        code, place, words = coded
        text = words or _beside(lines, index, code, known, forms)
        used = index + 1 if text and not words else used
        links.append(known.resolve(code, place, text or None))
    return tuple(links)


def _mentioned(words: Text, known: Known, forms: GoalForms) -> list[GoalLink]:
    """The links that running text makes: by codes, else by a goal's own words."""
    folded = fold(words.text)
    closing = [one for one in _CLOSING.finditer(folded.text) if normalise_code(one["code"]) in known.codes]
    if closing:
        text = without_quotes(words.cut(0, folded.origin(closing[0].start())).strip()) if len(closing) == 1 else None
        places = [words.cut(*folded.stretch(*one.span("code"))) for one in closing]
        return [known.resolve(normalise_code(place.text), place, text or None) for place in places]
    found = find_codes(folded.text, forms.code, forms.cues, known.codes)
    mentions = found if _only_codes(folded.text, found) else [one for one in found if one.certain]
    if mentions:
        spots = [(words.cut(*folded.stretch(one.start, one.end)), one.codes) for one in mentions]
        return [known.resolve(code, place, None) for place, codes in spots for code in codes]
    return list(_by_words(words, known))


def _only_codes(text: str, found: Sequence[CodeMention]) -> bool:
    """Whether a text holds codes, and no word beside them ('1A–1C')."""
    between = [0, *(at for one in found for at in (one.start, one.end)), len(text)]
    return bool(found) and not any(
        character.isalnum() for at, end in zip(between[::2], between[1::2], strict=True) for character in text[at:end]
    )


def _by_words(written: Text, known: Known) -> Iterator[GoalLink]:
    """The links that goals' own words make: the whole text, or one goal after the other with semicolons between."""
    ends = [0, *(found.end() for found in _SEMICOLON.finditer(written.text)), len(written.text)]
    places = [written.cut(begin, end).strip(" \t\n;") for begin, end in pairwise(ends)]
    for place in (written, *places) if len(places) > 1 else places:
        goal = known.by_text(place.text)
        if goal is not None:
            yield GoalLink(goal.code, place, place, LinkStatus.BY_TEXT, goal)


def words_after(lines: Sequence[Line], index: int, forms: GoalForms) -> Text | None:
    """The words of a goal whose code stands alone in its cell or on its line: those of the next."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.heading or after.label_cell or coded_line(after, forms) is not None:
        return None
    return without_quotes(after.content)


def _beside(lines: Sequence[Line], index: int, code: str, known: Known, forms: GoalForms) -> Text | None:
    """The text beside a code that stands alone: in the same row of a table, or below it if it is much like the goal."""
    text = words_after(lines, index, forms)
    if text is None:
        return None
    row = lines[index].row
    same_row = row is not None and lines[index + 1].row is row
    return text if same_row or known.is_like(code, text.text) else None


def _more_codes(words: Text, forms: GoalForms) -> bool:
    """Whether what follows a code is another code ('3A, 5A och 5B')."""
    return bool(words) and split_code(words.text.lstrip(" ,;&/").removeprefix("och "), forms.code) is not None


def coded_by(forms: GoalForms) -> Callable[[str], bool]:
    """Tells a text that begins with a goal's code, where goals are lines with codes."""
    if forms.form != "coded-lines":
        return lambda _: False
    return lambda text: split_code(text, forms.code) is not None


def goal_named_by(forms: GoalForms) -> Callable[[str], bool]:
    """Tells a heading that names a goal by a word and its code ('Mål 1 Trygg vård'), where goals are headings."""
    if forms.form != "headings":
        return lambda _: False
    cues = forms.cues or GOAL_CUES
    return lambda title: title[:1].isalpha() and split_code(title, forms.code, cues) is not None


def coded_line(line: Line, forms: GoalForms) -> tuple[str, Text, Text] | None:
    """For a line that begins with a goal's code, typed or automatic: the code, its place, the words after it."""
    if line.number is not None:
        automatic = split_code(line.number, forms.code)
        if automatic is not None:
            return automatic[0], line.content, without_quotes(line.content)
    for content in _readings(line.content):
        folded = fold(content.text)
        found = split_code(folded.text, forms.code)
        if found is not None:
            offset = folded.origin(found[1])
            place = content.cut(0, offset).strip(" \t:.)–—-")
            return found[0], place, without_quotes(content.cut(offset).strip())
    return None


def _readings(content: Text) -> Iterator[Text]:
    """A line as it stands, and without the typed number of a list."""
    yield content
    without = without_number(content)
    if without is not content:
        yield without


def without_quotes(words: Text) -> Text:
    """The words without quotation marks around all of them."""
    inner = words.strip().strip(".").strip()
    return inner.cut(1, -1) if _QUOTED.fullmatch(inner.text) else words


@dataclass(frozen=True, slots=True)
class Known:
    """The goals that the plan defines, by code and by words."""

    named: Mapping[str, tuple[Goal, ...]]
    texts: Mapping[str, Goal]
    codes: frozenset[str]

    @classmethod
    def of(cls, goals: Iterable[Goal]) -> Known:
        """The goals, in order."""
        named: dict[str, tuple[Goal, ...]] = {}
        texts: dict[str, Goal] = {}
        for goal in goals:
            named[goal.code] = (*named.get(goal.code, ()), goal)
            texts.setdefault(_plain(goal.text.text), goal)
        return cls(named, texts, frozenset(named))

    def resolve(self, code: str, place: Text, words: Text | None) -> GoalLink:
        """The link that a code makes."""
        named = self.named.get(code, ())
        status = {0: LinkStatus.UNKNOWN, 1: LinkStatus.RESOLVED}.get(len(named), LinkStatus.AMBIGUOUS)
        return GoalLink(code, place, words, status, named[0] if named else None)

    def by_text(self, written: str) -> Goal | None:
        """The first goal with these words."""
        return self.texts.get(_plain(written))

    def is_like(self, code: str, written: str) -> bool:
        """Whether a text shares at least half of its words, and of the goal's, with the goal of that code."""
        said = set(words(written))
        goals = [set(words(goal.text.text)) for goal in self.named.get(code, ())]
        return any(2 * len(said & goal) >= max(len(said), len(goal)) for goal in goals)


def _plain(text: str) -> str:
    return normalise(text).strip(" .:;,”\"'")
