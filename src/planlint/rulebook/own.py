"""A user's own rules: a folder of rule files that name the same checks, in one language if the user likes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from planlint.errors import UsageError
from planlint.model.framework import Framework, Label
from planlint.model.rule import Phase, Rule, Words
from planlint.rulebook.book import ENDINGS
from planlint.rulebook.hold import hold_rule
from planlint.rulebook.mistakes import Mistake, fit, tell, unknown, validate
from planlint.rulebook.schemas import shipped_schema
from planlint.rulebook.source import Data, Source, read
from planlint.rulebook.themes import PREFIX

if TYPE_CHECKING:
    from planlint.checks import CheckSpec

_PHASES: Final[tuple[Phase, ...]] = ("draft", "consultation", "publication")
_WORDS: Final = ("title", "why", "help")


def read_own(
    folder: Path, checks: Mapping[str, CheckSpec], taken: Sequence[Rule], parts: Collection[str]
) -> tuple[Rule, ...]:
    """The rules in a folder, by code.

    `taken` are the rules whose codes and names are not free; `parts` are the keys of parts and fields that a rule may
    name beside those of its own `labels`. Raises UsageError with file and line of the first mistake, or for a folder
    that is none or holds no rule.
    """
    found: dict[str, Rule] = {}
    names = {word for rule in taken for word in (rule.code, rule.name)}
    for path in _files(folder):
        source = read(path, path.name)
        rule = _rule(source, checks)
        _refuse(rule, names, source)
        _refuse_unknown_parts(rule, parts, source)
        names |= {rule.code, rule.name}
        found[rule.code] = rule
    return tuple(found[code] for code in sorted(found))


def with_labels(framework: Framework, rules: Sequence[Rule]) -> Framework:
    """The framework with the fields that rules look for; what it knows already stays as it is."""
    known = framework.parts.keys() | framework.fields.keys()
    fields = {
        key: Label(title=Words(sv=forms[0].lower(), en=forms[0].lower()), forms=forms)
        for rule in rules
        for key, forms in rule.labels.items()
        if key not in known
    }
    return framework.model_copy(update={"fields": {**framework.fields, **fields}}) if fields else framework


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.name.endswith(ENDINGS))
    except OSError:
        shown = folder.name
        raise UsageError(f"”{shown}” är ingen mapp med regler", f"“{shown}” is no folder with rules") from None
    if not found:
        raise UsageError(
            f"”{folder.name}” innehåller inga regelfiler (.yaml)", f"“{folder.name}” holds no rule files (.yaml)"
        )
    return found


def _rule(source: Source, checks: Mapping[str, CheckSpec]) -> Rule:
    fit(source.data, shipped_schema("own-rule"), (source,))
    rule = validate(Rule, shipped_schema("rule"), _widened(source.data), (source,))
    hold_rule(rule, source, checks)
    return rule


def _refuse(rule: Rule, names: Collection[str], source: Source) -> None:
    if rule.code.startswith(PREFIX):
        sv = f"koder som börjar på {PREFIX} är planlints egna; välj andra bokstäver"
        raise tell(Mistake(("code",), sv, f"codes that begin with {PREFIX} are planlint's; choose others"), (source,))
    for key, word in (("code", rule.code), ("name", rule.name)):
        if word in names:
            sv, en = f"”{word}” är redan en annan regels", f"“{word}” is another rule's already"
            raise tell(Mistake((key,), sv, en), (source,))


def _refuse_unknown_parts(rule: Rule, parts: Collection[str], source: Source) -> None:
    known = {*parts, *rule.labels}
    for where, key in _parts_named(rule.options):
        if key not in known:
            raise tell(unknown(("options", *where), key, sorted(known), "okänd del", "unknown part"), (source,))


def _parts_named(options: Mapping[str, object]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(part := options.get("part"), str):
        yield ("part",), part
    if isinstance(parts := options.get("parts"), list | tuple):
        yield from ((("parts", n), str(part)) for n, part in enumerate(parts))


def _widened(data: Data) -> Data:
    """The data with everything said in both languages and a severity for each phase, as Rule has it."""
    wide: Data = {"kind": "exact", **data}
    for key in _WORDS:
        wide[key] = _in_both(data[key])
    wide["messages"] = {case: _in_both(text) for case, text in cast("Data", data["messages"]).items()}
    if isinstance(level := data["severity"], str):
        wide["severity"] = dict.fromkeys(_PHASES, level)
    for sort in ("good", "bad"):
        examples = cast("list[Data]", data.get(sort, []))
        wide[sort] = [{**example, "title": _in_both(example["title"])} for example in examples]
    return wide


def _in_both(text: object) -> object:
    return {"sv": text, "en": text} if isinstance(text, str) else text
