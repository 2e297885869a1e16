"""Which part of the plan a label names, after normalisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planlint.language.folding import fold
from planlint.model.framework import Framework, Label
from planlint.recognise.keys import key_of, words_of

LONGEST_LABEL = 80
"""Characters; a longer line is running text whatever it begins with (a judgement, three times the longest form)."""

MOST_ADDED = 5
"""Words after a form that a label may have besides it ('E-rådets roll i insatsen'; a judgement)."""

MOST_BEFORE = 2
"""Words before it ('De sex kommunernas roll'; a judgement)."""

_LONGEST_ENDING = 4
"""Words of a form that is looked for at the end."""

GOALS = "goal_links"
"""The key of the part that refers to goals."""

_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
_AFTER = re.compile(r"\s*[.:–—-]?\s*")
_SEPARATED = re.compile(r"[.:–—\t\n-]\s*$|\s*[.:–—\t\n]|\s-\s")

Named = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""The words of the forms that name no actor with their keys, longest first, by the first word."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The framework's labels of an intervention's parts and fields, by key of comparison."""

    full: Mapping[str, str]
    short: Mapping[tuple[str, str], str]
    within: Mapping[str, str]
    """The part that a division divides, by the division's key."""
    fields: frozenset[str]
    """The keys that are fields, not parts."""
    codes: Callable[[str], bool]
    """Whether a text begins with a goal's code."""
    coded: re.Pattern[str]
    """Codes that nothing follows, or one that a goal's words follow."""
    begun: Named
    ended: Mapping[tuple[str, ...], str]
    """The keys of the forms of two words and more, by their words."""
    shorts: frozenset[str]
    """Every short form."""
    sole: Mapping[str, str]
    """The keys of short forms that only one part has and that name no actor, for where no part that they may divide
    stands around them."""
    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    """The phrases that tell a part's divisions in a sentence, and their keys, by the part."""
    divided: frozenset[str]
    """The parts that hold lists, which any line may divide ('På kort sikt:' under 'Aktiviteter')."""

    def match(self, text: str, inside: str | None = None) -> str | None:
        """The part's key that the whole text is a label of; `inside` is the part in which it stands."""
        if len(text) > LONGEST_LABEL:
            return None
        key = _key(text)
        found = self.full.get(key) or (self.full.get(_key(_ASIDE.sub("", text))) if "(" in text else None)
        return (
            found
            or self.short.get((self.whole(inside), key))
            or (None if inside in self.divided else self.sole.get(key))
        )

    def near(self, text: str, *, sure: bool = True) -> str | None:
        """The part whose label stands in a longer one ('Aktiviteter 2027–2029'): for what surely is some label.

        A form of one word must stand first; a longer one may stand last ('Norrådalens e-råds roll'). Where it is not
        `sure` that the text is a label at all, a form of one word counts only with a year after it.
        """
        if len(text) > LONGEST_LABEL or self.codes(text):
            return None
        written = words_of(text)
        for form, key in self.begun.get(written[0], ()) if written else ():
            fits = written[: len(form)] == form and len(written) - len(form) <= MOST_ADDED
            if fits and (sure or len(form) > 1 or all(word[0].isdigit() for word in written[1:])):
                return key
        for size in range(min(len(written), MOST_BEFORE + _LONGEST_ENDING) - 1, 1, -1):
            if len(written) - size <= MOST_BEFORE and written[-size:] in self.ended:
                return self.ended[written[-size:]]
        return None

    def split(self, text: str, inside: str | None = None, set_off: int = 0) -> tuple[str, int, int] | None:
        """For 'Label: words' on one line: the part's key, where the label ends and where the words begin.

        The label ends at a colon, a tab, or where the characters that are set off end (`set_off` of them).
        """
        for end in (text.find(":", 0, LONGEST_LABEL), text.find("\t", 0, LONGEST_LABEL), _set_off_end(text, set_off)):
            key = self.match(text[:end], inside) if end > 0 else None
            if key:
                return key, end, _words_begin(text, end)
        return None

    def sentence(self, text: str, inside: str | None) -> tuple[str, int] | None:
        """The division that a sentence begins with, and where its phrase ends ('På kort sikt får …'), if any.

        Only where the part that it divides is being read.
        """
        phrases = self.phrases.get(self.whole(inside), ())
        folded = fold(text[:LONGEST_LABEL]) if phrases else None
        for phrase, key in phrases:
            if folded and folded.text.casefold().startswith(phrase + " "):
                return key, folded.origin(len(phrase))
        return None

    def with_codes(self, text: str) -> tuple[int, int] | None:
        """For 'Effektmål 1A och 2B' and 'Effektmål 1A: words': where the label ends, and where the codes begin."""
        found = self.coded.search(text, 0, LONGEST_LABEL * 2)
        label = text[: found.start()] if found else ""
        if found is None or self.match(label) != GOALS:
            return None
        return len(label.rstrip(" :\t–—-")), found.start()

    def run_in(self, text: str, set_off: int) -> tuple[int, int] | None:
        """For a line that begins with a label, whatever it says: where the label ends, and where words begin.

        The first `set_off` characters are the label, or else what stands before a colon.
        """
        end = _set_off_end(text, set_off)
        end = end if end > 0 else text.find(":", 0, LONGEST_LABEL)
        return (end, _words_begin(text, end)) if end > 0 else None

    def whole(self, key: str | None) -> str:
        """The part that a part divides, or the part itself."""
        return self.within.get(key or "", key or "")

    def any_label(self, text: str) -> bool:
        """Whether the text is a label of some part, wherever it may stand."""
        key = _key(text) if len(text) <= LONGEST_LABEL else ""
        return bool(key) and (self.match(text) is not None or key in self.shorts)


