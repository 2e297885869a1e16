"""What the draft has otherwise than the good plan: each edit names the rules that it breaks."""

from __future__ import annotations

from dataclasses import dataclass

_NEW_GOAL = "1C: Lärarna är trygga med digitala läromedel och tycker att stödet räcker"
HIDDEN = "Kolla med Ylva om pengarna räcker."
"""A note to oneself, formatted as hidden."""


@dataclass(frozen=True)
class Edit:
    """In the section whose heading begins so, `old` (with … for anything between) becomes `new`."""

    section: str
    old: str
    new: str
    breaks: tuple[str, ...] = ()
    """The rules' codes, each with its subject's id after a space where it has one."""


FRONT = (
    Edit("# Handlingsplan", "2026-09-15", "2026-04-17"),
    Edit("# Handlingsplan", "Version 0.4", "Version 0.2", ("PL504", "PL505 0.2")),
    Edit("### Versionshistorik", "| 2026-04-17 | 0.2", "| 2026-01-17 | 0.2", ("PL502 0.2",)),
    Edit("### Versionshistorik", "| 2026-06-05…2026-11-27 |\n", ""),
    Edit(
        "### Informationsklassning",
        "Informationsklass: öppen information. Planen har konfidentialitet 0, riktighet 2 och tillgänglighet 1 enligt "
        "förbundets modell.",
        "Görs när planen är klar.",
        ("PL507",),
    ),
    Edit("## 1 Sammanfattning", "Fem insatser visar", "De fem insatserna visar", ("PL109",)),
    Edit(
        "### 1.2 Syfte",
        "Den tillämpar Svenskt ramverk för digital samverkan, version 1.3, Myndigheten för digital förvaltning (Digg).",
        "Den tillämpar Svenskt ramverk för digital samverkan från eSam.",
        ("PL407",),
    ),
    Edit("### 1.2 Syfte", "[bilaga 5.3](#53-svenskt-ramverk-för-digital-samverkan)", "bilaga 5.4", ("PL105 1.2",)),
    Edit("### 1.4 Uppföljning", "våren 2029.", f"våren 2029. {HIDDEN}", ("PL608",)),
    Edit("### 2.1 Behovsanalys", "1\u00a0130 invånare", "XX invånare", ("PL506",)),
)

GOALS = (
    Edit("### 3.1 Likvärdig", "1B: Minst…självskattning", _NEW_GOAL, ("PL203 1C", "PL206 1C", "PL802 Självskattning")),
    Edit("### 3.3 Enkla", "3C: ", "3B: ", ("PL202 3B",)),
)

INTERVENTIONS = (
    Edit("## 4 Insatser", "de fem insatserna", "de fem insatserna som e-rådet har prioriterat", ("PL109",)),
    Edit("### 4.1 En", "1B: Minst…självskattning", _NEW_GOAL),
    Edit("### 4.1 En", "##### Långsiktig nytta…#### Aktiviteter", "#### Aktiviteter", ("PL307 4.1",)),
    Edit("### 4.1 En", "Princip 5 (Återanvänd från andra)", "Princip 5 – Öppna upp", ("PL403 5",)),
    Edit("### 4.1 En", "| Indikator…skolveckan |\n", "", ("PL310 4.1",)),
    Edit("### 4.2 Digital", "30 minuter mindre", "20 minuter mindre", ("PL205 2B",)),
    Edit(
        "### 4.2 Digital",
        "- Utbilda 420 medarbetare i digital tillsyn, säkerhet och bemötande.\n",
        "- Utbilda 420 medarbetare i digital tillsyn, säkerhet och bemötande.\n" * 2,
        ("PL314 4.2",),
    ),
    Edit("### 4.2 Digital", "- Leda förändringen i verksamheten genom socialchefen.\n", "", ("PL313 4.2",)),
    Edit(
        "### 4.2 Digital",
        "Princip 12 (Gör administrationen enkel)",
        "Princip 14 (Gör administrationen enkel)",
        ("PL402 14", "PL404"),
    ),
    Edit(
        "### 4.3 Gemensamma",
        "##### Kortsiktig nytta\n\n- De 30…##### Långsiktig nytta\n\n",
        "- De 30 vanligaste ärendena går att göra på webben dygnet runt.\n",
        ("PL306 4.3",),
    ),
    Edit("### 4.3 Gemensamma", "#### E-rådets roll…#### Kommunernas roll", "#### Kommunernas roll", ("PL303 4.3",)),
    Edit("### 4.4 Förstudie", "När en kommun…annat sätt.\n\n", "", ("PL309 4.4",)),
    Edit("### 4.4 Förstudie", "#### Effektmål", "#### Effekt mål", ("PL107", "PL302 4.4")),
    Edit("### 4.4 Förstudie", "- Besvara…från år 2029.\n\n", "", ("PL304 4.4",)),
    Edit("### 4.5 Förstudie", "4A: Minst…i december 2029\n\n", "", ("PL204 4A",)),
    Edit(
        "### 4.5 Förstudie",
        "#### Förväntad nytta…#### E-rådets roll",
        "**E-rådets roll**",
        ("PL103", "PL305 4.5", "PL308 4.5"),
    ),
    Edit("### 4.5 Förstudie", "#### Kommunernas roll", "**Kommunernas roll**"),
    Edit("### 4.5 Förstudie", "#### Principer…känsliga punkter hanteras i ett skyddat system.\n\n", "", ("PL401 4.5",)),
    Edit(
        "### 4.5 Förstudie",
        "utan nät |\n",
        """utan nät |

### 4.6 Gemensamma e-tjänster

Projektet bygger vidare på 4.3 och samlar de e-tjänster som vänder sig till företag. [fyll i mål när enkäten är klar]

#### Förväntad nytta

##### Kortsiktig nytta

- Företagen gör sina tio vanligaste ärenden på ett ställe från år 2029.

##### Långsiktig nytta

- Ett nytt företag får alla sina tillstånd inom 30 dagar.

#### Aktiviteter

- Fråga 50 företag vilka ärenden som är krångligast.
- Bygga och prova e-tjänsterna tillsammans med näringslivsenheterna.

#### E-rådets roll

- Ansöka om projektmedel hos regionen.
- Agera styrgrupp för projektet.
- Stödja projektledaren i frågor om arkitektur.

#### Kommunernas roll

- Avsätta tid för en näringslivsutvecklare i projektet.
- Leda förändringen i verksamheten genom näringslivschefen.

""",
        ("PL104", "PL301 4.6", "PL310 4.6", "PL316 4.6", "PL401 4.6", "PL506"),
    ),
)

PRINCIPLES = (
    Edit(
        "### 5.3 Svenskt",
        "Vi följer Svenskt ramverk för digital samverkan, version 1.3, Myndigheten för digital förvaltning (Digg).",
        "Vi följer Svenskt ramverk för digital samverkan från eSam.",
        ("PL407",),
    ),
    Edit("### 5.3 Svenskt", "Princip nr 9 – Gör det säkert", "Princip nr 9 – Gör det tryggt", ("PL406 9",)),
    Edit("### 5.3 Svenskt", "#### Princip nr 12…resten.\n\n", "", ("PL405",)),
)

EDITS = (*FRONT, *GOALS, *INTERVENTIONS, *PRINCIPLES)
