r"""The same Document from Markdown: for rule examples, and for people who write their plan in it.

The first `#` is the title, `##` a chapter, `###` a section or an intervention; a bold line is a label. What a reader
of the rendered page sees is the text: markup is gone, a line that goes on is a space, a hard break is `\n`, and so are
`<br>` and a break above a label. HTML comments are no text, and those that speak to planlint are the document's
comments; other raw HTML is read as the characters it is made of. Pictures have no words.
"""

from planlint.markdown.reader import LIMIT, MARKER, read

__all__ = ["LIMIT", "MARKER", "read"]
