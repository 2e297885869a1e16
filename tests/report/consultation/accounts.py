"""How the views of a consultation were treated: as a municipality has it, with hostile words, with many views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from planlint.consult.account import give_account
from planlint.model.comparison import Comparison
from planlint.model.consultation import Calendar
from planlint.model.filled import Basis, FilledRow, FilledTable, Standpoint
from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from tests.consult.plans import PLAN, Plan, compared, with_action, with_goals
from tests.report.comparison import versions
from tests.report.consultation.compilations import HAMN, HED, HOSTILE, SKOG, VIK

CALENDAR: Final = Calendar(date(2026, 11, 27), (HAMN, SKOG), ("Ylva Norlander",))
PORTAL, TRIAL = PLAN.actions[0].activities
WATCH, TIME = PLAN.areas[1].goals
SOONER: Final = WATCH[1].replace("14", "10")
NEW: Final = "Mäta hur många som glömmer sitt lösenord"
ACTIVITIES: Final = "4.1 Gemensam inloggning – Aktiviteter"
TERM: Final = PLAN.terms[1][1]
COMMA: Final = TERM.replace("tjänst som", "tjänst, som")
_REASON: Final = "Sex av sju verksamheter klarar redan 14 dagar.\nEtt svagare mål skulle inte märkas."


def revised() -> Plan:
    """The plan after the consultation: some of what was asked for, and some of the writer's own."""
    plan = with_goals(PLAN, 1, (WATCH[0], SOONER), TIME)
    plan = with_action(plan, 0, activities=(PORTAL, TRIAL, NEW))
    plan = with_action(plan, 1, activities=PLAN.actions[1].activities[:1], duties=("Följa upp kurserna varje år",))
    plan = with_action(plan, 3, title="Journal i bilen")
    terms = (PLAN.terms[0], (PLAN.terms[1][0], COMMA))
    return replace(plan, terms=terms, summary="Planen samlar det som kommunerna gör tillsammans fram till 2029.")


def row(  # noqa: PLR0913 - any of its fields
    number: int,
    who: str,
    element: str,
    kind: str,
    standpoint: Standpoint | None = None,
    *,
    quote: str = "",
    view: str = "",
    proposal: str = "",
    reason: str = "",
    change: str = "",
) -> FilledRow:
    """A row of the table as it is read back."""
    told = (who, element, kind, quote, view, proposal)
    return FilledRow(str(number), f"abcdefg{number % 10}", told, standpoint, "", reason, change, "Kim", f"rad {number}")


def rows() -> tuple[FilledRow, ...]:
    """Thirteen views: met by their words and by their place, not met, noted, open, and two that are in doubt."""
    kurser = PLAN.actions[1].activities[1]
    thanks = "Vi tackar för stödet."
    return (
        row(1, VIK, "Planen som helhet", "Stöd", "noted", view="Vi ställer oss bakom planen.", reason=thanks),
        row(2, SKOG, "1 Sammanfattning", "Synpunkt i svar", "met", view="Säg hur länge planen gäller.", change="0.5"),
        row(3, HAMN, "Effektmål 2A", "Ändrad lydelse", "met", quote=WATCH[1], proposal=SOONER, change="Version 0.5"),
        row(4, f"{HED}; {SKOG}", "Effektmål 2A", "Kommentar", "partly", quote="inom 14 dagar",
            view="Hur mäts detta?\nVi saknar en baslinje.", reason="Målet är skarpare. Baslinjen tas fram 2027."),
        row(5, HED, "Effektmål 2A", "Ändrad lydelse", "not-met", quote=WATCH[1],
            proposal=WATCH[1].replace("14", "21"), reason=_REASON),
        row(6, HED, "Effektmål 2B", "Strykning", "not-met", quote=TIME[1], reason=_REASON),
        row(7, SKOG, ACTIVITIES, "Tillägg", "met", proposal=NEW, change="0.5"),
        row(8, VIK, "4.2 Lärarlyftet – Aktiviteter", "Strykning", "not-met", quote=kurser, reason="Handledare behövs."),
        row(9, HAMN, "4.3 Kamera om natten", "Fråga", "met", view="Vem äger bilderna?", change="0.5"),
        row(10, HAMN, "4.4 Mobil journal", "Ändrad lydelse", quote="Mobil journal", proposal="Journal i bilen"),
        row(11, VIK, "Inte placerad", "Synpunkt i svar", view="Se vårt förra yttrande."),
        row(12, SKOG, "4 Insatser", "Tillägg", "not-met", proposal="Fadderbyar\nGrannar hjälper grannar."),
        row(13, HAMN, "Begrepp: E-tjänst", "Redaktionellt", "met", quote=TERM, proposal=COMMA),
    )  # fmt: skip


