"""A walk through a letter's lines, which gives each sentence the place in the plan that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile
from typing import Final

from planlint.consult.answers.decide import decide
from planlint.consult.answers.leads import Lead, read_lead
from planlint.consult.answers.lines import DEEPEST, ENDS, Line
from planlint.consult.answers.phrases import ANAPHORA, ASKS, BACK, CLOSES, HOLLOW, ON_WHOLE, SAYS
from planlint.consult.answers.quotations import QUOTED
from planlint.consult.answers.targets import Pointed, Targets
from planlint.language.sentences import sentences
from planlint.model.text import Text

LONGEST_LEAD: Final = 200
"""Characters of a line that only says what follows is about, with the title of what it names."""
LONGEST_COLUMN: Final = 3
"""Words of a column's name."""

_QUOTE_MARKS: Final = '”“"„»«'


@dataclass(slots=True)
class Draft:
    """A view in the making: where it leads, and the stretches of the letter that it is made of, each as it is shown.

    `section` counts the letter's headings before it.
    """

    pointed: Pointed
    pieces: list[tuple[Text, str]]
    section: int
    loose: bool = False
    """Whether nothing says where it belongs but that nothing else does."""

    @property
    def text(self) -> str:
        """All its words, a line for each stretch."""
        return "\n".join(words for _, words in self.pieces)


