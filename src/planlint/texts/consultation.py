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
    "not-placed": ("Inte placerad", "Not placed"),
    "cell-untracked": ("ändrat utan spårning", "changed without tracking"),
    "cell-reply": ("Svar från {author}: {text}", "Reply from {author}: {text}"),
    "cell-reply-nameless": ("Svar: {text}", "Reply: {text}"),
    "cell-resolved": ("Markerad som löst.", "Marked as resolved."),
    "remark-against": ("Strider mot nr {numbers}", "Contradicts no. {numbers}"),
    "remark-like": ("Samma som nr {number}", "The same as no. {number}"),
}
