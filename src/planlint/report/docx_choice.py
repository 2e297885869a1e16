"""Lists to choose from in Word documents that planlint makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docx.oxml import OxmlElement

from planlint.report.docx_styles import element

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

PROMPT: Final = "Placeholder Text"
"""Word's own name for the style of what a content control shows until something is chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: `title` is what it is called for those who hear it, `prompt` what it says at first."""

    title: str
    tag: str
    prompt: str
    choices: Sequence[str]


def add_choice(paragraph: Paragraph, choice: Choice, number: int, style: str) -> None:
    """The list at the end of a paragraph. `number` is its own in the document; `style` the id of the prompt's style."""
    control, properties, content = (element(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    properties.append(element("w:alias", {"w:val": choice.title}))
    properties.append(element("w:tag", {"w:val": choice.tag}))
    properties.append(element("w:id", {"w:val": str(number)}))
    properties.append(element("w:showingPlcHdr"))
    options = element("w:dropDownList")
    for each in choice.choices:
        options.append(element("w:listItem", {"w:displayText": each, "w:value": each}))
    properties.append(options)
    run, looks, text = element("w:r"), element("w:rPr"), OxmlElement("w:t")
    looks.append(element("w:rStyle", {"w:val": style}))
    text.text = choice.prompt
    run.extend((looks, text))
    content.append(run)
    control.extend((properties, content))
    paragraph._p.append(control)  # noqa: SLF001 - python-docx has no other way to what it does not know
