"""Links of an intervention to goals, followed through what became of the goals: what a link means, not its code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planlint.consult.diff import reword
from planlint.consult.match import Pairs
from planlint.model.comparison import Element, LinkChange, LinkChangeKind, Reworded, SuspectLink
from planlint.model.plan import GoalLink
from planlint.model.text import Text

_Place = tuple[str, int, int]
_Meaning = tuple[str, int | str]


@dataclass(frozen=True, slots=True)
class Goals:
    """What became of the goals: each goal by where it stands, as the index of its pair, or as one that has none."""

    meanings: tuple[Mapping[_Place, _Meaning], Mapping[_Place, _Meaning]]
    reworded: Mapping[_Meaning, Reworded] = field(default_factory=dict)
    """Goals whose words changed by more than punctuation, capitals and white space."""

    @classmethod
    def of(cls, old: Sequence[Element], new: Sequence[Element], pairs: Pairs) -> Goals:
        """The goals of both versions, and the pairs of those that are the same."""
        meanings: tuple[dict[_Place, _Meaning], dict[_Place, _Meaning]] = {}, {}
        for side, goals in enumerate((old, new)):
            for index, goal in enumerate(goals):
                meanings[side][_place(goal.title)] = f"only-{side}", index
        reworded: dict[_Meaning, Reworded] = {}
        for index, (i, j) in enumerate(pairs):
            meaning = "both", index
            meanings[0][_place(old[i].title)] = meanings[1][_place(new[j].title)] = meaning
            words = reword(old[i].title, new[j].title)
            if not words.editorial:
                reworded[meaning] = words
        return cls(meanings, reworded)

    def meaning(self, link: GoalLink, side: int) -> _Meaning:
        """Which goal a link of a version means; an unknown code means itself."""
        found = self.meanings[side].get(_place(link.goal.text)) if link.goal else None
        return found or ("code", link.code)


def compare_links(old: Sequence[GoalLink], new: Sequence[GoalLink], goals: Goals) -> tuple[LinkChange, ...]:
    """The links that came, went, or lead elsewhere. One that means the same goal under a new code is no change."""
    before, after = _by_meaning(old, goals, 0), _by_meaning(new, goals, 1)
    gone = [(meaning, link) for meaning, link in before.items() if meaning not in after]
    came = [(meaning, link) for meaning, link in after.items() if meaning not in before]
    changes: list[LinkChange] = []
    for meaning, link in gone:
        other = next((one for one in came if one[1].code == link.code), None)
        if other is None:
            changes.append(LinkChange("removed", link, None))
            continue
        came.remove(other)
        changes.append(LinkChange(_kind(meaning, other[0]), link, other[1]))
    return (*changes, *(LinkChange("added", None, link) for _, link in came))


def _kind(old: _Meaning, new: _Meaning) -> LinkChangeKind:
    """What became of a link that kept its code and not its meaning."""
    if new[0] == "code":
        return "lost"
    return "found" if old[0] == "code" else "retargeted"


def suspect_links(old: Element, new: Element, goals: Goals) -> Iterator[SuspectLink]:
    """The links of an intervention to goals that are still meant, and say something else than they did."""
    before = _by_meaning(old.links, goals, 0)
    for meaning, link in _by_meaning(new.links, goals, 1).items():
        if meaning in before and meaning in goals.reworded:
            yield SuspectLink(old, new, before[meaning], link, goals.reworded[meaning], link.code)


def copies(old: Element, new: Element, goals: Goals) -> Iterator[Reworded]:
    """What an intervention repeats of a goal in other words than it did, where the goal's own are as they were."""
    before = _by_meaning(old.links, goals, 0)
    for meaning, link in _by_meaning(new.links, goals, 1).items():
        was = before.get(meaning)
        if was and was.text and link.text and meaning not in goals.reworded:
            words = reword(was.text, link.text)
            if not words.editorial:
                yield words


def _by_meaning(links: Sequence[GoalLink], goals: Goals, side: int) -> dict[_Meaning, GoalLink]:
    """The links by the goal that they mean, the first of several."""
    found: dict[_Meaning, GoalLink] = {}
    for link in links:
        found.setdefault(goals.meaning(link, side), link)
    return found


def _place(text: Text) -> _Place:
    return text.part, text.paragraph, text.start
