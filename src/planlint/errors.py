"""Trouble with the user's input: one line in the reader's language, and an exit status."""

from __future__ import annotations

from typing import Literal

TroubleCode = Literal[
    "missing", "no-plan", "encrypted", "old-format", "not-word", "damaged", "too-large", "empty", "unreadable", "fault",
]  # fmt: skip
"""Why an input could not be read, for programs."""


class PlanlintError(Exception):
    """Something that the user can mend. `sv` and `en` are one line each: what is wrong, where, what to do."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv = sv
        self.en = en


class UsageError(PlanlintError):
    """A wrong option, configuration, rule or framework file: exit status 2."""


class InputError(PlanlintError):
    """An input that cannot be read: exit status 3. `code` tells programs why."""

    def __init__(self, code: TroubleCode, sv: str, en: str) -> None:
        super().__init__(sv, en)
        self.code = code
