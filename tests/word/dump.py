"""A document's structure as lines that can be compared and kept: no sentences, only lengths and short hashes of them.

`python -m tests.word.dump FOLDER` writes the golden files of tests/word/golden anew from the plans in the folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from planlint.model.document import Block, Document, Paragraph, Reading
from planlint.model.text import Text
from planlint.word import read

GOLDEN = Path(__file__).parent / "golden"
READINGS: tuple[Reading, ...] = ("final", "original")


def dump(document: Document) -> str:
    """One line a paragraph, cell border, change and comment."""
    lines = [f"{document.reading}: {document.paragraphs} w:p, {_short(repr(document.properties))}"]
    lines += _blocks(document.body, "")
    for part in document.parts:
        lines.append(f"{part.name} {part.kind} {part.note}".rstrip())
        lines += _blocks(part.blocks, "  ")
    for each in document.revisions:
        lines.append(f"{each.kind} {_short(each.author)} {each.date} {_place(each.place)}")
    for comment in document.comments:
        anchor = _place(comment.anchor) if comment.anchor else "nowhere"
        told = f"{_short(comment.author)} {comment.date} {_short(comment.text)}"
        lines.append(f"comment {comment.id} {told} {anchor} {comment.parent or '-'} {comment.resolved}")
    lines += [f"unread {each.what} {_place(each.place)}" for each in document.unread]
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield indent + _paragraph(block)
            yield from _blocks(block.boxes, indent + "  box ")
            continue
        yield f"{indent}table"
        for row in block.rows:
            yield f"{indent}- row{' header' if row.header else ''}"
            for cell in row.cells:
                yield f"{indent}  - cell {cell.span}{' continues' if cell.continues else ''}"
                yield from _blocks(cell.blocks, indent + "    ")


def _paragraph(paragraph: Paragraph) -> str:
    facts = {
        "level": paragraph.level,
        "number": paragraph.number,
        "list": paragraph.list_level,
        "bullet": paragraph.bullet or None,
        "contents": paragraph.contents_level,
        "marks": " ".join(f"{mark.kind}:{mark.start}-{mark.end}" for mark in paragraph.marks) or None,
        "links": " ".join(f"{link.kind}:{link.start}-{link.end}:{_short(link.target)}" for link in paragraph.links)
        or None,
        "notes": " ".join(f"{note.part}:{note.note}@{note.offset}" for note in paragraph.notes) or None,
        "bookmarks": " ".join(paragraph.bookmarks) or None,
    }
    stated = "".join(f" {name}={value}" for name, value in facts.items() if value is not None)
    return f"{paragraph.content.paragraph} {paragraph.style} {_words(paragraph.text)}{stated}"


def _place(place: Text) -> str:
    return f"{place.part}:{place.paragraph}:{place.start} {_words(place.text)}"


def _words(text: str) -> str:
    return f"{len(text)}/{_short(text)}" if text else "0"


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def goldens(plans: Path) -> Iterator[tuple[Path, str]]:
    """Each golden file and what should stand in it: every plan, in both readings where it has changes."""
    for plan in sorted(plans.glob("*.docx")):
        for reading in READINGS:
            document = read(plan.read_bytes(), reading)
            if reading == "final" or document.revisions:
                yield GOLDEN / f"{plan.stem}.{reading}.txt", dump(document)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for path, content in goldens(Path(sys.argv[1])):
        path.write_text(content, encoding="utf-8")
