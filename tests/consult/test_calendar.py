"""What a timeline says of the consultation."""

from __future__ import annotations

from datetime import date

import pytest

from planlint import markdown
from planlint.consult.calendar import read_calendar
from planlint.model.consultation import Calendar
from planlint.recognise import recognise
from planlint.rulebook import load
from tests.consult.letters import sample

BOOK = load()


def calendar(*rows: str) -> Calendar:
    """What a table of steps says, each 'days | what happens | who'."""
    table = "\n".join(["| Datum | Vad som händer | Ansvarig |", "|---|---|---|", *(f"| {row} |" for row in rows)])
    framework = BOOK.frameworks["remiss-tidplan"]
    plan = recognise(markdown.read(f"# Tidplan för remissen\n\n## Steg\n\n{table}\n"), framework, None)
    assert len(plan.timeline) == len(rows)
    return read_calendar(plan, framework)


DRAFTED = "2026-08-17–2026-09-11 | Förslaget skrivs. | Processledaren"
DECIDED = "2027-01-25–2027-02-05 | Direktionen fastställer planen. | Förbundsdirektionen"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("norradalen-tidplan.docx", Calendar(date(2026, 11, 27), (), ("Processledaren",))),
        ("norradalen-tidplan-utkast.docx", Calendar()),  # answers are compiled in the same step
        ("norradalen-plan.docx", Calendar()),
    ],
)
def test_the_samples(name: str, expected: Calendar) -> None:
    sent = sample(name)
    assert read_calendar(sent.plan, sent.framework) == expected


def test_a_day_that_the_words_state_goes_before_the_steps_own() -> None:
    found = calendar(
        DRAFTED, "2026-09-15–2026-12-04 | Planen är ute på remiss, svar senast 27 november 2026. | Kansliet", DECIDED
    )
    assert found == Calendar(date(2026, 11, 27), (), ())


def test_steps_that_disagree_say_nothing() -> None:
    found = calendar(
        "2026-09-15–2026-10-04 | Planen är ute på remiss. | Kansliet",
        "2026-10-15–2026-12-04 | Planen är ute på remiss igen. | Kansliet",
        DECIDED,
    )
    assert found.last_day is None


def test_the_day_of_sending_out_is_not_the_last_day() -> None:
    found = calendar(DRAFTED, "2026-09-15 | Planen skickas på remiss. | Kansliet", DECIDED)
    assert found.last_day is None


def test_those_invited_are_organisations_that_the_step_names() -> None:
    found = calendar(
        DRAFTED,
        "2026-09-15–2026-11-27 | Remiss till Tallviks kommun, Region Norr och kommunerna Granå, Hedmyra och Lillsele. "
        "| Kommundirektörerna",
        "2026-11-30–2026-12-11 | Svaren sammanställs. | Processledaren, kansliet",
    )
    assert found == Calendar(
        date(2026, 11, 27),
        ("Tallviks kommun", "Region Norr", "Granå", "Hedmyra", "Lillsele"),
        ("Processledaren, kansliet",),
    )


def test_a_survey_that_is_compiled_before_is_not_the_answers() -> None:
    found = calendar(
        "2026-05-01–2026-05-31 | Enkäten sammanställs. | Konsulten",
        "2026-09-15–2026-11-27 | Planen är ute på remiss. | Kansliet",
        DECIDED,
    )
    assert found == Calendar(date(2026, 11, 27), (), ())
