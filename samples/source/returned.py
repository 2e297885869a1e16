"""The good plan as it came back from the consultation: three reviewers' tracked changes, and their comments."""

from __future__ import annotations

from samples.source.body import Body
from samples.source.comments import Comments
from samples.source.nodes import Node, name, paragraph, run
from samples.source.package import Package, package
from samples.source.plan import read_plan, understand
from samples.source.revisions import Stroke, Tracker

_TALLVIK = "Ingrid Sollén, Tallviks kommun"
_HEDMYRA = "Mats Åkervall, Hedmyra kommun"
_GRANA = "Noor Haddad, Granå kommun"
_LEADER = "Ylva Norlander, Norrådalens kommunalförbund"

_NEW_INTERVENTION = """
## 4 Insatser

### 4.4 Digital hjälp på biblioteken

Många äldre i Tallvik vågar inte använda e-tjänsterna på egen hand. Projektet ger biblioteken i de sex kommunerna \
personal och utrustning, så att den som vill får hjälp på plats.

#### Effektmål

3B: Minst 80 procent av dem som har använt en e-tjänst är nöjda eller mycket nöjda \
i den årliga enkäten från och med 2028

#### Förväntad nytta

##### Kortsiktig nytta

- Varje bibliotek har handledning minst sex timmar i veckan från hösten 2027.

##### Långsiktig nytta

- Antalet invånare över 75 år som använder e-tjänster fördubblas till år 2029.

#### Aktiviteter

- Anställa en handledare som delas mellan två kommuner.
- Köpa surfplattor och skärmar som är lätta att läsa på.

#### E-rådets roll

- Ansöka om projektmedel hos Kulturrådet.
- Agera styrgrupp för projektet.
"""
"""Tallvik's proposal. It says nothing of the municipalities' role, and names no principle."""


def returned() -> Package:
    """The returned version as a Word file."""
    made = package(understand(read_plan()))
    tracker = Tracker(made.document)
    _change_summary(tracker)
    _change_goals(tracker)
    _change_interventions(tracker)
    _comment(tracker, made)
    return made


def _change_summary(tracker: Tracker) -> None:
    """Other words in the summary, two paragraphs made one, and a bullet that two reviewers wrote and struck at."""
    hedmyra, tallvik, grana = _on(_HEDMYRA, 3), _on(_TALLVIK, 6), _on(_GRANA, 10)
    summary = tracker.find("Handlingsplanen har fyra")
    tracker.replace(summary, "tid och pengar", "den tid och de pengar som projektdirektivet anger", hedmyra)
    background = tracker.find("Norrådalens kommunalförbund bildades")
    tracker.write(background, "en processledare från förbundet.", " ", tallvik)
    tracker.mark(background, "w:del", tallvik)
    bullet = paragraph(
        "Punktlista", run("Ungdomar vill kunna nå skolan och fritiden i telefonen och inte bara på datorn.")
    )
    tracker.insert(tracker.find("Invånare får fylla i blanketter"), [bullet], grana)
    (written,) = bullet.findall(name("w:ins"))
    (words,) = written
    rest = run(" och inte bara på datorn.")
    words.findall(name("w:t"))[0].text = "Ungdomar vill kunna nå skolan och fritiden i telefonen"
    written.extend([tracker.stamp("w:del", hedmyra, rest), run(".")])
    for text in rest.iter(name("w:t")):
        text.tag = name("w:delText")


def _change_goals(tracker: Tracker) -> None:
    """A stricter goal, changed where it is defined and not where it is repeated."""
    tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", _on(_TALLVIK, 6))


def _change_interventions(tracker: Tracker) -> None:
    """A duty struck out, an activity moved, a heading changed, and a whole new intervention."""
    tracker.delete(tracker.find("Fatta biståndsbeslut"), _on(_HEDMYRA, 4))
    tracker.move(tracker.find("Mäta nöjdheten direkt"), tracker.find("Rangordna blanketterna"), _on(_GRANA, 10))
    heading = tracker.find("Förstudie om bredband")
    tracker.replace(heading, "bredband och", "bredband, mobiltäckning och", _on(_GRANA, 11))
    before = tracker.find("Förstudie om ett gemensamt").getprevious()
    if before is None:
        raise ValueError("the first section cannot have one before it")
    tracker.insert(before, _new_intervention(), _on(_TALLVIK, 9))


def _new_intervention() -> list[Node]:
    """The proposal's paragraphs, without bookmarks: Word sets one when the contents are updated."""
    blocks = [block for _, block in Body(understand(_NEW_INTERVENTION)).blocks()][1:]
    for block in blocks:
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for one in block.findall(name(tag)):
                block.remove(one)
    return blocks


def _comment(tracker: Tracker, made: Package) -> None:
    """Five threads: two with an answer, one of those settled."""
    comments = Comments()
    comments.write(
        tracker.find("E-rådet mäter indikatorerna"),
        "i oktober varje år",
        _on(_GRANA, 11),
        "Oktober krockar med budgetarbetet. Går det att mäta i september?",
        (_on(_LEADER, 16), "Bra synpunkt. Vi ändrar till september i nästa version."),
        done=True,
    )
    comments.write(
        tracker.find("2A: "),
        "har den på plats inom",
        _on(_TALLVIK, 6),
        "Tallvik klarar redan tio dagar. Målet bör vara så högt att det märks.",
        (_on(_LEADER, 16), "Tas upp på e-rådets möte den 8 december. Då behöver målet ändras även i insats 4.2."),
    )
    comments.write(
        tracker.find("5,6 miljoner kronor"),
        "3 miljoner i statsbidrag",
        _on(_HEDMYRA, 4),
        "Är statsbidraget beslutat? Annars behöver vi veta vad kommunerna ska betala om det uteblir.",
    )
    comments.write(
        tracker.find("Princip 10 (Hitta"),
        "byta tillbaka till besök",
        _on(_HEDMYRA, 4),
        "Bra att detta sägs så tydligt. Skriv gärna in det även under Kommunernas roll.",
    )
    comments.write(
        tracker.find("Förstudie om ett gemensamt e-arkiv"),
        "gemensamt e-arkiv",
        _on(_TALLVIK, 9),
        "Vi föreslår en ny insats före den här, om hjälp på biblioteken.",
    )
    comments.add_to(made)


def _on(author: str, day: int) -> Stroke:
    """A reviewer at work on a day of November 2026."""
    return Stroke(author, f"2026-11-{day:02}T10:{day:02}:00Z")
