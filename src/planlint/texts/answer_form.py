"""What the form that respondents fill in says, by key: Swedish, English."""

from typing import Final

ANSWER_FORM: Final[dict[str, tuple[str, str]]] = {
    "form-title": ("Svarsblankett: {title}", "Answer form: {title}"),
    "form-plan": ("Blanketten gäller {plan}.", "This form is about {plan}."),
    "form-plan-version": ("{title}, version {version}", "{title}, version {version}"),
    "form-plan-date": ("{title}, {date}", "{title}, {date}"),
    "form-last-day": ("Svara senast den {day}.", "Answer by {day} at the latest."),
    "form-responsible": ("Ansvarig för remissen: {names}.", "Responsible for the consultation: {names}."),
    "form-checksum": ("Planens kontrollsumma: {digest}", "The plan’s checksum: {digest}"),
    # how to fill it in
    "form-how": ("Så fyller ni i blanketten", "How to fill in the form"),
    "form-how-row": (
        "Skriv en synpunkt på varje rad. Använd raden för det avsnitt som synpunkten gäller.",
        "Write one view on each row. Use the row of the section that the view is about.",
    ),
    "form-how-several": (
        "Har ni flera synpunkter på samma avsnitt? Kopiera raden och skriv en synpunkt på varje. Låt id:t stå kvar.",
        "Do you have several views on one section? Copy the row, write one view on each, and keep the id.",
    ),
    "form-how-wording": (
        "Vill ni ändra en formulering? Skriv hela den nya lydelsen ord för ord under ”{column}”.",
        "Do you want other words? Write the whole new wording, word for word, under “{column}”.",
    ),
    "form-how-empty": (
        "Lämna raderna tomma där ni inte har någon synpunkt.",
        "Leave the rows empty where you have no view.",
    ),
    "form-how-id": (
        "Ändra inget i kolumnen Id. Med den hamnar varje synpunkt på rätt plats i sammanställningen.",
        "Change nothing in the column Id. It puts each view in its right place in the compilation.",
    ),
    "form-how-kinds": ("Välj slag av synpunkt för varje rad ni fyller i:", "Choose a kind for each row you fill in:"),
    "form-kind-fact": ("något i innehållet bör ändras", "something in the content should change"),
    "form-kind-question": ("något är oklart eller behöver förklaras", "something is unclear or needs explaining"),
    "form-kind-editorial": (
        "språk, stavning, siffror eller utseende bör rättas",
        "language, spelling, figures or layout should be mended",
    ),
    "form-kind-support": (
        "ni ställer er bakom det som står; då behöver ni inte skriva något mer",
        "you agree with what it says; then you need not write anything more",
    ),
    "form-kind": ("{kind}: {meaning}", "{kind}: {meaning}"),
    "form-other-ways": (
        (
            "Ni kan också svara direkt i planen, med spårade ändringar och kommentarer, eller i ett brev. Skriv då i "
            "brevet vad varje synpunkt gäller, till exempel {examples}."
        ),
        (
            "You may also answer in the plan itself, with tracked changes and comments, or in a letter. The letter "
            "should then say what each view is about, for example {examples}."
        ),
    ),
    "form-example-section": ("”avsnitt {number}”", "“section {number}”"),
    "form-example-goal": ("”effektmål {number}”", "“effect goal {number}”"),
    "form-or": ("{one} eller {other}", "{one} or {other}"),
    # who answers: a filled-in form is read by these words
    "form-who": ("Vem som svarar", "Who is answering"),
    "form-fact": ("Uppgift", "Fact"),
    "form-value": ("Ert svar", "Your answer"),
    "form-respondent": ("Remissinstans", "Respondent"),
    "form-contact": ("Kontaktperson", "Contact person"),
    "form-email": ("E-post", "E-mail"),
    "form-dated": ("Datum", "Date"),
    "form-reference": ("Diarienummer", "Reference number"),
    # the table: a form is known again by these words, and read by the first of each
    "form-views": ("Synpunkter", "Views"),
    "form-column-id": ("Id", "Id"),
    "form-column-section": ("Avsnitt", "Section"),
    "form-column-kind": ("Slag av synpunkt", "Kind of view"),
    "form-column-view": ("Synpunkt", "View"),
    "form-column-proposal": ("Förslag till ny lydelse", "Proposed new wording"),
    "form-choose": ("Välj", "Choose"),
    "form-kind-of": ("Slag av synpunkt på {section}", "Kind of view on {section}"),
    "form-table": ("Synpunkter på {chapter}", "Views on {chapter}"),
    # sheets
    "form-sheet-how": ("Instruktion", "Instructions"),
    "form-sheet-answers": ("Svar", "Answers"),
    "form-on-sheet": (
        "Synpunkterna skriver ni på bladet ”{sheet}”.",
        "Write your views on the sheet “{sheet}”.",
    ),
    # what is told of a form that came back
    "form-kind-unknown": ("{kind}: {text}", "{kind}: {text}"),
    "form-beside": (
        "Spårade ändringar i blanketten som inte hör till någon synpunkt.",
        "Tracked changes in the form that belong to no view.",
    ),
}
