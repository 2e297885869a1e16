"""What the rules' examples do not show: limits, order, silence. The plans are made by hand, without any file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from planlint.checks import CHECKS, Node, Scope
from planlint.checks.links import nearest_codes
from planlint.checks.presence import PartOptions, missing_part
from planlint.checks.quoting import excerpt
from planlint.checks.text import changes
from planlint.model.control import Control
from planlint.model.finding import Hit
from planlint.model.plan import (
    FocusArea,
    Goal,
    GoalLink,
    Heading,
    Intervention,
    LabelledPart,
    LinkStatus,
    ListedPrinciple,
    Plan,
    PrincipleMention,
    Unplaced,
)
from planlint.model.text import Text
from planlint.rulebook import load

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
OPTIONS = {rule.check: rule.options for rule in BOOK.rules}


@dataclass
class Maker:
    """Makes plans; every text stands in a paragraph of its own."""

    places: "count[int]" = field(default_factory=count)

    def text(self, words: str) -> Text:
        return Text("document", next(self.places), 0, words)

    def heading(self, title: str, number: str | None = None) -> Heading:
        return Heading(title, 2, self.text(title), number)

    def areas(self, *goals: Mapping[str, str]) -> tuple[FocusArea, ...]:
        return tuple(
            FocusArea(n + 1, self.heading(f"Område {n + 1}"), tuple(Goal(c, self.text(w), n) for c, w in each.items()))
            for n, each in enumerate(goals)
        )

    def intervention(
        self,
        title: str,
        parts: Mapping[str, Sequence[str]],
        links: tuple[GoalLink, ...] = (),
        kind: str | None = "project",
    ) -> Intervention:
        heading = self.heading(title)
        made = tuple(LabelledPart(k, self.text(k), tuple(map(self.text, items))) for k, items in parts.items())
        return Intervention(None, heading, (), made, links, (), (heading.place,), kind)

    def link(self, goal: Goal, words: str | None = None) -> GoalLink:
        return GoalLink(goal.code, self.text(goal.code), self.text(words) if words else None, LinkStatus.RESOLVED, goal)


@pytest.fixture
def make() -> Maker:
    return Maker()


def plan_of(*interventions: Intervention, areas: tuple[FocusArea, ...] = (), texts: tuple[Text, ...] = ()) -> Plan:
    return Plan("fyrbodal-2020", "plan", 0, Control(), focus_areas=areas, interventions=interventions, texts=texts)


def scope_of(plan: Plan) -> Scope:
    return Scope(plan, FRAMEWORK, BOOK.principle_sets["digg-1.3"])


def hits(check: str, node: Node, scope: Scope) -> list[Hit]:
    """What a check finds at one node, with the options of the rule that names it last."""
    spec = CHECKS[check]
    return list(spec.function(node, scope, spec.options.model_validate(OPTIONS[check])))


def duties(make: Maker, *councils: Sequence[str], kind: str | None = "project") -> list[list[tuple[object, ...]]]:
    """For interventions with these duties of the council: the duty that each lacks, its holders, and the siblings."""
    made = [make.intervention(f"Insats {n}", {"council_role": one}, kind=kind) for n, one in enumerate(councils)]
    scope = scope_of(plan_of(*made))
    named = ("duty", "holders", "siblings")
    return [[tuple(hit.words[word] for word in named) for hit in hits("missing_duty", one, scope)] for one in made]


def test_a_duty_that_the_framework_does_not_know_is_told_by_its_words(make: Maker) -> None:
    found = duties(make, ["Bjuda in till frukost"], ["Bjuda in till frukosten."], ["Boka lokal"])
    assert found == [[], [], [("Bjuda in till frukost", 2, 2)]]


def test_three_of_five_siblings_are_enough_and_two_are_not(make: Maker) -> None:
    def lacking(holders: int) -> list[tuple[object, ...]]:
        return duties(make, ["Boka lokal"], *[["Ordna kaffe"]] * holders, *[["Boka lokal"]] * (5 - holders))[0]

    assert lacking(3) == [("Ordna kaffe", 3, 5)]
    assert lacking(2) == []


def test_one_sibling_is_no_custom_and_an_unknown_kind_has_no_siblings(make: Maker) -> None:
    assert duties(make, ["Ordna kaffe"], ["Boka lokal"]) == [[], []]
    assert duties(make, ["Ordna kaffe"], ["Ordna kaffe"], ["Boka lokal"], kind=None) == [[], [], []]


def test_a_role_that_is_empty_lacks_no_single_duty(make: Maker) -> None:
    assert duties(make, ["Ordna kaffe"], ["Ordna kaffe"], []) == [[], [], []]


def test_a_goal_is_not_unserved_where_no_intervention_was_found(make: Maker) -> None:
    areas = make.areas({"1A": "Alla kan delta"})
    assert hits("unserved_goal", areas[0].goals[0], scope_of(plan_of(areas=areas))) == []


def test_a_goal_that_stands_over_interventions_is_served(make: Maker) -> None:
    areas = make.areas({"1A": "Alla kan delta", "1B": "Alla vet"})
    plan = plan_of(replace(make.intervention("Kurs", {}), under=("1A",)), areas=areas)
    scope = Scope(plan, FRAMEWORK.model_copy(update={"link": "containment"}))
    assert [[hit.words["code"] for hit in hits("unserved_goal", goal, scope)] for goal in plan.goals] == [[], ["1B"]]
    assert hits("missing_goal_link", plan.interventions[0], scope) == []


def test_parts_that_the_framework_does_not_require_are_not_missed(make: Maker) -> None:
    bare = make.intervention("Kurs", {})
    parts = {key: part.model_copy(update={"required": False}) for key, part in FRAMEWORK.parts.items()}
    fields = {key: part.model_copy(update={"required": False}) for key, part in FRAMEWORK.fields.items()}
    lax = FRAMEWORK.model_copy(update={"parts": parts, "fields": fields})
    checks = (
        "missing_part",
        "missing_division",
        "missing_first_division",
        "missing_fields",
        "missing_goal_link",
        "missing_principle",
    )
    asked, unasked = scope_of(plan_of(bare)), Scope(plan_of(bare), lax, BOOK.principle_sets["digg-1.3"])
    assert [check for check in checks if hits(check, bare, unasked)] == []
    assert [check for check in checks if hits(check, bare, asked)] == [
        "missing_part", "missing_fields", "missing_goal_link", "missing_principle",
    ]  # fmt: skip


def test_a_missing_part_is_asked_about_where_a_label_may_be_it(make: Maker) -> None:
    one = replace(make.intervention("Kurs", {"activities": ["Bjuda in"]}), number="4.1")
    two = replace(make.intervention("Resa", {}), number="4.2")
    labels = [make.text(words) for words in ("Fyra kommuner hjälps åt", "Nyhetsbrev", "Allt annat")]
    unplaced = tuple(map(Unplaced, labels, ("4.1", "4.1", "4.2")))
    scope = scope_of(replace(plan_of(one, two), unplaced=unplaced))
    municipal, council = PartOptions(parts=("municipal_role",)), PartOptions(parts=("council_role",))
    found = {
        (node.id, options.parts): [(hit.case, hit.place, hit.undecided) for hit in missing_part(node, scope, options)]
        for node in (one, two)
        for options in (municipal, council)
    }
    assert found == {
        ("4.1", ("municipal_role",)): [("unsure", labels[0], True)],
        ("4.1", ("council_role",)): [("missing", one.heading.place, False)],
        ("4.2", ("municipal_role",)): [("unsure", labels[2], True)],
        ("4.2", ("council_role",)): [("unsure", labels[2], True)],
    }


def test_a_copy_in_the_cell_beside_its_code_drifts_once(make: Maker) -> None:
    areas = make.areas({"1A": "Alla elever når sina läromedel"})
    goal = areas[0].goals[0]
    link = make.link(goal, "Alla lärare når sina läromedel")
    assert link.text is not None
    node = make.intervention("Kurs", {"goal_links": []}, (link,))
    scope = scope_of(plan_of(node, areas=areas, texts=(link.place, link.text)))
    assert [hit.place for hit in hits("drifted_goal", goal, scope)] == [link.text]


def test_benefits_half_divided_lack_the_other_half(make: Maker) -> None:
    half = make.intervention("Kurs", {"benefits": ["Lugn"], "benefits_long": ["Ro"]})
    scope = scope_of(plan_of(half))
    assert [hit.case for hit in hits("missing_first_division", half, scope)] == ["missing"]
    assert hits("missing_division", half, scope) == []


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("alla invånare  kan delta i samhället.", []),
        ("Alla invå\u00adnare kan delta i sam\u00adhället", []),
        ("Alla invånare kan delta", [("default", "… kan delta [-i samhället-]")]),
        ("Alla invånare kan delta, i samhället", [("default", "… invånare kan [-delta-] {+delta,+} i samhället")]),
        ("ALLA INVÅNARE KAN DELTA I DET SAMHÄLLET", [("default", "… delta i {+DET+} samhället")]),
    ],
)
def test_what_counts_as_drift(make: Maker, copy: str, expected: list[tuple[str, str]]) -> None:
    areas = make.areas({"1A": "Alla invånare kan delta i samhället"})
    goal = areas[0].goals[0]
    plan = plan_of(make.intervention("Kurs", {}, (make.link(goal, copy),)), areas=areas)
    assert [(hit.case, hit.words["diff"]) for hit in hits("drifted_goal", goal, scope_of(plan))] == expected


def test_a_copy_of_a_code_that_is_defined_twice_drifts_from_neither(make: Maker) -> None:
    areas = make.areas({"1A": "Alla kan delta"}, {"1A": "Alla vet"})
    link = replace(make.link(areas[0].goals[0], "Alla vet"), status=LinkStatus.AMBIGUOUS)
    scope = scope_of(plan_of(make.intervention("Kurs", {}, (link,)), areas=areas))
    assert [hits("drifted_goal", goal, scope) for goal in scope.plan.goals] == [[], []]


def test_a_code_in_one_cell_and_a_changed_text_in_the_next_is_a_copy(make: Maker) -> None:
    areas = make.areas({"1A": "Alla invånare kan delta i samhället"})
    cells = (make.text("1A"), make.text("Alla invånare får delta i samhället"), make.text("1A nämns här i förbigående"))
    (hit,) = hits("drifted_goal", areas[0].goals[0], scope_of(plan_of(areas=areas, texts=cells)))
    assert (hit.case, hit.place, hit.suggestion) == ("elsewhere", cells[1], "Alla invånare kan delta i samhället")


@pytest.mark.parametrize(
    ("codes", "duplicates", "gaps"),
    [
        (("1A", "1A", "1C"), [0, 1, 0], [0, 0, 0]),
        (("1B", "1B"), [0, 1], [0, 0]),
        (("1A", "1C", "1C"), [0, 0, 1], [0, 0, 0]),
        (("1A", "1A", "1D"), [0, 1, 0], [0, 0, 1]),
        (("1A", "1C", "1D"), [0, 0, 0], [0, 1, 0]),
    ],
)
def test_a_repeated_letter_is_one_fault_and_no_gap(
    make: Maker, codes: tuple[str, ...], duplicates: list[int], gaps: list[int]
) -> None:
    goals = tuple(Goal(code, make.text(f"Mål {i}"), 0) for i, code in enumerate(codes))
    area = FocusArea(1, make.heading("Område"), goals)
    scope = scope_of(plan_of(areas=(area,)))
    found = {
        check: [len(hits(check, goal, scope)) for goal in area.goals] for check in ("duplicate_goal", "goal_sequence")
    }
    assert found == {"duplicate_goal": duplicates, "goal_sequence": gaps}


def test_letters_go_on_after_z_as_swedish_does(make: Maker) -> None:
    areas = make.areas({f"1{letter}": f"Mål {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÖ"})
    scope = scope_of(plan_of(areas=areas))
    assert [
        (h.words["code"], h.words["expected"]) for goal in scope.plan.goals for h in hits("goal_sequence", goal, scope)
    ] == [("1Ö", "1Ä")]


def test_two_goals_in_one_paragraph_are_measured_each_by_itself(make: Maker) -> None:
    both = make.text("Alla kan delta\nHälften svarar att 80 procent räcker")
    goals = (Goal("1A", both.cut(0, 14), 0), Goal("1B", both.cut(15), 0))
    indicator = make.text("Indikator: andelen nöjda")
    plan = plan_of(areas=(FocusArea(1, make.heading("Område"), goals),), texts=(both, indicator))
    assert [(hit.case, hit.words["code"]) for hit in hits("unmeasurable_goal", plan, scope_of(plan))] == [
        ("goal", "1A")
    ]


def test_an_indicator_under_the_next_heading_measures_nothing_above_it(make: Maker) -> None:
    areas = make.areas({"1A": "Alla kan delta"})
    heading = make.heading("Nästa")
    texts = (areas[0].goals[0].text, heading.place, make.text("80 procent"))
    plan = replace(plan_of(areas=areas, texts=texts), headings=(heading,))
    assert [hit.case for hit in hits("unmeasurable_goal", plan, scope_of(plan))] == ["plan"]


def test_the_nearest_codes_come_nearest_first() -> None:
    codes = ["1A", "1B", "1C", "2A", "2B", "12A"]
    assert nearest_codes("1D", codes) == ["1C", "1B", "1A"]
    assert nearest_codes("3B", codes) == ["2B", "1B"]
    assert nearest_codes("2C", []) == []


def test_an_excerpt_ends_with_a_whole_word() -> None:
    assert excerpt("En kort rad.") == "En kort rad"
    assert excerpt("ett två tre fyra", 10) == "ett två …"
    assert excerpt("rad\tett\nrad  två") == "rad ett rad två"
    assert len(excerpt("x" * 500)) <= 72


def test_a_diff_of_endless_texts_ends() -> None:
    assert len(changes("ord " * 100_000, "ort " * 100_000)) < 10_000


def principle_plan(make: Maker, **listed: str) -> Plan:
    entries = tuple(ListedPrinciple(int(number[1:]), make.text(title)) for number, title in listed.items())
    return replace(plan_of(), principles=entries)


def test_an_explanation_after_a_title_is_no_part_of_it(make: Maker) -> None:
    plan = principle_plan(
        make, p3="Öppna upp – dela data", p5="Återanvänd från andra: bygg inte nytt", p9="Gör det säkert."
    )
    assert hits("deviating_principle_title", plan, scope_of(plan)) == []


def test_a_number_of_its_own_in_the_list_is_unknown_and_not_missing(make: Maker) -> None:
    plan = principle_plan(make, p1="Samverka som förstahandsval", p14="Tänk på miljön")
    (unknown,) = hits("unknown_principle", plan, scope_of(plan))
    assert unknown.subject is not None
    assert (unknown.place.text, unknown.subject.id, unknown.words["number"]) == ("Tänk på miljön", "14", 14)
    assert [hit.case for hit in hits("incomplete_principle_list", plan, scope_of(plan))] == ["missing"]


def test_a_wrong_number_in_the_list_is_not_an_unknown_principle_too(make: Maker) -> None:
    plan = principle_plan(make, p14="Öppna upp")
    assert hits("unknown_principle", plan, scope_of(plan)) == []
    assert hits("incomplete_principle_list", plan, scope_of(plan))[0].case == "misnumbered"


def test_an_unknown_number_is_a_reference_so_only_one_rule_speaks(make: Maker) -> None:
    mention = PrincipleMention((14,), make.text("princip 14"), "number")
    node = replace(make.intervention("Kurs", {}), principles=(mention,))
    plan = replace(plan_of(node), mentions=(mention,))
    assert hits("missing_principle", node, scope_of(plan)) == []
    assert [hit.words["number"] for hit in hits("unknown_principle", plan, scope_of(plan))] == [14]


def test_a_loose_wording_is_asked_about_and_covers_nothing(make: Maker) -> None:
    loose = PrincipleMention((5,), make.text("återbruk av lösningar"), "name", loose=True)
    node = replace(make.intervention("Kurs", {}), principles=(loose,))
    (hit,) = hits("missing_principle", node, scope_of(plan_of(node)))
    assert (hit.case, hit.undecided, hit.words["principle"]) == ("loose", True, "5 (Återanvänd från andra)")
    assert hits("uncovered_principles", plan_of(node), scope_of(plan_of(node))) == []


@pytest.mark.parametrize(
    ("date", "words", "case"),
    [
        ("2019-11-01", "eSam: Svenskt ramverk för digital samverkan, version 1.3", None),
        ("2020-01-30", "eSam: Svenskt ramverk för digital samverkan, version 1.3", None),
        ("2020-01-31", "eSam: Svenskt ramverk för digital samverkan, version 1.3", "former"),
        ("2020-04-03", "eSam: Svenskt ramverk för digital samverkan", "former-unversioned"),
        ("3 april 2020", "eSam: Svenskt ramverk för digital samverkan, version 1.3", None),
        ("3 april 2021", "eSam: Svenskt ramverk för digital samverkan, version 1.3", "former"),
        ("2021-04-03", "eSams Svenskt ramverk för digital samverkan ägs av Digg, ver. 1.3", None),
        ("2021-04-03", "eSams Svenskt\u00a0 ramverk för digital sam\u00adverkan, version 1.3", "former"),
        ("2021-04-03", "eSamt ramverk för digital samverkan v1.3", "owner"),
    ],
)
def test_who_answers_for_the_framework_goes_by_the_plans_date(
    make: Maker, date: str, words: str, case: str | None
) -> None:
    plan = replace(plan_of(texts=(make.text(words),)), control=Control(date=make.text(date)))
    assert [hit.case for hit in hits("uncertain_source", plan, scope_of(plan))] == ([case] if case else [])


def test_version_and_owner_may_stand_in_the_next_paragraphs_but_not_far_off(make: Maker) -> None:
    def cases(gap: int) -> list[str]:
        texts = ["Svenskt ramverk för digital samverkan", *["Annat."] * gap, "Digg gav ut version 1.3."]
        plan = plan_of(texts=tuple(map(make.text, texts)))
        return [hit.case for hit in hits("uncertain_source", plan, scope_of(plan))]

    assert cases(1) == []
    assert cases(2) == ["neither"]


def test_a_table_of_the_plan_is_made_once(make: Maker) -> None:
    scope = scope_of(plan_of(make.intervention("Kurs", {})))
    made: list[str] = []

    def build(scope: Scope, word: str) -> int:
        made.append(word)
        return len(scope.plan.interventions)

    assert [scope.table(build, word) for word in ("a", "a", "b")] == [1, 1, 1]
    assert made == ["a", "b"]
