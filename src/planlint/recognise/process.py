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
_AFTER_LABEL = re.compile(r":|\s[–—-]\s")
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
        if line.heading is not None and not _is_label(line.content, line.heading, heading, framework):
            if heading is not None:
                stages.append(_stage(heading, lines, framework))
            heading, lines = line.heading, []
        else:
            lines.append(line)
    if heading is not None:
        stages.append(_stage(heading, lines, framework))
    return tuple(stages)


def process_labels(chapter: Section | None, framework: Framework) -> Iterator[Text]:
    """The headings in the chapter that are a decision or a deliverable, or a label of them, not a stage."""
    for section in chapter.sections if chapter else ():
        yield from _labels_in(section, None, framework)


def _labels_in(section: Section, above: Heading | None, framework: Framework) -> Iterator[Text]:
    label = _is_label(section.heading.place, section.heading, above, framework)
    if label:
        yield section.heading.place
    for inner in section.sections:
        yield from _labels_in(inner, above if label else section.heading, framework)


def _is_label(text: Text, heading: Heading, stage: Heading | None, framework: Framework) -> bool:
    """Whether a heading is a decision or a deliverable, or only their label under a stage ('Beslut')."""
    forms = framework.process.decision + framework.process.deliverable
    under = stage is not None and heading.level > stage.level
    return bool(_prefixed(text, forms)) or (under and _is_form(text, forms))


def _stage(heading: Heading, lines: list[Line], framework: Framework) -> Stage:
    decisions = _led_by(lines, framework.process.decision, framework)
    deliverables = _led_by(lines, framework.process.deliverable, framework)
    return Stage(heading, tuple(Decision(_decider(words.text, framework), words) for words in decisions), deliverables)


def _led_by(lines: list[Line], forms: tuple[str, ...], framework: Framework) -> tuple[Text, ...]:
    """What follows one of the forms, on its line or, where it stands alone, on the next: a whole list, or one line."""
    every = framework.process.decision + framework.process.deliverable
    found: list[Text] = []
    led = False  # whether the label is above, and what follows belongs to it
    listed = False
    for line in lines:
        words = _prefixed(line.content, forms)
        if words:
            found.append(words)
        elif (
            led
            and (line.item or not listed)
            and not _prefixed(line.content, every)
            and not _is_form(line.content, every)
        ):
            found.append(line.content)
            led, listed = line.item, True
            continue
        led, listed = _is_form(line.content, forms), False
    return tuple(found)


def _is_form(text: Text, forms: tuple[str, ...]) -> bool:
    """Whether a line is one of the forms and nothing else."""
    return key_of(text.text) in {key_of(form) for form in forms}


def _prefixed(text: Text, forms: tuple[str, ...]) -> Text | None:
    """The words after 'Beslut:' or one of its other forms, where the line begins with it."""
    colon = _AFTER_LABEL.search(text.text)
    if colon is None or key_of(text.text[: colon.start()]) not in {key_of(form) for form in forms}:
        return None
    words = text.cut(colon.end()).strip()
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
