"""Labels of one part that differ, and those that only seem to."""

import pytest

from tests.checks.held import hits


def plan(*interventions: tuple[str, ...], area: str = "Effektmål") -> str:
    """A plan with one area and these interventions, each with labels of parts over one item."""
    lines = [
        "# Plan",
        "## 3 Fokusområden",
        "### 3.1 Trygghet",
        f"**{area}**",
        "1A: Invånarna är trygga.",
        "## 4 Insatser",
    ]
    for number, labels in enumerate(interventions, 1):
        lines.append(f"### 4.{number} Insats {number}")
        for label in labels:
            lines += [f"**{label}**", "1A: Invånarna är trygga." if "mål" in label.casefold() else "- Göra något"]
    return "\n\n".join(lines)


def variants(source: str) -> list[tuple[object, object, str]]:
    """What is told: the usual form, how often it stands, and the others."""
    return [(h.words["usual"], h.words["times"], h.words["others"].sv) for h in hits("PL107", source)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("interventions", "expected"),
    [
        ((("Effektmål",), ("Effekt mål",)), [("Effektmål", 2, "”Effekt mål” (1)")]),
        ((("EFFEKTMÅL",), ("Effekt-mål:",)), [("Effektmål", 2, "”Effekt-mål” (1)")]),
        (
            (("Kommunernas roll",), ("Kommunernas roll",), ("Kommunernas ansvar",), ("Kommunernas uppdrag",)),
            [("Kommunernas roll", 2, "”Kommunernas ansvar” (1), ”Kommunernas uppdrag” (1)")],
        ),
        ((("Effektmål",), ("Koppling till effektmål",)), [("Effektmål", 2, "”Koppling till effektmål” (1)")]),
    ],
)
def test_one_part_in_different_words(interventions: tuple[tuple[str, ...], ...], expected: list[object]) -> None:
    assert variants(plan(*interventions)) == expected


def test_every_place_is_named_the_odd_ones_first() -> None:
    (hit,) = hits("PL107", plan(("Effektmål",), ("Effekt mål",), ("Effektmål",)))
    assert hit.place.text == "Effekt mål"
    assert [place.text for place in hit.related] == ["Effektmål"] * 3
    assert (hit.suggestion, hit.subject) == ("Effektmål", None)


@pytest.mark.parametrize(
    "source",
    [
        plan(("EFFEKTMÅL",), ("effektmål:",), ("Effektmål (ur kapitel 3)",)),
        plan(("E-rådets roll",), ("E\u2011rådets roll",)),
        plan(("Koppling till effektmål",), ("Koppling till effektmål",)),
        plan(("Bakgrund", "Syfte"), ("Bakgrund",)),
        plan(("E-rådets roll", "Kommunernas roll"), ("E-rådets roll", "Kommunernas roll")),
        plan(("Aktivitet",), ("Aktiviteter",)).replace("**Aktiviteter**", "**Aktiviteter**\n\n- Mer"),
        plan(("Effektmål",)).replace("### 4.1", "Ett effekt mål nås med tiden, och effekt-mål är bra.\n\n### 4.1"),
    ],
)
def test_what_is_no_variant(source: str) -> None:
    assert hits("PL107", source) == []


def test_a_label_in_the_areas_is_compared_with_the_interventions() -> None:
    assert variants(plan(("Effekt mål",), ("Effekt mål",), area="Effektmål")) == [("Effekt mål", 2, "”Effektmål” (1)")]