def _set_off_end(text: str, set_off: int) -> int:
    """Where characters that are set off end, if they may be a label, not stressed words in a sentence; else -1."""
    if not 0 < set_off < len(text):
        return -1
    separated = _SEPARATED.search(text[:set_off]) or _SEPARATED.match(text, set_off)
    following = text[set_off:].lstrip()[:1]
    return set_off if separated or following.isupper() or following.isdigit() else -1


def _words_begin(text: str, end: int) -> int:
    """Where the words begin that follow a label, past what parts them."""
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _key(text: str) -> str:
    return key_of(text.rstrip(" ?!"))


def build_labels(framework: Framework, codes: Callable[[str], bool]) -> Labels:
    """The labels of the framework's parts and fields; `codes` tells what begins with a goal's code."""
    every: dict[str, Label] = {**framework.parts, **framework.fields}
    actors = {words_of(form) for actor in framework.actors.values() for form in actor.forms}
    named = {_key(form) for actor in framework.actors.values() for form in actor.forms}
    forms = [(words_of(form), key) for key, label in every.items() for form in label.forms]
    divisions = [(label.within, _key(form), key) for key, label in every.items() for form in label.short_forms]
    counts = Counter(short for _, short, _ in divisions)
    return Labels(
        full={_key(form): key for key, label in every.items() for form in label.forms},
        short={(within, short): key for within, short, key in divisions if within},
        within={key: label.within for key, label in every.items() if label.within},
        fields=frozenset(framework.fields),
        codes=codes,
        coded=_codes_alone(framework),
        begun=_by_first_word((form, key) for form, key in forms if form not in actors),
        ended={form: key for form, key in forms if len(form) > 1},
        shorts=frozenset(counts),
        sole={short: key for _, short, key in divisions if counts[short] == 1 and short not in named},
        phrases=_phrases(every),
        divided=frozenset(framework.parts) - {"background", "goal_links"},
    )


def _codes_alone(framework: Framework) -> re.Pattern[str]:
    """A code with only codes after it, or with what parts it from a goal's words."""
    goals = framework.goals
    if GOALS not in framework.parts or goals.form != "coded-lines":
        return re.compile(r"(?!)")
    code = rf"(?:{goals.code})(?!\w)"
    listed = rf"{code}(?:\s*(?:,|;|/|&|och|samt|[–—-])\s*(?:{code}|[A-ZÅÄÖ](?!\w)))*\s*\.?\s*$"
    return re.compile(rf"(?<!\w)(?:{listed}|{code}\s*(?:[:.)]|[–—-]\s))", re.IGNORECASE)


def _phrases(every: Mapping[str, Label]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The short forms of two words and more with their keys, by the part that they divide."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, label in every.items():
        if label.within:
            found.setdefault(label.within, []).extend((f.casefold(), key) for f in label.short_forms if " " in f)
    return {whole: tuple(phrases) for whole, phrases in found.items()}


def _by_first_word(forms: Iterable[tuple[tuple[str, ...], str]]) -> Named:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, key in sorted(forms, key=lambda pair: -len(pair[0])):
        found.setdefault(form[0], []).append((form, key))
    return {first: tuple(pairs) for first, pairs in found.items()}
