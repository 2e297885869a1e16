"""Work shared out to several processes. What kills a process costs the piece of work that it had, and no other."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(slots=True)
class _Worker:
    """A process, the way to speak to it, and the index of the task that it has."""

    process: BaseProcess
    pipe: Connection[Any, Any]
    task: int


def in_processes(
    work: Callable[[Shared, Task], Result], shared: Shared, tasks: Sequence[Task], jobs: int
) -> Generator[tuple[int, Result | None], None, None]:
    """What `work(shared, task)` gives for each task, with the task's index, as each is done; None where it kills.

    At most `jobs` processes work at a time. `work` is a function that a module has at its top, and all that goes in and
    out can be pickled. Raises what `work` raises. However the iterator ends, its processes have ended too.
    """
    from multiprocessing.connection import wait

    left = deque(range(len(tasks)))
    busy: dict[object, _Worker] = {}
    try:
        while left or busy:
            while left and len(busy) < jobs:
                worker = _start(work, shared, tasks, left.popleft())
                busy[worker.pipe] = worker
            for pipe in wait([worker.pipe for worker in busy.values()]):
                worker = busy[pipe]
                done, alive = worker.task, True
                try:
                    result, error = worker.pipe.recv()
                except (EOFError, OSError):
                    result, error, alive = None, None, False
                if error is not None:
                    raise error
                if alive and left:
                    _give(worker, tasks, left.popleft())
                else:
                    _end(busy.pop(pipe))
                yield done, result
    finally:
        for worker in busy.values():
            _end(worker)


def _start(work: Callable[[Shared, Task], Result], shared: Shared, tasks: Sequence[Task], index: int) -> _Worker:
    """A process with its first task. It begins from nothing, as it can on every system, and so shares no state."""
    from multiprocessing import get_context

    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, work, shared), daemon=True)
    process.start()
    there.close()  # only the process itself holds that end now, so that its death is heard of
    worker = _Worker(process, here, index)
    _give(worker, tasks, index)
    return worker


def _give(worker: _Worker, tasks: Sequence[Task], index: int) -> None:
    """Hand a task over. If the process has died meanwhile, that is heard of when its answer is waited for."""
    worker.task = index
    with suppress(OSError):
        worker.pipe.send(tasks[index])


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()


def _serve(pipe: Connection[Any, Any], work: Callable[[Shared, Task], Result], shared: Shared) -> None:
    """What a process does: task after task, until it is ended. Ctrl-C ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(EOFError):
        while True:
            task = pipe.recv()
            answer: tuple[Result | None, Exception | None]
            try:
                answer = work(shared, task), None
            except Exception as error:  # noqa: BLE001 - it is raised again where the task came from
                answer = None, _with_trace(error)
            pipe.send(answer)


def _with_trace(error: Exception) -> Exception:
    """The error with a note of where it was raised, which would not come along by itself."""
    import traceback

    error.add_note("".join(traceback.format_exception(error)))
    return error
