"""The folder of rules, frameworks and facts, read and held together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from planlint.model.framework import Framework, PrincipleSet
from planlint.model.rule import Rule
from planlint.rulebook.book import SUFFIX, Rulebook, files
from planlint.rulebook.extend import Find, chain_of, merged
from planlint.rulebook.hold import hold_framework, hold_principles, hold_rule
from planlint.rulebook.mistakes import Mistake, fit, tell, unknown, validate
from planlint.rulebook.nearest import shorten, suggest
from planlint.rulebook.schemas import shipped_schema
from planlint.rulebook.settings import hold_framework_rules
from planlint.rulebook.source import Source, mistake, read
from planlint.rulebook.themes import THEMES, theme_of

if TYPE_CHECKING:
    from planlint.checks import CheckSpec

FRAMEWORKS: Final = "frameworks"
FACTS: Final = "facts"

Named = TypeVar("Named", Rule, Framework, PrincipleSet)


def read_rulebook(folder: Path, checks: Mapping[str, CheckSpec] | None) -> Rulebook:
    """Everything in a folder of rules with its `frameworks` and `facts`, held together.

    `checks` are what rules are held against; None where a wheel is built, without what the checks need. Raises
    UsageError with the file (from the folder's own name on) and line of the first mistake.
    """
    sources: dict[str, list[Source]] = {}
    for path in files(folder):
        name = f"{folder.name}/{path.parent.name}/{path.name}"
        _refuse_strange_folder(path.parent.name, name)
        sources.setdefault(path.parent.name, []).append(read(path, name))
    sets = {facts.name: facts for facts in map(_facts, sources.pop(FACTS, []))}
    stated = sources.pop(FRAMEWORKS, [])
    rules = _rules([source for group in sources.values() for source in group], checks)
    frameworks = {framework.name: framework for framework in _frameworks(stated, sets, rules, checks)}
    return Rulebook(rules=rules, frameworks=frameworks, principle_sets=sets)


def read_framework(
    source: Source,
    find: Find,
    principle_sets: Collection[str],
    rules: Sequence[Rule],
    checks: Mapping[str, CheckSpec] | None,
) -> Framework:
    """A framework with what it extends; `find` gives the files, `principle_sets` are the names of those known.

    What it moves of `rules` is held against them, and its options against `checks` where there are any.
    """
    chain = chain_of(source, find)
    for link in chain:
        fit(link.data, shipped_schema("framework"), (link,))
    framework = validate(Framework, Framework.model_json_schema(), merged(chain), chain)
    hold_framework(framework, chain, principle_sets)
    hold_framework_rules(framework, chain, rules, checks)
    return framework


def _refuse_strange_folder(theme: str, name: str) -> None:
    if theme not in (*THEMES, FRAMEWORKS, FACTS) or theme == "own":
        sv, en = suggest(theme, [*THEMES, FRAMEWORKS, FACTS])
        theme = shorten(theme)
        raise mistake(name, None, f"”{theme}” är inget tema{sv}", f"“{theme}” is no theme{en}")


def _facts(source: Source) -> PrincipleSet:
    facts = validate(PrincipleSet, shipped_schema("facts"), source.data, (source,))
    hold_principles(facts, source)
    return _called_as_its_file(facts, source)


def _frameworks(
    sources: list[Source],
    principle_sets: Collection[str],
    rules: Sequence[Rule],
    checks: Mapping[str, CheckSpec] | None,
) -> Iterator[Framework]:
    by_name = {_stem(source): source for source in sources}

    def find(source: Source, name: str) -> Source:
        if name not in by_name:
            raise no_base(source, name, by_name)
        return by_name[name]

    for source in sources:
        yield _called_as_its_file(read_framework(source, find, principle_sets, rules, checks), source)


def no_base(source: Source, name: str, known: Iterable[str]) -> Exception:
    """The error for a framework that extends one that is not known."""
    return tell(unknown(("extends",), name, known, "okänt ramverk", "unknown framework"), (source,))


def _rules(sources: list[Source], checks: Mapping[str, CheckSpec] | None) -> tuple[Rule, ...]:
    found: dict[str, tuple[Rule, Source]] = {}
    for source in sources:
        rule = _called_as_its_file(validate(Rule, shipped_schema("rule"), source.data, (source,)), source)
        for key in (rule.code, rule.name):
            if key in found:
                raise _taken(key, source, found[key][1])
            found[key] = rule, source
        _refuse_wrong_theme(rule, source)
        if checks is not None:
            hold_rule(rule, source, checks)
    rules = {rule.code: rule for rule, _ in found.values()}
    return tuple(rules[code] for code in sorted(rules))


def _taken(key: str, source: Source, earlier: Source) -> Exception:
    where = ("code",) if source.data["code"] == key else ("name",)
    return tell(Mistake(where, f"”{key}” har redan {earlier.name}", f"“{key}” is that of {earlier.name}"), (source,))


def _refuse_wrong_theme(rule: Rule, source: Source) -> None:
    theme, folder = theme_of(rule.code), Path(source.name).parent.name
    if folder != theme:
        sv = f"{rule.code} hör till mappen {theme}, inte {folder}"
        raise tell(Mistake(("code",), sv, f"{rule.code} belongs in the folder {theme}, not {folder}"), (source,))


def _called_as_its_file(found: Named, source: Source) -> Named:
    if found.name != (stem := _stem(source)):
        sv = f"namnet är ”{found.name}” men filen heter {stem}{SUFFIX}"
        en = f"the name is “{found.name}” but the file is {stem}{SUFFIX}"
        raise tell(Mistake(("name",), sv, en), (source,))
    return found


def _stem(source: Source) -> str:
    return Path(source.name).stem
