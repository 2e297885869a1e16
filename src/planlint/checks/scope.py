"""What every check is: a pure function from a node of the plan to hits, with its options and its cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType, UnionType
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast

from planlint.model.card import ProjectCard
from planlint.model.document import Document
from planlint.model.finding import Hit, SubjectType
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.plan import FocusArea, Goal, Intervention, Plan, Stage
from planlint.model.rule import Strict
from planlint.model.suppression import Unused
from planlint.model.timeline import TimelineStep

Node = Plan | FocusArea | Goal | Intervention | Stage | TimelineStep | ProjectCard
"""What a check is called with: the node of its rule's subject; the plan where the subject has no node of its own."""

T = TypeVar("T")
P = ParamSpec("P")


_NO_FILE: Final = Document("markdown", "final", (), 0)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at beside its node. Make one for each plan, and give it to every check."""

    plan: Plan
    framework: Framework
    principles: PrincipleSet | None = None
    document: Document = _NO_FILE
    """The file as read, for rules about it."""
    against: Plan | None = None
    """The plan that a project card is held against, where the user names one."""
    unused: tuple[Unused, ...] = ()
    """Suppressions that accept nothing, for the rule about them: known when the other rules have run."""
    final: Scope | None = None
    """The same with every tracked change accepted, for rules about the file; None where it is so already."""
    better: Framework | None = None
    """The framework that fits, where the user asked for one that does not."""
    tables: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    """What `table` has made so far."""

    def table(self, build: Callable[Concatenate[Scope, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `build` makes of the whole plan, made once: without it, every goal would look at all goals again."""
        key = (build, args, tuple(kwargs.items()))
        if key not in self.tables:
            self.tables[key] = build(self, *args, **kwargs)
        return cast("T", self.tables[key])

    def requires(self, *keys: str) -> bool:
        """Whether the framework asks for one of these parts; a part that it does not ask for silences its rules."""
        return any(key in self.framework.parts and self.framework.parts[key].required for key in keys)


NODES: Final[Mapping[SubjectType, type[Node]]] = MappingProxyType(
    {
        "focus_area": FocusArea,
        "goal": Goal,
        "intervention": Intervention,
        "stage": Stage,
        "step": TimelineStep,
        "card": ProjectCard,
    }
)
"""What a check is called with, by its rule's subject; for any other subject, the plan itself."""


class NoOptions(Strict):
    """For checks that take no options."""


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """A check that rules can name.

    `node` is the sort of node that `function(node, scope, options)` takes. `cases` names every case that its hits may
    carry and the words that each gives, so that a rule's messages can be held against it.
    """

    function: Callable[[Any, Scope, Any], Iterable[Hit]]
    node: type[Node] | UnionType
    cases: Mapping[str, frozenset[str]]
    options: type[Strict] = NoOptions
    last: bool = False
    """Whether it looks at what came of the other rules, and so runs when they have."""
    speaks_of: SubjectType | None = None
    """What its hits are about, where it looks at the whole plan for something that may stand anywhere."""


def holes(*names: str) -> frozenset[str]:
    """The names of the holes that a case fills in its message."""
    return frozenset(names)
