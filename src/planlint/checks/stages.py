"""The stages of the decision process: who decides, and what is handed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import normalise
from planlint.model.finding import Hit
from planlint.model.plan import Stage
from planlint.model.rule import Strict
from planlint.model.text import Text


def undecided_stage(node: Stage, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A stage without a decision, or a decision that names nobody whom the framework knows.

    Silent where no stage has a decision: the process is then written in another way. A section with neither a decision
    nor a deliverable before the first stage or after the last may be something else, and is asked about.
    """
    stages = scope.plan.process
    if not any(stage.decisions for stage in stages):
        return
    words = {"stage": node.heading.title}
    if not node.decisions:
        outside = not node.deliverables and node.heading.place not in scope.table(inner_stages)
        yield Hit(node.heading.place, "unsure" if outside else "missing", words, undecided=outside)
    actors = scope.table(actor_names)
    for decision in node.decisions:
        decider = decision.decider or decision.text.text
        if not actors.search(normalise(decider)):
            case = "unknown" if decision.decider else "nobody"
            yield Hit(decision.text, case, {**words, "decider": excerpt(decider), "quote": excerpt(decision.text.text)})


def inner_stages(scope: Scope) -> frozenset[Text]:
    """The headings from the first stage with a decision or a deliverable to the last."""
    stages = scope.plan.process
    filled = [i for i, stage in enumerate(stages) if stage.decisions or stage.deliverables]
    return frozenset(stage.heading.place for stage in stages[filled[0] : filled[-1] + 1]) if filled else frozenset()


def actor_names(scope: Scope) -> re.Pattern[str]:
    """An expression for every name of every actor that the framework knows, as whole words, the genitive too."""
    forms = {normalise(form) for actor in scope.framework.actors.values() for form in actor.forms}
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names or '(?!)'})s?(?!\w)")


def stage_deliverables(node: Stage, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A stage without a deliverable, or a deliverable that stands before every decision of its stage.

    Silent where no stage has a deliverable, and about what comes of a stage without any decision.
    """
    if not any(stage.deliverables for stage in scope.plan.process):
        return
    words = {"stage": node.heading.title}
    if not node.deliverables:
        if node.decisions or node.heading.place in scope.table(inner_stages):
            yield Hit(node.heading.place, "missing", words)
        return
    first = min((_place(decision.text) for decision in node.decisions), default=None)
    for deliverable in node.deliverables:
        if first is not None and _place(deliverable) < first:
            yield Hit(deliverable, "early", {**words, "deliverable": excerpt(deliverable.text)})


def _place(text: Text) -> tuple[int, int]:
    return text.paragraph, text.start


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "undecided_stage": CheckSpec(
            undecided_stage,
            Stage,
            {
                **dict.fromkeys(("missing", "unsure"), holes("stage")),
                **dict.fromkeys(("unknown", "nobody"), holes("stage", "decider", "quote")),
            },
        ),
        "stage_deliverables": CheckSpec(
            stage_deliverables, Stage, {"missing": holes("stage"), "early": holes("stage", "deliverable")}
        ),
    }
)
"""By the names that rule files use."""
