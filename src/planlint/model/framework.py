"""What a plan of one kind is made of, as its framework file states it; and the facts that it leans on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planlint.model.forms.card import CardForms
from planlint.model.forms.checklist import Checklist
from planlint.model.forms.control import ControlForms
from planlint.model.forms.terms import TermForms
from planlint.model.forms.timeline import TimelineForms
from planlint.model.kind import KnownKind
from planlint.model.rule import RuleSetting, Source, Strict, Words

GoalForm = Literal["coded-lines", "headings", "items"]
"""Lines that begin with a code; headings with a number; or, without codes, what stands under a label for goals."""
LinkBy = Literal["code", "containment"]
Counted = Literal["focus_areas", "goals", "interventions", "principles"]


class Label(Strict):
    """A part's or a field's label: every form that municipalities write, matched after normalisation."""

    title: Words
    forms: tuple[str, ...]
    within: str | None = None
    """The part that this one is a division of ('Kortsiktig nytta' of 'Förväntad nytta')."""
    short_forms: tuple[str, ...] = ()
    """Forms that count only inside that part ('På kort sikt')."""
    required: bool = False


class ChapterForm(Strict):
    """A chapter or section that the framework knows."""

    title: Words
    forms: tuple[str, ...]
    required: bool = False
    within: str | None = None
    """The chapter that mostly holds it as a section (the glossary in the appendices)."""
    identifies: bool = False
    """True if a document that has it is likely a plan of this kind."""


class GoalForms(Strict):
    """How the plan defines its goals and refers to them."""

    form: GoalForm = "coded-lines"
    code: str = r"[1-9][0-9]?\s?[A-ZÅÄÖ]"
    """Regular expression for a goal's code."""
    chapter: str = "focus_areas"
    labels: tuple[str, ...] = ()
    """What stands above the goals in a focus area; every form."""
    cues: tuple[str, ...] = ()
    """Words that make a code in prose a reference to a goal ('effektmål', 'mål')."""
    nested: bool = True
    """True if goals stand in focus areas; False if the goals' chapter holds them directly."""
    code_follows_area: bool = True
    """True if the code's number is its focus area's ordinal."""
    designations: tuple[str, ...] = ()
    """Words before a focus area's own number in its heading ('Fokusområde 2 – Trygghet')."""
    collective: tuple[str, ...] = ()
    """Words for all areas or goals ('effektmålen'): a section with one in its title and no goal in it is no area."""


class InterventionForms(Strict):
    """Where interventions stand and what sorts there are."""

    chapter: str = "interventions"
    """The chapter whose sections they are; with `under_goals`, the goals' sections hold them."""
    under_goals: bool = False
    title_labels: tuple[str, ...] = ()
    """Labels of a table's row or column that holds an intervention's title, where it has no heading ('Insats')."""
    number_labels: tuple[str, ...] = ()
    """Labels of a table's row or column that holds its number ('Nr')."""
    designations: tuple[str, ...] = ()
    """Words before an intervention's own number in its heading ('Insats 3: E-arkiv')."""
    collective: tuple[str, ...] = ()
    """Words for all of them ('insatserna'): a section with one in its title and no part in it is no intervention."""
    not_interventions: tuple[str, ...] = ()
    """Titles of sections in the chapter that are no interventions."""
    column_names: tuple[str, ...] = ()
    """What stands over the words in a table of labels and words ('Innehåll'): nothing that the intervention says."""
    kinds: dict[str, tuple[str, ...]] = {}
    """The sort's name to words that tell it, the most telling sort first."""


class Duty(Strict):
    """A duty that recurs: phrases that say it, as stems in order."""

    id: str
    title: Words
    forms: tuple[str, ...]


class Actor(Strict):
    """An actor and what the plan may call it."""

    title: Words
    forms: tuple[str, ...]


class ProcessForms(Strict):
    """How the decision process writes its decisions and deliverables."""

    chapter: str = "process"
    decision: tuple[str, ...] = ("Beslut",)
    deliverable: tuple[str, ...] = ("Leverans",)
    verbs: tuple[str, ...] = ()
    """Verbs of deciding: what stands before one is who decides ('Styrgruppen godkänner …')."""


class Framework(Strict):
    """What a plan of one kind is made of. `parts` and `fields` keep their order for reports."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Words
    kind: KnownKind = "plan"
    extends: str | None = None
    fallback: bool = False
    """True for what a document is read with where no other framework of its kind fits."""
    source: tuple[Source, ...] = ()
    titles: tuple[str, ...] = ()
    """Words in a document's own title that tell its kind ('färdplan', 'handlingsplan')."""
    chapters: dict[str, ChapterForm] = {}
    goals: GoalForms = GoalForms()
    link: LinkBy = "code"
    interventions: InterventionForms = InterventionForms()
    parts: dict[str, Label]
    """By key; the keys that rules name: goal_links, background, benefits, benefits_short, benefits_long, activities,
    council_role, municipal_role, principles."""
    fields: dict[str, Label] = {}
    duties: dict[str, tuple[Duty, ...]] = {}
    """By the role's part key."""
    actors: dict[str, Actor] = {}
    process: ProcessForms = ProcessForms()
    control: ControlForms = ControlForms()
    card: CardForms = CardForms()
    timeline: TimelineForms = TimelineForms()
    terms: TermForms = TermForms()
    checklist: Checklist = Checklist()
    glossary_columns: tuple[tuple[str, ...], tuple[str, ...]] = (("Begrepp", "Term"), ("Definition", "Förklaring"))
    principle_set: str | None = None
    """The name of the fact file with the principles; None where plans of this kind have none."""
    counted: dict[Counted, tuple[str, ...]] = {}
    """What plans call several of a sort, in every form that follows a number ('fem insatser', 'de fem insatserna')."""
    placeholders: tuple[str, ...] = ()
    """What stands in a cell or an item that says nothing ('se ovan', '–')."""
    rules: dict[str, RuleSetting] = {}
    """By a rule's code or name: what plans of this kind move of it."""


class Principle(Strict):
    """One principle: its official name, inflected patterns of it, and key words for suggestions."""

    number: Annotated[int, Field(ge=1)]
    title: str
    anchors: tuple[str, ...] = ()
    """Pieces of words, in lower case: wordings are tried only where one of them stands; without any, always."""
    patterns: tuple[str, ...] = ()
    """Expressions for the name's inflections: whole words, blind to case, " … " for up to four words between."""
    loose: tuple[str, ...] = ()
    """Expressions, as `patterns`, for wordings that may mean it."""
    keywords: tuple[str, ...] = ()
    quoted_only: bool = False
    """True where the name is ordinary Swedish and counts only in quotation marks or beside 'princip'."""


class Owner(Strict):
    """Who answered for the set over a time; dates in ISO 8601, `until` exclusive."""

    name: str
    forms: tuple[str, ...]
    since: str
    until: str | None = None


class PrincipleSet(Strict):
    """A set of principles as dated data."""

    name: str
    title: Words
    document: str
    """The name of the document that holds the set."""
    document_forms: tuple[str, ...] = ()
    version: str
    dated: str
    """When the version was made: ISO 8601, as far as known."""
    checked: str
    """When these facts were last held against their sources."""
    owners: tuple[Owner, ...]
    principles: tuple[Principle, ...]
    other_sets: tuple[str, ...] = ()
    """Expressions, as `Principle.patterns`, that name another set of principles, whose numbers are not these."""
    source: tuple[Source, ...]

    def __hash__(self) -> int:
        """By name and version: what is made of a set is kept by it, and its full contents are dear to hash."""
        return hash((self.name, self.version))
