"""Goal references resolved: each way in which one can fail has a name (LinkStatus)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planlint.language.goal_codes import find_codes, split_code
from planlint.language.normalise import normalise
from planlint.model.framework import GoalForms
from planlint.model.plan import Goal, GoalLink, LinkStatus
from planlint.model.text import Text
from planlint.recognise.lines import Line


def links_of(lines: Iterable[Line], goals: tuple[Goal, ...], forms: GoalForms) -> tuple[GoalLink, ...]:
    """The references to goals in the lines of an intervention's goal part."""
    return tuple(link for line in lines for link in _links(line, goals, forms))


def _links(line: Line, goals: tuple[Goal, ...], forms: GoalForms) -> Iterator[GoalLink]:
    coded = coded_line(line, forms)
    if coded is not None and not _more_codes(coded[2], forms):
        code, place, words = coded
        yield resolve(code, place, words or None, goals)
        return
    mentions = [m for m in find_codes(line.content.text, forms.code, forms.cues, _known(goals)) if m.certain]
    for mention in mentions:
        place = line.content.cut(mention.start, mention.end)
        for code in mention.codes:
            yield resolve(code, place, None, goals)
    if not mentions:
        goal = _by_text(line.content, goals)
        if goal is not None:
            yield GoalLink(goal.code, line.content, line.content, LinkStatus.BY_TEXT, goal)


def _more_codes(words: Text, forms: GoalForms) -> bool:
    """Whether what follows a code is another code ('3A, 5A och 5B')."""
    return bool(words) and split_code(words.text.lstrip(" ,;&/").removeprefix("och "), forms.code) is not None


def coded_line(line: Line, forms: GoalForms) -> tuple[str, Text, Text] | None:
    """For a line that begins with a goal's code, typed or automatic: the code, its place, the words after it."""
    if line.number is not None:
        automatic = split_code(line.number, forms.code)
        if automatic is not None:
            return automatic[0], line.content, line.content
    found = split_code(line.content.text, forms.code)
    if found is None:
        return None
    code, offset = found
    return code, line.content.cut(0, offset).strip(" \t:.)–—-"), line.content.cut(offset).strip()


def resolve(code: str, place: Text, words: Text | None, goals: tuple[Goal, ...]) -> GoalLink:
    """The link that a code makes."""
    named = [goal for goal in goals if goal.code == code]
    status = {0: LinkStatus.UNKNOWN, 1: LinkStatus.RESOLVED}.get(len(named), LinkStatus.AMBIGUOUS)
    return GoalLink(code, place, words, status, named[0] if named else None)


def _known(goals: tuple[Goal, ...]) -> frozenset[str]:
    return frozenset(goal.code for goal in goals)


def _by_text(words: Text, goals: tuple[Goal, ...]) -> Goal | None:
    written = _plain(words.text)
    return next((goal for goal in goals if _plain(goal.text.text) == written), None)


def _plain(text: str) -> str:
    return normalise(text).strip(" .:;,”\"'")
