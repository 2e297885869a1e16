"""Words that plans of a kind use, may use and should not use."""

from __future__ import annotations

from planlint.model.words import Strict


class Variants(Strict):
    """Names of one thing.

    They are whole words, blind to case; a star at the end stands for any ending ("finansiär*"). Without `names`, each
    of the `slips` is wrong by itself.
    """

    names: tuple[tuple[str, ...], ...] = ()
    """Names that may be used, though only one in a document; the forms of one name together, the best name first."""
    slips: tuple[str, ...] = ()
    """What is wrong wherever it stands: misspelt, or another thing's name."""
    unless: tuple[str, ...] = ()
    """Phrases in which one of the names means something else, and does not count ("svenska medborgar*")."""


class TermForms(Strict):
    """Words that plans of a kind use, may use and should not use."""

    abbreviations: tuple[str, ...] = ()
    """Abbreviations that need no explanation here."""
    well_known: dict[str, tuple[str, ...]] = {}
    """Abbreviations that need none anywhere, by a key of one's own."""
    words: tuple[str, ...] = ()
    """Words that are spelled right here though a dictionary lacks them; names of products and places too."""
    vocabulary: dict[str, tuple[str, ...]] = {}
    """The words of the domain that a dictionary lacks, by a key of one's own."""
    misspellings: dict[str, str] = {}
    """Misspelt words and what is meant, both in small letters; a star at the end stands for any ending."""
    variants: dict[str, Variants] = {}
    """By a key of one's own."""
    ordinary: tuple[str, ...] = ()
    """Documents and bodies that everybody knows, in their first form: a glossary need not explain them."""
