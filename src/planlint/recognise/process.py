"""The decision process: stages with their decisions and deliverables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language.normalise import normalise
from planlint.model.framework import Framework
from planlint.model.plan import Decision, Heading, Stage
from planlint.model.text import Text
from planlint.recognise.keys import key_of
from planlint.recognise.lines import Line, Reader
from planlint.recognise.sections import Section

_AGENT = re.compile(r"\bav (?P<agent>[^.,;:]+)")
_LONGEST_DECIDER = 60
"""Characters; more before the verb is no mere name of an actor (a judgement)."""


def find_stages(chapter: Section | None, framework: Framework, reader: Reader) -> tuple[Stage, ...]:
    """The stages of the process; empty without its chapter."""
    if chapter is None:
        return ()
    stages: list[Stage] = []
    heading: Heading | None = None
    lines: list[Line] = []
    for line in reader.section(chapter):
        if line.heading is not None and not _prefixed(
            line.content, framework.process.deliverable + framework.process.decision
        ):
            if heading is not None:
                stages.append(_stage(heading, lines, framework))
            heading, lines = line.heading, []
        else:
            lines.append(line)
    if heading is not None:
        stages.append(_stage(heading, lines, framework))
    return tuple(stages)


def process_labels(chapter: Section | None, framework: Framework) -> Iterator[Text]:
    """The headings in the chapter that are a decision or a deliverable, not a stage."""
    forms = framework.process.deliverable + framework.process.decision
    for section in chapter.walk() if chapter else ():
        if _prefixed(section.heading.place, forms):
            yield section.heading.place


def _stage(heading: Heading, lines: list[Line], framework: Framework) -> Stage:
    decisions = [words for line in lines if (words := _prefixed(line.content, framework.process.decision))]
    deliverables = [words for line in lines if (words := _prefixed(line.content, framework.process.deliverable))]
    return Stage(
        heading, tuple(Decision(_decider(words.text, framework), words) for words in decisions), tuple(deliverables)
    )


def _prefixed(text: Text, forms: tuple[str, ...]) -> Text | None:
    """The words after 'Beslut:' or one of its other forms, where the line begins with it."""
    colon = text.text.find(":")
    if colon < 1 or key_of(text.text[:colon]) not in {key_of(form) for form in forms}:
        return None
    words = text.cut(colon + 1).strip()
    return words or None


def _decider(text: str, framework: Framework) -> str:
    """Who decides: what stands before the verb of deciding, or the agent of a passive ('godkänns av …')."""
    verbs = "|".join(re.escape(verb) for verb in framework.process.verbs)
    active = re.match(rf"(?P<decider>.{{2,{_LONGEST_DECIDER}}}?)\s+(?:{verbs})\b", text) if verbs else None
    if active is not None:
        return active["decider"]
    actors = [normalise(form) for actor in framework.actors.values() for form in actor.forms]
    for passive in _AGENT.finditer(text):
        agent = passive["agent"].strip()
        if any(_names(agent, actor) for actor in actors):
            return agent
    starts = [actor for actor in actors if normalise(text).startswith(actor)]
    return text[: len(max(starts, key=len))] if starts else ""


def _names(words: str, actor: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(actor)}(?!\w)", normalise(words)) is not None
