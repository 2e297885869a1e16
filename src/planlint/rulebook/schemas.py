"""The JSON Schemas of the files that people write: made from the models, shipped, and read back to hold files against.

A framework's schema asks only for its name: a file that extends another states only what differs. What the file and
those that it extends make together is held against the model's own schema, which asks for everything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal

from pydantic import BaseModel

from planlint import resources
from planlint.model.configuration import Configuration
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.rule import Rule

Sort = Literal["rule", "own-rule", "framework", "facts", "config"]
"""The sorts of files that people write."""
Schema = Mapping[str, Any]

MODELS: Final[Mapping[Sort, type[BaseModel]]] = MappingProxyType(
    {"rule": Rule, "own-rule": Rule, "framework": Framework, "facts": PrincipleSet, "config": Configuration}
)


def path_of(sort: Sort) -> str:
    """Where the schema stands, below the folder of planlint's data."""
    return f"schemas/{sort}.schema.json"


@cache
def shipped_schema(sort: Sort) -> Schema:
    """The schema that planlint ships, which editors use too."""
    schema: Schema = json.loads((resources.data_dir() / path_of(sort)).read_text(encoding="utf-8"))
    return schema


def generate_schema(sort: Sort) -> Schema:
    """The schema as the model has it now."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **MODELS[sort].model_json_schema()}
    if sort == "framework":
        made["required"] = ["name"]
        for part in made["$defs"].values():
            part.pop("required", None)
    if sort == "own-rule":
        _loosen(made)
    return made


def _loosen(made: dict[str, Any]) -> None:
    """A rule of the user's own may say everything in one language, and one severity for every phase."""
    words, severities = made["$defs"]["Words"], made["$defs"]["Severities"]
    level = severities["properties"]["draft"]
    made["$defs"]["Words"] = {"anyOf": [{"type": "string"}, words]}
    made["$defs"]["Severities"] = {"anyOf": [level, severities]}
    made["required"] = [key for key in made["required"] if key != "kind"]
