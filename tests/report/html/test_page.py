"""The page as a whole: what it says in both languages, that it needs nothing from outside, and that its links lead."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from planlint.model.outcome import Outcome, Run, Trouble
from planlint.report.html import render_html
from tests.report.html.reading import HEADINGS, Element, find, only, outline, read, said


@pytest.fixture(scope="session")
def several(ruled: Run, outcome: Outcome) -> Run:
    """A run of three documents, one of which could not be read and one of which has nothing to remark on."""
    trouble = Trouble("damaged", "Filen är skadad.", "The file is damaged.")
    broken = Outcome(path="trasig.docx", sha256="0" * 64, kind="unknown", framework=None, plan=None, error=trouble)
    return replace(ruled, outcomes=(outcome, broken, replace(outcome, path="b.md", findings=())), passed_over=2)


def _without_matrices(run: Run) -> Element:
    main = only(read(render_html(run)), "//main")
    for each in find(main, ".//*[@class='matrices']"):
        each.clear()
    return main


def test_the_whole_page_in_swedish(ruled: Run, golden: Callable[[str, str], None]) -> None:
    golden("page.sv.txt", outline(_without_matrices(ruled), "sv"))


def test_the_whole_page_in_english(ruled: Run, golden: Callable[[str, str], None]) -> None:
    golden("page.en.txt", outline(_without_matrices(ruled), "en"))


def test_several_documents(several: Run, golden: Callable[[str, str], None]) -> None:
    golden("page.several.txt", outline(_without_matrices(several), "sv"))


def test_the_same_run_gives_the_same_bytes(ruled: Run) -> None:
    assert render_html(ruled) == render_html(ruled)


def test_nothing_is_fetched_and_only_the_pages_own_style_and_script_run(page: Element) -> None:
    (policy,) = (str(each.get("content")) for each in find(page, "//meta[@http-equiv='Content-Security-Policy']"))
    style, script = only(page, "//style"), only(page, "//script")
    digests = [
        base64.b64encode(hashlib.sha256((each.text or "").encode()).digest()).decode() for each in (style, script)
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    names = {str(name) for each in page.iter() for name in each.keys()}  # noqa: SIM118 -- an element holds children
    assert not names & {"src", "srcset", "style", "action", "background", "poster", "ping", "formaction"}
    assert [name for name in names if name.startswith("on")] == []
    assert {str(each.get("href"))[0] for each in find(page, "//*[@href]")} == {"#"}
    assert not re.search(r"url\(|@import|https?:", style.text or "")


def test_style_and_script_come_whole_and_hold_none_of_the_plans_words(ruled: Run, page: Element) -> None:
    other = read(render_html(replace(ruled, outcomes=())))
    for path in ("//style", "//script"):
        assert only(page, path).text == only(other, path).text
        assert len(only(page, path).text or "") > 1_000


@pytest.mark.parametrize("which", ["ruled", "several"])
def test_every_link_leads_somewhere_and_every_name_is_given_once(which: str, request: pytest.FixtureRequest) -> None:
    page = read(render_html(request.getfixturevalue(which)))
    ids = [str(each.get("id")) for each in find(page, "//*[@id]")]
    assert len(ids) == len(set(ids))
    named = {str(each.get(name)) for name in ("for", "aria-labelledby") for each in find(page, f"//*[@{name}]")}
    links = {str(each.get("href"))[1:] for each in find(page, "//*[@href]")}
    assert named | links <= set(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", each) for each in ids)


@pytest.mark.parametrize("which", ["ruled", "several"])
def test_headings_never_skip_a_level(which: str, request: pytest.FixtureRequest) -> None:
    levels = [int(str(each.tag)[1]) for each in read(render_html(request.getfixturevalue(which))).iter(*HEADINGS)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == (5 if which == "ruled" else 6)


def test_both_languages_stand_side_by_side(page: Element) -> None:
    alternatives = find(page, "//*[@class='t']")
    pairs = list(zip(alternatives[::2], alternatives[1::2], strict=True))
    assert len(pairs) > 100
    assert {(one.get("lang"), other.get("lang")) for one, other in pairs} == {("sv", "en")}
    assert all(one.getnext() is other for one, other in pairs)


@pytest.mark.parametrize(("language", "chosen"), [("sv", "lang-sv"), ("en", "lang-en")])
def test_the_runs_language_shows_first(ruled: Run, language: str, chosen: str) -> None:
    page = read(render_html(replace(ruled, language=language)))  # type: ignore[arg-type]
    assert only(page, "//html").get("lang") == language
    assert [each.get("id") for each in find(page, "//input[@name='language' and @checked]")] == [chosen]


def test_a_run_in_english_says_the_same_in_both_languages(ruled: Run, outcome: Outcome) -> None:
    finding = outcome.findings[2]
    english = replace(
        finding,
        message=finding.translation.message,
        why="Because.",
        help="Act.",
        translation=replace(finding.translation, message=finding.message, why=finding.why, help=finding.help),
    )
    run = replace(ruled, language="en", outcomes=(replace(outcome, findings=(english,)),))
    item = only(read(render_html(run)), "//article")
    assert said(only(item, ".//h5"), "sv") == "Varning Ingen insats är kopplad till effektmål 1B."
    assert said(only(item, ".//h5"), "en") == "Warning PL204 in English."
    assert said(only(item, ".//details"), "sv").startswith(f"Varför, och vad ni kan göra Varför: {finding.why}")
    assert said(only(item, ".//details"), "en") == "Why, and what you can do Why: Because. What to do: Act."


def test_the_plans_own_words_are_marked_as_swedish(page: Element) -> None:
    for path in ("//h1", "//q", "//*[@class='chapter']/h3/span", "//*[@class='part-head']/*/span"):
        assert {each.get("lang") for each in find(page, f"{path}[not(@class='t')]")} == {"sv"}


def test_a_file_that_could_not_be_read_says_so_in_both_languages(several: Run) -> None:
    alert = only(read(render_html(several)), "//section[@id='d2']//p[@class='alert']")
    assert said(alert, "sv") == "Kunde inte läsas: Filen är skadad."
    assert said(alert, "en") == "Could not be read: The file is damaged."


def test_the_filter_is_hidden_until_a_script_shows_it(page: Element) -> None:
    assert "hidden" in only(page, "//form").keys()  # noqa: SIM118 -- an element holds children, not attributes


def test_without_findings_there_is_nothing_to_filter(ruled: Run, outcome: Outcome) -> None:
    page = read(render_html(replace(ruled, outcomes=(replace(outcome, findings=()),))))
    assert find(page, "//form") == []
    assert said(only(page, "//*[@class='calm']")) == ("Inga anmärkningar från de regler som har körts.")


def test_no_document_at_all(ruled: Run) -> None:
    assert said(only(read(render_html(replace(ruled, outcomes=()))), "//h1")) == "Granskning av 0 dokument"