@dataclass(slots=True)
class Walk:
    """The walk's state: the headings above, what the last paragraph was about, and whether anything was named yet."""

    targets: Targets
    leads: bool
    drafts: list[Draft] = field(default_factory=list)
    asides: list[Text] = field(default_factory=list)
    _above: list[tuple[int, Pointed]] = field(default_factory=list)
    _last: Pointed | None = None
    _named: bool = False
    _section: int = 0

    def read(self, lines: Sequence[Line]) -> None:
        """Go through the lines; what they say is in `drafts` then, and what is no view in `asides`."""
        at = 0
        while at < len(lines):
            at += self._take(lines, at)

    def _take(self, lines: Sequence[Line], at: int) -> int:
        """Read what begins at a line; how many lines that was."""
        first = lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else None
        if first.row is not None:
            row = _while(lines, at, lambda line: line.row == first.row)
            self._row(row)
            return len(row)
        if self._heading(first, after):
            return 1
        if first.item:
            items = _while(lines, at, _is_item)
            self._items(items, self._base, None)
            return len(items)
        own = [first, *([after] if after and first.text.text.endswith(":") and _is_quotation(after) else [])]
        items = _while(lines, at + len(own), _is_item)
        self._paragraph(own, items)
        return len(own) + len(items)

    @property
    def _base(self) -> Pointed | None:
        return self._above[-1][1] if self._above else None

    def _decide(self, text: str, base: Pointed | None) -> Pointed | None:
        return decide(text, self.targets, base.spot if base else None, leads=self.leads)

    def _heading(self, line: Line, after: Line | None) -> bool:
        """Take the line as a heading, where it is one: what follows stands under it."""
        if line.item or (line.level is None and len(line.text.text) > LONGEST_LEAD):
            return False
        level = line.level or DEEPEST
        inside = next((each for at, each in reversed(self._above) if at < level), self._base)
        lead = read_lead(_numbered(line), self.targets, inside.spot if inside else None, leads=self.leads)
        pure = lead is not None and lead.pure
        if line.level is None and not (pure and after and not after.item and not line.text.text.endswith(ENDS)):
            return False
        self._open(level, _quoting(lead, line) if lead else None, inside)
        if not pure and SAYS.search(line.text.text):
            self._add(self._base or self.targets.whole, line.text)
        elif not pure:
            self.asides.append(line.text)
        return True

    def _open(self, level: int, pointed: Pointed | None, inside: Pointed | None) -> None:
        """Begin what stands under a heading; one that names nothing ends what stood on its level.

        A label on the level of its intervention's own heading leaves that above it, for the next label.
        """
        part = pointed is not None and pointed.spot is not None and bool(pointed.spot.part)
        if part and inside and self._above and self._above[-1] == (level, inside) and not _is_part(inside):
            level += 1
        self._above = [each for each in self._above if each[0] < level]
        if pointed is not None:
            self._above.append((level, pointed))
        self._section += 1
        self._last = None
        self._named = False

    def _row(self, lines: list[Line]) -> None:
        """A row of a table: a cell that only names something tells what the others are about."""
        cells = [list(inside) for _, inside in groupby(lines, key=lambda line: line.cell)]
        for cell in cells if len(cells) > 1 else ():
            lead = read_lead(" ".join(line.text.text for line in cell), self.targets, None, leads=True)
            if lead and lead.pure:
                others = (line for other in cells if other is not cell for line in other)
                rest = [line for line in others if any(map(str.isalnum, line.text.text))]  # not '–'
                if not rest:
                    continue
                told = self._decide("\n".join(line.text.text for line in rest), lead.pointed)
                pieces = [(line.text, line.text.text) for line in rest]
                self.drafts.append(Draft(self._inside(told, lead.pointed), pieces, self._section))
                return
        if len(cells) > 1 and all(len(line.text.text.split()) <= LONGEST_COLUMN for line in lines):
            self.asides.extend(line.text for line in lines)
        else:
            for line in lines:
                self._paragraph([line], [])

    def _inside(self, told: Pointed | None, home: Pointed) -> Pointed:
        """The first where it says more of the same place, else the second."""
        if told is None or told.spot is None or home.spot is None:
            return home
        return told if told.spot.index in self.targets.beneath(home.spot) else home

    def _paragraph(self, lines: list[Line], items: list[Line]) -> None:
        """A paragraph with the wording that it announces, if it does, and the items under it."""
        text = lines[0].text
        if CLOSES.match(text.text):
            self._above = [each for each in self._above if each[0] < DEEPEST]
        runs = self._runs(text)
        named = any(pointed for pointed, _ in runs)
        for pointed, words in runs:
            self._add(pointed or self._base or self._loose(words.text), words, loose=not (pointed or self._base))
        last = self.drafts[-1]
        for line in lines[1:]:
            last.pieces.append((line.text, line.text.text))
        inherited = last.pointed if named else self._base
        self._items(items, inherited, last if items and text.text.endswith(":") else None)

    def _runs(self, text: Text) -> list[tuple[Pointed | None, Text]]:
        """The paragraph cut between sentences that are about different things, each stretch with what it is about.

        None stands for nothing that the words name.
        """
        runs: list[tuple[Pointed | None, int, int]] = []
        for sentence in whole_sentences(text):
            told = self._decide(sentence.text, self._base)
            before = runs[-1] if runs else None
            if before and told and before[0] and ANAPHORA.match(sentence.text) and not told.quote:
                told = None  # 'Detta påverkar även insats 4.3' goes on with what stands before it
            opened = self._base is not None or (before is not None and before[0] is not None)
            if before and (told is None or (before[0] is None and not opened) or _same(told, before[0])):
                kept = before[0] if told is None or (before[0] and before[0].quote) else told
                runs[-1] = (kept, before[1], sentence.end)
            else:
                runs.append((told, sentence.start, sentence.end))
        return [(told, text.cut(start - text.start, end - text.start)) for told, start, end in runs]

    def _loose(self, text: str) -> Pointed:
        """Where words belong that name nothing and stand under nothing."""
        back = BACK.match(text.strip())
        if back and self._last and self._last.spot and back.lastgroup in {"any", self._last.spot.sort}:
            return self._last
        if not self._named or ON_WHOLE.search(text):
            return self.targets.whole
        return Pointed(None, "no-place")

    def _items(self, items: list[Line], inherited: Pointed | None, announced: Draft | None) -> None:
        """A list. Items that name nothing and are no sentences are one with the paragraph that announces them.

        So are those that lean on what it says; where it says nothing itself, it is no view.
        """
        told = [self._decide(item.said, self._base) for item in items]
        announcing = whole_sentences(announced.pieces[-1][0])[-1] if announced else None
        hollow = announcing is None or bool(HOLLOW.search(announcing.text) and not ASKS.search(announcing.text))
        bare = [item for item, pointed in zip(items, told, strict=True) if pointed is None and not item.depth]
        leaning = bool(bare) and (not hollow or not all(_is_sentence(item.said) for item in bare))
        joined = announced if leaning else None
        lead = "" if hollow or announcing is None else f"{announcing.text} "
        if announced and announcing and not joined:
            self._take_out(announced, announcing)
            self.asides.extend(() if lead else (announcing,))
        above: list[tuple[int, Draft]] = []
        for item, pointed in zip(items, told, strict=True):
            above = [each for each in above if each[0] < item.depth]
            home = above[-1][1] if above else None
            if pointed is None and (home or joined) and not (home and _is_sentence(item.said)):
                (home or joined or self.drafts[-1]).pieces.append((item.text, f"– {item.words}"))
            else:
                words = item.words if home else f"{lead}{item.words}"
                place = pointed or (home.pointed if home else inherited or self._loose(item.words))
                self._add(place, item.text, words, named=pointed is not None)
                above.append((item.depth, self.drafts[-1]))

    def _take_out(self, draft: Draft, last: Text) -> None:
        """Leave the announcing sentence out of its view, and the view where nothing is left of it."""
        piece = draft.pieces[-1][0]
        rest = piece.cut(0, last.start - piece.start).strip()
        draft.pieces[-1:] = [(rest, rest.text)] if rest else []
        if not draft.pieces:
            self.drafts.remove(draft)

    def _add(
        self, pointed: Pointed, text: Text, words: str | None = None, *, loose: bool = False, named: bool = True
    ) -> None:
        self.drafts.append(Draft(pointed, [(text, text.text if words is None else words)], self._section, loose))
        if named and not loose and pointed.spot is not self.targets.spots[0]:
            self._last, self._named = pointed, True


