"""The steps of a timeline, in the ways in which municipalities write one."""

from collections.abc import Callable

import pytest

from planlint.model.plan import Plan
from planlint.model.timeline import TimelineStep
from planlint.recognise.timeline import MOST
from planlint.rulebook import Rulebook

Read = Callable[..., Plan]


@pytest.fixture
def timeline(read: Read, rulebook: Rulebook) -> Callable[[str], tuple[TimelineStep, ...]]:
    def steps(text: str) -> tuple[TimelineStep, ...]:
        plan = read(text, rulebook.frameworks["remiss-tidplan"])
        assert plan.kind == ("timeline" if plan.timeline else "unknown")
        return plan.timeline

    return steps


def said(step: TimelineStep) -> tuple[str, str, str]:
    days = "–".join(day.isoformat() if day else "?" for day in dict.fromkeys((step.first, step.last)))
    return days, step.text.text, next(iter(step.kinds), "")


def test_a_list_of_ranges(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Remiss av handlingsplanen

        - 2027-03-01–2027-04-09: Handlingsplanen är ute på remiss.
        - 2027-04-12 – 04-23 Synpunkterna bearbetas.
        - Måndag 26 april 2027: Förbundsdirektionen beslutar.
        - Senast 2027-05-03: Planen publiceras.
        """
    )
    assert [said(step) for step in steps] == [
        ("2027-03-01–2027-04-09", "Handlingsplanen är ute på remiss.", "consultation"),
        ("2027-04-12–2027-04-23", "Synpunkterna bearbetas.", "revision"),
        ("2027-04-26", "Förbundsdirektionen beslutar.", "decision"),
        ("2027-05-03", "Planen publiceras.", "publication"),
    ]
    first, second, *_ = steps
    assert (first.place.text, first.start.text, first.end.text) == (
        "2027-03-01–2027-04-09: Handlingsplanen är ute på remiss.",
        "2027-03-01",
        "2027-04-09",
    )
    assert (second.start.text, second.end.text, second.end.start) == ("2027-04-12", "04-23", 13)


def test_columns_for_the_first_and_the_last_day(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan

        | Aktivitet | Start | Slut | Ansvarig |
        |---|---|---|---|
        | Enkät till kommunerna | 2027-01-11 | 2027-01-22 | Processledaren |
        | Remiss | 1 mars 2027 | 9 april 2027 | Kommunerna |
        | Löpande dialog |  |  | Alla |
        | Beslut | 2027-04-26 |  | Direktionen |
        """
    )
    assert [said(step) for step in steps] == [
        ("2027-01-11–2027-01-22", "Enkät till kommunerna", "survey"),
        ("2027-03-01–2027-04-09", "Remiss", "consultation"),
        ("2027-04-26", "Beslut", "decision"),
    ]
    assert [[actor.text for actor in step.actors] for step in steps] == [
        ["Processledaren"],
        ["Kommunerna"],
        ["Direktionen"],
    ]
    assert steps[0].start.paragraph != steps[0].end.paragraph


def test_a_column_is_told_by_its_days(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan för remissen 2027

        | | |
        |---|---|
        | v. 9–14 | Planen är ute på remiss |
        | v. 15–16 | Synpunkterna sammanställs |
        | 26/4 | Direktionen beslutar |
        """
    )
    assert [said(step) for step in steps] == [
        ("2027-03-01–2027-04-09", "Planen är ute på remiss", "consultation"),
        ("2027-04-12–2027-04-23", "Synpunkterna sammanställs", "compilation"),
        ("2027-04-26", "Direktionen beslutar", "decision"),
    ]


def test_days_that_stand_behind_and_days_above(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan

        Publicerad: 2027-01-04

        ## Tidplan för remissen

        Remisstid: 1 mars–9 april 2027

        Bearbetning (12–23 april)

        ### 26 april 2027

        Direktionen beslutar om planen.

        ### 3 maj 2027

        Planen publiceras.
        """
    )
    assert [said(step) for step in steps] == [
        ("2027-03-01–2027-04-09", "Remisstid", "consultation"),
        ("2027-04-12–2027-04-23", "Bearbetning", "revision"),
        ("2027-04-26", "Direktionen beslutar om planen.", "decision"),
        ("2027-05-03", "Planen publiceras.", "publication"),
    ]


