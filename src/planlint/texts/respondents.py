"""What a respondent is called whose name is not to be shown, by key: Swedish, English."""

from typing import Final

RESPONDENTS: Final[dict[str, tuple[str, str]]] = {
    "respondent-nameless": ("Remissinstans {letter}", "Respondent {letter}"),
    "person-nameless": ("[namn]", "[name]"),
}
