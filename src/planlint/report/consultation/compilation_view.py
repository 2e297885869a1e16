"""`consult compile` as JSON: the view of a compilation that other programs rely on."""

from __future__ import annotations

from typing import Literal

from planlint.model.comparison import CauseKind, Sort
from planlint.model.consultation import AnswerForm, ViewKind, Way, Why
from planlint.model.document import Reading
from planlint.model.rule import Language
from planlint.report.check_view import FindingView, ToolView, TroubleView
from planlint.report.view import Count, View, Words


class CompilationRunView(View):
    """What the run was asked for; `anonymous` where organisations stand in the place of persons."""

    phase: Literal["utkast", "remiss", "publicering"]
    lang: Language
    anonymous: bool


class SentView(View):
    """The plan as it was sent out. What it does not state of itself is null."""

    path: Words
    sha256: str
    framework: str | None
    reading: Reading
    title: Words | None
    version: Words | None
    date: Words | None


class SpotView(View):
    """An element of the plan; `part` is the label of an intervention's part, '' for the element itself.

    `key` is made of its own words and lasts from run to run.
    """

    key: str
    sort: Sort
    number: Words | None
    title: Words
    part: Words


class AnswerView(View):
    """A file that came back. Where it could not be read, `error` says why and `form` is null.

    `revisions` and `comments` are how many are in the file, `views` how many times it holds one of the entries.
    `foreign`: the answer form was made from another version of the plan. `last` is its latest day.
    """

    path: Words
    sha256: str
    respondents: tuple[Words, ...]
    form: AnswerForm | None
    revisions: Count
    comments: Count
    views: Count
    asides: tuple[Words, ...]
    foreign: bool
    last: str | None
    late: bool
    error: TroubleView | None


class PlaceView(View):
    """Where something stands in the file that came back, as in the report's locations."""

    part: Words
    paragraph: Count
    start: Count
    end: Count


class SourceView(View):
    """One who holds a view, and how they put it. `answer` is the file's index among the answers, `file` its path.

    `marks` and `comments` are how many tracked changes and comments it is made of.
    """

    respondent: Words
    answer: Count
    file: Words
    author: Words
    date: Words
    way: Way
    text: Words
    place: PlaceView | None
    marks: Count
    comments: Count


class ReplyView(View):
    """An answer to a comment."""

    author: Words
    date: Words
    text: Words


class EntryView(View):
    """A row of the compilation: one view with all who hold it.

    `element` is null for what could not be placed; `why` says why. `move` is where a moved text is to stand. `against`
    are the numbers of the rows that want the same words to be something else, `like` that of an earlier row that says
    the same.
    """

    number: Count
    id: str
    respondents: tuple[Words, ...]
    element: SpotView | None
    why: Why | None
    kind: ViewKind
    way: Way
    quote: Words
    text: Words
    proposal: Words
    move: MoveView | None
    replies: tuple[ReplyView, ...]
    resolved: bool
    marks: Count
    comments: Count
    sources: tuple[SourceView, ...]
    against: tuple[int, ...]
    like: int | None


class MoveView(View):
    """Where a moved text is to stand: in which element, after which words ('' at its beginning)."""

    to: SpotView
    after: Words


class InvitedView(View):
    """One who was asked to answer."""

    name: Words
    answered: bool


class CalendarView(View):
    """What a timeline says of the consultation."""

    last_day: str | None
    invited: tuple[Words, ...]
    responsible: tuple[Words, ...]


class RespondentCountView(View):
    """How many views a respondent holds."""

    respondent: Words
    views: Count


class ChapterCountView(View):
    """How many views stand in a chapter."""

    chapter: SpotView
    views: Count


class ElementCountView(View):
    """How many views stand at an element or a part of one, and whose they are; `element` is null for none."""

    element: SpotView | None
    views: Count
    by_respondent: tuple[RespondentCountView, ...]


class CountsView(View):
    """The compilation in numbers. `revisions` and `comments` are those in the files."""

    answers: Count
    views: Count
    unplaced: Count
    contradicted: Count
    revisions: Count
    comments: Count
    asides: Count
    by_kind: dict[ViewKind, Count]
    by_respondent: tuple[RespondentCountView, ...]
    by_chapter: tuple[ChapterCountView, ...]
    by_element: tuple[ElementCountView, ...]


class TrialCauseView(View):
    """What brought a finding about, as in the comparison of two versions; `element` is its number or its words."""

    kind: CauseKind
    element: Words
    parts: tuple[str, ...]
    unlinked: tuple[Words, ...]


class TrialFindingView(View):
    """A finding that comes with the changes; `cause` is null where nothing certain can be said.

    `by` are those whose changes alone bring it about, where the trial is of everyone's changes.
    """

    finding: FindingView
    cause: TrialCauseView | None
    by: tuple[Words, ...]


class TrialView(View):
    """The plan with changes, held against the rules. `left` are fingerprints of findings that it had before too."""

    respondent: Words
    """'' for all changes that no other contradicts."""
    new: tuple[TrialFindingView, ...]
    gone: tuple[TrialFindingView, ...]
    left: tuple[str, ...]


class TrialsView(View):
    """What the rules say of the plan as sent, as each respondent wants it, and with all changes that agree."""

    sent: tuple[FindingView, ...]
    each: tuple[TrialView, ...]
    together: TrialView | None
    contradicted: tuple[int, ...]


class CompilationView(View):
    """Everything that came back. The same input gives the same bytes: no time stamps, no absolute paths."""

    schema_version: Literal["1"]
    tool: ToolView
    run: CompilationRunView
    plan: SentView
    answers: tuple[AnswerView, ...]
    entries: tuple[EntryView, ...]
    unplaced: tuple[int, ...]
    """Numbers of the entries that stand at no element."""
    digest: str
    """Of all entries' ids."""
    invited: tuple[InvitedView, ...]
    calendar: CalendarView
    counts: CountsView
    trials: TrialsView | None