def test_a_day_that_does_not_exist_or_that_nobody_can_tell(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan

        - 2027-02-01–2027-02-30: Remiss
        - mars 2027: Bearbetning
        - 2027-04-26: Beslut
        """
    )
    assert [(step.first is None, step.last is None) for step in steps] == [(False, True), (True, True), (False, False)]


def test_bullets_in_one_paragraph_begin_lines(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan

        • 2027-03-01–2027-04-09: Remiss – ut till alla
        • 2027-04-12: Bearbetning
        • 2027-04-26: Beslut
        """
    )
    assert [step.text.text for step in steps] == ["Remiss – ut till alla", "Bearbetning", "Beslut"]


def test_no_more_steps_are_read_than_can_be_compared(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    assert len(timeline("# Tidplan\n\n" + "- 2027-03-01–2027-04-09: Remiss\n" * (MOST + 1))) == MOST


def test_a_version_history_is_no_timeline(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Handlingsplan

        | Datum | Version | Förändringsorsak |
        |---|---|---|
        | 2027-01-11 | 0.1 | Utkast |
        | 2027-03-01 | 0.2 | Remiss |
        | 2027-04-26 | 1.0 | Beslut |
        """
    )
    assert steps == ()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Planen skickas ut på remiss", ["consultation"]),
        ("Remiss: svaren kommer in och sammanställs", ["consultation", "compilation"]),
        ("Sista dag att svara på remissen", ["consultation", "response"]),
        ("Sammanställning av remissvaren", ["compilation"]),
        ("Remissvaren bearbetas", ["revision"]),
        ("Bearbetning efter remissen", ["revision"]),
        ("Rådet beslutar att skicka planen på remiss", []),
        ("Underlag för beslut tas fram", ["drafting"]),
        ("Respondenterna besvarar enkäten", ["response", "survey"]),
        ("Sammanställningen analyseras", ["analysis"]),
        ("Direktionen fastställer planen", ["decision"]),
        ("Remissversionen av planen publiceras", []),
        ("Planen publiceras med en remissredogörelse", ["publication", "account"]),
        ("E-rådet redovisar hur synpunkterna har tagits om hand", ["account", "presentation"]),
        ("Kansliet redovisar enkäten och tar hand om gästerna", ["presentation", "survey"]),
        ("Fika", []),
    ],
)
def test_what_a_step_is_about(
    words: str, kinds: list[str], timeline: Callable[[str], tuple[TimelineStep, ...]]
) -> None:
    steps = timeline(f"# Tidplan\n\n- 2027-03-01–2027-04-09: {words}\n- 2027-04-10: A\n- 2027-04-11: B\n")
    assert list(steps[0].kinds) == kinds


def test_who_does_it_is_named_once(timeline: Callable[[str], tuple[TimelineStep, ...]]) -> None:
    steps = timeline(
        """
        # Tidplan

        - 2027-03-01: Kommundirektörerna och socialchefsnätverket möter rådet; rådet antecknar. Området är stort.
        - 2027-03-02: Workshop
        - 2027-03-03: Beslut
        """
    )
    assert [actor.text for actor in steps[0].actors] == ["Kommundirektörerna", "socialchefsnätverket", "rådet"]


PLAN = """
# Handlingsplan för digitalisering i Norrådalen 2027–2029

## 4 Insatser

### 4.1 E-arkiv

#### Tidplan

- 2027-01-11–2027-02-12: Remiss av kravlistan
- 2027-02-15–2027-02-26: Upphandling
- 2027-03-01: Beslut

## 5 Tidplan

- 2027-01-11–2027-03-12: {first}
- 2027-03-15–2027-03-26: Synpunkterna bearbetas.
- 2027-03-29: Direktionen beslutar.
"""


def test_the_timeline_of_a_plan_is_its_chapter_about_the_consultation(read: Read) -> None:
    plan = read(PLAN.format(first="Planen är ute på remiss."))
    assert plan.kind == "plan"
    assert [step.text.text for step in plan.timeline] == [
        "Planen är ute på remiss.",
        "Synpunkterna bearbetas.",
        "Direktionen beslutar.",
    ]


def test_when_things_are_done_is_no_such_timeline(read: Read) -> None:
    assert read(PLAN.format(first="E-arkivet införs.")).timeline == ()
