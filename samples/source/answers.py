"""What came back from the consultation: the plan as three municipalities return it, and a fourth's letter.

Each file is shaped as the program of its municipality writes it: Word's own, LibreOffice's, Word's on the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from samples.source.body import Body
from samples.source.comments import Comments
from samples.source.nodes import Node, name
from samples.source.online import as_on_the_web
from samples.source.package import Package, assemble, package
from samples.source.plan import Association, read_plan, understand
from samples.source.revisions import Stroke, Tracker

_INGRID = "Ingrid Sollén, Tallviks kommun"
_OLA = "Ola Ekvall, Tallviks kommun"
_MATS = "Mats Åkervall (Hedmyra kommun)"
_NOOR = "Noor Haddad"
_PER = "Per Lindh"

_MENTORS = """
## 4 Insatser

### 4.5 Digitala fadderbyar

I Tallviks byar finns många som kan tekniken och gärna hjälper en granne. Projektet ger dem utbildning, en telefon \
att ringa och ersättning för resor.

#### Effektmål

3B: Minst 80 procent av dem som har använt en e-tjänst är nöjda eller mycket nöjda \
i den årliga enkäten från och med 2028

#### Förväntad nytta

##### Kortsiktig nytta

- Tolv byar har en fadder senast hösten 2027.

##### Långsiktig nytta

- Antalet besök på kommunhusen för att få hjälp med en ansökan halveras till år 2029.

#### Aktiviteter

- Utbilda två faddrar i varje by under två kvällar.

#### E-rådets roll

- Ansöka om projektmedel hos länsstyrelsen.
- Agera styrgrupp för projektet.

#### Kommunernas roll

- Avsätta tid för en samordnare i projektet.
"""

_LETTERHEAD = (
    ("title", "Yttrande över förslag till handlingsplan"),
    ("subtitle", ""),
    ("Publiceringsdatum", "2026-11-24"),
    ("Version", "1.0"),
    ("Ansvarig", "Kommundirektören"),
)
WORDS = (
    ("kommunerna", "medlemskommunerna"),
    ("Kommunerna", "Medlemskommunerna"),
    ("procent", "%"),
    ("kronor", "kr"),
    ("invånare", "kommuninvånare"),
)
"""What Hedmyra's communications office writes otherwise, wherever it stands."""


def tallvik() -> Package:
    """From Word: two readers, some twenty changes, a new intervention, comments with answers."""
    made = package(understand(read_plan()))
    tracker = Tracker(made.document)
    ingrid, ola = _on(_INGRID, 3), _on(_OLA, 9)
    tracker.replace(
        tracker.find("Handlingsplanen har fyra"), "tid och pengar", "tid, pengar och en namngiven ansvarig", ingrid
    )
    tracker.write(
        tracker.find("E-rådet mäter"),
        "redovisar dem för kommundirektörsnätverket i november.",
        " Redovisningen publiceras på förbundets webbplats.",
        ingrid,
    )
    for nth in range(2):
        tracker.replace(tracker.find("2A: ", nth=nth), "14 dagar", "10 dagar", ingrid)
    tracker.delete(tracker.find("Fatta biståndsbeslut"), ola)
    tracker.replace(
        tracker.find("Utbilda 420 medarbetare"), "420 medarbetare", "420 medarbetare och 35 enhetschefer", ola
    )
    tracker.move(tracker.find("Mäta nöjdheten direkt"), tracker.find("Rangordna blanketterna"), ola)
    tracker.replace(tracker.find("Förstudie om bredband"), "bredband och", "bredband, mobiltäckning och", ingrid)
    tracker.replace(tracker.find("Fyra av kommunerna"), " och föreslår ändringar där de drar åt olika håll", "", ingrid)
    before = tracker.find("Förstudie om bredband").getprevious()
    if before is None:
        raise ValueError("the section cannot be the first")
    tracker.insert(before, list(_mentors()), _on(_INGRID, 10))
    _comment_tallvik(tracker, made)
    return made


def _mentors() -> Iterator[Node]:
    """The new intervention's paragraphs, without bookmarks: Word sets one when the contents are updated."""
    for _, block in list(Body(understand(_MENTORS)).blocks())[1:]:
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for one in block.findall(name(tag)):
                block.remove(one)
        yield block


