"""Everything that came back on a plan, put together by the plan's own elements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, get_args

from planlint import engine
from planlint.consult.answers.read import read_answer
from planlint.consult.cells import identify, told_cells
from planlint.consult.conflicts import changing, find_conflicts
from planlint.consult.gather import gather
from planlint.consult.respondents import Response, anonymise, list_invited, name_respondents
from planlint.consult.wording import Wording
from planlint.errors import InputError
from planlint.intake import Source, read_bytes
from planlint.model.consultation import (
    Answer,
    Calendar,
    Compilation,
    Entry,
    Holder,
    Said,
    Sent,
    Told,
    ViewKind,
)
from planlint.model.edit import Add, AddRow, Edit
from planlint.model.outcome import Trouble
from planlint.model.rule import Language

_KINDS: Final[dict[ViewKind, int]] = {kind: index for index, kind in enumerate(get_args(ViewKind))}


@dataclass(frozen=True, slots=True)
class _File:
    """A file that came back, as it was read."""

    path: str
    sha256: str
    told: Told | None
    error: Trouble | None = None


def compile_answers(  # noqa: PLR0913 - what a compilation may be asked for, each by its name
    sent: Sent,
    sources: Iterable[Source],
    *,
    given: Mapping[str, str],
    invited: tuple[str, ...],
    calendar: Calendar,
    anonymous: bool,
    debug: bool = False,
) -> Compilation:
    """What the answers say, one row a view, in the order of the plan; what stands at no element comes last.

    `given` tells by file, as `Source.shown` has it, who the answer is from. `invited` are those who were asked. A file
    that cannot be read is told with its reason, and the rest goes on; with `debug`, a fault of ours goes through. The
    texts and ids of the rows are in the run's language. The order of the files decides nothing but which of two views
    comes first that are alike in all that a row shows.
    """
    files = [_read(source, sent, debug=debug) for source in sources]
    responses = name_respondents([(file.path, file.told) for file in files], given, invited)
    everyone = list_invited(invited, responses)
    if anonymous:
        responses = anonymise(responses, invited, sent.run.language)
    return Compilation(
        sent,
        tuple(_answer(file, response) for file, response in zip(files, responses, strict=True)),
        tuple(_entries(sent, responses, sent.run.language)),
        everyone,
        calendar,
        anonymous=anonymous,
    )


def _read(source: Source, sent: Sent, *, debug: bool) -> _File:
    """One file. Never raises for what is in it."""
    sha256 = ""
    try:
        data = read_bytes(source)
        sha256 = hashlib.sha256(data).hexdigest()
        return _File(source.shown, sha256, read_answer(replace(source, content=data), sent))
    except InputError as error:
        return _File(source.shown, sha256, None, engine.tell_trouble(error, sent.run.language))
    except Exception as error:  # one file's fault must not stop the others
        if debug:
            raise
        fault = engine.internal_fault(error)
        return _File(source.shown, sha256, None, engine.tell_trouble(fault, sent.run.language))


def _answer(file: _File, response: Response) -> Answer:
    last = max(_days(response.told), default=None) if response.told else None
    return Answer(response.path, file.sha256, response.respondents, response.told, last, file.error)


def _days(told: Told) -> Iterator[date]:
    """The days that the file states, of itself and of what is said in it; what is no date is passed over."""
    if told.dated:
        yield told.dated
    for said in told.said:
        for written in (said.date, *(reply.date for reply in said.replies)):
            try:
                yield date.fromisoformat(written[:10])
            except ValueError:
                continue


def _entries(sent: Sent, responses: Sequence[Response], language: Language) -> Iterator[Entry]:
    """The rows, numbered, with those that contradict each other."""
    wording = Wording(sent)
    views = gather(_holders(responses), wording)
    views.sort(key=lambda view: _order(view, wording))
    for number, (view, against) in enumerate(zip(views, find_conflicts(views, wording), strict=True), start=1):
        entry = Entry(number, "", view, tuple(index + 1 for index in against))
        yield replace(entry, id=identify(told_cells(entry, language)))


def _holders(responses: Sequence[Response]) -> Iterator[Holder]:
    for index, response in enumerate(responses):
        for respondent, said in zip(response.each, response.told.said if response.told else (), strict=True):
            yield Holder(respondent, index, _with_goal(said))


def _with_goal(said: Said) -> Said:
    """A new wording for a whole goal, with the goal's words beside it: a form and a letter seldom repeat them."""
    spot = said.spot
    alone = said.way in {"form", "letter"} and said.proposal and not said.quote
    return replace(said, quote=spot.title) if alone and spot and spot.sort == "goal" and not spot.part else said


def _order(view: Sequence[Holder], wording: Wording) -> tuple[object, ...]:
    """By spot, place in the plan, kind and respondent, then by what is said; what has no spot comes last."""
    said = view[0].said
    spot = (0, said.spot.index) if said.spot else (1, 0)
    names = tuple(holder.respondent.casefold() for holder in view)
    return *spot, _place(changing(view), wording), _KINDS[said.kind], names, said.quote, said.text, said.proposal


def _place(said: Said, wording: Wording) -> tuple[bool, str, int, int]:
    """Where in the plan a view is about: what it changes, else what it quotes, else where its spot begins."""
    if said.edits:
        return min(map(_place_of, said.edits))
    found = wording.find(said.quote, said.spot) if said.spot else None
    place = found or (said.spot.place if said.spot else None) or said.place
    return (place.part != "document", place.part, place.paragraph, place.start) if place else (True, "", 0, 0)


def _place_of(edit: Edit) -> tuple[bool, str, int, int]:
    """Where an edit is; what is added comes after the paragraph that it is put after."""
    if isinstance(edit, Add | AddRow):
        return False, "document", edit.after, 2**31
    return edit.place.part != "document", edit.place.part, edit.place.paragraph, edit.place.start