def whole_sentences(text: Text) -> tuple[Text, ...]:
    """The sentences of a paragraph; one that ends inside quotation marks goes on to where they close."""
    quoted = [found.span() for found in QUOTED.finditer(text.text)]
    kept: list[Text] = []
    for sentence in sentences(text):
        if kept and any(start < kept[-1].end - text.start < end for start, end in quoted):
            kept[-1] = text.cut(kept[-1].start - text.start, sentence.end - text.start)
        else:
            kept.append(sentence)
    return tuple(kept) or (text,)


def _while(lines: Sequence[Line], start: int, holds: Callable[[Line], bool]) -> list[Line]:
    """The lines from `start` as long as they hold."""
    return list(takewhile(holds, (lines[index] for index in range(start, len(lines)))))


def _is_item(line: Line) -> bool:
    return line.item and line.row is None


def _is_quotation(line: Line) -> bool:
    return line.text.text[0] in _QUOTE_MARKS and line.row is None


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.rstrip('”"’)').endswith((".", "?", "!"))


def _is_part(pointed: Pointed) -> bool:
    return pointed.spot is not None and bool(pointed.spot.part)


def _same(one: Pointed, other: Pointed | None) -> bool:
    return other is not None and one.spot is other.spot and one.why == other.why


def _quoting(lead: Lead, line: Line) -> Pointed:
    """Where a heading leads; where that is nowhere, with its words, which nothing else tells."""
    return lead.pointed if lead.pointed.spot else replace(lead.pointed, quote=line.text.text)


def _numbered(line: Line) -> str:
    """The line with its automatic number before it."""
    return f"{line.number} {line.text.text}" if line.number and line.level is not None else line.text.text