def _comment_tallvik(tracker: Tracker, made: Package) -> None:
    comments = Comments()
    comments.write(
        tracker.find("2A: "),
        "har den på plats inom",
        _on(_INGRID, 3),
        "Tallvik klarar redan tio dagar. Målet bör vara så högt att det märks.",
        (_on(_OLA, 9), "Håller med. Men då måste biståndsbeslutet kunna fattas av fler än i dag."),
    )
    comments.write(
        tracker.find("5,6 miljoner kronor"),
        "3 miljoner i statsbidrag",
        _on(_OLA, 9),
        "Är statsbidraget beslutat? Annars behöver vi veta vad kommunerna ska betala om det uteblir.",
    )
    comments.write(
        tracker.find("Förstudie om bredband"),
        "reservvägar",
        _on(_INGRID, 10),
        "Före den här vill vi ha en ny insats, fadderbyar. Vi har prövat det i Norrby sedan i våras.",
    )
    comments.write(
        tracker.find("Prova ingången under en termin"),
        "en i Granå och en i Tallvik",
        _on(_INGRID, 3),
        "Tallvik är med på detta.",
        done=True,
    )
    comments.add_to(made)


def hedmyra() -> Package:
    """What Hedmyra's two hundred changes and more are, before LibreOffice saved the file."""
    made = package(understand(read_plan()))
    tracker = Tracker(made.document)
    mats = _on(_MATS, 17)
    _drop_archive(tracker, mats)
    for nth in range(2):
        tracker.replace(tracker.find("2A: ", nth=nth), "14 dagar", "21 dagar", mats)
    tracker.delete(tracker.find("Fatta biståndsbeslut"), mats)
    tracker.replace(tracker.find("Handlingsplanen har fyra"), "Fem insatser visar", "Fyra insatser visar", mats)
    comments = Comments()
    comments.write(
        tracker.find("Kommunerna har tillsammans 214"),
        "samma ansökan kan se ut på sex olika sätt",
        mats,
        "Hos oss är det redan åtgärdat: vi har en mall för alla ansökningar sedan i april.",
    )
    comments.write(
        tracker.find("3C: "),
        "besvaras inom 2 arbetsdagar",
        mats,
        "Hedmyra har redan skrivit avtal om e-arkiv med länets förbund och kan inte delta. Insatsen bör utgå.",
    )
    for paragraph in _own_paragraphs(tracker):
        for old, new in WORDS:
            tracker.replace_word(paragraph, old, new, mats)
    comments.add_to(made)
    return made


def _drop_archive(tracker: Tracker, by: Stroke) -> None:
    """Strike out the whole preliminary study on the archive."""
    heading = tracker.find("Förstudie om ett gemensamt")
    last = tracker.find("Förstudie om bredband")
    block: Node | None = heading
    while block is not None and block is not last:
        following = block.getnext()
        if block.tag == name("w:p"):
            tracker.delete(block, by)
        else:
            tracker.delete_table(block, by)
        block = following


def _own_paragraphs(tracker: Tracker) -> list[Node]:
    """The paragraphs of the plan's text; the table of contents is the program's."""
    return [
        paragraph
        for paragraph in tracker.document.iter(name("w:p"))
        if not any(each.tag == name("w:sdt") for each in paragraph.iterancestors())
    ]


def grana() -> Package:
    """From Word on the web: comments only, by two people whose names do not tell where they work."""
    made = package(understand(read_plan()))
    tracker = Tracker(made.document)
    noor, per = _on(_NOOR, 11), _on(_PER, 12)
    comments = Comments()
    comments.write(
        tracker.find("E-rådet mäter indikatorerna"),
        "i oktober varje år",
        noor,
        "Oktober krockar med budgetarbetet. Går det att mäta i september?",
    )
    comments.write(
        tracker.find("Princip 10 (Hitta"),
        "byta tillbaka till besök",
        noor,
        "Bra att detta sägs så tydligt. Skriv gärna in det även under Kommunernas roll.",
        (per, "Ja, och säg hur snabbt det ska gå."),
    )
    comments.write(
        tracker.find("Byar utan fiber"),
        "ett enda kabelbrott kan slå ut en hel kommun",
        per,
        "Stämmer för Granå. Det hände senast i mars.",
    )
    comments.write(
        tracker.find("4A: "), "1 gigabit per sekund", per, "Varför just en gigabit? De flesta klarar sig med mindre."
    )
    comments.write(
        tracker.find("Utreda vem som får ansvara"), "arkivlagen", noor, "Stavfel: ska vara ansvar för.", done=True
    )
    comments.add_to(made, {_NOOR: "noor.haddad@grana.example", _PER: "per.lindh@grana.example"})
    return as_on_the_web(made, comments.dates())


def _on(author: str, day: int) -> Stroke:
    """A reader at work on a day of November 2026."""
    return Stroke(author, f"2026-11-{day:02}T10:{day:02}:00Z")


def mardsjo() -> Package:
    """A letter that names what it is about."""
    text = (Path(__file__).parent / "letter.md").read_text(encoding="utf-8")
    municipality = Association("Mårdsjö kommun", "mardsjo.example")
    content = replace(understand(text, municipality), stated=_LETTERHEAD)
    body = Body(content)
    return assemble(content, body, [block for _, block in body.blocks()])
