"""INTERFACE.md held against what comes out, with the file itself read a second time in the plainest way there is."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from planlint.rulebook import load

Planlint = Callable[..., tuple[int, str, str]]
Json = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOT_SHOWN = {"final": {f"{W}del", f"{W}moveFrom"}, "original": {f"{W}ins", f"{W}moveTo"}, "both": set[str]()}
GONE = {"final": f"{W}del", "original": f"{W}ins", "both": "nothing"}
ELSEWHERE = {f"{W}pPr", f"{W}rPr", f"{W}txbxContent", FALLBACK}
CHARACTERS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
PLANS = ("fake-headings", "gdocs-like", "libreoffice", "swedish-styles", "tables", "tracked-comments")
SAMPLES = ("norradalen-plan", "norradalen-utkast", "norradalen-remissvar")


def paragraphs(file: Path, part: str, reading: str) -> list[str]:
    """The text of every `w:p` of the part in document order; one whose mark is deleted goes on with the next."""
    with ZipFile(file) as package:
        root = etree.fromstring(package.read(f"word/{part}.xml"))
    fields: list[bool] = []
    texts: list[str] = []
    joined: int | None = None
    for index, paragraph in enumerate(root.iter(f"{W}p")):
        texts.append("".join(pieces(paragraph, NOT_SHOWN[reading], fields)))
        if joined is not None:
            texts[joined] += texts[index]
        mark = paragraph.find(f"{W}pPr/{W}rPr/{GONE[reading]}")
        joined = None if mark is None else index if joined is None else joined
    return texts


def pieces(element: etree._Element, hidden: set[str], fields: list[bool]) -> Iterator[str]:
    """The characters in an element, `fields` telling for every open field whether its result has begun."""
    for child in element:
        if child.tag in hidden | ELSEWHERE:
            continue
        if child.tag == f"{W}fldChar":
            step = child.get(f"{W}fldCharType")
            if step == "begin":
                fields.append(False)
            elif fields and step == "separate":
                fields[-1] = True
            elif fields:
                fields.pop()
        elif child.tag in {f"{W}t", f"{W}delText"} or child.tag in CHARACTERS:
            if all(fields):
                yield CHARACTERS.get(str(child.tag), child.text or "")
        elif child.tag == f"{W}br":
            yield "" if child.get(f"{W}type") in {"page", "column"} else "\n"
        else:
            yield from pieces(child, hidden, fields)


def locations(node: Json) -> Iterator[Json]:
    if isinstance(node, list):
        for each in node:
            yield from locations(each)
    elif isinstance(node, dict):
        if "quote" in node and "paragraph" in node:
            yield node
        else:
            yield from locations(list(node.values()))


@pytest.fixture
def schemas(root: Path) -> dict[str, Draft202012Validator]:
    folder = root / "schemas"
    return {
        name: Draft202012Validator(json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8")))
        for name in ("report", "plan")
    }


def hold_places(file: Path, reading: str, planlint: Planlint, schemas: dict[str, Draft202012Validator]) -> int:
    """Hold every place in both views against the file; how many there were."""
    options = ("--reading", reading, "--format", "json")
    report = json.loads(planlint("check", str(file), "--phase", "publicering", *options)[1])
    outline = json.loads(planlint("outline", str(file), *options)[1])
    schemas["report"].validate(report)
    schemas["plan"].validate(outline)
    findings = report["documents"][0]["findings"]
    assert len({finding["fingerprint"] for finding in findings}) == len(findings)
    about_file = {rule.code for rule in load().rules if rule.about == "file"}
    final = list(locations([f for f in findings if f["rule"] in about_file]))  # the same in both readings
    places = list(locations([report, outline]))
    names = {place["part"] for place in places}
    parts = {part: paragraphs(file, part, reading) for part in names}
    accepted = {part: paragraphs(file, part, "final") for part in names}
    struck = [
        f["location"] for f in findings if f["rule"] == "PL606" and f["location"]["start"] == f["location"]["end"]
    ]
    for place in struck:
        assert place["quote"] in paragraphs(file, place["part"], "both")[place["paragraph"]]
    for place in (place for place in places if place not in struck):
        text = (accepted if any(place is each for each in final) else parts)[place["part"]][place["paragraph"]]
        assert text[place["start"] : place["end"]] == place["quote"]
        assert not any(words.partition(" ")[0].endswith(".") for words in place["path"])
    return len(places)


@pytest.mark.parametrize("reading", ["final", "original"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_place_in_a_sample_is_where_the_file_has_it(
    planlint: Planlint, schemas: dict[str, Draft202012Validator], root: Path, name: str, reading: str
) -> None:
    assert hold_places(root / "samples" / f"{name}.docx", reading, planlint, schemas) > 130


@pytest.mark.parametrize("reading", ["final", "original"])
@pytest.mark.parametrize("name", PLANS)
def test_every_place_in_a_real_plan_is_where_the_file_has_it(
    planlint: Planlint, schemas: dict[str, Draft202012Validator], plans: Path, name: str, reading: str
) -> None:
    assert hold_places(plans / f"{name}.docx", reading, planlint, schemas) > 180


def test_every_object_in_an_outlines_list_says_where_it_stands(planlint: Planlint, root: Path) -> None:
    outline = json.loads(planlint("outline", str(root / "samples" / "norradalen-plan.docx"), "--format", "json")[1])
    assert list(outline) == [
        "schema_version", "kind", "framework", "title", "subtitle", "version", "date", "period", "versions", "headings",
        "contents", "focus_areas", "interventions", "process", "glossary", "principles", "card", "timeline",
    ]  # fmt: skip
    assert (outline["card"], outline["timeline"]) == (None, [])
    elements = list(_elements(outline))
    assert len(elements) > 100
    assert [element for element in elements if list(element["location"]) != PLACE] == []
    assert all(heading.get("fake", True) is True for heading in outline["headings"])
    assert {type(row["page"]) for row in outline["contents"]} == {str}


PLACE = ["path", "part", "paragraph", "start", "end", "quote"]


def _elements(node: Json) -> Iterator[Json]:
    for each in node.values() if isinstance(node, dict) else node:
        if isinstance(each, dict | list):
            yield from (element for element in each if isinstance(each, list) and isinstance(element, dict))
            yield from _elements(each)


@pytest.mark.parametrize("place", ["", "under"])
def test_only_the_path_depends_on_where_planlint_is_started(
    planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (folder / "under").mkdir()
    at_home = json.loads(planlint("check", "plan.md", "--format", "json")[1])
    monkeypatch.chdir(folder / place)
    away = json.loads(planlint("check", str(folder / "plan.md"), "--format", "json")[1])
    assert at_home == away
    assert away["documents"][0]["path"] == "plan.md"
