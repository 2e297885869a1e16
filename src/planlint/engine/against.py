"""The plan that project cards are held against: read and recognised once, and no document of the run."""

from __future__ import annotations

from pathlib import Path

from planlint.errors import InputError, UsageError
from planlint.intake import Source, is_folder, read_bytes, read_document
from planlint.model.document import Reading
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook


def read_against(path: Path, reading: Reading, framework: Framework | None, rulebook: Rulebook) -> Plan:
    """The plan in a file, by the framework asked for if that is one for plans, else by its own.

    Raises InputError where the file cannot be read, UsageError where it is a folder or no plan.
    """
    if is_folder(path):
        raise UsageError(
            f"Planen att jämföra med (”{path}”) är en mapp. Ange planens fil.",
            f"The plan to compare with (“{path}”) is a folder. Name the plan's file.",
        )
    try:
        source = Source(path, str(path))
        document = read_document(source, read_bytes(source), reading)
    except InputError as error:
        raise InputError(
            error.code,
            f"Planen att jämföra med (”{path}”) går inte att läsa: {error.sv}",
            f"The plan to compare with (“{path}”) cannot be read: {error.en}",
        ) from None
    own = framework if framework and framework.kind == "plan" else choose_framework(document, rulebook.frameworks)
    plan = recognise(document, own, rulebook.principles(own))
    if plan.kind != "plan":
        raise UsageError(
            f"Planen att jämföra med (”{path}”) är ingen plan: ramverkens kapitel finns inte i den.",
            f"The plan to compare with (“{path}”) is no plan: it has none of the chapters of the frameworks.",
        )
    return plan
