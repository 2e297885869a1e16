"""What in the plan a form's row is about."""

from __future__ import annotations

import re
from typing import Final

from planlint.consult.answers.decide import decide
from planlint.consult.answers.forms.columns import LANGUAGES
from planlint.consult.answers.targets import Targets
from planlint.consult.cells import name_spot
from planlint.consult.spots import KEY_LENGTH
from planlint.language.normalise import label_key
from planlint.model.consultation import Sent, Spot, Why

_KEY: Final = re.compile(rf"\b[a-z2-7]{{{KEY_LENGTH}}}\b")


class Places:
    """Finds the spots of a form's rows."""

    def __init__(self, sent: Sent) -> None:
        self._keys = {spot.key: spot for spot in sent.spots}
        self._names: dict[str, Spot] = {}
        for language in LANGUAGES:
            for spot in sent.spots:
                self._names.setdefault(label_key(name_spot(spot, language)), spot)
        self.targets = Targets(sent)
        self._above: Spot | None = None

    def find(self, identifier: str, section: str) -> tuple[Spot | None, Why | None]:
        """What a row is about, by its id, else by the name of its section, else as the row above, which is remembered.

        Why not, where the plan has nothing of what the row names.
        """
        spot, why = self._find(identifier, section)
        self._above = spot
        return spot, why

    def find_named(self, words: str) -> tuple[Spot | None, Why | None]:
        """What words by themselves are about, as a letter's are."""
        pointed = decide(words, self.targets, None)
        return (pointed.spot, pointed.why) if pointed else (None, "no-place")

    def names(self, words: str) -> bool:
        """Whether the words are only the name of something in the plan."""
        return label_key(words) in self._names

    def knows(self, identifier: str) -> bool:
        """Whether the words are the id of something in the plan."""
        return self._keyed(identifier) is not None

    def _find(self, identifier: str, section: str) -> tuple[Spot | None, Why | None]:
        keyed = self._keyed(identifier)
        if keyed:
            return keyed, None
        named = self._named(section)
        if named:
            return named, None
        if not identifier and not section and self._above:
            return self._above, None
        return None, "not-found"

    def _keyed(self, identifier: str) -> Spot | None:
        found = (self._keys.get(key) for key in _KEY.findall(identifier.casefold()))
        return next((spot for spot in found if spot), None)

    def _named(self, section: str) -> Spot | None:
        """What a section's cell names: by its first line as the form writes it, else as a letter names things."""
        first = section.partition("\n")[0]
        spot = self._names.get(label_key(first)) if first else None
        if spot or not first:
            return spot
        number = re.fullmatch(r"\d+(?:\.\d+)*\.?", first.strip())
        if number:
            return self.targets.numbered(number[0].rstrip(".")).spot
        pointed = decide(first, self.targets, None)
        return pointed.spot if pointed else None
