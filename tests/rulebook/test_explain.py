"""A rule's page, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.rule import Rule, Severities
from planlint.rulebook.explain import age, explain, index

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own

SWEDISH = """\
# PL204 unserved-goal

Effektmål utan insats

## Varför

Ett mål som ingen arbetar för nås inte.

## Vad du kan göra

Koppla en insats till målet.

## Exempel som ger en anmärkning

**Målet saknar insats**

````markdown
# Plan för Ån
````

> Ingen insats bidrar till 1A.

## Exempel utan anmärkning

**Målet har en insats**

````markdown
# Plan
````

## Hur allvarligt

| Utkast | Remiss | Publicering |
|---|---|---|
| varning | varning | av |

Regeln är exakt: den följer av dokumentet och av vad ramverket säger.

## Ställa in

Kör bara den här regeln: `--select PL204`. Kör alla utom den: `--ignore PL204`. Namnet `unserved-goal` går också.

I de faser där regeln är av körs den om du väljer den med kod eller namn.

Ändra hur allvarlig den är i `planlint.toml`, under `[severity]`: `PL204 = "warning"`, eller `"off"`.

Regeln räknar med detta, som du ändrar i `planlint.toml`, under `[options.PL204]`:

- `at_least`: 1

## Källa

- Vägledning i nyttorealisering (2019), <https://example.org/nytta>
"""


def test_a_page_in_swedish(rule: Rule) -> None:
    assert explain(rule, "sv") == SWEDISH


def test_a_page_in_english_says_the_same(rule: Rule) -> None:
    page = explain(rule, "en")
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == [
        "# PL204 unserved-goal",
        "## Why",
        "## What to do",
        "## An example with a finding",
        "# Plan för Ån",
        "## An example without a finding",
        "# Plan",
        "## How grave",
        "## Settings",
        "## Source",
    ]
    assert "Run only this rule: `--select PL204`." in page
    assert "| warning | warning | off |" in page


def test_a_judged_rule_says_that_it_can_be_wrong(rule: Rule) -> None:
    on = Severities(draft="info", consultation="info", publication="info")
    page = explain(rule.model_copy(update={"kind": "judged", "severity": on, "options": {}}), "sv")
    assert "Regeln är en bedömning och kan ha fel." in page
    assert "[options" not in page
    assert "regeln är av" not in page


def test_a_rule_on_principles_says_how_old_its_facts_are(own: Own, rule: Rule) -> None:
    facts = own.read().principle_sets["sunda"]
    told = (
        "Sunda principer, version 1.3, daterad 2019-11-20. Ansvarig: Nya rådet. "
        "Uppgifterna kontrollerades senast 2026-01-31."
    )
    assert age(facts, "sv") == told
    about = rule.model_copy(update={"code": "PL401"})
    assert explain(about, "sv", facts).endswith(f"\n## Fakta som regeln vilar på\n\n{told}\n")
    assert explain(rule, "sv", facts) == explain(rule, "sv")


def test_a_sample_is_named_where_only_word_can_show_it(rule: Rule) -> None:
    shown = rule.good[0].model_copy(update={"plan": None, "sample": "samples/utkast.docx"})
    assert "\nSe Word-filen `samples/utkast.docx`.\n" in explain(rule.model_copy(update={"good": (shown,)}), "sv")


def test_the_index_lists_rules_by_theme(rule: Rule) -> None:
    other = rule.model_copy(update={"code": "PL001", "name": "unread-content", "kind": "judged"})
    assert index((rule, other), "sv").split("\n\n", 2)[2] == (
        "## Läsning\n\n"
        "| Kod | Namn | Finner | U R P | Slag |\n|---|---|---|---|---|\n"
        "| PL001 | [unread-content](reading/unread-content.yaml) | Effektmål utan insats | W W - | bedömning |\n\n"
        "## Effektmål\n\n"
        "| Kod | Namn | Finner | U R P | Slag |\n|---|---|---|---|---|\n"
        "| PL204 | [unserved-goal](goals/unserved-goal.yaml) | Effektmål utan insats | W W - | exakt |\n"
    )
