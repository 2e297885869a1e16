"""Documents shared out to several processes: the same findings, and a crash costs one document only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from multiprocessing import parent_process
from pathlib import Path, PosixPath

import pytest

from planlint import engine
from planlint.config import Config
from planlint.engine.processes import in_processes
from planlint.intake import Source, find_sources
from planlint.report.formats import render
from planlint.rulebook import load

INTERRUPTED = """
from tests.engine.test_processes import begin_and_hang
from planlint.engine.processes import in_processes
from pathlib import Path
if __name__ == "__main__":
    list(in_processes(begin_and_hang, Path({folder!r}), range(6), 2))
"""


def divide(whole: int, part: int) -> float:
    return whole / part


def die_at_zero(whole: int, part: int) -> float:
    if part == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole / part


def begin_and_hang(folder: Path, task: int) -> None:
    (folder / str(task)).touch()
    time.sleep(60)


class Deadly(PosixPath):
    """A file that kills whoever looks at it, but for the process that the user started."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        if parent_process() is not None:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().stat(follow_symlinks=follow_symlinks)


def test_each_result_comes_with_its_task_and_a_task_that_kills_costs_no_other() -> None:
    assert dict(in_processes(die_at_zero, 12, (1, 0, 3, 0, 6), 2)) == {0: 12.0, 1: None, 2: 4.0, 3: None, 4: 2.0}


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(divide, 12, (1, 0), 1))


def test_ctrl_c_ends_all_processes_and_only_the_first_says_so(tmp_path: Path, root: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED.format(folder=str(tmp_path))],
        cwd=root,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(program.pid, signal.SIGINT)
    _, said = program.communicate(timeout=20)
    assert program.returncode == -signal.SIGINT
    assert said.count("KeyboardInterrupt") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1"]


def check(sources: Sequence[Source], jobs: int) -> tuple[str, list[str]]:
    """The report, and the documents in the order in which they were told of."""
    told: list[str] = []
    run = engine.run(sources, Config(), load(), jobs=jobs, on_done=lambda source: told.append(source.shown))
    return render(run, "json"), told


def test_the_report_is_the_same_however_many_processes_make_it(root: Path) -> None:
    names = ("skarlanda-plan.md", "norradalen-utkast.docx", "norradalen-tidplan.md", "missing.docx")
    sources = find_sources([root / "samples" / name for name in names], root)
    alone, in_order = check(sources, 1)
    shared, told = check(sources, 2)
    assert shared == alone
    assert in_order == [source.shown for source in sources]
    assert sorted(told) == sorted(in_order)


def test_a_crash_is_told_of_the_document_that_it_happened_in(root: Path) -> None:
    folder = root / "samples"
    good, other = (Source(folder / name, name) for name in ("norradalen-tidplan.md", "norradalen-projektkort.md"))
    deadly = Source(Deadly(folder / "norradalen-fardplan.md"), "deadly.md")
    run = engine.run((good, deadly, other), Config(), load(), jobs=2)
    assert [(one.path, one.kind, one.error and one.error.code) for one in run.outcomes] == [
        ("norradalen-tidplan.md", "timeline", None),
        ("deadly.md", "unknown", "fault"),
        ("norradalen-projektkort.md", "card", None),
    ]
    trouble = run.outcomes[1].error
    assert trouble is not None
    assert trouble.message == "Läsningen avbröts: den process som läste filen kraschade. Rapportera det gärna."
    assert trouble.translation == "The reading was cut short: the process that read the file crashed. Please report it."
