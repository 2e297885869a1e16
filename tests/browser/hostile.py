"""A plan whose words try to be anything but words, as Markdown and as Word."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from tests.word.build import docx, p, r, styled

SCRIPT: Final = "<script>alert(1)</script>"
IMAGE: Final = '"><img src=x onerror=alert(2)>'
QUOTE: Final = "' onmouseover='alert(3)' x='"
STYLE: Final = "</style></script></template><h1 id=own>Annat</h1>"
BRACES: Final = "{{7*7}} {% for %} ${7*7}"
ADDRESS: Final = "javascript:alert(4)"
ENTITY: Final = "&lt;b&gt; &amp;amp; &#x3c;"
TURNED: Final = "Insats \u202eneknat\u202c \u2066vänd\u2069\u200f slut"
CONTROL: Final = "larm\u0007 och\u001b[31m röd\u0085"
LONG: Final = "Mycket" + "lång" * 25_000
"""100 kB without a place to break at."""
FILE: Final = f"{IMAGE} {{{{7*7}}}} {SCRIPT.replace('/', '∕')} \u202etxt.md"
"""A file's name: anything but a slash."""

_SECTION: Final = """
<!-- planlint: ok PL307 – {reason} -->
### 4.{number} {title}

Bakgrunden är {title}.

**Effektmål**

{goal}

**Förväntad nytta**

**Kortsiktig nytta**

- {title}
- {title}

**Aktiviteter**

- {title} enligt princip 14 och princip 5 {title}

**E-rådets roll**

- Agera styrgrupp

**{label}**

- Avsätta tid [här]({address})
"""
_TITLES: Final = (
    f"E-arkiv {SCRIPT}", f"Portal {IMAGE}", f"Skola {QUOTE}", f"Vård {STYLE}", f"Miljö {BRACES}", f"Nät {ENTITY}",
    TURNED, LONG,
)  # fmt: skip
_GOALS: Final = (
    f"1A: Alla kan {SCRIPT}", f"1B: Alla vill {IMAGE}", f"1C: Alla får {STYLE}", f"2A: Alla hinner {BRACES}",
    f"2B: Alla når {LONG}", f"2C: Alla ser {TURNED}",
)  # fmt: skip


def markdown() -> str:
    """The plan as Markdown; what Markdown itself would take as HTML is written so that it reads as words."""
    sections = "".join(
        _SECTION.format(
            number=number,
            title=_words(title),
            goal=_words(goal),
            label=_words(f"Övrigt {QUOTE}"),
            address=ADDRESS,
            reason=f"{SCRIPT} {IMAGE} {BRACES}",
        )
        for number, (title, goal) in enumerate(zip(_TITLES, (*_GOALS, "9Z: <b>", _GOALS[0] + " nu"), strict=True), 1)
    )
    goals = "\n\n".join(map(_words, _GOALS))
    return f"""# Handlingsplan {_words(f"{SCRIPT} {IMAGE}")}

## 1 Sammanfattning {_words(SCRIPT)}

Planen har sju insatser och se avsnitt 9.9 {_words(f"{STYLE} {CONTROL}")}

## 3 Fokusområden

### 3.1 Kompetens {_words(IMAGE)}

**Effektmål**

{goals}

## 4 Insatser

{sections}

Se 8C: {_words(IMAGE)}
"""


def word() -> bytes:
    """The same kind of plan in Word, where such words need no escaping by their author."""
    rows = [
        styled("Rubrik1", _run(f"Handlingsplan {SCRIPT}")),
        styled("Rubrik1", "3 Fokusområden"),
        styled("Rubrik2", _run(f"3.1 Kompetens {IMAGE}")),
        p("Effektmål"),
        *(p(_run(goal)) for goal in _GOALS),
        styled("Rubrik1", "4 Insatser"),
    ]
    for number, title in enumerate((_TITLES[0], _TITLES[3], LONG), 1):
        rows += [
            styled("Rubrik2", _run(f"4.{number} {title}")),
            p(_run(f"Bakgrunden är {title}")),
            styled("Rubrik3", "Effektmål"),
            p(_run(_GOALS[number % len(_GOALS)] + " till sist")),
            styled("Rubrik3", "Aktiviteter"),
            p(_run(f"Göra {title} enligt princip 14")),
        ]
    return docx("".join(rows))


def _words(text: str) -> str:
    """The text as Markdown that says it."""
    return "".join(f"\\{c}" if c.isascii() and not c.isalnum() and c.isprintable() and c != " " else c for c in text)


def _run(text: str) -> str:
    return r(escape(text))
