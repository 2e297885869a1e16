"""A file as Word on the web leaves it: ids on every paragraph, accounts for names, comments in four parts."""

from __future__ import annotations

from samples.source.nodes import name, node
from samples.source.package import Package

_OFFICE = "http://schemas.microsoft.com/office"
_IDS = f"{_OFFICE}/word/2016/wordml/cid"
_EXTENSIBLE = f"{_OFFICE}/word/2018/wordml/cex"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def as_on_the_web(made: Package, dates: list[tuple[str, str]]) -> Package:
    """The file with the marks of Word on the web; `dates` are the comments' paragraph ids and times, in order."""
    made.document.set(name("mc:Ignorable"), "w14")
    for index, paragraph in enumerate(made.document.iter(name("w:p"))):
        paragraph.set(name("w14:paraId"), f"{0x1A00_0000 + index * 7:08X}")
        paragraph.set(name("w14:textId"), "77777777")
        first = paragraph.find(name("w:r"))
        if first is not None and index % 5 == 0:
            first.addprevious(node("w:proofErr", {"w:type": "spellStart"}))
            first.addnext(node("w:proofErr", {"w:type": "spellEnd"}))
    made.add("commentsIds.xml", "commentsIds", f"{_OFFICE}/2016/09/relationships/commentsIds", _ids(dates))
    made.add(
        "commentsExtensible.xml",
        "commentsExtensible",
        f"{_OFFICE}/2018/08/relationships/commentsExtensible",
        _extensible(dates),
    )
    return made


def _ids(dates: list[tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<w16cid:commentId w16cid:paraId="{paragraph}" w16cid:durableId="{_durable(index)}"/>'
        for index, (paragraph, _) in enumerate(dates)
    )
    return f'{_HEAD}<w16cid:commentsIds xmlns:w16cid="{_IDS}">{rows}</w16cid:commentsIds>'.encode()


def _extensible(dates: list[tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<w16cex:commentExtensible w16cex:durableId="{_durable(index)}" w16cex:dateUtc="{date}"/>'
        for index, (_, date) in enumerate(dates)
    )
    return f'{_HEAD}<w16cex:commentsExtensible xmlns:w16cex="{_EXTENSIBLE}">{rows}</w16cex:commentsExtensible>'.encode()


def _durable(index: int) -> str:
    return f"{0x2B00_0000 + index * 11:08X}"
