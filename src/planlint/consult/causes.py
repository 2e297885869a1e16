"""What in a plan's changes brought a new finding about, where that can be told with certainty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planlint.consult.versions import Versions
from planlint.model.comparison import Cause, CauseKind, Change, Element, LinkChangeKind, Reworded
from planlint.model.finding import Finding
from planlint.model.rule import Rule
from planlint.model.text import Text

_Paragraph = tuple[str, int]
OF_LINKS: Final = frozenset({"unserved_goal"})
"""The checks of a goal that ask for its links and nothing else."""
_MISLED: Final[Mapping[LinkChangeKind, CauseKind]] = {"lost": "lost", "retargeted": "retargeted"}


class Causes:
    """The changes of a plan, to be asked what brought a finding about."""

    def __init__(self, versions: Versions, changes: Sequence[Change], rules: Sequence[Rule]) -> None:
        """Index the changes by element and by paragraph of the new version. What is about the file has no cause."""
        self._of_file = {rule.code for rule in rules if rule.about == "file"}
        self._of_links = {rule.code for rule in rules if rule.check in OF_LINKS}
        self._asked = {rule.code: _parts_asked_for(rule) for rule in rules}
        self._changes = {_at(change.new): change for change in changes if change.new}
        self._words: dict[_Paragraph, list[Reworded]] = defaultdict(list)
        self._came: set[_Paragraph] = set()
        self._links: dict[_Paragraph, CauseKind] = {}
        for change in changes:
            for words in _reworded(change):
                self._words[_paragraph(words.new)].append(words)
            self._came.update(map(_paragraph, _fresh(change)))
            for link in change.links:
                kind = _MISLED.get(link.kind)
                if link.new and kind:
                    self._links[_paragraph(link.new.place)] = kind
        self._unlinked = _unlinked(versions)

    def cause(self, finding: Finding, element: Element | None) -> Cause | None:
        """What brought the finding about: the first of these that holds; None where none does.

        The element that it is about is new. The goal lost all its links, and is otherwise as it was or the rule asks
        for links alone. The link that it quotes lost its goal or means another. The very words that it quotes are new
        or other than they were, or those of the goal that it is about. The part that the rule asks for was emptied.
        """
        if element is None or finding.rule in self._of_file:
            return None
        change = self._changes.get(_at(element))
        if change and change.old is None:
            return Cause("added", element)
        return next((cause for cause in self._possible(finding, element, change) if cause), None)

    def _possible(self, finding: Finding, element: Element, change: Change | None) -> Iterator[Cause | None]:
        """What may have brought it about where the element was there before, the likeliest first."""
        unlinked = self._unlinked.get(_at(element))
        if unlinked and (change is None or finding.rule in self._of_links):
            yield Cause("unlinked", element, unlinked=unlinked)
        if finding.location.place:
            yield self._at_place(_paragraph(finding.location.place), element)
        if change and change.title and change.sort == "goal":
            yield Cause("words", element, (change.title,))
        asked = self._asked.get(finding.rule, frozenset())
        emptied = tuple(part for part in change.parts if part.emptied and part.key in asked) if change else ()
        if emptied:
            yield Cause("emptied", element, parts=emptied)

    def _at_place(self, at: _Paragraph, element: Element) -> Cause | None:
        """What happened to the paragraph that the finding quotes."""
        if at in self._links:
            return Cause(self._links[at], element)
        if at in self._words or at in self._came:
            return Cause("words", element, tuple(self._words.get(at, ())))
        return None


def _reworded(change: Change) -> Iterator[Reworded]:
    """What has other words, but for a name: findings about an element often quote its name and mean something else."""
    if change.title and change.sort == "goal":
        yield change.title
    for part in change.parts:
        yield from part.reworded


def _fresh(change: Change) -> Iterator[Text]:
    """What is new in an element that both versions have: items, links, principles."""
    for part in change.parts:
        yield from part.added
        for each in part.regrouped:
            yield from each.new
    for shift in change.shifts:
        yield shift.words.new
    yield from (link.new.place for link in change.links if link.kind == "added" and link.new)
    yield from (mention.place for _, mention in change.principles.added)


def _parts_asked_for(rule: Rule) -> frozenset[str]:
    """The keys of the parts that a rule looks for, as its options name them."""
    parts = rule.options.get("parts", ())
    return frozenset(
        str(part) for part in (*(parts if isinstance(parts, list | tuple) else ()), rule.options.get("part"))
    )


def _unlinked(versions: Versions) -> dict[tuple[str, int, int], tuple[Element, ...]]:
    """By goal that both versions have and that only the old one's interventions serve: those interventions."""
    olds, news = _served(versions.old), _served(versions.new)
    return {
        _at(new): tuple(olds[_at(old)])
        for old, new in versions.pairs
        if new.sort == "goal" and _at(old) in olds and _at(new) not in news
    }


def _served(row: Sequence[Element]) -> dict[tuple[str, int, int], list[Element]]:
    """By goal, the interventions of a version that link to it."""
    served: dict[tuple[str, int, int], list[Element]] = defaultdict(list)
    for each in row:
        for link in each.links:
            if link.goal and each not in served[_spot(link.goal.text)]:
                served[_spot(link.goal.text)].append(each)
    return dict(served)


def _at(element: Element) -> tuple[str, int, int]:
    return _spot(element.title)


def _spot(text: Text) -> tuple[str, int, int]:
    return text.part, text.paragraph, text.start


def _paragraph(text: Text) -> _Paragraph:
    return text.part, text.paragraph
