"""How the plan cites the document that it leans on: by version, and by who answers for it at the plan's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.folding import fold
from planlint.language.normalise import normalise
from planlint.model.control import Control
from planlint.model.finding import Hit
from planlint.model.framework import PrincipleSet
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_VERSION = re.compile(r"\b(?:version(?:en)?|ver\.?|v\.?) ?\d+(?:\.\d+)*\b", re.IGNORECASE)
_DATE = re.compile(r"\b\d{4}(?:-\d{2}-\d{2})?\b")


class CitationOptions(Strict):
    """`before`, `after`: how many paragraphs around the document's name may state its version and owner."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class _Citations:
    """Where the plan names the document, and what stands there or near it."""

    named: list[Text]
    versioned: bool
    owners: dict[str, Text]
    """Owners named in the same paragraph, and where."""
    near: set[str]
    """Owners named in the same paragraph or near it."""


def uncertain_source(node: Plan, scope: Scope, options: CitationOptions) -> Iterator[Hit]:
    """A plan that cites the principles' document without version or owner, or with an owner that no longer had it.

    One hit for the plan. A single mention that says it, or the paragraphs around one, is enough.
    """
    if scope.principles is None:
        return
    found = _citations(node.texts, scope.principles, options)
    date = _date(node.control)
    former = [owner for owner in scope.principles.owners if date and owner.until and owner.until <= date]
    present = [owner for owner in scope.principles.owners if owner not in former]
    owned = any(owner.name in found.near for owner in present)
    if not found.named or (owned and found.versioned):
        return
    words = {"document": scope.principles.document}
    stated = next((owner for owner in former if owner.name in found.owners), None)
    if stated and present and not owned and date:
        case = "former" if found.versioned else "former-unversioned"
        now = {"current": present[-1].name, "since": present[-1].since, "date": date}
        yield Hit(found.owners[stated.name], case, {**words, "owner": stated.name, **now})
        return
    yield Hit(found.named[0], "owner" if found.versioned else "version" if owned else "neither", words)


def _citations(texts: tuple[Text, ...], principles: PrincipleSet, options: CitationOptions) -> _Citations:
    forms = tuple(normalise(form) for form in principles.document_forms)
    named: list[Text] = []
    owners: dict[str, Text] = {}
    near: set[str] = set()
    versioned = False
    for index, text in enumerate(texts):
        plain = normalise(text.text)
        cited = _find(text, principles.document_forms) if any(form in plain for form in forms) else None
        if cited is None:
            continue
        named.append(cited)
        around = [text, *texts[max(0, index - options.before) : index], *texts[index + 1 : index + 1 + options.after]]
        versioned = versioned or any(_VERSION.search(other.text) for other in around)
        for owner in principles.owners:
            spot = _find(text, owner.forms)
            if spot:
                owners.setdefault(owner.name, spot)
            if spot or any(_find(other, owner.forms) for other in around):
                near.add(owner.name)
    return _Citations(named, versioned, owners, near)


def _find(text: Text, forms: tuple[str, ...]) -> Text | None:
    """Where one of the forms stands in the text as whole words, case and kinds of white space apart."""
    folded = fold(text.text)
    pattern = "|".join(re.escape(form).replace(r"\ ", " +") for form in forms)
    found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", folded.text, re.IGNORECASE) if forms else None
    return text.cut(*folded.stretch(*found.span())) if found else None


def _date(control: Control) -> str | None:
    """The plan's date in ISO 8601, or its year where only that can be read; else the year in which its period begins.

    A year alone comes before every day of it, so an owner of that year is never taken for a former one.
    """
    found = _DATE.search(control.date.text) if control.date else None
    return found.group() if found else control.period[0] if control.period else None


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "uncertain_source": CheckSpec(
            uncertain_source,
            Plan,
            {
                **dict.fromkeys(("neither", "owner", "version"), holes("document")),
                **dict.fromkeys(
                    ("former", "former-unversioned"), holes("document", "owner", "current", "since", "date")
                ),
            },
            CitationOptions,
        ),
    }
)
"""By the names that rule files use."""
