"""Numbers in the text against what the plan has."""

import pytest

from tests.checks.held import hits

PLAN = """
# Handlingsplan

## 1 Sammanfattning

{text}

## 3 Fokusområden

### 3.1 Digital trygghet

{area}

1A: Invånarna är trygga.

1B: Verksamheterna är säkra.

### 3.2 Digital kompetens

2A: Alla kan.

## 4 Insatser

### 4.1 Säker inloggning

{intervention}

### 4.2 Digitala möten

### 4.3 E-arkiv
"""


def held(text: str = "Kort.", area: str = "Kort.", intervention: str = "Kort.") -> list[tuple[str, object, str | None]]:
    """The wrong numbers: the words, how many there are, and the words mended."""
    found = hits("PL109", PLAN.format(text=text, area=area, intervention=intervention))
    return [(hit.place.text, hit.words["count"], hit.suggestion) for hit in found]


@pytest.mark.parametrize(
    "text",
    [
        "Planen har två fokusområden, tre effektmål och tre insatser. De tre insatserna är valda.",
        "De 13 principerna följs.",
        "23 myndigheter, minst fem insatser och sju effektmål per område.",
        "Den förra planen hade sju insatser.",
    ],
)
def test_numbers_that_are_right_or_of_something_else(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De fem insatserna är valda.", ("De fem insatserna", 3, "De tre insatserna")),
        ("Två av de 5 insatserna är valda.", ("de 5 insatserna", 3, "de 3 insatserna")),
        ("Planen har fyra fokusområden.", ("fyra fokusområden", 2, "två fokusområden")),
        ("Planens elva effektmål är viktiga.", ("Planens elva effektmål", 3, "Planens tre effektmål")),
        ("De 12 principer för digital samverkan som finns.", ("De 12 principer", 13, "De 13 principer")),
    ],
)
def test_numbers_that_are_wrong(text: str, expected: tuple[str, int, str]) -> None:
    assert held(text) == [expected]


def test_what_is_said_in_an_area_or_an_intervention_is_said_of_it_unless_it_names_the_plan() -> None:
    assert held(area="Det finns två effektmål. De två effektmålen följs upp.") == []
    assert held(intervention="De två insatserna hör ihop, och projektet följer två principer.") == []
    assert held(intervention="En av planens fem insatser.") == [("planens fem insatser", 3, "planens tre insatser")]


def test_a_plan_in_which_nothing_was_recognised_is_not_accused() -> None:
    assert hits("PL109", "# Plan\n\n## 1 Sammanfattning\n\nDe fem insatserna.\n\n## 4 Insatser\n\nText.\n") == []


def test_a_code_that_stands_twice_may_count_once_or_twice() -> None:
    source = PLAN.replace("1B:", "1A:")
    for number in ("två", "tre"):
        text = f"Planen har {number} effektmål."
        assert hits("PL109", source.format(text=text, area="", intervention="")) == []


def test_typed_numbers_of_headings_are_no_claims() -> None:
    assert hits("PL109", "# Plan\n\n**5 Insatser**\n\nText.\n\n## 4 Insatser\n\n### 4.1 A\n\n### 4.2 B\n") == []
