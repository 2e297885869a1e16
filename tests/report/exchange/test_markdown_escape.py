"""Whatever a text holds, GitHub's Markdown shows it as words: nothing in it is a mark, a link or a mention."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planlint.report.markdown_escape import shown, shown_within
from planlint.report.printable import printable

PLACES = {
    "paragraph": "{words}",
    "under a line": "Rad\n{words}\nrad",
    "heading": "#### {words}",
    "item": "- {words}\n- sist",
    "deep item": "- ett\n  - {words}\n",
    "quote": "> {words}",
    "quote in an item": "- ett\n  > {words}\n\n  <details><summary>Varför</summary>\n\n  {words}\n\n  </details>\n",
    "table": "| a | b |\n| --- | ---: |\n| {words} | {words} |\n",
    "after words": "**Fel** {words}",
}
ALIVE = {
    "mention": r"@[\w-]",
    "issue": r"#\w",
    "other issue": r"GH-\d",
    "address": r"(?:https?:|ftp:|)//",
    "address without a beginning": r"www\.",
    "mail": r"[\w.+-]+@[\w.-]+",
    "emoji": r":[\w+-]+:",
    "commit": r"\b[0-9a-f]{7,40}\b",
    "formula": r"\$.",
}
"""What GitHub looks for in the words of a finished page, as its documentation describes it."""
LURES = (
    *("@evil", "@org/team", "a@b.se", "mailto:a@b.se", "#12", "GH-7", "org/repo#3", "org/repo@0123abc"),
    *("http://x.se", "https://x.se/a?b=c", "ftp://x", "www.x.se", "WWW.X.SE", "<http://x.se>", ":smile:", ":+1:"),
    *("0123abc", "0123456789abcdef0123456789abcdef01234567", "deadbeef1", "$x$", "$$x$$", "$`x`$"),
    *("![x](y)", "[x](y)", "[x]", "[x]: y", "[^1]", "[!NOTE]", "- [ ] x", "<b>", "</details>", "<!--", "-->", "<?x?>"),
    *("<script>alert(1)</script>", "<img src=x onerror=y>", "&amp;", "&#64;x", "&copy", "|", "||", "| --- |", "\\|"),
    *("`", "``", "```", "~~~", "~~x~~", "*x*", "**", "_x_", "__", "***", "---", "===", "+ x", "- x", "* x", "1. x"),
    *("2) x", "12345678901. x", "# x", "###### x", "> x", "\\", "\\\\", "\\`", "    x", "\t", "\n", "\r\n", "\u2028"),
    *(":--", ":-:", "-:", "=", "+", ":", "\ud800", "\u202e", "\x00", "\u200b", "å", " ", "ord", ".", "1"),
)
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def _shape(text: str) -> list[tuple[str, str]]:
    """The page's elements in order, without its words and the elements that only keep words apart."""
    flat = [(token.type, token.content) for token in _flat(PARSER.parse(text))]
    kept = [each for each in flat if each not in {("html_inline", "<span>"), ("html_inline", "</span>")}]
    bare = [(kind, content if kind in {"html_inline", "html_block"} else "") for kind, content in kept]
    return [each for each, before in zip(bare, [None, *bare], strict=False) if each != ("text", "") or before != each]


def _words(text: str) -> list[str]:
    """Every stretch of words on the page, as it is there."""
    return [token.content for token in _flat(PARSER.parse(text)) if token.type == "text" and token.content]


def _alive(page: str) -> list[tuple[str, str]]:
    """What GitHub would make something of, and what it is."""
    words = _words(page)
    return [(name, each) for name, sign in ALIVE.items() for each in words if re.search(sign, each, re.IGNORECASE)]


texts = st.lists(st.one_of(st.sampled_from(LURES), st.text(max_size=6)), min_size=1, max_size=6).map("".join)


@pytest.mark.parametrize("template", PLACES.values(), ids=PLACES)
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_any_text_comes_out_as_words(template: str, text: str) -> None:
    plain = printable(text)
    assume(plain)
    page = template.replace("{words}", shown(text, 1_000))
    assert _shape(page) == _shape(template.replace("{words}", "ord"))
    expected = "".join(_words(template.replace("{words}", "ord"))).replace("ord", plain)
    assert "".join(_words(page)) == expected
    assert not _alive(page)


@pytest.mark.parametrize("template", PLACES.values(), ids=PLACES)
def test_each_lure_alone(template: str) -> None:
    for lure in filter(printable, LURES):
        page = template.replace("{words}", shown(lure, 1_000))
        assert (lure, _shape(page)) == (lure, _shape(template.replace("{words}", "ord")))
        assert (lure, _alive(page)) == (lure, [])


def test_the_lures_are_alive_without_it() -> None:
    assert all(_alive(lure) for lure in ("@evil", "#12", "GH-7", "http://x.se", "www.x.se", ":+1:", "0123abc", "$x$"))
    assert _shape("> <b>") != _shape("> ord")


@settings(max_examples=100, deadline=None)
@given(before=texts, spot=texts, after=texts)
def test_words_in_bold_among_others(before: str, spot: str, after: str) -> None:
    assume(printable(before) and printable(spot) and printable(after))
    page = "> ”{}<b>{}</b>{}”".format(*(shown_within(each, 1_000) for each in (before, spot, after)))
    assert _shape(page) == _shape("> ”ord<b>ord</b>ord”")
    assert not _alive(page)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Förväntad nytta saknas.", "Förväntad nytta saknas."),
        ("4.2 E-arkiv", "4.2 E-arkiv"),
        ("1. Inledning", "1\\. Inledning"),
        ("- punkt", "\\- punkt"),
        ("kl. 10:30, 50 % + 3 (ungefär)!", "kl. 10:30, 50 % + 3 (ungefär)!"),
        ("plan_v2.docx", "plan\\_v2.docx"),
        ("info@bygden.se", "info<span>@</span>bygden.se"),
        ("https://bygden.se", "https:<span>/</span>/bygden.se"),
        ("R&D, A & B", "R\\&D, A & B"),
        ("Ändrat i 0123456789abc", "Ändrat i 012345<span>6789ab</span>c"),
        ("5 $", "5 <span>$</span>"),
    ],
)
def test_ordinary_words_read_well_as_they_are_written(text: str, written: str) -> None:
    assert shown(text, 100) == written


def test_long_text_loses_its_middle() -> None:
    assert shown(" ".join(f"ord{number}" for number in range(50)), 40) == "ord0 ord1 ord2 ord3 ord4 … ord48 ord49"
    assert shown("å" * 100_000, 40) == "å" * 39 + "…"
    assert shown("e" + "\u0301" * 100_000, 40) == "é" + "\u0301" * 38 + "…"
