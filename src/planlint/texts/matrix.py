"""What the matrices, their pictures and their workbook say."""

from __future__ import annotations

from typing import Final

MATRIX: Final[dict[str, tuple[str, str]]] = {
    "matrix-goals": ("Effektmål", "Effect goals"),
    "matrix-principles": ("Principer", "Principles"),
    "matrix-interventions": ("Insatser", "Interventions"),
    "matrix-goal": ("Effektmål", "Effect goal"),
    "matrix-principle": ("Princip", "Principle"),
    "matrix-intervention": ("Insats", "Intervention"),
    "matrix-no": ("nej", "no"),
    "matrix-goals-caption": (
        "Vilka insatser som är kopplade till vilka effektmål. En prick betyder ja.",
        "Which interventions are linked to which effect goals. A dot means yes.",
    ),
    "matrix-principles-caption": (
        "Vilka insatser som hänvisar till vilka principer. En prick betyder ja.",
        "Which interventions refer to which principles. A dot means yes.",
    ),
    "matrix-goals-total": ("Antal effektmål", "Effect goals"),
    "matrix-principles-total": ("Antal principer", "Principles"),
    "matrix-none": ("ingen insats", "unserved"),
    "matrix-goals-nothing": ("inget mål", "no goal"),
    "matrix-principles-nothing": ("ingen princip", "no principle"),
    "matrix-missing": ("saknas", "missing"),
    "matrix-goals-picture": (
        (
            "En linje för varje koppling. En ihålig romb är ett effektmål utan insats, eller en insats utan effektmål. "
            "Bilden visar samma sak som tabellen."
        ),
        (
            "A line for each link. A hollow diamond is an effect goal without an intervention, or an intervention "
            "without an effect goal. The picture shows what the table says."
        ),
    ),
    "matrix-principles-picture": (
        (
            "En linje för varje hänvisning. En ihålig romb är en princip som ingen insats hänvisar till, eller en "
            "insats som inte hänvisar till någon princip. Bilden visar samma sak som tabellen."
        ),
        (
            "A line for each reference. A hollow diamond is a principle that no intervention refers to, or an "
            "intervention that refers to no principle. The picture shows what the table says."
        ),
    ),
    "matrix-load": ("Vad varje insats bär", "What each intervention carries"),
    "matrix-load-caption": (
        "Hur många effektmål och principer varje insats bär, och hur många uppgifter som står under varje roll.",
        "How many effect goals and principles each intervention carries, and how many duties stand under each role.",
    ),
    "matrix-load-picture": (
        "En stapel är så lång som antalet. Bilden visar samma sak som tabellen.",
        "A bar is as long as the number. The picture shows what the table says.",
    ),
    "matrix-balance-picture": (
        (
            "Antal uppgifter i varje roll. En ihålig romb betyder att rollen saknas eller är tom. "
            "Bilden visar samma sak som tabellen."
        ),
        (
            "Number of duties in each role. A hollow diamond means that the role is missing or empty. "
            "The picture shows what the table says."
        ),
    ),
    "matrix-role-full": ("{role} finns i alla insatser.", "{role} is there in every intervention."),
    "matrix-role-missing": (
        "{role} saknas i {missing} av {all} insatser:",
        "{role} is missing in {missing} of {all} interventions:",
    ),
    "matrix-no-roles": (
        "Inga roller med uppgifter kunde läsas i insatserna.",
        "No roles with duties could be read in the interventions.",
    ),
    "matrix-cut": (
        (
            "Tabellen visar de första {rows} raderna och {columns} insatserna. Allt finns i kalkylarket: "
            "planlint coverage PLAN --format xlsx -o FIL.xlsx"
        ),
        (
            "The table shows the first {rows} rows and {columns} interventions. The workbook has all: "
            "planlint coverage PLAN --format xlsx -o FILE.xlsx"
        ),
    ),
    "matrix-page-title": ("Effektmål, principer och insatser", "Effect goals, principles and interventions"),
    "matrix-page-about": (
        "Så hänger planens effektmål, principer och insatser ihop.",
        "How the plan’s effect goals, principles and interventions hang together.",
    ),
    # the workbook
    "workbook-roles": ("Roller", "Roles"),
    "workbook-lacks": ("Roll som saknas", "Missing role"),
    "workbook-goals": (
        "{mark}: insatsen är kopplad till effektmålet.",
        "{mark}: the intervention is linked to the effect goal.",
    ),
    "workbook-principles": (
        "{mark}: insatsen hänvisar till principen.",
        "{mark}: the intervention refers to the principle.",
    ),
    "workbook-unserved": (
        "En rad i fetstil har ingen insats; då står det ja i den sista kolumnen.",
        "A row in bold has no intervention; the last column then says yes.",
    ),
    "workbook-roles-legend": (
        "Talen är antalet uppgifter under varje roll. En rad i fetstil saknar den roll som står sist.",
        "The numbers are how many duties stand under each role. A row in bold lacks the role that stands last.",
    ),
}