def table(*listed: FilledRow, language: Language = "sv") -> FilledTable:
    """The compilation that these rows are of."""
    basis = tuple(
        Basis(who, f"svar/{index}.docx", 4, 2, 3, f"{index}" * 16) for index, who in enumerate((HAMN, SKOG, HED, VIK))
    )
    plan = Basis("Planen som skickades ut", "plan.md", 0, 0, 0, "0" * 16)
    return FilledTable("remiss/ifylld.docx", language, listed, plan, basis, len(listed), "f" * 16)


@cache
def comparison() -> Comparison:
    """The plan as it was sent out and as it is now."""
    return compared(PLAN, revised())


@cache
def treatment() -> Treatment:
    """The whole consultation."""
    return treat(*rows())


def treat(*listed: FilledRow) -> Treatment:
    """The account of these rows."""
    return give_account(table(*listed), comparison())


def nothing() -> Treatment:
    """Nobody said anything, and nothing changed."""
    return give_account(replace(table(), basis=()), compared(PLAN, PLAN))


def calm() -> Treatment:
    """Every view has a standpoint that agrees with the plan."""
    return treat(*rows()[:7])


@cache
def hostile() -> Treatment:
    """Every word that somebody else may have written is hostile, and some are very long."""
    long = f"{HOSTILE} {'å' * 100_000}"
    told: tuple[tuple[str, str, Standpoint | None], ...] = (
        ("4.3 Kamera om natten", HOSTILE, "met"),
        ("Effektmål 2A", "", "not-met"),
        (HOSTILE, long, "partly"),
        (long, HOSTILE, None),
    )
    every = tuple(
        FilledRow(HOSTILE, "abcdefgh", (HOSTILE, at, HOSTILE, quote, long, long), standpoint, "", long, long, "", "")
        for at, quote, standpoint in told
    )
    lines = replace(every[0], told=(long, "2A", "Stöd", "", "\n".join([HOSTILE] * 1_000), ""))
    held = table(*every, lines)
    basis = (Basis(f"{HOSTILE}; {long}", long, 1, 1, 1, HOSTILE),)
    return give_account(replace(held, path=HOSTILE, basis=basis), versions.hostile())


def many(number: int) -> Treatment:
    """So many views of forty respondents, half of them not met."""
    names = [
        "1 Sammanfattning",
        "Effektmål 1A",
        "Effektmål 2A",
        ACTIVITIES,
        "4.3 Kamera om natten",
        "4.4 Mobil journal",
    ]
    text = "Vi föreslår att kommunerna redovisar hur uppföljningen går till och vem som ansvarar. " * 3
    return give_account(
        table(
            *(
                row(each + 1, f"Kommun {each % 40}", names[each * len(names) // number], "Kommentar",
                    "not-met" if each % 2 else "noted", quote=f"Citat {each}", view=f"{text} {each}",
                    reason=f"Det sköts i kommunen, nummer {each % 9}.")
                for each in range(number)
            )
        ),
        comparison(),
    )  # fmt: skip
