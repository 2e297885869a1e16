"""An answer in free text: what it says, sentence by sentence, at what it names of the plan.

What decides, the strongest first: the plan's own words in quotation marks; the first thing that a sentence names by
number, code or title ('mål 2A och 2B' stands at 2A, and its text names the other); the heading that it stands under;
a page. What a sentence only mentions ('se avsnitt 5') decides nothing under a heading. Sentences without a reference
go with those before them in the paragraph, and the first ones with those after. No sentence is split.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planlint.consult.answers.envelope import open_letter
from planlint.consult.answers.leads import has_own_numbers
from planlint.consult.answers.lines import lines_of
from planlint.consult.answers.margin import comment_views
from planlint.consult.answers.plain import plain_document
from planlint.consult.answers.quotations import wanted
from planlint.consult.answers.references import LONGEST, find_pointers
from planlint.consult.answers.targets import Targets
from planlint.consult.answers.walk import Draft, Walk, whole_sentences
from planlint.language.folding import fold
from planlint.model.consultation import Aside, Said, Sent, Told, ViewKind
from planlint.model.document import Document
from planlint.model.returned import Returned

__all__ = ["plain_document", "read_letter"]

_ASKED: Final = re.compile(r"\?[”’\"')\]»\s]*$")


def read_letter(document: Document, sent: Sent, returned: Returned | None = None) -> Told:
    """What a letter says of the plan, who it says that it is from, and when it was written.

    `returned` is the same file with its tracked changes and comments, where it is a Word file; `document` is then its
    final reading. Changes are read as accepted and counted into the view that they stand in or nearest to.
    """
    targets = Targets(sent)
    lines = lines_of(document)
    texts = [line.text.text for line in lines]
    leads = not has_own_numbers([f"{line.number} {line.text.text}".strip() for line in lines], targets)
    spared = frozenset(i for i, text in enumerate(texts) if _refers(text, targets))
    title = sent.plan.control.title.text if sent.plan.control.title else ""
    senders = [one.text.text for one in sent.plan.control.statements if one.key == "responsible"]
    envelope = open_letter(texts, title, senders, spared)
    walk = Walk(targets, leads=leads)
    walk.read([line for index, line in enumerate(lines) if index not in envelope.asides])
    drafts = _gathered(walk.drafts, targets)
    said = _with_marks([_view(draft) for draft in drafts], drafts, returned)
    said += comment_views(returned.document.comments, targets) if returned else []
    apart = [*(lines[index].text for index in envelope.asides), *walk.asides]
    return Told(
        form="letter",
        said=tuple(said),
        respondent=envelope.respondent,
        dated=envelope.dated,
        asides=tuple(Aside(text.text) for text in sorted(apart, key=lambda text: (text.paragraph, text.start))),
        revisions=sum(change.marks for change in returned.changes) if returned else 0,
        comments=len(returned.document.comments) if returned else 0,
        addresses=returned.addresses if returned else {},
    )


def _refers(text: str, targets: Targets) -> bool:
    """Whether a line names something in the plan, so that it is no part of a letter's head."""
    return any(not one.weak for one in find_pointers(fold(text[:LONGEST]).text, targets))


def _gathered(drafts: Sequence[Draft], targets: Targets) -> list[Draft]:
    """The drafts, those of them made one that are about the plan as a whole and follow each other under one heading."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        whole = draft.loose and draft.pointed.spot is targets.spots[0]
        if before and whole and before.loose and before.pointed == draft.pointed and before.section == draft.section:
            before.pieces.extend(draft.pieces)
        else:
            kept.append(draft)
    return kept


def _view(draft: Draft) -> Said:
    text = draft.text
    return Said(
        kind=_kind(draft),
        way="letter",
        spot=draft.pointed.spot,
        quote=draft.pointed.quote,
        text=text,
        proposal="\n".join(text[start:end] for start, end in wanted(text)),
        place=draft.pieces[0][0],
        why=draft.pointed.why,
    )


def _kind(draft: Draft) -> ViewKind:
    """A question where each sentence asks; what else it is, a letter does not say."""
    said = [sentence for piece, _ in draft.pieces for sentence in whole_sentences(piece)]
    return "question" if all(_ASKED.search(sentence.text) for sentence in said) else "statement"


def _with_marks(said: list[Said], drafts: Sequence[Draft], returned: Returned | None) -> list[Said]:
    """The views with the tracked marks of their paragraphs; others go to the one before."""
    marks: Counter[int] = Counter()
    firsts = [draft.pieces[0][0].paragraph for draft in drafts]
    by_paragraph = {piece.paragraph: i for i, draft in reversed(list(enumerate(drafts))) for piece, _ in draft.pieces}
    for change in returned.changes if returned else ():
        inside = change.place.part == "document"
        nearest = max(0, bisect_right(firsts, change.paragraph) - 1) if inside else 0
        marks[by_paragraph.get(change.paragraph, nearest) if inside else nearest] += change.marks
    if marks and not said:
        return [Said("formatting", "tracked", None, marks=marks.total(), why="no-place")]
    return [replace(each, marks=marks[index]) for index, each in enumerate(said)]
