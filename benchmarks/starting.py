"""How fast planlint starts, beside the libraries that it stands on: `python -m benchmarks.starting`.

Each line is a pair of commands, run in turn as whole processes, so that both meet the machine in the same mood. The
ratio is taken pair by pair. Both find compiled bytecode, as after `pip install`, wherever planlint stands and whatever
the environment says.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from benchmarks.plans import SAMPLE
from benchmarks.table import table

ROUNDS: Final = 15
PLANLINT: Final = str(Path(sysconfig.get_path("scripts")) / "planlint")
CLICK: Final = "import click"
READERS: Final = "import docx, click, pydantic"


@dataclass(frozen=True, slots=True)
class Pair:
    """planlint's arguments, the Python line that they are held against, and how many times its time is aimed at."""

    arguments: tuple[str, ...]
    against: str
    aim: str = ""


def pairs(file: Path) -> tuple[Pair, ...]:
    """What is measured; `file` is the plan that is checked."""
    return (
        Pair(("--help",), CLICK, "≤ 1.5"),
        Pair(("check", "--select", "PL2,PL3,PL4", str(file)), READERS, "≤ 1.5"),
        Pair(("--version",), CLICK),
        Pair(("explain", "PL301"), CLICK),
        Pair(("rules",), CLICK),
    )


def measure(pair: Pair, rounds: int, environment: Mapping[str, str]) -> list[tuple[float, float]]:
    """Seconds of both commands, round by round, after one round that is not counted."""
    one, other = [PLANLINT, *pair.arguments], [sys.executable, "-c", pair.against]
    times = [(_time(one, (0, 1), environment), _time(other, (0,), environment)) for _ in range(rounds + 1)]
    return times[1:]


def _time(command: Sequence[str], expected: Sequence[int], environment: Mapping[str, str]) -> float:
    """Seconds for a whole process. Raises RuntimeError where its exit status is none of the expected."""
    start = perf_counter()
    status = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment).returncode
    seconds = perf_counter() - start
    if status not in expected:
        raise RuntimeError(f"{' '.join(command)}: exit status {status}")
    return seconds


def row(pair: Pair, times: Sequence[tuple[float, float]]) -> list[str]:
    """The table's row for a pair."""
    ratios = [one / other for one, other in times]
    shown = [Path(argument).name if Path(argument).is_file() else argument for argument in pair.arguments]
    return [
        f"`planlint {' '.join(shown)}`",
        f"`{pair.against}`",
        f"{median(one for one, _ in times) * 1000:.0f}",
        f"{median(other for _, other in times) * 1000:.0f}",
        f"{median(ratios):.2f}",
        f"{min(ratios):.2f}–{max(ratios):.2f}",
        pair.aim,
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each pair is run")
    parser.add_argument("--plan", type=Path, default=SAMPLE, help="the plan that is checked")
    options = parser.parse_args(arguments)
    header = ("planlint", "against", "ms", "ms", "ratio", "least–most", "aim")
    with TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        rows = [row(pair, measure(pair, options.rounds, environment)) for pair in pairs(options.plan)]
    print(table(header, rows))


if __name__ == "__main__":
    main()
