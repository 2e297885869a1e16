"""The plan as it was sent out, read once for everything that a consultation does with it."""

from __future__ import annotations

from dataclasses import replace

from planlint import engine
from planlint.config import Config
from planlint.consult.spots import list_spots
from planlint.errors import InputError
from planlint.intake import Source, read_bytes, read_document
from planlint.model.consultation import Sent
from planlint.model.outcome import Outcome
from planlint.model.rule import Language
from planlint.rulebook import Rulebook


def read_sent(source: Source, config: Config, rulebook: Rulebook) -> Sent:
    """The plan in a file, held against the rules. Raises InputError where it cannot be read."""
    data = read_bytes(source)
    run = engine.run((replace(source, content=data),), config, rulebook)
    outcome = run.outcomes[0]
    if outcome.plan is None:
        raise _unread(outcome, run.language)
    framework = engine.prepare(config, rulebook).framework or rulebook.framework(outcome.plan.framework)
    document = read_document(source, data, config.reading)
    return Sent(run, data, document, outcome.plan, framework, list_spots(outcome.plan))


def _unread(outcome: Outcome, language: Language) -> InputError:
    """Why the plan could not be read, told with its name."""
    error = outcome.error
    if error is None:
        raise ValueError(outcome.path)
    told = (error.message, error.translation) if language == "sv" else (error.translation, error.message)
    return InputError(error.code, *(f"{outcome.path}: {each}" for each in told))
