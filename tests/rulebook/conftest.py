"""A small rulebook of the tests' own, and checks to hold it against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from planlint.checks.scope import CheckSpec, holes
from planlint.errors import UsageError
from planlint.model.finding import Hit
from planlint.model.plan import Goal
from planlint.model.rule import Rule, Strict
from planlint.rulebook import Rulebook
from planlint.rulebook.folder import read_rulebook

RULE = """\
code: PL204
name: unserved-goal
title:
  sv: Effektmål utan insats
  en: Goal without an intervention
kind: exact
severity:
  draft: warning
  consultation: warning
  publication: off
subject: goal
check: counted
options:
  at_least: 1
messages:
  missing:
    sv: Ingen insats bidrar till {code}.
    en: No intervention serves {code}.
why:
  sv: Ett mål som ingen arbetar för nås inte.
  en: A goal that nobody works for is not reached.
help:
  sv: Koppla en insats till målet.
  en: Link an intervention to the goal.
source:
  - title: Vägledning i nyttorealisering
    url: https://example.org/nytta
    date: "2019"
good:
  - title: {sv: Målet har en insats, en: The goal has an intervention}
    plan: |
      # Plan
bad:
  - title: {sv: Målet saknar insats, en: The goal has no intervention}
    plan: |
      # Plan för Ån
    findings:
      - message: Ingen insats bidrar till 1A.
        quote: 1A
        subject: 1A
"""

FRAMEWORK = """\
name: sund
title: {sv: Plan för Sund, en: Plan for Sund}
chapters:
  focus_areas:
    title: {sv: Fokusområden, en: Focus areas}
    forms: [Fokusområden]
  interventions:
    title: {sv: Insatser, en: Interventions}
    forms: [Insatser]
parts:
  goal_links:
    title: {sv: Mål, en: Goals}
    forms: [Mål, Effektmål]
    required: true
principle_set: sunda
"""

FACTS = """\
name: sunda
title: {sv: Sunda principer, en: Sound principles}
document: Sunt ramverk
version: "1.3"
dated: 2019-11-20
checked: 2026-01-31
owners:
  - name: Gamla rådet
    forms: [Gamla rådet]
    since: 2010-01-01
    until: 2020-01-31
  - name: Nya rådet
    forms: [Nya rådet]
    since: 2020-01-31
principles:
  - number: 1
    title: Samverka
    patterns: ['samverka\\w*']
source:
  - title: Sunt ramverk
"""


class Options(Strict):
    at_least: Annotated[int, Field(gt=0, le=9)] = 1
    by: Literal["code"] = "code"


def counted(_node: Goal, _scope: object, _options: Options) -> Iterator[Hit]:
    yield from ()


CHECKS = {"counted": CheckSpec(counted, Goal, {"missing": holes("code", "count")}, Options)}

RULE_FILE = "goals/unserved-goal.yaml"


@dataclass(frozen=True)
class Own:
    """A folder with one rule, one framework and one set of facts, all in order, to be changed."""

    folder: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """A file of the folder, written anew."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """One place in a file, changed."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} should stand once"
        self.write(path, text.replace(old, new))

    def read(self) -> Rulebook:
        """The folder, held against the tests' own checks."""
        return read_rulebook(self.folder, CHECKS)

    def mistake(self) -> tuple[str, str]:
        """What is wrong with it, in Swedish and in English."""
        with pytest.raises(UsageError) as caught:
            self.read()
        return caught.value.sv, caught.value.en


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """A rulebook of the test's own."""
    made = Own(tmp_path / "rules")
    for path, text in ((RULE_FILE, RULE), ("frameworks/sund.yaml", FRAMEWORK), ("facts/sunda.yaml", FACTS)):
        made.write(path, text)
    return made


@pytest.fixture
def rule(own: Own) -> Rule:
    """Its one rule."""
    return own.read().rules[0]


@pytest.fixture
def checks() -> Mapping[str, CheckSpec]:
    """The checks that it is held against."""
    return CHECKS


@pytest.fixture
def rule_text() -> str:
    """Its one rule's file."""
    return RULE
