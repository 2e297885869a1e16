"""Who answers: each file's and each view's respondent, one name for one organisation over all files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from planlint.consult.anonymous import People, letter_of, reply_author
from planlint.consult.organisations import (
    address_form,
    core_forms,
    find_organisations,
    fullest,
    is_like_organisation,
    key_of,
    match_known,
)
from planlint.consult.persons import is_person, segments
from planlint.language.normalise import normalise
from planlint.model.consultation import Invited, Told
from planlint.model.rule import Language
from planlint.texts import say

__all__ = ["Response", "anonymise", "is_person", "list_invited", "name_respondents", "organisation_in"]

_MAIL: Final = re.compile(r"[\w.+-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
_PRIVATE: Final = frozenset(
    {
        "gmail",
        "outlook",
        "hotmail",
        "live",
        "icloud",
        "yahoo",
        "telia",
        "msn",
        "protonmail",
        "me",
        "bredband",
        "comhem",
        "onmicrosoft",
    }
)
"""Domains that are nobody's organisation."""
_PLACE: Final = re.compile(r"\((?P<place>[A-ZÅÄÖ][a-zåäöé-]{2,30}(?:\s[A-ZÅÄÖ][a-zåäöé-]{2,30})?)\)\s*$")
_OFFICE: Final = re.compile(
    r".*@.*|(?:\w*(?:nämnd|styrelse|förvaltning|kontor|grupp|råd|kommun|region|stad|förbund|bolag)(?:en|et|n)?s?)",
    re.IGNORECASE,
)
"""An office, which every municipality has, and an address."""
_NO_PLACE: Final = frozenset(
    {
        "extern",
        "external",
        "konsult",
        "consultant",
        "gäst",
        "guest",
        "admin",
        "vikarie",
        "privat",
        "ordförande",
        "sekreterare",
    }
)


@dataclass(frozen=True, slots=True)
class Response:
    """A file that came back and whose it is: `name` as a whole, `each` view by view, parallel to `told.said`."""

    path: str
    told: Told | None
    name: str
    each: tuple[str, ...] = ()

    @property
    def respondents(self) -> tuple[str, ...]:
        """Those whose views it holds, each once; the file's own where it holds none."""
        return tuple(dict.fromkeys(self.each)) or (self.name,)


def organisation_in(author: str, address: str, known: Sequence[str]) -> str | None:
    """The organisation that an author's name or address tells, as `known` spells it where it is one of those.

    'Ingrid Sollén, Tallviks kommun', 'Sollén Ingrid (Tallvik)', 'Ingrid Sollén / Region Norr', 'ingrid@tallvik.se'.
    A domain that is no known organisation's is given as it is. None where nothing tells.
    """
    parts = segments(author)
    of_known = next((name for part in (author, *parts) if (name := match_known(part, known))), None)
    if of_known:
        return of_known
    mail = _MAIL.search(address) or _MAIL.search(author)
    domain = _domain(mail["domain"]) if mail else ""
    of_domain = _of_domain(domain, known) if domain else None
    if of_domain:
        return of_domain
    named = next(iter(find_organisations(author)), None)
    said = named or next((part for part in parts if is_like_organisation(part) and not _OFFICE.fullmatch(part)), None)
    place = _PLACE.search(author)
    if said is None and place and place["place"].casefold() not in _NO_PLACE:
        said = place["place"]
    return said or domain or None


def name_respondents(
    tolds: Sequence[tuple[str, Told | None]], given: Mapping[str, str], invited: Sequence[str]
) -> tuple[Response, ...]:
    """Each file, by its path and what it says, with whose it is and whose each of its views is.

    What decides, in order: `given` (a name by path, for the whole file); what the form or the letter says; the author's
    organisation; an invited name in the file's name; the author's own name; the file's name.
    """
    named = [_named(path, told, given.get(path, ""), invited) for path, told in tolds]
    shown = _shown([name for one in named for name in (*one.each, one.name)], invited)
    return tuple(replace(one, name=shown[one.name], each=tuple(shown[name] for name in one.each)) for one in named)


def list_invited(names: Sequence[str], responses: Iterable[Response]) -> tuple[Invited, ...]:
    """Those who were asked, in order, and whether an answer has come from each."""
    came = {name for one in responses for name in (*one.respondents, one.name)}
    answered = came | {name for each in came if (name := match_known(each, names))}
    return tuple(Invited(name, name in answered) for name in names)


