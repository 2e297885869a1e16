"""The compilation for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planlint import __version__
from planlint.consult.cells import digest_of
from planlint.model.consultation import Compilation
from planlint.report.consultation.compilation_json import view_compilation
from planlint.report.json import render_json
from planlint.report.schemas import schemas
from tests.report.consultation.compilations import AS, HAMN, HED, SKOG, VIK, many, sent, spot


def parsed(compilation: Compilation) -> dict[str, Any]:
    view: dict[str, Any] = json.loads(render_json(view_compilation(compilation, "sv")))
    Draft202012Validator(json.loads(schemas()["compilation.schema.json"])).validate(view)
    return view


@pytest.fixture(scope="module")
def view(compilation: Compilation) -> dict[str, Any]:
    return parsed(compilation)


def element(number: str, part: str = "") -> dict[str, Any]:
    found = spot(number, part)
    return {"key": found.key, "sort": found.sort, "number": found.number, "title": found.title, "part": found.part}


def source(who: str, answer: int, file: str, **values: object) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "respondent": who, "answer": answer, "file": file, "author": f"Kim i {who}", "date": "2026-11-20T10:00:00Z",
        "text": "", "marks": 0, "comments": 0,
    }  # fmt: skip
    return usual | values


def test_the_head(view: dict[str, Any], compilation: Compilation) -> None:
    outcome = sent().run.outcomes[0]
    assert list(view) == [
        "schema_version", "tool", "run", "plan", "answers", "entries", "unplaced", "digest", "invited", "calendar",
        "counts", "trials",
    ]  # fmt: skip
    assert view["tool"] == {"name": "planlint", "version": __version__}
    assert view["run"] == {"phase": "remiss", "lang": "sv", "anonymous": False}
    assert view["plan"] == {
        "path": "samples/norradalen-plan.docx", "sha256": outcome.sha256, "framework": outcome.framework,
        "reading": "final", "title": "Handlingsplan för digitalisering i Norrådalen 2027–2029", "version": "0.4",
        "date": "2026-09-15",
    }  # fmt: skip
    assert view["digest"] == digest_of(entry.id for entry in compilation.entries)
    assert view["unplaced"] == [28, 29, 30]
    assert view["calendar"] == {"last_day": "2026-11-27", "invited": [HAMN, SKOG], "responsible": ["Ylva Norlander"]}
    assert view["invited"][3] == {"name": "Björkdals kommun", "answered": False}


def test_the_answers(view: dict[str, Any]) -> None:
    assert view["answers"][3] == {
        "path": "svar/hedlunda.docx", "sha256": "4" * 64, "respondents": [HED], "form": "version", "revisions": 30,
        "comments": 0, "views": 5, "asides": [], "foreign": False, "last": "2026-12-02", "late": True, "error": None,
    }  # fmt: skip
    assert [each["late"] for each in view["answers"]] == [False, False, False, True, False, False]
    assert view["answers"][4]["asides"] == ["Hej!", "Vänliga hälsningar, Ulla"]
    assert view["answers"][5]["error"] == {"code": "damaged", "message": "Filen är skadad och går inte att öppna."}
    assert view["answers"][5]["form"] is None


def test_an_entry(view: dict[str, Any], compilation: Compilation) -> None:
    place = {"part": "document", "paragraph": 7, "start": 0, "end": 11}
    assert view["entries"][8] == {
        "number": 9, "id": compilation.entries[8].id, "respondents": [HAMN], "element": element("1A"), "why": None,
        "kind": "comment", "way": "comment", "quote": "95 procent", "text": "Hur mäts detta?\nVi saknar en baslinje.",
        "proposal": "", "move": None,
        "replies": [
            {"author": "Ylva Norlander", "date": "2026-11-21", "text": "Genom skolornas egen statistik."},
            {"author": "", "date": "", "text": "Bra."},
        ],
        "resolved": True, "marks": 0, "comments": 3,
        "sources": [
            source(
                HAMN, 0, "svar/furuhamn.docx", way="comment", text="Hur mäts detta?\nVi saknar en baslinje.",
                comments=3, place=place | {"end": 10},
            )
        ],
        "against": [], "like": None,
    }  # fmt: skip
    shared = view["entries"][2]
    assert shared["respondents"] == [HAMN, HED]
    assert [each["file"] for each in shared["sources"]] == ["svar/furuhamn.docx", "svar/hedlunda.docx"]
    assert (shared["comments"], [each["comments"] for each in shared["sources"]]) == (4, [2, 2])
    assert [view["entries"][index]["against"] for index in (5, 6, 7)] == [[7, 8], [6, 8], [6, 7]]
    assert view["entries"][21]["like"] == 17
    assert view["entries"][26]["move"] == {"to": element("4.4"), "after": "Indikator"}
    assert (view["entries"][27]["element"], view["entries"][27]["why"]) == (None, "not-found")


def test_the_counts(view: dict[str, Any]) -> None:
    counts = view["counts"]
    assert {key: value for key, value in counts.items() if isinstance(value, int)} == {
        "answers": 6, "views": 30, "unplaced": 3, "contradicted": 3, "revisions": 83, "comments": 14, "asides": 3,
    }  # fmt: skip
    assert sum(counts["by_kind"].values()) == 30
    assert counts["by_kind"]["comment"] == 15
    assert [(each["respondent"], each["views"]) for each in counts["by_respondent"]] == [
        (HAMN, 12), (SKOG, 11), (AS, 2), (HED, 5), (VIK, 3),
    ]  # fmt: skip
    assert [(each["chapter"]["number"], each["views"]) for each in counts["by_chapter"]] == [
        (None, 2), ("1", 2), ("2", 1), ("3", 7), ("4", 15),
    ]  # fmt: skip
    assert sum(each["views"] for each in counts["by_element"]) == 30
    assert [each["views"] for each in counts["by_element"] if each["element"] is None] == [3]
    assert [each for each in counts["by_element"] if each["element"] == element("1A")] == [
        {
            "element": element("1A"),
            "views": sum(entry["element"] == element("1A") for entry in view["entries"]),
            "by_respondent": [
                {"respondent": HAMN, "views": 2}, {"respondent": SKOG, "views": 1}, {"respondent": HED, "views": 1},
            ],
        }
    ]  # fmt: skip


def test_the_trials(view: dict[str, Any], compilation: Compilation) -> None:
    trials = view["trials"]
    assert compilation.trials is not None
    assert [each["respondent"] for each in trials["each"]] == [HAMN, SKOG]
    assert trials["together"]["respondent"] == ""
    assert trials["contradicted"] == [6, 7, 8]
    first = trials["together"]["new"][0]
    assert first["by"] == [HED]
    found = compilation.trials.each[0].findings.new
    assert [each["finding"]["fingerprint"] for each in trials["each"][0]["new"]] == [
        each.finding.fingerprint for each in found
    ]
    told = [each["cause"] for each in trials["each"][0]["new"]]
    assert [each and each["kind"] for each in told] == [each.cause.kind if each.cause else None for each in found]
    assert {"kind": "added", "element": "4.4", "parts": [], "unlinked": []} in told


def test_the_same_compilation_gives_the_same_bytes(compilation: Compilation) -> None:
    one, other = (render_json(view_compilation(each, "sv")) for each in (compilation, replace(compilation)))
    assert one == other


def test_trouble_is_told_in_the_language_asked_for(compilation: Compilation) -> None:
    error = view_compilation(compilation, "en").answers[5].error
    assert error is not None
    assert error.message == "The file is damaged and cannot be opened."


def test_without_trials() -> None:
    view = parsed(replace(many(0), answers=(), invited=(), trials=None))
    assert (view["entries"], view["answers"], view["trials"]) == ([], [], None)


def test_hostile_words_are_words(hostile: Compilation) -> None:
    view = parsed(hostile)
    assert view["run"]["anonymous"] is True
    assert view["entries"][2]["text"] == "=1+1"
    quote = view["entries"][0]["quote"]
    assert "\ufffd" in quote
    assert "\ud800" not in quote
    assert "<r>rik</r> _x000D_" in quote
    assert len(view["entries"][1]["text"]) > 100_000
