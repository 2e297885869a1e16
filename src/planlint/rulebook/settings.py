"""What a framework or a configuration moves of rules, held against the rules."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planlint.errors import UsageError
from planlint.model.framework import Framework
from planlint.model.rule import Rule
from planlint.rulebook.mistakes import Mistake, tell, validate
from planlint.rulebook.select import find
from planlint.rulebook.source import Source, Where

if TYPE_CHECKING:
    from planlint.checks import CheckSpec


def hold_framework_rules(
    framework: Framework, chain: tuple[Source, ...], rules: Sequence[Rule], checks: Mapping[str, CheckSpec] | None
) -> None:
    """Holds what a framework moves of rules against them; its options only where there are checks."""
    for word, setting in framework.rules.items():
        rule = hold_word(word, ("rules", word), chain, rules)
        if checks is not None:
            hold_options(rule, setting.options, ("rules", word, "options"), chain, checks)


def hold_word(word: str, where: Where, chain: tuple[Source, ...], rules: Sequence[Rule]) -> Rule:
    """The rule that a file names at a place, by code or name. Raises UsageError with file, line and the nearest."""
    try:
        return find(rules, word)
    except UsageError as error:
        raise tell(Mistake(where, error.sv, error.en), chain) from None


def hold_options(
    rule: Rule,
    options: Mapping[str, object],
    where: Where,
    chain: tuple[Source, ...],
    checks: Mapping[str, CheckSpec],
) -> None:
    """Holds options of a rule, which stand at a place, against its check. Raises UsageError as `hold_word` does."""
    model, together = checks[rule.check].options, {**rule.options, **options}
    if options and not model.model_fields:
        sv, en = f"{rule.code} har inga gränser att ändra", f"{rule.code} has no limits to change"
        raise tell(Mistake((*where, next(iter(options))), sv, en), chain)
    try:
        model.model_validate_json(json.dumps(together), strict=True)
    except ValidationError:  # the schema has the words for it, but its library takes long to start
        validate(model, model.model_json_schema(), together, chain, below=where)
