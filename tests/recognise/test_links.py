"""How an intervention refers to goals, beyond a code and its text on a line."""

from collections.abc import Callable

import pytest

from planlint.model.plan import LinkStatus, Plan

Read = Callable[..., Plan]

HEAD = """
# Handlingsplan

## 3 Fokusområden

### 3.1 Skola

1A: Alla elever når sina läromedel år 2028

1B: Alla lärare har rätt kompetens

## 4 Insatser

### 4.1 Lärportal

Text.

"""
A, B = "Alla elever når sina läromedel år 2028", "Alla lärare har rätt kompetens"


@pytest.mark.parametrize(
    "part",
    [
        f"**Effektmål**\n\n| Kod | Effektmål |\n|---|---|\n| 1A | {A} |\n| 1B | {B} |\n",
        f"**Effektmål**\n\n1A\n\n{A}\n\n1B\n\n{B}\n",
        f"| Effektmål | 1A: {A}; 1B: {B} |\n|---|---|\n| Aktiviteter | X |\n",
        f"**Effektmål**\n\n- {A} (1A)\n- {B} (1B).\n",
        f"**Effektmål**\n\n1A: ”{A}”\n\n1B: ”{B}”.\n",
        f"**Effektmål**\n\n1\\. 1A: {A}\n\n2\\. 1B: {B}\n",
        f"**Effektmål**\n\n**1A** {A}\\\n**1B** {B}\n",
    ],
)
def test_code_and_text_are_one_link(read: Read, part: str) -> None:
    links = read(HEAD + part).interventions[0].links
    found = [(link.code, link.place.text, link.text and link.text.text, link.status) for link in links]
    resolved = LinkStatus.RESOLVED
    assert found == [("1A", "1A", A, resolved), ("1B", "1B", B, resolved)]


@pytest.mark.parametrize(
    "line",
    [
        "Effektmål 1A och 1B",
        "**Effektmål 1A, 1B**",
        "#### Effektmål: 1A och B",
        "- Bidrar till effektmål 1A/1B.",
        "**Mål** 1A–1B",
        "EFFEKT MÅL – 1A, 1B",
        f"Effektmål 1A: {A}\n\nEffektmål 1B – {B}",
        f"#### Effektmål 1A\n\n{A}\n\n#### Effektmål 1B\n\n{B}",
    ],
)
def test_a_label_and_codes_on_one_line_are_a_goal_part(read: Read, line: str) -> None:
    found = read(HEAD + f"{line}\n\n**Aktiviteter**\n\n- X\n").interventions[0]
    assert [link.code for link in found.links] == ["1A", "1B"]
    assert {part.key for part in found.parts if part.items} == {"goal_links", "activities"}
    assert [text.text for text in found.background] == ["Text."]


@pytest.mark.parametrize(
    "line", ["Effektmål 1A följs upp varje år", "- Mål 1A: granskas", "Våra effektmål 1A och 1B styr"]
)
def test_a_sentence_about_a_goal_is_no_goal_part(read: Read, line: str) -> None:
    found = read(HEAD + f"**Aktiviteter**\n\n{line}\n").interventions[0]
    assert ([part.key for part in found.parts], found.links) == (["activities"], ())


def test_goals_by_their_words_between_semicolons(read: Read) -> None:
    links = read(HEAD + f"**Effektmål**\n\n{A}; {B}.\n").interventions[0].links
    assert [(link.code, link.status) for link in links] == [("1A", LinkStatus.BY_TEXT), ("1B", LinkStatus.BY_TEXT)]


def test_a_sentence_under_a_code_is_no_copy_of_the_goal(read: Read) -> None:
    links = read(HEAD + "**Effektmål**\n\n1A\n\nInsatsen ger läroplanen stöd i hela länet.\n").interventions[0].links
    assert [(link.code, link.text) for link in links] == [("1A", None)]


def test_letters_that_are_written_apart_from_their_marks(read: Read) -> None:
    links = read(HEAD + "**Effektmål**\n\nEffektma\u030al 1A och 1B\n").interventions[0].links
    assert [(link.code, link.place.text) for link in links] == [("1A", "1A"), ("1B", "1B")]


def test_principles_on_the_line_of_a_longer_label(read: Read) -> None:
    plan = read(HEAD + "**Principer för digital samverkan:** 5, 7 och 8\n")
    assert [mention.numbers for mention in plan.interventions[0].principles] == [(5, 7, 8)]
