"""Long passages that are nearly alike."""

import pytest

from planlint.model.finding import Hit
from tests.checks.held import hits

FIRST = (
    "Varje kommun väljer själv vilka insatser den går med i, men den som går med gör det fullt ut. "
    "Kommunerna får en förfrågan om varje insats när den närmar sig sin start och svarar inom en månad."
)


def held(second: str, first: str = FIRST) -> list[Hit]:
    return hits("PL110", f"# Plan\n\n## 1 Sammanfattning\n\n{first}\n\n## 4 Insatser\n\nInledning. {second}\n")


def test_a_word_that_was_changed_in_one_place() -> None:
    (hit,) = held(FIRST.replace("en månad", "tre månader"))
    assert hit.words["diff"] == "… svarar inom [-en månad-] {+tre månader+}"
    assert hit.words["where"] == "1 Sammanfattning"
    assert (hit.place.text[:16], [one.text for one in hit.related]) == ("Varje kommun väl", [FIRST])
    assert (hit.subject and hit.subject.id) == "4"


def test_a_copy_of_what_stands_before_the_first_heading() -> None:
    second = FIRST.replace("en månad", "tre månader")
    (hit,) = hits("PL110", f"# Plan\n\nInledning.\n\n{FIRST}\n\n## 4 Insatser\n\n{second}\n")
    assert (hit.case, hit.words["where"]) == ("front", "")


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        FIRST.upper(),
        FIRST.split(". ", maxsplit=1)[0].replace("fullt ut", "helt"),
        "Kommunerna samarbetar om digitaliseringen och hjälper varandra med det som är svårt att klara på egen hand.",
    ],
    ids=["equal", "case", "short", "other"],
)
def test_what_is_no_drifted_copy(second: str) -> None:
    assert held(second) == []


def test_names_and_figures_alone_are_meant_to_differ() -> None:
    first = FIRST.replace("Varje kommun", "Det är Granå kommun som").replace("en månad", "30 dagar")
    assert held(first.replace("Granå", "Tallviks").replace("30", "14"), first) == []


def test_goals_that_are_repeated_belong_to_another_rule() -> None:
    goal = "Invånarna i Norrådalen använder kommunernas digitala tjänster utan hjälp och är nöjda med dem " * 3
    areas = f"# Plan\n\n## 3 Fokusområden\n\n### 3.1 A\n\n1A: {goal}"
    source = f"{areas}\n\n## 4 Insatser\n\n### 4.1 B\n\n**Effektmål**\n\n1A: {goal}idag"
    assert hits("PL110", source) == []


def test_a_phrase_that_many_use_takes_no_time() -> None:
    source = "# Plan\n\n## 4 Insatser\n\n" + "\n\n".join(f"{FIRST} Slut {n}." for n in range(2_000))
    assert len(hits("PL110", source)) < 10
