"""Findings that came, went and are left, and what brought the new ones about."""

from dataclasses import replace

from planlint.model.comparison import Comparison
from tests.consult.plans import PLAN, compared, with_action, with_goals

TILLSYN, TID = PLAN.areas[1].goals


def came(comparison: Comparison) -> dict[tuple[str, str], str | None]:
    """What brought each new finding about, by rule and subject."""
    return {
        (each.finding.rule, each.finding.subject.id): each.cause.kind if each.cause else None
        for each in comparison.findings.new
    }


def went(comparison: Comparison) -> set[tuple[str, str]]:
    return {(each.rule, each.subject.id) for each in comparison.findings.gone}


def test_the_same_plan_has_the_same_findings() -> None:
    findings = compared(PLAN, PLAN, check=True).findings
    assert (findings.new, findings.gone) == ((), ())
    assert "PL304" in {each.rule for each in findings.left}


def test_a_new_name_leaves_every_finding_as_it_was() -> None:
    renamed = with_action(PLAN, 3, title="Journalen i fickan")
    new = replace(renamed, actions=(renamed.actions[3], *renamed.actions[:3]))
    findings = compared(PLAN, new, check=True).findings
    assert (findings.new, findings.gone) == ((), ())
    assert ("PL304", "4.1") in {(each.rule, each.subject.id) for each in findings.left}


def test_what_only_one_intervention_served_is_told_with_that_intervention() -> None:
    comparison = compared(PLAN, replace(PLAN, actions=PLAN.actions[:3]), check=True)
    assert came(comparison)["PL204", "2B"] == "unlinked"
    (cause,) = (each.cause for each in comparison.findings.new if each.finding.rule == "PL204")
    assert cause is not None
    assert [each.title.text for each in cause.unlinked] == ["Mobil journal"]
    assert ("PL304", "4.4") in went(comparison)
    assert came(compared(replace(PLAN, actions=PLAN.actions[:3]), PLAN, check=True))["PL304", "4.4"] == "added"


def test_a_part_taken_out_is_why_it_is_missing() -> None:
    comparison = compared(PLAN, with_action(PLAN, 0, duties=()), check=True)
    assert came(comparison)["PL303", "4.1"] == "emptied"
    (cause,) = (each.cause for each in comparison.findings.new if each.finding.rule == "PL303")
    assert cause is not None
    assert [part.key for part in cause.parts] == ["council_role"]


def test_the_very_words() -> None:
    new = with_action(PLAN, 2, principle=15)
    assert came(compared(PLAN, new, check=True))["PL402", "15"] == "words"


def test_a_goal_in_other_words_than_the_intervention_repeats() -> None:
    old = with_action(PLAN, 2, goals=(f"=2A: {TILLSYN[1]}",))
    new = with_goals(old, 1, ("tillsyn", TILLSYN[1].replace("14", "10")), TID)
    comparison = compared(old, new, check=True)
    assert came(comparison)["PL205", "2A"] == "words"


def test_what_has_no_certain_cause_has_none() -> None:
    old = with_action(PLAN, 0, activities=())
    new = with_action(old, 0, duties=())
    assert came(compared(old, new, check=True)) == {("PL303", "4.1"): "emptied"}
    new = with_action(PLAN, 0, activities=(), goals=())
    assert came(compared(PLAN, new, check=True))["PL301", "4.1"] is None


def test_a_link_whose_goal_is_gone() -> None:
    new = with_action(with_goals(PLAN, 0, *PLAN.areas[0].goals[:1]), 1, goals=("=1B",))
    assert came(compared(PLAN, new, check=True))["PL302", "4.2"] == "lost"


def test_what_was_said_of_all_goals_is_no_news_of_each() -> None:
    vague = with_goals(
        with_goals(
            PLAN, 0, ("inloggning", "Eleverna loggar in utan besvär"), ("lärare", "Lärarna är trygga i sitt arbete")
        ),
        1,
        ("tillsyn", "Natthjälpen är till stöd för den enskilde"),
        ("tid", "Hemtjänsten har mer tid för mötet"),
    )
    better = with_goals(vague, 1, TILLSYN, ("tid", "Hemtjänsten har mer tid för mötet med den enskilde"))
    findings = compared(vague, better, check=True).findings
    assert "PL206" not in {each.finding.rule for each in findings.new}
    left = [each.subject.id for each in findings.left if each.rule == "PL206"]
    assert left == ["1A", "1B", "2B"]
    assert [(each.rule, each.subject.type) for each in findings.gone if each.rule == "PL206"] == [("PL206", "document")]
    worse = compared(better, vague, check=True).findings
    assert [each.finding.subject.type for each in worse.new if each.finding.rule == "PL206"] == ["document"]
    assert "PL206" not in {each.rule for each in worse.gone}


def test_a_new_goal_that_cannot_be_measured_is_news_all_the_same() -> None:
    vague = with_goals(PLAN, 0, ("inloggning", "Eleverna loggar in utan besvär"))
    vague = replace(with_goals(vague, 1, ("tid", "Hemtjänsten har mer tid för mötet")), actions=PLAN.actions[:1])
    new = with_goals(vague, 1, TILLSYN, ("tid", "Hemtjänsten har mer tid för mötet"), ("lugn", "Natten är lugn"))
    findings = compared(vague, new, check=True).findings
    assert [each.finding.subject.id for each in findings.new if each.finding.rule == "PL206"] == ["2C"]
