"""The Document from markdown-it's tokens: what is open, and the blocks so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.errors import InputError
from planlint.markdown.inline import render, take_break
from planlint.model.document import (
    Block,
    Cell,
    Comment,
    Document,
    Paragraph,
    Properties,
    Reading,
    Row,
    Table,
    Unread,
)
from planlint.model.suppression import accepted_by
from planlint.model.text import Text

if TYPE_CHECKING:
    from markdown_it.token import Token

LIMIT = 8 * 1024 * 1024
"""The most that is read, in bytes of UTF-8: some two thousand pages."""

MARKER = "<!-- planlint -->"
"""What planlint's own reports in Markdown begin with: unseen by people, and by it programs know one again."""

_NESTING = 60
"""Lists and quotations inside each other that are followed; markdown-it stops at what lies deeper, sometimes for the
rest of the text. Thirty lists inside each other are far from any plan, and keep the recursion well within bounds."""

_BRACKETS = 10_000
"""Opening brackets in a text up to which they are looked at as links: each costs up to 0.1 ms. No plan has so many."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[ \t#-][^\n]*\n|[\w-]+[ \t]*:[^\n]*\n|\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_PROPERTIES = {"title": "title", "titel": "title", "lang": "language", "language": "language", "språk": "language"}
_LEAVES = frozenset({"inline", "fence", "code_block"})
"""The tokens that are paragraphs."""
_ABOVE_LABEL = re.compile(r"(?<=[^\s|])(?=\n {0,3}(?:\*\*|__)?[A-ZÅÄÖ][\w-]{0,40}(?: [\w-]{1,40}){0,4}:)")
"""The end of a line above one that begins with a label ("Ansvarig: …"): its author means a line of its own."""


def read(text: str, reading: Reading = "final") -> Document:
    """The Document that a Markdown text is. Markdown has no tracked changes: `reading` is only noted.

    Raises InputError ("too-large") for more than `LIMIT` bytes. Nothing else in a text is an error.
    """
    if len(text) > LIMIT or len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise InputError(
            "too-large",
            f"filen är större än {LIMIT // 1024**2} MB; dela upp den",
            f"the file is larger than {LIMIT // 1024**2} MB; split it",
        )
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    properties, content = _split_front_matter(whole)
    before = whole.count("\n", 0, len(whole) - len(content))
    content, said, taken = _take_comments(content)
    walk = _Walk()
    for token in _parse(content):
        walk.take(token)
    return Document(
        source="markdown",
        reading=reading,
        body=tuple(walk.body),
        paragraphs=len(walk.texts),
        comments=tuple(walk.comment(str(index), *each) for index, each in enumerate(said)),
        unread=tuple(walk.unread),
        properties=properties,
        own=whole.startswith(MARKER),
        lines=tuple(1 + before + line for line in _lines_with([first for first, _ in walk.lines], taken)),
    )


def _lines_with(lines: Iterable[int], taken: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The lines, which go up, counted in the text from which nothing had been taken yet."""
    left, lost = list(reversed([*taken])), 0
    for line in lines:
        while left and left[-1][0] <= line:
            lost += left.pop()[1]
        yield line + lost


