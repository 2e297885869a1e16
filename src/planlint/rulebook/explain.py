"""A rule in prose, as Markdown: the only writer of rule texts. The command, the pages and the reports all show this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from planlint.model.framework import PrincipleSet
from planlint.model.rule import Example, Language, Level, Rule, Source, Words
from planlint.rulebook.themes import THEMES, theme_of

LEVELS: Final[dict[Level, Words]] = {
    "error": Words(sv="fel", en="error"),
    "warning": Words(sv="varning", en="warning"),
    "info": Words(sv="upplysning", en="info"),
    "off": Words(sv="av", en="off"),
}
_LETTERS: Final[dict[Level, str]] = {"error": "E", "warning": "W", "info": "I", "off": "-"}

_WHY: Final = Words(sv="Varför", en="Why")
_HELP: Final = Words(sv="Vad du kan göra", en="What to do")
_GRAVITY: Final = Words(sv="Hur allvarligt", en="How grave")
_PHASES: Final = Words(sv="Utkast | Remiss | Publicering", en="Draft | Consultation | Publication")
_EXACT: Final = Words(
    sv="Regeln är exakt: den följer av dokumentet och av vad ramverket säger.",
    en="The rule is exact: it follows from the document and from what the framework says.",
)
_JUDGED: Final = Words(
    sv="Regeln är en bedömning och kan ha fel. Den stoppar inte planen, om du inte väljer regeln med kod eller namn.",
    en="The rule is a judgement and can be wrong. It never fails a run, unless you select it by code or name.",
)
_BAD: Final = Words(sv="Exempel som ger en anmärkning", en="An example with a finding")
_GOOD: Final = Words(sv="Exempel utan anmärkning", en="An example without a finding")
_SAMPLE: Final = Words(sv="Se Word-filen `{}`.", en="See the Word file `{}`.")
_SETTINGS: Final = Words(sv="Ställa in", en="Settings")
_CHOOSE: Final = Words(
    sv="Kör bara den här regeln: `--select {code}`. Kör alla utom den: `--ignore {code}`. Namnet `{name}` går också.",
    en="Run only this rule: `--select {code}`. Run all but this one: `--ignore {code}`. The name `{name}` works too.",
)
_SWITCH_ON: Final = Words(
    sv="I de faser där regeln är av körs den om du väljer den med kod eller namn.",
    en="Where the rule is off, it runs if you select it by code or name.",
)
_MOVE: Final = Words(
    sv='Ändra hur allvarlig den är i `planlint.toml`, under `[severity]`: `{code} = "warning"`, eller `"off"`.',
    en='Change how grave it is in `planlint.toml`, under `[severity]`: `{code} = "warning"`, or `"off"`.',
)
_LIMITS: Final = Words(
    sv="Regeln räknar med detta, som du ändrar i `planlint.toml`, under `[options.{code}]`:",
    en="The rule goes by this, which you change in `planlint.toml`, under `[options.{code}]`:",
)
_SOURCE: Final = Words(sv="Källa", en="Source")
_FACTS: Final = Words(sv="Fakta som regeln vilar på", en="The facts behind the rule")
_AGE: Final = Words(
    sv="{title}, version {version}, daterad {dated}. Ansvarig: {owner}. Uppgifterna kontrollerades senast {checked}.",
    en="{title}, version {version}, dated {dated}. Owner: {owner}. These facts were last checked on {checked}.",
)
_INDEX: Final = Words(
    sv="# Reglerna\n\nEn fil för varje regel. Bokstäverna visar hur allvarlig en anmärkning är i utkast (U), på remiss "
    "(R) och vid publicering (P): E fel, W varning, I upplysning, - av. Listan görs av filerna; ändra dem, inte den.",
    en="# The rules\n\nOne file a rule. The letters show how grave a finding is in a draft (U), out for consultation "
    "(R) and at publication (P): E error, W warning, I info, - off. The list is made from the files; change those.",
)
_COLUMNS: Final = Words(sv="Kod | Namn | Finner | U R P | Slag", en="Code | Name | Finds | U R P | Kind")
_KINDS: Final = {"exact": Words(sv="exakt", en="exact"), "judged": Words(sv="bedömning", en="judged")}


def explain(rule: Rule, language: Language, principles: PrincipleSet | None = None) -> str:
    """The rule's page as Markdown; `principles` are the facts whose age a rule on principles tells."""
    return "\n\n".join(_page(rule, language, principles)) + "\n"


