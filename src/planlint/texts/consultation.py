"""What is said of a consultation and of the table that compiles it, by key: Swedish, English."""

from typing import Final

CONSULTATION: Final[dict[str, tuple[str, str]]] = {
    # the table's columns, by planlint.model.filled.Column; a table is known again by them
    "column-number": ("Nr", "No."),
    "column-id": ("Id", "Id"),
    "column-respondent": ("Remissinstans", "Respondent"),
    "column-element": ("Avsnitt", "Section"),
    "column-kind": ("Slag", "Kind"),
    "column-quote": ("Citat ur planen", "Quote from the plan"),
    "column-view": ("Synpunkt", "View"),
    "column-proposal": ("Förslag till lydelse", "Proposed wording"),
    "column-standpoint": ("Ställningstagande", "Standpoint"),
    "column-reason": ("Motivering", "Reason"),
    "column-change": ("Ändring i version", "Change in version"),
    "column-responsible": ("Ansvarig", "Responsible"),
    "column-remark": ("Anmärkning", "Remark"),
    # kinds of views, by planlint.model.consultation.ViewKind
    "view-insertion": ("Tillägg", "Insertion"),
    "view-deletion": ("Strykning", "Deletion"),
    "view-rewording": ("Ändrad lydelse", "Rewording"),
    "view-move": ("Flytt", "Move"),
    "view-formatting": ("Formatering", "Formatting"),
    "view-comment": ("Kommentar", "Comment"),
    "view-fact": ("Sakfråga", "Substance"),
    "view-question": ("Fråga", "Question"),
    "view-editorial": ("Redaktionellt", "Editorial"),
    "view-support": ("Stöd", "Support"),
    "view-statement": ("Synpunkt i svar", "Statement"),
    # what becomes of a view, by planlint.model.filled.Standpoint
    "standpoint-met": ("Tillgodoses", "Met"),
    "standpoint-partly": ("Tillgodoses delvis", "Partly met"),
    "standpoint-not-met": ("Tillgodoses inte", "Not met"),
    "standpoint-noted": ("Noteras", "Noted"),
    # what the cells say
    "whole-plan": ("Planen som helhet", "The plan as a whole"),
    "cell-not-placed": ("Inte placerad", "Not placed"),
    "cell-of-sort": ("{sort}: {title}", "{sort}: {title}"),
    "cell-untracked": ("ändrat utan spårning", "changed without tracking"),
    "cell-move": ("Flyttas till {spot}, efter ”{after}”.", "Moved to {spot}, after “{after}”."),
    "cell-move-first": ("Flyttas till början av {spot}.", "Moved to the beginning of {spot}."),
    "cell-reply": ("Svar från {author}: {text}", "Reply from {author}: {text}"),
    "cell-reply-nameless": ("Svar: {text}", "Reply: {text}"),
    "cell-resolved": ("Markerad som löst.", "Marked as resolved."),
    "remark-against": ("Strider mot nr {numbers}", "Contradicts no. {numbers}"),
    "remark-like": ("Samma som nr {number}", "The same as no. {number}"),
    # the compilation as a document
    "compilation-title": ("Sammanställning av remissvar", "Compilation of consultation answers"),
    "compilation-sent": ("Det som skickades på remiss", "What was sent out"),
    "compilation-plan": ("Plan", "Plan"),
    "compilation-version": ("Version", "Version"),
    "compilation-file": ("Fil", "File"),
    "compilation-last-day": ("Sista svarsdag", "Last day to answer"),
    "compilation-responsible": ("Ansvarig", "Responsible"),
    "compilation-numbers": ("Svaren i siffror", "The answers in numbers"),
    "compilation-answers": ("Svar (filer)", "Answers (files)"),
    "compilation-respondents": ("Remissinstanser som har svarat", "Respondents who answered"),
    "compilation-views": ("Synpunkter", "Views"),
    "compilation-unplaced": ("Synpunkter som inte är placerade", "Views that are not placed"),
    "compilation-contradicted": ("Förslag som strider mot varandra", "Proposals that contradict each other"),
    "compilation-asides": (
        "Stycken som inte är synpunkter, till exempel hälsningar (visas inte)",
        "Paragraphs that are no views, such as greetings (not shown)",
    ),
    "compilation-by-kind": ("Synpunkter efter slag", "Views by kind"),
    "compilation-by-respondent": ("Synpunkter efter remissinstans", "Views by respondent"),
    "compilation-by-chapter": ("Synpunkter efter kapitel", "Views by chapter"),
    "compilation-by-element": ("Synpunkter efter avsnitt", "Views by section"),
    "compilation-shared": (
        "En synpunkt som flera har räknas hos var och en av dem.",
        "A view that several hold is counted with each of them.",
    ),
    "compilation-missing": ("Har inte svarat", "Have not answered"),
    "compilation-all-answered": ("Alla inbjudna har svarat.", "All who were invited have answered."),
    "compilation-unread": ("Filer som inte gick att läsa", "Files that could not be read"),
    "compilation-late": ("Svar daterade efter sista svarsdagen", "Answers dated after the last day"),
    "compilation-late-answer": ("{respondents}: {path}, {date}", "{respondents}: {path}, {date}"),
    "compilation-foreign": (
        "Svarsblanketter som gjordes av en annan version av planen",
        "Answer forms that were made from another version of the plan",
    ),
    "compilation-conflicts": ("Förslag som strider mot varandra", "Proposals that contradict each other"),
    "compilation-conflicts-lead": (
        "Här vill remissinstanserna ändra samma ord i planen på olika sätt.",
        "Here the respondents want the same words of the plan to be changed in different ways.",
    ),
    "compilation-trials": ("Vad ändringarna gör med planen", "What the changes do to the plan"),
    "compilation-trials-lead": (
        (
            "Planen är kontrollerad mot reglerna som den skickades ut, som var och en av remissinstanserna vill ha den "
            "och med alla ändringar som ingen annan motsäger. Det gäller ändringar i planens egen text; förslag i "
            "blanketter och brev är inte prövade."
        ),
        (
            "The plan was held against the rules as it was sent out, as each of the respondents wants it, and with all "
            "changes that no other contradicts. That goes for changes in the plan’s own text; proposals in forms and "
            "letters were not tried."
        ),
    ),
    "compilation-trials-sent": (
        "Anmärkningar på planen som den skickades ut: {number}.",
        "Findings on the plan as it was sent out: {number}.",
    ),
    "compilation-trials-together": (
        "Med alla ändringar som ingen motsäger – nya: {new}, lösta: {gone}, kvar: {left}.",
        "With all changes that no one contradicts – new: {new}, solved: {gone}, left: {left}.",
    ),
    "compilation-trials-contradicted": (
        "Inte med, eftersom de strider mot andra ändringar: nr {numbers}.",
        "Left out, because they contradict other changes: no. {numbers}.",
    ),
    "compilation-trials-none": (
        "Ingen av ändringarna ger någon ny anmärkning eller löser någon.",
        "None of the changes brings about a new finding or solves one.",
    ),
    "compilation-introduced": ("Nya anmärkningar", "New findings"),
    "compilation-solved": ("Lösta anmärkningar", "Solved findings"),
    "compilation-only-together": ("Först med allas ändringar", "Only with everyone’s changes"),
    # on the terminal, when late answers were taken into a table
    "update-rows": ("{path}: {rows}, nr {numbers}.", "{path}: {rows}, no. {numbers}."),
    "update-none": ("{path}: Inget nytt.", "{path}: Nothing new."),
    "update-untouched": (
        (
            "De rader som fanns är orörda: att en gammal rad strider mot en ny står bara på den nya. Listan över "
            "motsägelser och vad ändringarna gör med planen är också som förut. Gör en ny sammanställning i en annan "
            "fil för att se dem."
        ),
        (
            "The rows that were there are untouched: that an old row contradicts a new one is said on the new one "
            "only. The list of contradictions, and what the changes do to the plan, are as before too. Make a new "
            "compilation in another file to see them."
        ),
    ),
    "compilation-not-placed": ("Inte placerade", "Not placed"),
    "compilation-not-placed-lead": (
        "De här synpunkterna gick inte att knyta till ett ställe i planen.",
        "These views could not be tied to a place in the plan.",
    ),
    "compilation-no-views": ("Svaren innehåller inga synpunkter.", "The answers hold no views."),
    "compilation-how-to-fill": (
        (
            "Välj ett ställningstagande för varje synpunkt. Motivera alltid när en synpunkt inte tillgodoses. Skriv "
            "gärna också i vilken version planen ändras och vem som ansvarar."
        ),
        (
            "Choose a standpoint for every view. Always write a reason where a view is not met. You may also write in "
            "which version the plan is changed, and who is responsible."
        ),
    ),
    "compilation-keep": (
        "Ändra inte de andra kolumnerna. De jämförs med svaren när sammanställningen kontrolleras.",
        "Leave the other columns as they are. They are held against the answers when the compilation is checked.",
    ),
    "compilation-legend": (
        "Ord som ska bort är överstrukna i citatet. Nya ord är understrukna i förslaget.",
        "Words to be taken out are struck through in the quote. New words are underlined in the proposal.",
    ),
    "choose-standpoint": ("Välj", "Choose"),
    "standpoint-for": ("Ställningstagande till nr {number}", "Standpoint on no. {number}"),
    # the basis: which files the table was made from; a table is known again by these, too
    "table-basis": ("Underlag", "Basis"),
    "table-basis-lead": (
        "Filerna som sammanställningen är gjord av. Den första är planen.",
        "The files that the compilation was made from. The first one is the plan.",
    ),
    "basis-plan": ("Planen som skickades ut", "The plan as sent out"),
    "column-revisions": ("Spårade ändringar", "Tracked changes"),
    "column-comments": ("Kommentarer", "Comments"),
    "column-views": ("Synpunkter", "Views"),
    "column-digest": ("Kontrollsumma", "Checksum"),
    "table-digest": (
        "Antal synpunkter: {number} · Kontrollsumma: {digest}",
        "Number of views: {number} · Checksum: {digest}",
    ),
    "table-anonymous": ("Anonymiserad", "Anonymised"),
    # other columns
    "column-number-of": ("Antal", "Number"),
    "column-contradicts": ("Strider mot", "Contradicts"),
    "column-chapter": ("Kapitel", "Chapter"),
    "column-whose": ("Genom ändringar från", "By changes from"),
    "column-together": ("Med allas ändringar", "With everyone’s changes"),
    "column-fact": ("Uppgift", "Fact"),
    "column-value": ("Värde", "Value"),
    # sheets, and styles in Word
    "sheet-views": ("Synpunkter", "Views"),
    "sheet-overview": ("Översikt", "Overview"),
    "compilation-style-cell": ("Tabelltext liten", "Table text small"),
    "compilation-style-head": ("Tabellrubrik liten", "Table heading small"),
    "compilation-style-id": ("Tabellmärke", "Table mark"),
    "compilation-style-remark": ("Tabellanmärkning", "Table remark"),
    "compilation-style-choice": ("Platshållare", "Placeholder"),
    # the page
    "compilation-filter-respondent": ("Remissinstans", "Respondent"),
    "compilation-all-respondents": ("Alla remissinstanser", "All respondents"),
    "compilation-filter-kind": ("Slag av synpunkt", "Kind of view"),
    "compilation-all-kinds": ("Alla slag", "All kinds"),
    "compilation-filter-text": ("Ord i synpunkten", "Words in the view"),
    "compilation-shown": ("Visar {shown} av {all} synpunkter.", "Showing {shown} of {all} views."),
}
