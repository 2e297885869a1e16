"""Plans of any length, grown from a real one: `python -m benchmarks.plans PAGES OUT.docx [SAMPLE.docx]`.

A longer plan has more sections in its chapters: more background, focus areas with goals, interventions that serve them,
and a row in the contents for each. So does a grown one. Every round adds a copy of each numbered section up to the last
intervention, with fresh titles, goal codes and bookmarks, and no sentence twice; styles, numbering, headers and every
other part are kept.

With `other` for PAGES: a plan of the sample's size in other sentences, to warm up on.

A page is 1,500 characters of text: LibreOffice lays a plan that has grown to 200 such pages out on about as many.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from planlint.config import Config
from planlint.engine import examine, prepare
from planlint.intake import Source
from planlint.model.plan import Heading, Plan
from planlint.rulebook import load

SAMPLE: Final = Path(__file__).resolve().parent.parent / "samples" / "norradalen-plan.docx"
MAIN: Final = "word/document.xml"
PAGE: Final = 1500
"""Characters on a page: headings, short lines and tables leave much of it white."""
LAST_AREA: Final = 99
"""A goal's code has room for two digits: beyond this, goals are added to the focus areas that are there."""
LABEL: Final = 40
"""Characters: what is longer is no label, and may have more words."""
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the sample: its heading, the body's blocks that it takes, its goals' codes, and its contents row."""

    heading: Heading
    chapter: str
    blocks: tuple[Element, ...]
    first: int
    """The body's paragraph with which it begins."""
    goals: dict[int, str]
    """Codes of the goals that it defines, by paragraph."""
    links: dict[int, str]
    """Codes of the goals that it refers to with their words, by paragraph."""
    row: Element | None


@dataclass
class Growth:
    """A plan while it grows: what a round copies, and where in the body the next copy goes."""

    sections: tuple[Section, ...]
    areas: int
    ends: dict[str, Element] = field(default_factory=dict)
    """The last block of each chapter's sections."""
    rows: dict[str, Element] = field(default_factory=dict)
    """The last row of each chapter in the contents."""
    numbers: Counter[str] = field(default_factory=Counter)
    """How many sections each chapter has."""
    goals: dict[int, list[Element]] = field(default_factory=dict)
    """The paragraphs of each focus area's goals, by its ordinal."""

    def add_round(self, stage: int) -> Iterator[int]:
        """Add one more of every section; after each, tell how many characters it brought."""
        codes: dict[str, str] = {}
        for section in self.sections:
            copies = tuple(deepcopy(block) for block in section.blocks)
            inside = dict(enumerate(_paragraphs(copies), section.first))
            goals = [(inside[index], code) for index, code in section.goals.items()]
            if goals:
                self.areas += 1
            for paragraph, code in goals:
                codes[code] = self._code(paragraph, fits=self.areas <= LAST_AREA)
            for index, code in (section.goals | section.links).items():
                _replace(inside[index], code, codes.get(code, code))
            for index, paragraph in inside.items():
                if index == section.first or index in section.goals or _length(paragraph) > LABEL:
                    _append(paragraph, f", etapp {stage}")
            if goals and self.areas > LAST_AREA:
                yield sum(_length(paragraph) for paragraph, _ in goals)
                continue
            _rename_bookmarks(copies, stage)
            self._place(section, copies)
            self._add_row(section, stage)
            yield sum(_length(block) for block in copies)

    def _code(self, paragraph: Element, *, fits: bool) -> str:
        """A fresh code for a goal, which goes below the goals of its area where it cannot come with an area."""
        area = self.areas if fits else (self.areas - 1) % LAST_AREA + 1
        there = self.goals.setdefault(area, [])
        if not fits:
            there[-1].addnext(paragraph)
        there.append(paragraph)
        return f"{area}{LETTERS[len(there) - 1]}"

    def _place(self, section: Section, copies: tuple[Element, ...]) -> None:
        for block in copies:
            self.ends[section.chapter].addnext(block)
            self.ends[section.chapter] = block
        self.numbers[section.chapter] += 1

    def _add_row(self, section: Section, stage: int) -> None:
        if section.row is None:
            return
        row = deepcopy(section.row)
        _replace(row, section.heading.number or "", f"{section.chapter}.{self.numbers[section.chapter]}")
        _replace(row, section.heading.title, f"{section.heading.title}, etapp {stage}")
        for link in row.iter(f"{_W}hyperlink"):
            link.set(f"{_W}anchor", f"{link.get(f'{_W}anchor')}_{stage}")
        for instruction in row.iter(f"{_W}instrText"):
            instruction.text = re.sub(r"(PAGEREF \S+)", rf"\1_{stage}", instruction.text or "")
        self.rows[section.chapter].addnext(row)
        self.rows[section.chapter] = row


def grow(sample: Path, pages: int) -> bytes:
    """The sample as a Word file of at least so many pages, the same bytes every time; itself if it has as many.

    Raises ValueError where planlint finds no numbered sections in the sample to add to.
    """
    parts, root = _open(sample)
    missing = pages * PAGE - _length(root)
    if missing > 0:
        growth = _begin(root, _recognise(sample))
        for stage in count(2):
            for added in growth.add_round(stage):
                missing -= added
                if missing <= 0:
                    break
            if missing <= 0:
                break
    return _pack(parts, root)


