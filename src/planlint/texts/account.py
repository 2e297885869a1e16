"""What the account of a consultation says, by key: Swedish, English."""

from typing import Final

ACCOUNT: Final[dict[str, tuple[str, str]]] = {
    "account-title": ("Remissredogörelse", "Account of the consultation"),
    # the consultation
    "account-consultation": ("Remissen", "The consultation"),
    "account-consultation-lead": (
        (
            "Planen har varit på remiss. Här redovisas alla synpunkter som kom in, hur var och en av dem har "
            "behandlats och vad som har ändrats i planen."
        ),
        (
            "The plan has been out for consultation. This is an account of all views that came in, how each of them "
            "was treated, and what was changed in the plan."
        ),
    ),
    "account-sent": ("Version som skickades på remiss", "Version that was sent out"),
    "account-now": ("Version efter remissen", "Version after the consultation"),
    "account-responsible": ("Ansvarig för remissen", "Responsible for the consultation"),
    "account-answered": ("Har svarat ({number})", "Have answered ({number})"),
    "column-open": ("Öppna", "Open"),
    "column-from": ("Hör ihop med", "Belongs with"),
    "column-led-to": ("Ändring", "Change"),
    "column-views-no": ("Synpunkter nr", "Views no."),
    "account-open-means": (
        "”Öppna” är synpunkter som inte har något ställningstagande ännu.",
        "“Open” are views that have no standpoint yet.",
    ),
    "account-number": ("Antal synpunkter", "Number of views"),
    # what became of the views
    "account-summary": ("Så har synpunkterna behandlats", "How the views were treated"),
    "account-open": ("Inget ställningstagande ännu", "No standpoint yet"),
    "account-all": ("Alla", "All"),
    "account-by-chapter": ("Synpunkter efter kapitel och ställningstagande", "Views by chapter and standpoint"),
    # what changed
    "account-changes": ("Ändringar i planen", "Changes in the plan"),
    "account-no-changes": (
        "Inget har ändrats i planen sedan den skickades på remiss.",
        "Nothing has changed in the plan since it was sent out.",
    ),
    "account-tied": ("Ändringar i planen som hör ihop med synpunkter", "Changes in the plan that belong with views"),
    "account-tied-lead": (
        (
            "”Samma ord” betyder att orden i synpunktens förslag står i den nya versionen, eller att orden som den "
            "vill stryka är borta. ”Samma avsnitt” betyder att synpunkten tillgodoses, helt eller delvis, och att "
            "ändringen är gjord i det som den handlar om. En ändring kan höra ihop med flera synpunkter."
        ),
        (
            "“Same words” means that the words which the view proposes are in the new version, or that those which it "
            "strikes are gone. “Same section” means that the view is met, in whole or in part, and that the change "
            "was made in what it is about. A change may belong with several views."
        ),
    ),
    "account-other": ("Övriga ändringar i planen", "Other changes in the plan"),
    "account-other-lead": (
        "De här ändringarna går inte att knyta till någon enskild synpunkt.",
        "These changes cannot be tied to any single view.",
    ),
    "account-editorial-changes": (
        "Dessutom är skiljetecken, stora bokstäver eller mellanrum ändrade på {places}.",
        "Moreover, punctuation, capitals or white space were changed in {places}.",
    ),
    "account-cause": ("Synpunkt nr {number} ({respondents})", "View no. {number} ({respondents})"),
    "account-bond-words": ("samma ord", "same words"),
    "account-bond-place": ("samma avsnitt", "same section"),
    "account-became-editorial": ("skiljetecken, stora bokstäver eller mellanrum", "punctuation, capitals or spacing"),
    # the views
    "account-views": ("Synpunkter och ställningstaganden", "Views and standpoints"),
    "account-all-standpoints": ("Alla ställningstaganden", "All standpoints"),
    "account-no-views": ("Inga synpunkter kom in.", "No views came in."),
    "account-elsewhere": ("Synpunkter som inte hör till ett kapitel", "Views that belong to no chapter"),
    "account-quote": ("Om orden:", "On the words:"),
    "account-rewording": ("Ändring av orden:", "Change of the words:"),
    "account-deletion": ("Strykning:", "Deletion:"),
    "account-proposal": ("Förslag:", "Proposal:"),
    "account-in-version": ("I version {version}", "In version {version}"),
    # what is not met
    "account-unmet": ("Synpunkter som inte tillgodoses", "Views that are not met"),
    "account-unmet-lead": (
        "Här är skälen i korthet. Synpunkterna finns med sina nummer i ”{title}”.",
        "These are the reasons in brief. The views stand with their numbers in “{title}”.",
    ),
    "account-none-unmet": ("Ingen synpunkt har avvisats.", "No view was turned down."),
    "account-unmet-partly": ("Synpunkter som tillgodoses delvis", "Views that are partly met"),
    "account-no-reason": ("Ingen motivering ännu", "No reason yet"),
    # the terminal
    "account-count-changes": (
        "Ändringar i planen: {all}, varav {tied} hör ihop med synpunkter.",
        "Changes in the plan: {all}, of which {tied} belong with views.",
    ),
    "account-todo-open": (
        "Inget ställningstagande: välj ett i sammanställningen",
        "No standpoint: choose one in the compilation",
    ),
    "account-todo-reasons": (
        "Tillgodoses inte, utan motivering: skriv varför i sammanställningen",
        "Not met, without a reason: write why in the compilation",
    ),
    "account-todo-unseen": (
        "Tillgodoses, men ändringen syns inte i planen: ändra planen, ställningstagandet eller båda",
        "Met, but the change is not to be seen in the plan: change the plan, the standpoint, or both",
    ),
    "account-todo-despite": (
        (
            "Tillgodoses inte, men orden finns nu i planen (eller är borta ur den): se över ställningstagandet. "
            "Redogörelsen knyter dem inte till ändringen"
        ),
        (
            "Not met, but the words are now in the plan (or gone from it): look the standpoint over. The account does "
            "not tie them to the change"
        ),
    ),
    "account-fine": (
        "Alla synpunkter har ett ställningstagande som stämmer med planen, så långt det går att se.",
        "Every view has a standpoint that agrees with the plan, as far as can be seen.",
    ),
    # styles in Word
    "account-style-cell": ("Redogörelsetext", "Account text"),
    "account-style-head": ("Redogörelserubrik", "Account heading"),
    "account-style-lead": ("Redogörelseled", "Account lead"),
}
