"""What comes to a compilation that people have begun to fill in when late answers are taken in, in whatever format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planlint.consult.basis import has_content, pair_files
from planlint.consult.cells import digest_of, name_spot, told_cells
from planlint.consult.table.counts import Counted, CountLine
from planlint.consult.table.rows import Found, split_number, state_pattern
from planlint.errors import InputError
from planlint.language.normalise import normalise
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import TOLD, FilledTable
from planlint.model.rule import Language
from planlint.report.consultation.compilation_told import BasisRow, name, tell, tell_remarks
from planlint.texts import say


@dataclass(frozen=True, slots=True)
class Late:
    """The table as it stands, a compilation of the answers that are at hand now, and what of them is late."""

    table: FilledTable
    compilation: Compilation
    entries: tuple[Entry, ...]

    @property
    def language(self) -> Language:
        """The table's, whatever language the run is in."""
        return self.table.language

    def cells(self, entry: Entry) -> Mapping[str, str]:
        """What a late entry's row says, by columns; remarks a line each."""
        told: dict[str, str] = dict(zip(TOLD, told_cells(entry, self.language), strict=True))
        remarks = "\n".join(each.in_language(self.language) for each in tell_remarks(entry))
        return {**told, "number": str(entry.number), "id": entry.id, "remark": remarks}

    def chapter(self, entry: Entry) -> int:
        """The chapter of an entry, by its spot's index; what stands nowhere comes after all chapters."""
        spot = entry.said.spot
        return len(self.compilation.sent.spots) if spot is None else spot.chapter

    def chapters(self, rows: Sequence[Found]) -> list[int | None]:
        """The chapter of each row by the element that it names; None where the plan has no such element."""
        spots = self.compilation.sent.spots
        known = {normalise(name_spot(spot, self.language)): spot.chapter for spot in reversed(spots)}
        known[normalise(say("cell-not-placed", self.language))] = len(spots)
        return [known.get(normalise(row.cell("element"))) for row in rows]

    def title(self, chapter: int) -> str:
        """What a chapter is called over its table."""
        spots = self.compilation.sent.spots
        if chapter >= len(spots):
            return say("compilation-not-placed", self.language)
        return name(name_spot(spots[chapter], self.language))

    def files(self) -> Iterator[tuple[int | None, Mapping[str, str]]]:
        """The files that are new, or have another content than the table says, by columns.

        Each with its index among the table's, None for a new one.
        """
        rows = tell(self.compilation).basis[1:]
        for index, answer in pair_files(self.table, self.compilation):
            if answer is None:
                continue
            sha256 = self.compilation.answers[answer].sha256
            if index is None or not has_content(self.table.basis[index], sha256):
                yield index, self._file(rows[answer])

    def has_state(self, words: str) -> bool:
        """Whether a text has the line with the digest."""
        return state_pattern(self.language).search(words) is not None

    def state(self, words: str) -> str:
        """The line with the digest brought up to date; the very line where nothing is late."""
        found = state_pattern(self.language).search(words)
        if found is None or not self.entries:
            return words
        ids = [*(row.id for row in self.table.rows if row.id), *(entry.id for entry in self.entries)]
        highest = max(self.table.views, *(entry.number for entry in self.entries))
        line = say("table-digest", self.language, number=highest, digest=digest_of(ids))
        return words[: found.start()] + line + words[found.end() :]

    def counts(self, rows: Sequence[Found], known: Sequence[CountLine]) -> Mapping[Counted, Mapping[str, int]]:
        """How many more there are of everything that is counted, by its name."""
        new = [answer for index, answer in pair_files(self.table, self.compilation) if index is None]
        told = [self.compilation.answers[each].told for each in new if each is not None]
        said = Counter(each for entry in self.entries for each in entry.respondents)
        listed = {normalise(line.label) for line in known if line.counted == "by-respondent"}
        whose = (self.compilation.answers[each].respondents for each in new if each is not None)
        for each in (each for group in whose for each in group):
            said.setdefault(each, 0)
        numbers = {
            "answers": len(new),
            "respondents": sum(normalise(name(each)) not in listed for each in said),
            "views": len(self.entries),
            "unplaced": sum(entry.said.spot is None for entry in self.entries),
            "contradicted": self._contradicted(rows),
            "asides": sum(len(each.asides) for each in told if each),
        }
        return {
            "numbers": {say(f"compilation-{key}", self.language): number for key, number in numbers.items()},
            "by-kind": Counter(say(f"view-{entry.said.kind}", self.language) for entry in self.entries),
            "by-respondent": {name(each): number for each, number in said.items()},
            "by-chapter": Counter(self.title(self.chapter(entry)) for entry in self.entries),
            "by-element": Counter(name(name_spot(entry.said.spot, self.language)) for entry in self.entries),
        }

    def _contradicted(self, rows: Sequence[Found]) -> int:
        """How many rows contradict others, and did not before."""
        lead = say("remark-against", self.language, numbers="")
        before = {split_number(row)[0] for row in rows if lead in f"{row.cell('kind')}\n{row.cell('remark')}"}
        touched = {str(number) for entry in self.entries for number in (*entry.against, entry.number) if entry.against}
        return len(touched - before)

    def _file(self, row: BasisRow) -> Mapping[str, str]:
        return {
            "respondent": row.whose.in_language(self.language),
            "file": row.path,
            "revisions": row.revisions,
            "comments": row.comments,
            "views": row.views,
            "digest": row.digest,
        }

    def answered(self) -> frozenset[str]:
        """Those whose answers have come, as a list of those who have not would name them."""
        whose = (each for answer in self.compilation.answers for each in answer.respondents)
        return frozenset(normalise(name(each)) for each in whose)


def no_rows() -> InputError:
    """For a compilation that has no row that new ones can look like."""
    return InputError(
        "unreadable",
        "Sammanställningen har ingen rad som nya rader kan likna. Gör om den med ”planlint consult compile”.",
        "The compilation has no row that new ones can look like. Make it anew with “planlint consult compile”.",
    )
