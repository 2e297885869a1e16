"""What every JSON view is made of: strict frozen models, words that UTF-8 can hold, and a place."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from planlint.model.finding import Location
from planlint.model.places import path_of
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.report.printable import encodable

SCHEMA_VERSION = "1"

Words = Annotated[str, BeforeValidator(encodable)]
Count = Annotated[int, Field(ge=0)]


class View(BaseModel):
    """A part of a versioned view: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LocationView(View):
    """Where something stands: the headings and label above it, then the words and their place in the file."""

    path: tuple[Words, ...]
    part: Words
    """The part of the file: "document", or a header, a footer, the notes."""
    paragraph: Count
    """Which paragraph of the part, from 0."""
    start: Count
    end: Count
    quote: Words


def view_location(location: Location) -> LocationView:
    """A finding's location as programs see it."""
    place = location.place
    return LocationView(
        path=location.path,
        part=place.part,
        paragraph=place.paragraph,
        start=place.start,
        end=place.end,
        quote=place.text,
    )


def locate(place: Text, plan: Plan) -> LocationView:
    """The location of a leaf of the plan."""
    return view_location(Location(path_of(plan.landmarks, place), place))