def reword(sample: Path) -> bytes:
    """The sample with the words of its sentences in the opposite order: a plan of the same size in other sentences."""
    parts, root = _open(sample)
    for paragraph in _paragraphs((root,)):
        if _length(paragraph) > LABEL:
            for text in paragraph.iter(f"{_W}t"):
                text.text = " ".join(reversed((text.text or "").split(" ")))
    return _pack(parts, root)


def pages_of(data: bytes) -> float:
    """How many pages a Word file's body has."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _length(etree.fromstring(archive.read(MAIN))) / PAGE


def _recognise(sample: Path) -> Plan:
    outcome = examine(Source(sample, sample.name), prepare(Config(), load()), check=False)
    if outcome.plan is None:
        raise ValueError(f"{sample.name}: {outcome.error.message if outcome.error else 'no plan'}")
    return outcome.plan


def _begin(root: Element, plan: Plan) -> Growth:
    """The plan's sections found in its body."""
    body = root[0]
    paragraphs = list(_paragraphs((body,)))
    sections = tuple(_section(body, paragraphs, plan, heading) for heading in _growing(plan))
    if not sections:
        raise ValueError("the sample has no numbered section to add to")
    growth = Growth(sections, len(plan.focus_areas))
    for section in sections:
        growth.ends[section.chapter] = section.blocks[-1]
        growth.numbers[section.chapter] += 1
        if section.row is not None:
            growth.rows[section.chapter] = section.row
    growth.goals = {area.ordinal: [paragraphs[goal.text.paragraph] for goal in area.goals] for area in plan.focus_areas}
    return growth


def _growing(plan: Plan) -> Iterable[Heading]:
    """The headings of numbered sections up to the last intervention."""
    last = plan.interventions[-1].heading.place.paragraph if plan.interventions else -1
    return (h for h in plan.headings if h.level == 2 and h.number and h.place.paragraph <= last)  # noqa: PLR2004 - chapter, section


def _section(body: Element, paragraphs: list[Element], plan: Plan, heading: Heading) -> Section:
    first = heading.place.paragraph
    after = (h.place.paragraph for h in plan.headings if h.place.paragraph > first and h.level <= heading.level)
    end = next(after, len(paragraphs) - 1)
    blocks = list(body)
    inside = blocks[body.index(_block(body, paragraphs[first])) : body.index(_block(body, paragraphs[end]))]
    links = (link for intervention in plan.interventions for link in intervention.links if link.text)
    row = next((r for r in plan.contents if (r.number, r.title) == (heading.number, heading.title)), None)
    return Section(
        heading=heading,
        chapter=(heading.number or "").split(".")[0],
        blocks=tuple(inside),
        first=first,
        goals={g.text.paragraph: g.code for g in plan.goals if first < g.text.paragraph < end},
        links={link.place.paragraph: link.code for link in links if first < link.place.paragraph < end},
        row=None if row is None else paragraphs[row.place.paragraph],
    )


def _block(body: Element, paragraph: Element) -> Element:
    """The body's own block that holds a paragraph."""
    return next(element for element in (paragraph, *paragraph.iterancestors()) if element.getparent() is body)


def _paragraphs(blocks: Iterable[Element]) -> Iterator[Element]:
    return (paragraph for block in blocks for paragraph in block.iter(f"{_W}p"))


def _length(element: Element) -> int:
    return sum(len(text.text or "") for text in element.iter(f"{_W}t"))


def _append(paragraph: Element, words: str) -> None:
    """Put words at a paragraph's end, before a full stop."""
    last = [text for text in paragraph.iter(f"{_W}t") if text.text][-1]
    kept = (last.text or "").removesuffix(".")
    last.text = kept + words + (last.text or "")[len(kept) :]


def _replace(element: Element, old: str, new: str) -> None:
    """Put one word for another where it first stands; words that are cut up in runs, or automatic, stay."""
    holder = next((text for text in element.iter(f"{_W}t") if old in (text.text or "")), None)
    if holder is not None:
        holder.text = (holder.text or "").replace(old, new, 1)


def _rename_bookmarks(blocks: Iterable[Element], stage: int) -> None:
    for block in blocks:
        for mark in block.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
            mark.set(f"{_W}id", f"{mark.get(f'{_W}id')}{stage:04}")
            if mark.get(f"{_W}name"):
                mark.set(f"{_W}name", f"{mark.get(f'{_W}name')}_{stage}")


def _open(sample: Path) -> tuple[dict[str, bytes], Element]:
    """A Word file's parts, and the root of the main one."""
    with zipfile.ZipFile(sample) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return parts, etree.fromstring(parts[MAIN])


def _pack(parts: Mapping[str, bytes], root: Element) -> bytes:
    main = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, main if name == MAIN else data)
    return buffer.getvalue()


def main(pages: str, out: str, sample: str = str(SAMPLE)) -> None:
    """Write a plan of so many pages and say how long it is."""
    data = reword(Path(sample)) if pages == "other" else grow(Path(sample), int(pages))
    Path(out).write_bytes(data)
    print(f"{pages_of(data):.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