def anonymise(responses: Sequence[Response], invited: Sequence[str], language: Language) -> tuple[Response, ...]:
    """The same without persons: their organisations stand in their place, in files' names and in texts too.

    A respondent that is only a person's name is called 'Remissinstans A' and so on, in the order of the files.
    """
    alone = [
        name for one in responses for name in (*one.respondents, one.name) if is_person(name) and name not in invited
    ]
    letters = {
        name: say("respondent-nameless", language, letter=letter_of(i)) for i, name in enumerate(dict.fromkeys(alone))
    }
    people = People(say("person-nameless", language))
    for one in responses:
        people.learn(one.told, [letters.get(name, name) for name in one.each], letters.get(one.name, one.name))
    for name, other in letters.items():
        people.add(name, other)
    paths = _apart([people.in_path(one.path) for one in responses])
    return tuple(
        _without_people(one, path, letters, people, invited) for one, path in zip(responses, paths, strict=True)
    )


def _without_people(
    response: Response, path: str, letters: Mapping[str, str], people: People, invited: Sequence[str]
) -> Response:
    name = letters.get(response.name, response.name)
    each = tuple(letters.get(one, one) for one in response.each)
    told = response.told
    if told is not None:
        addresses = told.addresses
        said = tuple(
            replace(
                one,
                author="",
                respondent=who if one.respondent else "",
                text=people.in_text(one.text),
                proposal=people.in_text(one.proposal) if one.way in {"form", "letter"} else one.proposal,
                replies=tuple(
                    replace(
                        reply,
                        author=reply_author(
                            organisation_in(reply.author, addresses.get(reply.author, ""), invited),
                            reply.author,
                            people,
                        ),
                        text=people.in_text(reply.text),
                    )
                    for reply in one.replies
                ),
            )
            for one, who in zip(told.said, each, strict=True)
        )
        told = replace(told, said=said, respondent=name if told.respondent else "", asides=(), addresses={})
    return Response(path, told, name, each)


def _named(path: str, told: Told | None, given: str, invited: Sequence[str]) -> Response:
    """One file with its respondents as they are written there."""
    in_name = _in_file_name(path, invited)
    stem = PurePosixPath(path).stem
    if told is None:
        return Response(path, None, given or in_name or stem)
    whole = given or told.respondent
    found = {
        said.author: organisation_in(said.author, told.addresses.get(said.author, ""), invited) for said in told.said
    }
    each = [given or said.respondent or whole or found[said.author] or in_name or said.author for said in told.said]
    only = {name for name in each if name}
    own = whole or in_name or (only.pop() if len(only) == 1 else "") or stem
    return Response(path, told, own, tuple(name or own for name in each))


def _shown(names: Sequence[str], invited: Sequence[str]) -> dict[str, str]:
    """By name, the one to show: the invited list's spelling, else the fullest of those of the same organisation."""
    shown = {name: match_known(name, invited) or _of_domain(name, invited) or "" for name in dict.fromkeys(names)}
    rest = [name for name, other in shown.items() if not other]
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    sorts = defaultdict(set)
    for name in rest:
        key = key_of(name)
        sorts[key.core].add(key.sort)
    for name in rest:
        key = key_of(_of_domain(name, rest) or name)
        told = sorts[key.core] - {""}
        sort = key.sort or (next(iter(told)) if len(told) == 1 else "")
        groups[key.core, sort].append(name)
    for group in groups.values():
        shown.update(dict.fromkeys(group, fullest(group)))
    return shown


def _in_file_name(path: str, invited: Sequence[str]) -> str:
    """The one invited name that a file's name holds, in whole words; '' where none or several do."""
    said = [
        address_form(word) for word in re.split(r"[\W_]+|(?<=[a-zåäö])(?=[A-ZÅÄÖ])", PurePosixPath(path).stem) if word
    ]
    stretches = {"".join(said[i:j]) for i in range(len(said)) for j in range(i + 1, min(i + 6, len(said)) + 1)}
    found = {name: max((len(form) for form in core_forms(name) if form in stretches), default=0) for name in invited}
    longest = max(found.values(), default=0)
    best = [name for name, length in found.items() if length == longest and length]
    return best[0] if len(best) == 1 else ""


def _domain(written: str) -> str:
    """The organisation's own domain, without what stands before it ('epost.tallvik.se'); '' for a private one."""
    labels = normalise(written).split(".")
    own = labels[-2:]
    return "" if own[0] in _PRIVATE else ".".join(own)


def _of_domain(domain: str, known: Iterable[str]) -> str | None:
    """The known organisation that has a domain, by its fullest name; None where none or several may."""
    label, dot, rest = domain.partition(".")
    if not dot or not rest.isalpha() or " " in domain:
        return None
    found = [name for name in known if address_form(label) in core_forms(name) and name != domain]
    sorts = {key.sort for name in found if (key := key_of(name)).sort}
    return fullest(found) if found and len(sorts) <= 1 else None


def _apart(paths: Sequence[str]) -> list[str]:
    """The paths, a number added to those that are alike now."""
    kept: list[str] = []
    for path in paths:
        number, name = 1, path
        while name in kept:
            number += 1
            whole = PurePosixPath(path)
            name = str(whole.with_name(f"{whole.stem} ({number}){whole.suffix}"))
        kept.append(name)
    return kept
