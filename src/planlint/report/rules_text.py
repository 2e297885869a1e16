"""The list of rules as text: by theme, a line or two each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planlint.model.rule import Level, Rule
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.rulebook.explain import LEVELS
from planlint.rulebook.themes import THEMES, theme_of


def render_rules(rules: Sequence[Rule], page: Page) -> str:
    """Code, how grave in each phase, name and title of every rule, and what the letters mean."""
    return page.render(_lines(rules, page))


def _lines(rules: Sequence[Rule], page: Page) -> Iterator[Line]:
    for theme, members in groupby(rules, key=lambda rule: theme_of(rule.code)):
        yield line((THEMES[theme].in_language(page.language), "bold"))
        for rule in members:
            yield from page.wrap(_words(rule, page), indent=2, hanging=15)
        yield Line()
    yield from page.wrap(page.say("rules-legend"))


def _words(rule: Rule, page: Page) -> Line:
    severity = rule.severity
    letters = " ".join(map(_letter, (severity.draft, severity.consultation, severity.publication)))
    star = "*" if rule.kind == "judged" else " "
    return line((rule.code, "bold"), f" {letters}{star}  ", rule.title.in_language(page.language), f" ({rule.name})")


def _letter(level: Level) -> str:
    return "-" if level == "off" else LEVELS[level].en[0].upper()
