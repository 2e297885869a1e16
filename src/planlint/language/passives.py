"""The Swedish s-passive, by the form of the verb: "genomförs", "ska revideras", "startades", "har tagits fram"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

LONGEST: Final = 40
"""Letters; a longer word is no verb."""

# Verbs in -s without a passive's meaning: deponents and reciprocals, and the impersonal "krävs", "behövs", "saknas".
_DEPONENTS: Final = frozenset(
    """
    finns fanns finnas funnits hoppas hoppades hoppats lyckas lyckades lyckats misslyckas misslyckades misslyckats
    minns mindes minnas trivs trivdes trivas vistas vistades andas andades umgås umgicks enas enades enats möts mötas
    möttes träffas träffades skiljs skiljas slåss slogs åldras åldrades syns synas syntes känns kännas kändes tycks
    tycktes verkas avundas brottas skäms skämmas fattas fattades saknas saknades saknats behövs behövas behövdes behövts
    krävs krävas krävdes krävts fordras fordrades väntas väntades förväntas förväntades ryms rymdes hjälps hjälptes
    töras
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)
# Nouns, pronouns and adverbs that end as the verbs below do.
_NO_VERBS: Final = frozenset(
    """
    deras allas bådas samtligas andras vilkas dessas mångas fleras ingas någras egnas atlas kompass kalas ananas terrass
    gas biogas naturgas las mas ras kas jas plats insats sats arbetsplats palats hushålls tillbehörs ändamåls läges
    vägs motorvägs förbunds datas
    """.split()  # noqa: SIM905 - as above
)
# Verbs of the second and strong conjugations, as their stems end: whatever stands before makes a verb of the same sort.
_STEMS: Final = (
    "för|hör|kör|rör|stör|gör|skär|bär|lär|tär|styr|hyr|bestäm|döm|glöm|drabb|utnämn|nämn|känn|bränn|vinn|spänn|"
    "bygg|stäng|bring|säg|lägg|häng|läng|mäng|ställ|fyll|håll|fäll|beskyll|kräv|skriv|driv|giv|pröv|gräv|ärv|lev|häv|"
    "sök|märk|tänk|sänk|stärk|täck|räck|tryck|väck|sträck|släck|stick|vik|köp|släpp|klipp|hjälp|grip|tillämp|dämp|"
    "sänd|använd|vänd|tänd|bind|stöd|träd|led|bered|utred|bjud|byt|låt|skjut|bryt|slut|knyt|lyft|häft|fäst|mist|"
    "skilj|välj|sälj|följ|dölj|tämj|höj|böj|röj|sätt|mät|nyttj|sprid|rid|mynt|sköt|smält|gift|styrk|välv|upplys|"
    "bygg|bed|lid|tvätt|lätt|spräng|tyng|infri|befri"
)
_STRONG: Final = re.compile(rf"\w*(?:{_STEMS})(?:s|as|des|tes|ts|its|es)")
_IN_S: Final = re.compile(r"\w*(?:läs|lös|lys|resa?|hös|avvis)(?:es|as|tes|ts)")
_PAST: Final = re.compile(
    r"\w*(?:togs|gavs|gjordes|gjorts|sattes|satts|lades|lagts|skrevs|drevs|hölls|hållits|bands|bundits|bröts|brutits|"
    r"bjöds|bjudits|slöts|slutits|sköts|skjutits|drogs|dragits|valdes|valts|såldes|sålts|bars|burits|sågs|setts|sades|"
    r"sagts|greps|knöts|knutits|fälldes|getts|tagits|gåtts|fåtts|nåtts|stöttes|beslöts|bestods|letts|vunnits)"
)
# Verbs that end in a vowel, alone or after a particle: "ges", "tas", "anses", "tillvaratas", "uppnås".
_SHORT: Final = re.compile(
    r"(?:ut|in|upp|av|an|bi|de|till|över|under|om|med|före|åter|mot|igen|fram|på|vid|ned|efter|del|iakt|vara|för|be|kring|"
    r"bort|samman|häns?|er|för)*(?:ges|tas|ses|nås|fås|sys|gås|dras|slås|spås|tros|strös)"
)
_OPEN: Final = re.compile(r"\w{2,}a(?:s|des|ts)")
_GENITIVE: Final = re.compile(r"\w+(?:[aeo]rnas|(?<!för)(?<!r)enas|[^b]anas|plats|sats)")

# Forms that say how things are, not what somebody is to do: by their stems' beginnings.
_STATES: Final = re.compile(
    r"(?:basera|grunda|omfatta|prägla|känneteckna|utgör|motsvara|avse|mena|kalla|benämn|beskriv|ange|angav|redovisa|förklara|"
    r"sammanfatta|visa|förutsätt|beröra?|påverka|bestå|innefatta|upplev|uppfatta|ses|definiera|illustrera|anta|förstå|"
    r"hänvisa|förekomm|knyt|koppla|begränsa|drabba|nämn|ovannämn|hindra|försvåra|underlätta|möjliggör|förändra|förbättra|"
    r"försämra|öka|minska|stärk|förstärk|utveckla|sprid|fördela|höj|sänk|kortas|bredda|fördjupa|gynna|finansiera)\w*"
)


LAST: Final = frozenset("sSßẞſ")
"""The letters that a passive may end in: those that are, or end in, a small s where case does not count."""


@lru_cache(maxsize=20_000)
def is_passive(word: str) -> bool:
    """Whether a word by itself has the form of an s-passive, and is no deponent ("finns") and no genitive ("planens").

    Case does not count; a name with a capital inside a sentence is the caller's to look at.
    """
    form = word.casefold()
    if not 3 <= len(form) <= LONGEST or not form.endswith("s") or not form.isalpha():  # noqa: PLR2004 - "ses"
        return False
    if form in _DEPONENTS or form in _NO_VERBS:
        return False
    if _STRONG.fullmatch(form) or _SHORT.fullmatch(form) or _PAST.fullmatch(form) or _IN_S.fullmatch(form):
        return True
    return bool(_OPEN.fullmatch(form)) and not _GENITIVE.fullmatch(form)


def is_done(word: str) -> bool:
    """Whether a passive says that somebody does something: not "omfattas", "beskrivs", "utvecklas"."""
    return not _STATES.fullmatch(word.casefold())
