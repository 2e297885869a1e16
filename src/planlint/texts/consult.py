"""The consultation's commands and what they tell on the terminal, by key: Swedish, English."""

from typing import Final

CONSULT: Final[dict[str, tuple[str, str]]] = {
    "consult-help": (
        "Håll en remiss: svarsblankett, sammanställning, kontroll och redogörelse.",
        "Hold a consultation: answer form, compilation, check and account.",
    ),
    "consult-template-help": (
        "Gör en svarsblankett av planen: en rad för varje avsnitt, effektmål och del av en insats.",
        "Make an answer form from the plan: a row for each section, effect goal and part of an intervention.",
    ),
    "consult-template-output-help": (
        "Blanketten, som Word (.docx) eller Excel (.xlsx).",
        "The form, as Word (.docx) or Excel (.xlsx).",
    ),
    "consult-template-done": ("{path} skriven, med {rows}.\n", "{path} written, with {rows}.\n"),
    "consult-compile-help": (
        (
            "Sammanställ remissvaren: returnerade versioner med spårade ändringar och kommentarer, ifyllda blanketter "
            "och brev, avsnitt för avsnitt. Mappar går bra."
        ),
        (
            "Compile the answers: returned versions with tracked changes and comments, filled-in forms and letters, "
            "section by section. Folders will do."
        ),
    ),
    "consult-output-help": (
        "Sammanställningen: .docx och .xlsx att fylla i, .html att läsa, .json för program. Kan anges flera gånger.",
        "The compilation: .docx and .xlsx to fill in, .html to read, .json for programs. May be given several times.",
    ),
    "consult-update-help": (
        "Fyll på sammanställningen i --output med svar som har kommit sent. Det som är ifyllt rörs inte.",
        "Add late answers to the compilation in --output. What is filled in is not touched.",
    ),
    "consult-respondent-help": (
        "Vem ett svar är från, när filen inte säger det. Kan anges flera gånger.",
        "Who an answer is from, where the file does not say. May be given several times.",
    ),
    "consult-anonymise-help": (
        "Byt ut personers namn mot deras organisation.",
        "Replace the names of persons by their organisation.",
    ),
    "timeline-help": (
        "Sidan eller dokumentet med remissens tidplan: sista dag att svara, vilka som svarar, vem som ansvarar.",
        "The page or document with the consultation’s timeline: last day to answer, who answers, who is responsible.",
    ),
    "invited-help": (
        "Listan över dem som har fått remissen: text, Word eller Excel. De som inte har svarat nämns.",
        "The list of those who were invited: text, Word or Excel. Those who have not answered are named.",
    ),
    "consult-no-plan": (
        "{path}: känns inte igen som en handlingsplan; synpunkterna placeras efter dess rubriker.",
        "{path}: not recognised as an action plan; views are placed by its headings.",
    ),
    "consult-foreign": (
        "{path}: blanketten är gjord av en annan version av planen; kontrollera att synpunkterna har hamnat rätt.",
        "{path}: the form was made from another version of the plan; see that the views stand where they should.",
    ),
    "consult-no-answers": (
        "{path}: Mappen innehåller inga svar.",
        "{path}: The folder holds no answers.",
    ),
    "consult-person": (
        "”{name}” är en person och ingen känd organisation; ange ”--respondent NAMN=FIL”, eller --invited.",
        "“{name}” is a person and no known organisation; give “--respondent NAME=FILE”, or --invited.",
    ),
    "consult-check-help": (
        (
            "Kontrollera en ifylld sammanställning: att varje synpunkt har ett ställningstagande, att varje "
            "”Tillgodoses inte” är motiverat, och att ingen synpunkt saknas eller är ändrad."
        ),
        (
            "Check a filled-in compilation: that every view has a standpoint, that every “Not met” has a reason, and "
            "that no view is missing or altered."
        ),
    ),
    "consult-plan-help": (
        "Planen som skickades på remiss, för --answers.",
        "The plan that was sent out, for --answers.",
    ),
    "consult-answers-help": (
        "Läs svaren på nytt och jämför dem med tabellen. Filer eller mappar; kan anges flera gånger.",
        "Read the answers again and hold them against the table. Files or folders; may be given several times.",
    ),
    "consult-account-help": (
        (
            "Skriv en remissredogörelse av den ifyllda sammanställningen och planens två versioner: hur varje synpunkt "
            "har behandlats, och vilken ändring som kom av vilken synpunkt."
        ),
        (
            "Write the account of the consultation from the filled-in compilation and the plan’s two versions: how "
            "every view was treated, and which change came from which view."
        ),
    ),
    "consult-account-output-help": (
        "Redogörelsen: .docx, .html, .md eller .json.",
        "The account: .docx, .html, .md or .json.",
    ),
    "consult-other-plan": (
        "{path}: är inte den fil som sammanställningen gjordes av; kontrollera att versionen stämmer.",
        "{path}: is not the file that the compilation was made from; see that it is the right version.",
    ),
}
