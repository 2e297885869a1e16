"""What a project card says: its fields, the goals that it links to, its deliverables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class CardField:
    """A field of the card by the framework's key; `values` are its lines, without a label of their own."""

    key: str
    label: Text
    values: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CardLink:
    """A reference to a goal: `code` is normalised, '' where only the goal's words stand; `text` is its words."""

    code: str
    place: Text
    text: Text | None


@dataclass(frozen=True, slots=True)
class CardPeriod:
    """When the work is done, as written. `place` is the whole statement; `start` or `end` is None where it has none.

    Where one word says both ('2027', 'hösten 2027'), both are that word. `first` and `last` are the days that they
    name, None where a day does not exist or cannot be told.
    """

    place: Text
    start: Text | None
    end: Text | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Deliverable:
    """What the work hands over: its name, and what is said of it where that stands apart."""

    name: Text
    descriptions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project card. `place` is its title, or the first words where it has none.

    `fields` stand in the order written. `unplaced` are labels that the framework does not know.
    """

    place: Text
    number: str | None
    title: Text | None
    fields: tuple[CardField, ...]
    links: tuple[CardLink, ...] = ()
    period: CardPeriod | None = None
    deliverables: tuple[Deliverable, ...] = ()
    background: tuple[Text, ...] = ()
    unplaced: tuple[Text, ...] = ()

    @property
    def id(self) -> str:
        """The number as a reader sees it, or the title where it has none."""
        return self.number or (self.title.text if self.title else "")

    def field(self, key: str) -> CardField | None:
        """The first field with that key that holds something, else the first with that key, else None."""
        found = [one for one in self.fields if one.key == key]
        return next((one for one in found if one.values), found[0] if found else None)

    def values(self, key: str) -> tuple[Text, ...]:
        """All values of all fields with that key."""
        return tuple(value for one in self.fields if one.key == key for value in one.values)
