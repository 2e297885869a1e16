"""What the command line says, by key: Swedish, English."""

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    # the command line: trouble
    "no-plan-in": (
        "{path}: känns inte igen som en handlingsplan; nedan står det som kunde läsas.",
        "{path}: not recognised as an action plan; below is what could be read.",
    ),
    "see-help": ("Se ”{command} --help”.", "See “{command} --help”."),
    "no-such-option": ("flaggan {option} finns inte{near}", "there is no option {option}{near}"),
    "option-needs-value": (
        "flaggan {option} ska följas av ett värde.",
        "the option {option} must be followed by a value.",
    ),
    "option-takes-no-value": ("flaggan {option} tar inget värde.", "the option {option} takes no value."),
    "missing-argument": ("{name} saknas.", "{name} is missing."),
    "missing-command": ("ett kommando saknas.", "a command is missing."),
    "extra-argument": ("fler argument än kommandot tar: {extra}.", "more arguments than the command takes: {extra}."),
    "internal-fault": (
        "internt fel: {what}. Rapportera gärna felet; ”--debug” visar var det uppstod.",
        "internal fault: {what}. Please report it; “--debug” shows where it arose.",
    ),
    "checking": ("Granskar", "Checking"),
    # the command line: help
    "usage": ("Användning:", "Usage:"),
    "options": ("Flaggor", "Options"),
    "options-metavar": ("[FLAGGOR]", "[OPTIONS]"),
    "command-metavar": ("KOMMANDO [ARGUMENT]…", "COMMAND [ARGUMENTS]…"),
    "commands": ("Kommandon", "Commands"),
    "planlint-help": (
        (
            "Granskar kommunala handlingsplaner i Word (.docx, .docm, .dotx) och Markdown (.md): om varje insats har "
            "det den ska ha, om varje effektmål har en insats, och om hänvisningarna stämmer."
        ),
        (
            "Checks municipal action plans in Word (.docx, .docm, .dotx) and Markdown (.md): whether every "
            "intervention has what it should, every effect goal an intervention, and every reference a target."
        ),
    ),
    "check-help": (
        "Granska planer och visa vad som bör åtgärdas.",
        "Check plans and show what should be mended.",
    ),
    "outline-help": ("Visa planen så som den lästes.", "Show the plan as it was read."),
    "coverage-help": (
        "Visa vilka insatser som bidrar till vilka effektmål och principer.",
        "Show which interventions serve which effect goals and principles.",
    ),
    "explain-help": (
        "Förklara en regel: vad, varför, källa, exempel och inställningar.",
        "Explain a rule: what, why, source, examples and settings.",
    ),
    "rules-help": ("Lista alla regler.", "List all rules."),
    "init-help": (
        (
            "Skriv en kommenterad konfigurationsfil, planlint.toml, i mappen (förval: den aktuella), eller ett utkast "
            "till en egen ramverksfil."
        ),
        (
            "Write a commented configuration file, planlint.toml, in the folder (default: the current one), or the "
            "draft of a framework file of your own."
        ),
    ),
    "init-done": (
        (
            "Skrev {path}. Allt i den är förval tills du ändrar något.\n"
            "Nästa steg: öppna filen, ta bort # framför det du vill ändra, och kör planlint check på planen.\n"
        ),
        (
            "Wrote {path}. Everything in it is the default until you change something.\n"
            "Next: open the file, remove the # before what you want to change, and run planlint check on the plan.\n"
        ),
    ),
    "from-help": (
        "Gör i stället ett utkast till en egen ramverksfil efter en befintlig plan (.docx eller .md).",
        "Draft a framework file of your own from an existing plan (.docx or .md) instead.",
    ),
    "draft-output-help": (
        "Filen som utkastet skrivs till (.yaml). Förval: planens namn, i mappen.",
        "The file to write the draft to (.yaml). Default: the plan’s name, in the folder.",
    ),
    "draft-done": (
        (
            "Skrev {path}, ett utkast till ramverk efter {plan}. Det bygger på {base}.\n"
            "Läst med utkastet: {read}.\n"
            "Nästa steg: läs igenom filen, ändra det som är fel, och kör\n"
            "{command}\n"
        ),
        (
            "Wrote {path}, the draft of a framework after {plan}. It extends {base}.\n"
            "Read with the draft: {read}.\n"
            "Next: read the file through, change what is wrong, and run\n"
            "{command}\n"
        ),
    ),
    "help-help": ("Visa denna hjälp.", "Show this help."),
    "version-help": ("Visa programmets version.", "Show the program’s version."),
    "lang-help": ("Språk i det som visas; utan flaggan svenska.", "The language of what is shown; Swedish by default."),
    "debug-help": ("Visa programspåret vid ett internt fel.", "Show the traceback of an internal fault."),
    "color-help": (
        "Färg i texten; auto är färg i terminalen om inte NO_COLOR är satt.",
        "Colour in the text; auto is colour on a terminal unless NO_COLOR is set.",
    ),
    "framework-help": (
        "Ramverk att hålla planen mot: ett namn eller en egen fil. Känns annars igen av planens rubriker.",
        "The framework to hold the plan against: a name or a file of your own. Else known by the plan’s headings.",
    ),
    "reading-help": (
        "Läs spårade ändringar som godkända (final, förval) eller avvisade (original).",
        "Read tracked changes as accepted (final, the default) or rejected (original).",
    ),
    "phase-help": (
        (
            "Hur långt planen har kommit; avgör hur allvarlig varje brist är. Förval: utkast. Går också på engelska: "
            "draft, consultation, publication."
        ),
        (
            "How far the plan has come, which decides how grave each fault is. Default: utkast. In English too: draft, "
            "consultation, publication."
        ),
    ),
    "select-help": (
        "Kör bara dessa regler: koder, början på koder (PL3) eller namn, med komma emellan. Kan upprepas.",
        "Run only these rules: codes, beginnings of codes (PL3) or names, with commas between. Repeatable.",
    ),
    "ignore-help": (
        "Hoppa över dessa regler; vinner över --select. Kan upprepas.",
        "Leave out these rules; wins over --select. Repeatable.",
    ),
    "fail-on-help": (
        "Avsluta med status 1 om något är minst så här allvarligt. Förval: error.",
        "Exit with status 1 if anything is at least this grave. Default: error.",
    ),
    "config-help": (
        "Konfigurationsfil. Annars används närmaste planlint.toml i dokumentets mapp eller ovanför.",
        "A configuration file. Else the nearest planlint.toml in the document’s folder or above it is used.",
    ),
    "baseline-option-help": (
        "Fil med godtagna anmärkningar (planlint baseline): bara nya visas.",
        "A file of accepted findings (planlint baseline): only new ones are shown.",
    ),
    "plan-help": (
        "Planen som ett projektkort hålls mot.",
        "The plan that a project card is held against.",
    ),
    "quiet-help": ("Visa bara anmärkningarna, ingen sammanfattning.", "Show only the findings, no summary."),
    "matrix-help": (
        "Visa också effektmål × insatser och principer × insatser.",
        "Show effect goals × interventions and principles × interventions too.",
    ),
    "format-help": (
        "Format för det som visas. Det första är förval.",
        "The format of what is shown. The first is the default.",
    ),
    "output-help": (
        "Skriv också rapporten till en fil; ändelsen säger hur: .html, .docx, .json, .sarif, .xml, .md. Kan upprepas.",
        "Write the report to a file too; its ending says how: .html, .docx, .json, .sarif, .xml, .md. Repeatable.",
    ),
    "jobs-help": (
        "Hur många dokument som granskas samtidigt. Förval: 1. Fler lönar sig för många dokument och flera kärnor.",
        "How many documents are checked at a time. Default: 1. More pay for many documents and several cores.",
    ),
    "force-help": (
        "Skriv över en Wordfil som finns, också om planlint inte har gjort den.",
        "Write over a Word file that exists, also if planlint did not make it.",
    ),
    "no-matrix": (
        "{path}: är ett projektkort eller en tidplan; effektmål och insatser finns i planen.",
        "{path}: is a project card or a timeline; effect goals and interventions are in the plan.",
    ),
    "saved": ("Skrev {path}.\n", "Wrote {path}.\n"),
    "written": ("skrev {path}", "wrote {path}"),
    "no-job-summary": (
        "jobbets sammanfattning ({path}) kan inte skrivas: {what}.",
        "the job’s summary ({path}) cannot be written: {what}.",
    ),
    "coverage-output-help": (
        "Filen som matrisen skrivs till; utan flaggan visas den. Finns en rapport där ersätts den.",
        "The file to write the matrix to; without it the matrix is shown. A report that is there is replaced.",
    ),
    "min-goals-help": (
        "Avsluta med status 1 om färre än så många procent av effektmålen har en insats.",
        "Exit with status 1 if fewer than this many per cent of the effect goals have an intervention.",
    ),
    "min-principles-help": (
        "Avsluta med status 1 om insatserna hänvisar till färre än så många procent av principerna.",
        "Exit with status 1 if the interventions refer to fewer than this many per cent of the principles.",
    ),
    # the list of rules
    "rules-legend": (
        (
            "U R P: hur allvarlig en anmärkning är i utkast, på remiss och vid publicering. E fel, W varning, "
            "I upplysning, - av. En stjärna betyder bedömning: den kan ha fel och stoppar inte planen om du inte "
            "väljer den med kod eller namn."
        ),
        (
            "U R P: how grave a finding is in a draft, out for consultation and at publication. E error, W warning, "
            "I note, - off. A star marks a judgement: it can be wrong, and fails no run unless it is "
            "selected by code or name."
        ),
    ),
}
