"""Plans of every size and temper for the matrices, made from one small fictional plan."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planlint.model.outcome import Outcome
from planlint.model.plan import GoalLink, Intervention, LinkStatus, Plan, PrincipleMention
from planlint.model.text import Text

HOSTILE = (
    "<script>alert(1)</script>",
    "</svg></table><img src=http://evil.example/x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "+46 70",
    "@SUM(A1)",
    "http://evil.example/",
    "internal:Blad1!A1",
    "<r><t>x</t></r>",
    "_x0041_",
    "{{ 7 * 7 }} {% raw %}",
    "\ud800 \x07 \x1b[31m \u202e vänd",
    "W" * 100_000,
    "R&G &[Picture] &D",
)
"""Words that some reader or other would take for more than words."""

Grow = Callable[[int, int], Outcome]


def text(words: str) -> Text:
    return Text("document", 0, 0, words)


def _intervention(pattern: Intervention, number: str | None, title: str, codes: list[str]) -> Intervention:
    links = tuple(GoalLink(code, text(code), None, LinkStatus.RESOLVED, None) for code in codes)
    heading = replace(pattern.heading, number=number, title=title)
    return replace(pattern, number=number, heading=heading, links=links)


@pytest.fixture
def grow(outcome: Outcome, plan: Plan) -> Grow:
    """A plan of so many goals and interventions, the last goal and the last intervention without a link."""

    def make(goals: int, interventions: int) -> Outcome:
        codes = [f"{1 + index // 5}{'ABCDE'[index % 5]}" for index in range(goals)]
        area = plan.focus_areas[0]
        words = "Invånarna har goda möjligheter att ta del av kommunernas digitala tjänster, oavsett var de bor"
        defined = tuple(replace(area.goals[0], code=code, text=text(f"{code} {words}")) for code in codes)
        mention = PrincipleMention((3,), text("princip 3"), "number")
        made = [
            replace(
                _intervention(
                    plan.interventions[0],
                    f"4.{index + 1}",
                    f"Gemensam plattform och utveckling av it-lösningar {index + 1}",
                    [codes[(index * 7) % (goals - 1)], codes[(index * 3) % (goals - 1)]],
                ),
                principles=(mention,) * (index % 2),
            )
            for index in range(interventions)
        ]
        made[-1] = replace(made[-1], links=(), parts=())
        grown = replace(plan, focus_areas=(replace(area, goals=defined),), interventions=tuple(made))
        return replace(outcome, plan=grown)

    return make


@pytest.fixture
def hostile(outcome: Outcome, plan: Plan) -> Outcome:
    """Every hostile text as title, goal, intervention, role and path."""
    area = plan.focus_areas[0]
    goals = tuple(replace(area.goals[0], code=f"1{'ABCDEFGHIJKLMN'[i]}", text=text(w)) for i, w in enumerate(HOSTILE))
    pattern = plan.interventions[0]
    parts = tuple(
        replace(part, label=text(HOSTILE[1])) if part.key == "council_role" else part for part in pattern.parts
    )
    made = tuple(replace(_intervention(pattern, None, words, ["1A"]), parts=parts) for words in HOSTILE)
    title = text(HOSTILE[-1] + HOSTILE[0])
    evil = replace(
        plan,
        focus_areas=(replace(area, goals=goals),),
        interventions=made,
        control=replace(plan.control, title=title),
    )
    return replace(outcome, plan=evil, path=HOSTILE[1])
