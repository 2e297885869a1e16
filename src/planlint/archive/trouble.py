"""The one line that a reader gets when a file cannot be read: what it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from planlint.errors import InputError

_SHOWN: Final = 60
"""Characters of a part's name that a message shows."""

Pair = tuple[str, str]
"""Swedish and English."""


def empty() -> InputError:
    """For a file of no bytes."""
    return InputError(
        "empty",
        "Filen är tom (0 byte). Hämta eller spara dokumentet igen.",
        "The file is empty (0 bytes). Fetch or save the document again.",
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is said of files that one program should have written and that cannot be read.

    `behind_password` and `before_2007` are whole messages. `another` has a hole, {what}, for what the file is instead.
    `save` and `shrink` end the messages for a broken file and for a large one. `program` is the program's name, and
    `file` what it calls its files.
    """

    program: str
    file: Pair
    behind_password: Pair
    before_2007: Pair
    another: Pair
    save: Pair
    shrink: Pair

    def encrypted(self) -> InputError:
        """For a file behind a password."""
        return InputError("encrypted", *self.behind_password)

    def old_format(self) -> InputError:
        """For the program's binary format, from before 2007."""
        return InputError("old-format", *self.before_2007)

    def other(self, sv: str, en: str) -> InputError:
        """For what is no file of the program's; `sv` and `en` say what it is ("en pdf", "a PDF")."""
        return InputError("not-word", self.another[0].format(what=sv), self.another[1].format(what=en))

    def damaged(self, sv: str, en: str) -> InputError:
        """For a file that is broken; `sv` and `en` are a clause each that says where."""
        return InputError(
            "damaged", f"Filen är skadad: {sv}. {self.save[0]}", f"The file is damaged: {en}. {self.save[1]}"
        )

    def bad_part(self, name: str, sv: str, en: str) -> InputError:
        """For a part of the file that may not be as it is; `sv` and `en` say what is wrong with it."""
        return self.damaged(f"delen {_shown(name)} {sv}", f"the part {_shown(name)} {en}")

    def broken_part(self, name: str) -> InputError:
        """For a part of the file that cannot be unpacked or is no well-formed XML."""
        return self.bad_part(name, "går inte att läsa", "cannot be read")

    def too_large(self, sv: str, en: str) -> InputError:
        """For a file beyond the limits; `sv` and `en` are a clause each that names the limit."""
        return InputError(
            "too-large",
            f"Filen är för stor för att läsas säkert: {sv}. {self.shrink[0]}",
            f"The file is too large to be read safely: {en}. {self.shrink[1]}",
        )

    def large_part(self, name: str, sv: str, en: str) -> InputError:
        """For a part of the file beyond a limit; `sv` and `en` name the limit."""
        return self.too_large(f"delen {_shown(name)} {sv}", f"the part {_shown(name)} {en}")

    def deep_part(self, name: str) -> InputError:
        """For a part whose elements or texts are beyond what is parsed and walked."""
        return self.large_part(
            name, "är för djupt nästlad eller har för långa texter", "is nested too deeply or has too long texts"
        )


def _shown(name: str) -> str:
    """A part's name as one short line can hold it, whatever the file calls it."""
    return "".join(character if character.isprintable() else "?" for character in name[:_SHOWN])
