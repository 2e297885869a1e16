import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from planlint.model.outcome import Fault, Outcome, Run, Trouble
from planlint.model.plan import Plan
from planlint.report.check_view import view_report
from planlint.report.json import render_json
from planlint.report.outline_json import view_plan
from planlint.report.schemas import schemas

Golden = Callable[[str, str], None]


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads(schemas()[name])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", schemas())
def test_the_schemas_that_are_kept_are_the_views_own(root: Path, name: str) -> None:
    assert (root / "schemas" / name).read_text(encoding="utf-8") == schemas()[name]


def test_the_report(run: Run, golden: Golden) -> None:
    text = render_json(view_report(run))
    _validator("report.schema.json").validate(json.loads(text))
    golden("report.json", text)
    assert text == render_json(view_report(run))


def test_a_file_that_could_not_be_read(run: Run) -> None:
    trouble = Trouble("encrypted", "Filen är krypterad.", "The file is encrypted.")
    lost = Outcome("hemlig.docx", "ab", kind="unknown", framework=None, plan=None, error=trouble)
    view = json.loads(render_json(view_report(replace(run, outcomes=(lost,)))))
    _validator("report.schema.json").validate(view)
    assert view["documents"] == [
        {
            "path": "hemlig.docx",
            "sha256": "ab",
            "kind": "unknown",
            "framework": None,
            "error": {"code": "encrypted", "message": "Filen är krypterad."},
            "read": None,
            "coverage": None,
            "findings": [],
        }
    ]


def test_a_rule_that_broke_is_told_and_only_then(run: Run, outcome: Outcome) -> None:
    broken = replace(run, outcomes=(outcome, replace(outcome, faults=(Fault("PL303", "KeyError: 'x'"),))))
    view = json.loads(render_json(view_report(broken)))
    _validator("report.schema.json").validate(view)
    assert "faults" not in view["documents"][0]
    assert view["documents"][1]["faults"] == [{"rule": "PL303", "message": "KeyError: 'x'"}]


def test_a_document_of_another_kind_counts_zero(run: Run) -> None:
    card = Outcome("kort.docx", "ab", kind="card", framework=None, plan=None)
    view = json.loads(render_json(view_report(replace(run, outcomes=(card,)))))
    _validator("report.schema.json").validate(view)
    assert view["documents"][0]["read"] == {
        "focus_areas": 0, "goals": 0, "interventions": 0, "principles": 0, "paragraphs": 0, "unread": [],
    }  # fmt: skip
    assert view["documents"][0]["coverage"] == {"goals": {}, "principles": {}}


def test_hostile_words_keep_their_meaning(run: Run, outcome: Outcome) -> None:
    hostile = "\x1b[31m\u202e\x9b \ud800 ”å”"
    finding = replace(outcome.findings[0], message=hostile)
    text = render_json(view_report(replace(run, outcomes=(replace(outcome, path=hostile, findings=(finding,)),))))
    view = json.loads(text.encode("utf-8"))
    _validator("report.schema.json").validate(view)
    assert view["documents"][0]["findings"][0]["message"] == hostile.replace("\ud800", "\ufffd")
    assert not set(text) & set("\x1b\x9b\u202e")


def test_the_outline(plan: Plan, golden: Golden) -> None:
    text = render_json(view_plan(plan, "plan"))
    _validator("plan.schema.json").validate(json.loads(text))
    golden("outline.json", text)


def test_every_object_of_the_outline_has_its_place(plan: Plan) -> None:
    view = json.loads(render_json(view_plan(plan, "plan")))
    placed = ["versions", "headings", "contents", "focus_areas", "interventions", "process", "glossary", "principles"]
    for name in placed:
        for each in view[name]:
            assert list(each["location"]) == ["path", "part", "paragraph", "start", "end", "quote"]
    intervention = view["interventions"][0]
    assert intervention["principles"] == [
        {
            "number": 5,
            "quote": "princip fem",
            "by": "number",
            "location": {
                "path": ["4 Insatser", "4.1 Lärportal för medarbetare", "AKTIVITETER"],
                "part": "document",
                "paragraph": 24,
                "start": 25,
                "end": 36,
                "quote": "princip fem",
            },
        }
    ]
