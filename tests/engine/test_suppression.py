"""Findings that an author accepts in the document: which, why, and what is told of a suppression that is not needed."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import markdown, word
from planlint.checks import CHECKS, CheckSpec, Node, Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.engine.findings import codes_of
from planlint.engine.suppress import LONGEST_REASON, read_suppressions
from planlint.model.document import Comment, Document
from planlint.model.finding import Finding, Hit
from planlint.model.outcome import Fault
from planlint.model.suppression import is_suppression
from planlint.model.text import Text
from planlint.model.words import Strict
from planlint.recognise import recognise
from planlint.rulebook import load
from planlint.rulebook.select import select
from tests.word.build import docx, p, r, styled

BOOK = load()
CODES = codes_of(BOOK.rules)
PLAN = """# Handlingsplan för digitalisering i Norrådalen 2026–2028

## 3 Fokusområden

### 3.1 Digital kompetens

**Effektmål**

1A: Alla invånare kan delta senast 2027

1B: Alla medarbetare kan verktygen senast 2027

## 4 Insatser

### 4.1 E-arkiv

Papperen tar slut.

**Effektmål**

9C: Arkiven är digitala

**Aktiviteter**

- Utreda behoven
- Utreda behoven
"""


def held_document(document: Document, config: Config) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    framework = BOOK.frameworks["fyrbodal-2020"]
    principles = BOOK.principles(framework)
    scope = Scope(recognise(document, framework, principles), framework, principles, document)
    return hold(scope, select(BOOK.rules, config.phase, config.select, config.ignore), config, BOOK.rules)


def held(text: str, *chosen: str, ignore: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """What the chosen rules find, PL003 always among them."""
    select = (*chosen, "PL003") if chosen else ()
    return held_document(markdown.read(text), Config(select=select, ignore=ignore, phase="publication"))[0]


def accepted(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(each.rule, each.location.place.text, each.suppressed) for each in findings if each.suppressed is not None]


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """What PL003 says, and of which words."""
    return [(each.message, each.location.place.text) for each in findings if each.rule == "PL003"]


@pytest.mark.parametrize(
    ("words", "rules", "reason"),
    [
        ("planlint: ok – beslutat", (), "beslutat"),
        ("planlint: ok - beslutat", (), "beslutat"),
        ("planlint: ok — beslutat", (), "beslutat"),
        ("planlint: ok: beslutat", (), "beslutat"),
        ("planlint: OK – beslutat", (), "beslutat"),
        ("planlint: ok, beslutat", (), "beslutat"),
        ("planlint: ok. Beslutat.", (), "Beslutat."),
        ("planlint ok: beslutat", (), "beslutat"),
        ("planlint:ok–beslutat", (), "beslutat"),
        (" Planlint – ok beslutat i rådet – se protokoll", (), "beslutat i rådet – se protokoll"),
        ("planlint:\u00a0ok\u00a0–\u00a0beslutat\ni rådet ", (), "beslutat i rådet"),
        ("planlint: okay - decided", (), "decided"),
        ("planlint: okej – beslutat", (), "beslutat"),
        ("planlint: ok PL311 – beslutat", ("PL311",), "beslutat"),
        ("planlint: ok pl311 beslutat", ("PL311",), "beslutat"),
        ("planlint: ok PL311-beslutat", ("PL311",), "beslutat"),
        ("planlint: ok – PL311: beslutat", ("PL311",), "beslutat"),
        ("planlint: ok PL311, PL302 – beslutat", ("PL311", "PL302"), "beslutat"),
        ("planlint: ok PL311 och PL302 – beslutat", ("PL311", "PL302"), "beslutat"),
        ("planlint: ok PL311/PL302: beslutat", ("PL311", "PL302"), "beslutat"),
        ("planlint: ok vague-benefit – beslutat", ("PL311",), "beslutat"),
        ("planlint: ok vague-benefit, Unknown-Goal - beslutat", ("PL311", "PL302"), "beslutat"),
        ("planlint: ok PL311, PL311 – beslutat", ("PL311",), "beslutat"),
        ("planlint: ok – e-arkiv – beslutat", (), "e-arkiv – beslutat"),
        ("planlint: ok e-arkiv är beslutat", (), "e-arkiv är beslutat"),
        ("planlint: ok – EU27 är med", (), "EU27 är med"),
        ("planlint: ok", (), ""),
        ("planlint: ok –", (), ""),
        ("planlint: ok?", (), ""),
        ("planlint: ok PL311", ("PL311",), ""),
        ("planlint: ok PL311 –", ("PL311",), ""),
    ],
)
def test_what_a_comment_says(words: str, rules: tuple[str, ...], reason: str) -> None:
    (found,) = read_suppressions([Comment("0", "", "", words)], CODES)
    assert (found.codes, found.unknown) == (rules, ())
    assert " ".join(found.reason.split()) == found.reason
    assert found.reason == (reason if any(map(str.isalnum, reason)) else "")


@pytest.mark.parametrize(
    ("words", "known", "unknown"),
    [
        ("planlint: ok PL999 – beslutat", (), ("PL999",)),
        ("planlint: ok PL3 – beslutat", (), ("PL3",)),
        ("planlint: ok PL311, PL999 – beslutat", ("PL311",), ("PL999",)),
        ("planlint: ok vauge-benefit – beslutat", (), ("vauge-benefit",)),
        ("planlint: ok vauge-benefit, PL302: beslutat", ("PL302",), ("vauge-benefit",)),
    ],
)
def test_a_rule_that_is_none_narrows_all_the_same(words: str, known: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    (found,) = read_suppressions([Comment("0", "", "", words, Text("document", 0, 0, "x"))], CODES)
    assert (found.codes, found.unknown, found.keys) == (known, unknown, known)


@pytest.mark.parametrize(
    "words", ["ok", "Är detta ok?", "planlint: okänt mål?", "planlint", "Fråga: planlint: ok – beslutat", "planlintok"]
)
def test_an_ordinary_comment_accepts_nothing(words: str) -> None:
    assert read_suppressions([Comment("0", "Kim Ek", "", words)], CODES) == ()
    assert not is_suppression(Comment("0", "Kim Ek", "", words))


def test_a_comment_above_a_block_or_in_a_line_accepts_the_findings_there() -> None:
    text = PLAN.replace("9C:", "<!-- planlint: ok – målet kommer -->\n9C:").replace(
        "### 4.1 E-arkiv", "### 4.1 E-arkiv <!-- planlint: ok PL303, missing-municipal-role – inga roller än -->"
    )
    found = held(text, "PL302", "PL303", "PL304", "PL305")
    assert accepted(found) == [
        ("PL303", "E-arkiv", "inga roller än"),
        ("PL304", "E-arkiv", "inga roller än"),
        ("PL302", "9C", "målet kommer"),
    ]
    assert [each.rule for each in found if each.suppressed is None] == ["PL305"]
    assert told(found) == []


def test_a_comment_on_its_own_line_accepts_the_whole_block_below_and_no_more() -> None:
    text = PLAN.replace("- Utreda behoven\n-", "<!-- planlint: ok – med flit -->\n\n- Utreda behoven\n-")
    assert accepted(held(text, "PL314")) == [("PL314", "Utreda behoven", "med flit")]
    above = PLAN.replace("**Aktiviteter**", "<!-- planlint: ok – med flit -->\n\n**Aktiviteter**")
    assert accepted(held(above, "PL314")) == []


def test_a_comment_on_other_words_of_the_paragraph_accepts_nothing() -> None:
    assert accepted(held_word(on="Arkiven")) == []
    assert accepted(held_word(on="9C")) == [("PL302", "9C", "målet kommer")]
    assert accepted(held_word(on="")) == [("PL302", "9C", "målet kommer")]


def held_word(
    on: str, says: str = "planlint: ok – målet kommer", *, whole: str = "", more: str = ""
) -> tuple[Finding, ...]:
    """The plan in Word with a comment on words of the paragraph with goal 9C, or with other comments."""
    before, _, after = "9C: Arkiven är digitala".partition(on) if on else ("9C: Arkiven är digitala", "", "")
    spot = '<w:r><w:commentReference w:id="0"/></w:r>'
    inside = f'<w:commentRangeStart w:id="0"/>{r(on)}<w:commentRangeEnd w:id="0"/>{spot}' if on else spot
    body = (
        styled("Rubrik1", "3 Fokusområden")
        + styled("Rubrik2", "3.1 Digital kompetens")
        + p(r("Effektmål", "<w:b/>"))
        + p("1A: Alla invånare kan delta senast 2027")
        + styled("Rubrik1", "4 Insatser")
        + styled("Rubrik2", "4.1 E-arkiv")
        + p(r("Effektmål", "<w:b/>"))
        + p(r(before) + inside + r(after))
    )
    said = whole or comment(0, says)
    document = word.read(docx(body, comments=said + more, commentsExtended=THREAD if more else ""), "final")
    return held_document(document, Config(select=("PL302", "PL305", "PL003")))[0]


def comment(number: int, says: str, author: str = "Kim Ek") -> str:
    paragraph = f'<w:p w14:paraId="0000000{number + 1}">{r(says)}</w:p>'
    return f'<w:comment w:id="{number}" w:author="{author}">{paragraph}</w:comment>'


THREAD = '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'


@pytest.mark.parametrize("own", ["Fel PL302: effektmål 9C finns inte i planen.", "Fel PL302\nSe också PL305."])
def test_an_answer_to_planlints_own_comment_accepts_that_finding(own: str) -> None:
    found = held_word(
        on="9C: Arkiven är digitala",
        whole=comment(0, own, author="planlint"),
        more=comment(1, "planlint: ok – målet kommer"),
    )
    assert accepted(found) == [("PL302", "9C", "målet kommer")]
    assert told(found) == []


def test_an_answer_to_planlints_comment_on_another_rule_does_not() -> None:
    found = held_word(
        on="9C: Arkiven är digitala",
        whole=comment(0, "Fel PL305: nyttan saknas.", author="planlint"),
        more=comment(1, "planlint: ok – målet kommer"),
    )
    assert accepted(found) == []
    assert told(found) == [
        (
            "Undantaget ”planlint: ok – målet kommer” behövs inte: här finns ingen anmärkning från PL305.",
            "9C: Arkiven är digitala",
        )
    ]


def test_an_answer_to_somebody_elses_comment_stands_where_that_does() -> None:
    found = held_word(on="9C", whole=comment(0, "Finns målet?"), more=comment(1, "planlint: ok – målet kommer"))
    assert accepted(found) == [("PL302", "9C", "målet kommer")]


def test_a_suppression_without_a_reason_does_not_count_and_is_told() -> None:
    found = held(PLAN.replace("9C:", "<!-- planlint: ok -->\n9C:"), "PL302")
    assert accepted(found) == []
    assert told(found) == [("Undantaget ”planlint: ok” saknar skäl och gäller därför inte.", "9C: Arkiven är digitala")]


def test_a_suppression_that_nothing_needs_is_told() -> None:
    text = PLAN.replace("Papperen", "<!-- planlint: ok PL302 – målet kommer -->\nPapperen")
    assert told(held(text, "PL302")) == [
        (
            "Undantaget ”planlint: ok PL302 – målet kommer” behövs inte: här finns ingen anmärkning från PL302.",
            "Papperen tar slut.",
        )
    ]


def test_a_suppression_of_a_rule_that_did_not_run_may_be_needed() -> None:
    text = PLAN.replace("Papperen", "<!-- planlint: ok PL302, PL304 – målet kommer -->\nPapperen")
    assert told(held(text, "PL302")) == []
    assert told(held(text, "PL302", "PL304")) != []
    card_only = PLAN.replace("Papperen", "<!-- planlint: ok PL315 – målet kommer -->\nPapperen")
    assert told(held(card_only)) == []


def test_a_suppression_of_no_rule_is_told_where_no_rule_finds_anything() -> None:
    text = PLAN.replace("Papperen", "<!-- planlint: ok – så är det -->\nPapperen")
    assert told(held(text, "PL302")) == []
    assert told(held(text)) == [
        ("Undantaget ”planlint: ok – så är det” behövs inte: här finns ingen anmärkning.", "Papperen tar slut.")
    ]


def test_a_suppression_of_no_rule_is_needed_where_a_rule_that_rests_finds_something() -> None:
    """PL310 rests while the plan is a draft, and is ignored below."""
    text = PLAN.replace("### 4.1 E-arkiv", "### 4.1 E-arkiv <!-- planlint: ok – fälten kommer -->")
    others = ("PL3", "PL4")
    document = markdown.read(text)
    assert told(held_document(document, Config(phase="draft", ignore=others))[0]) == []
    assert told(held_document(document, Config(phase="publication", ignore=others))[0]) == []


def test_nothing_is_told_of_a_suppression_that_a_broken_rule_may_need(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_node: Node, _scope: Scope, _options: Strict) -> Iterator[Hit]:
        raise ZeroDivisionError

    text = PLAN.replace("Papperen", "<!-- planlint: ok – så är det -->\nPapperen")
    check = next(rule.check for rule in BOOK.rules if rule.code == "PL302")
    spec = CheckSpec(broken, CHECKS[check].node, {}, CHECKS[check].options)
    monkeypatch.setattr("planlint.engine.findings.CHECKS", {**CHECKS, check: spec})
    findings, faults = held_document(markdown.read(text), Config(phase="publication"))
    assert [fault.rule for fault in faults] == ["PL302"]
    assert told(findings) == []


def test_a_suppression_after_the_last_block_is_told_at_the_beginning() -> None:
    found = held(f"{PLAN}\n<!-- planlint: ok PL302 – glömd -->\n", "PL302")
    assert told(found) == [
        ("Undantaget ”planlint: ok PL302 – glömd” behövs inte: här finns ingen anmärkning från PL302.", "")
    ]


def test_a_suppression_names_a_rule_that_is_none() -> None:
    found = held(PLAN.replace("9C:", "<!-- planlint: ok PL999 – beslutat -->\n9C:"), "PL302")
    assert accepted(found) == []
    assert [message for message, _ in told(found)] == [
        "Undantaget ”planlint: ok PL999 – beslutat” nämner PL999, som inte är någon regel."
    ]


def test_a_long_reason_is_cut_and_control_characters_do_no_harm() -> None:
    said = "planlint: ok – \x00\x1b[31m" + "mycket " * 100_000
    (found,) = read_suppressions([Comment("0", "", "", said)], CODES)
    assert len(found.reason) == LONGEST_REASON
    assert found.reason.endswith(" mycket myc…")


HOSTILE = st.lists(
    st.sampled_from(
        ["planlint", ":", " ok", " – ", "PL302", ",", "-", "a", "vague-benefit", "\x00", "\ud800", "\n", "och "]
    )
    | st.text(max_size=3)
).map("".join)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_no_words_break_the_reading(words: str) -> None:
    for suppression in read_suppressions([Comment("0", "", "", f"planlint: ok {words}")], CODES):
        assert set(suppression.codes) <= {rule.code for rule in BOOK.rules}
        assert len(suppression.reason) <= LONGEST_REASON


@settings(max_examples=50, deadline=None)
@given(HOSTILE)
def test_no_words_break_a_rule(words: str) -> None:
    text = PLAN.replace("9C:", f"<!-- planlint: ok {words.replace('-->', '')} -->\n\n9C:")
    findings, faults = held_document(markdown.read(text), Config(select=("PL302", "PL003")))
    assert faults == ()
    assert [each.rule for each in findings if each.rule != "PL003"] == ["PL302"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("planlint: ok " + "PL302, " * 200_000 + "– x", id="rules"),
        pytest.param("planlint: ok " + "a-" * 500_000, id="hyphens"),
        pytest.param("planlint" + ": " * 500_000 + "ok", id="separators"),
        pytest.param("planlint: ok " + "a" * 1_000_000, id="letters"),
        pytest.param("planlint: ok " + ", " * 500_000, id="commas"),
    ],
)
def test_no_words_take_long(words: str) -> None:
    began = time.process_time()
    read_suppressions([Comment("0", "", "", words)], CODES)
    assert time.process_time() - began < 3


def test_many_suppressions_of_many_findings_take_no_longer_than_they_are_many() -> None:
    text = PLAN.replace("9C: Arkiven är digitala", "9C <!-- planlint: ok PL302 – kommer -->\n\n" * 3_000)
    began = time.process_time()
    found = held(text, "PL302")
    assert len(accepted(found)) == 3_000
    assert told(found) == []
    assert time.process_time() - began < 8
