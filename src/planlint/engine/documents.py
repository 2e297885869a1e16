"""Documents read, recognised and held against the rules: an outcome for each."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planlint.checks import Scope
from planlint.config import Config, Configurations, FailOn
from planlint.engine.examined import Examined
from planlint.engine.exempt import exempt_all
from planlint.engine.findings import hold
from planlint.engine.means import Means, prepare_all
from planlint.engine.processes import in_processes
from planlint.errors import InputError
from planlint.intake import Source, no_plan, read_bytes, read_document
from planlint.model.document import Document
from planlint.model.finding import Finding
from planlint.model.framework import Framework
from planlint.model.outcome import Outcome, Run, Trouble
from planlint.model.rule import Language
from planlint.model.suppression import is_suppression
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from planlint.engine.baseline import Baseline

_CRASH: Final = InputError(
    "fault",
    "Läsningen avbröts: den process som läste filen kraschade. Rapportera det gärna.",
    "The reading was cut short: the process that read the file crashed. Please report it.",
)
_GRAVITY: Final[Mapping[FailOn, int]] = {"info": 1, "warning": 2, "error": 3, "never": 4}


def run(  # noqa: PLR0913 - what a run may be asked for, each by its name
    sources: Sequence[Source],
    config: Config | Configurations,
    rulebook: Rulebook,
    *,
    on_done: Callable[[Source], None] | None = None,
    check: bool = True,
    jobs: int = 1,
) -> Run:
    """Every source read and, with `check`, held against the rules and the baselines of the configurations.

    `config` is one for all of them, or each document's own. With `jobs`, so many processes share the documents, which
    changes nothing in what comes of them. Raises UsageError for a wrong configuration or baseline only, before anything
    is read.
    """
    prepared = prepare_all(sources, config, rulebook)
    baselines = _baselines(prepared) if check else {}
    examined = examine_all(prepared, on_done=on_done, check=check, jobs=jobs)
    if baselines:
        from planlint.engine.baseline import compare_all

        examined = compare_all(examined, baselines)
    return sum_up(examined, config.run if isinstance(config, Configurations) else config)


def _baselines(prepared: Iterable[tuple[Source, Means]]) -> dict[Path, Baseline]:
    """The baselines that the configurations name; mostly none, and nothing to import for them. Raises UsageError."""
    paths = [means.config.baseline for _, means in prepared if means.config.baseline]
    if not paths:
        return {}
    from planlint.engine.baseline import read_baselines

    return read_baselines(paths)


def examine_all(
    prepared: Sequence[tuple[Source, Means]],
    *,
    on_done: Callable[[Source], None] | None = None,
    check: bool = True,
    jobs: int = 1,
) -> list[Examined]:
    """What came of every source; with `check`, of holding it against the rules, less what is exempted from them."""
    outcomes: dict[int, Outcome] = {}
    with closing(_outcomes(prepared, jobs, check=check)) as done:
        for index, outcome in done:
            outcomes[index] = outcome
            if on_done is not None:
                on_done(prepared[index][0])
    examined = [
        Examined(source, means.config, means.rulebook.rules, means.running(outcomes[index]), outcomes[index])
        for index, (source, means) in enumerate(prepared)
    ]
    return exempt_all(examined) if check else examined


def _outcomes(
    prepared: Sequence[tuple[Source, Means]], jobs: int, *, check: bool
) -> Generator[tuple[int, Outcome], None, None]:
    """What came of each source, with its index, as it comes."""
    if min(jobs, len(prepared)) < 2:  # noqa: PLR2004 - one process is this one
        yield from ((index, examine(source, means, check=check)) for index, (source, means) in enumerate(prepared))
        return
    every = {id(means): means for _, means in prepared}
    tasks = [(source, id(means)) for source, means in prepared]
    for index, outcome in in_processes(_examine_in, (every, check), tasks, jobs):
        source, means = prepared[index]
        yield index, outcome or _unreadable(source.shown, "", _CRASH, means.config.language)


def _examine_in(shared: tuple[Mapping[int, Means], bool], task: tuple[Source, int]) -> Outcome:
    """As `examine`, in a process that has been given everything that documents are held against."""
    (every, check), (source, which) = shared, task
    return examine(source, every[which], check=check)


def sum_up(examined: Sequence[Examined], config: Config) -> Run:
    """The run that these documents make; `config` says what belongs to the run as a whole."""
    shown = [each for each in examined if each.shown]
    own = sum(each.outcome.own for each in examined if not each.shown)
    rules = {rule.code: rule for each in examined for rule in each.rules}
    return Run(
        phase=config.phase,
        reading=config.reading,
        language=config.language,
        outcomes=(*(each.outcome for each in shown), *_planless(examined, config.language)),
        counted=tuple(finding for each in shown for finding in _counted(each, config.fail_on)),
        passed_over=len(examined) - len(shown) - own,
        own=own,
        rules=tuple(rules.values()),
    )


def _planless(examined: Iterable[Examined], language: Language) -> Iterator[Outcome]:
    """An outcome for each folder in which nothing is a plan and nothing failed to be read."""
    folders: dict[str, bool] = {}
    for each in examined:
        if each.source.folder is not None:
            folders[each.source.folder] = each.shown or folders.get(each.source.folder, False)
    for folder, holds in folders.items():
        if not holds:
            yield _unreadable(folder, "", no_plan(), language)


def _counted(each: Examined, fail_on: FailOn) -> Iterator[Finding]:
    """The findings that fail the run: grave enough, of a rule that counts, and not suppressed."""
    counts = {one.rule.code for one in each.running if one.counts}
    for finding in each.outcome.findings:
        grave = _GRAVITY[finding.severity] >= _GRAVITY[fail_on]
        if grave and finding.rule in counts and finding.suppressed is None:
            yield finding


def examine(source: Source, means: Means, *, check: bool = True) -> Outcome:
    """One document read, recognised and, with `check`, held against the rules. Never raises for what is in the file."""
    sha256 = ""
    try:
        data = read_bytes(source)
        sha256 = hashlib.sha256(data).hexdigest()
        with _uncollected():
            return _examine(source, data, sha256, means, check=check)
    except InputError as error:
        return _unreadable(source.shown, sha256, error, means.config.language)
    except Exception as error:  # one file's fault must not stop the others
        if means.config.debug:
            raise
        return _unreadable(source.shown, sha256, internal_fault(error), means.config.language)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nobody looks for circles of garbage meanwhile.

    The nodes of a document refer to one another in none, and to look through them all takes a sixth of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _examine(source: Source, data: bytes, sha256: str, means: Means, *, check: bool) -> Outcome:
    document = read_document(source, data, means.config.reading)
    framework = means.speaking(means.framework or choose_framework(document, means.rulebook.frameworks))
    scope = _scope(document, framework, means)
    plan = scope.plan
    outcome = Outcome(
        path=source.shown,
        sha256=sha256,
        kind=plan.kind,
        framework=framework.name,
        plan=plan,
        principles=scope.principles,
        compared=means.against is not None,
        fallback=framework.fallback and means.framework is None,
        questions=framework.checklist.asked(),
        revisions=len(document.revisions),
        comments=sum(not is_suppression(comment) for comment in document.comments),
        lines=document.lines,
        own=document.own,
    )
    if not check:
        return outcome
    if means.config.reading == "original" and document.revisions:
        scope = replace(scope, final=_scope(read_document(source, data, "final"), framework, means))
    if plan.kind == "unknown" and means.framework is not None:
        scope = replace(scope, better=_fitting(document, means))
    findings, faults = hold(scope, means.selected(framework), means.config, means.settled(framework))
    return replace(outcome, findings=findings, faults=faults)


def _scope(document: Document, framework: Framework, means: Means) -> Scope:
    principles = means.rulebook.principles(framework)
    return Scope(recognise(document, framework, principles), framework, principles, document, means.against)


def _fitting(document: Document, means: Means) -> Framework | None:
    """The framework that the document is written after, whatever was asked for; None where it is of no known kind."""
    framework = choose_framework(document, means.rulebook.frameworks)
    plan = recognise(document, framework, means.rulebook.principles(framework))
    return framework if plan.kind != "unknown" else None


def _unreadable(shown: str, sha256: str, error: InputError, language: Language) -> Outcome:
    trouble = tell_trouble(error, language)
    return Outcome(path=shown, sha256=sha256, kind="unknown", framework=None, plan=None, error=trouble)


def tell_trouble(error: InputError, language: Language) -> Trouble:
    """Why a file could not be read, in the reader's language and in the other one."""
    return Trouble(error.code, *((error.sv, error.en) if language == "sv" else (error.en, error.sv)))


def internal_fault(error: BaseException) -> InputError:
    """A bug of ours met in a file; where it happened helps whoever mends it."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    spot = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    return InputError(
        "fault",
        f"Ett internt fel i planlint hindrade läsningen ({spot}). Rapportera det gärna, med --debug för detaljer.",
        f"An internal fault in planlint stopped the reading ({spot}). Please report it, with --debug for details.",
    )
