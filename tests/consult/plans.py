"""A small fictional plan as data, so that it can be changed and written anew; and two versions of it compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from planlint import markdown
from planlint.checks import Scope
from planlint.config import Config
from planlint.consult import compare
from planlint.engine import Means, hold, prepare
from planlint.model.comparison import Change, Comparison
from planlint.model.document import Document, Reading
from planlint.model.outcome import Outcome, Run
from planlint.recognise import recognise
from planlint.rulebook import load

BOOK = load()
MEANS: Means = prepare(Config(phase="consultation", select=("PL2", "PL3", "PL4")), BOOK)


@dataclass(frozen=True)
class Action:
    """An intervention. `goals` are names of goals, whose codes are worked out; one that begins with '=' is a code."""

    title: str
    background: str
    goals: tuple[str, ...]
    short: tuple[str, ...]
    activities: tuple[str, ...]
    duties: tuple[str, ...]
    principle: int = 7


@dataclass(frozen=True)
class Area:
    """A focus area with its goals, each by a name of its own."""

    title: str
    text: str
    goals: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Plan:
    """All of it; numbers and codes follow from the order."""

    areas: tuple[Area, ...]
    actions: tuple[Action, ...]
    terms: tuple[tuple[str, str], ...] = (
        ("Nyttokalkyl", "En beräkning av vad en insats kostar och ger."),
        ("E-tjänst", "En tjänst som invånaren når på webben."),
    )
    summary: str = "Planen samlar det som kommunerna gör tillsammans."

    def codes(self) -> dict[str, str]:
        """The code of each goal by its name."""
        return {
            name: f"{number}{'ABCDEFG'[index]}"
            for number, area in enumerate(self.areas, 1)
            for index, (name, _) in enumerate(area.goals)
        }


PLAN = Plan(
    areas=(
        Area(
            "Digital skola",
            "Skolan ska ha verktyg som fungerar för alla.",
            (
                ("inloggning", "Minst 90 procent av eleverna når sina läromedel genom en enda inloggning år 2028"),
                ("lärare", "Alla lärare har gått utbildningen i digital didaktik senast i juni 2029"),
            ),
        ),
        Area(
            "Trygg omsorg",
            "Omsorgen ska vara nära den som behöver den.",
            (
                ("tillsyn", "Natthjälp med kamera finns på plats inom 14 dagar från ansökan"),
                ("tid", "Hemtjänsten lägger 30 minuter mindre per pass på dokumentation"),
            ),
        ),
    ),
    actions=(
        Action(
            "Gemensam inloggning",
            "Eleverna har i dag nio olika lösenord.",
            ("inloggning",),
            ("Färre ärenden hos supporten", "Mer tid till undervisning"),
            ("Upphandla en inloggningsportal", "Prova portalen i två skolor"),
            ("Ansöka om projektmedel", "Agera styrgrupp för portalen"),
        ),
        Action(
            "Lärarlyftet",
            "Kunskaperna varierar mellan rektorsområdena.",
            ("lärare",),
            ("Jämnare kvalitet i klassrummen",),
            ("Ta fram kurser i didaktik", "Utse handledare på varje skola"),
            ("Följa upp kursernas resultat",),
        ),
        Action(
            "Kamera om natten",
            "Nattpatrullen kör långt för korta besök.",
            ("tillsyn",),
            ("Ostörd sömn för den enskilde", "Kortare körsträckor"),
            ("Välja sensorer och kameror", "Utbilda nattpersonalen"),
            ("Förhandla ramavtal med leverantörer",),
        ),
        Action(
            "Mobil journal",
            "Anteckningar skrivs ur minnet efter passet.",
            ("tid", "tillsyn"),
            ("Säkrare uppgifter", "Mindre dubbelarbete"),
            ("Införa surfplattor i bilarna", "Koppla journalen till signeringen"),
            ("Samordna informationssäkerheten",),
        ),
    ),
)


def write(plan: Plan) -> str:
    """The plan in Markdown."""
    return "\n\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    codes = plan.codes()
    yield "# Handlingsplan för digitalisering i Sjöbygden 2027–2029"
    yield from ("## 1 Sammanfattning", plan.summary, "## 3 Fokusområden")
    for number, area in enumerate(plan.areas, 1):
        yield from (f"### 3.{number} {area.title}", area.text, "**Effektmål**")
        yield from (f"{codes[name]}: {text}" for name, text in area.goals)
    yield "## 4 Insatser"
    for number, action in enumerate(plan.actions, 1):
        yield from (f"### 4.{number} {action.title}", action.background, "**Effektmål**")
        yield from (goal.removeprefix("=") if goal[0] == "=" else codes[goal] for goal in action.goals)
        for label, items in (
            ("Kortsiktig nytta", action.short),
            ("Aktiviteter", action.activities),
            ("E-rådets roll", action.duties),
            ("Principer", (f"Princip {action.principle}",)),
        ):
            if items:
                yield f"**{label}**"
                yield "\n".join(f"- {item}" for item in items)
    yield from ("## 5 Bilagor", "### 5.2 Begreppslista", "| Begrepp | Förklaring |\n|---|---|\n" + _rows(plan))


def _rows(plan: Plan) -> str:
    return "\n".join(f"| {term} | {meaning} |" for term, meaning in plan.terms)


@cache
def read(source: Plan | str, *, check: bool = True) -> Run:
    """A run of the plan, as `planlint check --phase remiss` makes it."""
    text = write(source) if isinstance(source, Plan) else source
    return run_of(markdown.read(text), check=check)


def run_of(
    document: Document, framework: str = "fyrbodal-2020", *, check: bool = True, reading: Reading = "final"
) -> Run:
    """A run of a document that is read already."""
    frame = BOOK.frameworks[framework]
    principles = BOOK.principles(frame)
    plan = recognise(document, frame, principles)
    findings, faults = (
        hold(Scope(plan, frame, principles, document), MEANS.selected(frame), MEANS.config, MEANS.settled(frame))
        if check
        else ((), ())
    )
    outcome = Outcome(
        "plan.md", "0" * 64, plan.kind, framework, plan, findings, faults, principles=principles,
        revisions=len(document.revisions),
    )  # fmt: skip
    return Run("consultation", reading, "sv", (outcome,), rules=MEANS.settled(frame))


def compared(old: Plan | str, new: Plan | str, *, check: bool = False) -> Comparison:
    """Two versions held against each other, without rules unless asked."""
    return compare(read(old, check=check), read(new, check=check))


def told(comparison: Comparison) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    """Each change in brief: sort, kinds, what it was and is called."""
    return [
        (each.sort, each.kinds, each.old.id if each.old else None, each.new.id if each.new else None)
        for each in comparison.changes
    ]


def only(comparison: Comparison) -> Change:
    """The one change that there is."""
    (change,) = comparison.changes
    return change


def with_action(plan: Plan, index: int, **changes: Any) -> Plan:  # noqa: ANN401 - any of its fields
    """The plan with an intervention changed."""
    actions = list(plan.actions)
    actions[index] = replace(actions[index], **changes)
    return replace(plan, actions=tuple(actions))


def with_goals(plan: Plan, index: int, *goals: tuple[str, str]) -> Plan:
    """The plan with other goals in a focus area."""
    areas = list(plan.areas)
    areas[index] = replace(areas[index], goals=goals)
    return replace(plan, areas=tuple(areas))
