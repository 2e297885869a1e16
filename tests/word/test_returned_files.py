"""Real files that came back, and odd ones: no change is lost, and every place is where it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.errors import InputError
from planlint.word import read, read_returned
from tests.office.odd import odd_files
from tests.word.returning import check, make_final, texts


def code_of(read_it: Callable[[bytes], object], data: bytes) -> str | None:
    """Why a file is refused, None where it is not."""
    try:
        read_it(data)
    except InputError as error:
        return error.code
    return None


@pytest.mark.parametrize("folder", ["shared/corpus", "shared/plans", "samples"])
def test_no_change_of_real_files_is_lost(shared: Path, root: Path, folder: str) -> None:
    found = {}
    parent = shared.parent if folder.startswith("shared") else root
    for path in sorted((parent / folder).glob("*.do*")):
        data = path.read_bytes()
        refused = code_of(read, data)
        assert code_of(read_returned, data) == refused
        if refused is None:
            found[path.name] = len(check(data).changes)
    expected = {
        "shared/corpus": {"3ad34dd0-RA001-Tracked-Revisions-01.docx": 286, "a8ab7202-Comment042.docx": 47},
        "shared/plans": {"tracked-comments.docx": 87, "swedish-styles.docx": 0},
        "samples": {"norradalen-remissvar.docx": 47, "norradalen-plan.docx": 0},
    }[folder]
    assert found.items() >= expected.items()


def test_what_was_struck_and_what_is_new_make_the_final_words_of_a_plan(plans: Path) -> None:
    returned = check((plans / "tracked-comments.docx").read_bytes())
    marked = {each.paragraph for each in returned.changes if each.scope == "paragraph"}
    marked |= {index + 1 for index in marked}
    final = texts(returned.final)
    whole = {spot: words for spot, words in texts(returned.document).items() if spot[1] not in marked}
    assert {spot: make_final(returned, spot, words) for spot, words in whole.items()} == {
        spot: final[spot] for spot in whole
    }
    assert sum(words != final[spot] for spot, words in whole.items()) == 13


@pytest.mark.parametrize("name", sorted(odd_files()))
def test_no_change_of_odd_files_is_lost(name: str) -> None:
    check(odd_files()[name])
