"""A file that does not fit its schema or its model: what is wrong first, in words, with the nearest key or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from pydantic import BaseModel, ValidationError

from planlint.errors import UsageError
from planlint.rulebook.nearest import nearest, shorten, suggest
from planlint.rulebook.schemas import Schema
from planlint.rulebook.source import Data, Source, Where, mistake

if TYPE_CHECKING:
    from jsonschema import ValidationError as Unfit

_SORTS: Final = {
    "string": ("text (sätt den inom citattecken)", "text (put it in quotation marks)"),
    "array": ("en lista", "a list"),
    "object": ("en grupp av nycklar", "a group of keys"),
    "boolean": ("true eller false", "true or false"),
    "integer": ("ett heltal", "a whole number"),
    "number": ("ett tal", "a number"),
}
"""A schema's names for the sorts of values."""
_LIMITS: Final = {
    "minimum": ("vara minst {}", "be at least {}"),
    "maximum": ("vara högst {}", "be at most {}"),
    "minItems": ("ha minst {} värden", "have at least {} values"),
    "maxItems": ("ha högst {} värden", "have at most {} values"),
}
_ORDER: Final = {"additionalProperties": 0, "required": 2}
"""A misspelt key is told first, for it also makes the right one missing."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at a place in the data."""

    where: Where
    sv: str
    en: str


def validate(model: type[Model], schema: Schema, data: Data, chain: tuple[Source, ...], below: Where = ()) -> Model:
    """The model of data that fits its schema; for arguments and errors see `fit`."""
    fit(data, schema, chain, below)
    try:
        return model.model_validate(data)
    except ValidationError as error:  # what a schema cannot say
        detail = error.errors(include_url=False)[0]
        raise tell(_below(below, _unlike(detail["loc"], detail["msg"].removeprefix("Value error, "))), chain) from None


def fit(data: Data, schema: Schema, chain: tuple[Source, ...], below: Where = ()) -> None:
    """Holds data, which stands at `below` in its file, against a JSON Schema.

    `chain` is the file, then the files that it extends, nearest first. Raises UsageError for the first mistake.
    """
    from jsonschema import Draft202012Validator

    def turn(error: Unfit) -> tuple[int, int, Where]:  # jsonschema gives the errors below a map's keys in any order
        where = tuple(error.absolute_path)
        return _ORDER.get(str(error.validator), 1), _stating(chain, below + where).line(below + where), where

    first = min(_plain(Draft202012Validator(schema).iter_errors(data)), key=turn, default=None)
    if first is not None:
        raise tell(_below(below, _describe(first)), chain)


def tell(told: Mistake, chain: tuple[Source, ...]) -> UsageError:
    """The error for a mistake, at the file of the chain that states the place most closely."""
    source = _stating(chain, told.where)
    return mistake(source.name, source.line(told.where), told.sv, told.en)


def unknown(where: Where, name: str, known: Iterable[str], sv: str, en: str) -> Mistake:
    """A name that is none of the known; `sv` and `en` say what it should be the name of."""
    more_sv, more_en = suggest(name, known)
    return Mistake(where, f"{sv} ”{shorten(name)}”{more_sv}", f"{en} “{shorten(name)}”{more_en}")


def missing(where: Where, key: str) -> Mistake:
    """A key that must stand at `where` and does not."""
    name, inside = shorten(key), _named(where)
    if not inside:
        return Mistake(where, f"nyckeln ”{name}” saknas", f"the key “{name}” is missing")
    return Mistake(where, f"nyckeln ”{name}” saknas i ”{inside}”", f"the key “{name}” is missing in “{inside}”")


def _plain(errors: Iterable[Unfit]) -> Iterator[Unfit]:
    """The errors; where none of several alternatives fits, those of the first that is of the value's sort."""
    for error in errors:
        if error.validator == "anyOf":
            inner = error.context or []
            other = {each.relative_schema_path[0] for each in inner if _of_other_sort(each)}
            meant = min({each.relative_schema_path[0] for each in inner} - other, default=0)
            yield from _plain(each for each in inner if each.relative_schema_path[0] == meant)
        else:
            yield error


def _of_other_sort(error: Unfit) -> bool:
    return error.validator == "type" and not error.relative_path


def _describe(error: Unfit) -> Mistake:
    where, filled = tuple(error.absolute_path), cast("Any", error)  # what its types leave unset, a validator fills in
    value, part, bound = filled.instance, filled.schema, filled.validator_value
    match filled.validator:
        case "additionalProperties":
            return _unknown_key(where, value, part["properties"])
        case "required":
            return missing(where, next(key for key in bound if key not in value))
        case "enum" | "const":
            return _not_allowed(where, value, part.get("enum", [bound]))
        case "type":
            return _of_wrong_sort(where, bound, part.get("properties", ()))
        case keyword:
            return _out_of_bounds(where, value, keyword, bound)


def _unknown_key(where: Where, stated: Data, known: Data) -> Mistake:
    """A key that is not known; one that is left to state is likelier meant than one that is stated."""
    key = next(key for key in stated if key not in known)
    left = known.keys() - stated.keys()
    return unknown((*where, key), key, left if nearest(key, left) else known, "okänd nyckel", "unknown key")


def _not_allowed(where: Where, value: object, allowed: list[object]) -> Mistake:
    name, shown = _named(where), shorten(value)
    sv, en = suggest(str(value), map(str, allowed))
    return Mistake(where, f"”{name}” kan inte vara ”{shown}”{sv}", f"“{name}” cannot be “{shown}”{en}")


def _of_wrong_sort(where: Where, sort: str, keys: Iterable[str]) -> Mistake:
    name, (sv, en) = _named(where), _SORTS[sort]
    more = f": {', '.join(keys)}" if keys else ""
    return Mistake(where, f"”{name}” ska vara {sv}{more}", f"“{name}” should be {en}{more}")


def _out_of_bounds(where: Where, value: object, keyword: str, bound: object) -> Mistake:
    name, shown = _named(where), shorten(value)
    if keyword == "pattern":
        return Mistake(where, f"”{name}” är ”{shown}” men ska ha formen {bound}",
                       f"“{name}” is “{shown}” but should have the form {bound}")  # fmt: skip
    if keyword in _LIMITS:
        sv, en = _LIMITS[keyword]
        return Mistake(where, f"”{name}” ska {sv.format(bound)}", f"“{name}” should {en.format(bound)}")
    return _unlike(where, f"{keyword} {shorten(bound)}")


def _unlike(where: Where, reason: str) -> Mistake:
    name = _named(where)
    return Mistake(where, f"”{name}” stämmer inte: {reason}", f"“{name}” does not fit: {reason}")


def _stating(chain: tuple[Source, ...], where: Where) -> Source:
    """The file that states the place most closely; of several the nearest."""
    return max(chain, key=lambda source: _depth(source.data, where))


def _below(below: Where, told: Mistake) -> Mistake:
    return Mistake(below + told.where, told.sv, told.en)


def _named(where: Where) -> str:
    """A place as an error message names it: the keys, without places in lists, which the line tells."""
    return shorten(".".join(step for step in where if isinstance(step, str)))


def _depth(data: Any, where: Where) -> int:  # noqa: ANN401 - data of any shape
    """How much of the way exists in the data."""
    for passed, step in enumerate(where):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return passed
    return len(where)
