"""Words made safe for GitHub's Markdown: they come out as words, whatever they hold.

Two things can bring text to life. Marks are read where the text is parsed (CommonMark and the GFM extensions): a
backslash stops them, since any ASCII punctuation may have one. What readers look for in the words of a finished page,
no backslash stops: mentions, references to issues and commits, addresses, emoji, formulas. They look at one stretch of
words at a time, so a part of it is put in an element of its own, as GitHub advises for a dollar sign. The words stay as
they are, also when they are copied.
"""

from __future__ import annotations

import re
from typing import Final

from planlint.report.passage import middle_out
from planlint.report.printable import printable

_SPECIAL: Final = re.compile(
    r"""
    (?P<commit> (?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z]) )
    | (?P<live>
        @(?=[\w.-])             # a mention, an address of mail
      | [#](?=\w)               # an issue
      | (?<=GH)-(?=\d)        # the same in another way
      | /(?=/)                  # an address
      | (?<=www)\.            # one without its beginning
      | :(?=[\w+-]+:)           # an emoji's name
      | [$]                     # a formula
      )
    | (?P<mark> [\\`*_\[\]<>|~#] | &(?=[#\w]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOO_FEW: Final = 6
"""Characters that name no commit."""
_AT_START: Final = re.compile(r"^(\d+)(?=[.)](?: |$))|^(?=[-+=:])")
"""What begins an item of a list, or makes a heading, a rule or a table of the lines around it."""


def shown(text: str, most: int) -> str:
    """The text on one line and at most that long, to stand anywhere but in code: in a table, first on a line.

    `most` is in cells, and in characters where they have no width. What is longer loses its middle.
    """
    return _AT_START.sub(lambda found: f"{found[1] or ''}\\", shown_within(text, most))


def shown_within(text: str, most: int) -> str:
    """The same after other words on its line."""
    words = middle_out(printable(text), most)
    return _SPECIAL.sub(_harmless, words if len(words) <= most else f"{words[: most - 1]}…")


def _harmless(found: re.Match[str]) -> str:
    words = found[0]
    if found.lastgroup == "mark":
        return f"\\{words}"
    if found.lastgroup == "live":
        return _apart(words)
    pieces = (words[start : start + _TOO_FEW] for start in range(0, len(words), _TOO_FEW))
    return "".join(_apart(piece) if number % 2 else piece for number, piece in enumerate(pieces))


def _apart(words: str) -> str:
    return f"<span>{words}</span>"
