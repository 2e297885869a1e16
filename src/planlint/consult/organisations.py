"""Organisations by their names: which words are one, and which names are of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.language.folding import fold
from planlint.language.normalise import normalise

_MUNICIPAL: Final = frozenset({"kommun", "kommuns", "stad", "stads", "municipality"})
_REGIONAL: Final = frozenset({"region", "regionen"})
_CAPITAL: Final = r"[A-ZÅÄÖÉ][\wåäöéü-]*"
_BODIES: Final = (
    r"[Kk]ommun|[Ss]tad|[Kk]ommunalförbund|[Rr]äddningstjänstförbund|[Ll]andsting|[Uu]niversitet|[Hh]ögskola|AB|[Ff]örening"
    r"|[Mm]unicipality"
)
_NAME: Final = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?:{_CAPITAL}\s+){{1,3}}(?:{_BODIES})"
    rf"|(?:Region|Kommunalförbundet|Länsstyrelsen\s+i|City\s+of|Municipality\s+of|Region\s+of)\s+{_CAPITAL}(?:\s+(?:i|och)\s+{_CAPITAL}|\s+{_CAPITAL})?(?:\s+län)?"
    rf")s?(?![\w-])"
)
_LIKE_ONE: Final = re.compile(
    r"(?<!\w)(?:\w*kommun(?:en|s)?|stad(?:en|s)?|region(?:en)?|\w*förbund(?:et)?s?|\w*myndighet(?:en)?|\w*styrelse(?:n)?|\w*verket|landsting(?:et)?"
    r"|\w*nämnd(?:en)?|\w*förvaltning(?:en)?|\w*kontor(?:et)?|\w*råd(?:et)?|universitet(?:et)?|högskola(?:n)?|\w*bolag(?:et)?|ab|förening(?:en)?"
    r"|\w*nätverk(?:et)?|\w*gruppen|\w*partiet|municipality|council|agency|university|association)(?!\w)",
    re.IGNORECASE,
)
_ASCII: Final = str.maketrans("åäöéèüæø", "aaoeeuao")


@dataclass(frozen=True, slots=True)
class Key:
    """What a name is known by: its core ("tallvik"), and its sort, '' where the name does not tell."""

    core: str
    sort: str


def key_of(name: str) -> Key:
    """The key of an organisation's name: 'Tallviks kommun', 'TALLVIKS KOMMUN' and 'Tallvik' have one core."""
    said = normalise(fold(name).text).strip(" .,:;()[]").split()
    rest = [word for word in said if word not in _MUNICIPAL]
    if rest and len(rest) < len(said):
        return Key(_bare(rest), "municipality")
    if len(said) > 1 and said[0] in _REGIONAL:
        return Key(_bare(said[1:]), "region")
    return Key(_bare(said), "")


def same(one: Key, other: Key) -> bool:
    """Whether two names may be of one organisation: 'Tallvik' and 'Tallviks kommun', but not 'Region Tallvik'."""
    return one.core == other.core and (one.sort == other.sort or not one.sort or not other.sort)


def match_known(name: str, known: Iterable[str]) -> str | None:
    """The one known name that is of the same organisation; None where there is none, or more than one."""
    key = key_of(name)
    found = {other: key_of(other) for other in known}
    alike = [other for other, its in found.items() if key.core and same(key, its)]
    exact = [other for other in alike if found[other].sort == key.sort]
    if len(alike) > 1 and key.sort and len(exact) == 1:
        return exact[0]
    return alike[0] if len(alike) == 1 else None


def find_organisations(text: str) -> tuple[str, ...]:
    """The organisations that a text names in full, in order, without the genitive: 'Tallviks kommun', 'Region Norr'."""
    names = (" ".join(found[0].split()) for found in _NAME.finditer(fold(text).text))
    return tuple(name.removesuffix("s") if re.search(r"(?:kommun|stad|förbund|AB)s$", name) else name for name in names)


def is_like_organisation(text: str) -> bool:
    """Whether some word of a name says that it is an organisation's: 'kommun', 'region', 'nämnden'."""
    return _LIKE_ONE.search(fold(text).text) is not None


def address_form(words: str) -> str:
    """Words as an address or a file's name writes them: "Upplands Väsby" gives "upplandsvasby"."""
    return re.sub(r"[\W_]+", "", normalise(words).translate(_ASCII))


def fullest(names: Sequence[str]) -> str:
    """The name to show for one organisation: the longest, the one that is not all in capitals, the first."""
    return max(names, key=lambda name: (len(name), not name.isupper(), -names.index(name)))


def _bare(said: Sequence[str]) -> str:
    """The words without the last one's genitive; 'Borås', which looks like one, is bared alike wherever it stands."""
    core = " ".join(said)
    return core[:-1] if len(core) > 3 and core.endswith("s") else core  # noqa: PLR2004 - "Ås" is a name


def core_forms(name: str) -> frozenset[str]:
    """How an address or a file's name may write an organisation: 'tallvik', 'tallvikskommun', 'regionnorr'."""
    key, whole = key_of(name), address_form(name)
    core = address_form(key.core)
    if key.sort == "region":
        return frozenset({whole})
    return frozenset({core, f"{core}s", whole, f"{core}kommun", f"{core}skommun"} if core else {whole})
