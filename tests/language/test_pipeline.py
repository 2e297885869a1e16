"""spaCy is loaded when a rule that is switched on needs it, and at no other time."""

import subprocess
import sys
from pathlib import Path

import pytest

from planlint.language.pipeline import PASSIVES, passives, swedish
from planlint.model.text import Text

RUN = """
import sys
from pathlib import Path
from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.rulebook import load
path = Path(sys.argv[1])
run = engine.run(find_sources([path], path.parent), Config(phase=sys.argv[2]), load())
assert run.outcomes[0].faults == (), run.outcomes[0].faults
print("spacy" in sys.modules, "hunspell" in sys.modules)
"""


def loaded(plan: Path, phase: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", RUN, str(plan), phase],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return result.stdout.split()


@pytest.mark.parametrize(("phase", "spacy"), [("draft", "False"), ("consultation", "True"), ("publication", "True")])
def test_a_draft_is_checked_without_spacy(root: Path, phase: str, spacy: str) -> None:
    assert loaded(root / "samples/norradalen-plan.docx", phase)[0] == spacy


def test_a_draft_is_checked_without_the_dictionary(root: Path) -> None:
    assert loaded(root / "samples/norradalen-plan.docx", "draft")[1] == "False"


def test_sentences_and_passives_are_parts_of_the_pipeline() -> None:
    doc = swedish()("Vi gör t.ex. enkäter. Svaren sammanställs. Lars läser dem.")
    assert swedish().pipe_names == ["planlint_sentences", "planlint_passives"]
    assert [sentence.text for sentence in doc.sents] == [
        "Vi gör t.ex. enkäter.",
        "Svaren sammanställs.",
        "Lars läser dem.",
    ]
    assert [span.text for span in doc.spans[PASSIVES]] == ["sammanställs"]


def test_places_are_those_of_the_text() -> None:
    text = Text("footnotes", 4, 10, "Ja.  Direktivet tas\u00a0fram i e\u2011rådets namn.")
    (one,) = passives(text, ("e-rådet", "e-rådets"))
    assert one.verb == Text("footnotes", 4, 26, "tas")
    assert one.sentence == Text("footnotes", 4, 15, "Direktivet tas\u00a0fram i e\u2011rådets namn.")
    assert (one.named, one.duty) == (False, False)


def test_actors_are_found_whatever_their_case_and_hyphen() -> None:
    text = Text("document", 0, 0, "E\u2011rådet ser till att planen revideras. Den ska publiceras.")
    assert [(one.verb.text, one.named, one.duty) for one in passives(text, ("e-rådet",))] == [
        ("revideras", True, False),
        ("publiceras", True, True),
    ]
    assert [one.named for one in passives(text, ())] == [False, False]


def test_a_sentence_without_end_takes_no_time() -> None:
    assert list(passives(Text("document", 0, 0, "ges " * 4_000), ("e-rådet",))) == []
