"""How a compilation becomes its view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from planlint import __version__
from planlint.consult.cells import digest_of
from planlint.model.comparison import Cause, NewFinding
from planlint.model.consultation import Answer, Compilation, Entry, Holder, Sent, Spot, Trial, Trials
from planlint.model.rule import Language
from planlint.report.check_view import ToolView, TroubleView, view_finding
from planlint.report.consultation.compilation_told import chapters_of, is_late, respondents_of
from planlint.report.consultation.compilation_view import (
    AnswerView,
    CalendarView,
    ChapterCountView,
    CompilationRunView,
    CompilationView,
    CountsView,
    ElementCountView,
    EntryView,
    InvitedView,
    MoveView,
    PlaceView,
    ReplyView,
    RespondentCountView,
    SentView,
    SourceView,
    SpotView,
    TrialCauseView,
    TrialFindingView,
    TrialsView,
    TrialView,
)
from planlint.report.view import SCHEMA_VERSION
from planlint.texts import PHASES


def view_compilation(compilation: Compilation, language: Language) -> CompilationView:
    """The compilation as programs see it; `language` is that of messages."""
    run, calendar = compilation.sent.run, compilation.calendar
    views = Counter(holder.answer for entry in compilation.entries for holder in entry.holders)
    return CompilationView(
        schema_version=SCHEMA_VERSION,
        tool=ToolView(name="planlint", version=__version__),
        run=CompilationRunView(phase=PHASES[run.phase], lang=language, anonymous=compilation.anonymous),
        plan=_sent(compilation.sent),
        answers=tuple(
            _answer(answer, views[index], compilation, language) for index, answer in enumerate(compilation.answers)
        ),
        entries=tuple(_entry(entry, compilation.answers) for entry in compilation.entries),
        unplaced=tuple(entry.number for entry in compilation.unplaced),
        digest=digest_of(entry.id for entry in compilation.entries),
        invited=tuple(InvitedView(name=each.name, answered=each.answered) for each in compilation.invited),
        calendar=CalendarView(
            last_day=calendar.last_day.isoformat() if calendar.last_day else None,
            invited=calendar.invited,
            responsible=calendar.responsible,
        ),
        counts=_counts(compilation),
        trials=_trials(compilation.trials) if compilation.trials else None,
    )


def _sent(sent: Sent) -> SentView:
    outcome, control = sent.run.outcomes[0], sent.plan.control
    return SentView(
        path=outcome.path,
        sha256=outcome.sha256,
        framework=outcome.framework,
        reading=sent.run.reading,
        title=control.title.text if control.title else None,
        version=control.version.text if control.version else None,
        date=control.date.text if control.date else None,
    )


def _answer(answer: Answer, views: int, compilation: Compilation, language: Language) -> AnswerView:
    told, error = answer.told, None
    if answer.error is not None:
        same = language == compilation.sent.run.language
        message = answer.error.message if same else answer.error.translation
        error = TroubleView(code=answer.error.code, message=message)
    return AnswerView(
        path=answer.path,
        sha256=answer.sha256,
        respondents=answer.respondents,
        form=told.form if told else None,
        revisions=told.revisions if told else 0,
        comments=told.comments if told else 0,
        views=views,
        asides=tuple(each.text for each in told.asides) if told else (),
        foreign=told is not None and told.foreign,
        last=answer.last.isoformat() if answer.last else None,
        late=is_late(answer, compilation.calendar),
        error=error,
    )


def _entry(entry: Entry, answers: tuple[Answer, ...]) -> EntryView:
    said = entry.said
    return EntryView(
        number=entry.number,
        id=entry.id,
        respondents=entry.respondents,
        element=_spot(said.spot) if said.spot else None,
        why=said.why,
        kind=said.kind,
        way=said.way,
        quote=said.quote,
        text=said.text,
        proposal=said.proposal,
        move=MoveView(to=_spot(said.to), after=said.after) if said.to else None,
        replies=tuple(ReplyView(author=each.author, date=each.date, text=each.text) for each in said.replies),
        resolved=said.resolved,
        marks=sum(each.said.marks for each in entry.holders),
        comments=sum(each.said.comments for each in entry.holders),
        sources=tuple(_source(holder, answers[holder.answer].path) for holder in entry.holders),
        against=entry.against,
        like=entry.like,
    )


def _source(holder: Holder, path: str) -> SourceView:
    said, place = holder.said, holder.said.place
    return SourceView(
        respondent=holder.respondent,
        answer=holder.answer,
        file=path,
        author=said.author,
        date=said.date,
        way=said.way,
        text=said.text,
        place=(
            PlaceView(part=place.part, paragraph=place.paragraph, start=place.start, end=place.end) if place else None
        ),
        marks=said.marks,
        comments=said.comments,
    )


def _spot(spot: Spot) -> SpotView:
    return SpotView(key=spot.key, sort=spot.sort, number=spot.number, title=spot.title, part=spot.part)


def _counts(compilation: Compilation) -> CountsView:
    entries = compilation.entries
    told = [answer.told for answer in compilation.answers if answer.told]
    holding = Counter(each for entry in entries for each in entry.respondents)
    return CountsView(
        answers=len(compilation.answers),
        views=len(entries),
        unplaced=len(compilation.unplaced),
        contradicted=sum(bool(entry.against) for entry in entries),
        revisions=sum(each.revisions for each in told),
        comments=sum(each.comments for each in told),
        asides=sum(len(each.asides) for each in told),
        by_kind=dict(Counter(entry.said.kind for entry in entries).most_common()),
        by_respondent=tuple(
            RespondentCountView(respondent=each, views=holding[each]) for each in respondents_of(compilation)
        ),
        by_chapter=tuple(
            ChapterCountView(chapter=_spot(chapter), views=len(held)) for chapter, held in chapters_of(compilation)
        ),
        by_element=tuple(_element_counts(entries)),
    )


def _element_counts(entries: Iterable[Entry]) -> Iterator[ElementCountView]:
    """In the order of the rows."""
    held: dict[Spot | None, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.said.spot, []).append(entry)
    for spot, rows in held.items():
        whose = Counter(each for entry in rows for each in entry.respondents)
        yield ElementCountView(
            element=_spot(spot) if spot else None,
            views=len(rows),
            by_respondent=tuple(RespondentCountView(respondent=each, views=number) for each, number in whose.items()),
        )


def _trials(trials: Trials) -> TrialsView:
    return TrialsView(
        sent=tuple(view_finding(each) for each in trials.sent if each.suppressed is None),
        each=tuple(_trial(each, {}) for each in trials.each),
        together=_trial(trials.together, trials.by) if trials.together else None,
        contradicted=trials.contradicted,
    )


def _trial(trial: Trial, by: Mapping[str, tuple[str, ...]]) -> TrialView:
    def views(found: Iterable[NewFinding]) -> tuple[TrialFindingView, ...]:
        return tuple(
            TrialFindingView(
                finding=view_finding(each.finding),
                cause=_cause(each.cause) if each.cause else None,
                by=by.get(each.finding.fingerprint, ()),
            )
            for each in found
        )

    return TrialView(
        respondent=trial.respondent,
        new=views(trial.findings.new),
        gone=views(NewFinding(each, None) for each in trial.findings.gone),
        left=tuple(each.fingerprint for each in trial.findings.left),
    )


def _cause(cause: Cause) -> TrialCauseView:
    return TrialCauseView(
        kind=cause.kind,
        element=cause.element.id,
        parts=tuple(part.key for part in cause.parts),
        unlinked=tuple(each.id for each in cause.unlinked),
    )
