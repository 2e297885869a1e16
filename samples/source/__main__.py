"""Make the samples anew: `python -m samples.source` at the top of the checkout, with a folder if not into samples/."""

from __future__ import annotations

import sys
from pathlib import Path

from samples.source import consultation
from samples.source.card import CARD_EDITS, card, read_card
from samples.source.draft import draft, edited
from samples.source.inaccessible import inaccessible
from samples.source.package import package
from samples.source.pages import faulty_timeline, roadmap, skarlanda, timeline
from samples.source.plan import FOLDER, read_plan, understand
from samples.source.returned import returned


def make() -> dict[str, bytes]:
    """Every generated sample by its file's name."""
    plan = understand(read_plan())
    return {
        "norradalen-plan.docx": package(plan).write(),
        "norradalen-utkast.docx": draft().write(),
        "norradalen-otillganglig.docx": inaccessible().write(),
        "norradalen-remissvar.docx": returned().write(),
        "norradalen-tidplan.docx": timeline().write(),
        "norradalen-tidplan-utkast.docx": faulty_timeline().write(),
        "norradalen-fardplan.docx": roadmap().write(),
        "skarlanda-plan.docx": skarlanda().write(),
        "norradalen-projektkort.docx": card(read_card()).write(),
        "norradalen-projektkort-utkast.docx": card(edited(read_card(), CARD_EDITS)).write(),
    }


def make_consultation() -> dict[str, bytes]:
    """Every generated file of the consultation by its path among the samples: the answers, and what they come to."""
    files = consultation.answers()
    made = {consultation.ANSWERS / name: data for name, data in files.items()}
    made[consultation.COMPILATION] = consultation.compilation(files)
    return {path.relative_to(FOLDER).as_posix(): data for path, data in made.items()}


def main(folder: Path) -> None:
    """Write the samples into a folder."""
    (folder / consultation.ANSWERS.relative_to(FOLDER)).mkdir(parents=True, exist_ok=True)
    for name, data in (make() | make_consultation()).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
