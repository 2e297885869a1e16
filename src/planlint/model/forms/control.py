"""How a document states what it is: labels of its control fields, its history's columns, its classes."""

from __future__ import annotations

from planlint.model.words import Strict, Words


class ControlField(Strict):
    """Something that a document says of itself: every form of its label, matched after normalisation."""

    title: Words
    forms: tuple[str, ...] = ()
    required: bool = False


class HistoryColumns(Strict):
    """Headings of the version history's columns."""

    version: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()


class ControlForms(Strict):
    """What a document says of itself, and where. `fields` keeps its order for reports."""

    fields: dict[str, ControlField] = {}
    """By key; the keys that recognition and rules name: title, subtitle, version, date, adopted, responsible, history,
    validity, classification."""
    columns: HistoryColumns = HistoryColumns()
    sections: tuple[str, ...] = ()
    """Headings under which a document says what it is ('Dokumentstyrning')."""
    contents: tuple[str, ...] = ()
    """The headings of the table of contents itself."""
    states: tuple[str, ...] = ()
    """What a document is called on its way to a decision ('remissversion'): a date right after it is the document's."""
    itself: tuple[str, ...] = ()
    """What a document of this kind calls itself in running text ('handlingsplanen')."""
    classes: tuple[str, ...] = ()
    """Words that are an information class by themselves ('öppen information')."""
    scales: tuple[str, ...] = ()
    """What is classified by levels ('konfidentialitet'), and what the levels are called ('nivå', 'klass')."""
    levels: tuple[str, ...] = ()
    """The levels of those scales ('0', 'hög')."""
