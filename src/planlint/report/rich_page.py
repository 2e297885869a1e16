"""What rich lays out, trees and Markdown, as text on a page."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType

from planlint.report.page import Page


def render_rich(content: RenderableType, page: Page) -> str:
    """The content within the page's width, no white space at a line's end."""
    out = StringIO()
    console = Console(
        file=out,
        width=page.width,
        color_system="standard" if page.color else None,
        force_terminal=page.color,
        no_color=not page.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(content)
    return "".join(f"{each.rstrip()}\n" for each in out.getvalue().split("\n")[:-1])
