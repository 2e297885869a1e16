"""How time and memory grow with the answers of a consultation: `python -m benchmarks.consultation`.

The sample plan comes back from 7, 14, 28 and 49 fictional municipalities, each with some sixty tracked changes and ten
comments of its own, a tenth of them the same as others'. Each measurement is a process of its own: the whole command,
from the files to the compilation in Word. Memory is the process's peak. The floor is unzipping and parsing every
answer's `word/document.xml`, in a process of its own too.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.table import table
from samples.source.comments import Comments
from samples.source.nodes import Node, name
from samples.source.package import package
from samples.source.plan import PLAN, understand
from samples.source.revisions import Stroke, Tracker, words

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (7, 14, 28, 49)
CHANGES: Final = 60
COMMENTS: Final = 10
ALIKE: Final = 10
"""One change in so many is the same in every answer that changes that paragraph."""
SHORTEST: Final = 40
"""Characters of a paragraph that somebody has an opinion on."""
SAMPLE: Final = PLAN.with_suffix(".docx")


def write_answers(folder: Path, number: int) -> None:
    """So many returned versions, the same every time."""
    source = PLAN.read_text(encoding="utf-8")
    for index in range(number):
        chosen = random.Random(index)  # noqa: S311 - the same every time
        made = package(understand(source))
        tracker, comments = Tracker(made.document), Comments()
        by = Stroke(f"Person {index}, Kommun {index:02}s kommun", f"2026-11-{index % 27 + 1:02}T10:00:00Z")
        paragraphs = list(_prose(made.document))
        for paragraph in chosen.sample(paragraphs, COMMENTS):
            comments.write(paragraph, words(paragraph).split()[1], by, f"Kommun {index} undrar vad som menas här.")
        for paragraph in chosen.sample(paragraphs, CHANGES):
            _change(tracker, paragraph, by, chosen, index)
        comments.add_to(made)
        (folder / f"kommun-{index:02}.docx").write_bytes(made.write())


def _prose(document: Node) -> Iterator[Node]:
    """Paragraphs of the plan's text with more than a few words, contents and links left aside."""
    for paragraph in document.iter(name("w:p")):
        inside = {each.tag for each in paragraph.iterancestors()} | {each.tag for each in paragraph}
        if len(words(paragraph)) >= SHORTEST and not inside & {name("w:sdt"), name("w:hyperlink")}:
            yield paragraph


def _change(tracker: Tracker, paragraph: Node, by: Stroke, chosen: random.Random, index: int) -> None:
    said = [word for word in words(paragraph).split() if word.isalpha()]
    old = said[len(said) // 2]
    new = "gemensamt" if chosen.randrange(ALIKE) == 0 else f"{old}{index}"
    tracker.replace(paragraph, old, new, by)


def measure(answers: Path, output: Path) -> tuple[float, int]:
    """Seconds and peak bytes of the whole command on a folder of answers."""
    command = [
        sys.executable, "-m", "planlint", "consult", "compile", str(SAMPLE), str(answers), "-o", str(output),
    ]  # fmt: skip
    return _measure(command)


def floor(answers: Path) -> tuple[float, int]:
    """The same of unzipping and parsing every answer."""
    return _measure([sys.executable, "-m", "benchmarks.consultation", "--parse", str(answers)])


def _measure(command: list[str]) -> tuple[float, int]:
    """Seconds and peak bytes of a process; this program keeps no memory of its own between."""
    child = (
        "import resource, subprocess, sys, time; begin = time.perf_counter();"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss;"
        "print(time.perf_counter() - begin, peak * 1024, done.returncode)"
    )
    said = subprocess.run([sys.executable, "-c", child, *command], check=True, capture_output=True, text=True, cwd=ROOT)
    seconds, peak, status = said.stdout.split()
    if int(status):
        raise RuntimeError(said.stderr)
    return float(seconds), int(peak)


def parse(folder: Path) -> None:
    """What the floor does."""
    from lxml import etree

    for path in sorted(folder.iterdir()):
        with zipfile.ZipFile(path) as archive:
            etree.fromstring(archive.read("word/document.xml"))


def rows(sizes: tuple[int, ...]) -> Iterator[list[str]]:
    """A row for each number of answers."""
    base = 0.0
    for size in sizes:
        with TemporaryDirectory() as temporary:
            answers = Path(temporary) / "svar"
            answers.mkdir()
            write_answers(answers, size)
            least, _ = floor(answers)
            seconds, peak = measure(answers, Path(temporary) / "sammanställning.docx")
        base = base or seconds / size
        yield [
            f"{size}",
            f"{seconds:,.1f}",
            f"{seconds / least:,.1f}",
            f"{seconds / size / base:.2f}",
            f"{peak / 2**20:,.0f}",
        ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of answers")
    parser.add_argument("--parse", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.parse:
        parse(options.parse)
        return
    heads = ["answers", "s", "× floor", "s an answer, fewest = 1", "peak MB"]
    print(table(heads, list(rows(tuple(options.sizes)))))


if __name__ == "__main__":
    main()
