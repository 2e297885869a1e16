from dataclasses import replace

from planlint.model.plan import Intervention, Plan
from planlint.report.roles import Role, measure_roles, name_role


def test_duties_are_counted_by_intervention_under_the_plans_own_labels(plan: Plan) -> None:
    assert measure_roles(plan) == (
        Role("council_role", "E-rådets roll", (1, 0, 0)),
        Role("municipal_role", "Kommunernas roll", (1, 0, 0)),
    )


def test_the_commonest_label_names_the_role(plan: Plan) -> None:
    first = plan.interventions[0]

    def labelled(words: str) -> Intervention:
        parts = tuple(
            replace(part, label=replace(part.label, text=words)) if part.key == "council_role" else part
            for part in first.parts
        )
        return replace(first, parts=parts)

    named = replace(plan, interventions=(labelled("RÅDET:"), labelled("E-rådets ansvar"), labelled("E-RÅDETS ANSVAR")))
    assert [role.label for role in measure_roles(named)] == ["E-rådets ansvar", "Kommunernas roll"]


def test_a_role_that_the_plan_never_names_has_planlints_word_for_it(plan: Plan) -> None:
    first, *rest = plan.interventions
    bare = replace(first, parts=tuple(part for part in first.parts if part.key != "council_role"))
    council, municipal = measure_roles(replace(plan, interventions=(bare, *rest)))
    assert (council.label, council.counts) == ("", (0, 0, 0))
    assert [name_role(council, "sv"), name_role(council, "en")] == ["Rådets roll", "The council’s role"]
    assert [name_role(municipal, "sv"), name_role(municipal, "en")] == ["Kommunernas roll", "The municipalities’ role"]


def test_a_plan_without_duties_has_no_roles(plan: Plan) -> None:
    assert measure_roles(replace(plan, interventions=plan.interventions[1:])) == ()
    assert measure_roles(replace(plan, interventions=())) == ()
