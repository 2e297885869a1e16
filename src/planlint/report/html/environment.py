"""How a page is made of a template: everything escaped, nothing undefined, nothing from outside the page."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from planlint import __version__
from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.html.words import both, counted, own
from planlint.report.printable import printable_piece

STYLES: Final = ("page.css", "matrix.css", "comparison.css", "compilation.css", "account.css", "print.css")
"""The style sheets that every page carries, in order."""
SCRIPTS: Final = ("page.js",)


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around a page's contents: its title in the tab, and the language that shows first."""

    title: str
    language: Language


def render(template: str, shell: Shell, **contents: object) -> str:
    """The page as one self-contained file. The same contents give the same bytes."""
    return _environment().get_template(template).render(shell=shell, **contents)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["both"] = both
    environment.globals.update(own=own, counted=counted, version=__version__)
    environment.globals.update(styles=_asset(STYLES), script=_asset(SCRIPTS), policy=_policy())
    return environment


def _shown(value: object) -> object:
    """What a template prints: words in both languages, and nothing that steers, for anyone may have written it."""
    if isinstance(value, Words):
        return both(value)
    return printable_piece(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(names: tuple[str, ...]) -> Markup:
    """Files that the page carries inside itself, as they are."""
    folder = files(__package__) / "assets"
    return Markup("".join((folder / name).read_text(encoding="utf-8") for name in names))  # noqa: S704 -- our own files


def _policy() -> str:
    """What a browser may run and show: the page's own style sheet and script, known by their digests, and no more."""
    return (
        f"default-src 'none'; style-src {_digest(_asset(STYLES))}; script-src {_digest(_asset(SCRIPTS))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
