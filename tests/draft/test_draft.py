"""A framework file drafted from a plan: valid, true to the plan, and harmless whatever the plan says."""

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint import markdown
from planlint.draft import Drafted, draft_framework
from planlint.errors import InputError
from planlint.intake import Source, read_bytes, read_document
from planlint.model.document import Document
from planlint.model.plan import Plan
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import load, load_framework

ROOT = Path(__file__).parents[2]
HERE = sorted((Path(__file__).parent / "plans").glob("*.md"))
SAMPLES = [
    *sorted((ROOT / "samples").glob("norradalen-plan.*")),
    *sorted((ROOT / "samples").glob("skarlanda-plan.*")),
    ROOT / "samples" / "norradalen-utkast.docx",
    ROOT / "samples" / "norradalen-remissvar.docx",
]


def opened(path: Path) -> Document:
    source = Source(path, path.name)
    return read_document(source, read_bytes(source), "final")


def draft(path: Path) -> Drafted:
    return draft_framework(opened(path), path.stem, path.name, load())


def sizes(plan: Plan) -> tuple[int, int, int]:
    return len(plan.focus_areas), len(plan.goals), len(plan.interventions)


def check_reads_as_well(path: Path, tmp_path: Path) -> None:
    """The file loads, and the plan is read with it as the draft says, and as well as without it."""
    drafted = draft(path)
    file = tmp_path / "utkast.yaml"
    file.write_text(drafted.text, encoding="utf-8")
    framework = load_framework(file)
    document, book = opened(path), load()
    plan = recognise(document, framework, book.principles(framework))
    chosen = choose_framework(document, book.frameworks)
    before = recognise(document, chosen, book.principles(chosen))
    assert (plan.kind, sizes(plan)) == ("plan", sizes(drafted.plan))
    assert all(now >= then for now, then in zip(sizes(plan), sizes(before), strict=True))
    assert framework.extends == drafted.base


@pytest.mark.parametrize("path", [*HERE, *SAMPLES], ids=lambda path: path.name)
def test_a_plan_is_read_with_its_draft_at_least_as_well(path: Path, tmp_path: Path) -> None:
    check_reads_as_well(path, tmp_path)


def test_the_real_plans_come_out_near_their_own_framework(plans: Path, tmp_path: Path) -> None:
    for path in sorted(plans.glob("*.docx")):
        check_reads_as_well(path, tmp_path)
        drafted = draft(path)
        stated = yaml.safe_load(drafted.text)
        assert (drafted.base, sizes(drafted.plan)[:2]) == ("fyrbodal-2020", (5, 11)), path.name
        assert set(stated) <= {"name", "extends", "title", "chapters", "parts", "fields", "control", "actors"}, (
            path.name
        )
        assert {"goals", "link", "interventions"}.isdisjoint(stated)
        assert "#  principles: {required: false}  # krävs i fyrbodal-2020, men finns i 0 av" in drafted.text


@pytest.mark.parametrize(
    ("name", "base", "found"),
    [
        ("stad", "base-sv", (3, 4, 3)),
        ("gruvstad", "base-sv", (3, 4, 0)),
        ("region", "base-sv", (3, 0, 0)),
        ("koder", "base-sv", (2, 3, 2)),
        ("ehalsa", "numrerade-mal", (1, 2, 3)),
        ("tabell", "numrerade-mal", (1, 2, 3)),
        ("lista", "numrerade-mal", (1, 3, 3)),
    ],
)
def test_what_is_read_with_the_draft(name: str, base: str, found: tuple[int, int, int]) -> None:
    drafted = draft(Path(__file__).parent / "plans" / f"{name}.md")
    assert (drafted.base, sizes(drafted.plan)) == (base, found)


def test_a_plan_with_words_of_its_own_is_understood() -> None:
    drafted = draft(Path(__file__).parent / "plans" / "koder.md")
    stated = yaml.safe_load(drafted.text)
    base = load().frameworks["base-sv"]
    assert stated == {
        "name": "koder",
        "extends": "base-sv",
        "title": dict.fromkeys(("sv", "en"), "Handlingsplan för digitalisering i Hamnsund 2026–2028"),
        "titles": ["handlingsplan"],
        "chapters": {
            "focus_areas": {"required": True, "forms": ["Strategiska spår", *base.chapters["focus_areas"].forms]},
            "interventions": {"required": True, "forms": ["Satsningar", *base.chapters["interventions"].forms]},
            "follow_up": {"required": True},
        },
        "goals": {
            "designations": [*base.goals.designations, "Spår"],
            "labels": [*base.goals.labels, "Inriktningsmål"],
            "code": "[A-ZÅÄÖ]{1,2}[1-9][0-9]?",
            "code_follows_area": False,
        },
        "interventions": {"designations": [*base.interventions.designations, "Satsning"]},
        "parts": {
            "goal_links": {"forms": [*base.parts["goal_links"].forms, "Inriktningsmål"], "required": True},
        },
        "fields": {
            "samarbetspartner": {
                "title": {"sv": "samarbetspartner", "en": "samarbetspartner"},
                "forms": ["Samarbetspartner"],
                "required": True,
            },
            "miljonytta": {
                "title": {"sv": "miljönytta", "en": "miljönytta"},
                "forms": ["Miljönytta"],
                "required": True,
            },
        },
        "control": {"fields": {"title": {"required": True}}},
    }
    links = [[link.code for link in one.links if link.goal] for one in drafted.plan.interventions]
    assert links == [["M1", "M2"], ["M3"]]


