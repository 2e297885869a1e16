"""Values from the file, bounded: no number in it may decide how long a loop runs or how much memory is taken."""

from __future__ import annotations

from lxml.etree import _Element as Element

from planlint.word.names import VALUE


def inside(element: Element) -> list[Element]:
    """The elements inside, in order. lxml's iterator takes up to five times as long."""
    return element[:]  # type: ignore[index, return-value]  # lxml's stubs know no slices


def by_name(element: Element) -> dict[str, Element]:
    """The elements inside by name; of several with one name the last."""
    return {child.tag: child for child in inside(element)}


def attributes_of(element: Element) -> dict[str, str]:
    """The element's attributes by name."""
    return {str(name): str(value) for name, value in element.items()}


def value_of(element: Element | None) -> str | None:
    """An element's w:val; None where it states none or is not there."""
    return None if element is None else element.get(VALUE)


def child_value(element: Element, path: str) -> str | None:
    """The w:val of the first child at the path, None where there is none."""
    child = element.find(path)
    return None if child is None else child.get(VALUE)


def whole(text: str | None, default: int, low: int, high: int) -> int:
    """The integer that the text states, kept between `low` and `high`; `default` where it states none."""
    try:
        number = int(text) if text else default
    except ValueError:
        number = default
    return min(max(number, low), high)


def switched_on(text: str | None) -> bool:
    """The value of an on-off property that is there: on unless it says otherwise."""
    return text not in {"0", "false", "off", "none"}
