"""The plan as it was read, as a tree for a person to compare with the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rich.text import Text as Line
from rich.tree import Tree

from planlint.model.card import ProjectCard
from planlint.model.plan import Heading, Intervention, Plan, Stage
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.report.outline_json import days_of, fields_of
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.report.rich_page import render_rich
from planlint.report.unread import unseen

PARTS: Final[Mapping[str, str]] = {
    "benefits_short": "outline-short",
    "benefits_long": "outline-long",
    "benefits": "outline-unspecified",
    "activities": "outline-activities",
    "council_role": "outline-council",
    "municipal_role": "outline-municipal",
}
"""The parts of an intervention that hold items, in the order shown, and what they are called."""


def render_outline(plan: Plan, page: Page) -> str:
    """The tree: control, headings, focus areas with goals, interventions with their parts, and what stands after."""
    control = plan.control
    tree = Tree(_line(control.title.text if control.title else page.say("untitled"), "bold"), guide_style="dim")
    if control.subtitle:
        tree.add(_line(control.subtitle.text))
    tree.add(_line(" · ".join(_facts(plan, page))))
    _headings(tree, plan.headings, page)
    _focus_areas(tree, plan, page)
    _interventions(tree, plan.interventions, page)
    _card(tree, plan.card, page)
    _process(tree, plan.process, page)
    _add(tree, page.say("outline-timeline"), map(_step, plan.timeline))
    _add(tree, page.say("outline-glossary"), (f"{each.term.text}: {each.definition.text}" for each in plan.glossary))
    _add(tree, page.say("outline-principles"), (f"{each.number} {each.title.text}" for each in plan.principles))
    _add(tree, page.say("outline-versions"), _versions(plan))
    _add(tree, page.say("outline-unplaced"), (each.detail for each in unseen(plan, page.language)))
    return render_rich(tree, page)


def _facts(plan: Plan, page: Page) -> Iterator[str]:
    control = plan.control
    if control.version:
        yield page.say("outline-control", version=control.version.text)
    if control.date:
        yield control.date.text
    if control.period:
        start, end = control.period
        yield page.say("outline-period", start=start, end=end)
    yield page.say("outline-framework", framework=plan.framework)


def _headings(tree: Tree, headings: Iterable[Heading], page: Page) -> None:
    """The headings as a tree of their own, by level."""
    listed = list(headings)
    if not listed:
        return
    open_branches = [(0, tree.add(_line(f"{page.say('outline-headings')} ({len(listed)})", "bold")))]
    for heading in listed:
        while open_branches[-1][0] >= heading.level:
            open_branches.pop()
        mark = f" ({page.say('outline-fake')})" if heading.fake else ""
        branch = open_branches[-1][1].add(_line(_numbered(heading.number, heading.title) + mark))
        open_branches.append((heading.level, branch))


def _focus_areas(tree: Tree, plan: Plan, page: Page) -> None:
    if not plan.focus_areas:
        return
    branch = tree.add(_line(f"{page.say('outline-focus-areas')} ({len(plan.focus_areas)})", "bold"))
    for area in plan.focus_areas:
        leaf = branch.add(_line(_numbered(area.heading.number, area.heading.title)))
        for goal in area.goals:
            leaf.add(_line(f"{goal.code}: {goal.text.text}"))


def _interventions(tree: Tree, interventions: tuple[Intervention, ...], page: Page) -> None:
    if not interventions:
        return
    branch = tree.add(_line(f"{page.say('outline-interventions')} ({len(interventions)})", "bold"))
    for each in interventions:
        leaf = branch.add(_line(_numbered(each.number, each.heading.title), "bold"))
        _add(leaf, page.say("outline-background"), _texts(each.background))
        _add(
            leaf,
            page.say("outline-goal-links"),
            (f"{link.code} ({page.say(link.status.value)})" for link in each.links),
        )
        for key, name in PARTS.items():
            _add(leaf, page.say(name), _texts(each.items(key)))
        _add(leaf, page.say("outline-principles"), _texts(m.place for m in each.principles if not m.loose))
        _add(leaf, page.say("outline-fields"), _fields(each))


def _card(tree: Tree, card: ProjectCard | None, page: Page) -> None:
    """The card's fields under its own labels, its links to goals and its deliverables."""
    if card is None:
        return
    branch = tree.add(_line(page.say("outline-card"), "bold"))
    for each in card.fields:
        if each.key != "deliverables":
            leaf = branch.add(_line(each.label.text))
            for value in each.values:
                leaf.add(_line(value.text))
    _add(branch, page.say("outline-goal-links"), (link.code or link.place.text for link in card.links))
    _add(
        branch,
        page.say("outline-deliverables"),
        (": ".join(text.text for text in (each.name, *each.descriptions)) for each in card.deliverables),
    )
    _add(branch, page.say("outline-background"), _texts(card.background))


def _fields(intervention: Intervention) -> Iterator[str]:
    """The fields under the plan's own labels for them."""
    labels = {part.key: part.label.text for part in reversed(intervention.parts)}
    return (f"{labels[key]}: {words}" for key, words in fields_of(intervention).items())


def _process(tree: Tree, stages: tuple[Stage, ...], page: Page) -> None:
    if not stages:
        return
    branch = tree.add(_line(f"{page.say('outline-process')} ({len(stages)})", "bold"))
    for stage in stages:
        leaf = branch.add(_line(stage.heading.title))
        for decision in stage.decisions:
            leaf.add(_line(f"{page.say('outline-decision')}: {decision.text.text}"))
        for deliverable in stage.deliverables:
            leaf.add(_line(f"{page.say('outline-deliverable')}: {deliverable.text}"))


def _step(step: TimelineStep) -> str:
    """The days of a step, what happens, and who does it."""
    days = "–".join(dict.fromkeys(days_of(step)))
    who = f" ({', '.join(actor.text for actor in step.actors)})" if step.actors else ""
    return f"{days}: {step.text.text}{who}"


def _versions(plan: Plan) -> Iterator[str]:
    for row in plan.control.versions:
        yield " ".join(cell.text for cell in (row.date, row.version, row.issuer, row.reason) if cell)


def _add(tree: Tree, name: str, leaves: Iterable[str]) -> None:
    """A branch with its leaves counted, where it has any."""
    listed = list(leaves)
    if listed:
        branch = tree.add(_line(f"{name} ({len(listed)})"))
        for leaf in listed:
            branch.add(_line(leaf))


def _texts(texts: Iterable[Text]) -> Iterator[str]:
    return (text.text for text in texts)


def _numbered(number: str | None, title: str) -> str:
    return f"{number} {title}" if number else title


def _line(words: str, style: str = "") -> Line:
    return Line(printable(words), style)
