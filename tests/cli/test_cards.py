"""Project cards on the command line, with and without the plan that they belong to."""

import json
from pathlib import Path

from tests.cli.conftest import Planlint

CARD = """# 6. Växel

Processteg: Utreda

Insatstyp: Förstudie

Koppling till handlingsplanen: 9X: Alla får fiber

Leveransstatus: 40 %
"""


def test_the_plan_is_not_among_the_documents(planlint: Planlint, folder: Path) -> None:
    (folder / "kort.md").write_text(CARD, encoding="utf-8")
    result = planlint("check", "--plan", "plan.md", "kort.md", "--select", "PL702", "--format", "json")
    (document,) = json.loads(result.out)["documents"]
    assert (result.status, document["path"], document["kind"]) == (1, "kort.md", "card")
    assert [(one["rule"], one["subject"]) for one in document["findings"]] == [("PL702", {"type": "card", "id": "6"})]
    assert (document["read"]["goals"], document["read"]["interventions"]) == (0, 0)


def test_without_the_plan_its_rules_are_silent(planlint: Planlint, folder: Path) -> None:
    (folder / "kort.md").write_text(CARD, encoding="utf-8")
    assert planlint("check", "kort.md", "--select", "PL702,PL703").status == 0


def test_a_plan_that_is_not_there_or_is_none(planlint: Planlint, folder: Path) -> None:
    (folder / "kort.md").write_text(CARD, encoding="utf-8")
    missing = planlint("check", "--plan", "borta.docx", "kort.md")
    assert (missing.status, missing.out) == (3, "")
    assert "Planen att jämföra med (”borta.docx”) går inte att läsa: Filen finns inte." in missing.err
    assert planlint("check", "--plan", "protokoll.md", "kort.md").status == 2


def test_a_card_in_a_folder_is_found_beside_the_plan(planlint: Planlint, folder: Path) -> None:
    (folder / "kort.md").write_text(CARD, encoding="utf-8")
    result = planlint("check", ".", "--plan", "plan.md", "--format", "json")
    kinds = [(document["path"], document["kind"]) for document in json.loads(result.out)["documents"]]
    assert kinds == [("kort.md", "card"), ("plan.md", "plan")]