def age(principles: PrincipleSet, language: Language) -> str:
    """How old the facts about the principles are, and who answers for them: one line."""
    return _AGE.in_language(language).format(
        title=principles.title.in_language(language),
        version=principles.version,
        dated=principles.dated,
        checked=principles.checked,
        owner=next((owner.name for owner in principles.owners if owner.until is None), "–"),
    )


def index(rules: Iterable[Rule], language: Language) -> str:
    """A list of all rules by theme, as Markdown."""
    columns = _COLUMNS.in_language(language)
    parts = [_INDEX.in_language(language)]
    for theme, group in groupby(sorted(rules, key=lambda rule: rule.code), key=lambda rule: theme_of(rule.code)):
        rows = (_row(rule, language) for rule in group)
        table = "\n".join([f"| {columns} |", "|---" * 5 + "|", *rows])
        parts += [f"## {THEMES[theme].in_language(language)}", table]
    return "\n\n".join(parts) + "\n"


def _page(rule: Rule, language: Language, principles: PrincipleSet | None) -> Iterator[str]:
    def heading(words: Words) -> str:
        return f"## {words.in_language(language)}"

    yield f"# {rule.code} {rule.name}"
    yield rule.title.in_language(language)
    yield from (heading(_WHY), rule.why.in_language(language).strip())
    yield from (heading(_HELP), rule.help.in_language(language).strip())
    for words, examples in ((_BAD, rule.bad), (_GOOD, rule.good)):
        if examples:
            yield heading(words)
        for example in examples:
            yield from _example(example, language)
    yield from (heading(_GRAVITY), _severities(rule, language))
    yield (_EXACT if rule.kind == "exact" else _JUDGED).in_language(language)
    yield from (heading(_SETTINGS), *_settings(rule, language))
    yield from (heading(_SOURCE), "\n".join(f"- {_cited(source)}" for source in rule.source))
    if principles is not None and theme_of(rule.code) == "principles":
        yield from (heading(_FACTS), age(principles, language))


def _example(example: Example, language: Language) -> Iterator[str]:
    yield f"**{example.title.in_language(language)}**"
    if example.plan is not None:
        yield f"````markdown\n{example.plan.strip()}\n````"
    if example.sample is not None:
        yield _SAMPLE.in_language(language).format(example.sample)
    for finding in example.findings:
        yield f"> {finding.message}"


def _severities(rule: Rule, language: Language) -> str:
    levels = (rule.severity.draft, rule.severity.consultation, rule.severity.publication)
    row = " | ".join(LEVELS[level].in_language(language) for level in levels)
    return f"| {_PHASES.in_language(language)} |\n|---|---|---|\n| {row} |"


def _settings(rule: Rule, language: Language) -> Iterator[str]:
    yield _CHOOSE.in_language(language).format(code=rule.code, name=rule.name)
    if "off" in (rule.severity.draft, rule.severity.consultation, rule.severity.publication):
        yield _SWITCH_ON.in_language(language)
    yield _MOVE.in_language(language).format(code=rule.code)
    if rule.options:
        options = "\n".join(f"- `{name}`: {_shown(value)}" for name, value in rule.options.items())
        yield f"{_LIMITS.in_language(language).format(code=rule.code)}\n\n{options}"


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _cited(source: Source) -> str:
    dated = f" ({source.date})" if source.date else ""
    return f"{source.title}{dated}" + (f", <{source.url}>" if source.url else "")


def _row(rule: Rule, language: Language) -> str:
    levels = (rule.severity.draft, rule.severity.consultation, rule.severity.publication)
    letters = " ".join(_LETTERS[level] for level in levels)
    link = f"[{rule.name}]({theme_of(rule.code)}/{rule.name}.yaml)"
    kind = _KINDS[rule.kind].in_language(language)
    return f"| {rule.code} | {link} | {rule.title.in_language(language)} | {letters} | {kind} |"
