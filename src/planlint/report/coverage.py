"""Which interventions serve which goals and lean on which principles: the figures behind every coverage view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from planlint.model.framework import PrincipleSet
from planlint.model.plan import Intervention, LinkStatus, Plan


@dataclass(frozen=True, slots=True)
class Column:
    """An intervention: `id` is its number, or its title where it has none."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A goal or a principle; `served` are indexes into the coverage's columns, in order."""

    key: str
    text: str
    served: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Goals × interventions and principles × interventions."""

    columns: tuple[Column, ...]
    goals: tuple[Line, ...]
    principles: tuple[Line, ...]

    def ids(self, line: Line) -> list[str]:
        """The ids of the interventions that serve the line, each once."""
        return list(dict.fromkeys(self.columns[index].id for index in line.served))


def measure(plan: Plan, principles: PrincipleSet | None) -> Coverage:
    """The coverage of a plan. The principles are those of the set; without one, those that the plan itself lists."""
    goals = {goal.code: goal.text.text for goal in reversed(plan.goals)}
    titles = (
        {principle.number: principle.title for principle in principles.principles}
        if principles
        else {listed.number: listed.title.text for listed in plan.principles}
    )
    by_goal = [goals_of(each) for each in plan.interventions]
    by_principle = [principles_of(each) for each in plan.interventions]
    return Coverage(
        columns=tuple(Column(each.id, each.heading.title) for each in plan.interventions),
        goals=tuple(
            Line(code, goals[code], _holding(code, by_goal)) for code in dict.fromkeys(goal.code for goal in plan.goals)
        ),
        principles=tuple(Line(str(number), title, _holding(number, by_principle)) for number, title in titles.items()),
    )


def goals_of(intervention: Intervention) -> set[str]:
    """The codes of the goals that it serves: by links (a code that stands for two goals counts), or by its place."""
    linked = {
        link.goal.code if link.goal else link.code
        for link in intervention.links
        if link.status is not LinkStatus.UNKNOWN
    }
    return linked | set(intervention.under)


def principles_of(intervention: Intervention) -> set[int]:
    """The numbers of the principles that it refers to; a wording that only may mean one does not count."""
    return {number for mention in intervention.principles if not mention.loose for number in mention.numbers}


def reached(lines: Iterable[Line]) -> int:
    """How many of the lines at least one intervention serves."""
    return sum(1 for line in lines if line.served)


def falls_short(lines: tuple[Line, ...], percent: float) -> bool:
    """Whether fewer than `percent` per cent of the lines are served; of no lines, none is."""
    return reached(lines) * 100 < percent * max(1, len(lines))


def _holding(key: object, sets: Sequence[Collection[object]]) -> tuple[int, ...]:
    return tuple(index for index, keys in enumerate(sets) if key in keys)


def percentage(lines: Sequence[Line]) -> int:
    """How many per cent of the lines are served, rounded down: 100 means every one."""
    return 100 * reached(lines) // max(1, len(lines))
