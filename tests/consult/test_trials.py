"""The rules on the plan as each respondent wants it, and with every change that no other contradicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from planlint import engine, word
from planlint.config import Config
from planlint.consult.compile import compile_answers
from planlint.consult.trials import MOST_TRIES, with_trials
from planlint.engine import Means
from planlint.intake import Source
from planlint.model.consultation import Answer, Calendar, Compilation, Entry, Holder, Said, Trial, Trials
from planlint.model.document import Reading
from planlint.model.edit import Add, Edit, Replace, Split
from planlint.model.text import Text
from planlint.rulebook import Rulebook
from samples.source.comments import Comments
from samples.source.nodes import name, node
from samples.source.revisions import Tracker
from tests.consult.plans import BOOK, MEANS, PLAN, with_goals, write
from tests.consult.returned import CONFIG, GRANA, HEDMYRA, TALLVIK, sent, source, strike_section, version
from tests.consult.views import CONFIG as MARKDOWN_CONFIG
from tests.consult.views import SENT as MARKDOWN

Change = Callable[[Tracker, Comments], None]


def strike_services(tracker: Tracker, comments: Comments) -> None:
    """Strike out the only intervention that serves the goals 3A and 3B."""
    del comments
    strike_section(tracker, "Gemensamma e-tjänster", "Förstudie om ett gemensamt", TALLVIK)


def vaguer(tracker: Tracker, comments: Comments) -> None:
    """Take the measure out of a goal, and comment on it."""
    tracker.replace(tracker.find("2A: "), " inom 14 dagar", "", HEDMYRA)
    comments.write(tracker.find("2A: "), "har den på plats", HEDMYRA, "Dagarna bör bort.")


def shorter(tracker: Tracker, comments: Comments) -> None:
    del comments
    tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", GRANA)


def plainer(tracker: Tracker, comments: Comments) -> None:
    del comments
    tracker.replace(tracker.find("Handlingsplanen har fyra"), "tid och pengar", "tid", GRANA)


def only_comments(tracker: Tracker, comments: Comments) -> None:
    comments.write(tracker.find("2A: "), "14 dagar", GRANA, "Bra.")


def compiled(*sources: Source) -> Compilation:
    return compile_answers(sent(), sources, given={}, invited=(), calendar=Calendar(), anonymous=False)


def tried(*changes: Change, by_edits: bool = True) -> Trials:
    """The trials of versions, each in a file of its own."""
    sources = [source(f"{change.__name__}.docx", version(change)) for change in changes]
    trials = with_trials(compiled(*sources), CONFIG, BOOK, () if by_edits else sources).trials
    assert trials is not None
    return trials


def new(trial: Trial | None) -> list[tuple[str, str]]:
    assert trial is not None
    return [(each.finding.rule, each.finding.subject.id) for each in trial.findings.new]


@pytest.mark.parametrize("by_edits", [True, False])
def test_whose_change_removes_the_only_intervention_for_a_goal(by_edits: bool) -> None:  # noqa: FBT001 - a case
    trials = tried(strike_services, plainer, by_edits=by_edits)
    assert [trial.respondent for trial in trials.each] == ["Granå kommun", "Tallviks kommun"]
    assert new(trials.each[0]) == []
    assert [rule for rule, _ in new(trials.each[1])] == ["PL204", "PL204", "PL404", "PL109"]
    orphans = [each for each in trials.each[1].findings.new if each.finding.rule == "PL204"]
    for orphan, code in zip(orphans, ("3A", "3B"), strict=True):
        assert orphan.finding.subject.id == code
        assert orphan.cause is not None
        assert (orphan.cause.kind, orphan.cause.element.number) == ("unlinked", code)
        assert [each.title.text for each in orphan.cause.unlinked] == ["Gemensamma e-tjänster"]
        assert trials.by[orphan.finding.fingerprint] == ("Tallviks kommun",)
    assert new(trials.together) == new(trials.each[1])
    assert trials.contradicted == ()
    assert [each.fingerprint for each in trials.sent] == [
        each.fingerprint for each in sent().run.outcomes[0].findings if each.suppressed is None
    ]


def test_what_is_contradicted_is_left_out() -> None:
    sources = [source(f"{change.__name__}.docx", version(change)) for change in (vaguer, shorter)]
    compilation = with_trials(compiled(*sources), CONFIG, BOOK)
    trials = compilation.trials
    assert trials is not None
    assert trials.contradicted == tuple(entry.number for entry in compilation.entries if entry.against)
    assert len(trials.contradicted) == 2
    assert trials.together is None
    assert [(trial.respondent, new(trial)) for trial in trials.each] == [
        ("Granå kommun", [("PL205", "2A")]),
        ("Hedmyra kommun", [("PL205", "2A")]),
    ]


def test_tracked_changes_and_comments_in_the_file_are_no_findings_of_the_respondent() -> None:
    trials = tried(vaguer, by_edits=False)
    (trial,) = trials.each
    assert new(trial) == [("PL205", "2A")]
    run = engine.run((source("a.docx", version(vaguer)),), CONFIG, BOOK)
    assert {"PL606", "PL607"} <= {finding.rule for finding in run.outcomes[0].findings}


def test_comments_alone_change_nothing() -> None:
    compilation = compiled(source("a.docx", version(only_comments)))
    assert with_trials(compilation, CONFIG, BOOK) is compilation


def test_a_version_that_is_no_longer_the_same_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(version(strike_services))
    file = Source(path, "a.docx")
    compilation = compiled(file)
    path.write_bytes(version(vaguer))
    trials = with_trials(compilation, CONFIG, BOOK, (file,)).trials
    assert trials is not None
    assert "PL204" in {rule for rule, _ in new(trials.each[0])}
    path.unlink()
    assert with_trials(compilation, CONFIG, BOOK, (file,)).trials == trials


def test_a_plan_in_markdown_is_tried_by_whole_versions_only() -> None:
    vague = write(with_goals(PLAN, 0, ("inloggning", "Eleverna loggar in utan besvär"), PLAN.areas[0].goals[1]))
    file = source("svar.md", vague.encode())
    digest = "8b" * 32
    said = Said("rewording", "tracked", MARKDOWN.spots[1], edits=(Replace(MARKDOWN.spots[1].place, "x"),))
    from hashlib import sha256

    from planlint.model.consultation import Told

    answer = Answer("svar.md", sha256(vague.encode()).hexdigest(), ("Granå kommun",), Told("version", (said,)))
    entries = (Entry(1, "", (Holder("Granå kommun", 0, said),)),)
    compilation = Compilation(MARKDOWN, (answer,), entries)
    trials = with_trials(compilation, MARKDOWN_CONFIG, BOOK, (file,)).trials
    assert trials is not None
    assert trials.together is None
    (trial,) = trials.each
    assert ("PL206", "1A") in new(trial)
    assert with_trials(compilation, MARKDOWN_CONFIG, BOOK).trials is None
    other = replace(compilation, answers=(replace(answer, sha256=digest),))
    assert with_trials(other, MARKDOWN_CONFIG, BOOK, (file,)).trials is None


def entries(*edits: Sequence[Edit]) -> tuple[Entry, ...]:
    """An entry for each of these, by two respondents in turn."""
    return tuple(
        Entry(number, "", (Holder(f"Kommun {number % 2}", 0, Said("rewording", "tracked", None, edits=tuple(each))),))
        for number, each in enumerate(edits, start=1)
    )


def at(paragraph: int, start: int = 0, text: str = "") -> Text:
    return Text("document", paragraph, start, text)


def test_what_cannot_be_made_together_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def apply(data: bytes, edits: Sequence[Edit], reading: Reading) -> bytes:
        assert reading == "final"
        tries.append(len(edits))
        if any(isinstance(edit, Replace) and edit.words == "bad" for edit in edits):
            raise ValueError
        return data

    monkeypatch.setattr(word, "apply_edits", apply)
    rows = entries(*([Replace(at(number), "bad" if number in {3, 20} else "good")] for number in range(32)))
    trials = with_trials(Compilation(sent(), (), rows), CONFIG, BOOK).trials
    assert trials is not None
    assert trials.contradicted == (4, 21)
    assert new(trials.together) == []
    assert len(tries) < 2 * 32
    assert max(tries) == 32


def test_changes_that_never_go_together_end_the_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0

    def apply(data: bytes, edits: Sequence[Edit], reading: Reading) -> bytes:
        nonlocal tries
        tries += 1
        raise ValueError(len(data), len(edits), reading)

    monkeypatch.setattr(word, "apply_edits", apply)
    rows = tuple(
        replace(entry, holders=(replace(entry.holders[0], respondent="A"),))
        for entry in entries(*([Replace(at(n), "x")] for n in range(500)))
    )
    trials = with_trials(Compilation(sent(), (), rows), CONFIG, BOOK).trials
    assert trials is not None
    assert (trials.each, trials.together, trials.contradicted) == ((), None, tuple(range(1, 501)))
    assert tries == 2 * MOST_TRIES


def test_what_several_want_alike_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Edit] = []

    def apply(data: bytes, edits: Sequence[Edit], reading: Reading) -> bytes:
        assert reading == "final"
        made[:] = edits
        return data

    monkeypatch.setattr(word, "apply_edits", apply)
    change, end = Replace(at(3, 0, "ord"), "mål"), at(9, 4)
    one: list[Edit] = [change, Split(end), Replace(end, "X"), Split(end), Add(5, ())]
    other: list[Edit] = [change, Split(end), Replace(end, "Y"), Add(5, ()), Add(6, ())]
    with_trials(Compilation(sent(), (), entries(one, other, one)), CONFIG, BOOK)
    together = [*one, Split(end), Replace(end, "Y"), Add(6, ())]
    assert sorted(map(repr, made)) == sorted(map(repr, together))
    assert [edit for edit in made if isinstance(edit, Split | Replace) and edit.place == end] == [
        Split(end), Replace(end, "X"), Split(end), Split(end), Replace(end, "Y"),
    ]  # fmt: skip


def test_what_goes_with_more_is_no_contradiction() -> None:
    """A row goes, or its words do; a phrase is written anew, or the one word of it that is another."""

    def strike_row(tracker: Tracker, comments: Comments) -> None:
        del comments
        lead = tracker.find("Socialchefen i Hedmyra")
        (row,) = (each for each in lead.iterancestors(name("w:tr")))
        row.insert(0, node("w:trPr", tracker.stamp("w:del", TALLVIK)))
        for paragraph in row.iter(name("w:p")):
            tracker.delete(paragraph, TALLVIK)
        goal = tracker.find("2A: ")
        tracker.replace(goal, "inom 14 dagar", "inom 10 dagar", TALLVIK)
        tracker.replace(goal, "Minst 90", "Minst 95", TALLVIK)

    def strike_words(tracker: Tracker, comments: Comments) -> None:
        del comments
        tracker.strike(tracker.find("Socialchefen i Hedmyra").findall(name("w:r")), HEDMYRA)
        tracker.replace(tracker.find("2A: "), "14", "10", HEDMYRA)

    trials = tried(strike_row, strike_words)
    assert trials.contradicted == ()
    assert trials.together is not None


def test_the_plan_is_read_with_the_framework_that_it_was_sent_in(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Config] = []

    def prepare(config: Config, rulebook: Rulebook) -> Means:
        assert rulebook is BOOK
        held.append(config)
        return MEANS

    monkeypatch.setattr(engine, "prepare", prepare)
    compilation = Compilation(sent(), (), ())
    assert with_trials(compilation, replace(CONFIG, baseline=Path("b.json")), BOOK) is compilation
    with_trials(compilation, replace(CONFIG, framework="base-sv"), BOOK)
    (outcome,) = sent().run.outcomes
    unlike = replace(sent(), run=replace(sent().run, outcomes=(replace(outcome, fallback=True),), reading="original"))
    with_trials(Compilation(unlike, (), ()), CONFIG, BOOK)
    assert [config.framework for config in held[:2]] == ["fyrbodal-2020", "base-sv"]
    assert [config.framework for config in held[2:]] == [None, None]
    assert {config.reading for config in held[2:]} == {"final", "original"}
    assert {config.baseline for config in held} == {None}
