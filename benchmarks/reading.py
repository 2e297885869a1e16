"""How fast planlint reads and checks a plan, beside what others need to read it: `python -m benchmarks.reading`.

Every measurement is a process of its own, warmed up on another plan. All methods take turns on a file, round after
round; a figure is the median of the rounds, and a ratio the median of the ratios within each round.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, Literal

from benchmarks.methods import OWN, PEERS, there
from benchmarks.table import table

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (20, 200, 2000)
ROUNDS: Final = 7
SLOW: Final = 3.0
"""Seconds: a peer that took longer is not measured again on the same file."""
AIMS: Final = {"planlint: read": "≤ 5", "planlint: check": "≤ 15"}
FLOOR: Final = next(iter(OWN))


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: seconds for a call, the process's peak memory in bytes, and how many floors the seconds are."""

    seconds: float
    bytes: int
    floors: float


Figures = Mapping[str, Sequence[Figure]]
"""The rounds of each method on one file."""


def measure_file(file: Path, other: Path, methods: Sequence[str], rounds: int) -> Figures:
    """Every method in turn, so many rounds; `other` is what each process is warmed up on."""
    figures: dict[str, list[Figure]] = {method: [] for method in methods}
    for _ in range(rounds):
        floor = 0.0
        for method in methods:
            if method in PEERS and any(figure.seconds > SLOW for figure in figures[method]):
                continue
            seconds, peak = _measure(method, file, other)
            floor = seconds if method == FLOOR else floor
            figures[method].append(Figure(seconds, peak, seconds / floor))
    return figures


def _measure(method: str, file: Path, other: Path) -> tuple[float, int]:
    answer = json.loads(_run("methods", method, str(file), str(other)))
    return answer["seconds"], answer["bytes"]


def _run(program: str, *arguments: str) -> str:
    """A program of this folder in a process of its own, so that its memory is not counted as a measurement's."""
    command = [sys.executable, "-m", f"benchmarks.{program}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout


def rows(pages: Mapping[float, Figures]) -> Iterator[list[str]]:
    """The table's rows: each method on each size of plan, counted in pages."""
    first = min(pages)
    for method in pages[first]:
        base = _median(pages[first][method], "seconds") / first
        for size, figures in pages.items():
            seconds = _median(figures[method], "seconds")
            yield [
                method,
                f"{size:,.0f}",
                f"{seconds * 1000:,.1f}",
                f"{_median(figures[method], 'floors'):,.1f}",
                AIMS.get(method, ""),
                f"{seconds / size / base:.2f}",
                f"{_median(figures[method], 'bytes') / 2**20:,.0f}",
            ]


def _median(figures: Sequence[Figure], what: Literal["seconds", "bytes", "floors"]) -> float:
    return float(median(getattr(figure, what) for figure in figures))


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The program's options."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, help="sizes of plan")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each method is measured")
    parser.add_argument("--own", action="store_true", help="without the other programs")
    parser.add_argument("--sample", type=Path, help="the Word plan that the others are grown from")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    options = parse(arguments)
    peers = [] if options.own else [peer for peer in PEERS if there(peer)]
    pages: dict[float, Figures] = {}
    with TemporaryDirectory() as folder:
        other = Path(folder) / "other.docx"
        sample = [str(options.sample.resolve())] if options.sample else []
        _run("plans", "other", str(other), *sample)
        for size in sorted(options.pages):
            file = Path(folder) / f"{size}.docx"
            grown = float(_run("plans", str(size), str(file), *sample))
            pages[grown] = measure_file(file, other, [*OWN, *peers], options.rounds)
    print(table(("method", "pages", "ms", "× floor", "aim", "ms a page, smallest plan = 1", "peak MB"), rows(pages)))
    if not options.own and (missing := [peer for peer in PEERS if peer not in peers]):
        print(f"\nNot installed, so not measured: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
