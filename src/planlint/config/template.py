"""The configuration file that `planlint init` writes: every setting, commented, with what holds anyway."""

from typing import Final

TEMPLATE: Final = """\
# Inställningar för planlint. De gäller dokumenten i den här mappen och i mapparna under den, om ingen annan
# planlint.toml ligger närmare dokumentet. Flaggor på kommandoraden går före filen.
#
# Rader som börjar med # gör ingenting. Ta bort tecknet # (utan mellanslag efter) framför en inställning för att
# använda den, och ändra värdet. Rader med ”# ” är förklaringar.

# Hur långt planen har kommit: utkast, remiss eller publicering. Avgör hur allvarlig varje brist är.
# Förval: utkast.
#phase = "utkast"

# Ramverket som planen hålls mot: ett namn, eller sökvägen till en egen ramverksfil (.yaml) räknat härifrån.
# Förval: planlint väljer det ramverk som passar dokumentets rubriker.
#framework = "fyrbodal-2020"

# Spårade ändringar läses som om de hade godkänts (final) eller avvisats (original). Förval: final.
#reading = "final"

# Språk i rapporten: sv eller en. Förval: sv.
#lang = "sv"

# Kommandot slutar med status 1 om något är minst så allvarligt: error, warning, info eller never. Förval: error.
#fail_on = "error"

# Kör bara dessa regler: koder, början på koder eller namn. Förval: alla.
#select = ["PL2", "PL3", "PL4", "unread-content"]

# En mapp med egna regelfiler, räknat härifrån. Förval: ingen.
#rules = "egna-regler"

# En fil med anmärkningar som är godtagna tills vidare (planlint baseline). Förval: ingen.
#baseline = "planlint-baseline.json"

# Planen som projektkort hålls mot. Förval: ingen.
#plan = "handlingsplan.docx"


# Hur allvarlig en regel är: error, warning, info eller off (stänger av regeln). Ett ord gäller alla faser;
# en tabell ändrar bara de faser som står i den. ”planlint rules” visar reglerna och vad som gäller annars.
[severity]
#PL204 = "error"
#missing-field = { utkast = "off", remiss = "warning", publicering = "error" }


# Ord som stavas rätt här, och förkortningar som inte behöver förklaras. Förval: bara ramverkets egna.
[words]
#allowed = ["Norrådalen", "samverkanslyft"]
#abbreviations = ["KSO", "NSF"]


# Gränser och ordlistor i en regel, med de namn som ”planlint explain PL205” visar. En tabell för varje regel.
#[options.PL205]
#elsewhere = 90


# Anmärkningar som ni godtar, en tabell för varje. reason (varför) måste finnas. subject är vad anmärkningen
# handlar om, till exempel ett effektmåls kod; utan subject gäller undantaget hela regeln. until är sista dagen.
# Undantagen räknas alltid upp i rapporten.
# Hela regler kan i stället hoppas över med en lista överst i filen, ignore = ["PL110"], men inte på båda sätten.
#[[ignore]]
#rule = "PL204"
#subject = "1C"
#reason = "Insatsen kommer i nästa års plan."
#until = 2027-06-30
"""