def _parse(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")
    parser.inline.ruler.before("autolink", "html_break", take_break)
    if text.count("[") > _BRACKETS:
        parser.disable(["link", "image"])
    return parser.parse(_ABOVE_LABEL.sub("  ", text))


def _split_front_matter(text: str) -> tuple[Properties, str]:
    """What a block of `key: value` lines between `---` says of the file, and the text after it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return Properties(), text
    fields = {key.casefold(): value.strip("\"'") for key, value in _FIELD.findall(found[1])}
    return Properties(**{_PROPERTIES[k]: v for k, v in fields.items() if k in _PROPERTIES}), text[found.end() :]


def _take_comments(text: str) -> tuple[str, list[tuple[int, str]], list[tuple[int, int]]]:
    """The text without HTML comments, and those that speak to planlint, each with the line of that text where it stood.

    One that is never closed stays, so that nothing vanishes unseen. The third list tells how many lines are gone:
    from which line of the text left, and how many.
    """
    kept: list[str] = []
    said: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    at = line = 0
    begins = True
    """Whether nothing is left before the comment on its line."""
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        line += text.count("\n", at, start)
        above, on_line = kept[-1].rpartition("\n")[1:]
        begins = not on_line.strip() and (begins or bool(above))
        words = text[start + 4 : end]
        if accepted_by(words) is not None:
            said.append((line, words.strip()))
        if lost := words.count("\n"):
            taken.append((line if begins else line + 1, lost))
        at = end + 3
    return "".join([*kept, text[at:]]), said, taken


@dataclass
class _List:
    """A list that is open: what its next item is numbered, and what stands after the number."""

    ordered: bool
    number: int = 1
    delimiter: str = "."


@dataclass
class _Walk:
    """The walk over markdown-it's tokens, which lie flat: what is open, and the blocks so far."""

    body: list[Block] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    """The paragraphs' words."""
    lines: list[tuple[int, int]] = field(default_factory=list)
    """The lines of the file that each paragraph stands on, first and one past the last."""
    outer: list[tuple[int, int]] = field(default_factory=list)
    """Where each block that lies in no other begins: its line, and its first paragraph."""
    unread: list[Unread] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    item: _List | None = None
    """The list whose item has begun and has no paragraph yet: the next one carries its bullet or number."""
    heading: int = 0
    title: Paragraph | None = None
    rows: list[list[Cell]] | None = None

    def take(self, token: Token) -> None:
        """Go one token on."""
        if token.nesting == 1 and token.level >= _NESTING - 1:
            self.note_depth()
        self.note_lines(token)
        match token.type:
            case "inline":
                self.place(render(token.children or [], self.next_text))
            case "fence" | "code_block":
                self.place(Paragraph(self.next_text(token.content.rstrip("\n"))))
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "bullet_list_open" | "ordered_list_open":
                start = token.attrs.get("start", 1)
                self.lists.append(_List(token.type == "ordered_list_open", int(start), token.markup))
                self.item = None
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item = self.lists[-1]
            case "list_item_close":
                self.lists[-1].number += 1
                self.item = None
            case "table_open" | "tr_open" | "table_close":
                self.take_table(token.type)

    def take_table(self, kind: str) -> None:
        """Open or close a table, or begin a row. The first row is the header row: Markdown has no table without."""
        if kind == "table_open":
            self.rows = []
        elif self.rows is not None and kind == "tr_open":
            self.rows.append([])
        elif self.rows is not None:
            self.body.append(Table(tuple(Row(tuple(row), header=i == 0) for i, row in enumerate(self.rows))))
            self.rows = None

    def next_text(self, words: str) -> Text:
        """The words as the next paragraph of the file."""
        self.texts.append(Text("document", len(self.texts), 0, words))
        return self.texts[-1]

    def note_lines(self, token: Token) -> None:
        """Remember which lines the coming paragraph, or the block in no other that begins here, stands on."""
        first, end = token.map or (self.lines[-1] if self.lines else (0, 0))
        if token.level == 0 and token.nesting >= 0:
            if self.outer and self.outer[-1][1] == len(self.texts):
                self.outer.pop()
            self.outer.append((first, len(self.texts)))
        if token.type in _LEAVES:
            self.lines.append((first, end))

    def comment(self, identifier: str, line: int, words: str) -> Comment:
        """A comment that stood on a line: about the paragraph there, a row's cells all, or else the next block."""
        first = last = bisect_right(self.lines, line, key=lambda lines: lines[0])
        if first and line < self.lines[first - 1][1]:
            last = first - 1
            first = bisect_left(self.lines, self.lines[last][0], key=lambda lines: lines[0])
        elif first < len(self.texts):
            block = bisect_right(self.outer, line, key=lambda outer: outer[0])
            begins, ends = [*(at for _, at in self.outer[block : block + 2]), *(len(self.texts),) * 2][:2]
            last = ends - 1 if begins == first else first
        else:
            return Comment(identifier, "", "", words)
        return Comment(identifier, "", "", words, self.texts[first], until=last if last > first else None)

    def note_depth(self) -> None:
        """Say that something lies deeper than is read: beside the last paragraph that was."""
        unread = Unread("too-deep", Text("document", max(len(self.texts) - 1, 0), 0, ""))
        if unread not in self.unread[-1:]:
            self.unread.append(unread)

    def place(self, paragraph: Paragraph) -> None:
        """Put a paragraph where the walk is: in a cell, as a heading, as an item of a list, or by itself."""
        if self.rows is not None:
            self.rows[-1].append(Cell((paragraph,)))
            return
        after_title = self.title is not None and self.body[-1] is self.title
        if self.heading:
            paragraph = self.as_heading(paragraph)
        elif self.item:
            paragraph = _as_item(paragraph, self.item, len(self.lists) - 1)
        elif after_title and paragraph.wholly("italic"):
            paragraph = replace(paragraph, style="subtitle")
        self.heading, self.item = 0, None
        self.body.append(paragraph)

    def as_heading(self, paragraph: Paragraph) -> Paragraph:
        """The first `#` as the title; `##` as level 1 and so on; a later `#` as a chapter, so that none is lost."""
        if self.heading == 1 and self.title is None:
            self.title = replace(paragraph, style="title")
            return self.title
        level = max(self.heading - 1, 1)
        return replace(paragraph, style=f"heading {level}", level=level)


def _as_item(paragraph: Paragraph, of: _List, level: int) -> Paragraph:
    """The first paragraph of a list's item, numbered as the reader sees it: '1' for '1.', '1)' for '1)'."""
    number = f"{of.number}{of.delimiter.replace('.', '')}" if of.ordered else None
    return replace(paragraph, list_level=level, bullet=not of.ordered, number=number)