def test_every_choice_is_explained_and_what_is_left_is_named() -> None:
    text = draft(Path(__file__).parent / "plans" / "stad.md").text
    assert text.startswith("# Utkast till ramverk för planer som stad.md, gjort av planlint init --from.\n")
    for line in (
        "  focus_areas: {required: true}  # ”Målområden”",
        "    # rubriken liknar ”Insatser”: kontrollera att det är samma kapitel",
        "  form: items  # målen är punkter utan kod under en etikett",
        "  responsible: {required: true}  # i 3 av 3 insatser, ”Ansvarig”",
        "  funding: {required: true}  # i 3 av 3 insatser, skriven ”Kostnad 2026” (3), ”Kostnad 2027” (3)",
        "    registration: {required: true}  # ”KS 2025/412”",
        "      title: {sv: gäller för, en: gäller för}  # ny uppgift på framsidan",
        "# Kapitel i planen som base-sv inte känner till. Ska något krävas, lägg till det under chapters:",
        "#   Genomförande",
    ):
        assert line in text.splitlines()


def test_actors_sorts_and_principles() -> None:
    plan = """
    # Handlingsplan för digitalisering i Tallvik 2027–2029

    ## Målområden

    ### Skola

    **Mål**

    - Alla läser.

    ## Insatser

    ### Förstudie om e-arkiv

    **Principer**

    Princip 5

    IT-rådet följer arbetet. Skolchefsnätverket hjälper IT-rådet, och Skolchefsnätverket bidrar.

    ### Projekt läslyft

    **Principer**

    Princip 2
    """
    stated = yaml.safe_load(draft_framework(markdown.read(dedent(plan)), "plan", "plan.md", load()).text)
    assert stated["actors"] == {
        "it-radet": {"title": {"sv": "it-rådet", "en": "it-rådet"}, "forms": ["it-rådet"]},
        "skolchefsnatverket": {
            "title": {"sv": "skolchefsnätverket", "en": "skolchefsnätverket"},
            "forms": ["skolchefsnätverket"],
        },
    }
    assert stated["principle_set"] == "digg-1.3"
    assert stated["parts"]["principles"] == {"required": True}
    assert stated["interventions"]["kinds"] == {
        "preliminary-study": ["förstudie", "utredning"],
        "project": ["projekt"],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Här finns varken mål, insatser eller kapitel"),
        ("# Protokoll\n\n## Val av ordförande\n\nVi valde en.", "Här finns varken mål, insatser eller kapitel"),
        ("# Färdplan Digitalisera\n\nDet här är en återrapportering.", "läses med ramverket fardplan"),
    ],
)
def test_what_is_no_plan_is_told(text: str, words: str) -> None:
    with pytest.raises(InputError) as raised:
        draft_framework(markdown.read(text), "fil", "fil.md", load())
    assert raised.value.code == "no-plan"
    assert words in raised.value.sv


def test_the_name_is_the_files_own_and_never_that_of_a_shipped_framework() -> None:
    plan = markdown.read((Path(__file__).parent / "plans" / "tabell.md").read_text(encoding="utf-8"))
    names = {
        stem: yaml.safe_load(draft_framework(plan, stem, "plan.md", load()).text)["name"]
        for stem in ("Plan Åre 2027 (slutlig)", "base-sv", "计划", "")
    }
    assert names == {
        "Plan Åre 2027 (slutlig)": "plan-are-2027-slutlig",
        "base-sv": "base-sv-egen",
        "计划": "plan",
        "": "plan",
    }


WORDS = st.text(
    alphabet=st.sampled_from("abåÄ1 :#\"'\\{}[]&*!|>%@`,?-\t\u0085\u2028\u202e\ue000\ufffe😀mål"),
    min_size=1,
    max_size=30,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=WORDS, chapter=WORDS, label=WORDS, field=WORDS)
def test_nothing_that_a_plan_says_breaks_out_of_the_file(title: str, chapter: str, label: str, field: str) -> None:
    one = f"**{label}:** x\n\n**{label}**\n\n- y\n\n"
    text = (
        f"# Plan {title}\n\n{field}: värde\n\n## {chapter} mål\n\n### Spår 1 {chapter}\n\n1A: Mål\n\n"
        "### Spår 2 b\n\n2A: Mer\n\n"
        f"## Insatser {chapter}\n\n### Ett {title}\n\n{one}### Två\n\n{one}## Uppföljning\n\nSlut\n"
    )
    try:
        drafted = draft_framework(markdown.read(text), title, title, load())
    except InputError:
        return
    assert set(yaml.safe_load(drafted.text)) <= {
        "name", "extends", "title", "titles", "chapters", "goals", "link", "interventions", "parts", "fields",
        "principle_set", "control", "actors", "rules",
    }  # fmt: skip
