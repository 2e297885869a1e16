"""The same text in the two languages that planlint speaks."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["sv", "en"]


class Strict(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Words(Strict):
    """The same text in Swedish and in English."""

    sv: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in that language."""
        return self.sv if language == "sv" else self.en
