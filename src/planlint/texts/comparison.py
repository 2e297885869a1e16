"""What is said of two versions held against each other, by key: Swedish, English."""

from typing import Final

COMPARISON: Final[dict[str, tuple[str, str]]] = {
    # the command
    "compare-help": (
        (
            "Visa vad som har ändrats i planen mellan två versioner. Med bara ett dokument: vad dess spårade ändringar "
            "gör med planen."
        ),
        (
            "Show what changed in the plan between two versions. With one document only: what its tracked changes do "
            "to the plan."
        ),
    ),
    "reading-old-help": (
        (
            "Läs den gamla versionens spårade ändringar som godkända (final) eller avvisade (original). Förval: final; "
            "original när bara ett dokument anges."
        ),
        (
            "Read the old version’s tracked changes as accepted (final) or rejected (original). Default: final; "
            "original where one document only is given."
        ),
    ),
    "compare-fail-on-help": (
        "Avsluta med status 1 om en ny anmärkning är minst så här allvarlig. Förval: never.",
        "Exit with status 1 if a new finding is at least this grave. Default: never.",
    ),
    "compare-no-plan": (
        "{path}: känns inte igen som en handlingsplan; det som kunde läsas jämförs.",
        "{path}: not recognised as an action plan; what could be read is compared.",
    ),
    # head and summary
    "compare-old": ("Före:", "Before:"),
    "compare-new": ("Nu:", "Now:"),
    "compare-version": ("version {version}", "version {version}"),
    "compare-frameworks": (
        "Versionerna är lästa efter olika ramverk ({old} och {new}): en del skillnader kan bero på det.",
        "The versions are read by different frameworks ({old} and {new}): some differences may come of that.",
    ),
    "compare-summary": ("I korthet", "In brief"),
    "compare-identical": ("Planen säger detsamma i båda versionerna.", "The plan says the same in both versions."),
    "compare-counts": ("{old} → {new}", "{old} → {new}"),
    "compare-same": ("oförändrade: {number}", "unchanged: {number}"),
    "tally-added": ("nya: {number}", "new: {number}"),
    "tally-removed": ("borta: {number}", "gone: {number}"),
    "tally-renamed": ("omdöpta: {number}", "renamed: {number}"),
    "tally-renumbered": ("omnumrerade: {number}", "renumbered: {number}"),
    "tally-moved": ("flyttade: {number}", "moved: {number}"),
    "tally-reordered": ("i annan ordning: {number}", "in another order: {number}"),
    "tally-changed": ("ändrade: {number}", "changed: {number}"),
    "tally-editorial": ("bara skiljetecken o.d.: {number}", "punctuation only: {number}"),
    "sorts-control": ("Dokumentet", "The document"),
    "sorts-version": ("Versioner i historiken", "Versions in the history"),
    "sorts-section": ("Avsnitt", "Sections"),
    "sorts-focus_area": ("Fokusområden", "Focus areas"),
    "sorts-goal": ("Effektmål", "Effect goals"),
    "sorts-intervention": ("Insatser", "Interventions"),
    "sorts-stage": ("Processteg", "Stages"),
    "sorts-term": ("Begrepp", "Terms"),
    "sorts-principle": ("Principer", "Principles"),
    "sorts-card": ("Projektkort", "Project card"),
    "sorts-step": ("Steg i tidplanen", "Steps of the timeline"),
    # an element, and what became of it
    "sort-control": ("Dokumentet", "The document"),
    "sort-version": ("Version", "Version"),
    "sort-section": ("Avsnitt", "Section"),
    "sort-focus_area": ("Fokusområde", "Focus area"),
    "sort-goal": ("Effektmål", "Effect goal"),
    "sort-intervention": ("Insats", "Intervention"),
    "sort-stage": ("Processteg", "Stage"),
    "sort-term": ("Begrepp", "Term"),
    "sort-principle": ("Princip", "Principle"),
    "sort-card": ("Projektkort", "Project card"),
    "sort-step": ("Steg", "Step"),
    "change-added": ("nytt i planen", "new in the plan"),
    "change-removed": ("borta ur planen", "gone from the plan"),
    "change-renamed": ("nytt namn", "new name"),
    "change-renumbered": ("nytt nummer (förut {old})", "new number (was {old})"),
    "change-numbered": ("har fått nummer", "has got a number"),
    "change-unnumbered": ("utan nummer (förut {old})", "without a number (was {old})"),
    "change-moved": ("flyttat hit från ”{old}”", "moved here from “{old}”"),
    "change-moved-in": ("flyttat in under en rubrik", "moved below a heading"),
    "change-reordered": ("ny plats i ordningen", "new place in the order"),
    "change-changed": ("ändrat innehåll", "other content"),
    "change-reworded": ("ny lydelse", "new wording"),
    "change-item": ("ny plats:", "new place:"),
    "change-joined": ("sammanslaget:", "joined:"),
    "change-split": ("delat:", "split:"),
    "change-shifted": ("från ”{old}” till ”{new}”:", "from “{old}” to “{new}”:"),
    "change-more": ("… och {number} till", "… and {number} more"),
    "editorial-left-out": (
        (
            "Bara skiljetecken, stora bokstäver eller mellanrum skiljer på {places}; det visas inte här "
            "(--format json har det)."
        ),
        "Only punctuation, capitals or white space differ in {places}; that is not shown here (--format json has it).",
    ),
    # links
    "links-to-review": ("Kopplingar som bör ses över", "Links to look at again"),
    "link-suspect": (
        "Effektmål {code} har ny lydelse. Gäller kopplingen fortfarande för: {interventions}?",
        "Effect goal {code} has a new wording. Does the link still hold for: {interventions}?",
    ),
    "link-retargeted": (
        "{intervention}: {code} betyder nu ”{new}” (förut ”{old}”).",
        "{intervention}: {code} now means “{new}” (was “{old}”).",
    ),
    "link-lost": (
        "{intervention}: {code} finns inte längre (var ”{old}”).",
        "{intervention}: {code} is no longer there (was “{old}”).",
    ),
    "link-found": ("{code} finns nu i planen: {text}", "{code} is now in the plan: {text}"),
    "review": ("Kopplingar att se över: {number}", "Links to look at again: {number}"),
    # findings
    "findings-title": ("Anmärkningar", "Findings"),
    "findings-count": (
        "Anmärkningar – nya: {new}, borta: {gone}, kvar: {left}",
        "Findings – new: {new}, gone: {gone}, left: {left}",
    ),
    "findings-new": ("Nya", "New"),
    "findings-gone": ("Borta", "Gone"),
    "cause-added": ("Nytt i planen.", "New in the plan."),
    "cause-words": ("Orden är nya eller ändrade.", "The words are new or changed."),
    "cause-lost": ("Effektmålet är borta ur planen.", "The effect goal is gone from the plan."),
    "cause-retargeted": ("Koden betyder nu ett annat effektmål.", "The code now means another effect goal."),
    "cause-emptied": ("Innehållet är borttaget.", "The content was taken out."),
    "cause-unlinked": ("Kopplades förut av: {interventions}.", "Was linked by: {interventions}."),
    # the web page, Markdown and the Word file
    "comparison-title": ("Översikt: ändringar i planen", "Overview: changes in the plan"),
    "comparison-new": ("Nytt", "New"),
    "comparison-gone": ("Borta", "Gone"),
    "comparison-changed": ("Ändrat", "Changed"),
    "comparison-moved": ("Flyttat", "Moved"),
    "comparison-means-new": ("Finns inte i den förra versionen.", "Not in the version before."),
    "comparison-means-gone": ("Finns inte i den nya versionen.", "Not in the new version."),
    "comparison-means-changed": (
        "Finns i båda versionerna, men inte likadant.",
        "In both versions, but not alike.",
    ),
    "comparison-count-new": ("Nytt: {number}", "New: {number}"),
    "comparison-count-gone": ("Borta: {number}", "Gone: {number}"),
    "comparison-count-changed": ("Ändrat: {number}", "Changed: {number}"),
    "comparison-count-findings": ("Nya anmärkningar: {number}", "New findings: {number}"),
    "comparison-means-review": (
        "Målet som insatsen är kopplad till säger något annat än förut.",
        "The goal that the intervention is linked to says something else than before.",
    ),
    "comparison-means-findings": (
        "Gäller den nya versionen men inte den förra.",
        "Said of the new version, not of the one before.",
    ),
    "comparison-versions": ("Versionerna", "The versions"),
    "comparison-numbers": ("Ändringarna i siffror", "The changes in numbers"),
    "column-part": ("Del av planen", "Part of the plan"),
    "column-before": ("Före", "Before"),
    "column-now": ("Nu", "Now"),
    "column-new": ("Nya", "New"),
    "column-gone": ("Borta", "Gone"),
    "column-changed": ("Ändrade", "Changed"),
    "column-same": ("Oförändrade", "Unchanged"),
    "column-became": ("Vad som har hänt", "What happened"),
    "column-wording": ("Lydelse", "Wording"),
    "column-version": ("Version", "Version"),
    "column-file": ("Fil", "File"),
    "column-about": ("Om den", "About it"),
    "column-finding": ("Anmärkning", "Finding"),
    "column-code": ("Regel", "Rule"),
    "column-grade": ("Allvar", "Severity"),
    "column-cause": ("Orsak", "Cause"),
    "comparison-only-changed": (
        "Delar av planen som inte finns i tabellen är oförändrade.",
        "Parts of the plan that are not in the table are unchanged.",
    ),
    "comparison-editorial": (
        "Bara skiljetecken, stora bokstäver eller mellanrum skiljer på {places}; det visas inte här.",
        "Only punctuation, capitals or white space differ in {places}; that is not shown here.",
    ),
    "comparison-changes": ("Ändringar, kapitel för kapitel", "Changes, chapter by chapter"),
    "comparison-legend": (
        (
            "Ord som har fallit bort är överstrukna, och ord som har kommit till är understrukna. Det som inte har "
            "ändrats visas inte."
        ),
        (
            "Words that are gone are struck through, and words that were added are underlined. What is unchanged is "
            "not shown."
        ),
    ),
    "comparison-holds-new": ("Visa vad som står där", "Show what it says"),
    "comparison-holds-gone": ("Visa vad som stod där", "Show what it said"),
    "comparison-findings-lead": (
        "Kvar sedan den förra versionen: {left}. De visas inte här.",
        "Left from the version before: {left}. They are not shown here.",
    ),
    "comparison-show-gone": ("Visa {what}", "Show {what}"),
    "comparison-cause": ("Orsak:", "Cause:"),
    "diff-gone": ("Borttaget:", "Removed:"),
    "diff-new": ("Tillagt:", "Added:"),
    "diff-ends": ("Slut.", "End."),
    "comparison-left-out": (
        "Allt ryms inte här: {number} av {all} punkter är utelämnade. Hela jämförelsen ger planlint compare.",
        "Not everything fits here: {number} of {all} items are left out. planlint compare gives the whole comparison.",
    ),
    "comparison-style-gone": ("Borttagna ord", "Removed words"),
    "comparison-style-new": ("Tillagda ord", "Added words"),
    "comparison-style-text": ("Tabelltext", "Table text"),
    "comparison-style-head": ("Tabellrubrik", "Table heading"),
    "comparison-style-item": ("Tabellpunkt", "Table item"),
    "comparison-style-note": ("Tabellnot", "Table note"),
    "comparison-page": ("Sida", "Page"),
    "comparison-pages": ("av", "of"),
    "compare-output-help": (
        "Skriv jämförelsen till en fil; ändelsen säger hur: .html, .docx, .md, .json, .txt. --format går före.",
        "Write the comparison to a file; its ending says how: .html, .docx, .md, .json, .txt. --format wins.",
    ),
    # parts that have no label of their own
    "part-text": ("löpande text", "running text"),
    "part-definition": ("Förklaring", "Definition"),
    "part-decisions": ("Beslut", "Decisions"),
    "part-deliverables": ("Leveranser", "Deliverables"),
    "part-days": ("Dagar", "Days"),
    "part-actors": ("Vem", "Who"),
    "part-title": ("Titel", "Title"),
    "part-subtitle": ("Underrubrik", "Subtitle"),
    "part-version": ("Version", "Version"),
    "part-date": ("Datum", "Date"),
    "part-issuer": ("Utfärdare", "Issuer"),
    "part-responsible": ("Ansvarig", "Responsible"),
    "part-classification": ("Informationsklassning", "Information classification"),
}
