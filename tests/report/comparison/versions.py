"""Two versions of a plan that differ in every way, and versions whose words try to be more than words."""

from __future__ import annotations

from dataclasses import replace

from planlint.model.comparison import Comparison, FindingChanges
from tests.consult.plans import PLAN, Plan, compared, with_action, with_goals

LOGIN, TEACHERS = PLAN.areas[0].goals
WATCH, TIME = PLAN.areas[1].goals
HOSTILE = "Natt \x1b[31m\u202e<b>[-x-]{+y+}</b> ]]> =cmd() ::error:: @alla #1 | `x` <script>alert(1)</script> \ud800"
SHOWN = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "").replace("\ud800", "\ufffd")
"""What a reader sees of it."""


def edited() -> Plan:
    """A version with every sort of change."""
    plan = with_goals(PLAN, 0, LOGIN, ("kurs", "Minst 40 kurser hålls varje år från 2028"), TEACHERS)
    plan = with_goals(plan, 1, ("tillsyn", WATCH[1].replace("14", "10")))
    plan = with_action(
        plan, 0, title="En väg in", activities=("Prova portalen i tre skolor", "Upphandla en inloggningsportal")
    )
    plan = with_action(plan, 1, goals=("=1B",), duties=(), principle=9)
    plan = with_action(plan, 3, goals=("=2B", "tillsyn"), short=("Säkrare uppgifter och mindre dubbelarbete",))
    return replace(
        plan,
        actions=(plan.actions[3], *plan.actions[:2]),
        terms=(*PLAN.terms[:1], ("E-tjänst", "En tjänst som invånaren når på webben")),
        summary="Planen samlar allt som kommunerna gör tillsammans.",
    )


def hostile(words: str = HOSTILE) -> Comparison:
    """A version whose words are hostile, or other ones, against one whose words are not."""
    words = "".join(
        f"\\{each}" if each.isascii() and each.isprintable() and not each.isalnum() else each for each in words
    )
    words = words.replace("\\ ", " ")
    new = with_action(PLAN, 2, title=words, activities=(words, "å" * 100_000), background=f"{words} nu")
    return compared(PLAN, with_goals(new, 1, ("tillsyn", f"{WATCH[1]} {words}"), TIME), check=True)


def unlike() -> Comparison:
    """Two versions with nothing in common, with more changes than a comment holds."""
    new = replace(
        PLAN,
        actions=tuple(
            replace(each, activities=tuple(f"{each.title} {number} {'lång text ' * 100}" for number in range(30)))
            for each in PLAN.actions * 12
        ),
    )
    return compared(PLAN, new, check=True)


def in_english(comparison: Comparison) -> Comparison:
    """The comparison as somebody asks for it who reads English; without its findings, which are in Swedish."""
    old, new = (replace(run, language="en") for run in (comparison.old, comparison.new))
    return replace(comparison, old=old, new=new, findings=FindingChanges())
