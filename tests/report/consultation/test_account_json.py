"""The account for programs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planlint import __version__
from planlint.model.treatment import Treatment
from planlint.report.consultation.account_json import view_account
from planlint.report.json import render_json
from planlint.report.schemas import schemas
from tests.report.consultation import accounts
from tests.report.consultation.compilations import HAMN, HED, SKOG, VIK


def parsed(treatment: Treatment) -> dict[str, Any]:
    view: dict[str, Any] = json.loads(render_json(view_account(treatment, accounts.CALENDAR, "sv")))
    Draft202012Validator(json.loads(schemas()["account.schema.json"])).validate(view)
    return view


@pytest.fixture(scope="module")
def view() -> dict[str, Any]:
    return parsed(accounts.treatment())


def test_the_head(view: dict[str, Any]) -> None:
    assert list(view) == [
        "schema_version", "tool", "run", "old", "new", "table", "calendar", "respondents", "counts", "views", "changes",
    ]  # fmt: skip
    assert view["tool"] == {"name": "planlint", "version": __version__}
    assert view["run"] == {"phase": "remiss", "lang": "sv"}
    assert (view["old"]["path"], view["new"]["title"]) == (
        "plan.md", "Handlingsplan för digitalisering i Sjöbygden 2027–2029",
    )  # fmt: skip
    assert view["table"]["plan"]["digest"] == "0" * 16
    assert view["table"]["basis"][1] == {
        "respondents": SKOG, "path": "svar/1.docx", "revisions": 4, "comments": 2, "views": 3, "digest": "1" * 16,
    }  # fmt: skip
    assert view["calendar"] == {"last_day": "2026-11-27", "responsible": ["Ylva Norlander"]}
    assert view["respondents"] == [HAMN, SKOG, HED, VIK]
    assert view["counts"] == {
        "views": 13, "met": 5, "partly": 1, "not_met": 4, "noted": 1, "open": 2, "changes": 7, "tied": 6,
    }  # fmt: skip


def test_a_view_and_what_it_led_to(view: dict[str, Any]) -> None:
    assert view["views"][2] == {
        "number": "3", "id": "abcdefg3", "where": "rad 3", "respondents": HAMN, "chapter": "3 Fokusområden",
        "element": "Effektmål 2A", "kind": "Ändrad lydelse", "quote": accounts.WATCH[1], "text": "",
        "proposal": accounts.SOONER, "standpoint": "met", "reason": "", "version": "Version 0.5",
        "responsible": "Kim", "changes": [1], "doubt": None,
    }  # fmt: skip
    made = view["changes"][1]
    assert (made["change"]["sort"], made["change"]["kinds"]) == ("goal", ["changed"])
    assert made["causes"] == [{"view": 2, "bond": "words"}, {"view": 3, "bond": "place"}]
    for index, each in enumerate(view["views"]):
        assert each["changes"] == [
            at for at, change in enumerate(view["changes"]) if index in {cause["view"] for cause in change["causes"]}
        ]


def test_doubts_are_told(view: dict[str, Any]) -> None:
    assert {each["number"]: each["doubt"] for each in view["views"] if each["doubt"]} == {"8": "despite", "9": "unseen"}


def test_a_table_that_says_nothing_of_its_basis() -> None:
    empty = parsed(accounts.nothing())
    assert (empty["table"]["basis"], empty["views"], empty["changes"]) == ([], [], [])


def test_hostile_words_are_data() -> None:
    hostile = parsed(accounts.hostile())
    assert "\ud800" not in json.dumps(hostile, ensure_ascii=False)
    assert len(hostile["views"]) == 5
