"""What the rules on timelines find, and what they leave alone."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from planlint import markdown
from planlint.checks import Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.model.finding import Finding
from planlint.recognise import recognise
from planlint.rulebook import Rulebook, load
from planlint.rulebook.select import select

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load()


@pytest.fixture
def check(rulebook: Rulebook) -> Check:
    def run(text: str, rule: str, framework: str = "remiss-tidplan") -> list[Finding]:
        form = rulebook.frameworks[framework]
        document = markdown.read(dedent(text))
        plan = recognise(document, form, None)
        config = Config(debug=True)
        found, faults = hold(Scope(plan, form, None, document), select(rulebook.rules, "draft", (rule,)), config)
        assert faults == ()
        return list(found)

    return run


def steps(*lines: str) -> str:
    return "# Tidplan\n\n" + "\n".join(f"- {line}" for line in lines)


def about(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.subject.id, finding.location.place.text) for finding in found]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "2027-03-01–2027-04-09: Planen är ute på remiss",
            "2027-04-09–2027-04-23: Synpunkterna bearbetas",
            "2027-04-26: Beslut",
        ),
        ("2027-03-01–2027-04-09: Workshop", "2027-03-08–2027-04-09: Planen är ute på remiss", "2027-04-12: Beslut"),
        (
            "2027-03-01–2027-04-09: Planen är ute på remiss",
            "2027-03-01–2027-04-09: Planen är ute på remiss i nämnderna",
            "2027-04-12: Beslut",
        ),
        (
            "2027-03-22–2027-03-25: Utkastet tas fram",
            "2027-03-31–2027-04-30: Planen är ute på remiss",
            "2027-05-03: Beslut",
        ),
        (
            "2027-05-24–2027-07-02: Planen är ute på remiss",
            "2027-08-09–2027-08-27: Synpunkterna bearbetas",
            "2027-08-30: Beslut",
        ),
        ("2027-03-01: Workshop", "2027-03-15: Planen skickas ut på remiss", "2027-04-26: Beslut"),
        ("2027-03-01–2027-03-05: Workshop", "maj 2027: Planen är ute på remiss", "2027-06-21–2027-06-24: Beslut"),
        ("2027-03-01–2027-04-09: Planen är ute på remiss", "2027-03-15–2027-03-31: Fika", "2027-04-12: Beslut"),
    ],
    ids=["a-shared-day", "no-order", "one-kind", "easter", "vacation", "milestones", "a-month", "no-kind"],
)
def test_no_conflict(lines: tuple[str, ...], check: Check) -> None:
    assert check(steps(*lines), "PL602") == []


def test_steps_are_held_against_each_other_in_whatever_order_they_stand(check: Check) -> None:
    found = check(
        steps(
            "2027-04-05–2027-04-23: Synpunkterna bearbetas",
            "2027-03-01–2027-04-09: Planen är ute på remiss",
            "2027-04-08–2027-04-30: Direktionen beslutar",
        ),
        "PL602",
    )
    assert about(found) == [
        ("Synpunkterna bearbetas", "2027-04-05–2027-04-23"),
        ("Direktionen beslutar", "2027-04-08–2027-04-30"),
        ("Direktionen beslutar", "2027-04-08–2027-04-30"),
    ]
    assert ["i 5 dagar" in found[0].message, "i 2 dagar" in found[1].message, "i 16 dagar" in found[2].message] == [
        True
    ] * 3
    assert [place.place.text for place in found[0].related] == ["2027-03-01–2027-04-09"]


def test_days_without_a_step_after_the_last_to_end(check: Check) -> None:
    found = check(
        steps(
            "2027-03-01–2027-04-30: Planen är ute på remiss",
            "2027-03-08–2027-03-12: Workshop",
            "2027-05-05–2027-05-07: Direktionen beslutar",
        ),
        "PL602",
    )
    assert about(found) == [("Direktionen beslutar", "2027-05-05–2027-05-07")]
    assert "2 arbetsdagar som inget steg täcker (2027-05-03–2027-05-04)" in found[0].message
    assert [place.place.text for place in found[0].related] == ["2027-03-01–2027-04-30"]


REST = ("2027-10-01: Beslut", "2027-10-04: Planen publiceras")


@pytest.mark.parametrize(
    "lines",
    [
        ("2027-03-01–2027-04-02: Planen är ute på remiss",),
        ("2027-03-01–2027-04-23: Planen skickas på remiss, svar senast 2 april 2027. Svaren sammanställs",),
        ("2027-03-01: Planen skickas på remiss", "2027-04-02: Sista svarsdag"),
        ("2027-03-01: Planen skickas på remiss", "Senast 2027-04-02: Remissvar"),
        ("2027-02-26: Planen skickas på remiss", "2027-03-01–2027-04-02: Remisstid"),
        ("mars 2027: Planen är ute på remiss", "april 2027: Svaren sammanställs"),
        ("2027-03-01–2027-03-05: Rådet beslutar att skicka planen på remiss", "2027-03-08–2027-04-09: Remiss"),
        ("2027-04-12–2027-04-16: Sammanställning av remissvaren",),
        ("2027-03-01–2027-03-05: Underlag för remiss tas fram",),
        ("2027-03-05–2027-03-01: Planen är ute på remiss",),
    ],
)
def test_time_enough_to_answer(lines: tuple[str, ...], check: Check) -> None:
    assert check(steps(*lines, *REST), "PL603") == []


@pytest.mark.parametrize(
    ("lines", "message", "quote"),
    [
        (
            ("2027-02-22–2027-03-26: Planen är ute på remiss",),
            "Sista svarsdagen 2027-03-26 är en ledig dag (Långfredagen).",
            "2027-02-22–2027-03-26",
        ),
        (
            ("2027-02-22–2027-03-19: Planen är ute på remiss. Svaren bearbetas",),
            (
                "Remissen har ingen egen sista svarsdag: 2027-02-22–2027-03-19 rymmer både tiden att svara och "
                "bearbetning av synpunkter."
            ),
            "2027-02-22–2027-03-19",
        ),
        (
            ("2027-04-26: Planen skickas på remiss", "2027-06-06: Sista svarsdag"),
            "Sista svarsdagen 2027-06-06 är en ledig dag (Nationaldagen).",
            "2027-06-06",
        ),
        (
            ("2027-03-01: Planen skickas på remiss, svar senast 24 mars",),
            "Remissen 2027-03-01–2027-03-24 ger 18 arbetsdagar att svara på, men minst 20 behövs.",
            "2027-03-01",
        ),
    ],
)
def test_too_little_or_unclear_time(lines: tuple[str, ...], message: str, quote: str, check: Check) -> None:
    found = [(finding.message, finding.location.place.text) for finding in check(steps(*lines, *REST), "PL603")]
    assert found == [(message, quote)]


def test_the_least_time_is_the_frameworks(rulebook: Rulebook) -> None:
    form = rulebook.frameworks["remiss-tidplan"].model_copy(update={"name": "egen"})
    document = markdown.read(steps("2027-03-01–2027-03-05: Planen är ute på remiss", *REST))
    (rule,) = (one for one in rulebook.rules if one.code == "PL603")
    moved = rule.model_copy(update={"options": {**rule.options, "least": 5}})
    chosen = select((moved,), "draft", ("PL603",))
    found, faults = hold(Scope(recognise(document, form, None), form, None, document), chosen, Config(debug=True))
    assert (found, faults) == ((), ())


def test_what_a_timeline_without_a_consultation_lacks(check: Check) -> None:
    (found,) = check(steps("2027-03-01–2027-03-05: Workshop", "2027-03-08: Fika", "2027-03-09: Beslut"), "PL609")
    assert found.message == "I tidplanen saknas steg för: publicering."
    assert (found.subject.type, found.subject.id, found.location.place.text) == ("document", "", "Tidplan")


def test_dates_in_a_plan_without_a_timeline(check: Check) -> None:
    text = """
    # Handlingsplan 2027–2029

    ## Insatser

    ### E-arkiv

    Diarienummer: KS 2027-02-30. Arbetet pågår 2027-03-01–2027-02-01 och är klart den 31 juni.
    """
    found = check(text, "PL601", "fyrbodal-2020")
    assert about(found) == [("2027-03-01–2027-02-01",) * 2, ("31 juni",) * 2]
    assert {finding.subject.type for finding in found} == {"step"}


def test_a_date_in_a_steps_words_is_about_the_step(check: Check) -> None:
    found = check(steps("2027-03-01–2027-04-09: Remiss, svar senast den 31 april 2027", *REST), "PL601")
    assert about(found) == [("Remiss, svar senast den 31 april 2027", "31 april 2027")]


def test_a_week_that_does_not_exist_is_told_once(check: Check) -> None:
    assert about(check(steps("v. 53 2027: Remiss", *REST), "PL601")) == [("Remiss", "v. 53 2027")]
