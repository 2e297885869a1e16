"""The one line that a reader gets when a file cannot be read: what it is, and what to do."""

from __future__ import annotations

from planlint.errors import InputError

_SHOWN = 60
"""Characters of a part's name that a message shows."""
_SAVE_SV = "Öppna dokumentet i Word och spara om det som .docx."
_SAVE_EN = "Open the document in Word and save it as .docx."


def empty() -> InputError:
    """For a file of no bytes."""
    return InputError(
        "empty",
        "Filen är tom (0 byte). Hämta eller spara dokumentet igen.",
        "The file is empty (0 bytes). Fetch or save the document again.",
    )


def encrypted() -> InputError:
    """For a file behind a password."""
    return InputError(
        "encrypted",
        "Dokumentet är krypterat. Öppna det i Word, ta bort lösenordet (Arkiv > Info > Skydda dokument) och spara om.",
        "The document is encrypted. Open it in Word, remove the password (File > Info > Protect Document) and save it.",
    )


def old_format() -> InputError:
    """For Word's binary format, from before 2007."""
    return InputError(
        "old-format",
        "Filen är i det gamla Wordformatet (.doc). Öppna den i Word och spara om filen som .docx.",
        "The file is in the old Word format (.doc). Open it in Word and save it as .docx.",
    )


def not_word(sv: str, en: str) -> InputError:
    """For what is no Word file; `sv` and `en` say what it is ("en pdf", "a PDF")."""
    return InputError(
        "not-word",
        f"Filen är inget Worddokument utan {sv}. Spara planen som .docx och prova igen.",
        f"The file is no Word document but {en}. Save the plan as .docx and try again.",
    )


def damaged(sv: str, en: str) -> InputError:
    """For a Word file that is broken; `sv` and `en` are a clause each that says where."""
    return InputError("damaged", f"Filen är skadad: {sv}. {_SAVE_SV}", f"The file is damaged: {en}. {_SAVE_EN}")


def bad_part(name: str, sv: str, en: str) -> InputError:
    """For a part of the file that may not be as it is; `sv` and `en` say what is wrong with it."""
    return damaged(f"delen {_shown(name)} {sv}", f"the part {_shown(name)} {en}")


def broken_part(name: str) -> InputError:
    """For a part of the file that cannot be unpacked or is no well-formed XML."""
    return bad_part(name, "går inte att läsa", "cannot be read")


def large_part(name: str, sv: str, en: str) -> InputError:
    """For a part of the file beyond a limit; `sv` and `en` name the limit."""
    return too_large(f"delen {_shown(name)} {sv}", f"the part {_shown(name)} {en}")


def deep_part(name: str) -> InputError:
    """For a part whose elements or texts are beyond what is parsed and walked."""
    return large_part(
        name, "är för djupt nästlad eller har för långa texter", "is nested too deeply or has too long texts"
    )


def too_large(sv: str, en: str) -> InputError:
    """For a file beyond the limits; `sv` and `en` are a clause each that names the limit."""
    return InputError(
        "too-large",
        f"Filen är för stor för att läsas säkert: {sv}. Ta bort bilder och bilagor, eller dela dokumentet.",
        f"The file is too large to be read safely: {en}. Remove pictures and attachments, or split the document.",
    )


def _shown(name: str) -> str:
    """A part's name as one short line can hold it, whatever the file calls it."""
    return "".join(character if character.isprintable() else "?" for character in name[:_SHOWN])
