"""Fields and links that no words are left of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.editing.splitting import unwrap
from planlint.word.names import w
from planlint.word.tracing import FieldSpan
from planlint.word.values import inside

INSTRUCTIONS: Final = (w("instrText"), w("delInstrText"))
FIELD_KIND: Final = w("fldCharType")
_SHOWN_NOT: Final = {names.RUN_PROPERTIES, w("lastRenderedPageBreak")}


def clear_fields(fields: Iterable[FieldSpan]) -> None:
    """Takes away the fields that show nothing any more, with their instructions."""
    for each in fields:
        if each.begin is None or each.close is None or each.begin.getparent() is None or each.close.getparent() is None:
            continue
        content = list(_content(each.begin, each.close))
        if content and not any(shown for _, shown in content):
            for element, _ in content:
                remove_from_run(element)


def remove_from_run(element: Element) -> None:
    """Removes an element, and its run if nothing else is in it."""
    run = element.getparent()
    remove(element)
    if run is not None and run.tag == names.RUN and is_bare(run):
        remove(run)


def is_bare(run: Element) -> bool:
    """Whether a run holds nothing and is not all that a content control has."""
    parent = run.getparent()
    needed = parent is not None and parent.tag == names.CONTROL_CONTENT and len(parent) == 1
    return not needed and all(child.tag == names.RUN_PROPERTIES for child in run)


def _content(begin: Element, close: Element) -> Iterator[tuple[Element, bool]]:
    """What stands in runs from where a field begins to where it ends, and whether it is shown."""
    paragraph = next(begin.iterancestors(names.PARAGRAPH))
    begun, results = False, list[bool]()
    for element in paragraph.iter():
        begun = begun or element is begin
        parent = element.getparent()
        if not begun or parent is None or parent.tag != names.RUN or element.tag in _SHOWN_NOT:
            continue
        kind = element.get(FIELD_KIND) if element.tag == names.FIELD_CHARACTER else None
        if kind == "begin":
            results.append(False)
        elif kind == "separate" and results:
            results[-1] = True
        yield element, kind is None and element.tag not in INSTRUCTIONS and all(results)
        if kind == "end" and results:
            results.pop()
        if element is close:
            return


def clear_links(links: Iterable[Element]) -> None:
    """Takes away the links that nothing stands in any more, but for what holds no words, such as bookmarks."""
    for link in links:
        if link.getparent() is not None and next(link.iter(names.RUN), None) is None:
            unwrap(link, [child for child in inside(link) if child.tag != w("fldData")])


def is_hidden_copy(element: Element) -> bool:
    """Whether an element stands in the copy that is for programs which do not know the newer form of the same."""
    return next(element.iterancestors(names.FALLBACK), None) is not None
