"""INTERFACE's "Choosing": what runs, how grave, and what counts for the exit status."""

import pytest

from planlint.errors import UsageError
from planlint.model.finding import Kind
from planlint.model.rule import Level, Phase, PhaseLevels, Rule, RuleSetting, Severities
from planlint.rulebook.select import Selected, find, select, settle


@pytest.fixture
def rules(rule: Rule) -> tuple[Rule, ...]:
    def like(code: str, name: str, kind: Kind, *levels: Level) -> Rule:
        draft, consultation, publication = levels
        severity = Severities(draft=draft, consultation=consultation, publication=publication)
        return rule.model_copy(update={"code": code, "name": name, "kind": kind, "severity": severity})

    return (
        like("PL201", "focus-area-without-goal", "exact", "error", "error", "error"),
        like("PL207", "goal-wording", "judged", "info", "info", "info"),
        like("PL310", "missing-field", "exact", "off", "warning", "info"),
        like("PL311", "vague-benefit", "judged", "info", "info", "warning"),
        like("PL315", "suspect-goal-link", "judged", "off", "off", "off"),
    )


def shown(selected: tuple[Selected, ...]) -> list[str]:
    return [f"{s.rule.code} {s.severity}{'' if s.counts else ' uncounted'}" for s in selected]


@pytest.mark.parametrize(
    ("phase", "chosen", "ignored", "expected"),
    [
        ("draft", (), (), ["PL201 error", "PL207 info uncounted", "PL311 info uncounted"]),
        (
            "publication",
            (),
            (),
            ["PL201 error", "PL207 info uncounted", "PL310 info", "PL311 warning uncounted"],
        ),
        ("draft", ("PL207",), (), ["PL207 info"]),
        ("draft", ("goal-wording",), (), ["PL207 info"]),
        ("draft", ("PL2",), (), ["PL201 error", "PL207 info uncounted"]),
        ("draft", ("PL3",), (), ["PL311 info uncounted"]),
        ("draft", ("PL310",), (), ["PL310 info"]),
        ("draft", ("PL315",), (), ["PL315 info"]),
        ("consultation", ("PL310",), (), ["PL310 warning"]),
        ("draft", ("PL3", "vague-benefit"), (), ["PL311 info"]),
        ("draft", ("PL207, PL201",), (), ["PL201 error", "PL207 info"]),
        ("draft", ("pl207,Focus-Area-Without-Goal",), (), ["PL201 error", "PL207 info"]),
        ("draft", (), ("PL2",), ["PL311 info uncounted"]),
        ("draft", ("PL201", "PL311"), ("PL3",), ["PL201 error"]),
        ("draft", ("PL310",), ("missing-field",), []),
        ("draft", ("PL",), ("PL20",), ["PL311 info uncounted"]),
        ("draft", ("", " , "), ("",), ["PL201 error", "PL207 info uncounted", "PL311 info uncounted"]),
    ],
)
def test_selection(
    rules: tuple[Rule, ...], phase: Phase, chosen: tuple[str, ...], ignored: tuple[str, ...], expected: list[str]
) -> None:
    assert shown(select(rules, phase, chosen, ignored)) == expected


@pytest.mark.parametrize(
    ("word", "sv", "en"),
    [
        ("PL316", "okänd regel ”PL316”, menade du ”PL315”?", "unknown rule “PL316”, did you mean “PL315”?"),
        ("PL9", "okänd regel ”PL9”", "unknown rule “PL9”"),
        (
            "vague-benefits",
            "okänd regel ”vague-benefits”, menade du ”vague-benefit”?",
            "unknown rule “vague-benefits”, did you mean “vague-benefit”?",
        ),
        ("benefit\n" * 30, f"okänd regel ”{('benefit ' * 30)[:59]}…”", f"unknown rule “{('benefit ' * 30)[:59]}…”"),
    ],
)
def test_an_unknown_word_is_told_with_the_nearest(rules: tuple[Rule, ...], word: str, sv: str, en: str) -> None:
    rules = (*rules, *(rule.model_copy(update={"code": f"XX{rule.code[2:]}"}) for rule in rules))
    for chosen, ignored in (((word,), ()), ((), (word,)), ((f"PL201,{word}",), ())):
        with pytest.raises(UsageError) as caught:
            select(rules, "draft", chosen, ignored)
        assert (caught.value.sv, caught.value.en) == (sv, en)


def test_a_rule_is_found_by_code_or_name_whatever_the_case(rules: tuple[Rule, ...]) -> None:
    assert [find(rules, word).code for word in ("pl207", "PL207", " Goal-Wording ")] == ["PL207"] * 3


def test_the_beginning_of_a_code_is_no_rule(rules: tuple[Rule, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        find(rules, "PL20")
    assert caught.value.sv.startswith("okänd regel ”PL20”, menade du ”PL20")


def test_settings_move_severities_and_options_and_leave_the_rest(rules: tuple[Rule, ...]) -> None:
    settings = {
        "PL310": RuleSetting(severity=PhaseLevels(draft="error")),
        "goal-wording": RuleSetting(severity="off"),
        "pl201": RuleSetting(options={"at_least": 3}),
    }
    settled = {rule.code: rule for rule in settle(rules, settings)}
    assert settled["PL310"].severity == Severities(draft="error", consultation="warning", publication="info")
    assert settled["PL207"].severity == Severities(draft="off", consultation="off", publication="off")
    assert settled["PL201"].options == {"at_least": 3}
    assert settled["PL311"] == rules[3]
    assert shown(select(tuple(settled.values()), "draft")) == ["PL201 error", "PL310 error", "PL311 info uncounted"]
    assert shown(select(tuple(settled.values()), "draft", ("PL207",))) == ["PL207 info"]


def test_what_code_and_name_say_of_a_rule_adds_up(rules: tuple[Rule, ...]) -> None:
    settings = {"PL201": RuleSetting(severity="info"), "focus-area-without-goal": RuleSetting(options={"at_least": 3})}
    rule = settle(rules, settings)[0]
    assert (rule.severity.draft, rule.options) == ("info", {"at_least": 3})


def test_a_setting_of_an_unknown_rule_is_told(rules: tuple[Rule, ...]) -> None:
    with pytest.raises(UsageError, match="unknown rule “PL316”, did you mean “PL315”"):
        settle(rules, {"PL316": RuleSetting(severity="off")})
