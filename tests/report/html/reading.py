"""Pages read back as a browser reads them."""

from collections.abc import Iterator

from lxml import etree, html

from planlint.model.rule import Language

Element = etree._Element  # noqa: SLF001 -- lxml has no public name for what all its trees are made of
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = (*HEADINGS, "p", "li", "dt", "dd", "summary", "q", "th", "td")
_BLOCKS = frozenset({*_LINES, "ul", "ol", "blockquote", "details", "div", "section", "article", "table"})


def read(page: str) -> Element:
    """The page as a tree."""
    return html.document_fromstring(page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def said(element: Element, language: Language = "sv") -> str:
    """The words that a reader of the language sees, on one line."""
    return " ".join("".join(_words(element, language)).split())


def outline(element: Element, language: Language) -> str:
    """What a reader of the language meets in order: a line for each heading, paragraph, item, quotation and cell."""
    lines = []
    for each in element.iter(*_LINES):
        own = " ".join("".join(_words(each, language, whole=False)).split())
        if own and not any(_is_hidden(above, language) for above in each.iterancestors()):
            lines.append(f"{each.tag} {own}\n")
    return "".join(lines)


def find(element: Element, path: str) -> list[Element]:
    """Every element that an XPath finds."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]  # noqa: SLF001 -- as above


def only(element: Element, path: str) -> Element:
    """The one element that an XPath finds."""
    (found,) = find(element, path)
    return found


def skeleton(element: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Every element in order with the names of its attributes."""
    return [(str(each.tag), tuple(sorted(map(str, each.keys())))) for each in element.iter(etree.Element)]


def _is_hidden(element: Element, language: Language) -> bool:
    return element.get("class") == "t" and element.get("lang") != language


def _words(element: Element, language: Language, *, whole: bool = True) -> Iterator[str]:
    if element.tag in {"script", "style"} or _is_hidden(element, language):
        return
    yield element.text or ""
    for child in element:  # our pages have no comments
        if whole or child.tag not in _BLOCKS:
            yield from _words(child, language, whole=whole)
        yield child.tail or ""
